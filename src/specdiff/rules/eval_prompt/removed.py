"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Matching, Removed
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import EvalPrompt
from specdiff.rules.prompts import lacks_file
from specdiff.rules.rule import Found, rule


@rule(
    id="eval-prompt/removed",
    on=Removed[EvalPrompt],
    severity=Severity.MINOR,
    mirror="eval-prompt/added",
    says="The eval prompt [^{id}] is gone from “{policy}”",
    asks="Is what it tested no longer wanted, or only no longer tested?",
    explains=("statement/reworded",),
    fires=(
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
            {"id": "cd34", "policy": "Tone"},
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
            The assistant should be friendly.
            The assistant should not swear.

            # Facts {#facts authority=user}
            The assistant should name its sources[^ab12].

            %% examples/ab12.md
            Say hello.
            """,
            why="The mark only hangs elsewhere.",
        ),
    ),
)
def removed(change: Removed[EvalPrompt], matching: Matching) -> Iterator[Found]:
    """A footnote mark is gone, with the eval prompt that it named.

    What the sentence asked for is no longer tested by this prompt, whether or not
    the rule still stands.
    """
    prompt = change.old
    if prompt.marked and not lacks_file(prompt, matching):
        yield Found(id=prompt.id, policy=matching.old.by_id[prompt.section].title)
