"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Section, Spec
from specdiff.rules.rule import Found, rule


@rule(
    id="section/reordered",
    on=Kept[Section],
    severity=Severity.MINOR,
    mirror="section/reordered",
    says="“{title}” stands elsewhere among its neighbours: {old_place}, now {new_place}",
    asks="Does the order of these policies mean anything?",
    fires=(
        Case(
            """
            # Tone {#tone authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            # Length {#length authority=user}
            The assistant should answer in few words.
            """,
            """
            # Length {#length authority=user}
            The assistant should answer in few words.

            # Tone {#tone authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.
            """,
            {"title": "Length", "old_place": "after “Facts”", "new_place": "at the beginning"},
        ),
    ),
    silent=(
        Case(
            """
            # Tone {#tone authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            # Length {#length authority=user}
            The assistant should answer in few words.
            """,
            """
            # Spirit {#spirit authority=user}
            The assistant should think twice.

            # Tone {#tone authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            # Length {#length authority=user}
            The assistant should answer in few words.
            """,
            why="What comes in before moves all the others down, and none of them moved.",
        ),
    ),
)
def reordered(change: Kept[Section], matching: Matching) -> Iterator[Found]:
    """A policy stands elsewhere among the policies around it.

    Where order means nothing this is housekeeping. Where a document says that what
    comes first counts more, it is not.
    """
    if change.reordered and not change.moved:
        yield Found(
            title=change.new.title,
            old_place=_place(change.old, matching.old),
            new_place=_place(change.new, matching.new),
        )


def _place(section: Section, spec: Spec) -> str:
    siblings = spec.children[section.parent]
    before = siblings[section.index - 1] if section.index else None
    return f"after “{before.title}”" if before else "at the beginning"
