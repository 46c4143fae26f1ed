"""What a sentence says, as far as general English tells: force, conditions, exceptions and the like."""

from dataclasses import dataclass
from enum import StrEnum


class Force(StrEnum):
    """How strongly, and in which direction, a clause binds."""

    PROHIBITED = "prohibited"
    REQUIRED = "required"
    DISCOURAGED = "discouraged"
    RECOMMENDED = "recommended"
    PERMITTED = "permitted"
    DESCRIPTIVE = "descriptive"

    @property
    def strength(self) -> int:
        """3 for a duty or prohibition, 2 for advice, 1 for a permission, 0 for a description."""
        return _STRENGTH[self]

    @property
    def negative(self) -> bool:
        """Whether the clause speaks against the act it names."""
        return self in (Force.PROHIBITED, Force.DISCOURAGED)


_STRENGTH = {
    Force.PROHIBITED: 3,
    Force.REQUIRED: 3,
    Force.DISCOURAGED: 2,
    Force.RECOMMENDED: 2,
    Force.PERMITTED: 1,
    Force.DESCRIPTIVE: 0,
}


@dataclass(frozen=True, slots=True)
class Clause:
    """One finite clause of a sentence with the words that give it its force.

    ``cue`` is the words that decided the force ("must not", "is free to"; empty where descriptive),
    ``subject`` and ``act`` what stands before and after them, both in normal form.
    ``negated`` says whether the act itself is negated (also in a descriptive clause: "does not …").
    """

    text: str
    force: Force
    cue: str = ""
    negated: bool = False
    subject: str = ""
    act: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one sentence. Parts are in normal form (see ``prose.normal``), in order.

    ``clauses`` is never empty for a sentence with words. ``conditions`` are "if/when/in case …" parts,
    ``exceptions`` "unless/except …" parts, ``qualifiers`` single words or phrases that limit or widen
    ("explicitly", "only", "by default", "generally", "always"), ``parties`` who is bound or concerned,
    ``members`` the things a list in the sentence names ("A, B or C"), ``numbers`` numbers with their
    unit and comparison, dates, ages and versions, ``orders`` explicit orders ("A > B", "A over B") as
    tuples from first to last.
    """

    clauses: tuple[Clause, ...] = ()
    conditions: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    orders: tuple[tuple[str, ...], ...] = ()

    @property
    def force(self) -> Force:
        """The force of the sentence: that of its strongest clause, the first of equals."""
        return max((clause.force for clause in self.clauses), key=lambda force: force.strength, default=Force.DESCRIPTIVE)

    @property
    def cue(self) -> str:
        """The words that gave the sentence its force."""
        force = self.force
        return next((clause.cue for clause in self.clauses if clause.force == force), "")


@dataclass(frozen=True, slots=True)
class Edit:
    """One run of a word-level comparison: ``kind`` is ``same``, ``gone`` or ``new``."""

    kind: str
    text: str
