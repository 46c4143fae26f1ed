"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Matching, Removed
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Definition
from specdiff.rules.rule import Found, rule


@rule(
    id="definition/removed",
    on=Removed[Definition],
    severity=Severity.MINOR,
    mirror="definition/added",
    says="The definition of “{term}” is gone",
    asks="Do rules still use the term, and what do they mean by it now?",
    explains=("statement/removed", "eval-prompt/removed", "eval-prompt/orphaned"),
    fires=(
        Case(
            """
            # Definitions {#definitions}
            **Operator**: whoever runs the application.

            **Tool**: a program that the assistant can call.
            """,
            """
            # Definitions {#definitions}
            **Operator**: whoever runs the application.
            """,
            {"term": "Tool"},
        ),
    ),
    silent=(
        Case(
            """
            # Definitions {#definitions}
            **Operator**: whoever runs the application.

            **Tool**: a program that the assistant can call.
            """,
            """
            # Definitions {#definitions}
            **Operator**: whoever runs the application.

            **Tool**: a program that the assistant may call.
            """,
            why="The term is still defined.",
        ),
    ),
)
def removed(change: Removed[Definition], _: Matching) -> Iterator[Found]:
    """The definition of a term is gone.

    Rules that still use the word now mean what their reader takes it to mean.
    """
    yield Found(term=change.old.term)
