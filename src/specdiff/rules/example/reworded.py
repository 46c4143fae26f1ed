"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Example, Message, Reply
from specdiff.prose.text.wording import same_reading
from specdiff.rules.conversation import alike, beyond_parts, same_reason, spoken
from specdiff.rules.rule import Found, rule


@rule(
    id="example/reworded",
    on=(Kept[Example], Kept[Message], Kept[Reply]),
    severity=Severity.EDITORIAL,
    mirror="example/reworded",
    says="In the example “{title}” the {part} is written differently",
    asks="Is anything meant by it?",
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
            {"title": "asking for a dose", "part": "GOOD reply"},
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
            {"part": "BAD reply"},
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

            **Example**: asking for a *dose*

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
            {"part": "title"},
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
            Please don't guess: a doctor can tell.
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
def reworded(change: Kept[Example] | Kept[Message] | Kept[Reply], _: Matching) -> Iterator[Found]:
    """Part of an example is spelled, punctuated or marked up differently, and says the same.

    Nothing follows from it. It is listed so that every changed line is accounted for.
    """
    old, new = change.old, change.new
    if isinstance(old, Example) and isinstance(new, Example):
        if old.title != new.title and same_reading(old.words, new.words):
            yield Found(title=new.title, part="title")
        elif beyond_parts(old, new):
            yield Found(title=new.title, part="markup")
    elif isinstance(old, Reply) and isinstance(new, Reply):
        if alike(old, new) and (old.verdict, old.tags) == (new.verdict, new.tags) and same_reason(old, new):
            yield Found(title=new.example, part=f"{new.verdict.upper()} reply")
    elif isinstance(old, Message) and isinstance(new, Message) and alike(old, new):
        yield Found(title=new.example, part=spoken(new))
