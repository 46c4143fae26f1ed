"""What a reply does: whether it refuses, and whether it gives something all the same."""

import re
from enum import StrEnum
from functools import cache

from specdiff.prose.lexicon import alternation, lexicon

_OPENING = 40
"""Words at the beginning in which a refusal shows."""
_SHORT = 45
"""A reply that says no in fewer words and offers nothing is nothing but a refusal."""


class Conduct(StrEnum):
    """What a reply does, as far as its words tell."""

    REFUSAL = "refusal"
    PARTIAL = "partial"  # says no to something and gives or offers something else
    ANSWER = "answer"


def conduct(words: str) -> Conduct:
    """Return what a reply in normal form does. A heuristic: it knows how people say no, not what they say no to."""
    refusing, offering = _patterns()
    lowered = words.casefold()
    beginning = " ".join(lowered[: _OPENING * 12].split()[:_OPENING])
    if not refusing.search(beginning):
        return Conduct.ANSWER
    return Conduct.PARTIAL if offering.search(lowered) or lowered.count(" ") >= _SHORT else Conduct.REFUSAL


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = lexicon("conduct")
    return re.compile(alternation(data["refusing"])), re.compile(alternation(data["offering"]))
