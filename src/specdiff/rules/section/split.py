"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Matching, Split
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Section
from specdiff.rules.rule import Found, rule


@rule(
    id="section/split",
    on=Split[Section],
    severity=Severity.MAJOR,
    mirror="section/merged",
    says="“{title}” was split: {how} went to “{parts}”",
    asks="Is everything it said still said somewhere, and at the same level of authority?",
    explains=("statement/moved", "example/moved"),
    fires=(
        Case(
            """
            # Character {#character authority=user}
            The assistant should greet people by name whenever it knows one.
            The assistant should say goodbye only after the user has done so.
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

            # Format {#format authority=user}
            The assistant should write plain text.
            """,
            {"title": "Character", "parts": ("Candour", "Manners")},
            also=("section/added", "section/removed"),
        ),
    ),
    silent=(
        Case(
            """
            # Character {#character authority=user}
            The assistant should greet people by name whenever it knows one.
            The assistant should say goodbye only after the user has done so.
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

            # Layout {#layout authority=user}
            The assistant should write plain text.
            """,
        ),
    ),
)
def split(change: Split[Section], matching: Matching) -> Iterator[Found]:
    """The contents of one policy went to several.

    Each part is now read with other neighbours, under another title and perhaps at
    another level. What went to none of them is gone, and easy to overlook.
    """
    kept = matching.section_became.get(change.old.id)
    yield Found(
        old=change.old,
        title=change.old.title,
        how="part of it" if kept else "its contents",
        parts=tuple(part.title for part in change.new if part.id != kept),
        levels=tuple(dict.fromkeys(part.level or "no level" for part in (change.old, *change.new))),
    )
