"""Whether a condition came, or went, together with the clause that it limits: then no rule holds in fewer cases, or in more, than before.

"File it."                        ──▶  "File it and, where it is torn, mend it."     mending is new, and so is its condition
"Ask or, if there is time, wait." ──▶  "Ask."                                        waiting is gone, and so is its condition
"Mend it."                        ──▶  "Mend it where it is torn."                   a condition
"""

import re

from specdiff.prose.paraphrase.content import telling
from specdiff.prose.sentence.force import every_cue

_STOP = re.compile(r"[,;:.!?()]|\s-\s|\b(?:and|or|but|then)\b")
_CLAUSE = re.compile(r"[;:.!?()]|\s-\s|\bthen\b")
_OPENS = re.compile(r"(?:,\s*(?:and|or|but|then)?|[;:]\s*(?:and|or|but|then)?|\b(?:and|or|but|then),?)\s*$")


def went_with_its_clause(part: str, whole: str, other: str) -> bool:
    """Return whether nothing of the clause that a condition stands in is in the other sentence (both in normal form)."""
    lower = whole.lower()
    start = lower.find(part)
    if start <= 0:
        return False
    end = start + len(part)
    host = _after(lower, end) if _OPENS.search(lower, 0, start) else _before(lower, start)
    said = set(telling(host)) - set(telling(part))
    return bool(said) and said.isdisjoint(telling(other.lower()))


def _after(lower: str, at: int) -> str:
    """Return the clause that follows a condition which opens it or stands between commas: up to the next stop."""
    rest = lower[at:].lstrip(" ,")
    stop = _STOP.search(rest)
    return rest[: stop.start()] if stop else rest


def _before(lower: str, at: int) -> str:
    """Return the clause that a condition closes, back to the stop or the word of force before it."""
    since = max((found.end() for found in _CLAUSE.finditer(lower, 0, at)), default=0)
    cue = max((found.end() for found in every_cue().finditer(lower, since, at)), default=since)
    return lower[cue:at]
