"""Reads a snapshot into a spec. What is common to every notation stands here; a dialect says what is its own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from glob import escape
from posixpath import basename, dirname, join, splitext
from typing import TypeVar

from specdiff.model.place import Place
from specdiff.model.settings import Settings
from specdiff.model.snapshot import Snapshot
from specdiff.model.spec import EvalPrompt, Node, Section, Spec
from specdiff.parsing.body import Body
from specdiff.parsing.dress import Titles
from specdiff.parsing.ladder import ladder
from specdiff.parsing.markdown import Block
from specdiff.parsing.nodes import Mark, Nodes
from specdiff.parsing.outline import Outline, Source, outline, source, targets

N = TypeVar("N", bound=Node)

_LABEL = re.compile(r"\[([^\]]+)\]:\s*<?#([^\s>]+)")


def read_spec(
    snapshot: Snapshot,
    settings: Settings,
    wanted: Titles,
    *,
    dialect: str,
    levels: tuple[str, ...] = (),
    prompts: str = "",
    examples: bool = False,
) -> Spec:
    """Return the spec that a snapshot holds.

    *wanted* are headings of the other side that are read as headings here too, however they are set (see ``dress``). *levels* is the order that
    the dialect assumes where neither the document nor the settings give one. *prompts* is the glob, relative to the spec's folder, of the files
    that footnote marks name (empty: there are none). *examples*: whatever fence stands below the title of an example is its conversation.
    """
    sources = tuple(source(path, snapshot.files.get(path, "")) for path in snapshot.paths)
    found = outline(sources, wanted)
    stated = tuple(part.said.level for part in found.parts if part.said.level)
    nodes = Nodes(targets(found.parts), {one.path: _labels(one) for one in sources}, snapshot.paths)
    body = Body(nodes, frozenset(stated) | frozenset(level.lower() for level in settings.levels), examples)
    for part, blocks in found.texts:
        body.section(part, blocks)
    defined = {block.info for one in sources for block in one.blocks if block.kind == "footnote"}
    return Spec(
        revision=snapshot.revision,
        dialect=dialect,
        paths=snapshot.paths,
        ladder=ladder(body.listings, nodes.orders, stated, settings.levels, levels),
        sections=_sections(found, nodes),
        statements=tuple(nodes.statements),
        examples=tuple(nodes.examples),
        commentary=tuple(nodes.commentary),
        definitions=tuple(nodes.definitions),
        references=tuple(nodes.references),
        orders=tuple(nodes.orders),
        eval_prompts=tuple(_prompts(snapshot, nodes.marks, defined, prompts)) if prompts else (),
    )


def _sections(found: Outline, nodes: Nodes) -> tuple[Section, ...]:
    """Return the sections with what stands in them."""
    statements, examples = _by_section(nodes.statements), _by_section(nodes.examples)
    commentary, definitions = _by_section(nodes.commentary), _by_section(nodes.definitions)
    return tuple(
        part.section(
            position,
            (
                tuple(statements.get(part.id, ())),
                tuple(examples.get(part.id, ())),
                tuple(commentary.get(part.id, ())),
                tuple(definitions.get(part.id, ())),
            ),
        )
        for position, part in enumerate(found.parts)
    )


def _by_section(nodes: Iterable[N]) -> dict[str, list[N]]:
    found: dict[str, list[N]] = {}
    for node in nodes:
        found.setdefault(node.section, []).append(node)
    return found


def _labels(file: Source) -> Mapping[str, str]:
    """Return the labels of link definitions that lead into the document, to their targets."""
    found: dict[str, str] = {}
    for block in _links(file.blocks):
        label = _LABEL.match(block.text)
        if label:
            found.setdefault(" ".join(label[1].lower().split()), label[2])
    return found


def _links(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if block.kind == "link":
            yield block
        yield from _links(block.children)


def _prompts(snapshot: Snapshot, marks: list[Mark], defined: set[str], glob: str) -> Iterator[EvalPrompt]:
    """Yield the eval prompts that footnote marks name, in order, then the files that no mark names."""
    files: dict[str, str] = {}
    for path in snapshot.paths:
        for name in sorted(snapshot.files):
            if name not in snapshot.paths and fnmatchcase(name, join(escape(dirname(path)), glob)):
                files.setdefault(splitext(basename(name))[0], name)
    position = 0
    for mark in marks:
        if mark.id not in defined:
            named_file = files.get(mark.id, "")
            text = f"[^{mark.id}]"
            body = snapshot.files.get(named_file)
            where = _whole(named_file, body) if body is not None else None
            yield EvalPrompt(mark.id, text, mark.id, mark.place, mark.section, position, mark.statement, body, where)
            position += 1
    named = {mark.id for mark in marks}
    for prompt, path in files.items():
        if prompt not in named:
            whole = _whole(path, snapshot.files[path])
            yield EvalPrompt(prompt, snapshot.files[path], prompt, whole, "", position, None, snapshot.files[path], whole)
            position += 1


def _whole(path: str, text: str) -> Place:
    return Place(path, 1, max(1, text.count("\n") + (text[-1:] not in ("", "\n"))))
