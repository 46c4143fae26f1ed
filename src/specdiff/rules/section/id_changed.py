"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Section
from specdiff.rules.rule import Found, rule


@rule(
    id="section/id-changed",
    on=Kept[Section],
    severity=Severity.MINOR,
    mirror="section/id-changed",
    says="The anchor of “{title}” was {old_id} and is now {new_id}",
    asks="Which links, evals and tools outside the document still use the old anchor?",
    fires=(
        Case(
            """
            # Tone {#tone authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.
            """,
            """
            # Tone {#manner authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.
            """,
            {"title": "Tone", "old_id": "tone", "new_id": "manner"},
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
            # Manner {#tone authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.
            """,
            why="The title is not the anchor.",
        ),
    ),
)
def id_changed(change: Kept[Section], _: Matching) -> Iterator[Found]:
    """A policy has another anchor.

    The anchor is its name for links, verdict tags, evals and approvals. What still
    uses the old one points at nothing.
    """
    if change.old.anchor != change.new.anchor:
        yield Found(title=change.new.title, old_id=change.old.anchor, new_id=change.new.anchor)
