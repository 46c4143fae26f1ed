"""Whether two words are one word, spelt in two ways. English is full of words that are one letter apart: only a dictionary can tell."""

import re
import unicodedata
from functools import cache
from importlib.resources import files

_SHORTEST = 5
_COUNTRIES = (
    (re.compile(r"(?<=[a-z]{2})is(?=(?:e|es|ed|ing|er|ers|ations?)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})ys(?=(?:e|es|ed|ing)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|al|ally|ful|fully|less|ites?)?$)"), "or"),
    (re.compile(r"(?<=[aeiou][a-z][aeo]l)l(?=(?:ed|ing|ers?)$)"), ""),
    (re.compile(r"(?<=[aeiou][a-z]{2}[aeo]l)l(?=(?:ed|ing|ers?)$)"), ""),
    (re.compile(r"(?<=[a-z][bt])re(?=s?$)"), "er"),
    (re.compile(r"(?<=en)ce(?=s?d?$)"), "se"),
    (re.compile(r"(?<=cti)se(?=[sd]?$)"), "ce"),
    (re.compile(r"(?<=[a-z]{2}o)gue(?=s?$)"), "g"),
    (re.compile(r"(?<=dg)e(?=ments?$)"), ""),
    (re.compile(r"(?<=[a-z]fil)l(?=s?$)"), ""),
)
"""How the countries where English is written differ in the ends of words: "organise", "colour", "cancelled", "centre", "licence"."""


def spelt(one: str, other: str) -> bool:
    """Whether two words (case folded) are spellings of one word.

    They differ in accents alone; or in one letter more, fewer, exchanged or swapped with its neighbour, and only one of them is a word of the
    dictionary. Two words of the dictionary ("employer", "employee") are two words, and so are two that it does not know: they may be names.
    """
    if one == other:
        return True
    parts = list(zip(one.split("-"), other.split("-"), strict=False))
    return one.count("-") == other.count("-") and all(
        a == b or _bare(a) == _bare(b) or one_spelling(a) == one_spelling(b) or _slip(a, b) for a, b in parts
    )


@cache
def one_spelling(word: str) -> str:
    """Return a word (case folded) as it is spelt in one of the countries where English is written, the same one for all words."""
    if len(word) >= _SHORTEST and word.isascii():
        for ending, spelling in _COUNTRIES:
            word = ending.sub(spelling, word)
    return word


def _slip(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - heavy

    letters = one + other
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0] or not (letters.isascii() and letters.isalpha()):
        return False
    if one + "s" == other or other + "s" == one or OSA.distance(one, other, score_cutoff=1) > 1:
        return False
    return _known(one) != _known(other)


def _bare(word: str) -> str:
    """Return a word without the accents of letters that are one with them; what is only laid over a letter stays."""
    return "".join(parts[0] if len(parts := unicodedata.normalize("NFD", letter)) > 1 else letter for letter in word)


def _known(word: str) -> bool:
    return f'"{word}":'.encode() in _dictionary()


@cache
def _dictionary() -> bytes:
    """Return the English dictionary as pyspellchecker ships it, a JSON object whose keys are words.

    A word is looked for in the text of it: few are asked for, and to make a table of all takes ten times as long as to unpack it.
    """
    import gzip  # noqa: PLC0415 - seldom asked

    return gzip.decompress(files("spellchecker.resources").joinpath("en.json.gz").read_bytes())
