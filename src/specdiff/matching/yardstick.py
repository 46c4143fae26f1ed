"""How alike two texts are, with words weighted by how rare they are in the two documents.

What two rules share is only worth something where other rules do not have it: "The assistant should" is in half of all
sentences of a spec. A small document cannot tell by itself which words are common, so it counts as if it stood among some
texts that all have the common words of the language. A word is cut to its first letters, without a plural s, so that
"instruct", "instructed" and "instructions" are one. Weights are whole numbers: sums of them do not depend on the order, hence not on the side.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from math import log
from typing import NamedTuple
from zlib import crc32

from specdiff.prose.lexicon import lexicon
from specdiff.prose.text.similar import words

STEM = 6
"""Letters of a word that count."""
SAMPLE = 40_000
"""Texts of a side that are looked at to learn which words are common."""
AROUND = 24
"""Texts that a document is thought to stand among; the common words of the language are in half of them."""
ORDER_LIMIT = 100_000_000
"""Product of two lengths in words above which texts are compared by runs of words instead of by order."""
RUN = 3
"""Words in a run."""
MEMORY = 200_000
"""Texts and likenesses that are remembered."""


class Gauge(NamedTuple):
    """A text measured: its cut words, how often each occurs, and their weight."""

    tokens: tuple[str, ...]
    counts: dict[str, int]
    mass: int


class _Stems(dict[str, str]):
    """Words to the first letters of theirs that count, worked out when first asked for."""

    def __missing__(self, word: str) -> str:
        """Return the word cut."""
        found = self[word] = (word.rstrip("s") or word)[:STEM]
        return found


class _Weights(dict[str, int]):
    """Cut words to their weights, worked out when first asked for."""

    def __init__(self, frequency: Mapping[str, int], texts: int) -> None:
        super().__init__()
        self._frequency = frequency
        self._texts = texts

    def __missing__(self, token: str) -> int:
        """Return the weight: the rarer the heavier."""
        found = self[token] = round(1000 * log(1 + self._texts / max(self._frequency[token], 1)))
        return found


_STEMS = _Stems()


class Yardstick:
    """The weights of the words of two documents, and likeness by them."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        frequency = _frequency(old)
        for token, count in _frequency(new).items():
            frequency[token] = max(frequency[token], count)
        for word in lexicon("common")["words"]:
            frequency[_STEMS[word]] += AROUND // 2
        texts = max(min(len(old), SAMPLE), min(len(new), SAMPLE)) + AROUND
        self._weights = _Weights(frequency, texts)
        self._top = round(1000 * log(1 + texts))
        self._gauges: dict[str, Gauge] = {}
        self._known: dict[tuple[str, str], float] = {}

    def weight(self, token: str) -> int:
        """Return the weight of a cut word: the rarer the heavier."""
        return self._weights[token]

    def gauge(self, text: str) -> Gauge:
        """Return the measures of a text."""
        found = self._gauges.get(text)
        if found is None:
            if len(self._gauges) >= MEMORY:
                self._gauges.clear()
            tokens = _tokens(text)
            counts = Counter(tokens)
            found = self._gauges[text] = Gauge(tokens, counts, sum(map(self._weights.__getitem__, tokens)))
        return found

    def likeness(self, one: str, other: str) -> float:
        """Return the likeness of two normal forms, 0 to 1: half the weight of the words they share, half of those in a common order."""
        if one == other:
            return 1.0
        key = (one, other) if one < other else (other, one)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= MEMORY:
                self._known.clear()
            found = self._known[key] = self._measure(self.gauge(key[0]), self.gauge(key[1]))
        return found

    def _measure(self, one: Gauge, other: Gauge) -> float:
        if not one.mass or not other.mass:
            return 1.0 if one.tokens == other.tokens else 0.0
        shared = 2 * self._shared(one, other) / (one.mass + other.mass)
        if len(one.tokens) * len(other.tokens) > ORDER_LIMIT:
            return round((shared + _run_share(one.tokens, other.tokens)) / 2, 4)
        return round((shared + 2 * self._ordered(one, other) / (one.mass + other.mass)) / 2, 4)

    def _ordered(self, one: Gauge, other: Gauge) -> int:
        """Return the weight of the longest common order of words."""
        from rapidfuzz.distance import LCSseq  # noqa: PLC0415 - heavy

        weigh = self._weights.__getitem__
        steps = LCSseq.opcodes(one.tokens, other.tokens)
        return sum(sum(map(weigh, one.tokens[step.src_start : step.src_end])) for step in steps if step.tag == "equal")

    def shared(self, one: str, other: str) -> float:
        """Return what two texts share, in words as rare as can be."""
        return self._shared(self.gauge(one), self.gauge(other)) / self._top

    def subject(self, one: str, other: str) -> bool:
        """Whether two texts share a word that is not one of the common ones of the language."""
        return not (self.gauge(one).counts.keys() & self.gauge(other).counts.keys()) <= _common()

    def _shared(self, one: Gauge, other: Gauge) -> int:
        first, second, weights = one.counts, other.counts, self._weights
        return sum([weights[token] * min(first[token], second[token]) for token in first.keys() & second.keys()])

    def covered(self, one: str, other: str) -> float:
        """Return how much of the lighter text's weight the other has too, in whatever order (0 to 1)."""
        first, second = self.gauge(one), self.gauge(other)
        return self._shared(first, second) / max(min(first.mass, second.mass), 1)

    def within(self, one: str, other: str) -> tuple[float, int]:
        """Return how much of the shorter text stands in the other in runs of words (0 to 1), and in how many runs."""
        runs = sorted((_runs(self.gauge(one).tokens), _runs(self.gauge(other).tokens)), key=len)
        if not runs[0]:
            return 0.0, 0
        common = len(runs[0] & runs[1])
        return common / len(runs[0]), common


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(map(_STEMS.__getitem__, words(text)))


@cache
def _common() -> frozenset[str]:
    return frozenset(_STEMS[word] for word in lexicon("common")["words"])


def _frequency(texts: Sequence[str]) -> Counter[str]:
    stride = max(1, -(-len(texts) // SAMPLE))
    return Counter(chain.from_iterable(set(_tokens(text)) for text in texts[::stride]))


def _runs(tokens: Sequence[str]) -> set[int]:
    return {crc32(" ".join(run).encode()) for run in zip(*(tokens[start:] for start in range(RUN)), strict=False)}


def _run_share(one: Sequence[str], other: Sequence[str]) -> float:
    first, second = _runs(one), _runs(other)
    return 2 * len(first & second) / max(len(first) + len(second), 1)
