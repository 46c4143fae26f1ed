"""Which of several kept nodes left their order.

An inserted paragraph moves all later ones "down", which is no move: the longest common order stays, the rest was reordered. Of two equally long
ones the longer texts stay; what is still equal is decided by the texts themselves and not by a side.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from specdiff.matching.became import Became
from specdiff.matching.headings import Headings
from specdiff.matching.links import Link
from specdiff.model.spec import Example, Section, Spec, Statement

Weight = tuple[int, int, int]


class Stand(NamedTuple):
    """A kept node in one sequence: its rank on both sides, and its two texts."""

    old: int
    new: int
    texts: tuple[str, str]


def out_of_order(stands: Sequence[Stand]) -> list[int]:
    """Return the indexes (into *stands*) of those outside the heaviest longest increasing subsequence."""
    rising = sorted(range(len(stands)), key=lambda index: stands[index].old)
    ranks = [stands[index].new for index in rising]
    if all(one < other for one, other in pairwise(ranks)):
        return []
    kept = _heaviest([(stands[index].new, _weight(stands[index])) for index in rising])
    staying = {rising[place] for place in kept}
    return [index for index in range(len(stands)) if index not in staying]


def _weight(stand: Stand) -> Weight:
    first, second = sorted(stand.texts)
    return 1, len(first) + len(second), crc32(f"{first}\0{second}".encode())


def _heaviest(sequence: Sequence[tuple[int, Weight]]) -> list[int]:
    """Return the indexes of the heaviest increasing subsequence, with a Fenwick tree of the best chain up to each rank."""
    ranks = sorted(rank for rank, _ in sequence)
    tree: list[tuple[Weight, int]] = [((0, 0, 0), -1)] * (len(ranks) + 1)
    before: list[int] = []
    for index, (rank, weight) in enumerate(sequence):
        place = bisect_left(ranks, rank)
        best, previous = (0, 0, 0), -1
        at = place
        while at > 0:
            if tree[at][0] > best:
                best, previous = tree[at]
            at &= at - 1
        before.append(previous)
        entry = ((best[0] + weight[0], best[1] + weight[1], best[2] + weight[2]), index)
        at = place + 1
        while at <= len(ranks):
            if entry[0] > tree[at][0]:
                tree[at] = entry
            at += at & -at
    end = max((tree[at] for at in range(1, len(tree))), default=((0, 0, 0), -1))[1]
    chain = []
    while end >= 0:
        chain.append(end)
        end = before[end]
    return chain


def shifted_sections(headings: Headings) -> tuple[list[int], list[int]]:
    """Return the indexes of the old sections that have another parent now, and of those that left the order of their siblings.

    Where several headings only changed their depth, so that the one above them all became their parent or stopped being it, nothing
    moved: they are held to the order of the whole document instead.
    """
    came: dict[tuple[str, str], list[Link]] = {}
    for link in headings.board.links.values():
        came.setdefault((headings.old[link.old].parent, headings.new[link.new].parent), []).append(link)
    moved: list[int] = []
    reordered: list[int] = []
    for (before, after), links in sorted(came.items()):
        if headings.same(before, after):
            reordered.extend(_strays(headings, links))
        elif len(links) > 1 and headings.releveled(before, after):
            relevelled = {link.old for link in links}
            reordered.extend(one for one in _strays(headings, headings.board.links.values()) if one in relevelled)
        else:
            moved.extend(link.old for link in links)
    return moved, reordered


def _strays(headings: Headings, links: Iterable[Link]) -> list[int]:
    listed = sorted(links)
    stands = [Stand(link.old, link.new, (_named(headings.old[link.old]), _named(headings.new[link.new]))) for link in listed]
    return [listed[index].old for index in out_of_order(stands)]


def _named(section: Section) -> str:
    """Return what tells a section from another one with the same heading."""
    return "\0".join((section.words, section.id, *(statement.words for statement in section.statements)))


def shifted_contents(
    old: Spec, new: Spec, became: Became, statements: Mapping[int, Link], examples: Mapping[int, Link]
) -> tuple[list[int], list[int]]:
    """Return the indexes of the old statements and of the old examples that left the common order of what their section kept."""
    ranks_old, ranks_new = _ranks(old), _ranks(new)
    groups: dict[str, list[tuple[int, Link, Stand]]] = {}
    for kind, links in enumerate((statements, examples)):
        for link in links.values():
            before: Statement | Example = (old.statements, old.examples)[kind][link.old]
            after: Statement | Example = (new.statements, new.examples)[kind][link.new]
            if became.old(before.section) == became.new(after.section):
                stand = Stand(ranks_old[id(before)], ranks_new[id(after)], (before.text, after.text))
                groups.setdefault(after.section, []).append((kind, link, stand))
    found: tuple[list[int], list[int]] = ([], [])
    for group in groups.values():
        for index in out_of_order([stand for _, _, stand in group]):
            kind, link, _ = group[index]
            found[kind].append(link.old)
    return found


def _ranks(spec: Spec) -> dict[int, int]:
    """Return the rank of each statement and example among both, in document order."""
    files = {path: rank for rank, path in enumerate(spec.paths)}
    nodes: list[Statement | Example] = [*spec.statements, *spec.examples]
    nodes.sort(key=lambda node: (files.get(node.place.path, len(files)), node.place.path, node.place.first_line, node.position))
    return {id(node): rank for rank, node in enumerate(nodes)}
