"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching, Removed
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import EvalPrompt
from specdiff.rules.rule import Found, rule


@rule(
    id="eval-prompt/adopted",
    on=(Kept[EvalPrompt], Removed[EvalPrompt]),
    severity=Severity.MINOR,
    mirror="eval-prompt/orphaned",
    says="The file of eval prompt {id}, which no footnote named, {how}",
    asks="Does the prompt test what the sentence asks for?",
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

            %% examples/zz99.md
            Tell me a secret.
            """,
            """
            # Tone {#tone authority=user}
            The assistant should be friendly[^ab12].
            The assistant should not swear[^zz99].

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            Say hello.

            %% examples/zz99.md
            Tell me a secret.
            """,
            {"id": "zz99", "how": "is named now"},
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

            %% examples/zz99.md
            Tell me a secret.
            """,
            """
            # Tone {#tone authority=user}
            The assistant should be friendly[^ab12].
            The assistant should not swear.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            Say hello.
            """,
            {"how": "is gone"},
        ),
    ),
    silent=(
        Case(
            """
            # Tone {#tone authority=user}
            The assistant should be friendly[^ab12].
            The assistant should not swear[^cd34].

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            Say hello.

            %% examples/cd34.md
            May I curse?
            """,
            """
            # Tone {#tone authority=user}
            The assistant should be friendly[^ab12].
            The assistant should not swear.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            Say hello.
            """,
        ),
    ),
)
def adopted(change: Kept[EvalPrompt] | Removed[EvalPrompt], _: Matching) -> Iterator[Found]:
    """An eval prompt's file that no sentence referred to is no longer alone: a footnote names it, or it is gone.

    Its results now speak about a rule, or are no longer to be had.
    """
    if not change.old.marked and (isinstance(change, Removed) or change.new.marked):
        yield Found(id=change.old.id, how="is gone" if isinstance(change, Removed) else "is named now")
