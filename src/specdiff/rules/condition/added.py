"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Statement
from specdiff.rules.meaning import traits
from specdiff.rules.rule import Found, rule


@rule(
    id="condition/added",
    on=Kept[Statement],
    severity=Severity.MAJOR,
    mirror="condition/removed",
    says="A rule holds only under a condition now: “{now}”",
    asks="What holds where the condition is not met?",
    explains=("statement/changed", "threshold/changed"),
    fires=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant may quote a poem.
            """,
            """
            # Answers {#answers authority=user}
            The assistant may quote a poem if the poet is long dead.
            """,
            {"now": "if the poet is long dead", "direction": "stricter"},
        ),
    ),
    silent=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant may quote a poem.
            """,
            """
            # Answers {#answers authority=user}
            The assistant may quote a poem of any length.
            """,
        ),
    ),
)
def added(pair: Kept[Statement], matching: Matching) -> Iterator[Found]:
    """A rule gained a condition.

    A duty under a condition is a smaller duty, a permission under a condition a smaller permission.
    """
    yield from traits(pair, matching, "condition/added")
