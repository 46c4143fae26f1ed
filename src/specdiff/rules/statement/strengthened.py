"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Statement
from specdiff.rules.meaning import traits
from specdiff.rules.rule import Found, rule


@rule(
    id="statement/strengthened",
    on=Kept[Statement],
    severity=Severity.MAJOR,
    mirror="statement/weakened",
    says="A rule binds more: “{now}” instead of “{was}”",
    asks="Which answers that were fine until now are wrong from here on?",
    explains=("statement/changed", "condition/*", "threshold/changed"),
    fires=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant should name the source of a figure.
            """,
            """
            # Answers {#answers authority=user}
            The assistant must name the source of a figure.
            """,
            {"was": "should", "now": "must", "direction": "stricter"},
        ),
        Case(
            """
            # Answers {#answers authority=user}
            The assistant should usually name the source.
            """,
            """
            # Answers {#answers authority=user}
            The assistant should name the source.
            """,
            {"direction": "stricter"},
        ),
    ),
    silent=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant should name the source of a figure.
            """,
            """
            # Answers {#answers authority=user}
            The assistant *should* name the source of a figure.
            """,
        ),
    ),
)
def strengthened(pair: Kept[Statement], matching: Matching) -> Iterator[Found]:
    """A sentence still says the same thing, but binds more.

    Advice became a duty, or a way around it was closed: replies that were acceptable are failures now.
    """
    yield from traits(pair, matching, "statement/strengthened")
