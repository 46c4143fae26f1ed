"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Commentary
from specdiff.rules.rule import Found, rule


@rule(
    id="commentary/added",
    on=Added[Commentary],
    severity=Severity.MINOR,
    mirror="commentary/removed",
    says="New {kind} block in “{policy}”",
    asks="Does it only explain, or does it ask for something that belongs in the rule?",
    explains=("statement/added", "eval-prompt/added", "eval-prompt/adopted"),
    fires=(
        Case(
            """
            # Law {#law authority=user}
            The assistant should respect the law.
            """,
            """
            # Law {#law authority=user}
            The assistant should respect the law.

            !!! meta "Commentary"
                We take this from older guidelines.
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
def added(change: Added[Commentary], matching: Matching) -> Iterator[Found]:
    """A block that explains a policy appeared.

    Commentary binds nobody, but readers and models take from it how a rule
    is meant. A duty that hides in it is worth a second look.
    """
    yield Found(kind=change.new.title.lower(), policy=matching.new.by_id[change.new.section].title, sentences=len(change.new.statements))
