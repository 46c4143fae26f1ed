"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Kept, Matching, Removed
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Order
from specdiff.rules.rule import Found, rule


@rule(
    id="authority/order-changed",
    on=Kept[Order],
    severity=Severity.CRITICAL,
    mirror="authority/order-changed",
    says="The order of levels was {old_order} and is now {new_order}",
    asks="Who overrides whom now that did not before, and do all lists of levels agree?",
    fires=(
        Case(
            """
            # Levels {#levels}
            - **Root**: cannot be overridden.
            - **Developer**: is set by the application.
            - **User**: is set in the conversation.

            # Weapons {#weapons authority=root}
            The assistant must not help to build weapons.

            # Tone {#tone authority=user}
            The assistant should be friendly.

            # Format {#format authority=developer}
            The assistant should write plain text.
            """,
            """
            # Levels {#levels}
            - **Root**: cannot be overridden.
            - **User**: is set in the conversation.
            - **Developer**: is set by the application.

            # Weapons {#weapons authority=root}
            The assistant must not help to build weapons.

            # Tone {#tone authority=user}
            The assistant should be friendly.

            # Format {#format authority=developer}
            The assistant should write plain text.
            """,
            {"old_order": "root > developer > user", "new_order": "root > user > developer", "direction": "other"},
            also=("statement/moved",),
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
            why="Another name, the same order.",
        ),
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
            why="The new rung is reported as such where the ladder is read from.",
        ),
    ),
)
def order_changed(change: Kept[Order], matching: Matching) -> Iterator[Found]:
    """A list of the levels of authority has another order, or levels that it did not have.

    The order says whose word counts when two conflict. Where a document lists its
    levels more than once, each list that changed is named: they must still agree.
    """
    old, new = change.old, change.new
    if not (old.levels and new.levels):
        return
    followed = tuple(matching.level_became.get(item, item) for item in old.items)
    gone = tuple(item for item in followed if item not in new.items)
    come = tuple(item for item in new.items if item not in followed)
    swapped = [item for item in followed if item in new.items] != [item for item in new.items if item in followed]
    if swapped or ((gone or come) and not _told(change, matching)):
        yield Found(
            old_order=" > ".join(old.items), new_order=" > ".join(new.items), added=come, removed=gone, swapped=swapped, direction="other"
        )


def _told(change: Kept[Order], matching: Matching) -> bool:
    """Whether it is the list that the ladder is read from: a level that came or went there is reported as that."""
    levels = [one.new if isinstance(one, Added) else one.old for one in matching.levels if isinstance(one, Added | Removed)]
    places = [level.place for level in levels if level.place is not None]
    return any(change.old.place.holds(place) or change.new.place.holds(place) for place in places)
