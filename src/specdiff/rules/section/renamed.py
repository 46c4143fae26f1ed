"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.language import Force
from specdiff.model.spec import Section
from specdiff.prose.sentence.unbinding import advises, voided
from specdiff.prose.text.normal import normal
from specdiff.prose.text.wording import same_text
from specdiff.rules.rule import Found, rule
from specdiff.rules.unbound import UNBOUND, governs

_CALLED = "“{old_title}” is now called “{new_title}”, as if its rules "
_FORCES = (
    (UNBOUND, voided, Force.PERMITTED, ("did not bind any more", "bind from now on")),
    ("advice", advises, Force.REQUIRED, ("were only advice", "were more than advice")),
)
"""What a title may say of the rules below it, of which force these are at least, and what is told where it begins and ceases to say so."""


@rule(
    id="section/renamed",
    on=Kept[Section],
    severity=Severity.MINOR,
    mirror="section/renamed",
    says="“{old_title}” is now called “{new_title}”",
    asks="Does the new title promise the same as the old one?",
    explains=("section/id-changed", "section/reworded"),
    fires=(
        Case(
            """
            # Tone {#tone authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.
            """,
            """
            # Warmth {#tone authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.
            """,
            {"old_title": "Tone", "new_title": "Warmth"},
        ),
    ),
    silent=(
        Case(
            """
            # 1. Tone {#tone authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.
            """,
            """
            # 2. Tone {#tone authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.
            """,
            why="Renumbering is no renaming.",
        ),
        Case(
            """
            # Tone {#tone authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.
            """,
            """
            # *Tone* {#tone authority=user}
            The assistant should be friendly and patient.

            # Facts {#facts authority=user}
            The assistant should name its sources.
            """,
            why="The words are the same.",
        ),
    ),
)
def renamed(change: Kept[Section], matching: Matching) -> Iterator[Found]:
    """A policy has another title.

    The title is what people quote, what references show, and for a model the
    first thing it reads about the rule. A retitled policy may have another aim; one that is called deprecated or withdrawn loses its force, and under “Suggestions” a
    duty may be taken for one of them.
    """
    titles = normal(change.old.title), normal(change.new.title)
    for about, says, least, told in _FORCES:
        before, after = map(says, titles)
        if before != after and governs(change.new, matching, least):
            yield Found(
                old_title=change.old.title,
                new_title=change.new.title,
                direction="looser" if after else "stricter",
                facts={"about": about},
                says=_CALLED + told[not after],
            )
            return
    if not same_text(change.old, change.new):
        yield Found(old_title=change.old.title, new_title=change.new.title)
