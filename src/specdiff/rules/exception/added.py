"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Statement
from specdiff.rules.meaning import traits
from specdiff.rules.rule import Found, rule


@rule(
    id="exception/added",
    on=Kept[Statement],
    severity=Severity.MAJOR,
    mirror="exception/removed",
    says="A rule has a new exception: “{now}”",
    asks="Who can bring about the exception, and how far does it reach?",
    explains=("statement/*", "condition/*", "precedence/changed", "threshold/changed"),
    fires=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant must not name the source.
            """,
            """
            # Answers {#answers authority=user}
            The assistant must not name the source unless the user asks for it.
            """,
            {"now": "unless the user asks for it", "direction": "looser"},
        ),
    ),
    silent=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant must not name the source.
            """,
            """
            # Answers {#answers authority=user}
            The assistant must not name the source of a figure.
            """,
        ),
    ),
)
def added(pair: Kept[Statement], matching: Matching) -> Iterator[Found]:
    """A rule gained an exception.

    A hole in a rule is as large as what fits through it; ask who decides that it applies.
    """
    yield from traits(pair, matching, "exception/added")
