"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Example
from specdiff.rules.rule import Found, rule


@rule(
    id="example/moved",
    on=Kept[Example],
    severity=Severity.MINOR,
    mirror="example/moved",
    says="The example “{title}” moved {where}",
    asks="Which rule does it illustrate in its new place?",
    fires=(
        Case(
            """
            # Medicine {#medicine authority=user}
            The assistant should be careful with doses.

            **Example**: asking for a dose

            ~~~xml
            <user>
            How much of it can I take?
            </user>
            <comparison>
            <assistant> <!-- GOOD -->
            Please ask a doctor about the dose.
            </assistant>
            <assistant> <!-- BAD -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~

            # Law {#law authority=user}
            The assistant should not give legal opinions.
            """,
            """
            # Medicine {#medicine authority=user}
            The assistant should be careful with doses.

            # Law {#law authority=user}
            The assistant should not give legal opinions.

            **Example**: asking for a dose

            ~~~xml
            <user>
            How much of it can I take?
            </user>
            <comparison>
            <assistant> <!-- GOOD -->
            Please ask a doctor about the dose.
            </assistant>
            <assistant> <!-- BAD -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~
            """,
            {"title": "asking for a dose", "from_policy": "Medicine", "to_policy": "Law", "within": False},
        ),
    ),
    silent=(
        Case(
            """
            # Medicine {#medicine authority=user}
            The assistant should be careful with doses.

            **Example**: asking for a dose

            ~~~xml
            <user>
            How much of it can I take?
            </user>
            <comparison>
            <assistant> <!-- GOOD -->
            Please ask a doctor about the dose.
            </assistant>
            <assistant> <!-- BAD -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~
            """,
            """
            # Doses {#doses authority=user}
            The assistant should be careful with doses.

            **Example**: asking for a dose

            ~~~xml
            <user>
            How much of it can I take?
            </user>
            <comparison>
            <assistant> <!-- GOOD -->
            Please ask a doctor about the dose.
            </assistant>
            <assistant> <!-- BAD -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~
            """,
            why="Its policy only has another name.",
        ),
    ),
)
def moved(change: Kept[Example], matching: Matching) -> Iterator[Found]:
    """An example stands in another policy, or elsewhere in its own, with its text kept.

    In another policy it illustrates another rule, perhaps at another level of
    authority. Nothing of it was added or removed, whatever a line diff shows.
    """
    if not (change.moved or change.reordered):
        return
    old, new = matching.old.by_id[change.old.section], matching.new.by_id[change.new.section]
    yield Found(
        title=change.new.title,
        from_policy=old.title,
        to_policy=new.title,
        within=not change.moved,
        where=f"from “{old.title}” to “{new.title}”" if change.moved else f"within “{new.title}”",
    )
