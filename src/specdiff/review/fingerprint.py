"""A name for a change that is the same on every run and machine, and survives unrelated edits: no line numbers, no positions."""

import hashlib
from collections import Counter
from collections.abc import Iterable

from specdiff.model.finding import Finding
from specdiff.model.spec import Node

_DIGITS = 16


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return one fingerprint for each finding. Findings that cannot be told apart by their words get an ordinal, in order."""
    seen: Counter[str] = Counter()
    made = []
    for finding in findings:
        identity = _identity(finding)
        seen[identity] += 1
        ordinal = seen[identity]
        made.append(_digest(identity if ordinal == 1 else f"{identity}\0{ordinal}"))
    return made


def _identity(finding: Finding) -> str:
    """Join what a finding is about. A shift has no words of its own, so its values stand for them."""
    sections = (finding.section_old, finding.section_new)
    parts = [finding.rule.id, *(section.id if section else "" for section in sections)]
    if finding.evidence:
        parts += [str(finding.facts.get("gains")), str(finding.facts.get("loses"))]
    else:
        parts += [_words(finding.old), _words(finding.new)]
    return "\0".join(parts)


def _words(node: Node | None) -> str:
    return "" if node is None else node.words or node.text


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
