"""Whether two sentences differ in nothing but words of which one stands for the other.

"The assistant must ask", "it must ask"            names for whom the document speaks to
"what may be true", "what might be true"           how something may be, which permits nobody anything
"mention that it is old", "tell guests that it is" verbs of saying, whoever listens
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from specdiff.model.language import Reading
from specdiff.prose.lexicon import lexicon
from specdiff.prose.paraphrase.content import known, stem
from specdiff.prose.paraphrase.forms import form
from specdiff.prose.text.changes import changed_runs

_POINTING = re.compile(r"\b(?:then|first|next|finally|otherwise|else|after|before|it|this|that|these|they|them)\b")
_POSSIBLY = frozenset({"may", "might", "could"})
_DETERMINED = frozenset({"the", "this", "our", "your", "a", "an"})
_MADE = frozenset({"agent", "chatbot", "bot"})
"""Names of what a document may speak to, and of others as well."""
_ENDINGS = ("ing", "ed", "s")


def interchanged(old: str, new: str, before: Reading, after: Reading) -> bool:
    """Whether two sentences (normal forms and readings) say the same with one word for another."""
    if _placed_otherwise(old, new):
        return True
    possibly = _POSSIBLY if _cues(before) == _cues(after) else frozenset()
    return all(
        (len(gone) == len(come) == 1 and (possibly.issuperset((*gone, *come)) or _one_meaning(gone[0], come[0])))
        or _one_name(gone, come)
        or (_says(gone) and _says(come))
        for gone, come in changed_runs(old, new)
    )


def _placed_otherwise(old: str, new: str) -> bool:
    """Whether two sentences say the same things one after the other, in another order that is no order of steps: "always ask; never guess"."""
    parts = [text.rstrip(" .").split("; ") for text in (old, new)]
    if len(parts[0]) < 2 or len(parts[0]) != len(parts[1]) or _POINTING.search(f"{old} {new}".lower()):  # noqa: PLR2004 - several
        return False
    return Counter(map(form, parts[0])) == Counter(map(form, parts[1]))


def _cues(reading: Reading) -> list[str]:
    return [clause.cue for clause in reading.clauses]


def _one_meaning(one: str, other: str) -> bool:
    """Whether two words are forms of two that mean the same, with the same ending."""
    endings = [next((ending for ending in _ENDINGS if word.endswith(ending)), "") for word in (one, other)]
    return endings[0] == endings[1] and stem(one) != stem(other) and known(one) == known(other)


def _one_name(gone: Sequence[str], come: Sequence[str]) -> bool:
    """Whether both are names for whom the document speaks to, or stand for it."""
    sides = [["it's" if word == "its" else word for word in side if word not in _DETERMINED] for side in (gone, come)]
    if any(len(side) != 1 for side in sides):
        return False
    itself = {*lexicon("build")["addressed"], "ai", "it"}
    if ["it"] in sides or ["it's"] in sides:
        itself |= _MADE
    return len({side[0].endswith("'s") for side in sides}) == 1 and itself.issuperset(side[0].removesuffix("'s") for side in sides)


def _says(run: Sequence[str]) -> bool:
    """Whether some words are a verb that only says that something is said, with whoever listens."""
    verb, *listener = run or ("",)
    if listener == ["out"] and stem(verb) == "point":
        return True
    if stem(verb) in _verbs("plainly") and verb != "not":  # which is no form of "note"
        return not listener
    listeners = {*lexicon("same")["saying"]["listeners"], *_DETERMINED}
    return stem(verb) in _verbs("to_somebody") and bool(listener) and listeners.issuperset(listener)


@cache
def _verbs(key: str) -> frozenset[str]:
    return frozenset(stem(verb) for verb in lexicon("same")["saying"][key])
