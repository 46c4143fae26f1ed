"""Two things that changed places around a word that says which goes first: "prefer tables to lists", "prefer lists to tables"."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from specdiff.prose.lexicon import lexicon
from specdiff.prose.text.similar import ends, words

_LONGEST = 40
"""Words between the first and the last that stand elsewhere; of more it is not asked which two changed places."""


def exchanged(old: str, new: str) -> tuple[str, str] | None:
    """Return what stands on either side from the first of two things that changed places to the second; ``None`` where none did."""
    before, after = words(old), words(new)
    if before == after or len(before) != len(after):
        return None
    head, tail = ends(before, after)
    one, two = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(one) > _LONGEST or Counter(one) != Counter(two):
        return None
    prefers = not _preferring().isdisjoint(before[:head])
    return (" ".join(one), " ".join(two)) if _turned(one, two, _ranking() | {"to"} if prefers else _ranking()) else None


def _turned(one: Sequence[str], two: Sequence[str], ranking: frozenset[str]) -> bool:
    """Whether the second text is the first with its beginning and its end exchanged around a middle that ranks them."""
    spans = ((first, last) for first in range(1, len(one) - 1) for last in range(first + 1, len(one)))
    return any(
        (*one[last:], *one[first:last], *one[:first]) == tuple(two) and not ranking.isdisjoint(one[first:last]) for first, last in spans
    )


@cache
def _ranking() -> frozenset[str]:
    return frozenset(lexicon("reach")["ranking"])


@cache
def _preferring() -> frozenset[str]:
    return frozenset(lexicon("reach")["preferring"])
