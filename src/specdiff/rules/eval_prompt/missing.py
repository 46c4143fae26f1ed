"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import EvalPrompt
from specdiff.rules.prompts import lacks_file
from specdiff.rules.rule import Found, rule


@rule(
    id="eval-prompt/missing",
    on=(Kept[EvalPrompt], Added[EvalPrompt]),
    severity=Severity.MINOR,
    mirror="eval-prompt/repaired",
    says="The footnote [^{id}] names an eval prompt that has no file",
    asks="Was the file forgotten, or should the mark go?",
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
            The assistant should not swear[^zz99].

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            Say hello.
            """,
            {"id": "zz99", "is_new": False},
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
            The assistant should not swear[^zz99].

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            Say hello.
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
            """,
            """
            # Tone {#tone authority=user}
            The assistant should be friendly[^ab12].
            The assistant should not swear[^zz99].

            # Facts {#facts authority=user}
            The assistant should name its sources.
            """,
            why="Where no prompt files are known at all, none is missing.",
        ),
    ),
)
def missing(change: Kept[EvalPrompt] | Added[EvalPrompt], matching: Matching) -> Iterator[Found]:
    """A footnote mark names an eval prompt, and there is no such file.

    Other marks have theirs. The sentence looks tested and is not.
    """
    new = change.new
    if lacks_file(new, matching) and (isinstance(change, Added) or not lacks_file(change.old, matching)):
        yield Found(id=new.id, is_new=isinstance(change, Added))
