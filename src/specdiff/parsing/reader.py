"""Blocks to a spec: sections, statements, examples, commentary, definitions, references, footnotes, orders, levels.

What is common to every notation stands here; a dialect adds how its files are recognised, its companions, and its own ladder.
"""

import re
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from specdiff.model.language import Clause, Force, Reading
from specdiff.model.place import Place
from specdiff.model.settings import Settings
from specdiff.model.snapshot import Snapshot
from specdiff.model.spec import (
    Commentary,
    Definition,
    EvalPrompt,
    Example,
    Home,
    Order,
    Reference,
    Section,
    Spec,
    Spelling,
    Statement,
)
from specdiff.parsing.examples import TITLE, read_example
from specdiff.parsing.headings import Title, heading_text, read_title, slug
from specdiff.parsing.ladder import Listing, ladder, listing
from specdiff.parsing.markdown import TABLE_RULE, Block, blocks
from specdiff.prose.normal import fold, normal
from specdiff.prose.reading import read
from specdiff.prose.sentences import sentences

_REFERENCE = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(#([^)\s]+)(?:\s+\"[^\"]*\")?\)")
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_FOOTNOTE_DEFINITION = re.compile(r"^\[\^([^\]\s]+)\]:", re.MULTILINE)
_TERM = re.compile(r"^(?:[-*+]\s+|\d+[.)]\s+)?\*\*(?P<a>[^*\n]{1,80}?)(?P<inside>:)?\*\*\s*(?P<outside>:)?(?=\s|$)")
_BOLD_RULE = re.compile(r"^\*\*(?P<title>[^*\n]{1,120}?)[.:]?\*\*[.:]?\s*(?P<rest>.*)$", re.DOTALL)
_QUOTE_NOTE = re.compile(r"^\[!(\w+)\]\s*$")
_BINDING_NOTES = frozenset({"warning", "important", "caution", "danger", "rule", "requirement"})
_FRONT = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LINK_DEFINITION = re.compile(r"^\s*\[([^\]]+)\]:")
_NO_TERM = frozenset({"example", "examples", "note", "warning", "important", "tip", "caution"})


@dataclass
class _Open:
    """A section while it is being read."""

    id: str
    title: Title
    text: str
    depth: int
    place: Place
    parent: str
    path: tuple[str, ...]
    level: str | None
    index: int
    last: int
    statements: list[Statement] = field(default_factory=list)
    examples: list[Example] = field(default_factory=list)
    commentary: list[Commentary] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    block: int = 0


@dataclass(frozen=True, slots=True)
class _Context:
    """What governs a block: kind of home, lead-in, defined term."""

    home: Home = Home.BODY
    lead_in: str = ""
    term: str = ""


class Reader:
    """Reads one snapshot into a spec."""

    def __init__(self, snapshot: Snapshot, settings: Settings, dialect: str, default_levels: tuple[str, ...] = ()) -> None:
        self.snapshot, self.settings, self.dialect, self.default_levels = snapshot, settings, dialect, default_levels
        self.sections: list[_Open] = []
        self.statements: list[Statement] = []
        self.references: list[Reference] = []
        self.marks: list[tuple[str, Statement]] = []
        self.orders: list[Order] = []
        self.lists: list[tuple[Listing, str]] = []
        self.commentary: list[Commentary] = []
        self.definitions: list[Definition] = []
        self.examples: list[Example] = []
        self.ids: dict[str, int] = {}
        self.siblings: dict[str, int] = {}
        self.path = ""
        self.defined: set[str] = set()

    # -- the document -------------------------------------------------------------------------------------------

    def spec(self) -> Spec:
        """Return the spec."""
        counts = {path: text.count("\n") + (not text.endswith("\n") and bool(text)) for path, text in self.snapshot.files.items()}
        for path in self.snapshot.paths:
            self._file(path, self.snapshot.files[path], counts[path])
        used = tuple(dict.fromkeys(one.title.level for one in self.sections if one.title.level))
        rungs = ladder(self.lists, used, self.settings.levels, self.default_levels)
        for found, section in self.lists:
            if found.is_ladder(used):
                self.orders.append(Order(found.names, found.text, normal(found.text), found.place, section, 0, levels=True))
        orders = sorted(self.orders, key=lambda order: (order.place.path, order.place.first_line))
        return Spec(
            self.snapshot.revision,
            self.dialect,
            self.snapshot.paths,
            rungs,
            self._sections(),
            tuple(self.statements),
            tuple(self.examples),
            tuple(self.commentary),
            tuple(self.definitions),
            tuple(self.references),
            tuple(replace(order, position=index) for index, order in enumerate(orders)),
            self._eval_prompts(counts),
            counts,
        )

    def _file(self, path: str, text: str, last: int) -> None:
        self.path = path
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        first = 1
        front = _FRONT.match(text)
        parsed: tuple[Block, ...] = ()
        if front and ":" in front[0]:
            first += front[0].count("\n")
            parsed = (Block("html", 1, max(1, first - 1), front[0].rstrip("\n")),)
            text = text[front.end() :]
        parsed += blocks(text, first) if text.strip() else ()
        headed = any(block.kind == "heading" for block in parsed)
        self._open_file(parsed, headed=headed, last=max(1, last))
        self._walk(parsed, _Context(), bold=not headed)
        self._close(0, max(1, last))

    def _open_file(self, parsed: tuple[Block, ...], *, headed: bool, last: int) -> None:
        """Open a section of depth 0 for text before any heading."""
        before = [block for block in parsed if block.kind != "reference"][:1]
        if before and before[0].kind != "heading":
            name = "preamble" if headed else "document"
            self._open(Title(name.capitalize(), name, None, None, ()), "", 0, Place(self.path, 1, 1), last)

    def _open(self, title: Title, text: str, depth: int, place: Place, last: int) -> None:
        self._close(depth, place.first_line - 1)
        above = next((one for one in reversed(self.sections) if 0 < one.depth < depth and one.place.path == self.path and one.last == 0), None)
        parent = above.id if above else ""
        plain = slug(title.words)
        wanted = title.anchor or (f"{parent}/{plain}" if parent and not (above and above.title.anchor) else plain)
        count = self.ids.get(wanted, 0) + 1
        self.ids[wanted] = count
        index = self.siblings.get(parent, 0)
        self.siblings[parent] = index + 1
        level = title.level or (above.level if above else None)
        path = (*(above.path if above else ()), title.title)
        identity = wanted if count == 1 else f"{wanted}-{count}"
        self.sections.append(_Open(identity, title, text, depth, place, parent, path, level, index, 0))

    def _close(self, depth: int, last: int) -> None:
        for one in self.sections:
            if one.last == 0 and one.place.path == self.path and one.depth >= depth:
                one.last = max(last, one.place.last_line)

    def _sections(self) -> tuple[Section, ...]:
        return tuple(
            Section(
                one.id,
                one.title.anchor,
                one.title.title,
                one.text or one.title.title,
                one.title.words,
                one.depth,
                one.place,
                Place(one.place.path, one.place.first_line, one.last),
                position,
                one.index,
                one.parent,
                one.path,
                one.title.level,
                one.level,
                one.title.tags,
                tuple(one.statements),
                tuple(one.examples),
                tuple(one.commentary),
                tuple(one.definitions),
            )
            for position, one in enumerate(self.sections)
        )

    # -- blocks -------------------------------------------------------------------------------------------------

    def _walk(self, below: tuple[Block, ...], context: _Context, *, bold: bool = False) -> None:
        lead = context.lead_in
        index = 0
        while index < len(below):
            block = below[index]
            title = TITLE.match(block.text) if block.kind == "paragraph" else None
            if title and index + 1 < len(below) and below[index + 1].kind == "code":
                self._example(block, below[index + 1], title["title"].strip())
                index += 2
                continue
            if block.kind == "heading":
                self._open(read_title(heading_text(block.text)), block.text, block.level, Place(self.path, block.first, block.last), block.last)
                self._references(block.text, block.first)
                lead = ""
            elif block.kind == "paragraph":
                lead = self._paragraph(block, replace(context, lead_in=context.lead_in), bold=bold) or context.lead_in
            elif block.kind == "list":
                self._list(block, replace(context, lead_in=lead), bold=bold)
            elif block.kind == "quote":
                self._quote(block, context)
            elif block.kind == "admonition":
                self._note(block, block.info, block.title, block.children, binding=block.info.lower() in _BINDING_NOTES)
            elif block.kind != "rule":
                self._verbatim(block)
            index += 1

    def _paragraph(self, block: Block, context: _Context, *, bold: bool = False) -> str:
        """Read a paragraph; return its last sentence if it leads into what follows."""
        lines = block.text.split("\n")
        if len(lines) > 1 and "|" in lines[0] and TABLE_RULE.match(lines[1].strip()):
            self._table(lines, block.first, context)
            return ""
        rule = _BOLD_RULE.match(block.text.strip()) if bold else None
        if rule and re.match(r"\d+[.)]|\S", rule["title"]) and (re.match(r"\d", rule["title"]) or not rule["rest"]):
            self._open(read_title(rule["title"]), lines[0], 1, Place(self.path, block.first, block.first), block.first)
            if not rule["rest"].strip():
                return ""
        term = _TERM.match(block.text.lstrip())
        if term and (term["inside"] or term["outside"]) and term["a"].strip(" :").lower() not in _NO_TERM:
            return self._definition(block, term["a"].strip(" :"), context)
        made = self._sentences(block.text, block.first, context)
        return made[-1].words if made and made[-1].words.endswith(":") else ""

    def _definition(self, block: Block, term: str, context: _Context) -> str:
        home = Home.DEFINITION if context.home is Home.BODY else context.home
        made = self._sentences(block.text, block.first, replace(context, home=home, term=normal(term)))
        one = Definition(
            normal(term), block.text, normal(block.text), Place(self.path, block.first, block.last), self.sections[-1].id, len(self.definitions), made
        )
        if home is Home.DEFINITION:
            self.definitions.append(one)
            self.sections[-1].definitions.append(one)
        return made[-1].words if made and made[-1].words.endswith(":") else ""

    def _list(self, block: Block, context: _Context, *, bold: bool = False) -> None:
        found = listing(block, self.path)
        if found:
            self.lists.append((found, self.sections[-1].id))
        titled = bold and len(block.children) > 1 and all(_BOLD_RULE.match(_first_text(item)) for item in block.children)
        for item in block.children:
            if titled:
                rule = _BOLD_RULE.match(_first_text(item))
                title = rule["title"] if rule else _first_text(item)
                self._open(read_title(title), item.text.split("\n")[0], 1, Place(self.path, item.first, item.first), item.last)
            self._walk(item.children, context)

    def _table(self, lines: list[str], first: int, context: _Context) -> None:
        names = [normal(cell) for cell in _cells(lines[0])]
        self._statement(lines[0], " | ".join(names), first, first, replace(context, lead_in=""), binding=False)
        for offset, line in enumerate(lines[2:], 2):
            cells = [normal(cell) for cell in _cells(line)]
            lead = ", ".join(names)
            self._statement(line, " | ".join(cells), first + offset, first + offset, replace(context, lead_in=lead))

    def _quote(self, block: Block, context: _Context) -> None:
        inner = block.children
        first = inner[0] if inner and inner[0].kind == "paragraph" else None
        note = _QUOTE_NOTE.match(first.text.split("\n")[0].strip()) if first else None
        if first and note:
            rest = "\n".join(first.text.split("\n")[1:])
            shorter = (replace(first, first=first.first + 1, text=rest), *inner[1:]) if rest else inner[1:]
            self._note(block, note[1], note[1].capitalize(), shorter, binding=note[1].lower() in _BINDING_NOTES)
        else:
            self._walk(inner, context)

    def _note(self, block: Block, kind: str, title: str, inner: tuple[Block, ...], *, binding: bool) -> None:
        if binding:
            self._walk(inner, _Context())
            return
        start = len(self.statements)
        self._walk(inner, _Context(home=Home.COMMENTARY))
        made = tuple(self.statements[start:])
        one = Commentary(
            title or kind,
            block.text,
            " ".join(statement.words for statement in made),
            Place(self.path, block.first, block.last),
            self.sections[-1].id,
            len(self.commentary),
            made,
        )
        self.commentary.append(one)
        self.sections[-1].commentary.append(one)

    def _verbatim(self, block: Block) -> None:
        """Keep a code block, raw HTML or link definitions as one statement that does not bind, so that a change to it is seen."""
        if block.kind == "reference":
            words = ", ".join(found[1] for line in block.text.split("\n") if (found := _LINK_DEFINITION.match(line)))
        elif block.kind == "html":
            words = normal(block.text) or fold(block.text)
        else:
            words = fold(block.text)
        home = Home.COMMENTARY if block.kind == "html" else Home.BODY
        if not self.sections:
            self._open(Title("Preamble", "preamble", None, None, ()), "", 0, Place(self.path, 1, 1), block.last)
        self._statement(block.text, words, block.first, block.last, _Context(home=home), binding=False)

    # -- sentences ----------------------------------------------------------------------------------------------

    def _sentences(self, text: str, first: int, context: _Context) -> tuple[Statement, ...]:
        self.sections[-1].block += 1
        made = []
        for start, end in sentences(text):
            piece = text[start:end]
            line = first + text.count("\n", 0, start)
            made.append(self._statement(piece, normal(piece), line, line + piece.count("\n"), context))
        return tuple(made)

    def _statement(self, text: str, words: str, first: int, last: int, context: _Context, *, binding: bool = True) -> Statement:
        section = self.sections[-1]
        reading = read(words, lead_in=context.lead_in, binding=context.home is Home.BODY) if binding else Reading((Clause(words, Force.DESCRIPTIVE),))
        footnotes = tuple(_FOOTNOTE.findall(text)) if "[^" in text else ()
        one = Statement(
            text,
            words,
            Place(self.path, first, last),
            section.id,
            len(self.statements),
            context.home,
            reading,
            context.lead_in,
            context.term,
            section.block,
            tuple(target for _, target in _REFERENCE.findall(text)) if "](#" in text else (),
            footnotes,
        )
        self.statements.append(one)
        section.statements.append(one)
        self._references(text, first)
        self.marks += [(mark, one) for mark in footnotes]
        for items in reading.orders:
            self.orders.append(Order(items, text, words, one.place, section.id, 0))
        return one

    def _references(self, text: str, first: int) -> None:
        if "](#" not in text:
            return
        for found in _REFERENCE.finditer(text):
            line = first + text.count("\n", 0, found.start())
            spelling = Spelling.AUTO if found[1] == "?" else Spelling.LINK
            self._reference(found[2], spelling, found[0], line)

    def _reference(self, target: str, spelling: Spelling, text: str, line: int) -> None:
        words = f"{normal(text)} -> {target}"
        place = Place(self.path, line, line)
        self.references.append(Reference(target, spelling, text, words, place, self.sections[-1].id, len(self.references)))

    def _example(self, heading: Block, code: Block, title: str) -> None:
        section = self.sections[-1].id
        lines = code.text.split("\n")
        closed = len(lines) > 1 and re.match(r"^\s*(`{3,}|~{3,})\s*$", lines[-1]) is not None
        parts = read_example(lines[1 : -1 if closed else None], self.path, code.first + 1, section, normal(title))
        text = heading.text + "\n\n" + code.text
        one = Example(
            title, text, normal(title), Place(self.path, heading.first, code.last), section, len(self.examples), parts.messages, parts.replies
        )
        self.examples.append(one)
        self.sections[-1].examples.append(one)
        self._references(text, heading.first)
        for reply in parts.replies:
            for tag in reply.tags:
                self._reference(tag, Spelling.VERDICT, f"{reply.verdict.upper()}[#{tag}]", reply.place.first_line)

    # -- footnotes and their files ------------------------------------------------------------------------------

    def _eval_prompts(self, counts: dict[str, int]) -> tuple[EvalPrompt, ...]:
        """Return one prompt for each footnote mark that the text itself does not define, and for each file without a mark."""
        defined = {name for path in self.snapshot.paths for name in _FOOTNOTE_DEFINITION.findall(self.snapshot.files[path])}
        bodies = {PurePosixPath(path).stem: path for path in sorted(self.snapshot.files) if path not in self.snapshot.paths}
        made: list[EvalPrompt] = []
        for mark, statement in self.marks:
            if mark in defined:
                continue
            path = bodies.get(mark)
            body = self.snapshot.files[path] if path else None
            place = Place(path, 1, max(1, counts[path])) if path else None
            made.append(
                EvalPrompt(mark, statement.text, fold(body or ""), statement.place, statement.section, len(made), statement, body, place)
            )
        marked = {one.id for one in made}
        for mark, path in sorted(bodies.items()):
            if mark not in marked:
                body = self.snapshot.files[path]
                place = Place(path, 1, max(1, counts[path]))
                made.append(EvalPrompt(mark, body, fold(body), place, "", len(made), None, body, place))
        return tuple(made)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def _first_text(item: Block) -> str:
    return item.children[0].text.strip() if item.children and item.children[0].kind == "paragraph" else ""
