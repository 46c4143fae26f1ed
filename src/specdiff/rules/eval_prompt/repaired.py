"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching, Removed
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import EvalPrompt
from specdiff.rules.prompts import lacks_file
from specdiff.rules.rule import Found, rule


@rule(
    id="eval-prompt/repaired",
    on=(Kept[EvalPrompt], Removed[EvalPrompt]),
    severity=Severity.MINOR,
    mirror="eval-prompt/missing",
    says="The footnote [^{id}], which named an eval prompt that had no file, {how}",
    asks="Does the prompt test what the sentence asks for?",
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
            {"id": "zz99", "how": "has one now"},
        ),
        Case(
            """
            # Tone {#tone authority=user}
            The assistant should be friendly[^ab12].
            The assistant should not swear[^zz99].

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
            """,
            {"how": "is gone"},
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
            why="It never lacked its file.",
        ),
    ),
)
def repaired(change: Kept[EvalPrompt] | Removed[EvalPrompt], matching: Matching) -> Iterator[Found]:
    """A footnote mark that named no file does so no more: the file is there, or the mark is gone.

    Until now the sentence looked tested and was not.
    """
    old = change.old
    if lacks_file(old, matching) and (isinstance(change, Removed) or not lacks_file(change.new, matching)):
        yield Found(id=old.id, how="is gone" if isinstance(change, Removed) else "has one now")
