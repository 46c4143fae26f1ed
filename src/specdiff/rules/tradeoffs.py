"""What a finding trades besides what its words say: a limit is traded for help, and a level of authority belongs to somebody.

"… about people, unless it was widely reported"   a rule for the sake of privacy lets more through: helpfulness gains
a rule on safety falls from developer to user      users may set it aside: user autonomy gains over safety
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from math import copysign

from specdiff.model.change import Matching
from specdiff.model.finding import Finding, Sign
from specdiff.model.language import Force
from specdiff.model.spec import Section, Statement
from specdiff.prose.values.glossary import of_levels, restraining
from specdiff.prose.values.stance import Stance

HELP = "helpfulness"
_LIMITS = frozenset({
    "statement/reversed", "statement/strengthened", "statement/weakened",
    "exception/added", "exception/removed", "exception/widened", "exception/narrowed",
})  # fmt: skip
_WAYS = {"stricter": 1, "looser": -1}
_THROUGH = {1: "less", -1: "more"}
_TELLING = 0.3
_MOST = 0.5
_SUBJECT = 0.4
_LEVEL = 0.7
_IMPLIED = "a rule for the sake of "


def _limited(finding: Finding) -> int | None:
    """Return 1 where a limit on what may be done lets less through than before, -1 where it lets more, 0 for one or the other; ``None`` for no limit."""
    forces = [node.reading.force for node in (finding.old, finding.new) if isinstance(node, Statement)]
    if finding.rule.id not in _LIMITS or not any(force.negative or force is Force.PERMITTED for force in forces):
        return None
    return _WAYS.get(str(finding.facts.get("direction")), 0)


def given_up(finding: Finding, signs: Sequence[Sign]) -> list[Sign]:
    """Return the sign that a changed limit has for help, where it is for the sake of one value and its sentence names no other."""
    toward = _limited(finding)
    lone = [sign for sign in signs if sign.value in restraining() and abs(sign.weight) >= _TELLING]
    if toward is None or len(lone) != len(signs) or len(lone) != 1:
        return []
    return [_helped(finding, sign.value, max(-_MOST, min(_MOST, -sign.weight))) for sign in lone if sign.weight * toward >= 0]


def _helped(finding: Finding, kept: str, weight: float) -> Sign:
    return Sign(finding, HELP, weight, f"{_IMPLIED}{kept} lets {_THROUGH[-int(copysign(1, weight))]} through")


def of_subject(finding: Finding, signs: Sequence[Sign], said: Callable[[Section], Mapping[str, Stance]]) -> list[Sign]:
    """Return what a finding says for what its policy is kept for, by the policy's heading.

    That is at stake where a rule whose words name no value lets more or less through, or where all that they name is help that is denied.
    """
    toward = 0 if signs else _limited(finding) or 0
    denied = [sign.value for sign in signs] == [HELP] and sum(sign.weight for sign in signs) <= -_TELLING
    if finding.section_new is None or not (toward or denied):
        return []
    kept = [name for name, stance in said(finding.section_new).items() if stance.weight > 0]
    if len(kept) != 1 or not restraining().issuperset(kept):
        return []
    (name,) = kept
    if denied:
        return [Sign(finding, name, _SUBJECT, "a policy that is kept for it denies help")]
    subject = Sign(finding, name, toward * _SUBJECT, f"a rule of a policy that is kept for it lets {_THROUGH[toward]} through")
    return [subject, _helped(finding, name, -subject.weight)]


def is_implied(sign: Sign) -> bool:
    """Return whether a sign is only implied by what another value gained or lost in the same finding."""
    return sign.why.startswith(_IMPLIED)


def handed_over(finding: Finding, matching: Matching, said: Callable[[Section | Statement], Mapping[str, Stance]]) -> list[Sign]:
    """Return what a policy that rose or fell on the ladder says for who may override it, and against what it is kept for.

    *said* tells what a sentence or a heading says of each value.
    """
    new, owners, rose = finding.new, of_levels(), finding.rule.id == "authority/raised"
    became = matching.level_became
    old_level, new_level = (str(finding.facts[key]) for key in ("old_level", "new_level"))
    lower, upper = (old_level, new_level) if rose else (new_level, became.get(old_level, old_level))
    signs = []
    if isinstance(new, Section) and lower in owners:
        they, weight = _plural(lower), _LEVEL if rose else -_LEVEL  # for what stands above them
        between = _between(became.get(lower, lower), upper, matching)
        signs += [
            Sign(finding, owners[level], -weight, f"{_plural(level)} may override it {'no longer' if rose else 'now'}")
            for level in (lower, *between)
        ]
        if owners.get(upper, owners[lower]) != owners[lower]:
            signs.append(Sign(finding, owners[upper], weight, f"{'' if rose else 'not '}only {_plural(upper)} may override it now"))
        if kept := _kept_for(new, said):
            signs.append(Sign(finding, kept, weight, f"a policy for its sake {'cannot' if rose else 'can'} be overridden by {they}"))
    return signs


def _between(lower: str, upper: str, matching: Matching) -> list[str]:
    """Return the levels that somebody has and that stand between two others, from the lower one up."""
    below = list(takewhile(lambda name: name != upper, reversed(matching.new.ladder.names)))
    above = list(takewhile(lambda name: name != lower, reversed(below)))
    return [name for name in reversed(above) if name in of_levels()]


def _plural(level: str) -> str:
    return f"{level.removesuffix('s')}s"


def _kept_for(section: Section, said: Callable[[Section | Statement], Mapping[str, Stance]]) -> str:
    """Return the value that a policy promotes most of all, by its heading if that names one, else by its sentences; "" for none."""
    for parts in ((section,), section.statements):
        kept = Counter[str]()
        for part in parts:
            kept.update({name: stance.weight for name, stance in said(part).items() if name not in of_levels().values()})
        most = max(kept, key=lambda name: (kept[name], name), default="")
        if kept[most] > 0:
            return most
    return ""
