"""The difference of two Markdown sources as runs of words that a person can read."""

import re
from collections.abc import Iterator, Sequence

from specdiff.model.language import Edit
from specdiff.prose.text.similar import PAIRS, alignable, runs

_FORMULA = r"\$\$[^$]+\$\$|\$(?=[^\s$])(?:[^$\n]|\n(?!\s*\n)){1,300}?(?<=[^\s$])\$(?![\w$])|\\\(.{1,300}?\\\)"
_TOKEN = re.compile(rf"\s+|{_FORMULA}|`[^`\n]*`|!?\[[^\[\]]*\]\([^()\s]*\)|\[\^[^\]\s]+\]|[^\W_]+(?:['\u2019\-][^\W_]+)*|.", re.DOTALL)


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """Return the runs that turn *old* into *new*: ``same`` + ``gone`` joined give *old*, ``same`` + ``new`` give *new*.

    A link, code span, formula or word is never split, and blanks are blanks, of whatever kind: another line's end is an edit for itself.
    Texts that are too long to be aligned (see ``whole``) are one run each between their common ends.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    found: list[tuple[str, str]] = []
    for run in runs(*(tuple(" " if token.isspace() else token for token in side) for side in (before, after))):
        was, now = before[run.old : run.old_end], after[run.new : run.new_end]
        found += _same(was, now) if run.same else [("gone", "".join(was)), ("new", "".join(now))]
    return tuple(Edit(kind, text) for kind, text in _smooth([run for run in found if run[1]]))


def _same(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the runs of tokens that are the same but for their blanks."""
    same = ""
    for was, now in zip(before, after, strict=True):
        if was == now:
            same += was
            continue
        yield from (("same", same), ("gone", was), ("new", now))
        same = ""
    yield "same", same


def whole(old: str, new: str) -> bool:
    """Whether the difference of two sources is shown as a whole, since they are too long for their words to be aligned."""
    return len(old) * len(new) > PAIRS and not alignable(_TOKEN.findall(old), _TOKEN.findall(new))


def _smooth(runs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Merge runs so that two edits with only blanks or punctuation between them read as one."""
    out: list[tuple[str, str]] = []
    gone = new = ""
    for index, (kind, text) in enumerate(runs):
        inner = 0 < index < len(runs) - 1
        if kind == "gone":
            gone += text
        elif kind == "new":
            new += text
        elif inner and (gone or new) and not re.search(r"\w", text):
            gone, new = gone + text, new + text
        else:
            out += [(label, run) for label, run in (("gone", gone), ("new", new)) if run]
            gone = new = ""
            out.append((kind, text))
    return out + [(label, run) for label, run in (("gone", gone), ("new", new)) if run]
