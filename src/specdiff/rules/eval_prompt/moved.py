"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import EvalPrompt
from specdiff.rules.rule import Found, rule


@rule(
    id="eval-prompt/moved",
    on=Kept[EvalPrompt],
    severity=Severity.MINOR,
    mirror="eval-prompt/moved",
    says="The eval prompt [^{id}] moved {where}",
    asks="Does the prompt still test what the sentence it now hangs on asks for?",
    explains=("statement/reworded",),
    fires=(
        Case(
            """
            # Tone {#tone authority=user}
            The assistant should be friendly[^ab12].
            The assistant should not swear.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            Say hello.
            """,
            """
            # Tone {#tone authority=user}
            The assistant should be friendly.
            The assistant should not swear.

            # Facts {#facts authority=user}
            The assistant should name its sources[^ab12].

            %% examples/ab12.md
            Say hello.
            """,
            {"id": "ab12", "same_sentence": False},
            also=("statement/reworded",),
        ),
        Case(
            """
            # Tone {#tone authority=user}
            The assistant should be friendly[^ab12].
            The assistant should not swear.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            Say hello.
            """,
            """
            # Tone {#tone authority=user}
            The assistant should be friendly.
            The assistant should not swear[^ab12].

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            Say hello.
            """,
            {"where": "to another sentence of “Tone”"},
            also=("statement/reworded",),
        ),
    ),
    silent=(
        Case(
            """
            # Tone {#tone authority=user}
            The assistant should be friendly[^ab12].
            The assistant should not swear.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            Say hello.
            """,
            """
            # Tone {#manner authority=user}
            The assistant should be friendly[^ab12].
            The assistant should not swear.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            Say hello.
            """,
            why="Its policy only has another anchor.",
        ),
    ),
)
def moved(change: Kept[EvalPrompt], matching: Matching) -> Iterator[Found]:
    """A footnote mark hangs on another sentence than before.

    The prompt is the same; what its results are held against is another rule.
    """
    old, new = change.old, change.new
    if old.statement is None or new.statement is None:
        return
    pair = matching.kept(old.statement)
    same = pair is not None and pair.new is new.statement
    if same and not change.moved:
        return
    before, after = matching.old.by_id[old.section].title, matching.new.by_id[new.section].title
    where = f"from “{before}” to “{after}”" if change.moved else f"to another sentence of “{after}”"
    yield Found(id=new.id, from_policy=before, to_policy=after, same_sentence=same, where=where)
