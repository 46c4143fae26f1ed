"""Styled text laid out in columns: words wrap, later lines hang, no line is wider than the page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells

if TYPE_CHECKING:
    from rich.style import Style

BREAK = "\u200b"
"""Where a line may end without a blank. Printable text never holds one."""
_ATOM = re.compile(rf"{BREAK}| +|[^ {BREAK}]+")
_NARROWEST = 10


@dataclass(frozen=True, slots=True)
class Piece:
    """Text on one line in one look (a rich style), perhaps a link. A ``solid`` one wraps as one word."""

    text: str
    look: str = ""
    link: str = ""
    solid: bool = False


def wrapped(pieces: Iterable[Piece], width: int, *, indent: int = 0, hang: int = 0) -> Iterator[list[Piece]]:
    """Yield lines of at most *width* columns: the first indented by *indent*, the others by *hang* more.

    A word is only cut where a whole line is too short for it.
    """
    indent = min(indent, max(0, width - _NARROWEST))
    hang = min(hang, max(0, width - _NARROWEST - indent))
    line, used, blank = [Piece(" " * indent)], indent, None
    start = indent
    for word in _words(pieces):
        if isinstance(word, Piece):
            blank = word if used > start and word.text else None
            continue
        size = sum(cell_len(part.text) for part in word)
        gap = len(blank.text) if blank else 0
        if used > start and used + gap + size > width:
            yield line
            start = indent + hang
            line, used, blank, gap = [Piece(" " * start)], start, None, 0
        if blank:
            line.append(blank)
        used += gap
        for part in word:
            for index, text in enumerate(_cut(part.text, width - used, width - indent - hang)):
                if index:
                    yield line
                    start = indent + hang
                    line, used = [Piece(" " * start)], start
                if text:
                    line.append(Piece(text, part.look, part.link))
                    used += cell_len(text)
        blank = None
    yield line


def _words(pieces: Iterable[Piece]) -> Iterator[list[Piece] | Piece]:
    """Yield words as lists of the pieces that they are made of, and between them blanks (an empty one where a line may simply end)."""
    word: list[Piece] = []
    for piece in pieces:
        for atom in [piece.text] if piece.solid else _ATOM.findall(piece.text):
            if piece.solid or atom[0] not in (" ", BREAK):
                word.append(Piece(atom, piece.look, piece.link))
                continue
            if word:
                yield word
            word = []
            yield Piece("" if atom == BREAK else atom, piece.look, piece.link)
    if word:
        yield word


def _cut(text: str, room: int, whole: int) -> list[str]:
    """Cut a text that is wider than *room* into a first part of at most *room* columns and others of at most *whole*."""
    if cell_len(text) <= room:
        return [text]
    first = chop_cells(text, room)[0] if room > 1 else ""
    return [first, *chop_cells(text[len(first) :], max(2, whole))]


def painted(line: Iterable[Piece], *, colour: bool, links: bool) -> str:
    """Return a line as text, with colours and links as terminals take them where they are wanted."""
    if not colour and not links:
        return "".join(piece.text for piece in line).rstrip()
    return "".join(_linked(_coloured(piece) if colour else piece.text, piece.link if links else "") for piece in line).rstrip()


def _coloured(piece: Piece) -> str:
    from rich.color import ColorSystem  # noqa: PLC0415 - only needed in colour

    if not piece.look or not piece.text.strip():
        return piece.text
    return _style(piece.look).render(piece.text, color_system=ColorSystem.STANDARD)


@cache
def _style(look: str) -> "Style":
    from rich.style import Style  # noqa: PLC0415 - only needed in colour

    return Style.parse(look)


def _linked(text: str, link: str) -> str:
    """Wrap text as a terminal hyperlink (OSC 8); rich's own carry a random number, and output is the same on every run."""
    return f"\x1b]8;;{link}\x1b\\{text}\x1b]8;;\x1b\\" if link else text
