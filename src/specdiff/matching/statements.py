"""Which sentence is which.

    same section, same words          ──▶ certain, in order
    same section or not, alike        ──▶ best first over the whole document; the same section is preferred
    what is left between two pairs    ──▶ "the same rule, rewritten": less likeness is asked for in the same gap, and hardly any of what stands in line

A sentence that stands elsewhere is the same one only if it can be told apart: it must share several rare words.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from specdiff.matching.became import Became
from specdiff.matching.candidates import Search
from specdiff.matching.gaps import Gap, company, gaps, same_gaps
from specdiff.matching.links import Board, Link, grouped
from specdiff.matching.recast import recast
from specdiff.model.language import Force
from specdiff.model.spec import Home, Statement
from specdiff.prose.paraphrase.kin import much, told

ALL_PAIRS = 1600
"""Leftovers of one section with fewer pairs than this are all compared."""
HERE, ELSEWHERE, GAP, LEFT = 0.5, 0.6, 0.3, 0.33
"""Likeness asked for within a section, in another one, between the same two neighbours, and of what is then left in a section."""
ALONE = 0.2
"""Likeness asked for of the only sentences between the same two neighbours that bind, and ask for something alike; a prohibition is no other one so easily."""
ITEM = 0.12
"""Likeness asked for of the one item that is left on both sides in the same place of a list."""
IN_LINE = 3
"""Sentences between the same two neighbours up to which, where both sides have as many, each is the one in its place if it is on the same subject."""
SURE = 0.8
"""Likeness that settles a pair within a section before others are looked at."""
PREFER = 0.12
"""What standing in the same section is worth against a likelier pair elsewhere."""
HINT, POINTER, STRANGE = 0.2, 0.1, 0.3
"""What a shared footnote, term or label is worth, what a shared cross reference, and what labels or kinds of text that exclude one another cost."""
LEFT_SUBSTANCE = 3.5
"""Rare words that what is left in a section must share."""
ROW = 0.4
"""What the first cell of a table's row is worth, where only one row on each side begins with it."""
SUBSTANCE = 3.0
"""Rare words that a sentence must share to be recognised elsewhere."""
CONTAINED = 0.5
"""Share of the shorter sentence in runs of words that makes it part of a longer one elsewhere."""
CONTAINED_RUNS = 8
"""Runs of words that this takes at least."""
FEW = 8
"""Copies of one sentence that are looked at."""
COMMON = 3
"""Copies on one side from which on a sentence is a formula that recurs everywhere."""

Near = tuple[int, int, float]


class Statements:
    """The pairing of the statements of two specs, given which section became which."""

    def __init__(self, old: Sequence[Statement], new: Sequence[Statement], became: Became, search: Search) -> None:
        self.old = old
        self.new = new
        self.search = search
        self.yard = search.yard
        self.became = became
        self.home_old = [became.old(node.section) for node in old]
        self.home_new = [became.new(node.section) for node in new]
        self.board = Board(self.home_old, self.home_new)
        self.rows_old, self.rows_new = (_rows(nodes, homes) for nodes, homes in ((old, self.home_old), (new, self.home_new)))
        self.heads_old, self.heads_new = Counter(self.rows_old.values()), Counter(self.rows_new.values())
        self.pointed = Counter(target for node in new for target in node.references)
        self.pointed |= Counter(became.old(target) for node in old for target in node.references)

    def run(self) -> Mapping[int, Link]:
        """Return the links by index of the old statement."""
        self._equal()
        near = list(self._neighbours())
        here = list(self._here(near))
        self.board.best(link for link in here if link.score >= SURE)
        self.board.best([*here, *self._elsewhere()])
        self._gaps()
        self.board.best(self._left(near))
        self.board.best(self._beside())
        recast(self.old, self.new, self.board, self.yard)
        return self.board.links

    def _equal(self) -> None:
        """Pair equal words in the same section; of several copies those between the same neighbours first."""
        board = self.board
        around_old, around_new = _around(self.old, self.home_old), _around(self.new, self.home_new)
        for exact, near in ((True, slice(0, 2)), (True, slice(0, 1)), (True, slice(1, 2)), (True, slice(0)), (False, slice(0))):
            old, new = board.free_old(), board.free_new()
            old_keys = {one: (*self._key(self.old[one], self.home_old[one], exact=exact), *around_old[one][near]) for one in old}
            new_keys = {one: (*self._key(self.new[one], self.home_new[one], exact=exact), *around_new[one][near]) for one in new}
            board.equal(grouped(old, old_keys), grouped(new, new_keys), "same words in the same section")

    @staticmethod
    def _key(node: Statement, home: str, *, exact: bool) -> tuple[str, ...]:
        return (home, node.words, node.lead_in, node.home) if exact else (home, node.words)

    def _here(self, near: Sequence[Near]) -> Iterator[Link]:
        """Yield candidates within one section."""
        for one, other, score in near:
            rank = score + self._hint(one, other)
            if rank >= HERE:
                yield Link(one, other, score, f"{score:.0%} alike in the same section", rank + PREFER)
            elif rank >= 0 and self._contained(one, other):
                yield Link(one, other, score, "one stands inside the other, in the same section", max(rank, HERE) + PREFER)

    def _left(self, near: Sequence[Near]) -> Iterator[Link]:
        """Yield candidates for what is left in a section: on the same subject, however the wording changed."""
        for one, other, score in near:
            if one in self.board.links or other in self.board.back:
                continue
            rank = score + self._hint(one, other)
            if rank >= LEFT and self.yard.shared(self.old[one].words, self.new[other].words) >= LEFT_SUBSTANCE:
                yield Link(one, other, score, f"{score:.0%} alike, the nearest of what is left in the section", rank)

    def _neighbours(self) -> Iterator[Near]:
        """Yield pairs that are free and in the same section, with their likeness."""
        board = self.board
        news = grouped(board.free_new(), self.home_new)
        for home, olds in grouped(board.free_old(), self.home_old).items():
            for one, other in self._worth(olds, news.get(home, [])):
                yield one, other, self.yard.likeness(self.old[one].words, self.new[other].words)

    def _contained(self, one: int, other: int) -> bool:
        first, second = self.old[one].words, self.new[other].words
        if self.yard.covered(first, second) < CONTAINED:
            return False
        share, runs = self.yard.within(first, second)
        return share >= CONTAINED and runs >= CONTAINED_RUNS

    def _worth(self, olds: Sequence[int], news: Sequence[int]) -> Iterable[tuple[int, int]]:
        if len(olds) * len(news) <= ALL_PAIRS:
            return ((one, other) for one in olds for other in news)
        return self.search.pairs(
            {index: self.old[index].words for index in olds}, {index: self.new[index].words for index in news}, self.board.spots.apart
        )

    def _hint(self, one: int, other: int) -> float:
        """Return what speaks for a pair besides its words."""
        old, new = self.old[one], self.new[other]
        hint = 0.0
        labels = _label(old.words), _label(new.words)
        if set(old.footnotes) & set(new.footnotes) or (old.term and old.term.casefold() == new.term.casefold()):
            hint = HINT
        elif any(labels):
            hint = self._labels(*labels)
        if any(self.pointed[target] < COMMON for target in {self.became.old(target) for target in old.references} & set(new.references)):
            hint += POINTER
        hint += self._row(one, other)
        if old.home != new.home:
            hint -= STRANGE if Home.CODE in (old.home, new.home) else POINTER
        return hint

    def _row(self, one: int, other: int) -> float:
        """Return what the first cells of two rows of tables say: a row is about what stands there, where no other row is."""
        old, new = self.rows_old.get(one), self.rows_new.get(other)
        if old and old == new:
            return ROW if self.heads_old[old] == self.heads_new[new] == 1 else 0.0
        elsewhere = old and new and (self.heads_new[old] or self.heads_old[new])
        return -STRANGE if elsewhere or _other_row(self.old[one].words, self.new[other].words) else 0.0

    def _labels(self, old: str, new: str) -> float:
        """Return what the labels of two items say: the same thing, or two levels of authority that are not the same one."""
        level = self.became.levels.get(old)
        if old and (level or old) == new:
            return HINT
        return -STRANGE if level or new in self.became.levels.values() else 0.0

    def _elsewhere(self) -> Iterator[Link]:
        """Yield candidates in different sections that can be told apart."""
        board = self.board
        if len({*self.home_old, *self.home_new}) == 1:
            return
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
        elif self._contained(one, other):
            yield Link(one, other, score, "one stands inside the other, in another section", max(score, ELSEWHERE))

    def _gaps(self) -> None:
        """Pair what is left between the same two kept neighbours, and equal words that went along with a neighbour."""
        board = self.board
        old, new = gaps(self.home_old, board.links), gaps(self.home_new, board.back)
        candidates = []
        for olds, news in same_gaps(old, new, board.links):
            if len(olds) * len(news) > ALL_PAIRS:
                continue
            floor = self._floor(olds, news)
            in_line = set(zip(olds, news, strict=True)) if len(olds) == len(news) <= IN_LINE else set()
            for one, other in ((one, other) for one in olds for other in news):
                score = self.yard.likeness(self.old[one].words, self.new[other].words)
                rank = score + self._hint(one, other)
                if self._alone(one, olds, other, news):
                    rank += GAP - ALONE
                if rank >= floor or ((one, other) in in_line and rank >= 0 and self._same_subject(one, other)):
                    candidates.append(Link(one, other, score, f"same place between kept neighbours, {score:.0%} alike", rank))
        board.best(candidates)
        board.best(self._along(old, new))

    def _beside(self) -> Iterator[Link]:
        """Yield what is left of a paragraph or item whose other sentences are all paired with those of one on the other side.

        Both bind alike, or have half of their telling words in common, in whatever form.
        """
        news = _blocks(self.new)
        for block in _blocks(self.old).values():
            free = [index for index in block if index not in self.board.links]
            if len(free) != 1 or len(block) == 1:
                continue
            went = {self.board.links[index].new for index in block if index not in free}
            there = news[_block(self.new[min(went)])]
            left = [index for index in there if index not in went]
            if len(there) != len(block) or len(left) != 1 or left[0] in self.board.back or block.index(free[0]) != there.index(left[0]):
                continue
            old, new = self.old[free[0]], self.new[left[0]]
            if _as_strong(old, new) or much(set(told(old.words)), set(told(new.words))):
                score = self.yard.likeness(old.words, new.words)
                yield Link(free[0], left[0], score, f"what is left of the same paragraph, {score:.0%} alike", score)

    def _floor(self, olds: Sequence[int], news: Sequence[int]) -> float:
        """Return the likeness asked for in a gap: little for the one item or shortened sentence that is left between kept ones."""
        if not len(olds) == len(news) == 1:
            return GAP
        one, other = self.old[olds[0]], self.new[news[0]]
        cut_short = self.yard.covered(one.words, other.words) == 1
        return ITEM if cut_short or (one.lead_in and other.lead_in) else GAP

    def _alone(self, one: int, olds: Sequence[int], other: int, news: Sequence[int]) -> bool:
        """Whether two sentences that ask for something, and bind alike, are the only ones in their gap that bind or permit."""
        old, new = self.old[one], self.new[other]
        if not _as_strong(old, new) or old.reading.force not in (Force.REQUIRED, Force.RECOMMENDED) or old.lead_in or new.lead_in:
            return False
        return all(
            sum(nodes[index].reading.force.strength > 0 for index in indexes) == 1
            for nodes, indexes in ((self.old, olds), (self.new, news))
        )

    def _same_subject(self, one: int, other: int) -> bool:
        """Whether two sentences that are no items of lists share a word that is not a common one."""
        old, new = self.old[one], self.new[other]
        return not old.lead_in and not new.lead_in and self.yard.subject(old.words, new.words)

    def _along(self, old: Mapping[int, Gap], new: Mapping[int, Gap]) -> Iterator[Link]:
        board = self.board
        copies = grouped(board.free_new(), [node.words for node in self.new])
        for one in board.free_old():
            went = company(old[one], board.links, self.home_new, back=False)
            for other in copies.get(self.old[one].words, [])[:FEW]:
                came = company(new[other], board.back, self.home_old, back=True)
                if self.home_new[other] in went and self.home_old[one] in came:
                    yield Link(one, other, 1.0, "same words, went along with its neighbours")


def _as_strong(one: Statement, other: Statement) -> bool:
    """Whether both sentences bind or permit, and in the same way."""
    return one.reading.force is other.reading.force and one.reading.force.strength > 0


def _block(node: Statement) -> tuple[str, int]:
    return node.section, node.block


def _blocks(nodes: Sequence[Statement]) -> Mapping[tuple[str, int], list[int]]:
    """Return the indexes of the sentences of each paragraph or item."""
    found: dict[tuple[str, int], list[int]] = {}
    for index, node in enumerate(nodes):
        found.setdefault(_block(node), []).append(index)
    return found


def _rows(nodes: Sequence[Statement], homes: Sequence[str]) -> dict[int, tuple[str, str]]:
    """Return the section and first cell of each row of a table, by index."""
    return {
        index: (homes[index], head.casefold())
        for index, node in enumerate(nodes)
        for head, bar, _ in [node.words.partition(" | ")]
        if bar and node.lead_in
    }


def _around(nodes: Sequence[Statement], homes: Sequence[str]) -> list[tuple[str, str]]:
    """Return for each sentence the words of the one before and of the one after it in its section, empty where there is none."""
    sections: dict[str, list[int]] = {}
    for index, home in enumerate(homes):
        sections.setdefault(home, []).append(index)
    found = [("", "")] * len(nodes)
    for indexes in sections.values():
        words = ["", *(nodes[index].words for index in indexes), ""]
        for place, index in enumerate(indexes):
            found[index] = words[place], words[place + 2]
    return found


def _other_row(old: str, new: str) -> bool:
    """Whether two table rows are about two things: they begin with other words, and what they say differs too."""
    (head, bar, rest), (other, line, more) = old.partition(" | "), new.partition(" | ")
    return bool(bar and line) and rest != more and not set(head.casefold().split()) & set(other.casefold().split())


def _label(words: str) -> str:
    """Return the short label that a list item begins with ("Title: …"), case folded."""
    head, colon, _ = words.partition(":")
    return head.casefold() if colon and len(head.split()) <= 4 else ""  # noqa: PLR2004 - a label is short
