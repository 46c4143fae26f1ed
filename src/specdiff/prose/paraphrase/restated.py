"""The same in another build, and what only looks like it: what one sentence puts first, the other puts last.

"The clerk should ring when it smells smoke."    ◀──▶  "When the clerk smells smoke, it should ring."
"The clerk should wait rather than ring."        ◀──▶  "The clerk should ring at once rather than wait."   (the opposite)
"Ask before you open a parcel."                  ◀──▶  "Do not open a parcel until told."                  (not the opposite)
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from specdiff.model.language import Clause, Reading
from specdiff.prose.lexicon import lexicon
from specdiff.prose.paraphrase.exchange import exchanged
from specdiff.prose.text.similar import ARTICLES, words

_PRONOUNS = frozenset({"it", "they", "he", "she"})
_ENDING = re.compile(r"(?<=\w\w)(?:ied|ies|y|ed|es|e|s|ing)$")
_RATHER = re.compile(r"\b(?:rather than|instead of|as opposed to)\b")
_PHRASE_END = re.compile(r"[,.;:()]|$")
_ONLY = re.compile(r"(?:be\s+)?(?:only|solely|exclusively)\b(?!\s+(?:an?|one|two|three|\d+)\b)")  # of a count it says how many
_UNTIL = re.compile(r"\b(?:until|unless|before|without)\b")
_FIRST = re.compile(r"\b(?:before|prior to)\b")
_HALF = 0.5
_HEAD = 3
"""Words of what is turned down that must be asked for on the other side."""
_MOST = 0.6
"""Share of the words of what is put last that must be put first on the other side."""


def rebuilt(before: Reading, after: Reading, old: str, new: str) -> tuple[str, str, str] | None:
    """Return the rule that says what it means where two sentences (readings and normal forms) differ in their build alone, and the words concerned.

    ``None`` where more differs.
    """
    if before.force is after.force and _fronted(before, after, old, new):
        return "statement/reworded", "", ""
    places = exchanged(old, new)
    if places is not None and not _RATHER.search(" ".join(places)):
        return "precedence/changed", *places
    refused = _changed_places(old, new) or _turned_down(before, after, old, new)
    return ("statement/reversed", *refused) if refused is not None else None


def _fronted(before: Reading, after: Reading, old: str, new: str) -> bool:
    """Whether a condition went to the other end, and who acts is named in the part that comes first."""
    only = [[part for part in one.conditions if part not in other.conditions] for one, other in ((before, after), (after, before))]
    if not len(only[0]) == len(only[1]) == 1 or Counter(words(old)) != Counter(words(new)):
        return False
    parts = [words(part.partition(",")[0]) for (part,) in only]
    named, pronoun = _exchanged(*parts)
    if pronoun not in _PRONOUNS or _bare(named) not in {_bare(clause.subject) for clause in (*before.clauses, *after.clauses)}:
        return False
    return (named, pronoun) == _exchanged(_less(words(old), parts[0]), _less(words(new), parts[1]))


def _exchanged(one: Sequence[str], other: Sequence[str]) -> tuple[str, str]:
    """Return the words and the pronoun in their place, where two sequences differ in nothing else."""
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    for at, word in enumerate(shorter):
        if word != longer[at]:
            tail = len(shorter) - at - 1
            same = not tail or shorter[-tail:] == longer[-tail:]
            return (" ".join(longer[at : len(longer) - tail]), word) if same else ("", "")
    return "", ""


def _less(whole: Sequence[str], part: Sequence[str]) -> tuple[str, ...]:
    """Return a sequence without the first place where a part of it stands."""
    for at in range(len(whole) - len(part) + 1):
        if tuple(whole[at : at + len(part)]) == tuple(part):
            return (*whole[:at], *whole[at + len(part) :])
    return tuple(whole)


def _bare(text: str) -> tuple[str, ...]:
    return tuple(word for word in words(text) if word not in ARTICLES)


def _stems(word: str) -> frozenset[str]:
    """Return what a word may be a form of; "proceed" only looks as if it ended in "ed", so that a word is one of its own."""
    return frozenset({word, _ENDING.sub("", word)})


def against(old: Clause, new: Clause) -> str:
    """Return the rule that says what it means that of two clauses one asks for what the other is against."""
    if new.force.negative == old.force.negative or not _limits(*((old, new) if new.force.negative else (new, old))):
        return "statement/reversed"
    return "statement/strengthened" if new.force.negative else "statement/weakened"


def _limits(positive: Clause, negative: Clause) -> bool:
    """Whether what one clause asks for already speaks against most of what the other rules out, so that neither is the opposite of the other.

    "Seals should only be used on letters" and "seals should not be used"; "ask before opening a parcel" and "do not open it until told".
    """
    if _ONLY.match(positive.act):
        return True
    asked = _FIRST.split(positive.act, maxsplit=1)
    withheld = _UNTIL.split(negative.act, maxsplit=1)
    return len(asked) == len(withheld) == 2 and _of(_telling(withheld[0]), _telling(asked[1])) >= _MOST  # noqa: PLR2004 - before and after


class _Put(NamedTuple):
    """What a sentence puts first and what it puts last, in words that tell something, and the latter as it stands there."""

    first: list[str]
    last: list[str]
    quoted: str


def _changed_places(old: str, new: str) -> tuple[str, str] | None:
    """Return what is put last ("rather than …") in the old sentence and in the new one, where each is what the other puts first."""
    one, two = _put(old.lower()), _put(new.lower())
    if one is None or two is None or max(_of(one.last, two.last), _of(two.last, one.last)) >= _MOST:
        return None
    return (one.quoted, two.quoted) if min(_of(one.last, two.first), _of(two.last, one.first)) >= _MOST else None


def _turned_down(before: Reading, after: Reading, old: str, new: str) -> tuple[str, str] | None:
    """Return what one sentence asks for and the other puts last: "should wait for the guard", "rather than wait for him"."""
    one, two = _put(old.lower()), _put(new.lower())
    if one is None and two is not None and (asked := _asked(before, two)):
        return asked, two.quoted
    if two is None and one is not None and (asked := _asked(after, one)):
        return one.quoted, asked
    return None


def _asked(reading: Reading, put: _Put) -> str:
    """Return the words with which a sentence asks for what another puts last, empty where it does not."""
    if len(reading.clauses) != 1 or reading.force.negative:
        return ""
    clause = reading.clauses[0]
    act = _telling(clause.act)
    same = act and put.last and not _stems(put.last[0]).isdisjoint(_stems(act[0])) and _of(put.last[:_HEAD], act) >= _HALF
    return f"{clause.cue} {_PHRASE_END.split(clause.act, maxsplit=1)[0]}".strip() if same else ""


def _put(text: str) -> _Put | None:
    found = _RATHER.search(text)
    if found is None:
        return None
    end = _PHRASE_END.search(text, found.end())
    stop = end.start() if end else len(text)
    first = text[: found.start()] if text[: found.start()].strip() else text[stop:]
    return _Put(_telling(first), _telling(text[found.end() : stop]), text[found.start() : stop].strip())


def _telling(text: str) -> list[str]:
    little = frozenset(lexicon("common")["words"])
    return [word for word in words(text) if word not in little]


def _of(part: Sequence[str], whole: Sequence[str]) -> float:
    """Return the share of a part that the whole has too, word by word."""
    stems = frozenset().union(*map(_stems, whole))
    return sum(not stems.isdisjoint(_stems(word)) for word in part) / len(part) if part else 0.0
