"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Matching, Removed
from specdiff.model.finding import Case, Severity
from specdiff.model.spec import Section
from specdiff.prose.text.wording import counted
from specdiff.rules.rule import Found, rule


@rule(
    id="section/removed",
    on=Removed[Section],
    severity=Severity.MAJOR,
    mirror="section/added",
    says="Policy “{title}” ({level}) is gone: {holds}",
    asks="Where does its rule live now, or is what it asked for no longer wanted?",
    explains=(
        "statement/removed",
        "example/removed",
        "commentary/removed",
        "definition/removed",
        "eval-prompt/removed",
        "eval-prompt/orphaned",
    ),
    fires=(
        Case(
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
            """
            # Rules {#rules authority=user}
            The assistant should be kind.
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
def removed(change: Removed[Section], matching: Matching) -> Iterator[Found]:
    """A policy is gone and has no successor.

    All that it demanded and allowed is no longer said, and its examples no
    longer teach it. What it overrode may now hold without limit.
    """
    section = change.old
    merged = matching.merged_away.get(section.id)
    yield Found(
        title=section.title,
        level=section.level or "no level",
        holds=f"{counted(len(section.statements), 'statement')}, {counted(len(section.examples), 'example')}",
        tags=section.tags,
        parts_of=(merged.new.title,) if merged else (),
    )
