"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Home, Reference, Statement
from specdiff.rules.meaning import difference
from specdiff.rules.rule import Found, rule
from specdiff.rules.targets import carrier, moved_away


@rule(
    id="reference/retargeted",
    on=(Kept[Reference], Kept[Statement]),
    severity=Severity.MINOR,
    mirror="reference/retargeted",
    says="A reference leads elsewhere: “{now}” instead of “{was}”",
    asks="Is the new target the rule that is meant?",
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
            The assistant should be friendly, as [Facts](#length) says.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            # Length {#length authority=user}
            The assistant should answer in few words.
            """,
            {"old_target": "facts", "new_target": "length", "followed": False},
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
            The assistant should be friendly, as [Facts](#sources) says.

            # Facts {#sources authority=user}
            The assistant should name its sources.

            # Length {#length authority=user}
            The assistant should answer in few words.
            """,
            {"old_target": "facts", "new_target": "sources", "followed": True},
            also=("section/id-changed",),
        ),
        Case(
            """
            # Parcels {#parcels authority=user}
            The carrier must weigh parcels as the [tariff](https://post.example/tariff) says.
            """,
            """
            # Parcels {#parcels authority=user}
            The carrier must weigh parcels as the [tariff](https://rail.example/tariff) says.
            """,
            {"was": "https://post.example/tariff", "now": "https://rail.example/tariff", "followed": False},
        ),
    ),
    silent=(
        Case(
            """
            # Parcels {#parcels authority=user}
            The carrier must weigh parcels as the [tariff](https://post.example/tariff) says.
            """,
            """
            # Parcels {#parcels authority=user}
            The carrier must weigh parcels as the [tariff](https://post.example/prices/tariff) says.
            """,
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
            The assistant should be friendly, as [Facts](#fact) says.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            # Length {#length authority=user}
            The assistant should answer in few words.
            """,
        ),
    ),
)
def retargeted(change: Kept[Reference] | Kept[Statement], matching: Matching) -> Iterator[Found]:
    """A reference leads to another rule, or a link to another host, than before.

    The sentence around it reads the same and defers to something else. Where the target only
    got another anchor (``followed``) nothing happened; where it is only spelled otherwise, or moved within its host, nothing is said.
    """
    if isinstance(change.old, Statement):
        yield from _outside(change, matching)
        return
    old, new = change.old.target, change.new.target
    before, after = matching.old.target(old), matching.new.target(new)
    if old == new or before is None or after is None:
        return
    followed = matching.section_became.get(before.id) == after.id
    written = change.old.text.rpartition("#")[2] != change.new.text.rpartition("#")[2]
    if not followed or (written and before.id != after.id):
        yield Found(
            old=carrier(change.old, matching.old),
            new=carrier(change.new, matching.new),
            was=f"#{old}",
            now=f"#{new}",
            old_target=old,
            new_target=new,
            followed=followed,
        )


def _outside(change: Kept[Statement], matching: Matching) -> Iterator[Found]:
    """Yield that links of a sentence lead to other hosts; where its words show that it says something else the address belongs to that."""
    was, now = moved_away(change.old.text, change.new.text)
    if (was or now) and change.old.home is Home.BODY and not difference(change, matching).of("statement/changed"):
        yield Found(was=was or None, now=now or None, followed=False)
