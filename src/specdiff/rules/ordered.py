"""Lists whose order counts: what leads into them says so."""

import re
from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.spec import Statement
from specdiff.rules.rule import Found

_RANKS = re.compile(
    r"\border of (?:priority|precedence|importance|preference|authority)\b|\b(?:priority|precedence) order\b"
    r"|\bpriorit(?:ies|i[sz]e[ds]?)\b[^.;]*\bin (?:this|that|the following|descending|decreasing) order\b"
    r"|\b(?:most important|highest|strongest) first\b|\bfrom (?:the )?(?:most|highest)\b.*\bto (?:the )?(?:least|lowest)\b",
    re.IGNORECASE,
)
_STEPS = re.compile(
    r"\bin (?:this|that|the following|the given|the stated) (?:order|sequence)\b|\bin order\b(?! (?:to|that|for)\b)", re.IGNORECASE
)
_LONGEST = 32
_MOST = 6


def reordered_ranks(pair: Kept[Statement], matching: Matching) -> Iterator[Found]:
    """Yield that an item of a list that ranks its items stands before or after others now."""
    yield from _turned(pair, matching, _RANKS, " > ")


def reordered_steps(pair: Kept[Statement], matching: Matching) -> Iterator[Found]:
    """Yield that a step of a list whose steps are to be taken in their order is taken before or after others now."""
    if not _RANKS.search(pair.new.lead_in):
        yield from _turned(pair, matching, _STEPS, ", then ")


def _turned(pair: Kept[Statement], matching: Matching, says: re.Pattern[str], join: str) -> Iterator[Found]:
    if not pair.reordered or not (says.search(pair.old.lead_in) and says.search(pair.new.lead_in)):
        return
    items = [one for one in matching.statements if isinstance(one, Kept) and _listed(one, pair)]
    was, now = (sorted(items, key=lambda kept: kept.old.position), sorted(items, key=lambda kept: kept.new.position))
    if turned := [at for at, (one, other) in enumerate(zip(was, now, strict=True)) if one is not other]:
        shown = slice(turned[0], min(turned[-1] + 1, turned[0] + _MOST))  # of many items only the first
        yield Found(
            was=join.join(_named(one.old.words) for one in was[shown]),
            now=join.join(_named(one.new.words) for one in now[shown]),
            direction="other",
        )


def _listed(one: Kept[Statement], pair: Kept[Statement]) -> bool:
    """Whether a kept sentence is an item of the same list on both sides."""
    return (one.old.section, one.old.lead_in, one.new.section, one.new.lead_in) == (
        pair.old.section, pair.old.lead_in, pair.new.section, pair.new.lead_in,
    )  # fmt: skip


def _named(words: str) -> str:
    words = words.rstrip(" .;,")
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
