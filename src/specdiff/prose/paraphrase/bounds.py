"""What became of the numbers of a sentence, and whether two sentences set the same bounds to those that both name.

"at most twice a day"            ◀──▶  "two times a day at most"
"nobody under 18 may come in"    ◀──▶  "those of 18 or over may come in"      what is denied turns a bound

"under 18" and "over 18" name one number, and are the contrary of each other.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from specdiff.model.language import Reading
from specdiff.prose.lexicon import alternation, lexicon, lowered
from specdiff.prose.paraphrase.forms import counted_once
from specdiff.prose.paraphrase.shutting import denials
from specdiff.prose.text.counting import figures, number_words
from specdiff.prose.traits import Trait

_HINT = re.compile(r"\b(?:after|th[ae]n|most|least|over|under|above|below|beyond|exceed\w*|up to|within|maximum|minimum|or|and)\b")
_BEFORE = {
    "above": ("over", "above", "after", "beyond", "exceed", "exceeds", "exceeding", "higher than"),
    "below": ("under", "below", "lower than"),
    "at_most": ("within", "no later than", "not later than", "not exceed", "not exceeding", "maximum", "at the most", "no higher than"),
    "at_least": ("minimum", "at the least", "no earlier than", "not before"),
}
_AFTER = {
    "at_most": (
        "at most",
        "at the most",
        "at the latest",
        "maximum",
        "or earlier",
        "and under",
        "and below",
        *(f"{be} the {most}" for be in ("is", "are") for most in ("most", "maximum", "limit")),
    ),
    "at_least": ("at least", "at the least", "minimum", "or later", "and above", "and older"),
}
_AND = re.compile(r"[;:]|[.!?]\s|,? (?:and|but)\b(?! (?:under|over|above|below|older|younger|more|less|fewer|newer|later|earlier)\b)")
_CASE = re.compile(r"\b(?:if|when|whenever|where|while|because|since)\b[^,;.]*")
_ONE = r"an?(?=\s(?:second|minute|hour|day|week|month|quarter|year))"
_OTHER = {"above": "at_most", "at_most": "above", "below": "at_least", "at_least": "below"}
"""What a bound is where that is denied which it bounds."""
_UP = {"above": True, "at_least": True, "below": False, "at_most": False}
_TIMES = {"once": "1", "one": "1", "twice": "2", "thrice": "3"}


def numbers(before: Reading, after: Reading, gone: Sequence[str], come: Sequence[str]) -> list[Trait]:
    """Return what became of the numbers of a sentence: told where only they changed, or where their count stayed and few other words did."""
    one, two = Counter(before.numbers), Counter(after.numbers)
    lost, won = list((one - two).elements()), list((two - one).elements())
    if Counter(map(figures, lost)) == Counter(map(figures, won)):
        return []
    digits = any(any(character.isdigit() for character in number) for number in (*lost, *won)) or len(gone) + len(come) <= 6  # noqa: PLR2004
    if lost and won and digits and len(gone) + len(come) <= 24:  # noqa: PLR2004 - the same sentence with another number
        return [Trait("threshold/changed", counted_once(lost), counted_once(won))]
    return []


def bounded_alike(old: str, new: str) -> bool:
    """Whether each number that both sentences bound is bounded in the same direction, and so are those that each has alone."""
    first, second = _compared(old, new)
    shared = _shared(first, second)
    if any(number in shared for number, _ in first ^ second):
        return False
    rest, other = ({bound for number, bound in side if number not in shared} for side in (first, second))
    return not rest or not other or rest == other


def other_bounds(old: str, new: str) -> tuple[str, str] | None:
    """Return, as quotations, the first bound that two sentences set to the same number in contrary directions, if there is one."""
    first, second = _compared(old, new)
    for number in sorted(_shared(first, second)):
        one, two = ({bound for known, bound in side if known == number} for side in (first, second))
        if any(_UP[a] is not _UP[b] for a in one for b in two) and len(one) == len(two) == 1:
            was, now = _quoted(old, number), _quoted(new, number)
            return (was, now) if was.lower() != now.lower() else None
    return None


def _compared(old: str, new: str) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return the numbers that two sentences bound, with their bounds as they are where both deny as often; nothing where one bounds none."""
    one, two = lowered(old), lowered(new)
    if not (_HINT.search(one) and _HINT.search(two)):
        return set(), set()
    first, second = _bounded(one), _bounded(two)
    if first and second and (_denied(one) - _denied(two)) % 2:
        first = {(number, _OTHER[bound]) for number, bound in first}
    return (first, second) if first and second else (set(), set())


def _shared(first: set[tuple[str, str]], second: set[tuple[str, str]]) -> set[str]:
    return {number for number, _ in first} & {number for number, _ in second}


def _quoted(text: str, number: str) -> str:
    """Return what a sentence says of a number that it bounds."""
    return next(text[found.start() : found.end()] for found in _pattern().finditer(lowered(text)) if _number(found) == number)


def _denied(text: str) -> int:
    """Count what denies in the clauses of a text in lower case that bound a number, beside the bounds: in "within a day, and for nothing" none."""
    clauses = (_CASE.sub(lambda case: case[0] if _pattern().search(case[0]) else " ", part) for part in _AND.split(text))
    return sum(denials(_pattern().sub(" ", part)) for part in clauses if _pattern().search(part))


def _bounded(text: str) -> set[tuple[str, str]]:
    """Return the numbers that a text in lower case bounds, in figures, each with its bound."""
    before, after = _phrases("bounds"), _phrases("after")
    return {(_number(found), before.get(found["before"] or "") or after[found["after"]]) for found in _pattern().finditer(text)}


def _number(found: re.Match[str]) -> str:
    """Return a number that is bounded, in figures."""
    number = found["number"] or found["counted"]
    return "1" if number in ("a", "an") else _TIMES.get(number) or figures(number).replace(",", "")


@cache
def _phrases(side: str) -> dict[str, str]:
    """Return the phrases that stand before or after a number, each with the bound that it sets."""
    more = _BEFORE if side == "bounds" else _AFTER
    known = lexicon("quantities")[side]
    return {phrase: bound for bound in (*known, *more) for phrase in (*known.get(bound, ()), *more.get(bound, ()))}


@cache
def _pattern() -> re.Pattern[str]:
    number = rf"(?:\d[\d,]*(?:\.\d+)?|{_ONE}|{alternation([*number_words(), *_TIMES])})"
    return re.compile(
        rf"\b(?P<before>{alternation(list(_phrases('bounds')))})\s(?:the\s|age\s|of\s)?(?P<number>{number})"
        rf"|\b(?P<counted>{number})(?:[\s%][\w'%-]+){{0,3}}?,?\s(?P<after>{alternation(list(_phrases('after')))})\b"
    )
