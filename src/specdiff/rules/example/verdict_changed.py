"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Reply
from specdiff.rules.rule import Found, rule


@rule(
    id="example/verdict-changed",
    on=Kept[Reply],
    severity=Severity.MAJOR,
    mirror="example/verdict-changed",
    says="In the example “{title}” the same reply was {old_verdict} and is now {new_verdict}",
    asks="Which rule made the reply right or wrong, and does its text say so?",
    explains=("example/reason-changed",),
    fires=(
        Case(
            """
            # Medicine {#medicine authority=user}
            The assistant should be careful with doses.

            **Example**: asking for a dose

            ~~~xml
            <user>
            How much of it can I take?
            </user>
            <comparison>
            <assistant> <!-- GOOD -->
            Please ask a doctor about the dose.
            </assistant>
            <assistant> <!-- BAD -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~
            """,
            """
            # Medicine {#medicine authority=user}
            The assistant should be careful with doses.

            **Example**: asking for a dose

            ~~~xml
            <user>
            How much of it can I take?
            </user>
            <comparison>
            <assistant> <!-- OK -->
            Please ask a doctor about the dose.
            </assistant>
            <assistant> <!-- BAD -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~
            """,
            {"title": "asking for a dose", "old_verdict": "GOOD", "new_verdict": "OK"},
        ),
    ),
    silent=(
        Case(
            """
            # Medicine {#medicine authority=user}
            The assistant should be careful with doses.

            **Example**: asking for a dose

            ~~~xml
            <user>
            How much of it can I take?
            </user>
            <comparison>
            <assistant> <!-- GOOD -->
            Please ask a doctor about the dose.
            </assistant>
            <assistant> <!-- BAD -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~
            """,
            """
            # Medicine {#medicine authority=user}
            The assistant should be careful with doses.

            **Example**: asking for a dose

            ~~~xml
            <user>
            How much of it can I take?
            </user>
            <comparison>
            <assistant> <!-- GOOD: a doctor can see the whole case -->
            Please ask a doctor about the dose.
            </assistant>
            <assistant> <!-- BAD -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~
            """,
        ),
    ),
)
def verdict_changed(change: Kept[Reply], _: Matching) -> Iterator[Found]:
    """An example judges a reply differently than before.

    This is the most direct way to teach another conduct: the same words that
    were held up as right are now held up as wrong, or the other way round.
    """
    if change.old.verdict is not change.new.verdict:
        yield Found(
            title=change.new.example,
            old_verdict=change.old.verdict.upper(),
            new_verdict=change.new.verdict.upper(),
            direction="other",
        )
