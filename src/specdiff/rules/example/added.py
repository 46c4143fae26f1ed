"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Example, Verdict
from specdiff.rules.rule import Found, rule


@rule(
    id="example/added",
    on=Added[Example],
    severity=Severity.MINOR,
    mirror="example/removed",
    says="New example “{title}” in “{policy}”: {goods} good, {bads} bad",
    asks="Which edge of the policy does it show, and does it agree with the others?",
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
            {"title": "asking for a diagnosis", "policy": "Medicine", "goods": 1, "bads": 1, "first": False},
        ),
        Case(
            """
            # Medicine {#medicine authority=user}
            The assistant should be careful with doses.
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
            {"title": "asking for a dose", "first": True},
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
def added(change: Added[Example], matching: Matching) -> Iterator[Found]:
    """An example appeared.

    Examples show where a rule begins and ends, and models learn from them as much
    as from the rule itself.
    """
    example = change.new
    policy = matching.old.by_id.get(matching.section_was.get(example.section, ""))
    yield Found(
        title=example.title,
        policy=matching.new.by_id[example.section].title,
        goods=sum(reply.verdict is Verdict.GOOD for reply in example.replies),
        bads=sum(reply.verdict is Verdict.BAD for reply in example.replies),
        first=policy is not None and not policy.examples,
        direction="other",
    )
