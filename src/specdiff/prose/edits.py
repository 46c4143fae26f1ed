"""The difference of two Markdown sources as runs of words that a person can read."""

import re

from specdiff.model.language import Edit

_TOKEN = re.compile(r"\s+|`[^`\n]*`|!?\[[^\[\]]*\]\([^()\s]*\)|\[\^[^\]\s]+\]|[^\W_]+(?:['\u2019\-][^\W_]+)*|.", re.DOTALL)
_LIMIT = 4_000


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """Return the runs that turn *old* into *new*: ``same`` + ``gone`` joined give *old*, ``same`` + ``new`` give *new*.

    A link, code span or word is never split. Texts of over 4,000 words are one run each where they differ.
    """
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - heavy

    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(before) > _LIMIT or len(after) > _LIMIT:
        return tuple(Edit(kind, text) for kind, text in (("gone", old), ("new", new)) if text) if old != new else (Edit("same", old),)
    runs: list[tuple[str, str]] = []
    for code in Indel.opcodes(before, after):
        if code.tag == "equal":
            runs.append(("same", "".join(before[code.src_start : code.src_end])))
        else:
            runs.append(("gone", "".join(before[code.src_start : code.src_end])))
            runs.append(("new", "".join(after[code.dest_start : code.dest_end])))
    return tuple(Edit(kind, text) for kind, text in _smooth([run for run in runs if run[1]]))


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
