"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Statement
from specdiff.rules.meaning import traits
from specdiff.rules.rule import Found, rule


@rule(
    id="statement/changed",
    on=Kept[Statement],
    severity=Severity.MINOR,
    mirror="statement/changed",
    says="A sentence says something else: “{now}” instead of “{was}”",
    asks="What does the model do differently after this?",
    fires=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant should answer in prose.
            """,
            """
            # Answers {#answers authority=user}
            The assistant should answer in verse.
            """,
            {"was": "prose", "now": "verse"},
        ),
    ),
    silent=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant should answer in prose.
            """,
            """
            # Answers {#answers authority=user}
            The assistant should answer in *prose*.
            """,
        ),
    ),
)
def changed(pair: Kept[Statement], matching: Matching) -> Iterator[Found]:
    """A sentence says something else, in a way that has no sharper name.

    The meaning changed although neither force, exception, condition, order nor number did.
    """
    yield from traits(pair, matching, "statement/changed")
