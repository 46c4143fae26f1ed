"""What a text says of itself: of when it is, which version, and from when it holds. Another date there is no other rule.

"Last updated: 3 May 2031", "Version 2.3", "Owner: the crew · Revised: May 2031"; "In force from 1 June 2031"
"""

import re
from functools import cache

from specdiff.prose.lexicon import lexicon

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DATE = re.compile(
    rf"\b(?:\d{{4}}-\d{{2}}(?:-\d{{2}})?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|(?:{_MONTH} )?\d{{4}}|\d{{1,2}} {_MONTH})\b"
)
_NUMBER = re.compile(r"\b(?:version|rev(?:ision)?|edition|release|draft|issue)(?: (?:no|number))?[.:]? ?v?\d[\w.-]*")
_SEGMENTS = re.compile(r"\s*(?:[·|;()•]|\s-\s|\.\s)\s*")
_WORD = re.compile(r"[a-z]+|\d+")


def stamped_otherwise(old: str, new: str) -> bool:
    """Whether two texts in normal form differ in nothing but the dates and versions that they give of themselves."""
    return _differ_in(old, new, _stamped())


def dated_otherwise(old: str, new: str) -> bool:
    """Whether two texts in normal form differ in nothing but these and the date from which they hold."""
    return _differ_in(old, new, _stamped() | _in_force())


def _differ_in(old: str, new: str, known: frozenset[str]) -> bool:
    """Whether all parts that differ are dates and versions with nothing but words that are known, and one says of what it is the date."""
    one, two = (_SEGMENTS.split(text.lower().strip(" .")) for text in (old, new))
    changed = [part for pair in zip(one, two, strict=False) if pair[0] != pair[1] for part in pair]
    if len(one) != len(two) or not all(known.issuperset(_WORD.findall(_DATE.sub(" ", _NUMBER.sub(" ", part)))) for part in changed):
        return False
    return any(_NUMBER.search(part) or (_DATE.search(part) and _WORD.search(_DATE.sub(" ", part))) for part in changed)


@cache
def _stamped() -> frozenset[str]:
    return frozenset(lexicon("parts")["stamped"])


@cache
def _in_force() -> frozenset[str]:
    return frozenset(lexicon("parts")["in_force"])
