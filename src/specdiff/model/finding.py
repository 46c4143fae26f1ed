"""What a rule says: severities, confidence, the header of a rule, and a finding."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from textwrap import dedent

from specdiff.model.spec import Node, Section


class Severity(StrEnum):
    """How much behaviour may change, for whom, and whether it can be overridden."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"
    EDITORIAL = "editorial"

    @property
    def weight(self) -> int:
        """3 for critical … 0 for editorial."""
        return _WEIGHT[self]


_WEIGHT = {Severity.CRITICAL: 3, Severity.MAJOR: 2, Severity.MINOR: 1, Severity.EDITORIAL: 0}


class Confidence(StrEnum):
    """How sure specdiff is that it read the change rightly; independent of severity."""

    CERTAIN = "certain"
    LIKELY = "likely"
    TENTATIVE = "tentative"


Fact = str | int | float | bool | tuple[str, ...] | None
"""A fact that a rule found; JSON-ready."""


@dataclass(frozen=True, slots=True)
class Case:
    """Two small specs and what the rule that owns the case finds between them.

    ``before`` and ``after`` are Markdown (dedented here). ``facts``: a subset of the facts of the one finding expected of
    the owner. ``also``: ids of other rules that rightly fire too, apart from what the rule explains. An eval prompt file is
    written into the text as ``%% path`` on a line of its own, followed by its content.
    """

    before: str
    after: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    also: tuple[str, ...] = ()
    why: str = ""

    @property
    def old(self) -> str:
        """The text before, dedented."""
        return dedent(self.before).strip("\n") + "\n"

    @property
    def new(self) -> str:
        """The text after, dedented."""
        return dedent(self.after).strip("\n") + "\n"


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """The header of a rule: everything about it but the comparison itself.

    ``id`` is ``group/what-happened``. ``mirror`` is the rule that fires when time runs backwards (a symmetric rule names
    itself). ``says`` is one sentence with blanks for facts, ``asks`` the question to put to the author. ``explains``
    are ids of rules whose findings on the same node, or on nodes inside it, are only echoes of this one's.
    ``summary`` and ``why`` come from the docstring: what happened, and why anybody should care.
    """

    id: str
    severity: Severity
    mirror: str
    says: str
    asks: str
    summary: str
    why: str
    looks_at: str
    fires: tuple[Case, ...]
    silent: tuple[Case, ...] = ()
    explains: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """The part before the slash."""
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """One fact about a change: the rule, the nodes it is about (the smallest thing that changed), and what was found.

    ``section_old`` and ``section_new`` are the sections concerned on either side, ``None`` where none exists there.
    """

    rule: RuleInfo
    old: Node | None
    new: Node | None
    section_old: Section | None
    section_new: Section | None
    facts: Mapping[str, Fact]
    message: str
    confidence: Confidence = Confidence.CERTAIN
    evidence: tuple["Sign", ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Sign:
    """What one finding says for a value (``weight`` up to 1) or against it (down to -1), and why. Only value shifts have evidence."""

    finding: Finding
    value: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True, eq=False)
class Tilt:
    """In one section, what changed speaks for ``gains`` against ``loses``: the sum of the evidence, before it is worded as a finding."""

    gains: str
    loses: str
    strength: str
    confidence: Confidence
    section_old: Section | None
    section_new: Section | None
    evidence: tuple[Sign, ...]
