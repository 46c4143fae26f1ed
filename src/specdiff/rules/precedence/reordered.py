"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Statement
from specdiff.rules.ordered import reordered_steps
from specdiff.rules.rule import Found, rule


@rule(
    id="precedence/reordered",
    on=Kept[Statement],
    severity=Severity.MAJOR,
    mirror="precedence/reordered",
    says="Steps are taken in another order: “{now}” instead of “{was}”",
    asks="What does the other order change for whoever goes through it?",
    explains=("statement/moved",),
    fires=(
        Case(
            """
            # Letters {#letters authority=user}
            The clerk must check, in this order, that

            1. the box exists
            2. the letter is not too heavy
            3. the sender is known to the post
            """,
            """
            # Letters {#letters authority=user}
            The clerk must check, in this order, that

            1. the sender is known to the post
            2. the box exists
            3. the letter is not too heavy
            """,
            {
                "was": "the box exists, then the letter is not too heavy, then the sender is known to the post",
                "now": "the sender is known to the post, then the box exists, then the letter is not too heavy",
            },
        ),
    ),
    silent=(
        Case(
            """
            # Letters {#letters authority=user}
            The clerk must check that

            1. the box exists;
            2. the letter is not too heavy.
            """,
            """
            # Letters {#letters authority=user}
            The clerk must check that

            1. the letter is not too heavy;
            2. the box exists.
            """,
            why="Nothing says that the order counts.",
        ),
        Case(
            """
            # Letters {#letters authority=user}
            The clerk must check, in this order, that

            1. the box exists;
            2. the letter is not too heavy.
            """,
            """
            # Letters {#letters authority=user}
            The clerk must check, in this order, that

            1. the box exists;
            2. the stamp is new;
            3. the letter is not too heavy.
            """,
            why="A step more leaves the others in their order.",
        ),
    ),
)
def reordered(pair: Kept[Statement], matching: Matching) -> Iterator[Found]:
    """Steps that are to be taken "in this order" are taken in another one.

    What is checked first decides which of several answers is given, and what is known before the next step.
    """
    yield from reordered_steps(pair, matching)
