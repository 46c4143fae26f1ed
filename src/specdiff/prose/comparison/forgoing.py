"""Whether what one clause asks for is just what another speaks against, or already speaks against it too, in other words.

"should answer"                         "should not answer"            the opposite
"should decline to answer"              "should not answer"            the same
"should be frank without being rude"    "should not be rude"           the same
"should answer"                         "must not fail to answer"      the same
"""

import re
from collections.abc import Sequence
from functools import cache

from specdiff.model.language import Clause
from specdiff.prose.lexicon import alternation, lexicon, lowered
from specdiff.prose.paraphrase.content import known, telling
from specdiff.prose.text.similar import words

_MOST = 2 / 3
"""Share of what is denied within a clause that the other clause must speak against."""
_UNDONE = re.compile(r"^(?:be )?(?:leav\w+|left|let)\b.*\bun\w+ed\b")
_UNDOES = re.compile(r"(?P<verb>\w+) to (?=\w)")
_JOINT = re.compile(r"[,;:.]|\b(?:and|but|or)\b")
_MORE = re.compile(r"\b(?:more|longer|later|older|larger|higher|greater) than\b")
"""What is barred only beyond a bound may be asked for up to it: "ask one question", "never ask more than one"."""
_STOP = re.compile(r"[,;:]")
_HEAD = 3
"""Words of what is denied within a clause that are looked at."""
_MANY = 30
_WHOLE = frozenset({"no", "nothing", "nobody", "none"})
"""An act that reaches nothing is not done at all."""


def agree(positive: Clause, negative: Clause) -> bool:
    """Whether a clause that asks for something speaks against what the other does, or the other against leaving undone what it asks for."""
    asked, barred = lowered(positive.act if positive.subject else f"{positive.cue} {positive.act}"), lowered(negative.act)
    if _MORE.search(barred) and not _MORE.search(asked):
        return True
    alone = barred[: found.start()] if (found := _asked_besides(positive).search(barred)) else barred
    if _forgone(barred) and not _forgone(asked):
        return _shared(f"{_patient(positive)} {asked}", f"{_patient(negative)} {barred}")
    if alone != barred and not _shared(asked, alone):
        return True
    denial = None if _forgone(barred) else denying().search(asked)
    return denial is not None and denial[0] not in words(barred) and _denied(positive, asked, denial, negative, alone)


def forgoing(clause: Clause) -> bool:
    """Whether a clause asks for nothing but to leave something undone."""
    return _forgone(lowered(clause.act))


def forgone(one: str, other: str) -> tuple[str, str] | None:
    """Return the words that the one of two acts has before all of the other, and by which it asks to leave that undone; ``None`` where it does not."""
    for act, rest, back in ((one, other, False), (other, one, True)):
        found = _UNDOES.match(lowered(act))
        if found and known(found["verb"]) in _stems() - _unwilling() and lowered(act)[found.end() :] == lowered(rest):
            return (rest.split()[0], found[0].strip()) if back else (found[0].strip(), rest.split()[0])
    return None


def said_by(lone: Clause, others: Sequence[Clause]) -> bool:
    """Whether one of some clauses asks as strongly for what a clause without counterpart asks for, and for more; of very many none is asked."""
    if len(others) > _MANY:
        return False
    said = set(telling(lone.act))
    return any(
        (one.force is lone.force and said and said <= set(telling(one.act)))
        or (
            one.force.strength == lone.force.strength
            and one.force.negative != lone.force.negative
            and agree(*((one, lone) if lone.force.negative else (lone, one)))
        )
        for one in others
    )


def _denied(positive: Clause, asked: str, denial: re.Match[str], negative: Clause, barred: str) -> bool:
    """Whether what is denied within an act that is asked for is what the other clause speaks against."""
    scope = (_JOINT if denial[0] in _WHOLE else _STOP).split(asked[denial.end() :])[0]
    before, tail, against = telling(asked[: denial.start()]), telling(scope), telling(barred)
    if not tail or not against:
        return False
    if denial[0] in _WHOLE:
        return _shared(scope, barred)
    if not before:
        return _shared(f"{_patient(positive)} {scope}", f"{_patient(negative)} {barred}")
    if before[0] == against[0] and before[0] in _believing():
        return True
    turned = against[0] in tail and against[0] not in before
    other = before[0] not in against and sum(word in against for word in tail[:_HEAD]) >= _MOST * len(tail[:_HEAD])
    return turned or other


def _asked_besides(positive: Clause) -> re.Pattern[str]:
    """Return the pattern of where a clause that speaks against something goes on with what it asks for: "do not guess but ask"."""
    bare = "" if positive.subject else rf"|,?\s+and\s+(?={re.escape(positive.cue)}\b)"
    return re.compile(rf",?\s+but\s+(?!not\b|never\b|also\b){bare}")


def _forgone(act: str) -> bool:
    """Whether an act begins with leaving something undone."""
    head = telling(act)[:1]
    return (bool(head) and head[0] in _stems()) or _UNDONE.match(act) is not None


def _patient(clause: Clause) -> str:
    """Return what a clause in the passive is about, empty for the active, where it is who acts."""
    return _JOINT.split(clause.subject)[-1] if clause.act.startswith("be ") else ""


def _shared(one: str, other: str) -> bool:
    return not set(telling(one)).isdisjoint(telling(other))


@cache
def _stems() -> frozenset[str]:
    return frozenset(known(word) for word in lexicon("contraries")["forgoing"])


@cache
def _unwilling() -> frozenset[str]:
    """Return the stems of what only puts an act off."""
    return frozenset(known(word) for word in ("hesitate", "afraid", "reluctant"))


@cache
def _believing() -> frozenset[str]:
    return frozenset(known(word) for word in lexicon("contraries")["believing"])


@cache
def denying() -> re.Pattern[str]:
    """Return the pattern of what denies the words after it in an act, for a text in lower case."""
    data = lexicon("contraries")
    forms = [form for word in data["forgoing"] for form in _forms(word)]
    return re.compile(
        rf"{alternation([*data['denying'], *forms])}|{alternation(data['keeping'])}(?=(?:\s\S+){{0,6}}?\s{alternation(data['kept'])})"
    )


def _forms(word: str) -> Sequence[str]:
    stem = word.removesuffix("e")
    irregular = [form for form, verb in lexicon("same")["participles"].items() if verb == word]
    return (*irregular, word, f"{word}s", f"{stem}es", f"{stem}ed", f"{stem}ing", f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")
