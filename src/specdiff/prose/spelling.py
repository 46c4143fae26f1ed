"""Whether two words are one word, spelt in two ways. English is full of words that are one letter apart: only a dictionary can tell."""

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spellchecker import SpellChecker

_SHORTEST = 5


def spelt(one: str, other: str) -> bool:
    """Whether two words (case folded) are spellings of one word.

    They differ in accents alone; or in one letter more, fewer, exchanged or swapped with its neighbour, and only one of them is a word of the
    dictionary. Two words of the dictionary ("employer", "employee") are two words, and so are two that it does not know: they may be names.
    """
    if one == other:
        return True
    parts = list(zip(one.split("-"), other.split("-"), strict=False))
    return one.count("-") == other.count("-") and all(a == b or _bare(a) == _bare(b) or _slip(a, b) for a, b in parts)


def _slip(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - heavy

    letters = one + other
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0] or not (letters.isascii() and letters.isalpha()):
        return False
    if one + "s" == other or other + "s" == one or OSA.distance(one, other, score_cutoff=1) > 1:
        return False
    return (one in _dictionary()) != (other in _dictionary())


def _bare(word: str) -> str:
    """Return a word without the accents of letters that are one with them; what is only laid over a letter stays."""
    return "".join(parts[0] if len(parts := unicodedata.normalize("NFD", letter)) > 1 else letter for letter in word)


@cache
def _dictionary() -> "SpellChecker":
    from spellchecker import SpellChecker  # noqa: PLC0415 - a tenth of a second, and seldom asked

    return SpellChecker(language="en", distance=1)
