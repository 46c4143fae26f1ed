"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Section, Spec
from specdiff.rules.rule import Found, rule


@rule(
    id="section/moved",
    on=Kept[Section],
    severity=Severity.MINOR,
    mirror="section/moved",
    says="“{title}” moved from {old_parent} to {new_parent}",
    asks="What does it inherit in its new place that it did not before, and what no longer introduces it?",
    fires=(
        Case(
            """
            # Safety {#safety authority=root}
            The assistant must not help to build weapons.

            ## Privacy {#privacy authority=root}
            The assistant must not publish home addresses.

            # Style {#style authority=root}
            The assistant should write clearly.
            """,
            """
            # Safety {#safety authority=root}
            The assistant must not help to build weapons.

            # Style {#style authority=root}
            The assistant should write clearly.

            ## Privacy {#privacy authority=root}
            The assistant must not publish home addresses.
            """,
            {"title": "Privacy", "old_parent": "“Safety”", "new_parent": "“Style”"},
        ),
    ),
    silent=(
        Case(
            """
            # Safety {#safety authority=root}
            The assistant must not help to build weapons.

            ## Privacy {#privacy authority=root}
            The assistant must not publish home addresses.

            # Style {#style authority=root}
            The assistant should write clearly.
            """,
            """
            # Harm {#harm authority=root}
            The assistant must not help to build weapons.

            ## Privacy {#privacy authority=root}
            The assistant must not publish home addresses.

            # Style {#style authority=root}
            The assistant should write clearly.
            """,
            why="Its parent only has another name.",
        ),
    ),
)
def moved(change: Kept[Section], matching: Matching) -> Iterator[Found]:
    """A policy stands below another one than before.

    What its chapter says in general holds for it: an introduction, a level of
    authority, a tag. Moving it changes which of these it is read with.
    """
    if change.moved:
        yield Found(
            title=change.new.title,
            old_parent=_parent(change.old, matching.old),
            new_parent=_parent(change.new, matching.new),
        )


def _parent(section: Section, spec: Spec) -> str:
    above = spec.by_id.get(section.parent)
    return f"“{above.title}”" if above else "the top of the document"
