"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Section
from specdiff.prose.text.wording import same_text
from specdiff.rules.rule import Found, rule


@rule(
    id="section/reworded",
    on=Kept[Section],
    severity=Severity.EDITORIAL,
    mirror="section/reworded",
    says="The heading “{title}” is written differently",
    asks="Is anything meant by it?",
    fires=(
        Case(
            """
            # 1. Tone {#tone authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.
            """,
            """
            # 2. Tone {#tone authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.
            """,
            {"title": "2. Tone"},
        ),
    ),
    silent=(
        Case(
            """
            # Tone {#tone authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.
            """,
            """
            # Warmth {#tone authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.
            """,
        ),
        Case(
            """
            # Tone {#tone authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.
            """,
            """
            # Tone {#tone authority=guideline}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.
            """,
            why="An attribute is no wording.",
        ),
    ),
)
def reworded(change: Kept[Section], _: Matching) -> Iterator[Found]:
    """A heading is numbered, spelled or marked up differently, and says the same.

    Nothing follows from it. It is listed so that every changed line is accounted for.
    """
    old, new = change.old, change.new
    if (old.title, old.depth) != (new.title, new.depth) and same_text(old, new):
        yield Found(title=new.title, old_title=old.title, old_depth=old.depth, new_depth=new.depth)
