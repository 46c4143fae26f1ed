"""Which example is which, judged by all it holds: title, prompt and replies.

A retitled example with a new good reply still has its prompt and its bad reply; a near-duplicate in another section shares one of them only. An identical
reply elsewhere is no move: elsewhere the prompt must be the same.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from specdiff.matching.became import Became
from specdiff.matching.candidates import Search
from specdiff.matching.links import Board, Link, grouped
from specdiff.matching.yardstick import Yardstick  # noqa: TC001 - kept beside its neighbours
from specdiff.model.spec import Example
from specdiff.prose.text.normal import normal

TITLE, PROMPT, REPLIES = 0.25, 0.4, 0.35
"""What each part is worth in the likeness of two examples."""
HERE, ELSEWHERE = 0.45, 0.55
"""Likeness asked for in the same section and in another; there the same prompt and one of two replies are enough, either alone is not."""
PROMPT_ELSEWHERE = 0.6
"""Likeness of the prompts asked for in another section."""
PREFER = 0.12
"""What standing in the same section is worth."""
ALL_PAIRS = 900
"""Leftovers of one section with fewer pairs than this are all compared."""
LONG = 20_000
"""Characters of a part that go into the search for candidates."""

Parts = tuple[tuple[str, str], ...]


class Sight(NamedTuple):
    """What an example is compared by."""

    title: str
    prompt: str
    replies: Parts

    @property
    def content(self) -> tuple[str, Parts]:
        """All but the title."""
        return self.prompt, self.replies

    @property
    def text(self) -> str:
        """Everything, for the search for candidates."""
        return "\n".join((self.title, self.prompt[:LONG], *(words[:LONG] for _, words in self.replies)))


def sight(example: Example) -> Sight:
    """Return what an example is compared by; one that holds no conversation is compared by its whole text."""
    prompt = "\n".join(message.words for message in example.messages)
    replies = tuple((reply.verdict.value, reply.words) for reply in example.replies)
    if not prompt and not replies:
        prompt = normal(example.text)
    return Sight(example.words.casefold(), prompt, replies)


class Examples:
    """The pairing of the examples of two specs, given which section became which."""

    def __init__(self, old: Sequence[Example], new: Sequence[Example], became: Became, search: Search) -> None:
        self.old = [sight(example) for example in old]
        self.new = [sight(example) for example in new]
        self.search = search
        self.yard: Yardstick = search.yard
        self.home_old = [became.old(node.section) for node in old]
        self.home_new = [became.new(node.section) for node in new]
        self.board = Board(self.home_old, self.home_new)

    def run(self) -> Mapping[int, Link]:
        """Return the links by index of the old example."""
        self._equal(lambda one, home: (home, one.title, one.content), "same in the same section")
        self._equal(lambda one, home: (home, one.content) if len(one.content[0]) else None, "same conversation in the same section")
        self._equal(lambda one, _: (one.title, one.content), "same in another section", only_one=True)
        self.board.best([*self._here(), *self._elsewhere()])
        return self.board.links

    def _equal(self, key: Callable[[Sight, str], Hashable], because: str, *, only_one: bool = False) -> None:
        board = self.board
        old_keys = [key(one, home) for one, home in zip(self.old, self.home_old, strict=True)]
        new_keys = [key(one, home) for one, home in zip(self.new, self.home_new, strict=True)]
        board.equal(grouped(board.free_old(), old_keys), grouped(board.free_new(), new_keys), because, only_one=only_one)

    def _here(self) -> Iterator[Link]:
        board = self.board
        news = grouped(board.free_new(), self.home_new)
        for home, olds in grouped(board.free_old(), self.home_old).items():
            for one, other in self._worth(olds, news.get(home, [])):
                parts = self._parts(one, other)
                score = _total(parts)
                same_title = bool(self.old[one].title) and self.old[one].title == self.new[other].title
                if score >= HERE or same_title:
                    because = f"same title in the same section, {score:.0%} alike" if same_title else f"{_said(parts)}, same section"
                    yield Link(one, other, score, because, score + PREFER)

    def _worth(self, olds: Sequence[int], news: Sequence[int]) -> Sequence[tuple[int, int]]:
        if len(olds) * len(news) <= ALL_PAIRS:
            return [(one, other) for one in olds for other in news]
        return self.search.pairs(
            {index: self.old[index].text for index in olds}, {index: self.new[index].text for index in news}, self.board.spots.apart
        )

    def _elsewhere(self) -> Iterator[Link]:
        board = self.board
        olds = {index: self.old[index].text for index in board.free_old()}
        news = {index: self.new[index].text for index in board.free_new()}
        for one, other in self.search.pairs(olds, news, board.spots.apart):
            if self.home_old[one] == self.home_new[other] or not self._same_prompt(one, other):
                continue
            parts = self._parts(one, other)
            score = _total(parts)
            if score >= ELSEWHERE and ("prompt" in parts or parts.get("replies", 0.0) >= PROMPT_ELSEWHERE):
                yield Link(one, other, score, f"{_said(parts)}, another section", score)

    def _same_prompt(self, one: int, other: int) -> bool:
        """Whether the prompts of two examples are alike enough for examples in different sections; also where neither has one."""
        before, after = self.old[one].prompt, self.new[other].prompt
        return not (before or after) or self.yard.likeness(before, after) >= PROMPT_ELSEWHERE

    def _parts(self, one: int, other: int) -> dict[str, float]:
        """Return the likeness of each part that at least one of two examples has."""
        old, new = self.old[one], self.new[other]
        parts = {}
        if old.title or new.title:
            parts["title"] = self.yard.likeness(old.title, new.title)
        if old.prompt or new.prompt:
            parts["prompt"] = self.yard.likeness(old.prompt, new.prompt)
        if old.replies or new.replies:
            parts["replies"] = self._replies(old.replies, new.replies)
        return parts

    def _replies(self, old: Parts, new: Parts) -> float:
        """Return the mean likeness of the replies, best first; one without a counterpart counts 0, another verdict takes a little off."""
        likeness = self.yard.likeness
        if len(old) * len(new) > ALL_PAIRS:
            return likeness("\n".join(words for _, words in old), "\n".join(words for _, words in new))
        board = Board(old, new)
        board.best(
            Link(one, other, score, "", score)
            for one, (verdict, words) in enumerate(old)
            for other, (verdict_new, words_new) in enumerate(new)
            if (score := likeness(words, words_new) - (0.1 if verdict != verdict_new else 0.0)) > 0
        )
        return round(sum(sorted(link.score for link in board.links.values())) / max(len(old), len(new)), 4)


_SHARES = {"title": TITLE, "prompt": PROMPT, "replies": REPLIES}


def _total(parts: Mapping[str, float]) -> float:
    weight = sum(_SHARES[part] for part in parts)
    return round(sum(_SHARES[part] * score for part, score in parts.items()) / weight, 4) if weight else 0.0


def _said(parts: Mapping[str, float]) -> str:
    return ", ".join(f"{part} {'the same' if score == 1 else f'{score:.0%} alike'}" for part, score in parts.items())
