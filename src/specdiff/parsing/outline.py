"""The sections of a spec: where each starts and ends, its id, its parent, and the level in force."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from specdiff.errors import SpecdiffError
from specdiff.model.place import Place
from specdiff.model.spec import Commentary, Definition, Example, Section, Statement
from specdiff.parsing.dress import Titles, dressed
from specdiff.parsing.headings import Heading, Names, heading, html_anchor, rendered_ids, slug
from specdiff.parsing.labels import numbering
from specdiff.parsing.markdown import Block, blocks
from specdiff.parsing.rulebook import with_headings
from specdiff.prose.text.normal import normal

Contents = tuple[tuple[Statement, ...], tuple[Example, ...], tuple[Commentary, ...], tuple[Definition, ...]]


class Source(NamedTuple):
    """One file: its lines, its blocks, and what the numbers of its clauses begin with."""

    path: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]

    numbering: frozenset[str] = frozenset()

    def text(self, first: int, last: int) -> str:
        """Return the lines as written."""
        return "\n".join(self.lines[first - 1 : last])


@dataclass(slots=True)
class Part:
    """A section while its place among the others is worked out."""

    id: str
    said: Heading
    anchor: str | None
    text: str
    depth: int
    first: int
    last: int
    end: int
    source: Source
    above: "Part | None" = None
    index: int = 0

    @property
    def path(self) -> tuple[str, ...]:
        """The titles from the top to this one."""
        return (*(self.above.path if self.above else ()), self.said.title)

    @property
    def level(self) -> str | None:
        """The level in force: its own, or that of the nearest section around it that states one."""
        return self.said.level or (self.above.level if self.above else None)

    def section(self, position: int, nodes: Contents) -> Section:
        """Return the section with what it holds."""
        return Section(
            id=self.id,
            anchor=self.anchor,
            title=self.said.title,
            text=self.text,
            words=self.said.words.removeprefix(f"{self.index + 1} ") or self.said.words,
            depth=self.depth,
            place=Place(self.source.path, self.first, self.last),
            span=Place(self.source.path, self.first, self.end),
            position=position,
            index=self.index,
            parent=self.above.id if self.above else "",
            path=self.path,
            own_level=self.said.level,
            level=self.level,
            tags=self.said.tags,
            named=self.said.named,
            statements=nodes[0],
            examples=nodes[1],
            commentary=nodes[2],
            definitions=nodes[3],
        )


Text = tuple[Part, tuple[Block, ...]]
"""Blocks that stand together in a section; a section around another may go on after it."""

MOST = 50_000
"""Headings in one file; the largest specs that are known have a few hundred."""

Chunk = tuple[Block | None, str | None, list[Block]]


class Outline(NamedTuple):
    """The sections, and the texts that stand in them, each in document order."""

    parts: tuple[Part, ...]
    texts: tuple[Text, ...]


def source(path: str, text: str) -> Source:
    """Parse one file. Lines are what newlines separate; a carriage return at their end is not part of them."""
    lines = tuple(text.replace("\r\n", "\n").split("\n"))
    return Source(path, lines[:-1] if lines[-1] == "" else lines, blocks(text), numbering(lines))


def outline(sources: Iterable[Source], wanted: Titles | None = None) -> Outline:
    """Return the sections of all files in order, and what stands in them. *wanted*: headings of the other side (see ``dress``)."""
    names = Names()
    siblings: dict[str, int] = {}
    files = tuple(sources)
    texts = tuple(text for file in files for text in _file(file, names, wanted or {}, alone=len(files) == 1))
    parts = tuple({text[0].id: text[0] for text in texts}.values())
    for part in parts:
        around = part.above.id if part.above else ""
        part.index = siblings.get(around, 0)
        siblings[around] = part.index + 1
    return Outline(parts, texts)


def _file(file: Source, names: Names, wanted: Titles, *, alone: bool) -> list[Text]:
    chunks = _chunks(dressed(with_headings(file.blocks, file.lines), file.lines, wanted))
    if len(chunks) > MOST:
        raise SpecdiffError(f"{file.path!r} has more than {MOST:,} headings, which is no spec; name a part of it with --path")
    one_title = alone and _has_one_title(chunks)
    untitled: Part | None = None
    around: list[Part] = []
    texts: list[Text] = []
    for head, marker, body in chunks:
        level = head.level if head else 0
        closed = head.last if head is not None and head.kind == "back" else 0
        while around and around[-1].depth >= level + bool(closed):
            part = around.pop()
            part.end = max(part.end, closed)
        if closed and all(block.kind == "rule" for block in body):
            continue
        if head is not None and head.kind == "heading":
            above = around[-1] if around else None
            bare = above is None or (one_title and above.depth == 1 and above.anchor is None)
            around.append(_titled(file, head, above, marker, names, path="" if bare or above is None else above.id + "/"))
            part = around[-1]
        elif around:
            part = around[-1]
        else:
            part = untitled = untitled or _untitled(file, body, names, alone=alone, whole=len(chunks) == 1)
        part.end = max([part.end, *(block.last for block in body)])
        texts.append((part, tuple(body)))
    for part, _ in reversed(texts):
        if part.above:
            part.above.end = max(part.above.end, part.end)
    return texts


def _chunks(found: Iterable[Block]) -> list[Chunk]:
    """Cut the blocks of a file at its headings; an HTML anchor on the line before a heading names it."""
    chunks: list[Chunk] = [(None, None, [])]
    before: Block | None = None
    for block in found:
        if block.kind in ("heading", "back"):
            anchor = html_anchor(before.text) if before and before.kind == "html" else None
            chunks.append((block, anchor, []))
        else:
            chunks[-1][2].append(block)
        before = block
    return [chunk for chunk in chunks if chunk[0] or any(block.kind != "rule" for block in chunk[2])]


def _has_one_title(chunks: Iterable[Chunk]) -> bool:
    """Whether one heading stands above all others, so that its words may stay out of their ids."""
    depths = [block.level for block, _, _ in chunks if block is not None and block.kind == "heading"]
    owners = [depth for depth, below in pairwise(depths) if depth == 1 < below]
    return len(owners) == 1 and depths[0] == 1


def _titled(file: Source, head: Block, above: Part | None, marker: str | None, names: Names, *, path: str) -> Part:
    """Return the section of a heading. *marker* is an anchor that stands before it, *path* what its id starts with if it has none."""
    said = heading(head.text)
    anchor = said.anchor or marker
    name = names.unique(anchor or path + (slug(said.words) or "section"))
    text = head.title or file.text(head.first, head.last)
    return Part(name, said, anchor, text, head.level, head.first, head.last, head.last, file, above)


def _untitled(file: Source, body: list[Block], names: Names, *, alone: bool, whole: bool) -> Part:
    """Return the section for text that stands under no heading."""
    title = "Document" if whole else "Preamble"
    if not alone:
        title = re.sub(r"\.\w+$", "", file.path.rpartition("/")[2]) or title
    first = body[0].first
    name = names.unique(slug(normal(title)) or "document")
    return Part(name, Heading(title, title), None, "", 0, first, first, first, file)


def targets(parts: Iterable[Part]) -> Mapping[str, str]:
    """Return what a link may name a section by (its anchor, or what renderers make of its title) to the section's id."""
    anchors: dict[str, str] = {}
    rendered: dict[str, str] = {}
    own: dict[str, str] = {}
    names = Names()
    for part in parts:
        own[part.id] = part.id
        if part.anchor:
            anchors.setdefault(part.anchor, part.id)
        if part.depth and not part.said.named:
            exact, loose = rendered_ids(part.said.title)
            own.setdefault(loose, part.id)
            rendered[names.unique(exact, 1)] = part.id
    return {**own, **rendered, **anchors}
