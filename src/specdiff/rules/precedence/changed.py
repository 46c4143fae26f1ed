"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Statement
from specdiff.rules.meaning import traits
from specdiff.rules.ordered import reordered_ranks
from specdiff.rules.rule import Found, rule


@rule(
    id="precedence/changed",
    on=Kept[Statement],
    severity=Severity.CRITICAL,
    mirror="precedence/changed",
    says="What goes before what changed: “{now}” instead of “{was}”",
    asks="Which conflicts are settled the other way now?",
    explains=("statement/changed", "statement/moved", "statement/reversed"),
    fires=(
        Case(
            """
            # Answers {#answers authority=user}
            In a conflict, safety > honesty > brevity.
            """,
            """
            # Answers {#answers authority=user}
            In a conflict, honesty > safety > brevity.
            """,
            {"was": "safety > honesty > brevity", "now": "honesty > safety > brevity"},
        ),
        Case(
            """
            # Answers {#answers authority=user}
            In a conflict these count in this order of priority:

            - the safety of people
            - an honest answer
            - brevity
            """,
            """
            # Answers {#answers authority=user}
            In a conflict these count in this order of priority:

            - an honest answer
            - the safety of people
            - brevity
            """,
            {"was": "the safety of people > an honest answer", "now": "an honest answer > the safety of people"},
        ),
    ),
    silent=(
        Case(
            """
            # Answers {#answers authority=user}
            In a conflict, safety > honesty > brevity.
            """,
            """
            # Answers {#answers authority=user}
            In a conflict, *safety* > honesty > brevity.
            """,
        ),
    ),
)
def changed(pair: Kept[Statement], matching: Matching) -> Iterator[Found]:
    """An explicit order of precedence is another one.

    An order decides every conflict between what it ranks.
    """
    yield from traits(pair, matching, "precedence/changed")
    yield from reordered_ranks(pair, matching)
