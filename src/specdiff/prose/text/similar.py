"""How alike two texts are, in words."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:(?:['.\-]|_+)[^\W_]+)*|[<>=]+")
ARTICLES = frozenset({"a", "an", "the"})
PAIRS = 100_000_000
"""Product of the lengths of two texts in words above which their words are not aligned one by one: that takes a bit of memory for each pair."""


class Run(NamedTuple):
    """A run of words that two texts have in common (``same``), or that only they have where they differ, from and up to an index of each."""

    same: bool
    old: int
    old_end: int
    new: int
    new_end: int


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a normal form, case folded."""
    return tuple(_WORD.findall(text.casefold()))


def similarity(a: str, b: str) -> float:
    """Return the likeness of two normal forms from 0 (nothing in common) to 1 (the same words in the same order).

    It is the normalised insertion-deletion similarity of the two sequences of words (Levenshtein without substitution).
    """
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - heavy

    if a == b:
        return 1.0
    before, after = words(a), words(b)
    if len(before) * len(after) > PAIRS:
        return 2 * (Counter(before) & Counter(after)).total() / (len(before) + len(after))
    return float(Indel.normalized_similarity(before, after))


def runs(before: Sequence[str], after: Sequence[str]) -> list[Run]:
    """Return what two sequences of words have in common and where they differ, in order; all of either is in one run.

    Where they are too long to be aligned (see ``alignable``) all between the common ends is one run that differs.
    """
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - heavy

    if alignable(before, after):
        return [
            Run(code.tag == "equal", code.src_start, code.src_end, code.dest_start, code.dest_end) for code in Indel.opcodes(before, after)
        ]
    head, tail = ends(before, after)
    old_end, new_end = len(before) - tail, len(after) - tail
    found = [Run(True, 0, head, 0, head), Run(False, head, old_end, head, new_end), Run(True, old_end, len(before), new_end, len(after))]  # noqa: FBT003
    return [run for run in found if run.old < run.old_end or run.new < run.new_end]


def alignable(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether two sequences are short enough, between their common ends, for their words to be aligned one by one."""
    if len(before) * len(after) <= PAIRS:
        return True
    head, tail = ends(before, after)
    return (len(before) - head - tail) * (len(after) - head - tail) <= PAIRS


def ends(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """Return how many words two sequences have in common at their beginning and, of the rest, at their end."""
    shorter = min(len(before), len(after))
    head = next((index for index in range(shorter) if before[index] != after[index]), shorter)
    tail = next((index for index in range(shorter - head) if before[-1 - index] != after[-1 - index]), shorter - head)
    return head, tail
