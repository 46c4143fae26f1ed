"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Kept, Matching
from specdiff.model.finding import Case, Fact, Severity
from specdiff.model.spec import Home, Statement
from specdiff.prose.sentence.unbinding import unbinds
from specdiff.prose.traits import direction_of
from specdiff.rules.meaning import stands_as, stated, taken_back
from specdiff.rules.rule import Found, rule
from specdiff.rules.unbound import UNBOUND, flips, governs
from specdiff.rules.whole import whole

_SAYS = {
    "struck": "A text that is struck out is new: “{start}”",
    "code": "Code, or another text for machines, is new: “{start}”",
    "link": "The target of a link is new: “{start}”",
}
"""What is said of what is no rule."""
_UNBOUND = "A sentence says that the rules around it do not bind: “{start}”"


@rule(
    id="statement/added",
    on=(Added[Statement], Kept[Statement]),
    severity=Severity.MAJOR,
    mirror="statement/removed",
    says="A new rule ({force}): “{start}”",
    asks="Which older rule does it compete with, and which example shows it?",
    explains=("reference/*", "eval-prompt/added", "eval-prompt/repaired"),
    fires=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant should greet the user.
            """,
            """
            # Answers {#answers authority=user}
            The assistant should greet the user.

            Nobody may print the wifi password on a poster.
            """,
            {"force": "prohibited", "direction": "stricter"},
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
def added(change: Added[Statement] | Kept[Statement], matching: Matching) -> Iterator[Found]:
    """A sentence appeared that no older one became.

    A new duty, prohibition or permission; also one that was there struck out, or in a comment.
    """
    if isinstance(change, Kept):
        how = taken_back(change.old, change.new)
        if how and change.new.home is Home.BODY:
            yield stated(change.new, direction_of(change.new.reading), f"A rule that was {how} holds ({{force}}): “{{start}}”")
        elif flips(change, matching) == "looser":
            yield stated(change.new, "looser", _UNBOUND, {"about": UNBOUND})
        return
    if change.new.home in (Home.BODY, Home.CODE, Home.STRUCK):
        if change.new.home is Home.BODY and unbinds(change.new.words) and governs(matching.new.by_id[change.new.section], matching):
            yield stated(change.new, "looser", _UNBOUND, {"about": UNBOUND})
            return
        kind = stands_as(change.new)
        head = whole(change.new, matching.new, matching)
        facts: dict[str, Fact] = {"part_of": head.words} if head else {"about": kind} if kind == "struck" else {}
        yield stated(change.new, direction_of((head or change.new).reading), _SAYS.get(kind, ""), facts)
