"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Matching, Removed
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Example, Verdict
from specdiff.rules.conversation import left
from specdiff.rules.rule import Found, rule


@rule(
    id="example/removed",
    on=Removed[Example],
    severity=Severity.MAJOR,
    mirror="example/added",
    says="The example “{title}” is gone from “{policy}”; {left}",
    asks="What did it show that no other example shows, and is that still wanted?",
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

            **Example**: asking for a diagnosis

            ~~~xml
            <user>
            What is this rash on my arm?
            </user>
            <comparison>
            <assistant> <!-- GOOD -->
            It may be an allergy; a doctor can tell.
            </assistant>
            <assistant> <!-- BAD -->
            It is certainly measles.
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
            {"title": "asking for a diagnosis", "policy": "Medicine", "goods": 1, "bads": 1, "last": False},
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
            """,
            {"title": "asking for a dose", "last": True},
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

            **Example**: asking for a diagnosis

            ~~~xml
            <user>
            What is this rash on my arm?
            </user>
            <comparison>
            <assistant> <!-- GOOD -->
            It may be an allergy; a doctor can tell.
            </assistant>
            <assistant> <!-- BAD -->
            It is certainly measles.
            </assistant>
            </comparison>
            ~~~
            """,
            """
            # Medicine {#medicine authority=user}
            The assistant should be careful with doses.

            **Example**: asking for a diagnosis

            ~~~xml
            <user>
            What is this rash on my arm?
            </user>
            <comparison>
            <assistant> <!-- GOOD -->
            It may be an allergy; a doctor can tell.
            </assistant>
            <assistant> <!-- BAD -->
            It is certainly measles.
            </assistant>
            </comparison>
            ~~~

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
            why="It only stands elsewhere.",
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
            why="It is the same conversation under another title.",
        ),
    ),
)
def removed(change: Removed[Example], matching: Matching) -> Iterator[Found]:
    """An example is gone.

    The edge that it showed is now shown by nothing else, unless another example
    does. Where it was the policy's last one, or the last with a good reply, the rule stands alone.
    """
    example = change.old
    policy = matching.new.by_id.get(matching.section_became.get(example.section, ""))
    yield Found(
        title=example.title,
        policy=matching.old.by_id[example.section].title,
        goods=sum(reply.verdict is Verdict.GOOD for reply in example.replies),
        bads=sum(reply.verdict is Verdict.BAD for reply in example.replies),
        last=policy is not None and not policy.examples,
        left=left(policy),
        direction="other",
    )
