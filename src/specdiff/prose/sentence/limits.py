"""How far a part of a sentence reaches: which words limit it, and whether one more case holds it more often or less."""

import re
from functools import cache

from specdiff.prose.lexicon import lexicon, lowered, pattern
from specdiff.prose.text.changes import changed_words
from specdiff.prose.text.similar import words

_OF_A_LIST = re.compile(  # says how a list is read, or compares
    r"\b(?:all|any|each|every one|both) of the(?:se| following)\b|\b(?:more|less|as|how) often\b"
)

_NO_MORE = re.compile(
    r",? and (?:no longer|no more|only then|not otherwise|never otherwise|at no other time)\b", re.IGNORECASE
)  # says it again
_AIMS = re.compile(r"\b(?:strives?|aims?|seeks?|attempts?|endeavou?rs?) to\b")


def hits(key: str, text: str) -> int:
    """Return how many words of one kind ("soft", "limiting", "absolute") a text has."""
    lower = lowered(text)
    if " of the" in lower or " often" in lower:
        lower = _OF_A_LIST.sub("", lower)
    return len(pattern("reach", key).findall(lower))


def softer(old: str, new: str) -> int:
    """Return by how many words that soften a rule the second of two texts has more; "try to" in the place of "strive to" is none."""
    more = hits("soft", new) - hits("soft", old)
    aimed = len(_AIMS.findall(lowered(old))) - len(_AIMS.findall(lowered(new)))
    return 0 if more == aimed else more


@cache
def common() -> frozenset[str]:
    """Return the words that are too common to tell one act from another."""
    return frozenset(lexicon("common")["words"])


def says_more(was: str, now: str) -> bool:
    """Return whether of two runs of exchanged words only one has words that tell something: a case that came or went, and no other wording."""
    telling = [set(words(side)) - common() for side in (was, now)]
    return bool(telling[0] - telling[1]) != bool(telling[1] - telling[0])


def is_alternative(condition: str, text: str) -> bool:
    """Return whether a condition is one more case in which a sentence holds ("…, or if the guest is at risk")."""
    return re.search(rf"\bor\s+{re.escape(condition)}", text, re.IGNORECASE) is not None


def one_more(shorter: str, longer: str) -> str:
    """Return what a condition demands beside all that another one does ("if asked", "if asked and paid"); "" where it is another condition."""
    gone, come = changed_words(*(_NO_MORE.sub("", side) for side in (shorter, longer)))
    return longer if not set(gone) - common() and set(come) - common() and "and" in come and "or" not in come else ""
