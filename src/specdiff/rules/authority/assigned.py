"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Matching
from specdiff.model.finding import Case, Severity
from specdiff.rules.levels import changes, found, in_force
from specdiff.rules.rule import Found, rule


@rule(
    id="authority/assigned",
    on=Matching,
    severity=Severity.CRITICAL,
    mirror="authority/unassigned",
    says="“{title}” now states a level of authority, {new_level}; in force before: {in_force_old}",
    asks="Who was meant to be able to override this before, and was it applied so?",
    fires=(
        Case(
            """
            # Style {#style}
            The assistant should answer briefly.

            # Safety {#safety authority=root}
            The assistant must not help to build weapons.
            """,
            """
            # Style {#style authority=user}
            The assistant should answer briefly.

            # Safety {#safety authority=root}
            The assistant must not help to build weapons.
            """,
            {"title": "Style", "old_level": None, "new_level": "user", "direction": "stricter"},
        ),
        Case(
            """
            # Safety {#safety authority=root}
            The assistant must not help to build weapons.

            ## Medicine {#medicine}
            The assistant should name its sources.
            """,
            """
            # Safety {#safety authority=root}
            The assistant must not help to build weapons.

            ## Medicine {#medicine authority=user}
            The assistant should name its sources.
            """,
            {"title": "Medicine", "in_force_old": "root", "in_force_new": "user", "direction": "looser"},
            why="Not stating a level is having that of the policy around it.",
        ),
    ),
    silent=(
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
        ),
    ),
)
def assigned(matching: Matching, _: Matching) -> Iterator[Found]:
    """A policy states a level of authority that it did not state before.

    It was without a level, or had that of the policy around it. Now its
    own heading says who may override it.
    """
    for change in changes(matching):
        if change.before is None and change.after is not None:
            yield found(change, matching, in_force(change, matching))
