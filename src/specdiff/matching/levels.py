"""Which level of authority is which: by name, else by what the sections under it became.

Rank says nothing: a level inserted second pushes all others down. A level was renamed when most of the kept sections that had the old name have the
new one, and the other way round; where the sections are too few or too torn to tell, when the two listings of the document say much the same.
"""

from collections import Counter
from collections.abc import Mapping

from specdiff.matching.links import Board, Link
from specdiff.matching.yardstick import Yardstick
from specdiff.model.spec import Level, Spec

MOST = 0.5
"""Share of the kept sections that must have gone from the one name to the other."""
TEXT = 0.6
"""Likeness of the listings asked for where the sections do not tell."""


def pair_levels(old: Spec, new: Spec, became: Mapping[str, str], yard: Yardstick) -> dict[int, Link]:
    """Return the links between the levels of both ladders, given which section became which."""
    olds, news = old.ladder.levels, new.ladder.levels
    board = Board([0] * len(olds), [0] * len(news))
    for one, level in enumerate(olds):
        for other, candidate in enumerate(news):
            if level.name.casefold() == candidate.name.casefold():
                board.add(Link(one, other, 1.0, "same name"))
    names_old, names_new = [level.name for level in olds], [level.name for level in news]
    votes = _votes(old, new, became)
    candidates = []
    for one in board.free_old():
        for other in board.free_new():
            link = _renamed(one, other, names_old[one], names_new[other], votes)
            if link is None and not _elsewhere(names_old[one], names_new[other], votes):
                score = yard.likeness(_unnamed(olds[one]), _unnamed(news[other]))
                if olds[one].place is not None and news[other].place is not None and score >= TEXT:
                    link = Link(
                        one, other, score, f"the document describes both alike ({score:.0%}), and the sections do not tell otherwise", score
                    )
            if link is not None:
                candidates.append(link)
    board.best(candidates)
    return board.links


def _votes(old: Spec, new: Spec, became: Mapping[str, str]) -> Counter[tuple[str, str]]:
    """Return how many kept sections that state a level themselves went from which level to which."""
    return Counter(
        (before.own_level, after.own_level)
        for before in old.sections
        if before.own_level and (after := new.by_id.get(became.get(before.id, ""))) is not None and after.own_level
    )


def _renamed(one: int, other: int, before: str, after: str, votes: Mapping[tuple[str, str], int]) -> Link | None:
    count = votes.get((before, after), 0)
    left = sum(number for (name, _), number in votes.items() if name == before)
    came = sum(number for (_, name), number in votes.items() if name == after)
    share = min(count / left, count / came) if count else 0.0
    if share <= MOST:
        return None
    return Link(one, other, round(share, 4), f"{count} of {left} sections went from the one name to the other", 1 + share)


def _elsewhere(before: str, after: str, votes: Mapping[tuple[str, str], int]) -> bool:
    """Whether kept sections that had the one name or have the other tell of another pair: none of them went from the one name to the other."""
    return not votes.get((before, after)) and any(before == name or after == other for name, other in votes)


def _unnamed(level: Level) -> str:
    """Return what the document says of a level, without its name."""
    return " ".join(word for word in level.words.split() if level.name.casefold() not in word.casefold())
