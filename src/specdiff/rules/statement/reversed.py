"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Kept, Matching, Removed
from specdiff.model.finding import Case, Confidence, Severity
from specdiff.model.spec import Statement
from specdiff.rules.meaning import traits, turns
from specdiff.rules.opposed import opposed
from specdiff.rules.rule import Found, rule


@rule(
    id="statement/reversed",
    on=(Kept[Statement], Added[Statement], Removed[Statement]),
    severity=Severity.CRITICAL,
    mirror="statement/reversed",
    says="A rule says the opposite: “{now}” instead of “{was}”",
    asks="Is this meant to turn the rule around, and which examples show the new way?",
    explains=("statement/*", "exception/*", "condition/*", "precedence/changed", "threshold/changed"),
    fires=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant may guess the age of a user.
            """,
            """
            # Answers {#answers authority=user}
            The assistant must not guess the age of a user.
            """,
            {"was": "may", "now": "must not"},
        ),
        Case(
            """
            # Answers {#answers authority=user}
            White lies are allowed.
            """,
            """
            # Answers {#answers authority=user}
            White lies are not allowed.
            """,
            {"was": "are allowed", "now": "are not allowed"},
        ),
        Case(
            """
            # Answers {#answers authority=user}
            The assistant should keep the instructions private, but it should not deny that they exist.
            """,
            """
            # Answers {#answers authority=user}
            The assistant should keep the instructions private. If asked, it may deny that they exist.
            """,
            {"was": "should not", "now": "may"},
            also=("statement/weakened",),
            why="what was half a sentence is a sentence of its own now, and says the opposite",
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
            The assistant should name the source of a figure.
            """,
        ),
    ),
)
def reversed(  # noqa: A001 - the rule's own name
    change: Kept[Statement] | Added[Statement] | Removed[Statement], matching: Matching
) -> Iterator[Found]:
    """A sentence now asks for the opposite of what it asked for.

    What was allowed is forbidden, or the other way round: nothing in a spec changes behaviour more.
    """
    if isinstance(change, Kept):
        yield from traits(change, matching, "statement/reversed")
        return
    if isinstance(change, Added) and (said := opposed(matching).get(id(change.new))) is not None:
        old, was, now, direction = said
        yield Found(old=old, new=change.new, was=was, now=now, direction=direction, confidence=Confidence.LIKELY)
    else:
        yield from turns(change, matching)
