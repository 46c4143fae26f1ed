"""Where cross references lead, and what they stand in."""

from specdiff.model.spec import Node, Reference, Spec


def resolves(target: str, spec: Spec) -> bool:
    """Whether some heading has the anchor."""
    return spec.target(target) is not None


def carrier(reference: Reference, spec: Spec) -> Node:
    """Return the sentence or reply to show for a reference; the reference itself where none holds it."""
    return spec.carrier(reference) or reference
