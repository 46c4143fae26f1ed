"""What a sentence demands as a proviso: "may be lent, provided that a deposit is paid" asks for no less than "may be lent. A deposit must be paid"."""

import re
from collections.abc import Sequence

from specdiff.model.language import Force, Reading
from specdiff.prose.paraphrase.content import most_of, telling

_PROVISO = re.compile(r"\b(?:provided|providing|on (?:the )?condition|(?:as|so) long as|only (?:if|when|where|once|after))\b")


def demanded(said: Sequence[str], reading: Reading) -> bool:
    """Whether what a sentence says holds only provided that most of something is so, which is *said* in stems."""
    named = {word for part in reading.conditions if _PROVISO.match(part) for word in telling(part)}
    return most_of(said, named)


def made_a_proviso(old: str, new: str, before: Reading, after: Reading) -> bool:
    """Whether of two sentences (normal forms and readings) one demands as a proviso what the other asks for, and neither tells anything else."""
    if not any(_PROVISO.match(part) for one in (before, after) for part in one.conditions):
        return False
    asked = any(
        clause.force.strength > Force.PERMITTED.strength and not clause.force.negative and demanded(telling(clause.act), other)
        for one, other in ((before, after), (after, before))
        for clause in one.clauses
    )
    return asked and set(telling(_PROVISO.sub("", old))) == set(telling(_PROVISO.sub("", new)))
