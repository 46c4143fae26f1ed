"""The sections of a spec: where each starts and ends, its id, its parent, and the level in force."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from specdiff.model.place import Place
from specdiff.model.spec import Section
from specdiff.parsing.headings import Heading, Names, heading, html_anchor, rendered_ids, slug
from specdiff.parsing.markdown import Block, blocks
from specdiff.parsing.rulebook import with_headings
from specdiff.prose.normal import normal


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its lines, and its blocks."""

    path: str
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]

    def text(self, first: int, last: int) -> str:
        """Return the lines as written."""
        return "\n".join(self.lines[first - 1 : last])


@dataclass(frozen=True, slots=True)
class Part:
    """A section that is still without its contents, and the blocks that are to be read for them."""

    section: Section
    source: Source
    body: tuple[Block, ...]


def source(path: str, text: str) -> Source:
    """Parse one file. Lines are what newlines separate; a carriage return at their end is not part of them."""
    lines = tuple(text.replace("\r\n", "\n").split("\n"))
    return Source(path, lines[:-1] if lines[-1] == "" else lines, blocks(text))


def outline(sources: Iterable[Source]) -> tuple[Part, ...]:
    """Return the sections of all files in order."""
    names, siblings = Names(), dict[str, int]()
    parts: list[Part] = []
    files = tuple(sources)
    for file in files:
        parts += _file(file, names, siblings, len(parts), alone=len(files) == 1)
    return tuple(parts)


def _file(file: Source, names: Names, siblings: dict[str, int], position: int, *, alone: bool) -> list[Part]:
    chunks = _chunks(with_headings(file.blocks, file.lines))
    one_title = alone and _has_one_title(chunks)
    open_sections: list[Section] = []
    parts: list[Part] = []
    for head, marker, body in chunks:
        if head is None:
            made = _untitled(file, body, names, alone=alone, whole=len(chunks) == 1)
        else:
            while open_sections and open_sections[-1].depth >= head.level:
                open_sections.pop()
            above = open_sections[-1] if open_sections else None
            bare = above is None or (one_title and above.depth == 1 and above.anchor is None)
            said = heading(head.text)
            anchor = said.anchor or marker
            prefix = "" if bare or above is None else above.id + "/"
            name = names.unique(anchor or prefix + (slug(said.words) or "section"))
            made = _section(file, head, said, above, anchor=anchor, name=name)
            open_sections.append(made)
        index = siblings.get(made.parent, 0)
        siblings[made.parent] = index + 1
        last = max([made.place.last_line, *(block.last for block in body)])
        made = replace(made, index=index, position=position + len(parts), span=replace(made.place, last_line=last))
        if open_sections and head is not None:
            open_sections[-1] = made
        parts.append(Part(made, file, tuple(body)))
    return _spanned(parts)


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


def _section(file: Source, head: Block, said: Heading, above: Section | None, *, anchor: str | None, name: str) -> Section:
    place = Place(file.path, head.first, head.last)
    return Section(
        id=name,
        anchor=anchor,
        title=said.title,
        text=head.title or file.text(head.first, head.last),
        words=said.words,
        depth=head.level,
        place=place,
        span=place,
        position=0,
        parent=above.id if above else "",
        path=(*(above.path if above else ()), said.title),
        own_level=said.level,
        level=said.level or (above.level if above else None),
        tags=said.tags,
    )


def _untitled(file: Source, body: list[Block], names: Names, *, alone: bool, whole: bool) -> Section:
    """Return the section for text that stands under no heading."""
    title = "Document" if whole else "Preamble"
    if not alone:
        title = re.sub(r"\.\w+$", "", file.path.rpartition("/")[2]) or title
    place = Place(file.path, body[0].first, body[0].first)
    return Section(names.unique(slug(normal(title)) or "document"), None, title, "", title, 0, place, place, 0, path=(title,))


def _spanned(parts: list[Part]) -> list[Part]:
    """Let each section reach to the end of its last descendant."""
    ends: dict[str, int] = {}
    out = []
    for part in reversed(parts):
        section = part.section
        last = max(section.span.last_line, ends.get(section.id, 0))
        ends[section.parent] = max(last, ends.get(section.parent, 0))
        out.append(replace(part, section=replace(section, span=replace(section.span, last_line=last))))
    return out[::-1]


def targets(parts: Iterable[Part]) -> Mapping[str, str]:
    """Return what a link may name a section by (its anchor, or what renderers make of its title) to the section's id."""
    found: dict[str, str] = {}
    named: dict[str, str] = {}
    names = Names()
    for part in parts:
        section = part.section
        found.setdefault(section.anchor or section.id, section.id)
        if section.depth:
            github, other = rendered_ids(section.title)
            named.setdefault(other, section.id)
            named[names.unique(github, 1)] = section.id
    return {**named, **found}
