"""What became of the conditions of a sentence: a permission that holds in fewer cases is stricter, any other rule looser."""

import re

from specdiff.model.language import Force, Reading
from specdiff.prose.comparison.hosts import went_with_its_clause
from specdiff.prose.comparison.pairs import paired_parts
from specdiff.prose.lexicon import pattern
from specdiff.prose.paraphrase.content import said_elsewhere
from specdiff.prose.sentence.limits import is_alternative, one_more
from specdiff.prose.text.changes import changed_words
from specdiff.prose.traits import LOOSER, STRICTER, Trait, binds, main_force, opposite

_ASIDE = re.compile(r",\s(?:which|who)\b")


def conditions(before: Reading, after: Reading, old: str, new: str) -> list[Trait]:
    """Return which conditions came or went between two sentences (readings and normal forms), and what that makes of the rule."""
    pairs, gone, come = paired_parts(before.conditions, after.conditions)
    if len(gone) != len(come) and before.exceptions == after.exceptions:
        gone = [part for part in gone if not (said_elsewhere(part, old, new) or went_with_its_clause(part, old, new))]
        come = [part for part in come if not (said_elsewhere(part, new, old) or went_with_its_clause(part, new, old))]
    if len(gone) == len(come) == 1:
        pairs = [*pairs, (gone.pop(), come.pop())]
    main = main_force(before, after)
    out = (
        [_case("", part, new, _waiting(part, after, before) or _limiting(part, after, main)) for part in come]
        if len(come) > len(gone)
        else []
    )
    out += (
        [_case(part, "", old, _waiting(part, before, after) or _limiting(part, before, main)) for part in gone]
        if len(gone) > len(come)
        else []
    )
    if not (out or pairs or before.conditions or after.conditions):
        out += _behind_an_aside(old, new, main)
    out += [Trait("condition/added", "", more, _limiting(two, after, main)) for one, two in pairs if (more := one_more(one, two))]
    return out + [
        Trait("condition/removed", more, "", opposite(_limiting(one, before, main))) for one, two in pairs if (more := one_more(two, one))
    ]


def _behind_an_aside(old: str, new: str, main: Force) -> list[Trait]:
    """Return the condition that alone came or went behind what is told beside a rule ("…, which might wake them, if it is late"): it may limit either."""
    if _ASIDE.search(min(old, new, key=len)) is None:
        return []
    gone, come = (" ".join(side) for side in changed_words(old, new))
    if bool(gone) == bool(come) or not pattern("parts", "conditions").match(gone or come):
        return []
    looser = main is not Force.PERMITTED
    direction = LOOSER if bool(come) is looser else STRICTER
    return [Trait(f"condition/{'added' if come else 'removed'}", gone, come, direction, sure=False)]


def _limiting(condition: str, reading: Reading, main: Force) -> str:
    """Return what a condition makes of the clause that it stands in, or of the whole: a permission stricter, all else looser."""
    within = [clause.force for clause in reading.clauses if condition in clause.act.lower()]
    return STRICTER if (within[0] if len(within) == 1 else main) is Force.PERMITTED else LOOSER


def _waiting(condition: str, reading: Reading, other: Reading) -> str:
    """Return that a condition makes a rule stricter where it only says until when what the other sentence asks for must wait; else nothing."""
    waits = condition.startswith(("until ", "till ")) and reading.force.negative and not other.force.negative
    return STRICTER if waits else ""


def _case(gone: str, come: str, text: str, toward: str) -> Trait:
    """Return what a condition that came or went makes of a rule; one more case ("if asked, or if at risk") lets it hold more often, not less."""
    alternative = is_alternative(gone or come, text)
    direction = toward if bool(come) is not alternative else opposite(toward)
    if not alternative:
        return Trait(f"condition/{'added' if come else 'removed'}", gone, come, direction)
    return binds(f"or {gone}" if gone else "", f"or {come}" if come else "", more=direction is STRICTER)
