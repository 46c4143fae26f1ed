"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Statement
from specdiff.rules.meaning import traits
from specdiff.rules.rule import Found, rule


@rule(
    id="condition/removed",
    on=Kept[Statement],
    severity=Severity.MAJOR,
    mirror="condition/added",
    says="A rule holds without the condition “{was}”",
    asks="Is the rule right in all the cases that the condition kept out?",
    explains=("statement/changed", "threshold/changed"),
    fires=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant may quote a poem if the poet is long dead.
            """,
            """
            # Answers {#answers authority=user}
            The assistant may quote a poem.
            """,
            {"was": "if the poet is long dead", "direction": "looser"},
        ),
    ),
    silent=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant may quote a poem of any length.
            """,
            """
            # Answers {#answers authority=user}
            The assistant may quote a poem.
            """,
        ),
    ),
)
def removed(pair: Kept[Statement], matching: Matching) -> Iterator[Found]:
    """A rule lost a condition.

    It holds in more cases than before.
    """
    yield from traits(pair, matching, "condition/removed")
