"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Reference
from specdiff.rules.rule import Found, rule
from specdiff.rules.targets import carrier


@rule(
    id="reference/retargeted",
    on=Kept[Reference],
    severity=Severity.MINOR,
    mirror="reference/retargeted",
    says="The reference to #{old_target} now leads to #{new_target}",
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
            The assistant should be friendly, as [Facts](#fact) says.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            # Length {#length authority=user}
            The assistant should answer in few words.
            """,
        ),
    ),
)
def retargeted(change: Kept[Reference], matching: Matching) -> Iterator[Found]:
    """A cross reference leads to another rule than before.

    The sentence around it reads the same and defers to something else. Where the target only
    got another anchor (``followed``) nothing happened; where it is only spelled otherwise nothing is said.
    """
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
            old_target=old,
            new_target=new,
            followed=followed,
        )
