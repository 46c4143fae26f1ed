"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Statement
from specdiff.rules.meaning import traits
from specdiff.rules.rule import Found, rule


@rule(
    id="exception/narrowed",
    on=Kept[Statement],
    severity=Severity.MAJOR,
    mirror="exception/widened",
    says="An exception reaches less far: “{now}” instead of “{was}”",
    asks="Which cases are no longer excepted?",
    explains=(
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
            The assistant must not name the source unless asked for it.
            """,
            """
            # Answers {#answers authority=user}
            The assistant must not name the source unless explicitly asked for it.
            """,
            {"direction": "stricter"},
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
def narrowed(pair: Kept[Statement], matching: Matching) -> Iterator[Found]:
    """An exception of a rule covers less than before.

    The rule holds in more cases than before.
    """
    yield from traits(pair, matching, "exception/narrowed")
