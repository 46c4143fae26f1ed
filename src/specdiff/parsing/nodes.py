"""Collects the nodes of a spec while it is read, each with its place and rank."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import NamedTuple

from specdiff.model.language import Reading
from specdiff.model.place import Place
from specdiff.model.spec import Commentary, Definition, Example, Home, Message, Order, Reference, Reply, Spelling, Statement
from specdiff.parsing.conversation import Turn, turns
from specdiff.parsing.inline import Link, links, marks
from specdiff.parsing.labels import label
from specdiff.parsing.outline import Source
from specdiff.prose.sentence.orders import orders
from specdiff.prose.sentence.reading import read
from specdiff.prose.text.normal import normal
from specdiff.prose.text.sentences import sentences
from specdiff.prose.text.struck import says_nothing, struck, unstruck, within, without_strikes

_WORD = re.compile(r"\w")
_TITLE = re.compile(  # of a clause: "2.4 **Quorum.** …", where it is no sentence for itself
    r"(?:(?:section|clause|article|rule|\u00a7+)\s*)?(?:[^\s*_]+\s+)?(?:\*\*|__)(?:[^\s*_]+\s+){0,4}[^\s*_]+(?:\*\*|__)[.:]?", re.IGNORECASE
)
_LONGEST = 4000
_MEMORY = 1 << 18
"""Texts whose reading is remembered: the two sides of a comparison have most of them in common."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a block is read: file, section, and what holds for all that stands in it; what is *spoken* in a dialogue rules nothing."""

    source: Source
    section: str
    home: Home = Home.BODY
    term: str = ""
    defines: bool = False
    spoken: bool = False

    def place(self, first: int, last: int) -> Place:
        """Return a place in this file; never outside it."""
        end = max(1, len(self.source.lines))
        return Place(self.source.path, min(first, end), min(max(first, last), end))


class Mark(NamedTuple):
    """A footnote mark, where it stands, and the sentence it hangs on."""

    id: str
    place: Place
    section: str
    statement: Statement | None


@lru_cache(maxsize=_MEMORY)
def _split(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return (start, end, normal form) of each sentence."""
    found: list[tuple[int, int, str]] = []
    for start, end in sentences(text):
        words = normal(text[start:end])
        if found and not _WORD.search(words):
            start = found[-1][0]  # noqa: PLW2901 - a piece with no word in it belongs to the sentence before
            found[-1] = start, end, normal(text[start:end])
        else:
            found.append((start, end, words))
    return tuple(found)


def _labelled(text: str, rows: frozenset[str]) -> Iterator[tuple[int, int, str, str]]:
    """Yield the sentences of a text, each with the number of the clause that it begins, which its words leave out.

    Several clauses may stand in one paragraph, each on a line of its own.
    """
    _, cut = label(text, rows)
    for start, end, words in _split(text[cut:]):
        first = start + cut if start else 0
        number, after = label(text[first : end + cut], rows) if not start or text[first - 1] == "\n" else ("", 0)
        yield first, end + cut, (normal(text[first + after : end + cut]) if start and after else words), number


def _said(piece: str, clause: str, spot: Spot) -> str:
    """Return the normal form of a sentence that marks of strikes were taken out of, without the number of the clause that it begins."""
    return normal(piece[label(piece, spot.source.numbering)[1] if clause else 0 :])


@lru_cache(maxsize=_MEMORY)
def reading_of(words: str, lead_in: str = "", home: Home = Home.BODY) -> Reading:
    """Return what a sentence says, or what the beginning of one says that is too long to be a sentence."""
    return read(words[:_LONGEST], lead_in=lead_in[-_LONGEST:], binding=home is not Home.COMMENTARY)


@lru_cache(maxsize=_MEMORY)
def _asked(words: str, lead_in: str, home: Home) -> Callable[[], Reading]:
    """Return the question what a sentence says, which is one and the same for equal sentences."""
    return partial(reading_of, words, lead_in, home)


@lru_cache(maxsize=_MEMORY)
def _orders(words: str) -> tuple[tuple[str, ...], ...]:
    return orders(words[:_LONGEST])


@lru_cache(maxsize=_MEMORY)
def _conversation(text: str) -> tuple[tuple[Turn, str], ...]:
    """Return the turns of a conversation, each with the normal form of what it says."""
    return tuple((said, normal(said.body)) for said in turns(text))


@dataclass
class Nodes:
    """All nodes but sections. ``targets``: what a link may call a section, to its id. ``labels``: link definitions, by file."""

    targets: Mapping[str, str]
    labels: Mapping[str, Mapping[str, str]]
    paths: tuple[str, ...]
    statements: list[Statement] = field(default_factory=list)
    examples: list[Example] = field(default_factory=list)
    commentary: list[Commentary] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    orders: list[Order] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    messages: int = 0
    replies: int = 0

    def prose(self, text: str, first: int, spot: Spot, *, lead_in: str = "", block: int = 0, number: str = "") -> str:
        """Add the sentences of a text that starts on line *first*, and return the normal form of the last one.

        The lead-in governs the first sentence's reading; those after it speak for themselves. *number* is that of the item in a list.
        """
        found, noted = self.links(text, first, spot), marks(text)
        runs = struck(text)
        line, at, last = first, 0, ""
        for index, (start, end, words, clause) in enumerate(_labelled(text, spot.source.numbering)):
            line += text.count("\n", at, start)
            at = start
            place = spot.place(line, line + text.count("\n", start, end))
            inside = tuple(target for offset, target in found if start <= offset < end)
            notes = tuple(name for offset, name in noted if start <= offset < end)
            out = within(start, end, runs)
            left = unstruck(text, start, end, out) if out else ""
            gone = spot.home is Home.STRUCK or (bool(out) and says_nothing(left))
            titled = clause and not index and _TITLE.fullmatch(text[start:end]) and end < len(text)
            where = replace(spot, home=Home.STRUCK) if gone and spot.home is Home.BODY else spot
            if gone or out:
                words = _said(without_strikes(text[start:end]) if gone else left, clause, spot)  # noqa: PLW2901 - what is struck out is not said
            self.statement(
                text[start:end], words, place, where, governed=not index, lead_in=lead_in,
                block=block, references=inside, footnotes=notes, english=not (gone or titled), label=clause or ("" if index else number),
            )  # fmt: skip
            last = words
        return last

    def statement(
        self,
        text: str,
        words: str,
        place: Place,
        spot: Spot,
        *,
        english: bool = True,
        governed: bool = True,
        lead_in: str = "",
        block: int = 0,
        references: tuple[str, ...] = (),
        footnotes: tuple[str, ...] = (),
        label: str = "",
    ) -> None:
        """Add one statement, the orders it states, and the footnote marks on it.

        What is not *english* is not read; *governed* says whether the lead-in is part of what a sentence says.
        """
        english = english and not spot.spoken
        says = _asked(words, lead_in if governed else "", spot.home) if english else Reading
        ordered = _orders(words) if english else ()
        words = words or text.strip()
        made = Statement(
            text, words, place, spot.section, len(self.statements), spot.home, says, lead_in, spot.term, block, references, footnotes, label
        )
        self.statements.append(made)
        for items in ordered:
            self.orders.append(Order(items, text, words, place, spot.section, len(self.orders)))
        for name in footnotes:
            self.marks.append(Mark(name, place, spot.section, made))

    def literal(self, text: str, words: str, first: int, last: int, spot: Spot, *, block: int = 0) -> None:
        """Add a block that is compared as a whole and never read as English: code, markup, front matter."""
        home = Home.COMMENTARY if spot.home is Home.COMMENTARY else Home.CODE
        self.statements.append(
            Statement(text, words or text, spot.place(first, last), spot.section, len(self.statements), home, block=block)
        )

    def links(self, text: str, first: int, spot: Spot) -> list[tuple[int, str]]:
        """Add the cross references in a text, and return (offset, target) of each."""
        found = []
        line, at = first, 0
        for link in links(text, self.labels.get(spot.source.path, {})):
            if link.file and not any(path == link.file or path.endswith("/" + link.file.removeprefix("./")) for path in self.paths):
                continue
            line += text.count("\n", at, link.at)
            at = link.at
            found.append((link.at, self.reference(link, spot.place(line, line + link.text.count("\n")), spot)))
        return found

    def titled(self, text: str, first: int, spot: Spot) -> None:
        """Add the cross references and footnote marks of a heading or of the title of an example."""
        self.links(text, first, spot)
        for offset, name in marks(text):
            line = first + text.count("\n", 0, offset)
            self.marks.append(Mark(name, spot.place(line, line), spot.section, None))

    def reference(self, link: Link, place: Place, spot: Spot) -> str:
        """Add one cross reference, and return its target: the id of a section where there is one."""
        target = self.targets.get(link.target, link.target)
        self.references.append(Reference(target, link.spelling, link.text, link.words, place, spot.section, len(self.references)))
        return target

    def example(self, title: str, place: Place, body: str, start: int, spot: Spot, *, conversation: str) -> None:
        """Add an example with its messages and replies. *body* is the whole block, *start* the line its conversation starts on."""
        messages: list[Message] = []
        replies: list[Reply] = []
        for said, words in _conversation(conversation):
            where = spot.place(start + said.first, start + said.last)
            if said.verdict is None:
                rank = self.messages + len(messages)
                messages.append(Message(said.role, said.text, words, where, spot.section, title, said.turn, said.attributes, rank))
                continue
            rank = self.replies + len(replies)
            replies.append(
                Reply(said.verdict, said.reason, said.tags, said.role, said.text, words, where, spot.section, title, said.turn,
                      max(0, said.comparison), said.attributes, rank)
            )  # fmt: skip
            line = spot.place(start + said.first, start + said.first + said.comment.count("\n"))
            for tag in said.tags:
                self.reference(Link(0, "", tag, Spelling.VERDICT, f"{said.verdict.upper()}[#{tag}]"), line, spot)
            self.links(said.comment, line.first_line, spot)
        self.messages += len(messages)
        self.replies += len(replies)
        self.examples.append(Example(title, body, normal(title), place, spot.section, len(self.examples), tuple(messages), tuple(replies)))
