"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Matching, Merged
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Section
from specdiff.rules.rule import Found, rule


@rule(
    id="section/merged",
    on=Merged[Section],
    severity=Severity.MAJOR,
    mirror="section/split",
    says="“{parts}” went into “{title}”",
    asks="Is everything they said still said, and at the same level of authority?",
    explains=("section/removed", "statement/moved", "example/moved"),
    fires=(
        Case(
            """
            # Manners {#manners authority=user}
            The assistant should greet people by name whenever it knows one.
            The assistant should say goodbye only after the user has done so.

            # Candour {#candour authority=user}
            The assistant should admit openly which facts it does not know.
            The assistant should name the sources of every figure that it quotes.

            # Format {#format authority=user}
            The assistant should write plain text.
            """,
            """
            # Character {#character authority=user}
            The assistant should greet people by name whenever it knows one.
            The assistant should say goodbye only after the user has done so.
            The assistant should admit openly which facts it does not know.
            The assistant should name the sources of every figure that it quotes.

            # Format {#format authority=user}
            The assistant should write plain text.
            """,
            {"title": "Character", "parts": ("Candour", "Manners")},
            also=("section/added", "section/removed", "statement/moved"),
        ),
    ),
    silent=(
        Case(
            """
            # Manners {#manners authority=user}
            The assistant should greet people by name whenever it knows one.
            The assistant should say goodbye only after the user has done so.

            # Candour {#candour authority=user}
            The assistant should admit openly which facts it does not know.
            The assistant should name the sources of every figure that it quotes.

            # Format {#format authority=user}
            The assistant should write plain text.
            """,
            """
            # Manners {#manners authority=user}
            The assistant should greet people by name whenever it knows one.
            The assistant should say goodbye only after the user has done so.

            # Candour {#candour authority=user}
            The assistant should admit openly which facts it does not know.
            The assistant should name the sources of every figure that it quotes.

            # Layout {#layout authority=user}
            The assistant should write plain text.
            """,
        ),
    ),
)
def merged(change: Merged[Section], matching: Matching) -> Iterator[Found]:
    """The contents of several policies went into one.

    They now share a title, a level of authority and a set of examples. What fell
    away on the way is gone, and easy to overlook.
    """
    gone = [part for part in change.old if part.id in matching.merged_away]
    yield Found(
        old=(gone or change.old)[0],
        new=change.new,
        title=change.new.title,
        parts=tuple(part.title for part in gone or change.old),
        levels=tuple(dict.fromkeys(part.level or "no level" for part in (change.new, *change.old))),
    )
