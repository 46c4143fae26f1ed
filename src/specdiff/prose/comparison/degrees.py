"""How often, how many, how soon, how hard: whether a sentence asks for more or less than before by a word of degree alone.

"always tells"           ──▶  "by default tells"          less
"answers at once"        ──▶  "answers in due course"     less
"usually"                ──▶  "as a rule"                 the same

Such a word counts in what only describes as well: "the assistant sometimes checks" is no more than it does.
"""

import re
from functools import cache

from specdiff.model.language import Force, Reading
from specdiff.prose.lexicon import alternation, lexicon, lowered
from specdiff.prose.paraphrase.content import known
from specdiff.prose.paraphrase.forms import form
from specdiff.prose.sentence.parties import THE_ASSISTANT, of_the_addressed
from specdiff.prose.traits import Trait, binds, main_force

_DENIED = re.compile(r"\b(?:not|no|never|nor|hardly|cannot|\w+n't|without)\s+(?:\w+\s+)?$")
_LEAVE = re.compile(r"\b(?:may|can|could|might|(?:allowed|permitted|free|welcome|able) to)\b")
_CLAUSE = re.compile(
    r"\b(?:that|which|who|what|where|when|whenever|how|if|whether|unless|until|while|because|since|so|before|after|and|but|as)\b|[;:]"
)
_HABIT = 2
"""The line of the scale of how often from which on a word makes a habit of what is said without one."""


def degrees(old: str, new: str, before: Reading, after: Reading) -> Trait | None:
    """Return what a word of degree in the place of another one makes of a sentence; ``None`` where more differs, or no degree does.

    Of what only describes, and not what the assistant does, it is told by the trait that it is only a "degree".
    """
    one, two = _degrees(old), _degrees(new)
    if one is None or two is None or one == two or _rest(old) != _rest(new):
        return None
    steps = {scale: (one.get(scale, ("", 0)), two.get(scale, ("", 0))) for scale in {**one, **two} if one.get(scale) != two.get(scale)}
    steps = {scale: pair for scale, pair in steps.items() if pair[0][1] != pair[1][1]}
    if len(steps) != 1:
        same = not steps and ("any" in old.lower().split()) == ("any" in new.lower().split())
        return Trait("statement/reworded") if same else None
    ((scale, ((was, high), (now, low))),) = steps.items()
    if (not was or not now) and (scale != "often" or max(high, low) < _HABIT):
        return None
    permitted = main_force(before, after) is Force.PERMITTED and all(
        _of_leave(said, word) for said, word in ((old, was), (new, now)) if word
    )
    more = (low < high) is not permitted
    described = main_force(before, after) is Force.DESCRIPTIVE
    return binds(was, now, more=more, sure=True, about="degree" if described and not of_the_addressed(_bare(old), THE_ASSISTANT) else "")


def _of_leave(text: str, word: str) -> bool:
    """Whether a word of degree stands in the clause that gives leave ("can always ask"), not beside one ("always see that it can be opened")."""
    lower = lowered(text)
    at = lower.find(word)
    leaves = [leave.span() for leave in _LEAVE.finditer(lower)]
    between = (lower[min(end, at) : max(at, start)] for start, end in leaves)
    return at < 0 or not leaves or any(not _CLAUSE.search(one) for one in between)


def _bare(text: str) -> str:
    """Return a sentence without a phrase of degree that it begins with."""
    return re.sub(rf"^(?:{_pattern().pattern})\s*,?\s*", "", text, flags=re.IGNORECASE)


def _degrees(text: str) -> dict[str, tuple[str, int]] | None:
    """Return the words of degree of a sentence by their scale, each with its line; ``None`` where one is denied, or a scale has several."""
    lower = lowered(text)
    found: dict[str, tuple[str, int]] = {}
    for one in _pattern().finditer(lower):
        phrase = " ".join(one[0].split())
        scale, line = _lines()[phrase]
        if (scale == "often" and _DENIED.search(lower, 0, one.start())) or (scale in found and found[scale][1] != line):
            return None
        found[scale] = (phrase, line)
    return found


def _rest(text: str) -> tuple[str, ...]:
    """Return the stems of a sentence without its words of degree."""
    return tuple(known(word) for word in form(_pattern().sub(" ", lowered(text))) if word not in ("that", "in"))


@cache
def _lines() -> dict[str, tuple[str, int]]:
    return {phrase: (scale, number) for scale, lines in lexicon("degrees").items() for number, line in enumerate(lines) for phrase in line}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(alternation(list(_lines())))
