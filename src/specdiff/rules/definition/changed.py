"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Definition, Home, Statement
from specdiff.rules.blocks import edited
from specdiff.rules.rule import Found, rule


@rule(
    id="definition/changed",
    on=(Kept[Definition], Kept[Statement]),
    severity=Severity.MINOR,
    mirror="definition/changed",
    says="In the definition of “{term}” {what}",
    asks="Which rules use the term, and what do they ask for now that they did not before?",
    explains=("statement/reworded", "statement/moved"),
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

            **Tool**: a program that the assistant can call without asking.
            """,
            {"term": "Tool", "what": "a sentence changed"},
        ),
        Case(
            """
            # Definitions {#definitions}
            **Operator**: whoever runs the application.

            **Tool**: a program that the assistant can call.
            """,
            """
            # Definitions {#definitions}
            **Operator**: whoever runs the application.

            **Tool**: a program that the assistant can call. It may cost money.
            """,
            {"term": "Tool", "what": "1 sentence is new"},
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

            **Tool**: a program that the assistant *can* call.
            """,
            why="Markup means nothing.",
        ),
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
            why="The whole definition is new.",
        ),
    ),
)
def changed(change: Kept[Definition] | Kept[Statement], matching: Matching) -> Iterator[Found]:
    """The definition of a term says something else than before.

    All rules that use the term ask for something else now, though no word of
    theirs was touched.
    """
    for one in edited(change, matching, Home.DEFINITION):
        yield Found(old=one.old, new=one.new, term=one.term, what=one.what, direction=one.direction)
