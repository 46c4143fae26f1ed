"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Statement
from specdiff.rules.meaning import traits
from specdiff.rules.rule import Found, rule


@rule(
    id="statement/weakened",
    on=Kept[Statement],
    severity=Severity.MAJOR,
    mirror="statement/strengthened",
    says="A rule binds less: “{now}” instead of “{was}”",
    asks="Is this still a duty, or is it advice now?",
    explains=("statement/changed", "condition/*", "threshold/changed"),
    fires=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant must name the source of a figure.
            """,
            """
            # Answers {#answers authority=user}
            The assistant should name the source of a figure.
            """,
            {"was": "must", "now": "should", "direction": "looser"},
        ),
        Case(
            """
            # Answers {#answers authority=user}
            The assistant should name the source.
            """,
            """
            # Answers {#answers authority=user}
            The assistant should usually name the source.
            """,
            {"direction": "looser"},
        ),
    ),
    silent=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant must name the source of a figure.
            """,
            """
            # Answers {#answers authority=user}
            The assistant **must** name the source of a figure.
            """,
        ),
    ),
)
def weakened(pair: Kept[Statement], matching: Matching) -> Iterator[Found]:
    """A sentence still says the same thing, but binds less.

    In a line diff this is one word. For a model that is trained on the text, a rule has turned into a
    preference.
    """
    yield from traits(pair, matching, "statement/weakened")
