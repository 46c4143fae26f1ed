"""How far a part of a sentence reaches: which words limit it, and how many cases an exception names."""

import re
from collections.abc import Sequence
from functools import cache

from specdiff.prose.changes import changed_words, only_wording
from specdiff.prose.lexicon import lexicon, lowered, pattern
from specdiff.prose.similar import words

_OF_A_LIST = re.compile(r"\b(?:all|any|each|every one|both) of the(?:se| following)\b", re.IGNORECASE)  # says how a list is read
_STEM = 5
_JOIN = re.compile(r"\b(?:or|and/or)\b")
_LISTING = re.compile(r"\b(?:or|and|and/or|as well as)\b(?=\s+\w)")
_IF = re.compile(r"(?:unless|(?:except|other than|save) (?:if|when|where|that))\b", re.IGNORECASE)


def hits(key: str, text: str) -> int:
    """Return how many words of one kind ("soft", "limiting", "absolute") a text has."""
    return len(pattern("reach", key).findall(lowered(_OF_A_LIST.sub("", text))))


@cache
def common() -> frozenset[str]:
    """Return the words that are too common to tell one act from another."""
    return frozenset(lexicon("common")["words"])


def reaches(old: str, new: str) -> tuple[bool, ...]:
    """Return whether an exception reaches further than before: fewer limits, or more alternatives; both for other ones, nothing for mere wording."""
    gone, come = changed_words(old, new)
    if only_wording(gone, come):
        return ()
    limits = hits("limiting", " ".join(come)) - hits("limiting", " ".join(gone))
    if limits:
        return (limits < 0,)
    ways = _ways(new) - _ways(old)
    if ways:
        return (ways > 0,)
    if _others(gone, come) and _ways(new):
        return True, False
    return (len(come) < len(gone),) if len(come) != len(gone) else ()


def _ways(part: str) -> int:
    """Count what an exception names: "except in games and stories" names two, "unless asked and paid" one case that is rarer."""
    joins = _JOIN if _IF.match(part) else _LISTING
    return len(joins.findall(part)) + part.count(",")


def _others(gone: Sequence[str], come: Sequence[str]) -> bool:
    """Whether cases went and other cases came; another form of the same word ("overridden", "override") is no other case."""
    telling = [{word for word in side if word not in common() and not _JOIN.fullmatch(word)} for side in (gone, come)]
    stems = [{word[:_STEM] for word in side} for side in telling]
    return bool(stems[0] - stems[1] and stems[1] - stems[0])


def says_more(was: str, now: str) -> bool:
    """Return whether of two runs of exchanged words only one has words that tell something: a case that came or went, and no other wording."""
    telling = [set(words(side)) - common() for side in (was, now)]
    return bool(telling[0] - telling[1]) != bool(telling[1] - telling[0])


def is_alternative(condition: str, text: str) -> bool:
    """Return whether a condition is one more case in which a sentence holds ("…, or if the guest is at risk")."""
    return re.search(rf"\bor\s+{re.escape(condition)}", text, re.IGNORECASE) is not None


def one_more(shorter: str, longer: str) -> str:
    """Return what a condition demands beside all that another one does ("if asked", "if asked and paid"); "" where it is another condition."""
    gone, come = changed_words(shorter, longer)
    return longer if not set(gone) - common() and set(come) - common() and "and" in come and "or" not in come else ""
