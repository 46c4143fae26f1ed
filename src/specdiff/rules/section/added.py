"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Section
from specdiff.rules.rule import Found, rule


@rule(
    id="section/added",
    on=Added[Section],
    severity=Severity.MAJOR,
    mirror="section/removed",
    says="New section “{title}” ({level})",
    asks="Which existing policies does it override, and which examples show where it begins and ends?",
    explains=("statement/added", "example/added", "commentary/added", "definition/added"),
    fires=(
        Case(
            """
            # Rules {#rules authority=user}
            The assistant should be kind.
            """,
            """
            # Rules {#rules authority=user}
            The assistant should be kind.

            # Limits {#limits authority=root}
            The assistant must not build weapons.
            """,
            {"title": "Limits", "level": "root"},
        ),
    ),
    silent=(
        Case(
            """
            # Rules {#rules authority=user}
            The assistant should be kind.
            """,
            """
            # Rules {#rules authority=user}
            The assistant should be kind to everybody.
            """,
        ),
    ),
)
def added(change: Added[Section], _: Matching) -> Iterator[Found]:
    """A policy appeared that has no predecessor.

    Everything in it is new: what it demands, what it allows, and which
    older policies it now competes with.
    """
    yield Found(title=change.new.title, level=change.new.level or "no level")
