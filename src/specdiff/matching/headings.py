"""Sections recognised by their headings: as declared by the user, by anchor, by title.

An anchor as written is the author's own word that a section is the same one. An id made of titles is only a title, and the titles above it: when a
chapter is renamed, the ids of all sections in it change and their titles do not, so titles are compared from the top down, below parents that
are the same.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from specdiff.matching.links import Board, Link, grouped
from specdiff.matching.yardstick import Yardstick
from specdiff.model.spec import Section, Spec

_NUMBER = re.compile(
    r"^(?:(?:section|article|chapter|part|clause|rule|appendix|annex)\s+)?"
    r"(?:§+\s*)?(?:\d+(?:\.\d+)*|[ivxlc]+(?=[.)])|[a-z](?=[.)])|q(?:uestion)?\s*\d*(?=[.:)]))[.):]*\s*(?:[-:]\s+)?",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d+(?: \d+)*")
_PUNCTUATION = re.compile(r"[^\w\s]+")


def title_key(title: str) -> str:
    """Return a title for comparison: no number before it, no punctuation, case folded. Empty for a bare number."""
    bare = _PUNCTUATION.sub(" ", _NUMBER.sub("", title.strip()))
    return " ".join(bare.casefold().split())


class Headings:
    """The links between the sections of two specs, by index, as they grow from pass to pass."""

    def __init__(self, old: Spec, new: Spec) -> None:
        self.old: Sequence[Section] = old.sections
        self.new: Sequence[Section] = new.sections
        self.board = Board([section.parent for section in old.sections], [section.parent for section in new.sections])
        self.index_old = {section.id: index for index, section in enumerate(old.sections)}
        self.index_new = {section.id: index for index, section in enumerate(new.sections)}
        self.titles_old = [title_key(section.title) for section in old.sections]
        self.titles_new = [title_key(section.title) for section in new.sections]

    @property
    def became(self) -> dict[str, str]:
        """The id of each old section that is linked, to its new one."""
        return {self.old[link.old].id: self.new[link.new].id for link in self.board.links.values()}

    def same(self, before: str, after: str) -> bool:
        """Whether an old and a new section (ids; empty: no section) are the same one."""
        if not before or not after:
            return before == after
        link = self.board.links.get(self.index_old.get(before, -1))
        return link is not None and link.new == self.index_new.get(after)

    def releveled(self, before: str, after: str) -> bool:
        """Whether two parents, both kept, stand on one line: the one was around the other, and still is."""
        was_around = self._above(self.old, self.index_old, before)
        is_around = self._above(self.new, self.index_new, after)
        return any(self.same(one, after) for one in was_around) or any(self.same(before, other) for other in is_around)

    @staticmethod
    def _above(side: Sequence[Section], index: Mapping[str, int], section: str) -> list[str]:
        """Return the ids of the sections around a section, and the empty one around them all."""
        found = []
        while section in index:
            section = side[index[section]].parent
            found.append(section)
        return found

    def declared(self, renames: Mapping[str, str]) -> None:
        """Link what the user declared."""
        for before, after in sorted(renames.items()):
            if before in self.index_old and after in self.index_new:
                self.board.add(Link(self.index_old[before], self.index_new[after], 1.0, "declared as renamed in the settings"))

    def anchors(self) -> None:
        """Link equal anchors."""
        self._equal(lambda section, _title, _parent: section.anchor or None, "same anchor", only_one=True)

    def top(self) -> None:
        """Link what stands before any heading, and the heading over everything, the document's own title."""
        self._equal(
            lambda section, _title, _parent: None if section.depth else section.place.path, "the text before any heading", only_one=True
        )
        self._equal(lambda section, _title, _parent: None if section.depth else "", "the text before any heading", only_one=True)
        olds, news = (
            [index for index, section in enumerate(side) if not section.parent and section.depth] for side in (self.old, self.new)
        )
        if len(olds) == 1 and len(news) == 1 and len(self.old) > 1 and len(self.new) > 1:
            self.board.add(Link(olds[0], news[0], 1.0, "the one heading over everything"))

    def contents(self) -> None:
        """Link sections with the same heading and the same contents, which settles many of several equal titles."""
        digests = _digests(self.old), _digests(self.new)
        self._equal(
            lambda section, title, _parent: (section.id, title, digests[0].get(id(section)) or digests[1][id(section)]), "same contents"
        )
        self._equal(
            lambda section, title, parent: (
                (parent, title, digests[0].get(id(section)) or digests[1][id(section)]) if parent is not None else None
            ),
            "same title and contents",
            only_one=True,
        )

    def titles(self) -> bool:
        """Link titles that occur once below the same parent, then those that occur once at all; return whether any was linked."""
        before = len(self.board.links)
        size = -1
        while len(self.board.links) > size:
            size = len(self.board.links)
            self._equal(_below, "same title in the same place", only_one=True)
        self._equal(lambda section, title, _parent: (section.depth, title) if " " in title else None, "same title", only_one=True)
        self._equal(lambda _section, title, _parent: title if " " in title else None, "same title", only_one=True)
        return len(self.board.links) > before

    def twins(self) -> bool:
        """Link what is left of equal titles below the same parent, and of equal ids, in order; return whether any was linked."""
        before = len(self.board.links)
        self._equal(_below, "same title in the same place")
        self._equal(lambda section, title, _parent: (section.id, title), "same title in the same place", only_one=True)
        return len(self.board.links) > before

    def numbered(self) -> bool:
        """Link titles below the same parent that are equal but for a number in them ("Changes since 2.1"); return whether any was linked."""
        before = len(self.board.links)
        self._equal(lambda section, title, parent: _below(section, _masked(title), parent), "same title with another number", only_one=True)
        return len(self.board.links) > before

    def scored(self, yard: Yardstick) -> Mapping[int, Link]:
        """Return the links; those made by heading get the likeness of the two headings as their score."""
        for link in tuple(self.board.links.values()):
            if link.score == 1.0:
                title = yard.likeness(self.titles_old[link.old], self.titles_new[link.new])
                self.board.replace(link._replace(score=title))
        return self.board.links

    def _equal(self, key: Callable[[Section, str, str | None], Hashable], because: str, *, only_one: bool = False) -> None:
        board = self.board
        became = self.became
        kept = frozenset(became.values())
        old_keys = [
            key(section, title, became.get(section.parent, None if section.parent else ""))
            for section, title in zip(self.old, self.titles_old, strict=True)
        ]
        new_keys = [
            key(section, title, section.parent if section.parent in kept or not section.parent else None)
            for section, title in zip(self.new, self.titles_new, strict=True)
        ]
        board.equal(grouped(board.free_old(), old_keys), grouped(board.free_new(), new_keys), because, only_one=only_one)


def _masked(title: str) -> str:
    """Return a title of several words with its numbers blanked out, empty where it has none."""
    masked = _FIGURES.sub("#", title)
    return masked if masked != title and len(masked.replace("#", " ").split()) > 1 else ""


def _below(_section: Section, title: str, parent: str | None) -> Hashable:
    return (parent, title) if title and parent is not None else None


def _digests(sections: Iterable[Section]) -> dict[int, Hashable]:
    """Return what each section holds, by identity."""
    return {
        id(section): (
            tuple(statement.words for statement in section.statements),
            tuple((example.words, *(reply.words for reply in example.replies)) for example in section.examples),
        )
        for section in sections
    }
