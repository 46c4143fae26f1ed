"""Whether a sentence only names one thing more than another, and whether that one binds anybody."""

import re
from collections.abc import Sequence

from specdiff.model.language import Reading
from specdiff.prose.sentence.limits import common
from specdiff.prose.text.changes import changed_runs
from specdiff.prose.text.similar import words

_JOINED = re.compile(r",|\b(?:and|or)\b")
_BESIDE = re.compile(r",\s(?:which|who|whose|as|because|since|matching|meaning)\b")
_ONLY = re.compile(r"(?<!not )\bonly\b", re.IGNORECASE)
_JOINS = re.compile(r"^(?:and|or)\s")
_REFUSED = re.compile(r"(?:refuse|decline|reject|deny|avoid|prevent|block|remove|delete|stop|ignore|ban|exclude|omit)\b", re.IGNORECASE)


def more_room(added: Sequence[str], longer: str) -> int:
    """Return -1 where one more alternative stands after an "only", which leaves more room ("only at noon or at night"), else 0."""
    only, _, rest = longer.lower().partition("only ")
    return -int(added[0] == "or" and bool(rest) and not only.endswith("not ") and " ".join(added) in " ".join(words(rest)))


def one_gate_more(old: str, new: str) -> int:
    """Return 1 where a sentence that lets through one thing "only" lets through another one as well ("only guests, or whom they bring"), -1 where no longer.

    The sentence may be told in other words beside that.
    """
    if not (_ONLY.search(old) and _ONLY.search(new)):
        return 0
    more = [
        (bool(come), side)
        for gone, come in changed_runs(old, new)
        if bool(gone) != bool(come) and (side := come or gone)[0] == "or" and not common().issuperset(side)
    ]
    if len(more) != 1:
        return 0
    ((came, side),) = more
    return (1 if came else -1) if more_room(side, new if came else old) else 0


def choice(added: Sequence[str], reading: Reading) -> bool:
    """Whether one more alternative of a duty may as well be one more way to do it ("by phone or by letter"): it binds neither more nor less.

    Of what is denied or refused, and of the cases in which a rule holds, one more is more.
    """
    if reading.force.negative or "or" not in added:
        return False
    tail = " ".join(added)
    clause = next((one for one in reading.clauses if one.force is reading.force), None)
    refused = clause is not None and _REFUSED.match(clause.act) is not None
    return not refused and not any(" ".join(words(part)).endswith(tail) for part in reading.conditions)


def all_listed(added: Sequence[str], longer: Reading, shorter: Reading) -> bool:
    """Return whether all that one sentence has more than the other are things that it lists: one more of what is permitted leaves more room."""
    listed = {word for member in longer.members if member not in shorter.members for word in words(_JOINS.sub("", member))}
    return bool(added) and listed.issuperset(added)


def added_member(shorter: str, longer: str) -> bool:
    """Whether *longer* only adds something to a list or one more thing with "and" or "or"; what is told beside ("…, which burns") is none."""
    joined, beside = ([len(one.findall(side)) for side in (shorter, longer)] for one in (_JOINED, _BESIDE))
    return joined[1] > joined[0] and beside[1] <= beside[0]
