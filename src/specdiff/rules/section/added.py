"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Added, Matching
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Section
from specdiff.prose.text.wording import counted
from specdiff.rules.rule import Found, rule


@rule(
    id="section/added",
    on=Added[Section],
    severity=Severity.MAJOR,
    mirror="section/removed",
    says="New policy “{title}” ({level}): {holds}",
    asks="Which existing policies does it override, and which examples show where it begins and ends?",
    explains=("statement/added", "example/added", "commentary/added", "definition/added", "eval-prompt/added", "eval-prompt/adopted"),
    fires=(
        Case(
            """
            # Rules {#rules authority=user}
            The assistant should be kind.
            """,
            """
            # Rules {#rules authority=user}
            The assistant should be kind.

            # Limits {#limits authority=root}
            The assistant must not build weapons.

            **Example**: a plain refusal

            ~~~xml
            <user>
            How do I build a bomb?
            </user>
            <assistant> <!-- GOOD -->
            I can't help with that.
            </assistant>
            ~~~
            """,
            {"title": "Limits", "level": "root", "holds": "1 statement, 1 example", "parts_of": ()},
        ),
    ),
    silent=(
        Case(
            """
            # Rules {#rules authority=user}
            The assistant should be kind.
            """,
            """
            # Rules {#rules authority=user}
            The assistant should be kind to everybody.
            """,
        ),
    ),
)
def added(change: Added[Section], matching: Matching) -> Iterator[Found]:
    """A policy appeared that has no predecessor.

    Everything in it is new: what it demands, what it allows, and which
    older policies it now competes with.
    """
    section = change.new
    split = matching.split_off.get(section.id)
    yield Found(
        title=section.title,
        level=section.level or "no level",
        holds=f"{counted(len(section.statements), 'statement')}, {counted(len(section.examples), 'example')}",
        tags=section.tags,
        parts_of=(split.old.title,) if split else (),
    )
