"""The finished review: all that a renderer needs, so that renderers loop and escape and decide nothing."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from specdiff.model.finding import Confidence, Fact, RuleInfo, Severity
from specdiff.model.language import Edit
from specdiff.model.place import Hunk, Place
from specdiff.model.snapshot import Revision


class Outcome(StrEnum):
    """The three endings of a review."""

    IDENTICAL = "identical"
    WORDING = "wording"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class Counts:
    """What one revision holds. ``by_authority`` counts sections by the level their own heading states (``none``: it states none)."""

    sections: int
    by_authority: Mapping[str, int]
    statements: int
    examples: int
    replies: Mapping[str, int]
    commentary: int
    references: int
    eval_prompts: int


@dataclass(frozen=True, slots=True)
class Side:
    """One revision as the review shows it. ``levels`` are the names of the ladder, highest first."""

    revision: Revision
    paths: tuple[str, ...]
    dialect: str
    counts: Counts
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionRef:
    """The section that a finding is about; ids are ``None`` on the side where it does not exist.

    ``path`` are the titles from the top in the newer side that has it; ``position`` orders sections by the document.
    """

    old: str | None
    new: str | None
    title: str
    authority_old: str | None
    authority_new: str | None
    path: tuple[str, ...] = ()
    position: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """The Markdown as written of the smallest thing that changed, and where it stands. Never cut short."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Accepted:
    """Who accepted a finding, why, and until when."""

    by: str
    reason: str
    expires: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as it is shown. ``explained_by`` is the fingerprint of the entry that it only echoes.

    ``edits`` are the word-level runs from the old text to the new one (empty unless both exist). ``question`` is for the author.
    ``at`` is where to point in the newer side: the finding's own place there; for something that went the line that stands there now,
    or the nearest heading that is left.
    """

    fingerprint: str
    rule: RuleInfo
    severity: Severity
    confidence: Confidence
    message: str
    section: SectionRef
    old: Quote | None
    new: Quote | None
    facts: Mapping[str, Fact]
    question: str
    edits: tuple[Edit, ...] = ()
    explained_by: str | None = None
    accepted: Accepted | None = None
    at: Place | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One line of a value shift's reckoning: which finding, for which value (sign from -1 to 1), and why."""

    fingerprint: str
    value: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Shift:
    """Two values of which one gained over the other, in ``sections`` (ids), with the evidence."""

    values: tuple[str, str]
    gains: str
    loses: str
    strength: str
    confidence: Confidence
    sections: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Topic:
    """All entries of one section: ``entries`` are those on their own, worst first; echoes hang in ``Review.echoes``."""

    section: SectionRef
    entries: tuple[Entry, ...]

    @property
    def by_severity(self) -> dict[Severity, int]:
        """How many entries there are of each severity that has any, the worst first."""
        found = Counter(entry.severity for entry in self.entries)
        return {severity: found[severity] for severity in Severity if found[severity]}


@dataclass(frozen=True, slots=True)
class Heading:
    """One line of the table of contents of both revisions together, whether or not anything changed there.

    ``depth`` is 1 for a top section; ``old`` and ``new`` are the headings' own lines, ``None`` where the section does not exist.
    """

    section: SectionRef
    depth: int
    old: Place | None
    new: Place | None


class Course(StrEnum):
    """Where a section went on the ladder. A level that is only called otherwise is the same one; ``other``: one of the two has no rank."""

    RAISED = "raised"
    LOWERED = "lowered"
    OTHER = "other"
    CAME = "came"
    WENT = "went"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Flow:
    """The sections, in document order, that stood on level ``old`` and stand on level ``new``.

    A level is the one in force; it is ``None`` where none is, and on the side where a section that came or went does not exist.
    """

    old: str | None
    new: str | None
    course: Course
    sections: tuple[SectionRef, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that is said about two revisions.

    ``entries`` are all findings in the order of importance (echoes after what they echo); ``topics`` hold those that are no echo, by section
    in document order; ``echoes`` maps a fingerprint to the entries it explains. ``opening`` are plain sentences, the most important first.
    ``unexplained`` are changed lines that no finding accounts for. ``notes`` are remarks about the analysis itself (fallbacks, unmatched approvals).
    ``outline`` are all sections of both revisions in document order; ``flows`` say how they went from the old ladder to the new one
    (those without a level before and after are in none).
    """

    old: Side
    new: Side
    outcome: Outcome
    entries: tuple[Entry, ...]
    topics: tuple[Topic, ...]
    echoes: Mapping[str, tuple[Entry, ...]]
    by_severity: Mapping[str, int]
    by_rule: Mapping[str, int]
    opening: tuple[str, ...] = ()
    worst: tuple[Entry, ...] = ()
    shifts: tuple[Shift, ...] = ()
    eval_prompts: tuple[str, ...] = ()
    referring_sections: tuple[str, ...] = ()
    unexplained: tuple[Hunk, ...] = ()
    notes: tuple[str, ...] = ()
    rules: tuple[RuleInfo, ...] = ()
    repository_url: str | None = None
    outline: tuple[Heading, ...] = ()
    flows: tuple[Flow, ...] = ()

    @property
    def alone(self) -> tuple[Entry, ...]:
        """The entries that are no echo, in their order."""
        return tuple(entry for entry in self.entries if entry.explained_by is None)

    @property
    def accepted(self) -> int:
        """How many findings somebody accepted; echoes are not counted."""
        return sum(entry.accepted is not None for entry in self.alone)

    @property
    def worded(self) -> int:
        """How many findings are about wording alone and nobody accepted; echoes are not counted."""
        return sum(entry.severity is Severity.EDITORIAL and entry.accepted is None for entry in self.alone)

    @property
    def echoed(self) -> int:
        """How many findings only follow from others."""
        return len(self.entries) - len(self.alone)

    @property
    def named(self) -> Mapping[str, Entry]:
        """The entries by fingerprint."""
        return {entry.fingerprint: entry for entry in self.entries}
