"""Where cross references lead, and what they stand in."""

import re
from collections import Counter
from urllib.parse import urlsplit

from specdiff.model.spec import Node, Reference, Spec

_ADDRESS = re.compile(r"(?<=\]\()\s*<?([a-z][a-z0-9+.-]*:[^\s()<>]+)", re.IGNORECASE)


def resolves(target: str, spec: Spec) -> bool:
    """Whether some heading has the anchor."""
    return spec.target(target) is not None


def carrier(reference: Reference, spec: Spec) -> Node:
    """Return the sentence or reply to show for a reference; the reference itself where none holds it."""
    return spec.carrier(reference) or reference


def moved_away(old: str, new: str) -> tuple[str, str]:
    """Return the addresses that only one of two sources leads to, where they are on other machines; no words where none moved."""
    before, after = (Counter(_ADDRESS.findall(text)) for text in (old, new))
    gone, come = [*(before - after).elements()], [*(after - before).elements()]
    if [urlsplit(one).netloc.lower() for one in gone] == [urlsplit(one).netloc.lower() for one in come]:
        return "", ""
    return " ".join(gone), " ".join(come)
