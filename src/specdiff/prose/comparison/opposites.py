"""Whether two sentences that are too different in their words to be one rule say the reverse of each other all the same.

"Personas may be adopted freely in long chats."     "The assistant must never adopt personas."
"""

import re
from collections.abc import Sequence

from specdiff.model.language import Clause, Reading
from specdiff.prose.comparison.forgoing import agree, forgoing
from specdiff.prose.lexicon import lowered
from specdiff.prose.paraphrase.content import telling
from specdiff.prose.traits import LOOSER, STRICTER

_WHO = re.compile(r"^(?:(?:anyone|anybody|let|it|the \w+)\s)+")
"""Who acts, where the word of force comes first: "at no time may anyone let it sing"."""
_SAME = 0.8
"""Share of the telling words of the shorter rule that the other must have."""
_FEWEST = 3
"""Telling words that both must have: the act, and what it is done to."""
_MANY = 36
"""Pairs of clauses above which none is looked at."""
_PART = 0.4
"""Share of the telling words of the longer rule that the shorter must have."""


def opposites(one: Reading, two: Reading) -> tuple[str, str, str] | None:
    """Return the words of force of two rules of which one asks for or allows an act, and the other speaks against it, and what the second makes of it.

    ``None`` where they are no such two.
    """
    if len(one.clauses) * len(two.clauses) > _MANY:
        return None
    for first in one.clauses:
        for second in two.clauses:
            if not first.force.strength or not second.force.strength or first.force.negative == second.force.negative:
                continue
            positive, negative = (first, second) if second.force.negative else (second, first)
            alike = not forgoing(positive) and not agree(positive, negative)
            if alike and _one_act(_core(first, one), _core(second, two), first, second):
                return first.cue, second.cue, STRICTER if second.force.negative else LOOSER
    return None


def _core(clause: Clause, reading: Reading) -> tuple[str, ...]:
    """Return the telling words of what a clause rules, without the cases in which it does."""
    text = lowered(f"{clause.subject} {clause.act}" if clause.subject or clause.act else clause.text)
    for part in (*reading.conditions, *reading.exceptions):
        text = text.replace(part, " ")
    return telling(text)


def _verb(core: Sequence[str], clause: Clause) -> Sequence[str]:
    """Return the stem of the verb of an act; of one that is the subject ("lying is fine") the first word of that."""
    act = lowered(clause.act)
    act = act.partition(" to ")[2] if clause.cue.endswith(" for") else act
    return telling(_WHO.sub("", act))[:1] or core[:1]


def _one_act(one: Sequence[str], other: Sequence[str], first: Clause, second: Clause) -> bool:
    shared = set(one) & set(other)
    if shared.isdisjoint({*_verb(one, first), *_verb(other, second)}):
        return False
    shorter, longer = sorted((len(set(one)), len(set(other))))
    if len(shared) < _FEWEST or len(shared) < _SAME * shorter or len(shared) < _PART * longer:
        return False
    if first.act.startswith("be ") != second.act.startswith("be "):
        return True
    return [word for word in one if word in shared] == [word for word in other if word in shared]
