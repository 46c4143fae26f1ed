"""Where a sentence puts one thing ahead of another: "safety outweighs speed", "prefer a short answer to a full one", "when the two collide, be kind".

The words are those of ``lexicon/comparisons.toml``; what stands on either side is for the caller to find.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from specdiff.prose.lexicon import alternation, lexicon, pattern

_STOP = re.compile(r"[;:,.!?()]|\s-\s")
_WORD = re.compile(r"[a-z']+")
_BETWEEN = r"[^;:,.!?()]{1,80}?"
_CASE = re.compile(r"(?:if|when|where|whenever|wherever)\b[^,;:.]*(?=,)")
_PRONOUNS = frozenset({"it", "that", "this", "them", "these", "those"})
_NOT = re.compile(r"\b(?:not|never|no|nor|neither|cannot|\w+n't)\b")

Span = tuple[int, int]
NOTHING: Span = (0, 0)


class Comparison(NamedTuple):
    """Two stretches of a sentence, by offsets: the one put *ahead*, and the one put *behind* it.

    *denied* is where the word ends that turned the two round, 0 for none: it denies neither of them.
    """

    ahead: Span
    behind: Span
    denied: int = 0


def comparisons(lower: str) -> list[Comparison]:
    """Return what a lower-case sentence puts ahead of what; where that is denied ("must not stand in the way of"), the other way round."""
    return [*_between(lower), *_apart(lower), *_picked(lower)] if hinted(lower, "comparisons") else []


def conflicts(lower: str) -> list[Span]:
    """Return the stretches of a lower-case sentence that name what is at odds: a case of that ("where these collide"), or what is to be balanced."""
    return [found.span() for found in _conflict().finditer(lower)] if hinted(lower, "conflict") else []


def settles(lower: str) -> bool:
    """Return whether a lower-case sentence says which of two things holds where both cannot ("a wish yields to a rule"), or that neither does."""
    return hinted(lower, "settles") and pattern("comparisons", "settles").search(lower) is not None


def hinted(lower: str, what: str) -> bool:
    """Return whether a sentence has a word that one of the phrases cannot do without: most have none, and a pattern of hundreds of phrases is dear."""
    return not _hints()[what].isdisjoint(_WORD.findall(lower))


def _between(lower: str) -> Iterator[Comparison]:
    """Yield the comparisons whose words stand between the two ("outweighs")."""
    for key in ("ahead", "behind"):
        for found in pattern("comparisons", key).finditer(lower):
            yield _compared(lower, (_since(lower, found.start()), found.start()), found.end(), behind=key == "behind")
    for key in ("first", "borne"):
        for found in pattern("comparisons", key).finditer(lower):
            yield _alone(lower, found.start())
    for found in pattern("comparisons", "last").finditer(lower):
        yield Comparison(NOTHING, (_since(lower, found.start()), found.start()))
    for found in pattern("comparisons", "gained").finditer(lower):
        both = _compared(lower, (_since(lower, found.start()), found.start()), found.end(), behind=True)
        yield Comparison(NOTHING, both.behind, both.denied) if both.denied else Comparison(both.ahead, NOTHING)


def _apart(lower: str) -> Iterator[Comparison]:
    """Yield the comparisons that begin with a verb ("prefer … to …"); "it" may be what an opening condition tells of ("if a joke helps, prefer it to …")."""
    for words, behind in _verbs():
        for found in words.finditer(lower):
            case = _CASE.match(lower) if found[1] in _PRONOUNS else None
            yield _compared(lower, case.span() if case else found.span(1), found.end(), behind=behind)


def _alone(lower: str, at: int) -> Comparison:
    """Return what is put ahead of all else, or, where that is denied ("does not come first"), behind it."""
    one = (_since(lower, at), at)
    denied = _NOT.search(lower, *one)
    return Comparison(NOTHING, one, denied.end()) if denied else Comparison(one, NOTHING)


def _picked(lower: str) -> Iterator[Comparison]:
    """Yield the comparisons that name two things and then pick one of them: "where care and speed pull apart, the former comes first"."""
    if found := _of_two().search(lower):
        wins = not _loses().match(lower, found.end())
        first, second = found.span("first"), found.span("second")
        yield Comparison(first, second) if (found["one"] is not None) is wins else Comparison(second, first)


def _compared(lower: str, one: Span, since: int, *, behind: bool) -> Comparison:
    stop = _STOP.search(lower, since)
    other = (since, stop.start() if stop else len(lower))
    denied = _NOT.search(lower, _since(lower, one[0]), one[1])
    if behind is bool(denied):
        return Comparison(one, other, denied.end() if denied else 0)
    return Comparison(other, one, denied.end() if denied else 0)


def _since(lower: str, at: int) -> int:
    """Return where the stretch between stops begins in which an offset lies."""
    return max((found.end() for found in _STOP.finditer(lower, 0, at)), default=0)


@cache
def _hints() -> dict[str, frozenset[str]]:
    data = lexicon("comparisons")
    compared = [*(phrase for key in ("ahead", "behind", "first", "last", "borne", "gained") for phrase in data[key])]
    compared += [*data["picked"]["one"], *data["picked"]["other"]]
    compared += [phrase for entry in data["apart"] for phrase in entry["first"]]
    at_odds = [*data["conflict"]["verbs"], *data["conflict"]["balances"]]
    phrases = {"comparisons": compared, "conflict": at_odds, "settles": data["settles"]}
    return {what: frozenset(max(_WORD.findall(phrase), key=len) for phrase in told) for what, told in phrases.items()}


@cache
def _verbs() -> tuple[tuple[re.Pattern[str], bool], ...]:
    return tuple(
        (re.compile(rf"{alternation(entry['first'])}\s({_BETWEEN})\s{alternation(entry['second'])}"), entry["behind"])
        for entry in lexicon("comparisons")["apart"]
    )


@cache
def _of_two() -> re.Pattern[str]:
    words = lexicon("comparisons")["picked"]
    two = rf"\b(?:{'|'.join(words['pairs'])})\s(?P<first>[^,;:.]{{1,80}}?)\s(?:and|or)\s(?P<second>[^,;:.]{{1,80}})"
    return re.compile(rf"{two}[,;:][^.]*?(?:(?P<one>{alternation(words['one'])})|{alternation(words['other'])})")


@cache
def _loses() -> re.Pattern[str]:
    """Return what tells, behind what was picked, that it loses: "the latter gives way"."""
    data = lexicon("comparisons")
    return re.compile(rf"\s(?:\w+\s)?{alternation([*data['last'], *data['behind']])}")


@cache
def _conflict() -> re.Pattern[str]:
    words = lexicon("comparisons")["conflict"]
    case = rf"{alternation(words['cases'])}[^,;:.]*?{alternation(words['verbs'])}[^,;:.]*"
    return re.compile(rf"{case}|{alternation(words['balances'])}[^,;:.]*")
