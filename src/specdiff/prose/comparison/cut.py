"""How much of a sentence changed: one thing that it names or one circumstance, a place or two of it, or words throughout; whether a cell was replaced.

    "religion, caste, disability"           ──▶  "religion, disability"
    "may close a room after a warning"      ──▶  "may close a room"

Who words a sentence otherwise leaves words on both sides, and does so throughout; who takes out a part of it takes out what it held for, and who
changes what a rule says changes a few words of it. Measured on invented documents, annotated by people who had not seen this.
"""

import re

from specdiff.prose.sentence.limits import common
from specdiff.prose.text.changes import changed_runs
from specdiff.prose.text.similar import words

_CIRCUMSTANCE = re.compile(
    r"(?:after|before|without|outside|inside|within|during|until|throughout|against|beyond|including|excluding|through|by|from|under|with|on|in|at) \w"
)
_POINTER = re.compile(r"\b(?:section|chapter|clause|article|see|rfc|e\.g|example)\b|\d")
_NAMES = re.compile(r"section|chapter|clause|article|rfc|[a-z]+-?\d+|\d{1,2}")  # which part or row is meant
_JOINS = frozenset({"and", "or", "nor"})  # one goes to the new last thing in a list
_LONGEST = 16
_MOST = (0.6, 0.35)
"""Share of the words of both sentences that changed in one place, and in two, above which they are told anew."""
_ONLY_MORE = 0.8
"""The same where one of them only says more."""


def cut(was: str, now: str, longer: str) -> bool:
    """Return whether a difference (the words that only one side has) is one thing out of a list, or one circumstance; *longer* is the text that has it."""
    was, now = ("" if side.lower() in _JOINS else side for side in (was, now))
    part = (was or now).lower()
    if (was and now) or not part or " … " in part or _POINTER.search(part) or len(part.split()) > _LONGEST:
        return False
    if all(word in common() for word in words(part)):
        return False
    return _CIRCUMSTANCE.match(part) is not None or _in_a_list(part, " ".join(longer.lower().split()))


def in_place(old: str, new: str) -> bool:
    """Return whether two sentences in normal form differ in one place, or in two that are no large part of them.

    Not where these tell nothing, or only which part is meant; "and" for "or" tells something.
    """
    changed = changed_runs(old, new)
    told = [word for run in changed for side in run for word in side]
    share = len(told) / (len(words(old)) + len(words(new)) or 1)
    if not 0 < len(changed) <= len(_MOST) or share > (_MOST[len(changed) - 1] if len(changed) > 1 or all(changed[0]) else _ONLY_MORE):
        return False
    return sorted(told) == ["and", "or"] or not all(word in common() or _NAMES.fullmatch(word) for word in told)


def _in_a_list(part: str, text: str) -> bool:
    """Whether a part stands between commas or semicolons, or begins or ends with what joins it to the others."""
    if part.startswith(("and ", "or ", "nor ")) or part.endswith((" and", " or", " nor")):
        return True
    said = r"\W+".join(map(re.escape, part.split()))
    return re.search(rf"[,;:]\s+{said}\s*[,;]", text) is not None


def replaced_cell(old: str, new: str) -> bool:
    """Whether a cell of a row of a table (in normal form) holds something else altogether now: "none" and "OK or ERROR", "every time" and "no"."""
    before, after = old.split(" | "), new.split(" | ")
    if len(before) != len(after) or len(before) == 1:
        return False
    pairs = [(set(words(one)), set(words(other))) for one, other in zip(before[1:], after[1:], strict=True)]
    return any(one and other and not one & other for one, other in pairs)
