"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Fact, Severity
from specdiff.model.spec import Commentary, Home, Statement
from specdiff.rules.blocks import edited
from specdiff.rules.rule import Found, rule


@rule(
    id="commentary/changed",
    on=(Kept[Commentary], Kept[Statement]),
    severity=Severity.MINOR,
    mirror="commentary/changed",
    says="In the commentary of “{policy}” {what}",
    asks="Was the rule changed with its explanation, or is it only explained differently?",
    explains=("statement/reworded", "statement/moved"),
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
            {"policy": "Law", "what": "a sentence changed"},
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
            {"policy": "Law", "what": "1 sentence is new"},
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
def changed(change: Kept[Commentary] | Kept[Statement], matching: Matching) -> Iterator[Found]:
    """What explains a policy says something else than before.

    It binds nobody. It tells readers and models how a rule is meant, and
    a rule may be read otherwise because of it.
    """
    for one in edited(change, matching, Home.COMMENTARY):
        policy = matching.new.by_id[one.new.section].title
        term: dict[str, Fact] = {"was": one.renamed.old, "now": one.renamed.new, "throughout": one.renamed.places} if one.renamed else {}
        yield Found(old=one.old, new=one.new, policy=policy, what=one.what, direction=one.direction, facts=term)
