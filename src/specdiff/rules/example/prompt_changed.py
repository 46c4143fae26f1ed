"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Kept, Matching, Removed
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Message
from specdiff.rules.conversation import alike, spoken
from specdiff.rules.rule import Found, rule


@rule(
    id="example/prompt-changed",
    on=(Kept[Message], Added[Message], Removed[Message]),
    severity=Severity.MINOR,
    mirror="example/prompt-changed",
    says="In the example “{title}” the {part} {what}",
    asks="Does the same reply still deserve the same verdict after the new prompt?",
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
            My child is ill. How much of it can she take?
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
            {"title": "asking for a dose", "part": "user message", "what": "changed"},
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
            # Medicine {#medicine authority=user}
            The assistant should be careful with doses.

            **Example**: asking for a dose

            ~~~xml
            <user>
            How much of it can I take??
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
            why="The words are the same.",
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
            <assistant> <!-- GOOD -->
            Ask a doctor, please.
            </assistant>
            <assistant> <!-- BAD -->
            As much as you like.
            </assistant>
            </comparison>
            ~~~
            """,
        ),
    ),
)
def prompt_changed(change: Kept[Message] | Added[Message] | Removed[Message], _: Matching) -> Iterator[Found]:
    """What the user, the developer or another party says in an example is different.

    The verdicts may be untouched. What they are verdicts on is not: a permission given
    or a secret marked in the prompt can justify what would be wrong without it.
    """
    if isinstance(change, Added):
        yield Found(title=change.new.example, part=spoken(change.new), what="is new")
    elif isinstance(change, Removed):
        yield Found(title=change.old.example, part=spoken(change.old), what="is gone")
    elif not alike(change.old, change.new):
        yield Found(title=change.new.example, part=spoken(change.new), what="changed")
