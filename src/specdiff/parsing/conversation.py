"""Examples: a conversation in tags, with comparisons of replies and a verdict on each.

Tags are found at the start of a line, after blanks or a stray ``*``. What stands between a tag and the one that closes it is
text, whatever it looks like.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from specdiff.model.spec import Verdict

_TAG = re.compile(r"[ \t*]*<(?P<close>/?)(?P<name>[A-Za-z][\w.-]*)(?P<attributes>(?:\s(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)?)>")
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"']+)")
_COMMENT = re.compile(r"\s*<!--(.*?)-->", re.DOTALL)
_MARKER = re.compile(r"\s*(GOOD|OK|BAD)\b((?:\s*\[\s*#[^\]]*\])*)[\s:,;.\u2013\u2014-]*(.*)", re.IGNORECASE | re.DOTALL)
_ANCHOR = re.compile(r"#([^\s\],#]+)")
_COMPARISON = "comparison"


class Turn(NamedTuple):
    """One message, or one reply with a verdict. Lines count from 0 in the conversation; ``comparison`` is -1 outside any.

    ``text`` is the whole as written, with its tags; ``body`` what stands between them, without the ``comment`` after the first.
    """

    role: str
    attributes: tuple[tuple[str, str], ...]
    text: str
    body: str
    first: int
    last: int
    turn: int
    comparison: int = -1
    verdict: Verdict | None = None
    tags: tuple[str, ...] = ()
    reason: str = ""
    comment: str = ""


class _Tags:
    """Where which tag opens and closes."""

    def __init__(self, lines: list[str]) -> None:
        self.at: dict[int, re.Match[str]] = {}
        self._lines: dict[tuple[str, bool], list[int]] = {}
        for number, line in enumerate(lines):
            found = _TAG.match(line) if "<" in line else None
            if found:
                self.at[number] = found
                self._lines.setdefault((found["name"].lower(), bool(found["close"])), []).append(number)

    def next(self, name: str, after: int, *, close: bool) -> int | None:
        """Return the first line after *after* that starts with the tag."""
        numbers = self._lines.get((name, close), [])
        index = bisect_right(numbers, after)
        return numbers[index] if index < len(numbers) else None


def is_conversation(text: str) -> bool:
    """Whether a code block holds messages in tags."""
    return re.search(r"^[ \t*]*</(?:user|assistant|system|developer|comparison)>", text, re.MULTILINE) is not None


def turns(text: str) -> Iterator[Turn]:
    """Yield the messages and replies of a conversation; text outside any tag is a message with no role."""
    lines = text.split("\n")
    tags = _Tags(lines)
    number = turn = 0
    comparison, inside = -1, False
    while number < len(lines):
        tag = tags.at.get(number)
        if tag and tag["name"].lower() == _COMPARISON:
            inside = not tag["close"]
            comparison += inside
            turn += not inside
            number += 1
        elif tag and not tag["close"]:
            made, number = _turn(lines, tags, number, turn, comparison if inside else -1)
            yield made
            turn += not inside
        elif tag or not lines[number].strip():
            number += 1
        else:
            start = number
            while number < len(lines) and number not in tags.at:
                number += 1
            body = "\n".join(lines[start:number]).rstrip()
            yield Turn("", (), body, body, start, start + body.count("\n"), turn, comparison if inside else -1)
            turn += not inside


def _turn(lines: list[str], tags: _Tags, start: int, turn: int, comparison: int) -> tuple[Turn, int]:
    """Return the turn that opens on line *start*, and the line after it."""
    tag = tags.at[start]
    name = tag["name"].lower()
    rest = lines[start][tag.end() :]
    closing = f"</{name}>"
    stop = start
    if closing not in rest.lower():
        close = tags.next(name, start, close=True)
        other = [tags.next(name, start, close=False), tags.next(_COMPARISON, start, close=True) if comparison >= 0 else None]
        stop = min([number for number in (close, *other) if number is not None], default=len(lines))
        if stop != close:
            stop -= 1
    content = "\n".join([rest, *lines[start + 1 : stop + 1]])
    end = content.lower().rfind(closing)
    body = content[:end] if end >= 0 else content
    if end >= 0:
        body = body.rstrip(" \t*").removesuffix("\n")
    said = _COMMENT.match(body)
    comment = said[1].strip() if said else ""
    verdict, anchors, reason = _verdict(comment)
    attributes = tuple((key, value[1:-1] if value[0] in "\"'" else value) for key, value in _ATTRIBUTE.findall(tag["attributes"]))
    shown = body[said.end() :] if said else body
    last = min(stop, len(lines) - 1)
    text = "\n".join(lines[start : last + 1])
    return Turn(name, attributes, text, shown.strip("\n"), start, last, turn, comparison, verdict, anchors, reason, comment), stop + 1


def _verdict(comment: str) -> tuple[Verdict | None, tuple[str, ...], str]:
    found = _MARKER.fullmatch(comment)
    if not found:
        return None, (), comment
    return Verdict(found[1].lower()), tuple(_ANCHOR.findall(found[2])), " ".join(found[3].split())
