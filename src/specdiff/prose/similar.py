"""How alike two texts are, in words."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['.\-][^\W_]+)*|[<>=]+")


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
    return float(Indel.normalized_similarity(words(a), words(b)))
