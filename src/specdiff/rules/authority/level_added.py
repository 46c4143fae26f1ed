"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Level
from specdiff.rules.ladder import neighbours
from specdiff.rules.rule import Found, rule


@rule(
    id="authority/level-added",
    on=Added[Level],
    severity=Severity.CRITICAL,
    mirror="authority/level-removed",
    says="New level of authority “{name}”, {where}",
    asks="Who speaks at this level, what could they do before, and which policies stand at it?",
    fires=(
        Case(
            """
            # Levels {#levels}
            - **Root**: cannot be overridden.
            - **User**: can be overridden by the user.

            # Weapons {#weapons authority=root}
            The assistant must not help to build weapons.

            # Tone {#tone authority=user}
            The assistant should be friendly.
            """,
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
            {"name": "system", "above": "root", "below": "user", "direction": "other"},
            also=("statement/added",),
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
def level_added(change: Added[Level], matching: Matching) -> Iterator[Found]:
    """The ladder of authority has a rung that it did not have.

    Whoever speaks at the new level overrides everybody below it and is overridden
    by everybody above. Policies that were one rung apart may now be two.
    """
    if change.new.place is None:
        return
    above, below, where = neighbours(change.new, matching.new.ladder)
    yield Found(name=change.new.name, above=above, below=below, where=where, rank=change.new.rank + 1, direction="other")
