"""A sentence recast as a list, or a list as a sentence.

    "Members who miss a meeting, do not vote and do not pay shall leave."  ◀──▶  "Members shall leave if they:" and three items

What binds is the sentence that leads into the list. An item may be more like the long sentence than its lead-in is, because it took over more of the
words; it goes to the lead-in all the same if lead-in and items together are more like it still.
"""

from collections.abc import Iterator, Sequence

from specdiff.matching.links import Board, Link
from specdiff.matching.yardstick import Yardstick
from specdiff.model.spec import Statement

BETTER = 0.05
"""How much more like the sentence the whole list must be than the one item."""


def recast(old: Sequence[Statement], new: Sequence[Statement], board: Board, yard: Yardstick) -> None:
    """Give the sentences that are paired with an item of a list to what leads into it, where that is still free."""
    for link in tuple(board.links.values()):
        one, other = old[link.old], new[link.new]
        if not one.lead_in and other.lead_in:
            lead = _lead(new, link.new)
            better = None if lead is None or lead in board.back else Link(link.old, lead, *_judged(one, new, lead, yard))
        elif one.lead_in and not other.lead_in:
            lead = _lead(old, link.old)
            better = None if lead is None or lead in board.links else Link(lead, link.new, *_judged(other, old, lead, yard))
        else:
            continue
        if better is not None and better.score >= link.score + BETTER:
            board.drop(link)
            board.add(better)


def _judged(sentence: Statement, nodes: Sequence[Statement], lead: int, yard: Yardstick) -> tuple[float, str]:
    """Return how like the sentence a lead-in and its items are together, and in words why they are paired."""
    whole = " ".join((nodes[lead].words, *(item.words for item in _items(nodes, lead))))
    score = yard.likeness(sentence.words, whole)
    return score, f"one is a list with its lead-in, together {score:.0%} alike"


def _lead(nodes: Sequence[Statement], item: int) -> int | None:
    """Return the index of the sentence that leads into the list of an item."""
    index = item - 1
    while index >= 0 and nodes[index].section == nodes[item].section:
        if not nodes[index].lead_in:
            return index if nodes[item].lead_in == nodes[index].words else None
        index -= 1
    return None


def _items(nodes: Sequence[Statement], lead: int) -> Iterator[Statement]:
    for node in nodes[lead + 1 :]:
        if node.section != nodes[lead].section or node.lead_in != nodes[lead].words:
            return
        yield node
