"""A spec as it was understood: a tree of sections and what stands in them.

Every node has the Markdown as written (``text``), its normal form (``words``; see
``prose.normal``), an exact ``place``, and the ``section`` (the id of the section) it stands in. ``position`` is its rank among
the nodes of its kind in document order.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from specdiff.model.control import Control
from specdiff.model.language import Reading
from specdiff.model.place import Place
from specdiff.model.snapshot import Revision


class Verdict(StrEnum):
    """What an example says of a reply."""

    GOOD = "good"
    OK = "ok"
    BAD = "bad"


class Home(StrEnum):
    """In what kind of block a statement stands. Commentary does not bind; code, markup, front matter and what is struck out are never read as English."""

    BODY = "body"
    COMMENTARY = "commentary"
    DEFINITION = "definition"
    CODE = "code"
    STRUCK = "struck"


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """A level of authority; ``rank`` 0 is the highest, -1 one that headings use and nothing ranks. ``place`` is where the document lists it, if it does."""

    name: str
    rank: int
    text: str = ""
    words: str = ""
    section: str = ""
    place: Place | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class Ladder:
    """The levels of authority of one document, highest first. ``listed``: the document itself lists them."""

    levels: tuple[Level, ...] = ()
    listed: bool = False

    def rank(self, name: str | None) -> int | None:
        """The rank of a level's name, or ``None`` for no level or one of which nobody knows where it stands."""
        return next((level.rank for level in self.levels if level.name == name and level.rank >= 0), None)

    @property
    def names(self) -> tuple[str, ...]:
        """The names, highest first."""
        return tuple(level.name for level in self.levels)


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One sentence, list item, table row or the like: the smallest thing that can bind.

    ``lead_in`` is the normal form of the sentence that governs the list or table it stands in. ``term`` is the
    term that it helps to define (``home`` is then ``DEFINITION``). ``block`` numbers the paragraph, item or row
    within the section. ``references`` are the anchors it points to, ``footnotes`` the ids of its footnote marks.
    ``label`` is the number of the clause that it begins ("2.4"), which its words leave out.
    ``read`` works out what it says, and is the same for equal sentences: of those, which most are, nobody need ask.
    """

    text: str
    words: str
    place: Place
    section: str
    position: int
    home: Home = Home.BODY
    read: Callable[[], Reading] = field(default=Reading, repr=False)
    lead_in: str = ""
    term: str = ""
    block: int = 0
    references: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    label: str = ""

    @property
    def reading(self) -> Reading:
        """What the statement says: nothing where it is no English."""
        return self.read()


@dataclass(frozen=True, slots=True, eq=False)
class Message:
    """One message of an example's conversation that no verdict is given on. ``turn`` is its index in the example."""

    role: str
    text: str
    words: str
    place: Place
    section: str
    example: str
    turn: int
    attributes: tuple[tuple[str, str], ...] = ()
    position: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Reply:
    """One reply that an example gives a verdict on, with the reason and the anchors its tag names.

    ``comparison`` is the index of the comparison in the example that it belongs to.
    """

    verdict: Verdict
    reason: str
    tags: tuple[str, ...]
    role: str
    text: str
    words: str
    place: Place
    section: str
    example: str
    turn: int
    comparison: int = 0
    attributes: tuple[tuple[str, str], ...] = ()
    position: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A titled conversation with replies. ``title`` is as written, ``words`` its normal form; ``text`` is the whole block."""

    title: str
    text: str
    words: str
    place: Place
    section: str
    position: int
    messages: tuple[Message, ...] = ()
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Commentary:
    """A block that explains and does not bind. Its sentences are statements with ``home`` ``COMMENTARY``."""

    title: str
    text: str
    words: str
    place: Place
    section: str
    position: int
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Definition:
    """A defined term (``**Term**: …``). Its sentences are statements with ``home`` ``DEFINITION``."""

    term: str
    text: str
    words: str
    place: Place
    section: str
    position: int
    statements: tuple[Statement, ...] = ()


class Spelling(StrEnum):
    """How a cross reference is written."""

    AUTO = "auto"  # [?](#anchor): rendered as the target's title
    LINK = "link"  # [text](#anchor)
    VERDICT = "verdict"  # BAD[#anchor] in an example


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """A cross reference. ``text`` is the reference as written, ``words`` its normal form with target."""

    target: str
    spelling: Spelling
    text: str
    words: str
    place: Place
    section: str
    position: int


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """An explicit order, first to last: "A > B > C", "A over B", or a numbered list of levels (``levels``)."""

    items: tuple[str, ...]
    text: str
    words: str
    place: Place
    section: str
    position: int
    levels: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class EvalPrompt:
    """A footnote mark and the prompt file it names; either may be missing.

    With a mark: ``place`` and ``section`` are the mark's, ``statement`` the sentence that it hangs on. Without:
    the file's place and section ``""``. ``body`` is the file's text, ``None`` where there is no file.
    """

    id: str
    text: str
    words: str
    place: Place
    section: str
    position: int
    statement: Statement | None = None
    body: str | None = None
    body_place: Place | None = None

    @property
    def marked(self) -> bool:
        """Whether the spec itself has the footnote mark."""
        return self.section != ""


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A policy: a heading and all that stands below it up to the next heading.

    ``id`` is unique in the spec: the anchor as written, else the slug path of titles. ``text`` is the heading
    line as written, ``place`` that line's; ``span`` reaches to the last line of its last descendant. ``own_level`` is the level that the heading itself states,
    ``level`` the one in force (inherited from the nearest ancestor that states one). ``tags`` are other attributes of the
    heading (``tags=under_18`` gives ``under_18``). ``parent`` is the id of the section around it, ``""`` at the top; ``path`` the titles from the top
    to this one; ``index`` its rank among its siblings. Depth 0 is text before any heading. ``named``: links know it by its anchor alone,
    not by what renderers make of its title.
    """

    id: str
    anchor: str | None
    title: str
    text: str
    words: str
    depth: int
    place: Place
    span: Place
    position: int
    index: int = 0
    parent: str = ""
    path: tuple[str, ...] = ()
    own_level: str | None = None
    level: str | None = None
    tags: tuple[str, ...] = ()
    named: bool = False
    statements: tuple[Statement, ...] = ()
    examples: tuple[Example, ...] = ()
    commentary: tuple[Commentary, ...] = ()
    definitions: tuple[Definition, ...] = ()

    @property
    def section(self) -> str:
        """Its own id, so that every node answers to ``section``."""
        return self.id


Node = Section | Statement | Example | Message | Reply | Commentary | Definition | Reference | Order | EvalPrompt | Level | Control


@dataclass(frozen=True, eq=False)
class Spec:
    """One revision of a spec, understood. Every tuple is in document order.

    ``statements`` holds all of them, also those of commentary and definitions (see ``Statement.home``).
    """

    revision: Revision
    dialect: str
    paths: tuple[str, ...]
    ladder: Ladder = field(default_factory=Ladder)
    sections: tuple[Section, ...] = ()
    statements: tuple[Statement, ...] = ()
    examples: tuple[Example, ...] = ()
    commentary: tuple[Commentary, ...] = ()
    definitions: tuple[Definition, ...] = ()
    references: tuple[Reference, ...] = ()
    orders: tuple[Order, ...] = ()
    eval_prompts: tuple[EvalPrompt, ...] = ()
    controls: tuple[Control, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Section]:
        """Sections by id."""
        return {section.id: section for section in self.sections}

    @cached_property
    def children(self) -> Mapping[str, tuple[Section, ...]]:
        """The ids of sections to their direct children, in order; ``""`` to the top ones."""
        found: dict[str, list[Section]] = {}
        for section in self.sections:
            found.setdefault(section.parent, []).append(section)
        return {parent: tuple(below) for parent, below in found.items()}

    @cached_property
    def targets(self) -> Mapping[str, Section]:
        """What a cross reference may name, to the section it leads to: ids as written, and titles as renderers slug them (see ``target``)."""
        found: dict[str, Section] = {section.id: section for section in self.sections}
        times: dict[str, int] = {}
        for section in self.sections:
            if section.named:
                continue
            name = _squeezed(section.title)
            found.setdefault(f"{name}{times.get(name) or ''}", section)
            found.setdefault(_squeezed(section.words), section)
            times[name] = times.get(name, 0) + 1
        return found

    def target(self, anchor: str) -> Section | None:
        """The section that a cross reference to *anchor* leads to, or ``None``. Slugs are compared by their letters and digits alone."""
        return self.targets.get(anchor) or self.targets.get(_squeezed(anchor))

    @cached_property
    def _carriers(self) -> Mapping[tuple[str, int], tuple[Statement | Reply, ...]]:
        """The sentences and replies that stand on each line where a reference begins."""
        lines = {(reference.place.path, reference.place.first_line) for reference in self.references}
        found: dict[tuple[str, int], list[Statement | Reply]] = {}
        carriers: tuple[Statement | Reply, ...] = (*self.statements, *(reply for example in self.examples for reply in example.replies))
        for one in carriers:
            for line in range(one.place.first_line, one.place.last_line + 1):
                if (one.place.path, line) in lines:
                    found.setdefault((one.place.path, line), []).append(one)
        return {line: tuple(ones) for line, ones in found.items()}

    def carrier(self, reference: Reference) -> Statement | Reply | None:
        """The sentence that a cross reference stands in, or the reply whose verdict names it; ``None`` for one in a heading or a prompt."""
        near = self._carriers.get((reference.place.path, reference.place.first_line), ())
        named = (one for one in near if (reference.target in one.tags if isinstance(one, Reply) else reference.text in one.text))
        return next(named, None)

    @cached_property
    def has_prompt_files(self) -> bool:
        """Whether any eval prompt has a file."""
        return any(prompt.body is not None for prompt in self.eval_prompts)


def _squeezed(title: str) -> str:
    return "".join(letter for letter in title.casefold() if letter.isalnum())
