"""What is struck out: a text that is still there to be seen, and that its author took back."""

import re

_STRUCK = re.compile(
    r"(?<![~\\])~~(?=[^\s~])(?:(?!\n[ \t]*\n).)+?(?<=[^\s~])~~(?!~)|<(del|s|strike)\b[^<>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
_COMMENT = re.compile(r"\s*<!--.*-->\s*", re.DOTALL)
_MARK = re.compile(r"~~|</?(?:del|s|strike)\b[^<>]*>", re.IGNORECASE)
_WORD = re.compile(r"\w")


def struck(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each run of a Markdown text that is struck out, with its marks."""
    return [found.span() for found in _STRUCK.finditer(text)] if "~~" in text or "</" in text else []


def all_struck(start: int, end: int, text: str, runs: list[tuple[int, int]]) -> bool:
    """Whether every word between two offsets of a text stands in one of *runs*."""
    left, at = "", start
    for first, last in runs:
        if last > start and first < end:
            left += text[at : max(at, first)]
            at = max(at, last)
    return at > start and not _WORD.search(left + text[at:end])


def without_strikes(text: str) -> str:
    """Return a text without the marks that strike out, and with what they strike."""
    return _MARK.sub("", text)


def is_comment(text: str) -> bool:
    """Whether a text is a comment of the Markdown, which no reader of the page sees."""
    return _COMMENT.fullmatch(text) is not None
