"""Reads the blocks of a section into statements, examples, commentary and definitions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from specdiff.model.language import Force
from specdiff.model.spec import Commentary, Definition, Home, Order
from specdiff.parsing.blockrules import cells
from specdiff.parsing.conversation import is_conversation
from specdiff.parsing.inline import marks
from specdiff.parsing.ladder import Listing, listing
from specdiff.parsing.lettered import lettered
from specdiff.parsing.markdown import Block
from specdiff.parsing.nodes import Nodes, Spot, reading_of
from specdiff.parsing.outline import Part
from specdiff.prose.sentence.reading import leads_into
from specdiff.prose.text.normal import normal
from specdiff.prose.text.struck import between, says_nothing, unstruck, without_strikes

_EXAMPLE = re.compile(r"^(?:\*\*|__)Examples?(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*:)[ \t]*", re.MULTILINE | re.IGNORECASE)
_TERM = re.compile(
    r"(?:\*\*|__)(?P<term>[^*\n]{1,80}?)"
    r"(?::(?:\*\*|__)|(?:\*\*|__)[ \t]*(?P<mark>:|[\u2013\u2014]|-{1,3}(?=\s)|(?=means\b|refers to\b|is\b|are\b)))\s*(?=\S)"
)
_LISTED_TERM = re.compile(r"(?:\*\*|__)?(?P<term>[^*\n:]{1,80}?)(?:\*\*|__)?[ \t]*\n(?P<mark>:)[ \t]+(?=\S)")  # of a definition list
_DEFINING = re.compile(
    r"\b(?:definitions?|glossary|terminology|vocabulary|nomenclature|defined terms|key terms|words we use|terms used|meanings?)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(r"(?::|[^.!?\"'\u201d\u2019)\]])$|\b(?:following|as follows|follows|below)\b", re.IGNORECASE)
_BINDING = frozenset(
    {"warning", "important", "caution", "danger", "error", "attention", "required", "rule", "must", "requirement", "policy"}
)
_SAYS_WHY = re.compile(r"\b(?:commentary|notes?|rationale|background|info|tips?|example|aside|discussion|explanation)\b", re.IGNORECASE)
_KINDS_THAT_EXPLAIN = frozenset(
    {"meta", "note", "info", "tip", "hint", "abstract", "summary", "tldr", "question", "help", "faq", "example", "quote", "cite", "seealso"}
    | {"commentary", "rationale", "aside", "todo", "success", "check", "done", "bug", "details", "comment", "remark", "background"}
)
_CODE_CHARACTERS = re.compile(r"[{}=;$\\|#@_/+\t]")
_SPEAKER = re.compile(r"(?:\*\*|__)(?P<who>[^*_\n]{1,30}?)(?::(?:\*\*|__)|(?:\*\*|__):)\s")
_ENTRY = re.compile(r"\[[^\[\]]+\]\(#[^()\s]+\)")  # of a table of contents
_FEW_WORDS = 3
_FRONT_KEY = re.compile(r"[^\s#-]")


@dataclass
class Body:
    """Reads section after section. ``used``: the levels that headings state. ``examples``: any fence below an example's title is one."""

    nodes: Nodes
    used: frozenset[str]
    examples: bool
    listings: list[tuple[Listing, str, str]] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)
    block: int = 0

    def section(self, part: Part, blocks: Sequence[Block]) -> None:
        """Read blocks that stand in a section; its heading too, where they are the first."""
        spot = Spot(part.source, part.id, defines=any(_DEFINING.search(title) for title in part.path))
        if part.id not in self.counted:
            self.nodes.titled(part.text, part.first, spot)
        self.block = self.counted.get(part.id, 0)
        self.walk(blocks, spot, title=part.said.title)
        self.counted[part.id] = self.block

    def walk(self, blocks: Sequence[Block], spot: Spot, *, governed: str = "", item: bool = False, title: str = "") -> None:
        """Read blocks in order. *governed* is the lead-in of the item they stand in; *title* leads into a list right below a heading."""
        lead, said = governed or leads_into(normal(title)), title
        skip = False
        blocks = lettered(blocks)
        body = spot
        struck = between([block.text if block.kind == "html" else "" for block in blocks]) if spot.home is Home.BODY else frozenset()
        for index, block in enumerate(blocks):
            if skip:
                skip = False
                continue
            after = blocks[index + 1] if index + 1 < len(blocks) else None
            spot = replace(body, home=Home.STRUCK) if index in struck else body
            if block.kind in ("paragraph", "heading"):
                if self._is_example(block, after):
                    self._example(block, after or block, spot)
                    skip, lead, said = True, "", ""
                    continue
                above = governed if index == 0 else ""
                last = self.paragraph(block, spot, above)
                lead = f"{above} {last}".strip() if item else (last if _LEADS.search(last) else "")
                said = block.text
            else:
                self._other(block, spot, lead, said)
                lead, said = lead if block.kind in ("html", "list") else "", said if block.kind == "html" else ""

    def _other(self, block: Block, spot: Spot, lead: str, said: str) -> None:
        if block.kind == "list":
            self._list(block, spot, lead, said)
        elif block.kind == "table":
            self._table(block, spot, said)
        elif block.kind == "admonition":
            self._admonition(block, spot)
        elif block.kind in ("quote", "footnote"):
            self._inside(block, spot)
        elif block.kind == "front":
            self._front(block, spot)
        elif block.kind == "code" and not block.info and _is_prose(block, spot):
            self.nodes.prose(block.text, block.first, spot, block=self.block)
        elif block.kind != "rule":
            self.block += 1
            text = spot.source.text(block.first, block.last)
            self.nodes.literal(text, " ".join(f"{block.info} {block.text}".split()), block.first, block.last, spot, block=self.block)

    def paragraph(self, block: Block, spot: Spot, lead_in: str = "") -> str:
        """Add the sentences of a paragraph, and the definition that it may be; return the last one in normal form."""
        self.block += 1
        term = listed = None
        if spot.home is Home.BODY:
            term = _TERM.match(block.text) or (listed := _LISTED_TERM.match(block.text))
        rest = block.text[term.end() :] if term else ""
        rest = rest[:1].lower() + rest[1:] if listed else rest  # an entry of a definition list begins as its author likes
        if term and self._defines(rest, spot, explicit=bool(term["mark"] or ":" in block.text[: term.end()])):
            return self._definition(block, spot, normal(term["term"]).strip(" :"), lead_in)
        return self.nodes.prose(block.text, block.first, spot, lead_in=lead_in, block=self.block)

    def _defines(self, rest: str, spot: Spot, *, explicit: bool) -> bool:
        """Whether words in bold are a term that *rest* defines, rather than the label of a rule."""
        if spot.defines:
            return True
        if not explicit or not rest[:1].islower():
            return False
        return reading_of(normal(rest.partition(". ")[0])).force is Force.DESCRIPTIVE

    def _definition(self, block: Block, spot: Spot, term: str, lead_in: str) -> str:
        before = len(self.nodes.statements)
        inner = replace(spot, home=Home.DEFINITION, term=term)
        last = self.nodes.prose(block.text, block.first, inner, lead_in=lead_in, block=self.block)
        place = spot.place(block.first, block.last)
        made = tuple(self.nodes.statements[before:])
        self.nodes.definitions.append(
            Definition(term, block.text, normal(unstruck(block.text)), place, spot.section, len(self.nodes.definitions), made)
        )
        return last

    def _list(self, block: Block, spot: Spot, lead: str, said: str) -> None:
        found = listing(block, said, self.used) if spot.home is Home.BODY else None
        if found:
            self._ranked(block, found, spot)
        for item in block.children:
            self._item(item, spot, lead, labels=found is not None or item.marker[:1].isdigit())

    def _item(self, item: Block, spot: Spot, lead: str, *, labels: bool) -> None:
        """Read one item. *labels*: words in bold at its start are the label of a rule or level, not a term."""
        head = item.children[0] if item.children and item.children[0].kind == "paragraph" else None
        last = ""
        if head and _ENTRY.fullmatch(head.text):
            self.block += 1
            last = normal(head.text)
            self.nodes.links(head.text, head.first, spot)
            self.nodes.literal(head.text, last, head.first, head.last, spot, block=self.block)
        elif head and labels and not spot.defines and not self._is_example(head, None):
            self.block += 1
            number = item.marker.rstrip(".)") if item.marker[:1].isdigit() else ""
            last = self.nodes.prose(head.text, head.first, spot, lead_in=lead, block=self.block, number=number)
        else:
            self.walk(item.children, spot, governed=lead, item=True)
            return
        self.walk(item.children[1:], spot, governed=f"{lead} {last}".strip(), item=True)

    def _ranked(self, block: Block, found: Listing, spot: Spot) -> None:
        names = tuple(rung.name for rung in found.rungs)
        text = spot.source.text(block.first, block.last)
        place = spot.place(block.first, block.last)
        order = Order(names, text, " > ".join(names), place, spot.section, len(self.nodes.orders), levels=found.levels)
        self.nodes.orders.append(order)
        if found.levels:
            self.listings.append((found, spot.section, spot.source.path))

    def _table(self, block: Block, spot: Spot, said: str) -> None:
        """Add the header, and each row as one statement that the header leads into."""
        found = listing(block, said, self.used) if spot.home is Home.BODY else None
        if found:
            self._ranked(block, found, spot)
        header = " | ".join(normal(cell) for cell in cells(block.children[0].text))
        for number, row in enumerate(block.children):
            self.block += 1
            words = " | ".join(normal(unstruck(cell)) for cell in cells(row.text))
            gone = spot.home is Home.STRUCK or (spot.home is Home.BODY and says_nothing(words) and not says_nothing(row.text))
            words = " | ".join(normal(without_strikes(cell)) for cell in cells(row.text)) if gone else words
            self.nodes.statement(
                row.text,
                words,
                spot.place(row.first, row.first + (number == 0)),
                replace(spot, home=Home.STRUCK) if gone else spot,
                english=number > 0 and not gone,
                lead_in=header if number else "",
                block=self.block,
                references=tuple(target for _, target in self.nodes.links(row.text, row.first, spot)),
                footnotes=tuple(name for _, name in marks(row.text)),
            )

    def _admonition(self, block: Block, spot: Spot) -> None:
        """Read a block set apart: as commentary where it explains, as part of the body where it warns or rules."""
        kind = block.info
        explains = kind in _KINDS_THAT_EXPLAIN or (kind not in _BINDING and _SAYS_WHY.search(block.title) is not None)
        if not explains:
            self.block += 1
            text = spot.source.text(block.first, block.first)
            words = normal(block.title) or kind
            self.nodes.statement(text, words, spot.place(block.first, block.first), spot, english=bool(block.title), block=self.block)
            self.walk(block.children, spot)
            return
        before = len(self.nodes.statements)
        self.walk(block.children, replace(spot, home=Home.COMMENTARY))
        made = tuple(self.nodes.statements[before:])
        text = spot.source.text(block.first, block.last)
        words = " ".join(statement.words for statement in made)
        place = spot.place(block.first, block.last)
        self.nodes.commentary.append(Commentary(block.title or kind, text, words, place, spot.section, len(self.nodes.commentary), made))

    def _inside(self, block: Block, spot: Spot) -> None:
        """Read a quotation or a footnote; one with nothing in it is a line of its own."""
        if block.children:
            self.walk(block.children, replace(spot, spoken=True) if _is_dialogue(block) else spot)
        else:
            text = spot.source.text(block.first, block.last)
            self.nodes.literal(text, text.strip(), block.first, block.last, spot, block=self.block)

    def _front(self, block: Block, spot: Spot) -> None:
        """Add each entry of the front matter."""
        lines = block.text.split("\n")
        starts = [number for number, line in enumerate(lines) if number == 0 or _FRONT_KEY.match(line)]
        for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
            self.block += 1
            text = "\n".join(lines[start:stop])
            first = block.first + 1 + start
            self.nodes.literal(text, " ".join(text.split()), first, first + stop - start - 1, spot, block=self.block)

    def _is_example(self, block: Block, after: Block | None) -> bool:
        if after is None or after.kind != "code" or not _EXAMPLE.search(block.text):
            return False
        return self.examples or is_conversation(after.text)

    def _example(self, block: Block, fence: Block, spot: Spot) -> None:
        """Add the example that a title and the fence below it make; what stands before the title in its paragraph is prose."""
        found = _EXAMPLE.search(block.text)
        at = found.start() if found else 0
        if block.text[:at].strip():
            self.paragraph(replace(block, text=block.text[:at].rstrip()), spot)
        self.block += 1
        first = block.first + block.text.count("\n", 0, at)
        shown = block.text[found.end() if found else 0 :]
        title = " ".join(shown.split())
        self.nodes.titled(block.text[at:], first, spot)
        place = spot.place(first, fence.last)
        text = spot.source.text(first, fence.last)
        self.nodes.example(title, place, text, fence.first + 1, spot, conversation=fence.text)


def _is_dialogue(block: Block) -> bool:
    """Whether in a quotation each paragraph begins with who speaks, in bold: "**Guest:** May I?" and the answer."""
    said = [one for one in block.children if one.kind == "paragraph"]
    speakers = [found["who"].casefold() for one in said if (found := _SPEAKER.match(one.text))]
    return len(speakers) == len(said) > 1 and len(set(speakers)) > 1


def _is_prose(block: Block, spot: Spot) -> bool:
    """Whether a block that Markdown takes for code, only because it is indented, is sentences or an order of things."""
    indented = spot.source.text(block.first, block.first).lstrip(" \t>")[:3] not in ("~~~", "```")
    lines = [line for line in block.text.split("\n") if line.strip()]
    return indented and not _CODE_CHARACTERS.search(block.text) and all(len(line.split()) > _FEW_WORDS for line in lines)
