"""Where cross references lead, and what they stand in."""

from specdiff.model.change import Matching
from specdiff.model.spec import Node, Reference, Spec


def resolves(target: str, spec: Spec) -> bool:
    """Whether some heading has the anchor."""
    return spec.target(target) is not None


def titled(target: str, spec: Spec) -> str:
    """Return the title of the section that a target names, or the target itself."""
    section = spec.target(target)
    return section.title if section else target


def follows(old: str, new: str, matching: Matching) -> bool:
    """Whether the section that *old* named is the one that *new* names."""
    before, after = matching.old.target(old), matching.new.target(new)
    return before is not None and after is not None and matching.section_became.get(before.id) == after.id


def carrier(reference: Reference, spec: Spec) -> Node:
    """Return the sentence or reply to show for a reference; the reference itself where none holds it."""
    return spec.carrier(reference) or reference
