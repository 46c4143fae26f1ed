"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Example
from specdiff.prose.text.wording import same_reading
from specdiff.rules.rule import Found, rule


@rule(
    id="example/retitled",
    on=Kept[Example],
    severity=Severity.MINOR,
    mirror="example/retitled",
    says="The example “{old_title}” is now titled “{title}”",
    asks="Does the example teach the same lesson under its new title?",
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

            **Example**: how much to take

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
            {"old_title": "asking for a dose", "title": "how much to take"},
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
            why="Markup is no other title.",
        ),
        Case(
            """
            # Medicine {#medicine authority=user}
            The assistant should be careful with doses.

            **Example**: asking about mediccation

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

            **Example**: asking about medication

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
            why="A slip of the pen was mended.",
        ),
    ),
)
def retitled(change: Kept[Example], _: Matching) -> Iterator[Found]:
    """An example has another title.

    The title says what the example is meant to show. A new one over the same
    conversation may turn the lesson around.
    """
    if not same_reading(change.old.words, change.new.words):
        yield Found(old_title=change.old.title, title=change.new.title)
