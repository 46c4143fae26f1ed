"""What follows from a finding elsewhere in the document: a name that changed is used in many places, and a policy has many parts."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import cast

from specdiff.model.change import Matching
from specdiff.model.finding import Finding
from specdiff.model.place import Place
from specdiff.model.spec import Example, Level, Node, Order, Reply, Section, Statement

_RENAMED = "authority/level-renamed"

Claim = tuple[int, int]


def following(findings: Sequence[Finding], matching: Matching) -> dict[int, int]:
    """Return, for the index of each finding that merely follows from another one, the index of that one."""
    found: dict[int, int] = {}
    for look in (_level, _rung, _lead_in, _whole, _term, _anchor, _parts):
        for index, cause in look(findings, matching):
            found.setdefault(index, cause)
    return found


def _level(findings: Sequence[Finding], matching: Matching) -> Iterator[Claim]:
    """A text in which only the renamed level's name differs merely follows the rename."""
    cause = next((index for index, finding in enumerate(findings) if finding.rule.id == _RENAMED), None)
    renamed = {old.lower(): new.lower() for old, new in matching.level_became.items() if old != new}
    if cause is None or not renamed:
        return
    follows = _follower(renamed)
    for index, finding in enumerate(findings):
        if index != cause and finding.old is not None and finding.new is not None and follows(_said(finding.old), _said(finding.new)):
            yield index, cause


def _rung(findings: Sequence[Finding], _: Matching) -> Iterator[Claim]:
    """The line that lists a level is told with the level that came or went, or with the list that has another order by it."""
    rungs = [rung for index, finding in enumerate(findings) for rung in _listed(finding, index)]
    for index, finding in enumerate(findings):
        node = finding.new or finding.old
        if isinstance(node, Statement):
            for event, place, name, cause in rungs:
                if (
                    finding.rule.id in (f"statement/{event}", f"exception/{event}")
                    and place.holds(node.place)
                    and name in node.words.casefold()
                ):
                    yield index, cause


def _listed(finding: Finding, index: int) -> Iterator[tuple[str, Place, str, int]]:
    """Yield the lines of lists that a finding about levels tells: whether they are added or removed, where they stand, and the level's name."""
    for event, node in (("added", finding.new), ("removed", finding.old)):
        if isinstance(node, Level) and node.place and finding.rule.id == f"authority/level-{event}":
            yield event, node.place, node.name.casefold(), index
        elif isinstance(node, Order) and finding.rule.id == "authority/order-changed":
            for name in cast("tuple[str, ...]", finding.facts[event]):
                yield event, node.place, name.casefold(), index


def _lead_in(findings: Sequence[Finding], _: Matching) -> Iterator[Claim]:
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
            if cause is not None:
                yield index, cause


def _whole(findings: Sequence[Finding], _: Matching) -> Iterator[Claim]:
    """A sentence that came or went with the one that it belongs to is told with that one."""
    heads = {
        (finding.rule.id, one.section, one.words): index
        for index, finding in reversed(list(enumerate(findings)))
        if isinstance(one := _lone(finding), Statement)
    }
    for index, finding in enumerate(findings):
        one = _lone(finding)
        if isinstance(one, Statement) and "part_of" in finding.facts:
            cause = heads.get((finding.rule.id, one.section, str(finding.facts["part_of"])))
            if cause is not None:
                yield index, cause


def _lone(finding: Finding) -> Node | None:
    """Return the node of a finding that has one on one side only."""
    return (finding.old or finding.new) if finding.old is None or finding.new is None else None


def _term(findings: Sequence[Finding], _: Matching) -> Iterator[Claim]:
    """A term that is called otherwise throughout is one fact, told where it comes first."""
    first: dict[tuple[object, object], int] = {}
    for index, finding in enumerate(findings):
        if finding.facts.get("throughout"):
            cause = first.setdefault((finding.facts.get("was"), finding.facts.get("now")), index)
            if cause != index:
                yield index, cause


def _anchor(findings: Sequence[Finding], matching: Matching) -> Iterator[Claim]:
    """A reference that names its target by the target's new anchor follows the anchor, or the title where that is its name."""
    anchors = {**_headings(findings, "section/renamed"), **_headings(findings, "section/id-changed")}
    for index, finding in enumerate(findings):
        if finding.rule.id == "reference/retargeted" and finding.facts.get("followed"):
            target = matching.new.target(str(finding.facts["new_target"]))
            if target is not None and target.id in anchors:
                yield index, anchors[target.id]


def _parts(findings: Sequence[Finding], matching: Matching) -> Iterator[Claim]:
    """A policy that holds nothing but a part of one that came apart is told with that one, and so are the policies below that went along.

    The same holds for one that went whole into another.
    """
    splits, mergers = _headings(findings, "section/split", old=True), _headings(findings, "section/merged")
    for index, finding in enumerate(findings):
        old, new = finding.old, finding.new
        if finding.rule.id == "section/added" and isinstance(new, Section) and (split := matching.split_off.get(new.id)):
            if split.old.id in splits and _all(new, split.old.id, matching):
                yield index, splits[split.old.id]
        elif finding.rule.id == "section/removed" and isinstance(old, Section) and (merged := matching.merged_away.get(old.id)):
            if merged.new.id in mergers and _all(old, merged.new.id, matching):
                yield index, mergers[merged.new.id]
        elif finding.rule.id == "section/moved" and isinstance(old, Section) and isinstance(new, Section):
            came, went = matching.split_off.get(new.parent), matching.merged_away.get(old.parent)
            if came is not None and came.old.id == old.parent and old.parent in splits:
                yield index, splits[old.parent]
            elif went is not None and went.new.id == new.parent and new.parent in mergers:
                yield index, mergers[new.parent]


def _headings(findings: Sequence[Finding], rule: str, *, old: bool = False) -> dict[str, int]:
    """Return the findings of one rule by the id of their section, in NEW or in OLD."""
    sections = ((index, one.old if old else one.new) for index, one in enumerate(findings) if one.rule.id == rule)
    return {section.id: index for index, section in sections if isinstance(section, Section)}


def _all(section: Section, other: str, matching: Matching) -> bool:
    """Whether all that a policy holds stood, or now stands, in one other policy."""
    held: Iterable[Statement | Example] = (*section.statements, *section.examples)
    pairs = [matching.kept(one) for one in held]
    return bool(pairs) and all(pair is not None and other in (pair.old.section, pair.new.section) for pair in pairs)


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
