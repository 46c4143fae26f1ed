"""Which sentence is which.

    same section, same words          ──▶ certain, in order
    same section or not, alike        ──▶ best first over the whole document; the same section is preferred
    what is left between two pairs    ──▶ "the same rule, rewritten": less likeness is asked for in the same gap

A sentence that stands elsewhere is the same one only if it can be told apart: it must share several rare words.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from specdiff.matching.candidates import Search
from specdiff.matching.links import Board, Link, grouped
from specdiff.model.spec import Home, Statement

ALL_PAIRS = 1600
"""Leftovers of one section with fewer pairs than this are all compared."""
HERE = 0.5
"""Likeness asked for within a section."""
ELSEWHERE = 0.62
"""Likeness asked for in another section."""
GAP = 0.3
"""Likeness asked for between the same two neighbours."""
PREFER = 0.12
"""What standing in the same section is worth against a likelier pair elsewhere."""
HINT = 0.2
"""What a shared footnote, term or label is worth."""
SUBSTANCE = 3.0
"""Rare words that a sentence must share to be recognised elsewhere."""
CONTAINED = 0.5
"""Share of the shorter sentence in runs of words that makes it part of a longer one elsewhere."""
CONTAINED_RUNS = 8
"""Runs of words that this takes at least."""
COMMON = 3
"""Copies on one side from which on a sentence is a formula that recurs everywhere."""

Gap = tuple[str, int, int]


class Statements:
    """The pairing of the statements of two specs, given which section became which."""

    def __init__(self, old: Sequence[Statement], new: Sequence[Statement], became: Mapping[str, str], search: Search) -> None:
        self.old = old
        self.new = new
        self.search = search
        self.yard = search.yard
        successors = frozenset(became.values())
        self.home_old = [became.get(node.section, f"old {node.section}") for node in old]
        self.home_new = [node.section if node.section in successors else f"new {node.section}" for node in new]
        self.board = Board(self.home_old, self.home_new)

    def run(self) -> Mapping[int, Link]:
        """Return the links by index of the old statement."""
        self._equal()
        self._alike(self._here(), floor=0.8)
        self._alike([*self._here(), *self._elsewhere()], floor=0.0)
        self._gaps()
        return self.board.links

    def _equal(self) -> None:
        board = self.board
        for exact in (True, False):
            old_keys = [self._key(node, home, exact=exact) for node, home in zip(self.old, self.home_old, strict=True)]
            new_keys = [self._key(node, home, exact=exact) for node, home in zip(self.new, self.home_new, strict=True)]
            board.equal(grouped(board.free_old(), old_keys), grouped(board.free_new(), new_keys), "same words in the same section")

    @staticmethod
    def _key(node: Statement, home: str, *, exact: bool) -> tuple[str, ...]:
        return (home, node.words, node.lead_in, node.home) if exact else (home, node.words)

    def _alike(self, candidates: Iterable[Link], floor: float) -> None:
        self.board.best(link for link in candidates if link.score >= floor)

    def _here(self) -> Iterator[Link]:
        """Yield candidates within one section."""
        board = self.board
        news = grouped(board.free_new(), self.home_new)
        for home, olds in grouped(board.free_old(), self.home_old).items():
            for one, other in self._worth(olds, news.get(home, [])):
                score = self.yard.likeness(self.old[one].words, self.new[other].words)
                hint = self._hint(one, other)
                if score + hint >= HERE:
                    yield Link(one, other, score, f"{score:.0%} alike in the same section", score + hint + PREFER)

    def _worth(self, olds: Sequence[int], news: Sequence[int]) -> Iterable[tuple[int, int]]:
        if len(olds) * len(news) <= ALL_PAIRS:
            return ((one, other) for one in olds for other in news)
        return self.search.pairs(
            {index: self.old[index].words for index in olds}, {index: self.new[index].words for index in news}, self.board.spots.apart
        )

    def _hint(self, one: int, other: int) -> float:
        """Return what speaks for a pair besides its words."""
        old, new = self.old[one], self.new[other]
        if set(old.footnotes) & set(new.footnotes) or (old.term and old.term.casefold() == new.term.casefold()):
            return HINT
        label = _label(old.words)
        hint = HINT if label and label == _label(new.words) else 0.0
        return hint - (0.1 if (old.home is Home.COMMENTARY) != (new.home is Home.COMMENTARY) else 0.0)

    def _elsewhere(self) -> Iterator[Link]:
        """Yield candidates in different sections that can be told apart."""
        board = self.board
        copies = Counter(node.words for node in self.old)
        for words, count in Counter(node.words for node in self.new).items():
            copies[words] = max(copies[words], count)
        olds = {index: self.old[index].words for index in board.free_old() if copies[self.old[index].words] < COMMON}
        news = {index: self.new[index].words for index in board.free_new() if copies[self.new[index].words] < COMMON}
        for one, other in self.search.pairs(olds, news, board.spots.apart):
            if self.home_old[one] != self.home_new[other] and self.yard.shared(olds[one], news[other]) >= SUBSTANCE:
                yield from self._judge(one, other)

    def _judge(self, one: int, other: int) -> Iterator[Link]:
        first, second = self.old[one].words, self.new[other].words
        score = self.yard.likeness(first, second)
        hint = self._hint(one, other)
        if score == 1.0:
            yield Link(one, other, 1.0, "same words in another section", 1.0)
        elif score + hint >= ELSEWHERE:
            yield Link(one, other, score, f"{score:.0%} alike in another section", score + hint)
        else:
            share, runs = self.yard.within(first, second)
            if share >= CONTAINED and runs >= CONTAINED_RUNS:
                yield Link(one, other, score, f"{share:.0%} of the shorter stands in the other, in another section", max(score, 0.6))

    def _gaps(self) -> None:
        """Pair what is left between the same two kept neighbours."""
        board = self.board
        old_gaps = _gaps(self.home_old, board.links)
        new_gaps = _gaps(self.home_new, board.back)
        olds, news = _by_value({index: self._gap_key(gap) for index, gap in old_gaps.items()}), _by_value(new_gaps)
        candidates = []
        for gap, ones in olds.items():
            for one, other in self._worth(ones, news.get(gap, [])):
                score = self.yard.likeness(self.old[one].words, self.new[other].words)
                if score + self._hint(one, other) >= GAP:
                    candidates.append(Link(one, other, score, f"same place between kept neighbours, {score:.0%} alike", score))
        board.best(candidates)

    def _gap_key(self, gap: Gap) -> Gap:
        home, before, after = gap
        links = self.board.links
        return home, links[before].new if before >= 0 else -1, links[after].new if after >= 0 else -1


def _gaps(homes: Sequence[str], linked: Mapping[int, Link]) -> dict[int, Gap]:
    """Return for each node without a link its section and the linked neighbours around it in that section (-1: none)."""
    sections: dict[str, list[int]] = {}
    for index, home in enumerate(homes):
        sections.setdefault(home, []).append(index)
    gaps = {}
    for home, indexes in sections.items():
        before = -1
        open_gap: list[int] = []
        for index in indexes:
            if index in linked:
                gaps.update(dict.fromkeys(open_gap, (home, before, index)))
                before, open_gap = index, []
            else:
                open_gap.append(index)
        gaps.update(dict.fromkeys(open_gap, (home, before, -1)))
    return gaps


def _by_value(gaps: Mapping[int, Gap]) -> dict[Gap, list[int]]:
    found: dict[Gap, list[int]] = {}
    for index, gap in gaps.items():
        found.setdefault(gap, []).append(index)
    return found


def _label(words: str) -> str:
    """Return the short label that a list item begins with ("Title: …"), case folded."""
    head, colon, _ = words.partition(":")
    return head.casefold() if colon and len(head.split()) <= 4 else ""  # noqa: PLR2004 - a label is short
