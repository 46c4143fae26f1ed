"""What is struck out: a text that is still there to be seen, and that its author took back."""

import re
from bisect import bisect_left, bisect_right
from operator import itemgetter

from specdiff.prose.text.sentences import veiled_code

_TOKEN = re.compile(r"(?<![~\\])~~(?!~)|\n[ \t]*\n|<(/?)(del|s|strike)\b[^<>]*>", re.IGNORECASE)
_ALONE = re.compile(r"\s*<(/?)(?:del|s|strike)\b[^<>]*>\s*", re.IGNORECASE)
_COMMENT = re.compile(r"\s*<!--.*-->\s*", re.DOTALL)
_MARK = re.compile(r"~~|</?(?:del|s|strike)\b[^<>]*>", re.IGNORECASE)
_WORD = re.compile(r"\w")
_CLOSING = tuple(".,;:!?)]")


def struck(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each run of a Markdown text that is struck out, with its marks, in order; none overlaps another, none is in code."""
    if "~~" not in text and "</" not in text:
        return []
    return _merged(_runs(veiled_code(text)))


def _runs(text: str) -> list[tuple[int, int]]:
    """Find the runs in one pass; a mark that is never closed strikes nothing out."""
    found: list[tuple[int, int]] = []
    opened: dict[str, int] = {}
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        if tag := token[2]:
            if not token[1]:
                opened.setdefault(tag.lower(), start)
            elif tag.lower() in opened:
                found.append((opened.pop(tag.lower()), end))
        elif token[0] != "~~":  # a blank line ends the paragraph
            opened.pop("~~", None)
        elif "~~" in opened and not text[start - 1].isspace():
            found.append((opened.pop("~~"), end))
        elif text[end : end + 1].strip():
            opened["~~"] = start
    return found


def _merged(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(runs):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def within(start: int, end: int, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return those of some runs in order that reach between two offsets."""
    return runs[bisect_right(runs, start, key=itemgetter(1)) : bisect_left(runs, end, key=itemgetter(0))] if runs else []


def unstruck(text: str, start: int = 0, end: int | None = None, runs: list[tuple[int, int]] | None = None) -> str:
    """Return what stands between two offsets of a text without the *runs* there that are struck out: what its author still says."""
    end = len(text) if end is None else end
    pieces: list[str] = []
    at = start
    for first, last in struck(text) if runs is None else runs:
        _join(pieces, text[at : max(at, first)])
        at = min(end, last)
    _join(pieces, text[at:end])
    return "".join(pieces)


def _join(pieces: list[str], piece: str) -> None:
    """Add a piece; no blank is left before a mark that closes."""
    if pieces and piece.startswith(_CLOSING):
        pieces[-1] = pieces[-1].rstrip()
    if piece:
        pieces.append(piece)


def says_nothing(text: str) -> bool:
    """Whether no word is left in a text."""
    return _WORD.search(text) is None


def without_strikes(text: str) -> str:
    """Return a text without the marks that strike out, and with what they strike."""
    return _MARK.sub("", text)


def between(texts: list[str]) -> frozenset[int]:
    """Return which of some blocks stand between a tag that begins to strike out and the one that ends it, where each tag is a block for itself."""
    found: set[int] = set()
    opened: int | None = None
    for index, text in enumerate(texts):
        tag = _ALONE.fullmatch(text)
        if tag and not tag[1]:
            opened = index if opened is None else opened
        elif tag and opened is not None:
            found.update(range(opened + 1, index))
            opened = None
    return frozenset(found)


def is_comment(text: str) -> bool:
    """Whether a text is a comment of the Markdown, which no reader of the page sees."""
    return _COMMENT.fullmatch(text) is not None
