"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching, Merged, Split
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Home, Statement
from specdiff.prose.paraphrase.forms import same_said
from specdiff.prose.text.disguise import disguises
from specdiff.rules.meaning import difference, shown, went_or_came
from specdiff.rules.rule import Found, rule
from specdiff.rules.unbound import flips


@rule(
    id="statement/reworded",
    on=(Kept[Statement], Split[Statement], Merged[Statement]),
    severity=Severity.EDITORIAL,
    mirror="statement/reworded",
    says="A sentence is worded or set differently and says the same: “{start}”",
    asks="Is it meant to say the same?",
    fires=(
        Case(
            """
            # Answers {#answers authority=user}
            The assistant should greet the user.
            """,
            """
            # Answers {#answers authority=user}
            The assistant should greet *the* user.
            """,
            {},
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
            The assistant must greet the user.
            """,
        ),
        Case(
            """
            # Answers {#answers authority=user}
            The assistant should greet the user and tell them what it is for.
            """,
            """
            # Answers {#answers authority=user}
            The assistant should greet the user
            and tell them what it is for.
            """,
        ),
    ),
)
def reworded(change: Kept[Statement] | Split[Statement] | Merged[Statement], matching: Matching) -> Iterator[Found]:
    """A sentence is worded, spelled, divided or marked up differently, and says the same.

    Listed so that nothing that changed is left out.
    """
    if isinstance(change, Split | Merged):
        yield Found(start=shown(change.new if isinstance(change, Merged) else change.old))
        return
    if change.old.text == change.new.text:
        return
    homes = (change.old.home, change.new.home)
    if Home.CODE not in homes and change.old.text.split() == change.new.text.split():
        return  # the same words in other lines: layout
    if went_or_came(change) or flips(change, matching):
        return
    if homes == (Home.BODY, Home.BODY):
        same = not difference(change, matching).traits or bool(difference(change, matching).of("statement/reworded"))
    elif any(disguises(change.old.text, change.new.text)):
        same = False
    elif homes == (Home.STRUCK, Home.STRUCK):
        same = True  # whatever it says now, it binds as little as before
    elif Home.CODE in homes:
        same = change.old.words == change.new.words
    else:
        same = same_said(change.old.words, change.new.words)
    if same:
        yield Found(start=shown(change.new))
