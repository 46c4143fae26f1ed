"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Statement
from specdiff.rules.meaning import traits
from specdiff.rules.rule import Found, rule


@rule(
    id="exception/widened",
    on=Kept[Statement],
    severity=Severity.MAJOR,
    mirror="exception/narrowed",
    says="An exception reaches further: “{now}” instead of “{was}”",
    asks="Which cases fall under the exception now that did not before?",
    explains=(
        "exception/narrowed",  # an exception that names other cases, told once
        "statement/strengthened",
        "statement/weakened",
        "statement/changed",
        "statement/reworded",
        "condition/*",
        "threshold/changed",
    ),
    fires=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant must not name the source unless explicitly asked for it.
            """,
            """
            # Answers {#answers authority=user}
            The assistant must not name the source unless asked for it.
            """,
            {"direction": "looser"},
        ),
        Case(
            """
            # Answers {#answers authority=user}
            The assistant must not name a source, except in court filings.
            """,
            """
            # Answers {#answers authority=user}
            The assistant must not name a source, except in news reports.
            """,
            {"direction": "other", "about": "other cases"},
            also=("exception/narrowed",),
            why="it reaches further in one place and less far in another, which makes the rule neither looser nor stricter",
        ),
    ),
    silent=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant must not name the source unless the user asks for it.
            """,
            """
            # Answers {#answers authority=user}
            The assistant must not name the source unless the user asks for *it*.
            """,
        ),
    ),
)
def widened(pair: Kept[Statement], matching: Matching) -> Iterator[Found]:
    """An exception of a rule covers more than before.

    One dropped word (“explicitly”) can be the most important change of a release.
    """
    yield from traits(pair, matching, "exception/widened")
