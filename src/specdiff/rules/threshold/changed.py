"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Statement
from specdiff.rules.meaning import traits
from specdiff.rules.rule import Found, rule


@rule(
    id="threshold/changed",
    on=Kept[Statement],
    severity=Severity.MAJOR,
    mirror="threshold/changed",
    says="A number changed: {now} instead of {was}",
    asks="Why this number, and what does it let in or shut out now?",
    explains=("statement/changed", "definition/changed"),
    fires=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant may quote up to 90 words.
            """,
            """
            # Answers {#answers authority=user}
            The assistant may quote up to 150 words.
            """,
            {},
        ),
    ),
    silent=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant may quote up to 90 words.
            """,
            """
            # Answers {#answers authority=user}
            The assistant may quote up to *90* words.
            """,
        ),
    ),
)
def changed(pair: Kept[Statement], matching: Matching) -> Iterator[Found]:
    """A number, age, limit or date in a rule is another one.

    Whoever stands between the two numbers is treated differently.
    """
    yield from traits(pair, matching, "threshold/changed")
