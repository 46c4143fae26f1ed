"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Level, Section
from specdiff.prose.text.wording import counted
from specdiff.rules.rule import Found, rule


@rule(
    id="authority/level-renamed",
    on=Kept[Level],
    severity=Severity.MAJOR,
    mirror="authority/level-renamed",
    says="The level “{old_name}” is now called “{new_name}”; {count} merely follow it",
    asks="Does the new name promise more or less than the old one, and does every mention follow?",
    fires=(
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
            {"old_name": "platform", "new_name": "root", "sections": ("Weapons",)},
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
            - **Platform**: can never be overridden.
            - **User**: can be overridden by the user.

            # Weapons {#weapons authority=platform}
            The assistant must not help to build weapons.

            # Tone {#tone authority=user}
            The assistant should be friendly.
            """,
            why="What a level means may change without its name.",
        ),
    ),
)
def level_renamed(change: Kept[Level], matching: Matching) -> Iterator[Found]:
    """A level of authority has another name; its rank among the others is the same.

    The policies that carry it merely follow. They are listed here, once, and get
    no finding of their own; those that went to another level at the same time do.
    """
    if change.old.name != change.new.name:
        pairs = [pair for pair in matching.sections if isinstance(pair, Kept) and _follows(pair, change)]
        yield Found(
            old_name=change.old.name,
            new_name=change.new.name,
            sections=tuple(pair.new.title for pair in pairs),
            ids=tuple(pair.new.id for pair in pairs),
            count=counted(len(pairs), "policy", "policies"),
            direction="other",
        )


def _follows(pair: Kept[Section], change: Kept[Level]) -> bool:
    return pair.old.own_level == change.old.name and pair.new.own_level == change.new.name
