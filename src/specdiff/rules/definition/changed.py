"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Kept, Matching, Removed
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Home, Statement
from specdiff.rules.blocks import within_block
from specdiff.rules.rule import Found, rule


@rule(
    id="definition/changed",
    on=(Kept[Statement], Added[Statement], Removed[Statement]),
    severity=Severity.MINOR,
    mirror="definition/changed",
    says="In the definition of “{term}” a sentence {what}",
    asks="Which rules use the term, and what do they ask for now that they did not before?",
    fires=(
        Case(
            """
            # Terms {#terms}
            **Operator**: whoever runs the application.

            **Tool**: a program that the assistant can call.
            """,
            """
            # Terms {#terms}
            **Operator**: whoever runs the application.

            **Tool**: a program that the assistant can call without asking.
            """,
            {"term": "Tool", "what": "changed"},
        ),
        Case(
            """
            # Terms {#terms}
            **Operator**: whoever runs the application.

            **Tool**: a program that the assistant can call.
            """,
            """
            # Terms {#terms}
            **Operator**: whoever runs the application.

            **Tool**: a program that the assistant can call. It may cost money.
            """,
            {"term": "Tool", "what": "is new"},
        ),
    ),
    silent=(
        Case(
            """
            # Terms {#terms}
            **Operator**: whoever runs the application.

            **Tool**: a program that the assistant can call.
            """,
            """
            # Terms {#terms}
            **Operator**: whoever runs the application.

            **Tool**: a program that the assistant *can* call.
            """,
            why="Markup means nothing.",
        ),
        Case(
            """
            # Terms {#terms}
            **Operator**: whoever runs the application.
            """,
            """
            # Terms {#terms}
            **Operator**: whoever runs the application.

            **Tool**: a program that the assistant can call.
            """,
            why="The whole definition is new.",
        ),
    ),
)
def changed(change: Kept[Statement] | Added[Statement] | Removed[Statement], matching: Matching) -> Iterator[Found]:
    """The definition of a term says something else than before.

    All rules that use the term ask for something else now, though no word of
    theirs was touched.
    """
    found = within_block(change, matching, Home.DEFINITION)
    if found is not None:
        yield Found(term=found.node.term, what=found.what, direction=found.direction)
