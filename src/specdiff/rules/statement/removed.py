"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Matching, Removed
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Home, Statement
from specdiff.prose.traits import direction_of, opposite
from specdiff.rules.meaning import no_rule, shown
from specdiff.rules.rule import Found, rule
from specdiff.rules.whole import whole

_SAYS = {"code": "Code, or another text for machines, is gone: “{start}”", "link": "The target of a link is gone: “{start}”"}
"""What is said of what is no rule."""


@rule(
    id="statement/removed",
    on=Removed[Statement],
    severity=Severity.MAJOR,
    mirror="statement/added",
    says="A rule is gone ({force}): “{start}”",
    asks="Is the rule given up, or said elsewhere?",
    explains=("reference/*", "eval-prompt/removed", "eval-prompt/orphaned"),
    fires=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant should greet the user.

            Nobody may print the wifi password on a poster.
            """,
            """
            # Answers {#answers authority=user}
            The assistant should greet the user.
            """,
            {"force": "prohibited", "direction": "looser"},
        ),
    ),
    silent=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant should greet the user.
            """,
            """
            # Answers {#answers authority=user}
            The assistant should welcome the user.
            """,
        ),
    ),
)
def removed(change: Removed[Statement], matching: Matching) -> Iterator[Found]:
    """A sentence is gone and no newer one took its place.

    What it asked for is asked for no more, what it allowed is open again.
    """
    if change.old.home in (Home.BODY, Home.CODE):
        head = whole(change.old, matching.old, matching)
        yield Found(
            force=str(change.old.reading.force),
            start=shown(change.old),
            direction=opposite(direction_of((head or change.old).reading)),
            facts={"part_of": head.words} if head else {},
            says=_SAYS[kind] if (kind := no_rule(change.old)) else "",
        )
