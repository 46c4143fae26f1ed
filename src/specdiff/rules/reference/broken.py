"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Reference
from specdiff.rules.rule import Found, rule
from specdiff.rules.targets import carrier, resolves


@rule(
    id="reference/broken",
    on=(Kept[Reference], Added[Reference]),
    severity=Severity.MINOR,
    mirror="reference/repaired",
    says="The reference to #{target} leads nowhere; {why}",
    asks="Where should it lead?",
    explains=("statement/reworded", "example/reworded"),
    fires=(
        Case(
            """
            # Tone {#tone authority=user}
            The assistant should be friendly, as [Facts](#facts) says.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            # Length {#length authority=user}
            The assistant should answer in few words.
            """,
            """
            # Tone {#tone authority=user}
            The assistant should be friendly, as [Facts](#fact) says.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            # Length {#length authority=user}
            The assistant should answer in few words.
            """,
            {"target": "fact", "was": "facts", "is_new": False},
        ),
        Case(
            """
            # Tone {#tone authority=user}
            The assistant should be friendly, as [Facts](#facts) says.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            # Length {#length authority=user}
            The assistant should answer in few words.
            """,
            """
            # Tone {#tone authority=user}
            The assistant should be friendly, as [Facts](#facts) says.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            # Length {#length authority=user}
            The assistant should answer in few words. See [Facts](#fact).
            """,
            {"target": "fact", "is_new": True},
            also=("statement/added",),
        ),
    ),
    silent=(
        Case(
            """
            # Tone {#tone authority=user}
            The assistant should be friendly, as [Facts](#facts) says.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            # Length {#length authority=user}
            The assistant should answer in few words.
            """,
            """
            # Tone {#tone authority=user}
            The assistant should be friendly, as [Facts](#length) says.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            # Length {#length authority=user}
            The assistant should answer in few words.
            """,
        ),
        Case(
            """
            # Tone {#tone authority=user}
            The assistant should be friendly, as [Facts](#fact) says.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            # Length {#length authority=user}
            The assistant should answer in few words.
            """,
            """
            # Tone {#tone authority=user}
            The assistant should be friendly, as [Facts](#fact) says.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            # Length {#length authority=user}
            The assistant should answer in short.
            """,
            why="It was broken before.",
        ),
    ),
)
def broken(change: Kept[Reference] | Added[Reference], matching: Matching) -> Iterator[Found]:
    """A cross reference names an anchor that no heading has.

    The reader is sent to a rule that is not there: it was removed or renamed, or the
    anchor was mistyped.
    """
    target = change.new.target
    if resolves(target, matching.new):
        return
    if isinstance(change, Added):
        yield Found(
            new=carrier(change.new, matching.new), target=target, was=None, is_new=True, why="it is new, and no heading has this anchor"
        )
    elif (led_to := matching.old.target(change.old.target)) is not None:
        gone = change.old.target == target
        why = f"“{led_to.title}” is gone or has another anchor" if gone else f"it led to #{change.old.target}"
        yield Found(
            old=carrier(change.old, matching.old),
            new=carrier(change.new, matching.new),
            target=target,
            was=change.old.target,
            is_new=False,
            why=why,
        )
