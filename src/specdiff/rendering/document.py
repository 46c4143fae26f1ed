"""The shape of the review as JSON, version 1. The JSON Schema is made from these types (``make pages``); what is written is checked against them.

Fields may be added in version 1; none is renamed, dropped, or given another meaning.
"""

from typing import Literal

from typing_extensions import TypedDict  # pydantic, which makes the schema, asks for it; nothing imports this module when specdiff runs

Severity = Literal["critical", "major", "minor", "editorial"]
Confidence = Literal["certain", "likely", "tentative"]
Strength = Literal["slight", "clear", "strong"]
Fact = str | int | float | bool | list[str] | None


class Tool(TypedDict):
    """What wrote the review."""

    name: Literal["specdiff"]
    version: str


class Replies(TypedDict):
    """How many replies in examples the spec calls good, acceptable and bad."""

    good: int
    ok: int
    bad: int


class Counts(TypedDict):
    """What one revision holds."""

    sections: int
    by_authority: dict[str, int]
    """Sections by the level that their own heading states; "none": it states none."""
    statements: int
    examples: int
    replies: Replies
    commentary: int
    references: int
    eval_prompts: int


class Side(TypedDict):
    """One revision."""

    label: str
    """What the user named."""
    commit: str | None
    """40 hex digits; null for files, folders, standard input, the index and the working tree."""
    date: str | None
    """ISO 8601, of the commit."""
    paths: list[str]
    """The files of the spec in reading order; empty where the spec does not exist in this revision."""
    dialect: str
    levels: list[str]
    """The levels of authority, the highest first."""
    counts: Counts


class BySeverity(TypedDict):
    """A number for each severity."""

    critical: int
    major: int
    minor: int
    editorial: int


class Summary(TypedDict):
    """The findings, counted."""

    by_severity: BySeverity
    """All findings."""
    by_rule: dict[str, int]
    """All findings, by the rule's id."""
    on_their_own: dict[str, int]
    """By severity, without those that only echo another."""
    worst: list[str]
    """Fingerprints of the few to look at first."""


class SectionRef(TypedDict):
    """The section that a finding is about: its anchor, or its path of slugs; null on the side where it does not exist."""

    old: str | None
    new: str | None
    title: str
    authority_old: str | None
    authority_new: str | None


class Quote(TypedDict):
    """The Markdown as written of the smallest thing that changed, never cut short, and where it stands."""

    text: str
    path: str
    start_line: int
    """The first line, counted from 1."""
    end_line: int
    """The last line, inclusive."""


class Accepted(TypedDict):
    """Who accepted a finding, why, and until which day."""

    by: str
    reason: str
    expires: str | None


class Finding(TypedDict):
    """One fact about the change."""

    fingerprint: str
    """The same for the same change on every run and machine; it holds no line number."""
    rule: str
    severity: Severity
    confidence: Confidence
    message: str
    """One sentence for a person."""
    question: str
    """What to ask the author; may be empty."""
    section: SectionRef
    old: Quote | None
    new: Quote | None
    facts: dict[str, Fact]
    """What the rule found, by name."""
    explained_by: str | None
    """The fingerprint of the finding that this one only echoes."""
    accepted: Accepted | None


class Reckoning(TypedDict):
    """One line of the reckoning of a shift: a finding that speaks for a value (weight up to 1) or against it (down to -1), and why."""

    finding: str
    value: str
    weight: float
    why: str


class Shift(TypedDict):
    """One value gains over another."""

    values: list[str]
    gains: str
    loses: str
    strength: Strength
    confidence: Confidence
    sections: list[str]
    evidence: list[str]
    """Fingerprints."""
    reckoning: list[Reckoning]
    message: str


class Impact(TypedDict):
    """What else is concerned."""

    eval_prompts: list[str]
    """Evals to run again: footnotes of what changed."""
    referring_sections: list[str]
    """Sections that refer to what changed."""


class Lines(TypedDict):
    """A range of lines; path is null and lines is 0 where there are none on this side."""

    path: str | None
    start_line: int
    lines: int


class Unexplained(TypedDict):
    """Changed lines that no finding accounts for."""

    old: Lines
    new: Lines


class Review(TypedDict):
    """The review of two revisions of a spec by specdiff."""

    schema_version: Literal[1]
    tool: Tool
    status: Literal["done"]
    outcome: Literal["identical", "wording", "meaning"]
    """How the review ends: the same text, other words for the same, or a change of meaning (or one that nobody can explain)."""
    old: Side
    new: Side
    summary: Summary
    opening: list[str]
    """Sentences for a person who reads nothing else, the most important first."""
    findings: list[Finding]
    """All findings, the most important first, echoes after what they echo."""
    shifts: list[Shift]
    impact: Impact
    unexplained: list[Unexplained]
    notes: list[str]
    """Remarks on the analysis itself."""
