"""The words of a finding as runs: what changed is marked, line breaks that mean something stay, long stretches can be folded away."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from specdiff.model.language import Edit
from specdiff.model.review import Entry
from specdiff.rendering.plain import one_line, printable
from specdiff.rendering.redline import redline

_BLOCKS = re.compile(r"\n[ \t]*(?:\n|[-*+>|<~`#!]|\d+[.)])")
_AROUND = 160
_WHOLE = 500
_CHANGED = 900


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind: ``same``, ``gone`` or ``new``; ``more`` is the middle part, which may be folded, ``tail`` what follows it."""

    kind: str
    text: str
    more: str = ""
    tail: str = ""


def laid_out(text: str) -> bool:
    """Whether the line breaks of a text are its layout (paragraphs, lists, conversations) and not only where an editor wrapped it."""
    return _BLOCKS.search(text) is not None


def shown(text: str) -> str:
    """Return a text as it is read: on one line unless its line breaks are its layout."""
    return printable(text).strip("\n") if laid_out(text) else one_line(text)


def marked(entry: Entry) -> tuple[Run, ...]:
    """Return the text of both sides as one, in runs."""
    texts = [quote.text for quote in (entry.old, entry.new) if quote is not None]
    edits = _lines(entry.edits) if any(map(laid_out, texts)) else redline(entry.edits)
    return folded(edits)


def plain(text: str, kind: str) -> tuple[Run, ...]:
    """Return a text of which all is gone, new, or the same as runs."""
    return folded([Edit(kind, shown(text))])


def _lines(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Keep the lines; blanks at the ends of what changed stand outside of it, and a blank that is gone is not shown."""
    for edit in edits:
        text = printable(edit.text)
        words = text if edit.kind == "same" else text.strip(" ")
        if words:
            head, _, tail = text.partition(words)
            yield from (Edit("same", head), Edit(edit.kind, words), Edit("same", tail))
        elif edit.kind == "new":
            yield Edit("same", text)


def folded(edits: Iterable[Edit]) -> tuple[Run, ...]:
    """Return runs, the middle of long stretches that did not change folded, and all but the beginning of very long ones that did."""
    return tuple(_runs(edits))


def _runs(edits: Iterable[Edit]) -> Iterator[Run]:
    for edit in edits:
        text = edit.text
        if not text:
            continue
        head, tail = (_AROUND, _AROUND) if edit.kind == "same" else (_CHANGED, 0)
        if len(text) <= max(_WHOLE, head + _AROUND):
            yield Run(edit.kind, text)
            continue
        first = text.rfind(" ", 0, head) + 1 or head
        last = (text.find(" ", len(text) - tail) + 1 or len(text) - tail) - 1 if tail else len(text)
        yield Run(edit.kind, text[:first], text[first:last], text[last:])
