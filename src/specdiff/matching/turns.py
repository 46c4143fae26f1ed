"""Which message and which reply is which, within one kept example only.

The same words under another verdict are the same reply with its verdict flipped. A reply written anew is still "the good one" where there is one good
one on each side.
"""

from collections.abc import Callable, Hashable, Sequence

from specdiff.matching.links import Board, Link, grouped
from specdiff.matching.yardstick import Yardstick
from specdiff.model.spec import Message, Reply

FLIP = 0.75
"""Likeness asked for between replies with different verdicts."""
SAME_VERDICT, SAME_TURN, SAME_COMPARISON = 0.3, 0.1, 0.1
"""What these are worth beside the words."""
ALL_PAIRS = 2500
"""Leftovers of one example with fewer pairs than this are all compared."""
LOOSE = 0.4
"""Likeness asked for between messages of one role in different turns."""

_EQUAL: tuple[tuple[str, Callable[[Reply], Hashable]], ...] = (
    ("same words, verdict and reason", lambda node: (node.words, node.verdict, node.reason, node.comparison)),
    ("same words and reason", lambda node: (node.words, node.reason, node.comparison) if node.reason else None),
    ("same words and verdict", lambda node: (node.words, node.verdict, node.comparison)),
    ("same words", lambda node: (node.words, node.comparison)),
)
"""What makes a reply the same one, the most telling first."""


def pair_messages(old: Sequence[Message], new: Sequence[Message], yard: Yardstick) -> dict[int, Link]:
    """Return the links between the messages of one example before and after."""
    board = Board([node.role for node in old], [node.role for node in new])
    ranks_old, ranks_new = _ranks(old), _ranks(new)
    exact = [(node.role, node.words) for node in old], [(node.role, node.words) for node in new]
    board.equal(grouped(board.free_old(), exact[0]), grouped(board.free_new(), exact[1]), "same words and role")
    candidates = []
    for one, other in _worth(board, ranks_old, ranks_new):
        before, after = old[one], new[other]
        score = yard.likeness(before.words, after.words)
        same_rank = before.role == after.role and ranks_old[one] == ranks_new[other]
        if same_rank or score >= (LOOSE if before.role == after.role else FLIP):
            because = f"same role and turn, {score:.0%} alike" if same_rank else f"{score:.0%} alike in another turn"
            rank = score + (SAME_TURN if same_rank else 0.0) + (SAME_VERDICT if before.role == after.role else 0.0)
            candidates.append(Link(one, other, score, because, rank))
    board.best(candidates)
    return board.links


def pair_replies(old: Sequence[Reply], new: Sequence[Reply], yard: Yardstick) -> dict[int, Link]:
    """Return the links between the replies of one example before and after."""
    board = Board([node.comparison for node in old], [node.comparison for node in new])
    for because, key in _EQUAL:
        exact = [key(node) for node in old], [key(node) for node in new]
        board.equal(grouped(board.free_old(), exact[0]), grouped(board.free_new(), exact[1]), because)
    candidates = []
    for one, other in _worth(board, [node.turn for node in old], [node.turn for node in new]):
        before, after = old[one], new[other]
        score = yard.likeness(before.words, after.words)
        same = before.verdict == after.verdict
        if same or score >= FLIP:
            rank = score + (SAME_VERDICT if same else 0.0) + (SAME_COMPARISON if before.comparison == after.comparison else 0.0)
            because = f"same verdict, {score:.0%} alike" if same else f"{score:.0%} alike under another verdict"
            candidates.append(Link(one, other, score, because, rank))
    board.best(candidates)
    return board.links


def _worth(board: Board, ranks_old: Sequence[int], ranks_new: Sequence[int]) -> list[tuple[int, int]]:
    """Return all pairs of what is left; of very many only those of the same rank."""
    olds, news = board.free_old(), board.free_new()
    if len(olds) * len(news) <= ALL_PAIRS:
        return [(one, other) for one in olds for other in news]
    ranked = grouped(news, ranks_new)
    return [(one, other) for one in olds for other in ranked.get(ranks_old[one], [])]


def _ranks(messages: Sequence[Message]) -> list[int]:
    """Return the rank of each message among those of its role."""
    seen: dict[str, int] = {}
    ranks = []
    for message in messages:
        ranks.append(seen.get(message.role, 0))
        seen[message.role] = ranks[-1] + 1
    return ranks
