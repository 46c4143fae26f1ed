"""Paragraphs to sentences, as offsets in the source.

sentencex knows abbreviations; what it cannot know is Markdown: a full stop inside a link, a code span, a quotation
or a bracket does not end a sentence here, and footnote marks after the full stop belong to the sentence before.
"""

import html
import re

_END = re.compile(r"[.!?\u3002](?:[\"'\u201d\u2019)\]*_~]|\[\^[^\]\s]+\]|</(?:del|s|strike)>)*(?=\s|$)")
_FOOTNOTES = re.compile(r"(?:\[\^[^\]\s]+\])+")
_CLOSED = re.compile(r"(?:\*{1,3}|_{1,3}|~~|</(?:del|s|strike)>)(?=\s)")
_STRUCK = re.compile(r"</(?:del|s|strike)>")
_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_PAIRS = ("()", "[]", "\u201c\u201d", '""', "``")
_LONG = 200_000


def sentences(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence of a paragraph, without surrounding blanks; every non-blank character is in one."""
    if not text.strip():
        return []
    if len(text) > _LONG or not _END.search(text, 0, max(0, len(text) - 1)):
        return [_trimmed(text, 0, len(text))]
    return _joined(text, _raw(text))


def without_code(text: str) -> str:
    """Return a Markdown text without its code spans."""
    return _CODE.sub("", text) if "`" in text else text


def veiled_code(text: str) -> str:
    """Return a Markdown text of the same length in which code spans are made of one letter, so that no mark is found there."""
    return _CODE.sub(lambda found: "x" * len(found[0]), text) if "`" in text else text


def _raw(text: str) -> list[tuple[int, int]]:
    """Return sentencex's boundaries as offsets (it returns pieces whose concatenation is the text)."""
    from sentencex import segment  # noqa: PLC0415 - heavy

    flat = text.replace("\n", " ")
    if "</" in flat:  # a full stop before the end of what is struck out ends a sentence as well
        flat = _STRUCK.sub(lambda tag: " " * len(tag[0]), flat)
    found: list[tuple[int, int]] = []
    start = 0
    for piece in segment("en", flat):
        at = flat.find(piece, start)
        if at < 0:
            continue
        found.append((at, at + len(piece)))
        start = at + len(piece)
    return found or [(0, len(text))]


def _joined(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join pieces that end inside a bracket, quotation or code span, or that start with a footnote mark."""
    out: list[tuple[int, int]] = []
    begin = 0
    pairs = [pair for pair in _PAIRS if _closed(_shown(text), pair)]  # where one is never closed, nobody knows what it should hold
    for index, (_, end) in enumerate(pieces):
        last = index == len(pieces) - 1
        stop = len(text) if last else end
        if not last and (closed := _CLOSED.match(text, stop)):
            stop = closed.end()
        if not last:
            mark = _FOOTNOTES.match(text, _skip(text, stop))
            if mark:
                stop = mark.end()
        if stop <= begin:
            continue
        if not last and not _ended(_shown(text[begin:stop]), pairs):
            continue
        if text[begin:stop].strip():
            out.append(_trimmed(text, begin, stop))
        begin = stop
    return out


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t":
        at += 1
    return at


def _shown(text: str) -> str:
    """Return a text with its entities as the characters that a reader sees, and without what stands in code: a bracket there opens nothing."""
    text = without_code(text)
    return html.unescape(text) if "&" in text else text


def _closed(text: str, pair: str) -> bool:
    """Whether all that a mark opens is closed."""
    return text.count(pair[0]) % 2 == 0 if pair[0] == pair[1] else text.count(pair[0]) <= text.count(pair[1])


def _ended(piece: str, pairs: list[str]) -> bool:
    """Whether a piece closes all that it opens, and comes to an end."""
    if not all(_closed(piece, pair) for pair in pairs):
        return False
    return bool(_END.search(piece.rstrip()[-40:])) or piece.rstrip()[-1:] in ":;"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
