"""Where cross references lead."""

from specdiff.model.change import Matching
from specdiff.model.spec import Spec


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
