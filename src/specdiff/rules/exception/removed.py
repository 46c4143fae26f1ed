"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Statement
from specdiff.rules.meaning import traits
from specdiff.rules.rule import Found, rule


@rule(
    id="exception/removed",
    on=Kept[Statement],
    severity=Severity.MAJOR,
    mirror="exception/added",
    says="A rule lost its exception: “{was}”",
    asks="What happens now in the cases that the exception covered?",
    explains=("statement/*", "condition/*", "precedence/changed", "threshold/changed"),
    fires=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant must not name the source unless the user asks for it.
            """,
            """
            # Answers {#answers authority=user}
            The assistant must not name the source.
            """,
            {"was": "unless the user asks for it", "direction": "stricter"},
        ),
    ),
    silent=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant must not name the source of a figure.
            """,
            """
            # Answers {#answers authority=user}
            The assistant must not name the source.
            """,
        ),
    ),
)
def removed(pair: Kept[Statement], matching: Matching) -> Iterator[Found]:
    """A rule lost an exception.

    Cases that were left out are covered now.
    """
    yield from traits(pair, matching, "exception/removed")
