"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Reply
from specdiff.rules.conversation import same_reason
from specdiff.rules.rule import Found, rule
from specdiff.rules.targets import resolves


@rule(
    id="example/reason-changed",
    on=Kept[Reply],
    severity=Severity.MINOR,
    mirror="example/reason-changed",
    says="In the example “{title}” the reason for {verdict} {what}",
    asks="Does the new reason generalise to other cases in the way that is wanted?",
    explains=("reference/retargeted",),
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
            """,
            """
            # Medicine {#medicine authority=user}
            The assistant should be careful with doses.

            **Example**: asking for a dose

            ~~~xml
            <user>
            How much of it can I take?
            </user>
            <comparison>
            <assistant> <!-- GOOD: a doctor can see the whole case -->
            Please ask a doctor about the dose.
            </assistant>
            <assistant> <!-- BAD -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~
            """,
            {
                "title": "asking for a dose",
                "verdict": "GOOD",
                "what": "is given now",
                "old_reason": "",
                "new_reason": "a doctor can see the whole case",
            },
        ),
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
            <assistant> <!-- BAD: careless of the risk -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~
            """,
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
            <assistant> <!-- BAD: the figure has no source -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~
            """,
            {"what": "changed"},
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
            <assistant> <!-- BAD: careless of the the risk -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~
            """,
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
            <assistant> <!-- BAD: careless of the risk -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~
            """,
            why="A slip of the pen was mended.",
        ),
    ),
)
def reason_changed(change: Kept[Reply], matching: Matching) -> Iterator[Found]:
    """The reason that an example gives for a verdict is another one.

    The reason says what to learn from the reply. Under the same marker it can name another
    rule, or make a special case of what was the general one.
    """
    old, new = change.old, change.new
    if same_reason(old, new) and _names_the_same(old, new, matching):
        return
    yield Found(
        title=new.example,
        verdict=new.verdict.upper(),
        what=_what(old, new),
        old_reason=old.reason,
        new_reason=new.reason,
        old_tags=old.tags,
        new_tags=new.tags,
    )


def _names_the_same(old: Reply, new: Reply, matching: Matching) -> bool:
    """Whether a verdict names the same policies, under whatever anchors. One that leads nowhere is no other policy."""
    return len(old.tags) == len(new.tags) and all(
        after in (before, matching.section_became.get(before)) or not resolves(after, matching.new)
        for before, after in zip(old.tags, new.tags, strict=True)
    )


def _what(old: Reply, new: Reply) -> str:
    if same_reason(old, new):
        return "names other policies"
    if not old.reason:
        return "is given now"
    return "changed" if new.reason else "is no longer given"
