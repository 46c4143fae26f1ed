"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Matching
from specdiff.model.finding import Case, Severity
from specdiff.rules.levels import changes, found, way
from specdiff.rules.rule import Found, rule


@rule(
    id="authority/lowered",
    on=Matching,
    severity=Severity.CRITICAL,
    mirror="authority/raised",
    says="{what} fell from {old_level} to {new_level}",
    asks="Who may override this now and could not before? What happens when they do?",
    fires=(
        Case(
            """
            # Style {#style authority=developer}
            The assistant should answer briefly.

            ## Voice {#voice}
            The assistant should sound calm.
            """,
            """
            # Style {#style authority=guideline}
            The assistant should answer briefly.

            ## Voice {#voice}
            The assistant should sound calm.
            """,
            {"title": "Style", "old_level": "developer", "new_level": "guideline", "inherited_by": ("Voice",), "direction": "looser"},
        ),
        Case(
            """
            # Style {#style authority=guideline}
            The assistant should answer briefly.

            # Honesty {#honesty authority=user}
            The assistant should correct its own mistakes openly.
            The assistant should never claim to be a human being.
            """,
            """
            # Style {#style authority=guideline}
            The assistant should answer briefly.
            The assistant should never claim to be a human being.

            # Honesty {#honesty authority=user}
            The assistant should correct its own mistakes openly.
            """,
            {"old_level": "user", "new_level": "guideline", "direction": "looser"},
            also=("statement/moved",),
            why="A rule that moves word for word to a policy of another level changes its level.",
        ),
    ),
    silent=(
        Case(
            """
            # Levels {#levels}
            - **Platform**: cannot be overridden.
            - **User**: can be overridden by the user.

            # Weapons {#weapons authority=platform}
            The assistant must not help to build weapons.

            # Tone {#tone authority=user}
            The assistant should be friendly.
            """,
            """
            # Levels {#levels}
            - **Root**: cannot be overridden.
            - **User**: can be overridden by the user.

            # Weapons {#weapons authority=root}
            The assistant must not help to build weapons.

            # Tone {#tone authority=user}
            The assistant should be friendly.
            """,
            why="A level that is only called otherwise is no other level.",
        ),
        Case(
            """
            # Style {#style authority=developer}
            The assistant should answer briefly.

            ## Voice {#voice}
            The assistant should sound calm.
            """,
            """
            # Style {#style authority=developer}
            The assistant should answer in few words.

            ## Voice {#voice}
            The assistant should sound calm.
            """,
        ),
    ),
)
def lowered(matching: Matching, _: Matching) -> Iterator[Found]:
    """A policy went down the ladder of authority, so more parties may override it.

    The words may be untouched. What held against everybody's wishes is now a
    default that some of them can switch off. Policies below it that state no level fall with it.
    """
    for change in changes(matching):
        if way(change.step) == "looser":
            yield found(change, matching, "looser")
