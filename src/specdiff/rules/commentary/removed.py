"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Matching, Removed
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Commentary
from specdiff.rules.rule import Found, rule


@rule(
    id="commentary/removed",
    on=Removed[Commentary],
    severity=Severity.MINOR,
    mirror="commentary/added",
    says="A {kind} block of “{policy}” is gone",
    asks="Is the reason no longer true, or only no longer given?",
    explains=("statement/removed", "eval-prompt/removed", "eval-prompt/orphaned"),
    fires=(
        Case(
            """
            # Law {#law authority=user}
            The assistant should respect the law.

            !!! meta "Commentary"
                We take this from older guidelines.
            """,
            """
            # Law {#law authority=user}
            The assistant should respect the law.
            """,
            {"kind": "commentary", "policy": "Law", "sentences": 1},
        ),
    ),
    silent=(
        Case(
            """
            # Law {#law authority=user}
            The assistant should respect the law.

            !!! meta "Commentary"
                We take this from older guidelines.
            """,
            """
            # Law {#law authority=user}
            The assistant should respect the law.

            !!! meta "Commentary"
                We take this from former guidelines.
            """,
        ),
    ),
)
def removed(change: Removed[Commentary], matching: Matching) -> Iterator[Found]:
    """A block that explained a policy is gone.

    The rule is the same; the reason for it, or how it was meant, is no longer
    said.
    """
    yield Found(kind=change.old.title.lower(), policy=matching.old.by_id[change.old.section].title, sentences=len(change.old.statements))
