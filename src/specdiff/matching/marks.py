"""Small things that hang on others: cross references, explicit orders, definitions, commentary, eval prompts."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

from specdiff.matching.became import Became
from specdiff.matching.candidates import Search
from specdiff.matching.links import Board, Link, grouped
from specdiff.model.spec import Commentary, Definition, EvalPrompt, Order, Reference, Statement

T = TypeVar("T", Commentary, Definition)

HERE, ELSEWHERE = 0.35, 0.6
"""Likeness of two blocks asked for in the same section and in another."""
SUBSTANCE = 4.0
"""Rare words that two blocks in different sections must share."""
ITEMS = 0.3
"""Share of common items asked for between two orders."""
ALL_PAIRS = 400
"""Leftovers of one section with fewer pairs than this are all compared."""


def pair_blocks(
    old: Sequence[T], new: Sequence[T], became: Became, search: Search, name: Callable[[T], str], *, lone: bool = False
) -> Board:
    """Return the links between definitions or commentary blocks: by name (a term; may be empty) and by what they say.

    ``lone``: the last one in a section is the same one even if every word of it changed.
    """
    board: Board = Board([became.old(node.section) for node in old], [became.new(node.section) for node in new])
    exact = (
        [(became.old(node.section), name(node), node.words) for node in old],
        [(became.new(node.section), name(node), node.words) for node in new],
    )
    board.equal(grouped(board.free_old(), exact[0]), grouped(board.free_new(), exact[1]), "same in the same section")
    named = [name(node) or None for node in old], [name(node) or None for node in new]
    board.equal(grouped(board.free_old(), named[0]), grouped(board.free_new(), named[1]), "same term", only_one=True)
    board.best([*_blocks_here(old, new, board, became, search), *_blocks_elsewhere(old, new, board, became, search)])
    if lone:
        board.best(_lone(board, [became.old(node.section) for node in old], [became.new(node.section) for node in new]))
    board.rescored(lambda link: search.yard.likeness(old[link.old].words, new[link.new].words))
    return board


def _lone(board: Board, old: Sequence[str], new: Sequence[str]) -> Iterator[Link]:
    """Yield the one block that is left in a section with the one that is left there on the other side."""
    news = grouped(board.free_new(), new)
    for home, olds in grouped(board.free_old(), old).items():
        others = news.get(home, [])
        if len(olds) == len(others) == 1:
            yield Link(olds[0], others[0], 0.0, "the only one left in the section")


def _blocks_here(old: Sequence[T], new: Sequence[T], board: Board, became: Became, search: Search) -> Iterator[Link]:
    news = grouped(board.free_new(), [became.new(node.section) for node in new])
    for home, olds in grouped(board.free_old(), [became.old(node.section) for node in old]).items():
        others = news.get(home, [])
        if len(olds) * len(others) > ALL_PAIRS:
            pairs = search.pairs({one: old[one].words for one in olds}, {other: new[other].words for other in others}, board.spots.apart)
        else:
            pairs = [(one, other) for one in olds for other in others]
        for one, other in pairs:
            score = search.yard.likeness(old[one].words, new[other].words)
            if score >= HERE:
                yield Link(one, other, score, f"{score:.0%} alike in the same section", score + 0.1)


def _blocks_elsewhere(old: Sequence[T], new: Sequence[T], board: Board, became: Became, search: Search) -> Iterator[Link]:
    olds, news = {one: old[one].words for one in board.free_old()}, {other: new[other].words for other in board.free_new()}
    for one, other in search.pairs(olds, news, board.spots.apart):
        score = search.yard.likeness(olds[one], news[other])
        apart = became.old(old[one].section) != became.new(new[other].section)
        if apart and score >= ELSEWHERE and search.yard.shared(olds[one], news[other]) >= SUBSTANCE:
            yield Link(one, other, score, f"{score:.0%} alike in another section", score)


def pair_orders(old: Sequence[Order], new: Sequence[Order], became: Became) -> Board:
    """Return the links between explicit orders: the same items, else common items in the same section."""
    homes = [became.old(node.section) for node in old], [became.new(node.section) for node in new]
    board = Board(*homes)
    exact = (
        [(home, node.items) for home, node in zip(homes[0], old, strict=True)],
        [(home, node.items) for home, node in zip(homes[1], new, strict=True)],
    )
    board.equal(grouped(board.free_old(), exact[0]), grouped(board.free_new(), exact[1]), "same order in the same section")
    board.best(_orders_here(old, new, board, homes))
    items = [node.items for node in old], [node.items for node in new]
    board.equal(grouped(board.free_old(), items[0]), grouped(board.free_new(), items[1]), "same order in another section", only_one=True)
    return board


def _orders_here(old: Sequence[Order], new: Sequence[Order], board: Board, homes: tuple[Sequence[str], Sequence[str]]) -> Iterator[Link]:
    news = grouped(board.free_new(), homes[1])
    for home, olds in grouped(board.free_old(), homes[0]).items():
        for one in olds:
            for other in news.get(home, [])[:ALL_PAIRS]:
                first, second = ({item.casefold() for item in order.items} for order in (old[one], new[other]))
                score = round(min(0.95, 2 * len(first & second) / max(len(first) + len(second), 1)), 4)
                if score >= ITEMS:
                    yield Link(one, other, score, f"{score:.0%} of the items in the same section", score)


def pair_references(
    old: Sequence[Reference], new: Sequence[Reference], hosts: tuple[Sequence[Hashable], Sequence[Hashable]], became: Became
) -> Board:
    """Return the links between references: by host (statement or example that holds it) and target, by section and target, then by host alone."""
    board: Board = Board([became.old(node.section) for node in old], [became.new(node.section) for node in new])
    here_old, here_new = [became.old(node.section) for node in old], [became.new(node.section) for node in new]
    target_old, target_new = [became.old(node.target) for node in old], [became.new(node.target) for node in new]
    host_old, host_new = hosts

    def link(first: Sequence[Hashable], second: Sequence[Hashable], because: str) -> None:
        board.equal(grouped(board.free_old(), first), grouped(board.free_new(), second), because)

    link(
        [_all(host, target, node.spelling) for host, target, node in zip(host_old, target_old, old, strict=True)],
        [_all(host, target, node.spelling) for host, target, node in zip(host_new, target_new, new, strict=True)],
        "same target in the same place",
    )
    link(list(zip(here_old, target_old, strict=True)), list(zip(here_new, target_new, strict=True)), "same target in the same section")
    link(
        [_all(host, node.words) for host, node in zip(host_old, old, strict=True)],
        [_all(host, node.words) for host, node in zip(host_new, new, strict=True)],
        "same place",
    )
    link(
        [(here, node.words) for here, node in zip(here_old, old, strict=True)],
        [(here, node.words) for here, node in zip(here_new, new, strict=True)],
        "same words in the same section",
    )
    link(list(host_old), list(host_new), "same place, another target")
    return board


def _all(*parts: Hashable) -> Hashable:
    return None if parts[0] is None else parts


def pair_prompts(old: Sequence[EvalPrompt], new: Sequence[EvalPrompt], successors: Mapping[int, Statement]) -> Board:
    """Return the links between eval prompts, by id; ``because`` says where the mark hangs on another sentence now."""
    board = Board([0] * len(old), [0] * len(new))
    ids = [prompt.id for prompt in old], [prompt.id for prompt in new]
    board.equal(grouped(board.free_old(), ids[0]), grouped(board.free_new(), ids[1]), "same id")
    for link in tuple(board.links.values()):
        before, after = old[link.old].statement, new[link.new].statement
        if before is not None and after is not None and successors.get(id(before)) is not after:
            board.replace(link._replace(because="same id; it hangs on another sentence now"))
    board.rescored(lambda link: 1.0 if old[link.old].body == new[link.new].body else 0.9)
    return board
