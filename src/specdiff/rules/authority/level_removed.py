"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Matching, Removed
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Level
from specdiff.rules.ladder import neighbours
from specdiff.rules.rule import Found, rule


@rule(
    id="authority/level-removed",
    on=Removed[Level],
    severity=Severity.CRITICAL,
    mirror="authority/level-added",
    says="The level of authority “{name}” is gone; it was {where}",
    asks="Where do the policies and parties of this level stand now?",
    fires=(
        Case(
            """
            # Levels {#levels}
            - **Root**: cannot be overridden.
            - **System**: can be set for one surface.
            - **User**: can be overridden by the user.

            # Weapons {#weapons authority=root}
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
            {"name": "system", "above": "root", "below": "user", "direction": "other"},
            also=("statement/removed",),
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
        ),
    ),
)
def level_removed(change: Removed[Level], matching: Matching) -> Iterator[Found]:
    """The ladder of authority lost a rung.

    Whoever spoke at that level now speaks at another or at none, and the policies
    that stood at it must have gone somewhere.
    """
    if change.old.place is None:
        return
    above, below, where = neighbours(change.old, matching.old.ladder)
    yield Found(name=change.old.name, above=above, below=below, where=where, rank=change.old.rank + 1, direction="other")
