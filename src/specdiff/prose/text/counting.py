"""Words for numbers: "seven", "seventy-two", "two hundred", and the figures that stand for them."""

import re
from collections.abc import Mapping
from functools import cache

from specdiff.prose.lexicon import alternation, lexicon

_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}


@cache
def number_words() -> Mapping[str, int]:
    """Return the words for numbers in lower case, with those that are put together of two ("seventy-two", "two hundred"), and what they come to."""
    known: dict[str, int] = lexicon("quantities")["numbers"]
    tens, ones = ({word: value for word, value in known.items() if value in span} for span in (range(20, 100, 10), range(1, 10)))
    compounds = {f"{ten}-{one}": tens[ten] + ones[one] for ten in tens for one in ones}
    small = {word: value for word, value in known.items() if value < _SCALES["hundred"] and " " not in word}
    return {**known, **compounds, **{f"{word} {scale}": value * many for word, value in small.items() for scale, many in _SCALES.items()}}


def figures(text: str) -> str:
    """Return a text in lower case with figures for the words for numbers; "one" mostly stands for a thing, and stays."""
    return written().sub(lambda found: figure(found[0]), text)


def figure(words: str) -> str:
    """Return the figures of what ``written`` finds."""
    return str(_written()[words])


@cache
def written() -> re.Pattern[str]:
    """Return what finds a number that is written in words and is no "one", for a text in lower case."""
    return re.compile(alternation(list(_written())))


@cache
def _written() -> dict[str, int]:
    """Return the words for numbers above one, with those that were taken apart at their hyphens."""
    plain = {word: value for word, value in number_words().items() if value > 1}
    return plain | {word.replace("-", " "): value for word, value in plain.items()}
