"""Word-level differences made ready to show on one line: no empty marks, no blanks inside the marks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from specdiff.model.language import Edit
from specdiff.model.review import Entry
from specdiff.rendering.plain import printable

_ALIKE = 0.35
_LINK = re.compile(r"\[[^\[\]]*\](?:\([^()]*\)|(?!\())")
_HALF_LINK = re.compile(r"^[^\[]*?\]\([^()]*\)\s?")


def redline(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the runs as printable text on one line. Blanks at the ends of what changed stand outside of it; runs of blanks alone are gone."""
    found: list[Edit] = []
    owed = ""
    for edit in edits:
        text = printable(edit.text)
        words = " ".join(text.split())
        if words and edit.kind == "same":
            found.append(Edit("same", (owed or _blank(text[0])) + words))
            owed = _blank(text[-1])
        elif words:
            if (owed or _blank(text[0])) and found:
                found.append(Edit("same", " "))
            found.append(Edit(edit.kind, words))
            owed = _blank(text[-1])
        elif text:
            owed = owed or ("" if edit.kind == "gone" else " ")
    return tuple(_joined(found))


def _blank(letter: str) -> str:
    return " " if letter.isspace() else ""


def _joined(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Join neighbours of one kind."""
    last: Edit | None = None
    for edit in edits:
        if last is not None and last.kind == edit.kind:
            last = Edit(last.kind, last.text + edit.text)
            continue
        if last is not None:
            yield last
        last = edit
    if last is not None:
        yield last


def clipped(edits: Sequence[Edit], around: int) -> tuple[Edit, ...]:
    """Shorten runs that did not change to about *around* letters of whole words on each side of a change."""
    last = len(edits) - 1
    return tuple(
        Edit("same", _clip(edit.text, around, first=index == 0, last=index == last)) if edit.kind == "same" else edit
        for index, edit in enumerate(edits)
    )


def _clip(text: str, around: int, *, first: bool, last: bool) -> str:
    if len(text) <= 2 * around or (first and last):
        return text
    head = "" if first else _whole_links(text[:around].rpartition(" ")[0]) + " "
    tail = "" if last else " " + _HALF_LINK.sub("", text[-around:].partition(" ")[2])
    return f"{head}…{tail}"


def _whole_links(head: str) -> str:
    """Drop a link that begins at the end of *head* and does not close there."""
    opened = head.rfind("[")
    return head if opened < 0 or _LINK.match(head, opened) else head[:opened].rstrip()


class Telling(StrEnum):
    """How the words of a finding are best shown."""

    NOTHING = "nothing"
    MARKED = "marked"
    SAME = "same"
    APART = "apart"


def telling(entry: Entry) -> Telling:
    """Return how to show the words: as one text with marks where enough of them are in both, once where they are the same, else one after the other.

    Nothing is shown of a heading that only repeats what the message says, and of a shift of values, whose evidence stands elsewhere.
    """
    old, new = entry.old, entry.new
    one = new or old
    if entry.rule.group == "value" or one is None or not f"{old.text if old else ''}{new.text if new else ''}".strip():
        return Telling.NOTHING
    if old is not None and new is not None and old.text != new.text and _alike(entry):
        return Telling.MARKED
    if one.text.startswith("#") and entry.section.title in entry.message:
        return Telling.NOTHING
    return Telling.SAME if old is not None and new is not None and old.text == new.text else Telling.APART


def _alike(entry: Entry) -> bool:
    size = {kind: sum(len(edit.text) for edit in entry.edits if edit.kind == kind) for kind in ("same", "gone", "new")}
    changed = max(size["gone"], size["new"])
    return changed > 0 and size["same"] / (size["same"] + changed) >= _ALIKE


def shortened(text: str, limit: int) -> str:
    """Return at most about *limit* letters of a text, whole words, and how many letters are left out."""
    if len(text) <= limit:
        return text
    head = text[:limit].rpartition(" ")[0] or text[:limit]
    return f"{head} … ({len(text) - len(head):,} more letters)"
