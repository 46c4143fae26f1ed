"""The sections of a spec: where each starts and ends, its id, its parent, and the level in force."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from specdiff.model.place import Place
from specdiff.model.spec import Commentary, Definition, Example, Section, Statement
from specdiff.parsing.headings import Heading, Names, heading, html_anchor, rendered_ids, slug
from specdiff.parsing.markdown import Block, blocks
from specdiff.parsing.rulebook import with_headings
from specdiff.prose.normal import normal

Contents = tuple[tuple[Statement, ...], tuple[Example, ...], tuple[Commentary, ...], tuple[Definition, ...]]


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its lines, and its blocks."""

    path: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]

    def text(self, first: int, last: int) -> str:
        """Return the lines as written."""
        return "\n".join(self.lines[first - 1 : last])


@dataclass(slots=True)
class Part:
    """A section while its place among the others is worked out: its heading, and the blocks that stand below it."""

    id: str
    said: Heading
    anchor: str | None
    text: str
    depth: int
    first: int
    last: int
    end: int
    source: Source
    body: list[Block]
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
            words=self.said.words,
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
            statements=nodes[0],
            examples=nodes[1],
            commentary=nodes[2],
            definitions=nodes[3],
        )


def source(path: str, text: str) -> Source:
    """Parse one file. Lines are what newlines separate; a carriage return at their end is not part of them."""
    lines = tuple(text.replace("\r\n", "\n").split("\n"))
    return Source(path, lines[:-1] if lines[-1] == "" else lines, blocks(text))


def outline(sources: Iterable[Source]) -> tuple[Part, ...]:
    """Return the sections of all files in order."""
    names = Names()
    siblings: dict[str, int] = {}
    files = tuple(sources)
    found = tuple(part for file in files for part in _file(file, names, alone=len(files) == 1))
    for part in found:
        around = part.above.id if part.above else ""
        part.index = siblings.get(around, 0)
        siblings[around] = part.index + 1
    return found


def _file(file: Source, names: Names, *, alone: bool) -> list[Part]:
    chunks = _chunks(with_headings(file.blocks, file.lines))
    one_title = alone and _has_one_title(chunks)
    around: list[Part] = []
    parts: list[Part] = []
    for head, marker, body in chunks:
        if head is None:
            parts.append(_untitled(file, body, names, alone=alone, whole=len(chunks) == 1))
            continue
        while around and around[-1].depth >= head.level:
            around.pop()
        above = around[-1] if around else None
        said = heading(head.text)
        anchor = said.anchor or marker
        bare = above is None or (one_title and above.depth == 1 and above.anchor is None)
        name = names.unique(anchor or ("" if bare or above is None else above.id + "/") + (slug(said.words) or "section"))
        text = head.title or file.text(head.first, head.last)
        end = max([head.last, *(block.last for block in body)])
        around.append(Part(name, said, anchor, text, head.level, head.first, head.last, end, file, body, above))
        parts.append(around[-1])
    for part in reversed(parts):
        if part.above:
            part.above.end = max(part.above.end, part.end)
    return parts


def _chunks(found: Iterable[Block]) -> list[tuple[Block | None, str | None, list[Block]]]:
    """Cut the blocks of a file at its headings; an HTML anchor on the line before a heading names it."""
    chunks: list[tuple[Block | None, str | None, list[Block]]] = [(None, None, [])]
    before: Block | None = None
    for block in found:
        if block.kind == "heading":
            anchor = html_anchor(before.text) if before and before.kind == "html" else None
            chunks.append((block, anchor, []))
        else:
            chunks[-1][2].append(block)
        before = block
    return chunks if any(block.kind != "rule" for block in chunks[0][2]) else chunks[1:]


def _has_one_title(chunks: Iterable[tuple[Block | None, str | None, list[Block]]]) -> bool:
    """Whether one heading stands above all others, so that its words may stay out of their ids."""
    depths = [block.level for block, _, _ in chunks if block is not None]
    owners = [depth for depth, below in pairwise(depths) if depth == 1 < below]
    return len(owners) == 1 and depths[0] == 1


def _untitled(file: Source, body: list[Block], names: Names, *, alone: bool, whole: bool) -> Part:
    """Return the section for text that stands under no heading."""
    title = "Document" if whole else "Preamble"
    if not alone:
        title = re.sub(r"\.\w+$", "", file.path.rpartition("/")[2]) or title
    first = body[0].first
    name = names.unique(slug(normal(title)) or "document")
    return Part(name, Heading(title, title), None, "", 0, first, first, max(block.last for block in body), file, body)


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
        if part.depth:
            exact, loose = rendered_ids(part.said.title)
            own.setdefault(loose, part.id)
            rendered[names.unique(exact, 1)] = part.id
    return {**own, **rendered, **anchors}
