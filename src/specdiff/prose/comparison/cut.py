"""Whether a sentence only lost, or only won, one thing that it names or one circumstance that it holds under; whether a cell was replaced.

    "religion, caste, disability"           ──▶  "religion, disability"
    "may close a room after a warning"      ──▶  "may close a room"

Who words a sentence otherwise leaves words on both sides; who takes out a part of it takes out what it held for.
"""

import re

from specdiff.prose.sentence.limits import common
from specdiff.prose.text.similar import words

_CIRCUMSTANCE = re.compile(
    r"(?:after|before|without|outside|inside|within|during|until|throughout|against|beyond|including|excluding|through|by|from|under|with|on|in|at) \w"
)
_POINTER = re.compile(r"\b(?:section|chapter|clause|article|see|rfc|e\.g|example)\b|\d")
_JOINS = frozenset({"and", "or", "nor"})  # one goes to the new last thing in a list
_LONGEST = 16


def cut(was: str, now: str, longer: str) -> bool:
    """Return whether a difference (the words that only one side has) is one thing out of a list, or one circumstance; *longer* is the text that has it."""
    was, now = ("" if side.lower() in _JOINS else side for side in (was, now))
    part = (was or now).lower()
    if (was and now) or not part or " … " in part or _POINTER.search(part) or len(part.split()) > _LONGEST:
        return False
    if all(word in common() for word in words(part)):
        return False
    return _CIRCUMSTANCE.match(part) is not None or _in_a_list(part, " ".join(longer.lower().split()))


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
