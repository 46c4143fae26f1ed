"""Words that deny, and where two of them stand for none."""

import re

from specdiff.model.language import Force, Reading
from specdiff.prose.text.changes import changed_words

NOT = re.compile(r"\b(?:not|never|no longer(?! than)|doesn't|don't|isn't|aren't)\b")
DENIAL = re.compile(
    r"\b(?:(?:does|do|did|is|are|was|were|has|have|had) )?(?:not|never|no longer(?! than))\b|\b\w+n't\b|\bneither\b|\bnor\b", re.IGNORECASE
)
HARDLY = re.compile(r"\b(?:rarely|seldom|hardly|scarcely)\b", re.IGNORECASE)
_TURNED = frozenset({"without with", "unless if", "unless when", "except if", "except only", "until after", "until once"})
_LITTLE = 6
"""Words that may differ where two negations stand for none."""


def bare(text: str) -> str:
    """Return a text without what denies it."""
    return NOT.sub("", text)


def denied_twice(old: str, new: str, before: Reading, after: Reading) -> bool:
    """Return whether what is denied and what it depends on were both turned: "may not … without consent", "may … with consent"."""
    if len(before.clauses) != 1 or len(after.clauses) != 1 or before.force.negative == after.force.negative:
        return False
    denied, free = (old, new) if before.force.negative else (new, old)
    if {before.force, after.force} != {Force.PROHIBITED, Force.PERMITTED}:
        return False
    gone, come = changed_words(denied, free)
    return any(f"{out} {into}" in _TURNED for out in gone for into in come) and len(gone) + len(come) <= _LITTLE
