"""Whether what two clauses or sentences ask for is one act at all.

"ring the bells", "bells must be rung"                        one act
"default to anchoring", "take the course that spares boats"    two
"""

from collections.abc import Sequence

from specdiff.model.language import Clause, Force, Reading
from specdiff.prose.paraphrase.content import known
from specdiff.prose.sentence.limits import common
from specdiff.prose.text.similar import words

_BEFORE_VERBS = frozenset({"always", "never", "please", "also", "then", "just", "do", "not", "don't", "usually", "often", "only"})
_CHANCE = 0.2
"""Share of the telling words of the shorter of two acts that both may have, and be two acts."""


def invites(clause: Clause) -> bool:
    """Whether a clause only encourages what another one would advise: "is encouraged to" is less than "should"."""
    return "encourage" in clause.cue


def apart(one: Clause, other: Clause) -> bool:
    """Whether two acts have no word in common but common ones, nor with what the other is done to ("bells must be rung", "ring the bells")."""
    first, second = (_stems(clause.act) for clause in (one, other))
    return bool(first and second) and first.isdisjoint(second | _stems(other.subject)) and second.isdisjoint(_stems(one.subject))


def other_act(before: Reading, after: Reading) -> bool:
    """Whether two sentences that ask for something ask for nothing in common, nor for what the other asks of itself ("asking … should happen")."""
    binding = _asking(before), _asking(after)
    return all(binding) and all(_other_acts(a, b) for a in binding[0] for b in binding[1])


def _asking(reading: Reading) -> list[Clause]:
    """Return the clauses of a sentence that ask for something."""
    return [one for one in reading.clauses if one.force.strength > Force.PERMITTED.strength]


def _other_acts(a: Clause, b: Clause) -> bool:
    subjects = _stems(a.subject), _stems(b.subject)
    one, other = _stems(a.act) | (subjects[0] - subjects[1]), _stems(b.act) | (subjects[1] - subjects[0])
    shorter = min(len(_stems(a.act)), len(_stems(b.act)))
    return bool(shorter) and len(one & other) <= _CHANCE * shorter


def _stems(text: str) -> set[str]:
    return {known(word) for word in set(words(text)) - common()}


def _verb(clause: Clause) -> str:
    """Return the verb of an order: its first word that is no adverb."""
    return next((word for word in words(clause.text) if word not in _BEFORE_VERBS and not word.endswith("ly")), "")


def verb_replaced(before: Reading, after: Reading, gone: Sequence[str], come: Sequence[str]) -> bool:
    """Whether each of two sentences orders one thing, and they begin with other verbs: "Always prefix names" and "Declare names" are no more and no less.

    Of "should ensure" and "should take care" one may well be less.
    """
    orders = _asking(before), _asking(after)
    if [len(one) for one in orders] != [1, 1] or any(one.subject for (one,) in orders):
        return False
    verbs = [_verb(one) for (one,) in orders]
    return verbs[0] in gone and verbs[1] in come and known(verbs[0]) != known(verbs[1])
