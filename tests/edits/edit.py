"""One known edit: what was changed, and exactly what a review must say of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from edits.document import Document
from specdiff.model.review import Entry
from specdiff.model.spec import Section

ANY = object()
"""A section that is not looked at."""


@dataclass(frozen=True)
class Expected:
    """A finding that must be there, on its own and above editorial.

    ``old`` and ``new`` are the ids of its section on either side (``None``: there is none). ``facts`` is a subset of its facts;
    ``before`` and ``after`` stand in the words it quotes.
    """

    rule: str
    old: object = ANY
    new: object = ANY
    facts: Mapping[str, Any] = field(default_factory=dict)
    before: str = ""
    after: str = ""

    def met_by(self, entry: Entry) -> bool:
        """Whether a finding is this one."""
        where = ((self.old, entry.section.old), (self.new, entry.section.new))
        return (
            entry.rule.id == self.rule
            and all(wanted is ANY or wanted == found for wanted, found in where)
            and all(entry.facts.get(name) == value for name, value in self.facts.items())
            and self.before in (entry.old.text if entry.old else "")
            and self.after in (entry.new.text if entry.new else "")
        )


@dataclass(frozen=True)
class Edit:
    """An edited document and the whole of what is to be found in it above editorial.

    ``moves_values``: the edit changes what is asked for or who may override it, so that a shift of values whose evidence is the expected findings
    and nothing else says the same thing once more and is no noise.
    """

    after: Document
    expected: tuple[Expected, ...] = ()
    moves_values: bool = False


Make = Callable[[Document, Random], Edit | None]


@dataclass(frozen=True)
class Kind:
    """A kind of edit: *make* returns one to a document, somewhere at random, or ``None`` where nothing in the document fits."""

    name: str
    make: Make


def kind(make: Make) -> Kind:
    """Make a kind of a function, called by the function's name in words."""
    return Kind(make.__name__.replace("_", " ").strip(), make)


def pick(chance: Random, fitting: Sequence[Any]) -> Any:
    """Return one of several at random, ``None`` where there are none."""
    return chance.choice(fitting) if fitting else None


def here(section: Section) -> dict[str, str]:
    """Return the section of a finding whose section is the same on both sides."""
    return {"old": section.id, "new": section.id}
