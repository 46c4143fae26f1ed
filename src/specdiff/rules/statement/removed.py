"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching, Removed
from specdiff.model.finding import Case, Fact, Severity
from specdiff.model.spec import Home, Statement
from specdiff.prose.sentence.unbinding import unbinds
from specdiff.prose.traits import direction_of, opposite
from specdiff.rules.meaning import stands_as, stated, taken_back
from specdiff.rules.rule import Found, rule
from specdiff.rules.unbound import UNBOUND, flips, governs
from specdiff.rules.whole import whole

_SAYS = {
    "struck": "A text that is struck out is gone: “{start}”",
    "code": "Code, or another text for machines, is gone: “{start}”",
    "link": "The target of a link is gone: “{start}”",
}
"""What is said of what is no rule."""
_UNBOUND = "That the rules around it do not bind is not said any more: “{start}”"


@rule(
    id="statement/removed",
    on=(Removed[Statement], Kept[Statement]),
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
def removed(change: Removed[Statement] | Kept[Statement], matching: Matching) -> Iterator[Found]:
    """A sentence is gone and no newer one took its place.

    What it asked for is asked for no more, what it allowed is open again. One that is struck out or put in a comment is still on the page and
    binds nobody.
    """
    if isinstance(change, Kept):
        how = taken_back(change.new, change.old)
        if how and change.old.home is Home.BODY:
            yield stated(change.old, opposite(direction_of(change.old.reading)), f"A rule is {how} ({{force}}): “{{start}}”")
        elif flips(change, matching) == "stricter":
            yield stated(change.old, "stricter", _UNBOUND, {"about": UNBOUND})
        return
    if change.old.home in (Home.BODY, Home.CODE, Home.STRUCK):
        if change.old.home is Home.BODY and unbinds(change.old.words) and governs(matching.old.by_id[change.old.section], matching):
            yield stated(change.old, "stricter", _UNBOUND, {"about": UNBOUND})
            return
        kind = stands_as(change.old)
        head = whole(change.old, matching.old, matching)
        facts: dict[str, Fact] = {"part_of": head.words} if head else {"about": kind} if kind == "struck" else {}
        yield stated(change.old, opposite(direction_of((head or change.old).reading)), _SAYS.get(kind, ""), facts)
