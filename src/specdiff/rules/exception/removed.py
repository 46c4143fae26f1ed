"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching, Removed
from specdiff.model.finding import Case, Confidence, Severity
from specdiff.model.spec import Statement
from specdiff.rules.announced import went
from specdiff.rules.meaning import shown, traits
from specdiff.rules.rule import Found, rule


@rule(
    id="exception/removed",
    on=(Kept[Statement], Removed[Statement]),
    severity=Severity.MAJOR,
    mirror="exception/added",
    says="A rule lost its exception: “{was}”",
    asks="What happens now in the cases that the exception covered?",
    explains=(
        "statement/added",
        "statement/removed",
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
def removed(change: Kept[Statement] | Removed[Statement], matching: Matching) -> Iterator[Found]:
    """A rule lost an exception.

    Cases that were left out are covered now.
    """
    if isinstance(change, Kept):
        yield from traits(change, matching, "exception/removed")
    if (gone := went(change, matching)) is not None:
        one, lead = gone
        yield Found(old=one, new=lead, was=shown(one), now=None, direction="stricter", confidence=Confidence.LIKELY)
