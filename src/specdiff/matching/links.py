"""From candidate pairs to pairs: best first, one to one.

Two candidates that want the same node differ in likeness, else in how far apart they stand, else in the sum of their positions (which cannot be equal
for two candidates that share a node). None of these depends on which side is called old.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from specdiff.model.change import Added, Change, Kept, Removed
from specdiff.model.spec import Node

N = TypeVar("N", bound=Node)

ZIP_ABOVE = 2500
"""A group of equal texts with more pairs than this is paired in order instead of by distance."""


class Link(NamedTuple):
    """Node *old* is node *new* (indexes); ``rank`` decided among candidates, ``score`` is the plain likeness."""

    old: int
    new: int
    score: float
    because: str
    rank: float = 1.0


class Spots:
    """Where nodes stand relative to their surroundings, each from 0 to 1, for ties."""

    def __init__(self, old: Sequence[float], new: Sequence[float]) -> None:
        self.old = old
        self.new = new

    def apart(self, old: int, new: int) -> float:
        """Return how far apart two nodes stand, the same seen from either side."""
        return abs(self.old[old] - self.new[new])


def spots(old: Sequence[Hashable], new: Sequence[Hashable]) -> Spots:
    """Return the relative places of nodes, given the section of each."""
    return Spots(_relative(old), _relative(new))


def _relative(groups: Sequence[Hashable]) -> list[float]:
    sizes: dict[Hashable, int] = {}
    ranks = []
    for group in groups:
        ranks.append(sizes.get(group, 0))
        sizes[group] = ranks[-1] + 1
    return [(rank + 0.5) / sizes[group] for rank, group in zip(ranks, groups, strict=True)]


class Board:
    """Which nodes are still free, and the links made so far."""

    def __init__(self, old: Sequence[Hashable], new: Sequence[Hashable]) -> None:
        self.links: dict[int, Link] = {}
        self.back: dict[int, Link] = {}
        self.spots = spots(old, new)
        self._sizes = (len(old), len(new))

    def free_old(self) -> list[int]:
        """Return the indexes of the old nodes without a link."""
        return [index for index in range(self._sizes[0]) if index not in self.links]

    def free_new(self) -> list[int]:
        """Return the indexes of the new nodes without a link."""
        return [index for index in range(self._sizes[1]) if index not in self.back]

    def add(self, link: Link) -> bool:
        """Make a link if both ends are free."""
        if link.old in self.links or link.new in self.back:
            return False
        self.links[link.old] = link
        self.back[link.new] = link
        return True

    def drop(self, link: Link) -> None:
        """Free both ends of a link."""
        del self.links[link.old], self.back[link.new]

    def replace(self, link: Link) -> None:
        """Put *link* in place of the one between the same two nodes."""
        self.links[link.old] = self.back[link.new] = link

    def rescored(self, score: Callable[[Link], float]) -> None:
        """Give every link the score that *score* says."""
        for link in tuple(self.links.values()):
            self.replace(link._replace(score=score(link)))

    def best(self, candidates: Iterable[Link]) -> None:
        """Make links from candidates, best first."""
        apart = self.spots.apart
        ordered = sorted(candidates, key=lambda link: (-link.rank, apart(link.old, link.new), link.old + link.new, link.old))
        for link in ordered:
            self.add(link)

    def equal(self, old: Mapping[Hashable, list[int]], new: Mapping[Hashable, list[int]], because: str, *, only_one: bool = False) -> None:
        """Link nodes with equal keys: as many as there are in order, else the nearest ones. ``only_one``: only keys that are unique on both sides."""
        for key, olds in old.items():
            news = new.get(key, [])
            if not news or (only_one and (len(olds) > 1 or len(news) > 1)):
                continue
            if len(olds) == len(news) or len(olds) * len(news) > ZIP_ABOVE:
                for pair in zip(olds, news, strict=False):
                    self.add(Link(*pair, 1.0, because))
            else:
                self.best(Link(one, other, 1.0, because) for one in olds for other in news)


def grouped(indexes: Iterable[int], keys: Sequence[Hashable] | Mapping[int, Hashable]) -> dict[Hashable, list[int]]:
    """Return the indexes by their key; those whose key is ``None`` are left out."""
    found: dict[Hashable, list[int]] = {}
    for index in indexes:
        if keys[index] is not None:
            found.setdefault(keys[index], []).append(index)
    return found


def relate(
    old: Sequence[N],
    new: Sequence[N],
    links: Mapping[int, Link],
    moved: Iterable[int] = (),
    reordered: Iterable[int] = (),
) -> tuple[Change[N], ...]:
    """Return what became of each node: kept and removed in the order of *old*, then added in the order of *new*."""
    moves, turns = frozenset(moved), frozenset(reordered)
    changes: list[Change[N]] = []
    for index, node in enumerate(old):
        link = links.get(index)
        if link is None:
            changes.append(Removed(node))
        else:
            changes.append(Kept(node, new[link.new], link.score, link.because, moved=index in moves, reordered=index in turns))
    taken = {link.new for link in links.values()}
    changes.extend(Added(node) for index, node in enumerate(new) if index not in taken)
    return tuple(changes)
