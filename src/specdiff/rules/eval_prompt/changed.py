"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import EvalPrompt
from specdiff.rules.prompts import as_file, same_question
from specdiff.rules.rule import Found, rule


@rule(
    id="eval-prompt/changed",
    on=Kept[EvalPrompt],
    severity=Severity.MINOR,
    mirror="eval-prompt/changed",
    says="The text of the eval prompt [^{id}] changed",
    asks="Can its results still be compared with earlier ones?",
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
            The assistant should be friendly[^ab12].
            The assistant should not swear.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            Say hello to my angry neighbour.
            """,
            {"id": "ab12"},
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
            # Tone {#tone authority=user}
            The assistant should be friendly[^ab12].
            The assistant should not swear.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            *Say*  hello.
            """,
            why="Blanks and markup mean nothing.",
        ),
        Case(
            """
            # Tone {#tone authority=user}
            The assistant should be friendly[^ab12].
            The assistant should not swear.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            Examples for Tone:

            Say hello.
            """,
            """
            # Manner {#tone authority=user}
            The assistant should be friendly[^ab12].
            The assistant should not swear.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            Examples for Manner:

            Say hello.
            """,
            why="The file only follows the new title of the policy.",
        ),
    ),
)
def changed(change: Kept[EvalPrompt], matching: Matching) -> Iterator[Found]:
    """The file of an eval prompt says something else.

    The sentence is the same, and is tested by another question than before.
    """
    old, new = change.old, change.new
    if old.body is not None and new.body is not None and not same_question(old, new, matching):
        yield Found(old=as_file(old), new=as_file(new), id=new.id)
