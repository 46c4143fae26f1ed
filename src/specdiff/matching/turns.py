"""Which message and which reply is which, within one kept example only.

The same words under another verdict are the same reply with its verdict flipped. A reply written anew is still "the good one" where there is one good
one on each side.
"""

from collections.abc import Sequence

from specdiff.matching.links import Board, Link
from specdiff.matching.yardstick import Yardstick
from specdiff.model.spec import Message, Reply

FLIP = 0.75
"""Likeness asked for between replies with different verdicts."""
SAME_VERDICT, SAME_TURN, SAME_COMPARISON = 0.3, 0.1, 0.1
"""What these are worth beside the words."""
LOOSE = 0.4
"""Likeness asked for between messages of one role in different turns."""


def pair_messages(old: Sequence[Message], new: Sequence[Message], yard: Yardstick) -> dict[int, Link]:
    """Return the links between the messages of one example before and after."""
    board = Board([node.role for node in old], [node.role for node in new])
    ranks_old, ranks_new = _ranks(old), _ranks(new)
    candidates = []
    for one, before in enumerate(old):
        for other, after in enumerate(new):
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
    candidates = []
    for one, before in enumerate(old):
        for other, after in enumerate(new):
            score = yard.likeness(before.words, after.words)
            same = before.verdict == after.verdict
            if same or score >= FLIP:
                rank = score + (SAME_VERDICT if same else 0.0) + (SAME_COMPARISON if before.comparison == after.comparison else 0.0)
                because = f"same verdict, {score:.0%} alike" if same else f"{score:.0%} alike under another verdict"
                candidates.append(Link(one, other, score, because, rank))
    board.best(candidates)
    return board.links


def _ranks(messages: Sequence[Message]) -> list[int]:
    """Return the rank of each message among those of its role."""
    seen: dict[str, int] = {}
    ranks = []
    for message in messages:
        ranks.append(seen.get(message.role, 0))
        seen[message.role] = ranks[-1] + 1
    return ranks
