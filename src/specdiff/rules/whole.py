"""Sentences that came or went with another one that they belong to.

    "The clerk may lend books. In such cases a deposit is due."   the second limits what the first allows
    "The clerk must never:" and its list                          the items are what the lead-in governs

Where both are gone, one thing is gone; the limit of a permission that went is no rule that was given up.
"""

from specdiff.model.change import Matching
from specdiff.model.language import Force
from specdiff.model.spec import Home, Spec, Statement
from specdiff.prose.sentence.announcing import is_exception, refers_back


def whole(part: Statement, spec: Spec, matching: Matching) -> Statement | None:
    """Return the sentence that *part*, which has no counterpart, belongs to, if that has none either; ``None`` where it stands for itself."""
    head = _lead(part, spec) if part.lead_in else _permission(part, spec)
    return head if head is not None and matching.kept(head) is None else None


def _lead(part: Statement, spec: Spec) -> Statement | None:
    """Return the sentence that leads into the list of an item."""
    for index in reversed(range(part.position)):
        one = spec.statements[index]
        if one.section != part.section:
            return None
        if one.home is Home.BODY and part.lead_in.endswith(one.words) and one.lead_in != part.lead_in:
            return one
    return None


def _permission(part: Statement, spec: Spec) -> Statement | None:
    """Return the permission or exception in the same paragraph that a sentence refers back to."""
    if not refers_back(part.words):
        return None
    for index in reversed(range(part.position)):
        one = spec.statements[index]
        if (one.section, one.block) != (part.section, part.block):
            return None
        if not refers_back(one.words):
            return one if one.reading.force is Force.PERMITTED or is_exception(one.words) else None
    return None
