"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Kept, Matching
from specdiff.model.finding import Case, Confidence, Severity
from specdiff.model.spec import Statement
from specdiff.rules.announced import came
from specdiff.rules.meaning import shown, traits
from specdiff.rules.rule import Found, rule


@rule(
    id="exception/added",
    on=(Kept[Statement], Added[Statement]),
    severity=Severity.MAJOR,
    mirror="exception/removed",
    says="A rule has a new exception: “{now}”",
    asks="Who can bring about the exception, and how far does it reach?",
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
def added(change: Kept[Statement] | Added[Statement], matching: Matching) -> Iterator[Found]:
    """A rule gained an exception.

    A hole in a rule is as large as what fits through it; ask who decides that it applies.
    """
    if isinstance(change, Kept):
        yield from traits(change, matching, "exception/added")
    if (new := came(change, matching)) is not None:
        one, lead = new
        yield Found(old=lead, new=one, was=None, now=shown(one), direction="looser", confidence=Confidence.LIKELY)
