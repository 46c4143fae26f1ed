"""A document to edit: its text by lines, and what was understood of it, with the lines of each part."""

import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path

from specdiff.demo import SPEC, releases
from specdiff.model.place import Place
from specdiff.model.settings import Settings
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.model.spec import Node, Section, Spec
from specdiff.parsing.parse import parse

SHARED = Path(__file__).parents[3] / "shared"
BUNDLE = SHARED / "model_spec.bundle"
PAIRS = SHARED / "pairs"
TAGS = ("v2025.02.12", "v2025.04.11", "v2025.09.12")


@dataclass(frozen=True)
class Change:
    """Lines *first* to *last* (1-based, inclusive) give way to *lines*. ``last`` = ``first - 1``: nothing goes, *lines* come before *first*."""

    first: int
    last: int
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Document:
    """A document of one file that is edited, with companions (eval prompts) that are not.

    ``lines`` has no line endings; the last is empty where the text ends with one. ``group`` is where it comes from.
    """

    name: str
    group: str
    path: str
    text: str
    companions: dict[str, str] = field(default_factory=dict)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n"))

    @cached_property
    def spec(self) -> Spec:
        files = {self.path: self.text, **self.companions}
        return parse(Snapshot(Revision(self.name), (self.path,), files), Settings())

    @property
    def has_levels(self) -> bool:
        return any(section.own_level for section in self.spec.sections)

    def written(self, text: str) -> "Document":
        """Return the same document with another text."""
        return replace(self, text=text)

    def changed(self, *changes: Change) -> "Document":
        """Return the document with some lines changed; line numbers are those of this one."""
        lines = list(self.lines)
        for change in sorted(changes, key=lambda change: (change.first, change.last), reverse=True):
            lines[change.first - 1 : change.last] = change.lines
        return self.written("\n".join(lines))

    def replaced(self, place: Place, before: str, after: str) -> "Document | None":
        """Return the document with *before*, which must stand exactly once in the lines of *place*, written as *after*; else ``None``."""
        text = "\n".join(self.within(place))
        if text.count(before) != 1:
            return None
        return self.changed(Change(place.first_line, place.last_line, tuple(text.replace(before, after).split("\n"))))

    def within(self, place: Place) -> tuple[str, ...]:
        return self.lines[place.first_line - 1 : place.last_line]

    def without(self, node: Node) -> "Document":
        """Return the document without the lines of a node and the blank lines that follow them."""
        assert node.place is not None
        return self.changed(Change(node.place.first_line, self.after(node.place.last_line) - 1))

    def after(self, line: int) -> int:
        """Return the first line after *line* that is not blank, or the number after the last line."""
        number = line + 1
        while number <= len(self.lines) and not self.lines[number - 1].strip():
            number += 1
        return number

    def body(self, section: Section) -> Place:
        """Return the lines of a section without its subsections: heading and all."""
        below = self.spec.children.get(section.id, ())
        last = below[0].place.first_line - 1 if below else section.span.last_line
        return Place(section.place.path, section.place.first_line, last)


def lines_of(text: Iterable[str]) -> tuple[str, ...]:
    """Return a block's lines without the blank ones around it."""
    lines = list(text)
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return tuple(lines)


@cache
def documents() -> dict[str, Sequence[Document]]:
    """Return what there is to edit, by where it comes from: our own fixtures, real releases and other real documents where they are at hand."""
    found = {"fixtures": _fixtures(), "releases": _releases(), "plain": _plain()}
    return {group: ones for group, ones in found.items() if ones}


def _fixtures() -> Sequence[Document]:
    folders = sorted(releases().iterdir())
    return tuple(_read(folder.name, "fixtures", folder, SPEC) for folder in folders)


def _releases() -> Sequence[Document]:
    if not BUNDLE.exists():
        return ()
    found = []
    for tag in TAGS:
        with tempfile.TemporaryDirectory() as folder:
            clone = [
                "git",
                "-c",
                "core.autocrlf=false",
                "-c",
                "advice.detachedHead=false",
                "clone",
                "-q",
                "--branch",
                tag,
                str(BUNDLE),
                folder,
            ]
            subprocess.run(clone, check=True, capture_output=True)
            found.append(_read(tag, "releases", Path(folder), "model_spec.md"))
    return tuple(found)


def _plain() -> Sequence[Document]:
    files = sorted(PAIRS.glob("*.md")) if PAIRS.is_dir() else []
    return tuple(Document(file.stem, "plain", file.name, _text(file)) for file in files)


def _read(name: str, group: str, folder: Path, path: str) -> Document:
    companions = {f"examples/{file.name}": _text(file) for file in sorted((folder / "examples").glob("*.md"))}
    return Document(name, group, path, _text(folder / path), companions)


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8").replace("\r\n", "\n")
