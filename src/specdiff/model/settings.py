"""What the user chose, already validated."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from specdiff.model.finding import Severity


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a spec may promote or limit, with words for it and words contrary to it (lower-case lemmas or phrases)."""

    name: str
    words: tuple[str, ...]
    contrary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Override:
    """A severity set by the user (``None`` is ``off``) for the rules and section ids that match the globs."""

    severity: Severity | None
    rule: str = "*"
    section: str = "*"


@dataclass(frozen=True, slots=True)
class Approval:
    """One entry of the approvals file. ``follows`` are the fingerprints of the echoes that are accepted together with the finding."""

    fingerprint: str
    by: str
    reason: str
    expires: str | None = None
    rule: str = ""
    follows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that may differ between two users who compare the same texts.

    ``levels``: authority levels, highest first, for documents that list none. ``renames``: old section id to new one, declared by
    the user. ``values`` and ``pairs`` are added to the built-in ones. ``approvals`` are those in force. ``repository_url`` is the web address
    for links to lines, ``None`` where unknown.
    """

    dialect: str | None = None
    levels: tuple[str, ...] = ()
    renames: Mapping[str, str] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    values: tuple[Value, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    approvals: tuple[Approval, ...] = ()
    today: str = ""
    repository_url: str | None = None
