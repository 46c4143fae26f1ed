"""Who stands around a node that has no pair yet.

old   A  x  B        A and B are paired with A' and B': what stands between them on both sides is more likely the same
new   A' y  B'       than its words alone say. Also when A and B went to another section together.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from specdiff.matching.links import Link


class Gap(NamedTuple):
    """The nearest nodes with a pair on both sides in the same section, -1 for none."""

    home: str
    before: int
    after: int


def gaps(homes: Sequence[str], linked: Mapping[int, Link]) -> dict[int, Gap]:
    """Return for each node without a link the gap that it stands in."""
    sections: dict[str, list[int]] = {}
    for index, home in enumerate(homes):
        sections.setdefault(home, []).append(index)
    found: dict[int, Gap] = {}
    for home, indexes in sections.items():
        before = -1
        waiting: list[int] = []
        for index in indexes:
            if index in linked:
                found.update(dict.fromkeys(waiting, Gap(home, before, index)))
                before, waiting = index, []
            else:
                waiting.append(index)
        found.update(dict.fromkeys(waiting, Gap(home, before, -1)))
    return found


def same_gaps(old: Mapping[int, Gap], new: Mapping[int, Gap], links: Mapping[int, Link]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield what stands in the same gap on both sides."""
    olds: dict[Hashable, list[int]] = {}
    for index, gap in old.items():
        before = links[gap.before].new if gap.before >= 0 else gap.home
        after = links[gap.after].new if gap.after >= 0 else gap.home
        olds.setdefault((before, after), []).append(index)
    news: dict[Hashable, list[int]] = {}
    for index, gap in new.items():
        news.setdefault((gap.before if gap.before >= 0 else gap.home, gap.after if gap.after >= 0 else gap.home), []).append(index)
    for key, ones in olds.items():
        if key in news:
            yield ones, news[key]


def company(gap: Gap, linked: Mapping[int, Link], homes: Sequence[str], *, back: bool) -> set[str]:
    """Return the sections that the neighbours around a gap went to (came from, if *back*)."""
    return {homes[linked[index].old if back else linked[index].new] for index in (gap.before, gap.after) if index >= 0}
