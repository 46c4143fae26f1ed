"""The shape of an output format: one file in ``formats/`` that holds one ``Format``."""

from collections.abc import Callable
from typing import NamedTuple

from specdiff.model.review import Review


class Style(NamedTuple):
    """The only taste that is passed in: the width in columns, whether colour and hyperlinks are wanted, and how much to show.

    ``verbose`` shows editorial entries and echoes one by one that are otherwise folded into a line.
    """

    width: int = 80
    colour: bool = False
    links: bool = False
    verbose: bool = False


class Format(NamedTuple):
    """A name for ``--format``, the suffix of its files, a line of help, and the pure function that renders."""

    name: str
    suffix: str
    about: str
    render: Callable[[Review, Style], str]
