"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Matching
from specdiff.model.finding import Case, Severity
from specdiff.rules.levels import changes, found
from specdiff.rules.rule import Found, rule


@rule(
    id="authority/changed",
    on=Matching,
    severity=Severity.CRITICAL,
    mirror="authority/changed",
    says="{what} went from {old_level} to {new_level}, which the ladder of levels does not rank",
    asks="Which of the two levels is the higher one, and where does the document say so?",
    fires=(
        Case(
            """
            # Levels {#levels}
            - **Root**: cannot be overridden.
            - **User**: can be overridden by the user.

            # Weapons {#weapons authority=root}
            The assistant must not help to build weapons.

            # Length {#length authority=user}
            The assistant should answer in few words.

            # Tone {#tone authority=user}
            The assistant should be friendly.
            """,
            """
            # Levels {#levels}
            - **Root**: cannot be overridden.
            - **User**: can be overridden by the user.

            # Weapons {#weapons authority=root}
            The assistant must not help to build weapons.

            # Length {#length authority=user}
            The assistant should answer in few words.

            # Tone {#tone authority=house}
            The assistant should be friendly.
            """,
            {"title": "Tone", "old_level": "user", "new_level": "house", "direction": "other"},
        ),
    ),
    silent=(
        Case(
            """
            # Style {#style authority=guideline}
            The assistant should answer briefly.

            ## Voice {#voice}
            The assistant should sound calm.
            """,
            """
            # Style {#style authority=developer}
            The assistant should answer briefly.

            ## Voice {#voice}
            The assistant should sound calm.
            """,
            why="Both levels have a rank, so it can be said which way it went.",
        ),
    ),
)
def changed(matching: Matching, _: Matching) -> Iterator[Found]:
    """A policy's level changed to or from a name that the ladder of levels does not know.

    Nobody can say from the document whether more or fewer parties may override it
    now. It may be a new level that the list lacks, or a slip of the pen.
    """
    for change in changes(matching):
        if change.step is None and change.before is not None and change.after is not None:
            yield found(change, matching, "other")
