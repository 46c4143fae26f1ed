"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import EvalPrompt
from specdiff.prose.text.normal import normal
from specdiff.rules.prompts import as_file, same_question
from specdiff.rules.rule import Found, rule


@rule(
    id="eval-prompt/reworded",
    on=Kept[EvalPrompt],
    severity=Severity.EDITORIAL,
    mirror="eval-prompt/reworded",
    says="The file of the eval prompt [^{id}] is written differently{why}",
    asks="Is anything meant by it?",
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
            *Say* hello.
            """,
            {"id": "ab12", "followed": False},
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
            {"id": "ab12", "followed": True},
            also=("section/renamed",),
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
            Say hello to my angry neighbour.
            """,
        ),
    ),
)
def reworded(change: Kept[EvalPrompt], matching: Matching) -> Iterator[Found]:
    """The file of an eval prompt is laid out differently, or names a policy by its new title.

    The question it asks is the same.
    """
    old, new = change.old, change.new
    if old.body is None or new.body is None or old.body == new.body or not same_question(old, new, matching):
        return
    followed = normal(old.body) != normal(new.body)
    why = ": it follows the title of its policy" if followed else ""
    yield Found(old=as_file(old), new=as_file(new), id=new.id, followed=followed, why=why)
