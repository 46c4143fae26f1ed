"""One cause, many echoes: which finding is explained by which.

A rule names the ids that it explains. Its finding claims theirs when they are about the same node or a node inside it:

    section/added ─┬─ statement/added        (a statement of the section, or of a section below it)
                   └─ example/added ── …     (chains end at the top: everything points at section/added)

A claim folds, it never drops: an echo is shown under what explains it.
"""

import re
from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase
from functools import cache

from specdiff.model.change import Matching
from specdiff.model.finding import Finding
from specdiff.model.spec import Node, Reply, Statement
from specdiff.review.inside import Inside

_RENAMED = "authority/level-renamed"


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
    _follow_renamed_level(findings, matching, parents)
    _follow_lead_in(findings, parents)
    _follow_renamed_term(findings, parents)
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


def _follow_renamed_level(findings: Sequence[Finding], matching: Matching, parents: dict[int, int]) -> None:
    """A text in which only the renamed level's name differs merely follows the rename."""
    cause = next((index for index, finding in enumerate(findings) if finding.rule.id == _RENAMED), None)
    renamed = {old.lower(): new.lower() for old, new in matching.level_became.items() if old != new}
    if cause is None or not renamed:
        return
    follows = _follower(renamed)
    for index, finding in enumerate(findings):
        if index in parents or index == cause or finding.old is None or finding.new is None:
            continue
        if follows(_said(finding.old), _said(finding.new)):
            parents[index] = cause


def _follow_lead_in(findings: Sequence[Finding], parents: dict[int, int]) -> None:
    """What changed in a list only by the sentence that governs it follows from the change of that sentence."""
    heads = {
        (finding.rule.id, finding.old.section, finding.old.words, finding.new.words): index
        for index, finding in enumerate(findings)
        if isinstance(finding.old, Statement) and isinstance(finding.new, Statement)
    }
    for index, finding in enumerate(findings):
        old, new = finding.old, finding.new
        if isinstance(old, Statement) and isinstance(new, Statement) and old.words == new.words and old.lead_in != new.lead_in:
            cause = heads.get((finding.rule.id, old.section, old.lead_in, new.lead_in))
            if cause is not None and index not in parents:
                parents[index] = cause


def _follow_renamed_term(findings: Sequence[Finding], parents: dict[int, int]) -> None:
    """A term that is called otherwise throughout is one fact, told where it comes first."""
    first: dict[tuple[object, object], int] = {}
    for index, finding in enumerate(findings):
        if finding.facts.get("throughout"):
            cause = first.setdefault((finding.facts.get("was"), finding.facts.get("now")), index)
            if cause != index:
                parents.setdefault(index, cause)


def _said(node: Node) -> str:
    """Return all that a node says, in lower case; of a judged reply that is also why."""
    return f"{node.reason}\n{node.words}".lower() if isinstance(node, Reply) else node.words.lower()


def _follower(renamed: dict[str, str]) -> Callable[[str, str], bool]:
    """Return whether a text is another one with the old name as the new one, wherever or only in places: a name may also be a party's."""
    names = re.compile(
        r"\b(" + "|".join(map(re.escape, sorted({*renamed, *renamed.values()}, key=lambda name: (-len(name), name)))) + r")\b"
    )

    def follows(before: str, after: str) -> bool:
        parts = names.split(before), names.split(after)
        return (
            before != after
            and len(parts[0]) == len(parts[1])
            and all(old == new or (place % 2 == 1 and renamed.get(old) == new) for place, (old, new) in enumerate(zip(*parts, strict=True)))
        )

    return follows
