"""Amounts that are the same one in another form: "an hour" and "60 minutes", "13 or older" and "at least 13", "three or more" and "more than two"."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from specdiff.prose.lexicon import alternation, lexicon, lowered
from specdiff.prose.text.counting import number_words

_FIGURE = r"\d+(?:,\d{3})*(?:\.\d+)?"
_LONGEST = 4000
_WORD = re.compile(r"[\w-]+")
_DIGIT = re.compile(r"\d")
_THINGS = re.compile(
    r"\s(?:or more\s)?(?!(?:dollar|euro|pound|degree|point|time|lit(?:re|er)|met(?:re|er)|mile|kilo|gram|inche?)s\b)[a-z]{3,}s\b"
)
"""What is counted one by one, so that nothing is between two of it and three."""


class Amount(NamedTuple):
    """An amount and where it is said. ``said`` is what it comes to: the bound that it sets, the number, and what is counted."""

    start: int
    end: int
    said: tuple[str, Fraction, str]


def same_amounts(old: str, new: str) -> str:
    """Return a new text in normal form with the amounts that an old one says in another form in the form that they have there."""
    if max(len(old), len(new)) > _LONGEST:
        return new
    known = list(amounts(old))
    if not known:
        return new
    parts, at = [], 0
    for one in amounts(new):
        other = next((amount for amount in known if amount.said == one.said), None)
        if other is not None:
            known.remove(other)
            parts += [new[at : one.start], _begun(old[other.start : other.end], new[one.start : one.end])]
            at = one.end
    return "".join((*parts, new[at:]))


def other_amount(old: str, new: str) -> tuple[str, str] | None:
    """Return the amounts, as quotations, in which two texts in normal form differ, if they differ in nothing else and count the same.

    A bare number may as well be a date or a version.
    """
    if max(len(old), len(new)) > _LONGEST:
        return None
    before, after = list(amounts(old)), list(amounts(new))
    if not before or len(before) != len(after) or _blanked(old, before) != _blanked(new, after):
        return None
    pairs = [(one, other) for one, other in zip(before, after, strict=True) if one.said != other.said]
    if not pairs or any(not one.said[2] or one.said[2] != other.said[2] for one, other in pairs):
        return None
    return ", ".join(old[one.start : one.end] for one, _ in pairs), ", ".join(new[other.start : other.end] for _, other in pairs)


def _blanked(text: str, found: list[Amount]) -> str:
    parts, at = [], 0
    for one in found:
        parts.append(text[at : one.start])
        at = one.end
    return "#".join((*parts, text[at:]))


def amounts(text: str) -> Iterator[Amount]:
    """Yield the amounts that a text in normal form names, in order. A count that must be above two is one of at least three."""
    lower = lowered(text)
    if _hints().isdisjoint(_WORD.findall(lower)) and not _DIGIT.search(lower):
        return
    for found in _pattern().finditer(lower):
        dimension, value = _counted(found)
        bound = _bounds()["before"].get(found["before"] or "") or _bounds()["after"].get(found["after"] or "") or ""
        if not dimension and value.denominator == 1 and bound in ("above", "below") and _THINGS.match(lower, found.end()):
            value, bound = (value + 1, "at_least") if bound == "above" else (value - 1, "at_most")
        yield Amount(found.start(), found.end(), (bound, value, dimension))


def _counted(found: re.Match[str]) -> tuple[str, Fraction]:
    """Return what an amount counts, and how many of these."""
    words = lexicon("quantities")
    if whole := found["whole"]:
        dimension, count = words["whole"][whole]
        return dimension, Fraction(count)
    number = found["number"]
    value = Fraction(1) if number in ("a", "an") else Fraction(number_words().get(number) or number.replace(",", ""))
    dimension, count = words["units"].get((found["unit"] or "").strip(" -"), ("", 1))
    return dimension, value * count


def _begun(there: str, here: str) -> str:
    """Return a phrase with a capital where the one that it stands for has one."""
    return there[:1].upper() + there[1:] if here[:1].isupper() else there


@cache
def _hints() -> frozenset[str]:
    """Return words of which every text without a figure has one that names an amount: it says a number, a whole, or what one of is counted."""
    words = lexicon("quantities")
    return frozenset(phrase.split()[-1] for phrase in (*number_words(), *words["whole"], *words["units"]))


@cache
def _bounds() -> dict[str, dict[str, str]]:
    return {
        side: {phrase: bound for bound, phrases in lexicon("quantities")[name].items() for phrase in phrases}
        for side, name in (("before", "bounds"), ("after", "after"))
    }


@cache
def _pattern() -> re.Pattern[str]:
    words = lexicon("quantities")
    number = rf"(?:{alternation(list(number_words()))}|(?<![\w.,-]){_FIGURE}(?![\w.]*\d))"
    units = [unit for unit in words["units"] if unit != "%"]
    unit = rf"(?:\s?%|[\s-]{alternation(units)})"
    before = alternation(list(_bounds()["before"]))
    after = alternation(list(_bounds()["after"]))
    return re.compile(
        rf"(?:(?P<before>{before})\s)?(?:"
        rf"(?:an?\s)?(?P<whole>{alternation(list(words['whole']))})"
        rf"|(?P<number>{number}|\ban?(?=[\s-]{alternation(units)}))(?:\s\({_FIGURE}\))?(?P<unit>{unit})?"
        rf"(?:\s(?:of age|old))?(?:\s(?P<after>{after}))?)"
    )
