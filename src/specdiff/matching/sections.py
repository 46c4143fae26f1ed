"""Sections whose heading says nothing any more, recognised by what they kept; and those that came apart or were put together.

What a section holds (statements, examples, commentary, marks, subsections) is weighed. Evidence for a pair is what went from the one to the other, in
terms of what both hold:

    old ┌ 4 examples ───────▶ ┐ new         much of both: the same section under another name
        │ 3 sentences ──────▶ │
        └ 1 sentence ─▶ other ┘             several real shares: split
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from specdiff.matching.headings import Headings
from specdiff.matching.links import Link
from specdiff.matching.yardstick import Yardstick
from specdiff.model.change import Change, Merged, Split
from specdiff.model.spec import Home, Section, Spec

STATEMENT, COMMENT, EXAMPLE, MARK, CHILD = 1.0, 0.4, 3.0, 0.7, 3.0
"""What each kind of content weighs."""
SAME = 0.5
"""Evidence asked for to take two sections for one."""
TITLE, PLACE = 0.35, 0.1
"""What like titles and the same neighbours add."""
SHARE = 2.0
"""Weight that makes a part of a section a real share."""
GONE = 0.25
"""Share of a section that must have gone somewhere for it to be split or merged."""


@dataclass
class Contents:
    """What sections hold and what went where, in weights. ``flows``: (old section, new section) to weight and to what went."""

    old: dict[str, float] = field(default_factory=dict)
    new: dict[str, float] = field(default_factory=dict)
    flows: dict[tuple[str, str], float] = field(default_factory=dict)
    said: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict)
    _by_old: dict[str, list[tuple[tuple[str, str], float]]] = field(default_factory=dict)

    def hold(self, side: dict[str, float], section: str, weight: float) -> None:
        """Count what a section holds."""
        side[section] = side.get(section, 0.0) + weight

    def flow(self, old: str, new: str, weight: float, name: str) -> None:
        """Count what went from one section to another."""
        self.flows[old, new] = self.flows.get((old, new), 0.0) + weight
        names = self.said.setdefault((old, new), {})
        names[name] = names.get(name, 0) + 1

    def of(self, old: str) -> list[tuple[tuple[str, str], float]]:
        """Return the flows out of an old section."""
        if not self._by_old:
            for pair, flow in self.flows.items():
                self._by_old.setdefault(pair[0], []).append((pair, flow))
        return self._by_old.get(old, [])

    def words(self, old: str, new: str) -> str:
        """Return what went from one section to another, in words."""
        parts = sorted(self.said.get((old, new), {}).items())
        return ", ".join(f"{count} {name}{'s' if count > 1 else ''}" for name, count in parts)


def weigh(old: Spec, new: Spec, statements: Iterable[Link], examples: Iterable[Link], became: Mapping[str, str]) -> Contents:
    """Return what sections hold and what went where, given which statements, examples and sections were paired."""
    found = Contents()
    for spec, side in ((old, found.old), (new, found.new)):
        for statement in spec.statements:
            found.hold(side, statement.section, _statement(statement.home))
        for example in spec.examples:
            found.hold(side, example.section, EXAMPLE)
        for prompt in spec.eval_prompts:
            found.hold(side, prompt.section, MARK)
        for section in spec.sections:
            found.hold(side, section.parent, CHILD)
    for link in statements:
        first, second = old.statements[link.old], new.statements[link.new]
        found.flow(first.section, second.section, min(_statement(first.home), _statement(second.home)) * link.score, "statement")
    for link in examples:
        found.flow(old.examples[link.old].section, new.examples[link.new].section, EXAMPLE * link.score, "example")
    marks = {prompt.id: prompt.section for prompt in new.eval_prompts if prompt.marked}
    for prompt in old.eval_prompts:
        if prompt.marked and prompt.id in marks:
            found.flow(prompt.section, marks[prompt.id], MARK, "eval prompt")
    for before, after in became.items():
        found.flow(old.by_id[before].parent, new.by_id[after].parent, CHILD, "subsection")
    return found


def _statement(home: Home) -> float:
    return COMMENT if home is Home.COMMENTARY else STATEMENT


def by_contents(headings: Headings, contents: Contents, yard: Yardstick) -> bool:
    """Link sections by what they kept; return whether any was linked."""
    candidates = []
    free_old, free_new = headings.board.free_old(), frozenset(headings.board.free_new())
    became = headings.became
    for one in free_old:
        before = headings.old[one]
        for (_, target), flow in contents.of(before.id):
            other = headings.index_new.get(target, -1)
            if other not in free_new:
                continue
            after = headings.new[other]
            share = 2 * flow / (contents.old[before.id] + contents.new[after.id])
            title = yard.likeness(headings.titles_old[one], headings.titles_new[other])
            place = 1.0 if became.get(before.parent, before.parent or None) == after.parent else 0.0
            score = round(share + TITLE * title + PLACE * place, 4)
            if score >= SAME:
                because = f"kept {contents.words(before.id, after.id)}; {share:.0%} of what both hold"
                candidates.append(Link(one, other, round(min(share, 1.0), 4), because, score))
    size = len(headings.board.links)
    headings.board.best(candidates)
    return len(headings.board.links) > size


def parted(headings: Headings, contents: Contents) -> tuple[Change[Section], ...]:
    """Return the sections that came apart (split) or were put together (merged)."""
    became = headings.became
    was = {after: before for before, after in became.items()}
    splits = _gathered(contents.old, contents.new, contents.flows, became, was)
    back = {(after, before): flow for (before, after), flow in contents.flows.items()}
    mergers = _gathered(contents.new, contents.old, back, was, became)
    changes: list[Change[Section]] = []
    old, new = {section.id: section for section in headings.old}, {section.id: section for section in headings.new}
    for one, parts in splits:
        said = "; ".join(f"{contents.words(one, part)} to “{new[part].title}”" for part in parts)
        changes.append(Split(old[one], tuple(new[part] for part in parts), said))
    for one, parts in mergers:
        said = "; ".join(f"{contents.words(part, one)} from “{old[part].title}”" for part in parts)
        changes.append(Merged(tuple(old[part] for part in parts), new[one], said))
    return tuple(changes)


def _gathered(
    here: Mapping[str, float],
    there: Mapping[str, float],
    flows: Mapping[tuple[str, str], float],
    became: Mapping[str, str],
    was: Mapping[str, str],
) -> list[tuple[str, list[str]]]:
    """Return which sections came apart into which, told for a split; a merger is the same with the sides exchanged.

    A section that is gone came apart if real shares of it went to several; one that was kept, if sections that are new took
    most of what they hold from it and from nowhere else.
    """
    out: dict[str, list[tuple[float, str]]] = {}
    for (one, other), flow in flows.items():
        if one and other:
            out.setdefault(one, []).append((flow, other))
    sources: dict[str, list[tuple[float, str]]] = {}
    for (one, other), flow in flows.items():
        if one and other:
            sources.setdefault(other, []).append((flow, one))
    found = []
    for one, parts in out.items():
        shares = sorted((part for part in parts if part[0] >= SHARE), key=lambda part: (-part[0], part[1]))
        if one not in became:
            if len(shares) > 1 and sum(flow for flow, _ in shares) >= GONE * here[one]:
                found.append((one, [part for _, part in shares]))
            continue
        carved = [
            (flow, part)
            for flow, part in shares
            if part not in was and flow >= GONE * there[part] and all(other == one or share < SHARE for share, other in sources[part])
        ]
        if carved:
            found.append((one, [became[one], *(part for _, part in carved)]))
    return found
