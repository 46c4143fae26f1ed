"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Definition
from specdiff.rules.rule import Found, rule


@rule(
    id="definition/added",
    on=Added[Definition],
    severity=Severity.MINOR,
    mirror="definition/removed",
    says="New definition of “{term}”",
    asks="Which rules use the term, and did they mean this by it?",
    explains=("statement/added", "eval-prompt/added", "eval-prompt/adopted"),
    fires=(
        Case(
            """
            # Definitions {#definitions}
            **Operator**: whoever runs the application.
            """,
            """
            # Definitions {#definitions}
            **Operator**: whoever runs the application.

            **Tool**: a program that the assistant can call.
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
def added(change: Added[Definition], _: Matching) -> Iterator[Found]:
    """A term is defined that was not before.

    Where the document uses the word, it now means this. Rules that used it in
    another sense changed without a word of theirs being touched.
    """
    yield Found(term=change.new.term)
