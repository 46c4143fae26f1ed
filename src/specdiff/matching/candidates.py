"""Which few pairs are worth a real comparison: those that share rare words.

    word      old texts   new texts   pairs
    marzipan  3           9           1       rarest first, until the budget is spent
    almonds   3 7         9 12        4
    always    1 2 3 …     1 2 4 …     400     too common: says nothing

All pairs of two long documents would take minutes; this takes time in proportion to what is left over.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from specdiff.matching.yardstick import Yardstick

PER_WORD = 600
"""A word that would give more pairs than this is too common."""
PER_NODE = 10
"""Candidates kept for each node."""
BUDGET = 2_000_000
"""Pairs counted in one search at most."""
LONG = 4_000
"""Of a longer text only this many of its rarest words are looked up."""

Apart = Callable[[int, int], float]


class Search:
    """Finds candidates; ``coarse`` says whether a budget was ever exceeded, or all that texts share was too common to tell them apart."""

    def __init__(self, yard: Yardstick) -> None:
        self.yard = yard
        self.coarse = False

    def pairs(self, old: Mapping[int, str], new: Mapping[int, str], apart: Apart) -> list[tuple[int, int]]:
        """Return pairs of keys of *old* and *new* whose texts share rare words: for each the best few."""
        postings = self._postings(old), self._postings(new)
        telling = self._telling(*postings)
        chosen: set[tuple[int, int]] = set()
        for one, best in self._best(postings[0], postings[1], telling, apart):
            chosen.update((one, other) for other in best)
        for other, best in self._best(postings[1], postings[0], telling, lambda one, other: apart(other, one)):
            chosen.update((one, other) for one in best)
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

    def _telling(self, old: Mapping[str, list[int]], new: Mapping[str, list[int]]) -> list[str]:
        """Return the words to count, rarest first, as far as the budget goes."""
        shared = sorted((len(keys) * len(new[token]), token) for token, keys in old.items() if token in new)
        telling: list[str] = []
        spent = 0
        for cost, token in shared:
            if cost > PER_WORD:
                break
            spent += cost
            if spent > BUDGET:
                self.coarse = True
                break
            telling.append(token)
        self.coarse |= bool(shared) and not telling
        return telling

    def _best(
        self, here: Mapping[str, list[int]], there: Mapping[str, list[int]], telling: Sequence[str], apart: Apart
    ) -> Iterator[tuple[int, list[int]]]:
        """Yield each key of one side with the few of the other that share most with it."""
        held: dict[int, list[str]] = {}
        for token in telling:
            for key in here[token]:
                held.setdefault(key, []).append(token)
        for key, tokens in held.items():
            overlap: dict[int, int] = {}
            for token in tokens:
                weight = self.yard.weight(token)
                for other in there[token]:
                    overlap[other] = overlap.get(other, 0) + weight
            yield key, _top(key, overlap, apart)


def _top(key: int, overlap: Mapping[int, int], apart: Apart) -> list[int]:
    if len(overlap) <= PER_NODE:
        return list(overlap)
    least = sorted(overlap.values())[-PER_NODE]
    reached = [(-weight, apart(key, other), other) for other, weight in overlap.items() if weight >= least]
    return [other for _, _, other in sorted(reached)[:PER_NODE]]
