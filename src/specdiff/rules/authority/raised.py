"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Matching
from specdiff.model.finding import Case, Severity
from specdiff.rules.levels import changes, found, way
from specdiff.rules.rule import Found, rule


@rule(
    id="authority/raised",
    on=Matching,
    severity=Severity.CRITICAL,
    mirror="authority/lowered",
    says="{what} rose from {old_level} to {new_level}",
    asks="Who could override this until now and no longer can? Is that meant for everything in the policy?",
    fires=(
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
            {"title": "Style", "old_level": "guideline", "new_level": "developer", "inherited_by": ("Voice",), "direction": "stricter"},
        ),
        Case(
            """
            # Style {#style authority=guideline}
            The assistant should answer briefly.
            The assistant should never claim to be a human being.

            # Honesty {#honesty authority=user}
            The assistant should correct its own mistakes openly.
            """,
            """
            # Style {#style authority=guideline}
            The assistant should answer briefly.

            # Honesty {#honesty authority=user}
            The assistant should correct its own mistakes openly.
            The assistant should never claim to be a human being.
            """,
            {"old_level": "guideline", "new_level": "user", "direction": "stricter"},
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
            # Style {#style authority=guideline}
            The assistant should answer briefly.

            ## Voice {#voice}
            The assistant should sound calm.
            """,
            """
            # Style {#style authority=guideline}
            The assistant should answer in few words.

            ## Voice {#voice}
            The assistant should sound calm.
            """,
        ),
    ),
)
def raised(matching: Matching, _: Matching) -> Iterator[Found]:
    """A policy went up the ladder of authority, so fewer parties may override it.

    The words may be untouched. What a developer or user could switch off before,
    they can no longer. Policies below it that state no level rise with it.
    """
    for change in changes(matching):
        if way(change.step) == "stricter":
            yield found(change, matching, "stricter")
