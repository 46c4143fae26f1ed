"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Matching
from specdiff.model.finding import Case, Severity
from specdiff.rules.levels import changes, found, in_force
from specdiff.rules.rule import Found, rule


@rule(
    id="authority/unassigned",
    on=Matching,
    severity=Severity.CRITICAL,
    mirror="authority/assigned",
    says="“{title}” no longer states its level of authority, {old_level}; in force now: {in_force_new}",
    asks="Is the level meant to go, or was the attribute lost in an edit?",
    fires=(
        Case(
            """
            # Style {#style authority=user}
            The assistant should answer briefly.

            # Safety {#safety authority=root}
            The assistant must not help to build weapons.
            """,
            """
            # Style {#style}
            The assistant should answer briefly.

            # Safety {#safety authority=root}
            The assistant must not help to build weapons.
            """,
            {"title": "Style", "old_level": "user", "new_level": None, "direction": "looser"},
        ),
        Case(
            """
            # Safety {#safety authority=root}
            The assistant must not help to build weapons.

            ## Medicine {#medicine authority=user}
            The assistant should name its sources.
            """,
            """
            # Safety {#safety authority=root}
            The assistant must not help to build weapons.

            ## Medicine {#medicine}
            The assistant should name its sources.
            """,
            {"title": "Medicine", "in_force_old": "user", "in_force_new": "root", "direction": "stricter"},
            why="Not stating a level is having that of the policy around it.",
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
        ),
    ),
)
def unassigned(matching: Matching, _: Matching) -> Iterator[Found]:
    """A policy no longer states a level of authority of its own.

    It is now without a level, or has that of the policy around it. Whether it
    binds, and against whose wishes, is no longer said where it stands.
    """
    for change in changes(matching):
        if change.before is not None and change.after is None:
            yield found(change, matching, in_force(change, matching))
