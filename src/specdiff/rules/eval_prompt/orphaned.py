"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import EvalPrompt
from specdiff.rules.rule import Found, rule


@rule(
    id="eval-prompt/orphaned",
    on=(Kept[EvalPrompt], Added[EvalPrompt]),
    severity=Severity.MINOR,
    mirror="eval-prompt/adopted",
    says="The eval prompt {id} has a file, but no footnote names it",
    asks="Which sentence should it test, or should the file go?",
    explains=("statement/reworded",),
    fires=(
        Case(
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
            {"id": "zz99", "is_new": False},
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
            The assistant should be friendly[^ab12].
            The assistant should not swear.

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            Say hello.

            %% examples/zz99.md
            Tell me a secret.
            """,
            {"id": "zz99", "is_new": True},
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
            The assistant should not swear[^cd34].

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            Say hello.

            %% examples/cd34.md
            May I curse?
            """,
        ),
    ),
)
def orphaned(change: Kept[EvalPrompt] | Added[EvalPrompt], _: Matching) -> Iterator[Found]:
    """There is an eval prompt's file that no sentence refers to.

    The prompt tests something, but nothing says which rule its results speak about.
    """
    if not change.new.marked and (isinstance(change, Added) or change.old.marked):
        yield Found(id=change.new.id, is_new=isinstance(change, Added))
