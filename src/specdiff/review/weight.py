"""Severity in force, which answers how much behaviour may change, for whom, and whether it can be overridden.

A rule has a default. The place of the change moves it by steps: rules at the top of the ladder weigh more, guidelines and commentary
less; a sentence that binds nobody weighs less than a duty. The user's own settings have the last word.
"""

import re
from collections.abc import Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import NamedTuple, cast

from specdiff.model.change import Matching
from specdiff.model.finding import Confidence, Finding, Severity
from specdiff.model.language import Force, Reading
from specdiff.model.settings import Override
from specdiff.model.spec import Commentary, Definition, Home, Ladder, Node, Section, Spec, Statement
from specdiff.prose.comparison.cut import cut, in_place, replaced_cell
from specdiff.prose.lexicon import lowered
from specdiff.prose.paraphrase.content import telling
from specdiff.prose.sentence.limits import says_more
from specdiff.prose.sentence.negation import DENIAL
from specdiff.prose.sentence.parties import THE_ASSISTANT, named, refrains, tells_conduct, tells_of_the_addressed
from specdiff.prose.sentence.reading import read
from specdiff.prose.text.changes import changed_runs
from specdiff.prose.text.counting import figures
from specdiff.prose.text.dates import dated_otherwise
from specdiff.prose.text.normal import normal
from specdiff.prose.traits import PLAIN
from specdiff.prose.values.comparisons import settles

MIDDLE = 0.5  # of the ladder: above it nobody who talks to the assistant can set a rule aside
_RULES = re.compile(rf"\b(?:always|only|every|each|all)\b|{DENIAL.pattern}")  # what is told of all cases is a rule, whoever does it
_OTHERWISE = "statement/changed"
_SCATTERED = {_OTHERWISE: 1, "statement/strengthened": 4, "statement/weakened": 4}
"""Places of a sentence that changed, above which it was most likely told anew."""
_MAJOR, _MINOR = Severity.MAJOR.weight, Severity.MINOR.weight
_BY_WEIGHT = {severity.weight: severity for severity in Severity}
_RULE_GROUPS = frozenset({"statement", "exception", "condition", "precedence", "threshold"})
_CONTENT = frozenset({"statement/added", "statement/removed", _OTHERWISE})
_CAME_OR_WENT = frozenset({"statement/added", "statement/removed"})
_SECTIONS = frozenset({"section/added", "section/removed"})
_LEVELS = frozenset({"authority/raised", "authority/lowered"})
_HOLES = frozenset({"statement/weakened", "statement/reversed", "exception/added", "exception/widened"})


class Standing(NamedTuple):
    """What a change touches. ``authority`` is 1 at the top of the ladder, 0 at its end, ``None`` where no level is in force.

    ``strength`` is that of the strongest force on either side (3 duty or prohibition … 0 description), ``None`` for what is no sentence;
    ``limit`` tells a prohibition that knows no exception and no condition, ``conduct`` a description of what who the document is about does,
    where no levels say which descriptions bind, or most of the rules are such, ``told`` one where most are,
    ``refrains`` one of what the assistant never does,
    ``settles`` one of which of two things holds where both cannot,
    ``adds`` that of two sentences one says all that the other says, and more,
    ``cut`` that a sentence only lost or won a part of what it says, or changed in a place or two, ``scattered`` that it changed in more, both where no
    levels say which sentences bind.
    """

    authority: float | None
    strength: int | None
    commentary: bool
    limit: bool
    conduct: bool
    told: bool
    refrains: bool
    settles: bool
    adds: bool
    cut: bool
    scattered: bool


def standing(finding: Finding, matching: Matching) -> Standing:
    """Read off a finding what it touches; of two levels or forces the stronger counts."""
    sides = ((finding.section_old, matching.old), (finding.section_new, matching.new))
    heights = [height for section, spec in sides if (height := _height(section, spec.ladder)) is not None]
    nodes = [node for node in (finding.old, finding.new) if node is not None]
    commentary = bool(nodes) and all(
        isinstance(node, Commentary) or (isinstance(node, Statement) and node.home is Home.COMMENTARY) for node in nodes
    )
    sentences = _sentences(finding.old, finding.new)
    unranked = _unranked(matching)
    told = bool(heights) and any(_told(one, spec) for one in sentences or () for spec in (matching.old, matching.new))
    return Standing(
        authority=max(heights, default=None),
        strength=None if sentences is None else max((one.reading.force.strength for one in sentences), default=0),
        commentary=commentary,
        limit=any(_limits(one.reading) for one in sentences or ()),
        conduct=told or any(tells_of_the_addressed(one.words, _named(spec)) for one in sentences or () for spec in unranked),
        told=told,
        refrains=any(refrains(one.words) and one.reading.force is Force.DESCRIPTIVE for one in sentences or ()),
        settles=finding.rule.id in _CAME_OR_WENT
        and any(one.reading.force is Force.DESCRIPTIVE and settles(lowered(one.words)) for one in sentences or ()),
        adds=says_more(str(finding.facts.get("was") or ""), str(finding.facts.get("now") or "")),
        cut=bool(unranked) and finding.rule.id == _OTHERWISE and _cut(finding),
        scattered=bool(unranked) and _scattered(finding),
    )


def _cut(finding: Finding) -> bool:
    old, new = finding.old, finding.new
    if not isinstance(old, Statement) or not isinstance(new, Statement) or new.home is not Home.BODY:
        return False
    was, now = (str(finding.facts.get(name) or "") for name in ("was", "now"))
    divided = old.words.count(". ") != new.words.count(". ")  # so that "and" and "this" make way for a name, and the other way round
    here = not divided and in_place(old.words, new.words) and not dated_otherwise(old.words, new.words)
    return here or cut(was, now, (old if was else new).words) or replaced_cell(old.words, new.words)


def _scattered(finding: Finding) -> bool:
    """Whether words throughout a sentence changed, more of them where they were read as another force than where they are only others."""
    old, new, most = finding.old, finding.new, _SCATTERED.get(finding.rule.id)
    if most is None or not isinstance(old, Statement) or not isinstance(new, Statement):
        return False
    return (finding.rule.id == _OTHERWISE or finding.confidence is Confidence.TENTATIVE) and len(changed_runs(old.words, new.words)) > most


def _unranked(matching: Matching) -> tuple[Spec, ...]:
    """Return both documents where no section of either has a level of authority."""
    both = (matching.old, matching.new)
    return () if any(section.level for spec in both for section in spec.sections) else both


@lru_cache(maxsize=2)
def _named(spec: Spec) -> frozenset[str]:
    return named(statement.words for statement in spec.statements)


def _told(one: Statement, spec: Spec) -> bool:
    """Whether a description is one of a document's rules, which are told as what is done."""
    return one.reading.force is Force.DESCRIPTIVE and _tells_conduct(spec) and tells_of_the_addressed(one.words, _named(spec))


@lru_cache(maxsize=2)
def _tells_conduct(spec: Spec) -> bool:
    return tells_conduct((one.words for one in spec.statements if one.home is Home.BODY), _named(spec))


def _sentences(old: Node | None, new: Node | None) -> tuple[Statement, ...] | None:
    """Return the sentences that changed: of blocks on both sides those that only one has; ``None`` for what has no sentences."""
    sides = [
        (node,) if isinstance(node, Statement) else node.statements
        for node in (old, new)
        if isinstance(node, Statement | Commentary | Definition)
    ]
    if not sides:
        return None
    if len(sides) == 1 or isinstance(old, Statement):
        return tuple(one for side in sides for one in side)
    same = {one.words for one in sides[0]} & {one.words for one in sides[1]}
    return tuple(one for side in sides for one in side if one.words not in same)


def _limits(reading: Reading) -> bool:
    return reading.force is Force.PROHIBITED and not reading.exceptions and not reading.conditions


def severity(finding: Finding, touched: Standing, overrides: Sequence[Override]) -> Severity | None:
    """Return the severity in force, ``None`` for one that the user turned off."""
    override = chosen(finding, overrides)
    if override is not None:
        return override.severity
    weight = finding.rule.severity.weight
    if finding.facts.get("throughout"):
        weight = min(weight, _MINOR)
    elif finding.facts.get("about") in ("unbound", "advice"):
        weight = max(weight, _MAJOR)  # each rule that stays may have lost its force, or won it
    elif weight and finding.rule.group in _RULE_GROUPS:
        weight = _rule_weight(weight, finding.rule.id, touched)
        if finding.rule.id != "statement/reversed" and _only_told(finding):
            weight = min(weight, _MAJOR)  # what is told as done may be asked for as much
        about = finding.facts.get("about")
        if about == "other cases":
            weight = min(weight, _MAJOR)  # which may as well be other words for them
        elif (
            about in ("other words", "struck")
            or (about == "degree" and touched.authority != 1)
            or (touched.scattered and not (about or touched.cut))
        ):
            weight = min(weight, _MINOR)
        elif about == "act" and not touched.commentary:
            weight = max(weight, _MAJOR)  # as much as a rule that went and one that came
    elif (finding.evidence and finding.facts.get("strength") == "slight") or _bare_heading(finding):
        weight = min(weight, _MINOR)
    elif finding.rule.id in _LEVELS and not touched.conduct and _describing(finding):
        weight = min(weight, _MINOR)  # sentences that moved, and bind nobody here or there
    elif weight and _binds_elsewhere(finding, touched):
        weight = max(weight, _MAJOR)
    return _BY_WEIGHT[weight]


def _only_told(finding: Finding) -> bool:
    return finding.confidence is Confidence.TENTATIVE and PLAIN in (finding.facts.get("was"), finding.facts.get("now"))


def _describing(finding: Finding) -> bool:
    """Whether what moved to another level are descriptions alone, of what nobody does always or never; a policy's own level is never that."""
    words = cast("tuple[str, ...]", finding.facts.get("statements") or ())
    section = finding.section_new
    moved = [] if section is None else [one for one in section.statements if one.words in words]
    return bool(moved) and not any(
        one.reading.force.strength or tells_of_the_addressed(one.words, THE_ASSISTANT) or _RULES.search(lowered(one.words)) for one in moved
    )


def _binds_elsewhere(finding: Finding, touched: Standing) -> bool:
    """Whether what binds was stated where one would not look for it: a duty in commentary or as a heading, a bound in a definition."""
    if finding.rule.id == "definition/changed":
        return _bounded_otherwise(finding)
    if finding.rule.group == "commentary":
        return touched.strength == Force.REQUIRED.strength
    old, new = finding.section_old, finding.section_new
    if finding.rule.id != "section/renamed" or old is None or new is None:
        return False
    return (_title_binds(old) or _title_binds(new)) and not _same_subject(old, new)


def _bounded_otherwise(finding: Finding) -> bool:
    """Whether the sentence of a definition has other numbers, which decide for all rules that use the term whom or what they cover."""
    old, new = finding.old, finding.new
    if not isinstance(old, Statement) or not isinstance(new, Statement):
        return False
    was, now = (sorted(map(figures, one.reading.numbers)) for one in (old, new))
    return bool(was and now) and was != now


def _rule_weight(weight: int, rule: str, touched: Standing) -> int:
    """Weigh a change of what a sentence says: who may override it, how strongly it binds, whether it opens a hole in a rule at the top."""
    binds = touched.strength == Force.REQUIRED.strength
    top, bottom = touched.authority == 1, touched.authority == 0
    if touched.commentary:
        return min(weight, _MAJOR if binds else _MINOR)
    if rule in _CAME_OR_WENT and (
        touched.conduct or (touched.refrains and (touched.authority or 0) > MIDDLE) or (touched.settles and not bottom)
    ):
        return weight
    if (
        rule in _CONTENT
        and not (touched.cut or touched.told)
        and (touched.strength == Force.DESCRIPTIVE.strength or (bottom and touched.strength == Force.PERMITTED.strength))
    ):
        return _MAJOR if top and (touched.adds or rule in _CAME_OR_WENT) else _MINOR
    if top and touched.limit and rule in _CAME_OR_WENT:
        return Severity.CRITICAL.weight
    if rule == _OTHERWISE:
        return _MAJOR if binds or top or touched.cut or touched.told else weight
    return min(weight + 1, Severity.CRITICAL.weight) if top and rule in _HOLES and touched.strength else weight


def _bare_heading(finding: Finding) -> bool:
    """Whether a section that came or went held nothing but others, and its heading tells nobody to do anything."""
    section = finding.section_new or finding.section_old
    if finding.rule.id not in _SECTIONS or section is None or section.level or _title_binds(section):
        return False
    return not (section.statements or section.examples or section.commentary or section.definitions)


def _title_binds(section: Section) -> bool:
    """Whether a heading is itself an instruction ("Do not reveal …"), so that another heading is another instruction."""
    return read(normal(section.title)).force is not Force.DESCRIPTIVE


def _same_subject(old: Section, new: Section) -> bool:
    """Whether two headings tell the same, though only one of them tells somebody to do it: "Letters you should open", "Letters to open"."""
    forces = {read(normal(section.title)).force for section in (old, new)}
    return (
        Force.DESCRIPTIVE in forces
        and set(telling(normal(old.title))) == set(telling(normal(new.title)))
        and not any(one.negative for one in forces)
    )


def chosen(finding: Finding, overrides: Sequence[Override]) -> Override | None:
    """Return the last override that fits a finding, ``None`` where the user set nothing for it."""
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
