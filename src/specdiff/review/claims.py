"""One cause, many echoes: which finding is explained by which.

A rule names the ids that it explains. Its finding claims theirs when they are about the same node or a node inside it:

    section/added ─┬─ statement/added        (a statement of the section, or of a section below it)
                   └─ example/added ── …     (chains end at the top: everything points at section/added)

What follows from a finding elsewhere in the document (a renamed level, a changed anchor) is claimed by ``following``.

A claim folds, it never drops: an echo is shown under what explains it.
"""

from collections.abc import Sequence
from fnmatch import fnmatchcase
from functools import cache

from specdiff.model.change import Matching
from specdiff.model.finding import Finding
from specdiff.review.following import following
from specdiff.review.inside import Inside


def claims(findings: Sequence[Finding], matching: Matching) -> dict[int, int]:
    """Return, for the index of each echo, the index of the finding at the top of its chain."""
    old, new = Inside(matching.old), Inside(matching.new)
    by_node: dict[int, list[int]] = {}
    for index, finding in enumerate(findings):
        if finding.rule.explains:
            for inside, node in ((old, finding.old), (new, finding.new)):
                for key in inside.same(node):
                    by_node.setdefault(key, []).append(index)
    parents: dict[int, int] = {}
    for index, finding in enumerate(findings):
        reach = (old.around(finding.old), new.around(finding.new))
        claimant = _claimant(index, findings, by_node, reach, (old, new))
        if claimant is not None:
            parents[index] = claimant
    for index, cause in following(findings, matching).items():
        parents.setdefault(index, cause)
    return {index: _top(index, parents) for index in parents if _top(index, parents) != index}


def _claimant(
    index: int,
    findings: Sequence[Finding],
    by_node: dict[int, list[int]],
    reach: tuple[tuple[int, ...], tuple[int, ...]],
    insides: tuple[Inside, Inside],
) -> int | None:
    """Return the nearest finding that explains this one: same node before what is around it, severe before mild."""
    finding = findings[index]
    for key in (*reach[0], *reach[1]):
        fitting = [
            other
            for other in by_node.get(key, ())
            if other != index
            and _explains(findings[other].rule.explains, finding.rule.id)
            and _within(findings[other], finding, reach, insides)
        ]
        if fitting:
            return min(fitting, key=lambda other: (-findings[other].rule.severity.weight, other))
    return None


def _within(claimant: Finding, finding: Finding, reach: tuple[tuple[int, ...], tuple[int, ...]], insides: tuple[Inside, Inside]) -> bool:
    """Whether on every side where both have a node, the finding's is the claimant's or inside it."""
    for owner, node, around, inside in (
        (claimant.old, finding.old, reach[0], insides[0]),
        (claimant.new, finding.new, reach[1], insides[1]),
    ):
        if owner is not None and node is not None and not set(inside.same(owner)) & set(around):
            return False
    return True


def _top(index: int, parents: dict[int, int]) -> int:
    """Follow a chain to its end; where two explain each other, the first of them is the top."""
    seen = [index]
    while (above := parents.get(seen[-1])) is not None:
        if above in seen:
            return min(seen[seen.index(above) :])
        seen.append(above)
    return seen[-1]


@cache
def _explains(patterns: tuple[str, ...], rule: str) -> bool:
    return any(fnmatchcase(rule, pattern) for pattern in patterns)
