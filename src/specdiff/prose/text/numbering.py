"""References to a clause by its number ("clause 5.4", "Sections 6, 7.1 and 10", "§ 3"), and what they are called after a renumbering."""

import re
from collections.abc import Mapping

_NUMBER = r"(?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3})*(?![\w%])(?!\.\d)"
_REFERENCE = re.compile(
    r"(?:\b(?:clauses?|sections?|articles?|paragraphs?|rules?|chapters?|sub-?sections?|points?|principles?|terms?|parts?|items?|steps?|see|ss?\.)\s+|\u00a7+\s*)"
    rf"{_NUMBER}(?:(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or|to)\s+|\s*-\s*){_NUMBER})*",
    re.IGNORECASE,
)
_ONE = re.compile(_NUMBER, re.IGNORECASE)


def referred(words: str) -> frozenset[str]:
    """Return the numbers of the clauses that a text refers to."""
    return frozenset(one for reference in _REFERENCE.findall(words) for one in _ONE.findall(reference))


def followed(old: str, new: str, renumbered: Mapping[str, str]) -> str:
    """Return an old text with the clauses that the new one refers to called by the numbers that they have there.

    *renumbered*: the number of each clause that was kept, to its new one. A reference that the new text does not make stays as it was.
    """
    if not renumbered or not any(map(str.isdigit, old)):
        return old
    there = referred(new)
    known = {before: after for before, after in renumbered.items() if after in there}
    return _REFERENCE.sub(lambda found: _ONE.sub(lambda one: known.get(one[0], one[0]), found[0]), old) if known else old
