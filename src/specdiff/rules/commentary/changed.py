"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Kept, Matching, Removed
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Home, Statement
from specdiff.rules.blocks import within_block
from specdiff.rules.rule import Found, rule


@rule(
    id="commentary/changed",
    on=(Kept[Statement], Added[Statement], Removed[Statement]),
    severity=Severity.MINOR,
    mirror="commentary/changed",
    says="In the commentary of “{policy}” a sentence {what}",
    asks="Was the rule changed with its explanation, or is it only explained differently?",
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

            !!! meta "Commentary"
                We take this from court rulings.
            """,
            {"policy": "Law", "what": "changed"},
        ),
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
                We take this from older guidelines. It is under review.
            """,
            {"policy": "Law", "what": "is new"},
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
                We take this from *older* guidelines.
            """,
            why="Markup means nothing.",
        ),
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
            why="The whole block is new.",
        ),
    ),
)
def changed(change: Kept[Statement] | Added[Statement] | Removed[Statement], matching: Matching) -> Iterator[Found]:
    """What explains a policy says something else than before.

    It binds nobody. It tells readers and models how a rule is meant, and
    a rule may be read otherwise because of it.
    """
    found = within_block(change, matching, Home.COMMENTARY)
    if found is not None:
        yield Found(policy=found.policy, what=found.what, direction=found.direction)
