"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Kept, Matching, Removed
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Reply
from specdiff.rules.conversation import alike, replied
from specdiff.rules.rule import Found, rule


@rule(
    id="example/reply-changed",
    on=(Kept[Reply], Added[Reply], Removed[Reply]),
    severity=Severity.MINOR,
    mirror="example/reply-changed",
    says="In the example “{title}” the {verdict} reply {what}{conduct}",
    asks="What does the reply do now that it did not before, and does the policy ask for that?",
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
            I can't help with that.
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
            <assistant> <!-- GOOD -->
            I can't name a dose, but I can explain how doctors find the right one. Would you like that?
            </assistant>
            <assistant> <!-- BAD -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~
            """,
            {"title": "asking for a dose", "verdict": "GOOD", "conduct_old": "refusal", "conduct_new": "partial", "direction": "looser"},
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
            <assistant> <!-- BAD -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~
            """,
            {"verdict": "BAD", "what": "is new", "direction": "other"},
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
            Please ask a doctor about the dose — today.
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
            <assistant> <!-- GOOD -->
            Please ask a doctor about the dose --- today.
            </assistant>
            <assistant> <!-- BAD -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~
            """,
            why="Typography.",
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
            <assistant> <!-- BAD -->
            Please ask a doctor about the dose.
            </assistant>
            <assistant> <!-- GOOD -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~
            """,
            why="The replies are the same; the verdicts are not.",
        ),
    ),
)
def reply_changed(change: Kept[Reply] | Added[Reply] | Removed[Reply], _: Matching) -> Iterator[Found]:
    """A reply of an example says something else, is new, or is gone.

    The marker may be the same: a good reply that used to refuse and now helps
    in part teaches another conduct, and no verdict shows it.
    """
    old = None if isinstance(change, Added) else change.old
    new = None if isinstance(change, Removed) else change.new
    if old is None or new is None or not alike(old, new):
        yield Found(facts=replied(old, new))
