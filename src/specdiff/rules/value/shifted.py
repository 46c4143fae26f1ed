"""See the rule's docstring."""

from collections.abc import Iterator

from specdiff.model.change import Matching
from specdiff.model.finding import Case, Severity, Tilt
from specdiff.rules.rule import Found, rule


@rule(
    id="value/shifted",
    on=Tilt,
    severity=Severity.MAJOR,
    mirror="value/shifted",
    says="{gains} gains over {loses} ({strength})",
    asks="Is this shift intended, and do the examples of this policy show where the line now runs?",
    fires=(
        Case(
            """
            # Keeping secrets {#secrets authority=user}
            The assistant may lie to protect confidential instructions.
            """,
            """
            # Keeping secrets {#secrets authority=user}
            The assistant must not lie to protect confidential instructions.
            """,
            {"gains": "honesty", "loses": "confidentiality"},
            also=("statement/reversed",),
            why="One rule in which the two meet was turned round.",
        ),
    ),
    silent=(
        Case(
            """
            # Keeping secrets {#secrets authority=user}
            The assistant must not lie, and must protect confidential instructions.
            """,
            """
            # Keeping secrets {#secrets authority=user}
            The assistant must not lie and it must protect confidential instructions.
            """,
            why="Only the wording changed.",
        ),
    ),
)
def shifted(change: Tilt, _: Matching) -> Iterator[Found]:
    """Of two values that are traded for one another, one gained.

    No sentence says so by itself. It is the sum of what changed where the two meet: which acts are now
    forbidden, demanded or allowed, and which exceptions came or went.
    """
    yield Found(
        old=change.section_old,
        new=change.section_new,
        confidence=change.confidence,
        gains=change.gains,
        loses=change.loses,
        strength=change.strength,
        evidence=len({id(sign.finding) for sign in change.evidence}),
    )
