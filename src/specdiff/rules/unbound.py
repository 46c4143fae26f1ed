"""Rules that stay as they are and are said not to bind any more, or again: which sentences these are, and where."""

from functools import lru_cache

from specdiff.model.change import Kept, Matching
from specdiff.model.language import Force
from specdiff.model.spec import Home, Section, Spec, Statement
from specdiff.prose.sentence.unbinding import unbinds

UNBOUND = "unbound"
"""What such a finding is about: rules of which each stays, and all lose or regain their force."""


def governs(section: Section | None, matching: Matching, least: Force = Force.PERMITTED) -> bool:
    """Whether rules that both sides have, of some force at *least*, stand in a section or below it."""
    return section is not None and section.id in _governing(
        matching.new if matching.new.by_id.get(section.id) is section else matching.old, matching, least
    )


@lru_cache(maxsize=2)
def flips(pair: Kept[Statement], matching: Matching) -> str:
    """Return how a sentence that is still there says of the rules around it that they do not bind: "looser" now, "stricter" no more; else nothing."""
    if pair.old.words == pair.new.words or not pair.old.home is pair.new.home is Home.BODY:
        return ""
    before, after = unbinds(pair.old.words), unbinds(pair.new.words)
    if before == after or not governs(matching.new.by_id[pair.new.section], matching):
        return ""
    return "looser" if after else "stricter"


@lru_cache(maxsize=4)
def _governing(spec: Spec, matching: Matching, least: Force) -> frozenset[str]:
    """Return the ids of the sections that hold such rules, themselves or in one below them."""
    found: set[str] = set()
    for one in spec.statements:
        if one.section not in found and _binds(one, least) and isinstance(matching.kept(one), Kept):
            at = one.section
            while at and at not in found:
                found.add(at)
                at = spec.by_id[at].parent
    return frozenset(found)


def _binds(one: Statement, least: Force) -> bool:
    return one.home is Home.BODY and one.reading.force.strength >= least.strength
