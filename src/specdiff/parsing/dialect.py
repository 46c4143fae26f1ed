"""The shape of a dialect: how one family of documents writes a spec in Markdown."""

from collections.abc import Callable
from typing import NamedTuple

from specdiff.model.settings import Settings
from specdiff.model.snapshot import Snapshot
from specdiff.model.spec import Spec
from specdiff.parsing.dress import Titles


class Dialect(NamedTuple):
    """One notation. ``recognises`` scores a file from 0 (not mine) to 1 (surely mine) from its path and text.

    ``read`` is also given headings of the other side of a comparison (see ``dress``), which serve as headings here too.
    ``companions`` are globs, relative to the spec's folder, of files that belong to it (eval prompts).
    """

    name: str
    recognises: Callable[[str, str], float]
    read: Callable[[Snapshot, Settings, Titles], Spec]
    companions: tuple[str, ...] = ()
