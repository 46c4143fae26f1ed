"""Which few pairs are worth a real comparison: those that share rare words.

    word      old texts   new texts   pairs
    marzipan  3           9           1       rarest first, until the budget is spent
    almonds   3 7         9 12        4
    always    1 2 3 …     1 2 4 …     400     too common: says nothing

All pairs of two long documents would take minutes; this takes time in proportion to what is left over.
"""

from collections.abc import Callable, Mapping, Sequence

from specdiff.matching.yardstick import Yardstick

PER_WORD = 600
"""A word that would give more pairs than this is too common."""
PER_NODE = 12
"""Candidates kept for each node."""
BUDGET = 2_000_000
"""Pairs counted in one search at most."""
LONG = 4_000
"""Of a longer text only this many of its rarest words are looked up."""

Apart = Callable[[int, int], float]


class Search:
    """Finds candidates; ``coarse`` says whether a budget was ever exceeded."""

    def __init__(self, yard: Yardstick) -> None:
        self.yard = yard
        self.coarse = False

    def pairs(self, old: Mapping[int, str], new: Mapping[int, str], apart: Apart) -> list[tuple[int, int]]:
        """Return pairs of keys of *old* and *new* whose texts share rare words: for each the best few."""
        overlap = self._overlap(self._postings(old), self._postings(new))
        ahead: dict[int, list[tuple[int, int]]] = {}
        back: dict[int, list[tuple[int, int]]] = {}
        for pair in overlap:
            ahead.setdefault(pair[0], []).append(pair)
            back.setdefault(pair[1], []).append(pair)
        chosen: set[tuple[int, int]] = set()
        for group in (*ahead.values(), *back.values()):
            group.sort(key=lambda pair: (-overlap[pair], apart(*pair), sum(pair)))
            chosen.update(group[:PER_NODE])
        return sorted(chosen)

    def _postings(self, texts: Mapping[int, str]) -> dict[str, list[int]]:
        postings: dict[str, list[int]] = {}
        for key, text in texts.items():
            tokens = self.yard.gauge(text).counts
            chosen: Sequence[str] = tuple(tokens)
            if len(chosen) > LONG:
                chosen = sorted(chosen, key=lambda token: (-self.yard.weight(token), token))[:LONG]
            for token in chosen:
                postings.setdefault(token, []).append(key)
        return postings

    def _overlap(self, old: Mapping[str, list[int]], new: Mapping[str, list[int]]) -> dict[tuple[int, int], int]:
        shared = sorted((len(keys) * len(new[token]), token) for token, keys in old.items() if token in new)
        overlap: dict[tuple[int, int], int] = {}
        spent = 0
        for cost, token in shared:
            if cost > PER_WORD:
                break
            spent += cost
            if spent > BUDGET:
                self.coarse = True
                break
            weight = self.yard.weight(token)
            for one in old[token]:
                for other in new[token]:
                    overlap[one, other] = overlap.get((one, other), 0) + weight
        return overlap
