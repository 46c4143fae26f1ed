"""Which clause, exception or condition of a sentence is which of another one."""

from collections.abc import Iterator, Sequence

from specdiff.model.language import Clause
from specdiff.prose.text.similar import similarity, words

_ALIGNED = 0.45
_SAME_PART = 0.5
_MANY = 900
"""Of the clauses or parts of two sentences with more pairs than this only those in nearly the same place are compared."""


def aligned(olds: Sequence[Clause], news: Sequence[Clause]) -> tuple[list[tuple[Clause, Clause]], list[Clause], list[Clause]]:
    """Pair clauses that are about the same act, best first; the only clauses of two sentences are always a pair."""
    if len(olds) == 1 and len(news) == 1:
        return [(olds[0], news[0])], [], []
    scored = sorted((-_alike(olds[i], news[j]), abs(i - j), i, j) for i, j in _near(olds, news))
    left, right = set(range(len(olds))), set(range(len(news)))
    pairs = []
    for score, _, i, j in scored:
        if -score >= _ALIGNED and i in left and j in right:
            pairs.append((olds[i], news[j]))
            left.discard(i)
            right.discard(j)
    if not pairs and left and right:  # in other words altogether: what either sentence says first
        pairs.append((olds[0], news[0]))
        left.discard(0)
        right.discard(0)
    elif len(left) == len(right) == 1:
        pairs.append((olds[left.pop()], news[right.pop()]))
    return pairs, [olds[i] for i in sorted(left)], [news[j] for j in sorted(right)]


def paired_parts(olds: Sequence[str], news: Sequence[str]) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """Pair exceptions, or conditions, best first; return the pairs and those of either side that are left."""
    left, right = list(olds), list(news)
    pairs = []
    for old in olds:
        if old in right:
            left.remove(old)
            right.remove(old)
    scored = sorted((-similarity(left[i], right[j]), i, j) for i, j in _near(left, right))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for score, i, j in scored:
        if -score >= _SAME_PART and i not in taken_a and j not in taken_b:
            pairs.append((left[i], right[j]))
            taken_a.add(i)
            taken_b.add(j)
    return pairs, [one for i, one in enumerate(left) if i not in taken_a], [one for j, one in enumerate(right) if j not in taken_b]


def _alike(a: Clause, b: Clause) -> float:
    """Return how alike two clauses are; the longer may go on with what is a clause of its own on the other side."""
    return max(similarity(a.act, b.act), similarity(a.subject + " " + a.act, b.subject + " " + b.act), _begun_alike(a.act, b.act))


def _begun_alike(one: str, other: str) -> float:
    """Return 1 where the shorter act is what the longer begins with, and more than a verb; else 0."""
    shorter, longer = sorted((words(one), words(other)), key=len)
    return float(len(shorter) > 1 and longer[: len(shorter)] == shorter)


def _near(one: Sequence[object], other: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of the pairs that are compared: all; of very many those that stand in nearly the same place."""
    longer = max(len(one), len(other), 1)
    reach = longer if len(one) * len(other) <= _MANY else _MANY // longer + 1
    return ((i, j) for i in range(len(one)) for j in range(max(0, i - reach), min(len(other), i + reach + 1)))
