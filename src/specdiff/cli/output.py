"""Which format goes where, how wide and in what colour."""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from specdiff.cli.streams import put, show, write
from specdiff.cli.table import meant
from specdiff.errors import SpecdiffError
from specdiff.model.review import Review
from specdiff.rendering.catalogue import format_of, formats
from specdiff.rendering.format import Format, Style

NARROWEST = 20
WIDEST = 1000
COLUMNS = 80

Target = tuple[Format, Path | None]
"""A format and the file that it goes to, or ``None`` for standard output."""


class Screen(NamedTuple):
    """How standard output wants to be written to. ``pager``: whether to page what is longer than the terminal."""

    style: Style
    pager: bool

    @staticmethod
    def of(*, width: str | None, color: str, verbose: bool, pager: bool) -> "Screen":
        """Return the screen that the options, the environment and standard output itself ask for."""
        terminal = sys.stdout is not None and sys.stdout.isatty()
        columns = max(NARROWEST, shutil.get_terminal_size((COLUMNS, 24)).columns) if terminal else COLUMNS
        columns = _columns(width) if width is not None else columns
        coloured = _coloured(color, terminal=terminal)
        return Screen(Style(columns, coloured, coloured and terminal, verbose), terminal and pager and os.environ.get("TERM") != "dumb")


def _columns(width: str) -> int:
    if not width.isdecimal() or not NARROWEST <= int(width) <= WIDEST:
        raise SpecdiffError(f"--width cannot be {width!r}; give a number of columns from {NARROWEST} to {WIDEST}")
    return int(width)


def _coloured(color: str, *, terminal: bool) -> bool:
    if color not in ("auto", "always", "never"):
        raise SpecdiffError(f"--color cannot be {color!r}; use auto, always or never")
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR", "")
    if forced:
        return forced.lower() not in ("0", "false")
    return terminal and os.environ.get("TERM") != "dumb"


def targets(names: Sequence[str], files: Sequence[str], *, explicit: bool) -> tuple[Target, ...]:
    """Return each format with where it goes: the first ``--format`` to the first ``--output``, and so on.

    Where the formats are not *explicit* the name of a file tells its format, if it can. Raises SpecdiffError for what does not fit together.
    """
    chosen = [_format(name) for name in names]
    if not explicit and files:
        chosen = [_by_suffix(Path(file)) or _told(chosen[0], file) for file in files]
    if len(files) > len(chosen):
        raise SpecdiffError(f"{len(files)} times --output but {len(chosen)} times --format; give one --format for each --output")
    places = [None if file == "-" else Path(file) for file in files] + [None] * (len(chosen) - len(files))
    if places.count(None) > 1:
        raise SpecdiffError("only one format can go to standard output; give --output for the others")
    if len({place and place.absolute() for place in places}) < len(places):
        raise SpecdiffError("two formats cannot go to the same file; give each an --output of its own")
    for place in places:
        _writable(place)
    return tuple(zip(chosen, places, strict=True))


def _format(name: str) -> Format:
    found = format_of(name)
    if found is None:
        raise SpecdiffError(f"no format is called {name!r}{meant(name, list(formats()))}")
    return found


def _by_suffix(file: Path) -> Format | None:
    """Return the format that a file's name tells: of those whose suffix it has, the one with the longest."""
    fitting = [one for one in formats().values() if file.name.lower().endswith("." + one.suffix.lstrip("."))]
    return max(fitting, key=lambda one: len(one.suffix), default=None)


def _told(chosen: Format, file: str) -> Format:
    """Return the format that is in force, for a file whose name tells none. Raises SpecdiffError where it nearly tells another."""
    from difflib import get_close_matches

    near = get_close_matches(Path(file).suffix, sorted({one.suffix for one in formats().values()}), 1)
    if near and chosen.name == "terminal":
        raise SpecdiffError(f"no format is told by the ending of {file!r}; did you mean {near[0]!r}? or say which with --format")
    return chosen


def _writable(place: Path | None) -> None:
    if place is None:
        return
    if place.is_dir():
        raise SpecdiffError(f"{str(place)!r} is a folder; name a file in it with --output")
    if not place.parent.is_dir():
        raise SpecdiffError(f"there is no folder {str(place.parent)!r} to write {place.name!r} to; make it first")


def emit(review: Review, wanted: Sequence[Target], screen: Screen) -> None:
    """Render everything, then write the files, then standard output: nothing is written if something cannot be rendered."""
    in_file = Style(screen.style.width, verbose=screen.style.verbose)
    rendered = [(one, place, one.render(review, screen.style if place is None else in_file)) for one, place in wanted]
    for _, place, text in rendered:
        if place is not None:
            write(place, text)
    for one, place, text in rendered:
        if place is None:
            (show if one.name == "terminal" and screen.pager else put)(text)
