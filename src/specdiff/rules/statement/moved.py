"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Fact, Severity
from specdiff.model.language import Force
from specdiff.model.spec import Home, Statement
from specdiff.prose.sentence.unbinding import advises
from specdiff.prose.text.normal import normal
from specdiff.rules.meaning import shown
from specdiff.rules.rule import Found, rule


@rule(
    id="statement/moved",
    on=Kept[Statement],
    severity=Severity.MINOR,
    mirror="statement/moved",
    says="A sentence moved {where}: “{start}”",
    asks="Does it mean the same in its new place?",
    explains=("eval-prompt/moved",),
    fires=(
        Case(
            """
            # One {#one authority=user}
            The assistant should greet the user.

            Nobody may print the wifi password on a poster.

            # Two {#two authority=user}
            The assistant should be brief.
            """,
            """
            # One {#one authority=user}
            The assistant should greet the user.

            # Two {#two authority=user}
            The assistant should be brief.

            Nobody may print the wifi password on a poster.
            """,
            {"where": "from “One” to “Two”"},
        ),
    ),
    silent=(
        Case(
            """
            # One {#one authority=user}
            The assistant should greet the user.

            Nobody may print the wifi password on a poster.

            # Two {#two authority=user}
            The assistant should be brief.
            """,
            """
            # One {#one authority=user}
            The assistant should greet the user.

            Posters are nice.

            Nobody may print the wifi password on a poster.

            # Two {#two authority=user}
            The assistant should be brief.
            """,
        ),
    ),
)
def moved(change: Kept[Statement], matching: Matching) -> Iterator[Found]:
    """A sentence stands in another policy, or elsewhere in its own.

    A rule takes the level, the lead-in and the neighbours of its new place; a duty under "Suggestions" may be taken for one of them.
    """
    if change.moved:
        titles = matching.old.by_id[change.old.section].title, matching.new.by_id[change.new.section].title
        yield Found(where="from “{}” to “{}”".format(*titles), start=shown(change.new), facts=_force(change, *titles))
    elif change.reordered and change.old.home is not Home.CODE:
        yield Found(where="within its policy", start=shown(change.new))


def _force(change: Kept[Statement], *titles: str) -> dict[str, Fact]:
    """Return that a duty went under a heading which promises only advice, or came from there."""
    advised = [advises(normal(title)) for title in titles]
    duty = min(one.reading.force.strength for one in (change.old, change.new)) == Force.REQUIRED.strength
    if not duty or advised[0] == advised[1]:
        return {}
    return {"direction": "looser" if advised[1] else "stricter", "about": "advice"}
