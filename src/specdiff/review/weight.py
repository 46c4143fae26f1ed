"""Severity in force, which answers how much behaviour may change, for whom, and whether it can be overridden.

A rule has a default. The place of the change moves it by steps: rules at the top of the ladder weigh more, guidelines and commentary
less; a sentence that binds nobody weighs less than a duty. The user's own settings have the last word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from specdiff.model.change import Matching
from specdiff.model.finding import Finding, Severity
from specdiff.model.language import Force
from specdiff.model.settings import Override
from specdiff.model.spec import Commentary, Definition, Home, Ladder, Section, Spec, Statement
from specdiff.prose.normal import normal
from specdiff.prose.reading import read

_MAJOR, _MINOR = Severity.MAJOR.weight, Severity.MINOR.weight
_BY_WEIGHT = {severity.weight: severity for severity in Severity}
_RULE_GROUPS = frozenset({"statement", "exception", "condition", "precedence", "threshold"})
_CONTENT = frozenset({"statement/added", "statement/removed", "statement/changed"})
_HOLES = frozenset({"statement/weakened", "statement/reversed", "exception/added", "exception/widened"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What a change touches. ``authority`` is 1 at the top of the ladder, 0 at its end, ``None`` where no level is in force.

    ``strength`` is that of the strongest force on either side (3 duty or prohibition … 0 description), ``None`` for what is no sentence.
    """

    authority: float | None
    strength: int | None
    commentary: bool
    ranked: bool


def standing(finding: Finding, matching: Matching) -> Standing:
    """Read off a finding what it touches; of two levels or forces the stronger counts."""
    heights = [
        height
        for section, spec in ((finding.section_old, matching.old), (finding.section_new, matching.new))
        if (height := _height(section, spec.ladder)) is not None
    ]
    strengths = [strength for node in (finding.old, finding.new) if (strength := _strength(node)) is not None]
    nodes = [node for node in (finding.old, finding.new) if node is not None]
    commentary = bool(nodes) and all(
        isinstance(node, Commentary) or (isinstance(node, Statement) and node.home is Home.COMMENTARY) for node in nodes
    )
    return Standing(max(heights, default=None), max(strengths, default=None), commentary, _ranked(matching.new) or _ranked(matching.old))


def severity(finding: Finding, touched: Standing, overrides: Sequence[Override]) -> Severity | None:
    """Return the severity in force, ``None`` for one that the user turned off."""
    chosen = _chosen(finding, overrides)
    if chosen is not None:
        return chosen.severity
    weight = finding.rule.severity.weight
    if weight > (0 if finding.rule.group in _RULE_GROUPS else 1) and finding.rule.group in (*_RULE_GROUPS, "commentary", "definition"):
        weight = _rule_weight(weight, finding.rule.id, touched)
    elif finding.rule.id == "section/renamed" and (_title_binds(finding.section_old) or _title_binds(finding.section_new)):
        weight = max(weight, _MAJOR)
    return _BY_WEIGHT[weight]


def _rule_weight(weight: int, rule: str, touched: Standing) -> int:
    """Weigh a change of what a sentence says: who may override it, how strongly it binds, whether it opens a hole in a rule at the top."""
    binds = touched.strength == Force.REQUIRED.strength
    top, bottom = touched.authority == 1, touched.authority == 0
    if touched.commentary:
        return min(weight, _MAJOR if binds else _MINOR)
    if rule in _CONTENT and (touched.strength == Force.DESCRIPTIVE.strength or (bottom and touched.strength == Force.PERMITTED.strength)):
        return _MAJOR if top else _MINOR
    if rule == "statement/changed":
        return _MAJOR if binds or top else weight
    return min(weight + 1, Severity.CRITICAL.weight) if top and rule in _HOLES and touched.strength else weight


def _title_binds(section: Section | None) -> bool:
    """Whether a heading is itself an instruction ("Do not reveal …"), so that another heading is another instruction."""
    return section is not None and read(normal(section.title)).force is not Force.DESCRIPTIVE


def _chosen(finding: Finding, overrides: Sequence[Override]) -> Override | None:
    """Return the last override that fits."""
    ids = [section.id for section in (finding.section_new, finding.section_old) if section is not None] or [""]
    for override in reversed(overrides):
        if fnmatchcase(finding.rule.id, override.rule) and any(fnmatchcase(one, override.section) for one in ids):
            return override
    return None


def _height(section: Section | None, ladder: Ladder) -> float | None:
    rank = ladder.rank(section.level) if section is not None else None
    if rank is None:
        return None
    last = max(level.rank for level in ladder.levels)
    return 1.0 if last == 0 else 1 - rank / last


def _strength(node: object) -> int | None:
    if isinstance(node, Statement):
        return node.reading.force.strength
    if isinstance(node, Commentary | Definition):
        return max((statement.reading.force.strength for statement in node.statements), default=0)
    return None


def _ranked(spec: Spec) -> bool:
    return any(section.level is not None for section in spec.sections)
