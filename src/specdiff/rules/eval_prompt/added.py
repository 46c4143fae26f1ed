"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import EvalPrompt
from specdiff.rules.prompts import lacks_file
from specdiff.rules.rule import Found, rule


@rule(
    id="eval-prompt/added",
    on=Added[EvalPrompt],
    severity=Severity.MINOR,
    mirror="eval-prompt/removed",
    says="New eval prompt [^{id}] in “{policy}”",
    asks="Does the prompt test what the sentence asks for?",
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
            The assistant should be friendly[^ab12].
            The assistant should not swear[^cd34].

            # Facts {#facts authority=user}
            The assistant should name its sources.

            %% examples/ab12.md
            Say hello.

            %% examples/cd34.md
            May I curse?
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
def added(change: Added[EvalPrompt], matching: Matching) -> Iterator[Found]:
    """A footnote mark, and the eval prompt that it names, is new.

    The sentence it hangs on is now tested by this prompt.
    """
    prompt = change.new
    if prompt.marked and not lacks_file(prompt, matching):
        yield Found(id=prompt.id, policy=matching.new.by_id[prompt.section].title)
