"""Sections whose heading says nothing any more, recognised by what they kept; and those that came apart or were put together.

What a section holds (statements, examples, commentary, marks, subsections) is weighed. Evidence for a pair is what went from the one to the other, in
terms of what both hold:

    old ┌ 4 examples ───────▶ ┐ new         much of both: the same section under another name
        │ 3 sentences ──────▶ │
        └ 1 sentence ─▶ other ┘             several real shares: split
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from specdiff.matching.headings import Headings
from specdiff.matching.links import Link
from specdiff.matching.yardstick import Yardstick
from specdiff.model.change import Change, Merged, Split
from specdiff.model.spec import Home, Section, Spec
from specdiff.prose.text.wording import counted

STATEMENT, COMMENT, EXAMPLE, MARK, CHILD = 1.0, 0.4, 2.0, 1.0, 2.0
"""What each kind of content weighs."""
SAME = 0.5
"""Evidence asked for to take two sections for one."""
TITLE, PLACE = 0.35, 0.1
"""What like titles and the same parent add."""
ALIKE = 0.5
"""Likeness from which on titles say anything."""
MOSTLY = 0.7
"""Evidence from which on it does not matter that other sections got something too."""
ASIDE = 0.15
"""Share of what came or went that other sections may have without putting the successor in doubt."""
SHARE, SMALL = 2.0, 1.0
"""Weight that makes a part of a section a real share: of the largest part, and of the others."""
GONE = 0.25
"""Share of a section that must have gone somewhere for it to be split or merged."""


@dataclass
class Contents:
    """What sections hold and what went where, in weights. ``flows``: (old section, new section) to weight and to what went."""

    old: dict[str, float] = field(default_factory=dict)
    new: dict[str, float] = field(default_factory=dict)
    flows: dict[tuple[str, str], float] = field(default_factory=dict)
    said: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict)
    _ways: tuple[dict[str, dict[str, float]], dict[str, dict[str, float]]] = field(default_factory=lambda: ({}, {}))
    _size: int = -1

    def hold(self, side: dict[str, float], section: str, weight: float) -> None:
        """Count what a section holds."""
        side[section] = side.get(section, 0.0) + weight

    def flow(self, old: str, new: str, weight: float, name: str) -> None:
        """Count what went from one section to another."""
        self.flows[old, new] = self.flows.get((old, new), 0.0) + weight
        names = self.said.setdefault((old, new), {})
        names[name] = names.get(name, 0) + 1

    def out(self, old: str) -> dict[str, float]:
        """Return what went from an old section where."""
        return self._index()[0].get(old, {})

    def into(self, new: str) -> dict[str, float]:
        """Return what a new section got from where."""
        return self._index()[1].get(new, {})

    def _index(self) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, float]]]:
        if self._size != len(self.flows):
            self._size = len(self.flows)
            self._ways = ({}, {})
            for (old, new), flow in self.flows.items():
                self._ways[0].setdefault(old, {})[new] = flow
                self._ways[1].setdefault(new, {})[old] = flow
        return self._ways

    def words(self, old: str, new: str) -> str:
        """Return what went from one section to another, in words."""
        parts = sorted(self.said.get((old, new), {}).items())
        return ", ".join(counted(count, name) for name, count in parts)


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
    marks = _marks(new)
    for name, sections in _marks(old).items():
        for before, after in zip(sections, marks.get(name, ()), strict=False):
            found.flow(before, after, MARK, "eval prompt")
    for before, after in became.items():
        found.flow(old.by_id[before].parent, new.by_id[after].parent, CHILD, "subsection")
    return found


def _marks(spec: Spec) -> dict[str, list[str]]:
    """Return the sections where each eval prompt is marked, in order: one mark may stand in several."""
    found: dict[str, list[str]] = {}
    for prompt in spec.eval_prompts:
        if prompt.marked:
            found.setdefault(prompt.id, []).append(prompt.section)
    return found


def _statement(home: Home) -> float:
    return COMMENT if home is Home.COMMENTARY else STATEMENT


def by_contents(headings: Headings, contents: Contents, yard: Yardstick) -> bool:
    """Link sections by what they kept; return whether any was linked."""
    free_new = frozenset(headings.board.free_new())
    candidates: list[Link] = []
    for one in headings.board.free_old():
        for target in contents.out(headings.old[one].id):
            other = headings.index_new.get(target, -1)
            if other in free_new:
                candidates.extend(_judged(headings, contents, yard, one, other))
    size = len(headings.board.links)
    headings.board.best(candidates)
    return len(headings.board.links) > size


def _judged(headings: Headings, contents: Contents, yard: Yardstick, one: int, other: int) -> Iterator[Link]:
    """Yield a candidate if two sections have enough in common."""
    before, after = headings.old[one], headings.new[other]
    out, into = contents.out(before.id), contents.into(after.id)
    flow = out[after.id]
    share = round(min(1.0, 2 * flow / (contents.old[before.id] + contents.new[after.id])), 4)
    title = yard.likeness(headings.titles_old[one], headings.titles_new[other])
    title = title if title >= ALIKE else 0.0
    contested = max(sum(way.values()) - flow - way.get("", 0.0) for way in (out, into)) > ASIDE * flow
    if contested and not title and share < MOSTLY:
        return
    place = PLACE if headings.same(before.parent, after.parent) else 0.0
    score = round(share + TITLE * title + place, 4)
    if score >= SAME:
        because = f"kept {contents.words(before.id, after.id)}, {share:.0%} of what both hold"
        yield Link(one, other, share, because + (f"; titles {title:.0%} alike" if title else ""), score)


def parted(headings: Headings, contents: Contents) -> tuple[Change[Section], ...]:
    """Return the sections that came apart (split) or were put together (merged)."""
    became = headings.became
    was = {after: before for before, after in became.items()}
    old, new = {section.id: section for section in headings.old}, {section.id: section for section in headings.new}
    splits = {one: _parts(one, contents.out(one), contents.into, (contents.old, contents.new), (became, was)) for one in old}
    mergers = {one: _parts(one, contents.into(one), contents.out, (contents.new, contents.old), (was, became)) for one in new}
    bare = {pair for pair, names in contents.said.items() if names.keys() == {"subsection"}}
    shown = {
        (one, other)
        for (one, other), names in contents.said.items()
        if "statement" not in names and one in old and other in new and _both_rule(old[one], new[other])
    }
    splits = {
        one: _carved(parts, became.get(one), {new for old, new in bare | shown if old == one}) for one, parts in splits.items() if parts
    }
    mergers = {
        one: _carved(parts, was.get(one), {old for old, new in bare | shown if new == one}) for one, parts in mergers.items() if parts
    }
    _once(splits, mergers, contents)
    changes: list[Change[Section]] = []
    for one, parts in splits.items():
        if parts:
            said = "; ".join(f"{contents.words(one, part) or 'the heading'} to “{new[part].title}”" for part in parts)
            changes.append(Split(old[one], tuple(new[part] for part in parts), said))
    for one, parts in mergers.items():
        if parts:
            said = "; ".join(f"{contents.words(part, one) or 'the heading'} from “{old[part].title}”" for part in parts)
            changes.append(Merged(tuple(old[part] for part in parts), new[one], said))
    return tuple(changes)


def _carved(parts: list[str], kept: str | None, bare: Collection[str]) -> list[str]:
    """Return the parts of a section without those to which nothing went that it says, none if it was kept and no other is left.

    Such are new headings that only some of its subsections stand under now, and sections with rules of their own that only took over examples.
    """
    found = [part for part in parts if kept is None or part == kept or part not in bare]
    return found if len(found) > 1 else []


def _both_rule(old: Section, new: Section) -> bool:
    """Whether both sections say something, so that examples alone, which went from the one to the other, are no part of what the first says."""
    return bool(old.statements and new.statements)


def _once(splits: dict[str, list[str]], mergers: dict[str, list[str]], contents: Contents) -> None:
    """Say what went from several to several once: as splits or as mergers, whichever tells more of what it is about."""
    for group in _groups(splits, mergers):
        told = [sum(contents.out(one).get(part, 0.0) for part in splits[one]) / contents.old[one] for one in sorted(group[0])]
        told_back = [sum(contents.into(one).get(part, 0.0) for part in mergers[one]) / contents.new[one] for one in sorted(group[1])]
        if not told or not told_back:
            continue
        difference = round(sum(told) / len(told) - sum(told_back) / len(told_back), 6)
        if difference > 0:
            mergers.update({one: [] for one in group[1]})
        elif difference < 0:
            splits.update({one: [] for one in group[0]})


def _groups(splits: Mapping[str, list[str]], mergers: Mapping[str, list[str]]) -> list[tuple[set[str], set[str]]]:
    """Return the splits and mergers that have a flow in common, as groups."""
    groups: list[tuple[set[str], set[str]]] = []
    for one, parts in splits.items():
        common = {other for other in parts if one in mergers.get(other, [])}
        joined = [group for group in groups if group[1] & common]
        merged = ({one}.union(*(group[0] for group in joined)), common.union(*(group[1] for group in joined)))
        groups = [group for group in groups if group not in joined]
        if parts:
            groups.append(merged)
    return groups


def _parts(
    one: str,
    ways: Mapping[str, float],
    back: Callable[[str], Mapping[str, float]],
    held: tuple[Mapping[str, float], Mapping[str, float]],
    known: tuple[Mapping[str, str], Mapping[str, str]],
) -> list[str]:
    """Return the parts that a section came apart into, none if it did not. A merger is the same with the sides exchanged.

    A section that is gone came apart if real shares of it went to several. One that was kept did if sections that are new took
    much of what they hold from it, and from nowhere else.
    """
    shares = sorted((-flow, part) for part, flow in ways.items() if part and flow >= SMALL)
    if not shares or one not in held[0]:
        return []
    if one not in known[0]:
        enough = len(shares) > 1 and -shares[0][0] >= SHARE and -sum(flow for flow, _ in shares) >= GONE * held[0][one]
        return [part for _, part in shares] if enough else []
    carved = [
        part
        for flow, part in shares
        if part not in known[1]
        and -flow >= max(SHARE, GONE * held[1][part])
        and all(away == one or share < SMALL for away, share in back(part).items())
    ]
    return [known[0][one], *carved] if carved else []
