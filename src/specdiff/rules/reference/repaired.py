"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching, Removed
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Reference
from specdiff.rules.rule import Found, rule
from specdiff.rules.targets import carrier, resolves


@rule(
    id="reference/repaired",
    on=(Kept[Reference], Removed[Reference]),
    severity=Severity.MINOR,
    mirror="reference/broken",
    says="The reference to #{target}, which led nowhere, {how}",
    asks="Is that where it was always meant to lead?",
    explains=("statement/reworded", "example/reworded"),
    fires=(
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
            The assistant should be friendly, as [Facts](#facts) says.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            # Length {#length authority=user}
            The assistant should answer in few words.
            """,
            {"target": "fact", "now": "facts"},
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
    ),
)
def repaired(change: Kept[Reference] | Removed[Reference], matching: Matching) -> Iterator[Found]:
    """A cross reference that led nowhere leads somewhere now, or is gone.

    Readers who gave up on it before are now sent to a rule; it had better
    be the one that was meant.
    """
    target = change.old.target
    if resolves(target, matching.old):
        return
    if isinstance(change, Removed):
        yield Found(old=carrier(change.old, matching.old), target=target, now=None, how="is gone")
    elif (leads_to := matching.new.target(change.new.target)) is not None:
        yield Found(
            old=carrier(change.old, matching.old),
            new=carrier(change.new, matching.new),
            target=target,
            now=change.new.target,
            how=f"now leads to “{leads_to.title}”",
        )
