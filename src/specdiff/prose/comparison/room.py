"""How much a permission leaves open, and whether a sentence permits one thing more: what is only told of more, and of nothing else that changed.

"may lend it"  ──▶  "may lend it and sell it"                 one more thing: looser
"may lend it"  ──▶  "may lend it to those who live here"      fewer cases: stricter
"must file it" ──▶  "must file it, and may lend it"           a permission beside a duty: looser
"""

import re
from collections.abc import Sequence

from specdiff.model.language import Force, Reading
from specdiff.prose.comparison.members import all_listed
from specdiff.prose.sentence.force import every_cue
from specdiff.prose.sentence.limits import hits

_LIMITS = frozenset(
    {
        "for",
        "to",
        "in",
        "on",
        "at",
        "by",
        "with",
        "from",
        "within",
        "outside",
        "during",
        "between",
        "among",
        "under",
        "before",
        "after",
        "through",
    }
)
_BESIDE = re.compile(
    r"(?:for (?:example|instance)|in (?:addition|particular|fact|turn|general)|by (?:default|the way)|at (?:least|most)|to (?:the extent|be clear))\b"
)
_APPLIES = re.compile(
    r"\b(?:not|no longer|never)\W+(?:\w+\W+)?(?:appl(?:y|ies|icable)|hold|bind|binding|count|required|owed|due|in force)\b", re.IGNORECASE
)
_JOINED = re.compile(r"(?:,|\band|\bor)\s*$")


def given(gone: Sequence[str], come: Sequence[str], before: Reading, after: Reading) -> int:
    """Return 1 where all that a sentence has more than the other is something that it permits, -1 where that is all it has less, else 0."""
    if gone and come:
        return 0
    one, two = (sum(clause.force is Force.PERMITTED for clause in reading.clauses) for reading in (before, after))
    more = two - one
    return max(-1, min(1, more)) if (more > 0) is bool(come) and every_cue().search(" ".join((*gone, *come))) else 0


def released(gone: Sequence[str], come: Sequence[str], before: Reading, after: Reading) -> int:
    """Return 1 where what a sentence says not to hold ("does not apply if …") is said of one more case than before, -1 of one fewer, else 0."""
    if not all(one.force is Force.DESCRIPTIVE and _APPLIES.search(clause.text) for one in (before, after) for clause in one.clauses):
        return 0
    lost, won = ([word for word in side if word not in ("or", "and")] for side in (gone, come))
    if bool(lost) == bool(won) or "or" not in (*gone, *come) or not (before.conditions and after.conditions):
        return 0
    return 1 if won else -1


def room(texts: tuple[str, str], gone: Sequence[str], come: Sequence[str], before: Reading, after: Reading) -> int:
    """Return more than 0 where a permission leaves more room than before, less than 0 where it leaves less; *texts* are both in normal form."""
    if narrowed := int(not gone and _limits(come, texts[1])) - int(not come and _limits(gone, texts[0])):
        return -narrowed
    whole = every_cue().search(" ".join((*gone, *come))) is not None and not (gone and come)  # its "only" came or went with it
    limiting = hits("limiting", texts[1]) - hits("limiting", texts[0])
    return (0 if whole else -limiting) or int(not gone and all_listed(come, after, before)) - int(
        not come and all_listed(gone, before, after)
    )


def _limits(added: Sequence[str], longer: str) -> bool:
    """Whether what a sentence has more says for whom, where or when, and is no further thing in a list ("to guests, to neighbours")."""
    said = " ".join(added)
    if not added or added[0] not in _LIMITS or len(added) == 1 or _BESIDE.match(said):
        return False
    at = longer.lower().find(said)
    return at > 0 and _JOINED.search(longer, 0, at) is None
