"""Words that tell the same, in whatever form: their stems, and those that are of one family ("compress", "compression")."""

import re
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from itertools import takewhile

from specdiff.prose.lexicon import lexicon
from specdiff.prose.paraphrase.content import known, telling
from specdiff.prose.sentence.quantities import amounts

HALF = 0.5
"""Share of some words that need not be told elsewhere for most of them to be."""
_FAMILY = 0.6
"""Share of the longer of two words that they must begin with alike to be of one family."""
PREFIXES = ("un", "in", "im", "ir", "non")
_STATE = re.compile(r"(?:iv|ivity|abl|ibl|ability|ibility|al|ent|ant|et|ect|id|ed)$")
"""Ends the stem of a word that tells a state, before which "in-" denies: "inactive", but not "inform"."""
_ROOT = 4
"""Letters that this takes at least."""


@lru_cache(maxsize=16)  # asked several times about one pair
def told(text: str) -> tuple[str, ...]:
    """Return the stems of the words that tell something, without those of grammar and of amounts, which are compared by themselves."""
    parts, at = [], 0
    for amount in amounts(text):
        parts.append(text[at : amount.start])
        at = amount.end
    return tuple(word for word in telling(" ".join((*parts, text[at:]))) if word not in _grammar())


def missing(one: Iterable[str], two: Iterable[str]) -> list[str]:
    """Return the words (stems) of one sentence that no word of the other is of the family of, each of these taken once."""
    left = sorted(set(two) - set(one))
    lost = []
    for word in sorted(set(one) - set(two)):
        kin = next((other for other in left if akin(word, other)), None)
        if kin is None:
            lost.append(word)
        else:
            left.remove(kin)
    return lost


def akin(one: str, other: str) -> bool:
    """Whether two stems begin so much alike that they are of one family: "compress", "compression"."""
    return denied(one, other) or _alike(one, other)


def _alike(one: str, other: str) -> bool:
    """Whether two stems begin alike, and differ in their ends alone."""
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return alike >= max(_ROOT, _FAMILY * max(len(one), len(other))) and min(len(one), len(other)) - alike <= 1


def denied(one: str, other: str) -> bool:
    """Whether one of two stems is the other, or one of its family, with what denies before it, which counts as a denial: "paid", "unpaid"."""
    return any(_denies(first, second) for first, second in ((one, other), (other, one)) if first.startswith(PREFIXES))


def _denies(prefixed: str, word: str) -> bool:
    """Whether a stem is another one with a prefix that denies; the family of that counts where the word tells a state ("inactive", "activity")."""
    rests = [prefixed.removeprefix(prefix) for prefix in PREFIXES if prefixed.startswith(prefix)]
    if prefixed == f"un{word}":
        return True
    return _STATE.search(prefixed) is not None and any(rest == word or _alike(rest, word) for rest in rests if len(rest) > _ROOT)


def much(one: Collection[str], two: Collection[str]) -> bool:
    """Whether two sets of stems share half of the smaller one, by families."""
    return bool(one and two) and min(len(one) - len(missing(one, two)), len(two) - len(missing(two, one))) >= HALF * min(len(one), len(two))


@cache
def _grammar() -> frozenset[str]:
    """Return the stems of words of grammar, and of those that make a permission."""
    data = lexicon("build")
    little = ("free", "light", "pronouns", "turning", "outcome", "reason", "whoever")
    excepting = [word for phrase in lexicon("parts")["exceptions"] for word in phrase.split() if phrase.endswith((" for", " from"))]
    words = (word for words in (*(data[name] for name in little), *data["governing"].values(), excepting) for word in words if word != "us")
    return frozenset(map(known, words))  # "us" is common anyway, and looks like the stem of "use"
