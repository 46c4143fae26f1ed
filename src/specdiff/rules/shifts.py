"""The reckoning of value shifts: which value gained over which, from what changed where the two meet.

    finding ──▶ what it says for and against each value now, less what was said before ──▶ signs
    signs of one section ──▶ pairs worth watching ──▶ a tilt, if one gained and the other lost

Only findings that change meaning are evidence, each sentence once; what was moved, reworded or told in other words weighs nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import cache, partial
from math import copysign
from operator import itemgetter

from specdiff.model.change import Matching
from specdiff.model.finding import Confidence, Finding, Sign, Tilt
from specdiff.model.language import Force
from specdiff.model.settings import Settings
from specdiff.model.spec import Commentary, Definition, Example, Home, Node, Reply, Section, Statement, Verdict
from specdiff.prose.sentence.reading import read
from specdiff.prose.text.normal import normal
from specdiff.prose.values.glossary import Glossary, Meaning, built_in
from specdiff.prose.values.stance import Stance, stances
from specdiff.rules.tradeoffs import given_up, handed_over, is_implied, of_subject
from specdiff.rules.value.shifted import shifted

# The sharpest first: each sentence is evidence once.
_EVIDENCE = (
    "statement/reversed", "exception/*", "condition/*", "precedence/changed",
    "statement/strengthened", "statement/weakened", "statement/changed",
    "definition/changed", "commentary/changed", "example/verdict-changed", "example/reason-changed", "example/reply-changed",
    "authority/raised", "authority/lowered", "section/renamed", "statement/removed", "statement/added", "example/removed", "example/added",
)  # fmt: skip
_OTHERWISE = "statement/changed"
_IN_OTHER_WORDS = "other words"
_LEAST = 0.5
_MEETING = 0.5
_NEAR = 0.7  # … of a pair that is traded only where one sentence speaks of both
_PASSING = 1.0  # where one word is for one value and against the other ("flatter"), a sentence that binds nobody trades neither
_REACHING = 0.8  # … and one that binds has to say more than that it reaches further than before
_CLEAR = 1.2
_STRONG = 2.2
_TURNED = {"statement/removed": "statement/added", "statement/added": "statement/removed"}
_GONE = ("what promoted it is gone", "what limited it is gone")
_COMMENTARY = 0.6
_EXAMPLE = 0.6
_FAINT = 0.05
# The same force with another reach.
_REACH = {
    "statement/strengthened": 0.3, "exception/removed": 0.3, "exception/narrowed": 0.3, "condition/removed": 0.3,
    "statement/weakened": -0.3, "exception/added": -0.3, "exception/widened": -0.3, "condition/added": -0.3,
}  # fmt: skip

_Part = Statement | Reply | Section


def weigh(matching: Matching, findings: Sequence[Finding], settings: Settings) -> Iterator[Finding]:
    """Yield a finding for each section in which of two values one gained over the other, with its evidence."""
    meanings, pairs = _known(settings)
    glossary = Glossary(meanings)
    for section, signs in _by_section(matching, findings, glossary).items():
        for tilt in _tilts(section, signs, matching, pairs):
            for found in shifted.findings(tilt, matching):
                yield replace(found, evidence=tilt.evidence)


def signs(matching: Matching, findings: Sequence[Finding], settings: Settings) -> Iterator[Sign]:
    """Yield what each finding says for or against each value, whether or not it makes a shift."""
    for told in _by_section(matching, findings, Glossary(_known(settings)[0])).values():
        for of_one_finding in told:
            yield from of_one_finding


def _known(settings: Settings) -> tuple[tuple[Meaning, ...], Mapping[tuple[str, str], bool]]:
    """Return the built-in values and pairs with the user's; a value of the same name is extended."""
    meanings, pairs = built_in()
    by_name = {meaning.name: meaning for meaning in meanings}
    for value in settings.values:
        known = by_name.get(value.name, Meaning(value.name, ()))
        by_name[value.name] = Meaning(value.name, (*known.words, *value.words), (*known.contrary, *value.contrary), known.topics)
    return tuple(by_name.values()), {**pairs, **dict.fromkeys(settings.pairs, True)}


def _by_section(
    matching: Matching, findings: Sequence[Finding], glossary: Glossary
) -> dict[tuple[str | None, str | None], list[list[Sign]]]:
    """Return, for each section (its ids in OLD and NEW), the signs of each finding that says something of a value."""
    told: set[int] = set()
    found: dict[tuple[str | None, str | None], list[list[Sign]]] = {}
    ranked = [(rank, finding) for finding in findings if (rank := _sharpness(finding.rule.id)) is not None]
    for _, finding in sorted(ranked, key=itemgetter(0)):
        if signs := _signs(finding, matching, glossary, told):
            found.setdefault(_section(finding, matching), []).append(signs)
    return found


@cache
def _sharpness(rule: str) -> int | None:
    """Return the rank of a rule as evidence, ``None`` for one that is none."""
    return next((rank for rank, pattern in enumerate(_EVIDENCE) if fnmatchcase(rule, pattern)), None)


def _section(finding: Finding, matching: Matching) -> tuple[str | None, str | None]:
    """The section of a finding as a pair; what moved is counted where it is now."""
    if finding.section_new is not None:
        return matching.section_was.get(finding.section_new.id), finding.section_new.id
    return finding.section_old.id if finding.section_old is not None else None, None


def _signs(finding: Finding, matching: Matching, glossary: Glossary, told: set[int]) -> list[Sign]:
    """Weigh one finding: what is said now of each value, less what was said before, and what that implies. Parts that did not change say nothing."""
    if finding.facts.get("about") == _IN_OTHER_WORDS:
        return []
    if finding.rule.group == "authority":
        return handed_over(finding, matching, partial(_stances, glossary=glossary))
    old, new = _parts(finding.old, told), _parts(finding.new, told)
    same = {words for words, _ in old} & {words for words, _ in new}
    before = _said(((words, part) for words, part in old if words not in same), glossary)
    after = _said(((words, part) for words, part in new if words not in same), glossary)
    signs = []
    for value in sorted({*before, *after}):
        if value not in before:
            weight, why = _came(after[value])
        elif value not in after:
            weight, why = _went(before[value])
        else:
            weight, why = _changed(before[value], after[value], _reach(finding))
            if finding.rule.id == _OTHERWISE and _alike(before[value], after[value]):
                continue
        if not _faint(weight):
            signs.append(Sign(finding, value, round(max(-1.5, min(1.5, weight)), 2), why))
    return [*signs, *given_up(finding, signs), *of_subject(finding, signs, partial(_stances, glossary=glossary))]


def _came(stance: Stance) -> tuple[float, str]:
    return stance.weight, f"what is new {'promotes' if _gains(stance.weight) else 'limits'} it (“{stance.why}”)"


def _went(stance: Stance) -> tuple[float, str]:
    return -stance.weight, f"what {'promoted' if _gains(stance.weight) else 'limited'} it is gone (“{stance.why}”)"


def _changed(before: Stance, after: Stance, reach: float) -> tuple[float, str]:
    """Return what the difference of two stances weighs, and why in words; where the words weigh the same, *reach*, which the rule says of them."""
    weight = after.weight - before.weight
    if _faint(weight):
        weight = copysign(1.0, after.weight) * reach
    return weight, f"“{after.why}”: {'promoted' if _gains(weight) else 'limited'} more than before"


def _alike(before: Stance, after: Stance) -> bool:
    """Whether two stances rest on the same words and are on the same side."""
    return before.why == after.why and _gains(before.weight) is _gains(after.weight)


def _reach(finding: Finding) -> float:
    """Return by how much more or less of the same a rule asks; nothing where it does so in other cases."""
    return 0.0 if "about" in finding.facts else _REACH.get(finding.rule.id, 0.0)


def _gains(weight: float) -> bool:
    return weight > 0


def _faint(weight: float) -> bool:
    return abs(weight) <= _FAINT


def _parts(node: Node | None, told: set[int]) -> list[tuple[str, _Part]]:
    """Return the sentences and judged replies of a node that no sharper finding has told of; a heading counts as a sentence."""
    if isinstance(node, Commentary | Definition):
        parts: Iterable[_Part] = node.statements
    elif isinstance(node, Example):
        parts = node.replies
    else:
        parts = (node,) if isinstance(node, Statement | Reply | Section) else ()
    fresh = [part for part in parts if id(part) not in told]
    told.update(id(part) for part in fresh)
    return [(f"{part.verdict}: {part.reason}" if isinstance(part, Reply) else part.words, part) for part in fresh]


def _said(parts: Iterable[tuple[str, _Part]], glossary: Glossary) -> dict[str, Stance]:
    """Sum what some sentences and replies say of each value; the words are those of the strongest."""
    said: dict[str, Stance] = {}
    for _, part in parts:
        for value, stance in _stances(part, glossary).items():
            known = said.get(value)
            words = known.why if known is not None and abs(known.weight) >= abs(stance.weight) else stance.why
            total = stance.weight + (known.weight if known is not None else 0.0)
            said[value] = Stance(max(-_EXAMPLE, min(_EXAMPLE, total)) if isinstance(part, Reply) else total, words)
    return said


def _stances(part: _Part, glossary: Glossary) -> dict[str, Stance]:
    """Return what one sentence says, or the reason of one verdict."""
    if isinstance(part, Reply):
        return _judged(part, glossary)
    if isinstance(part, Section):
        words = normal(part.title)
        return stances(words, partial(read, words), glossary)
    scale = _COMMENTARY if part.home is Home.COMMENTARY else 1.0
    return {name: Stance(one.weight * scale, one.why) for name, one in stances(part.words, part.read, glossary).items()}


def _judged(reply: Reply, glossary: Glossary) -> dict[str, Stance]:
    """Return what a verdict's reason says: what a good reply is praised for is wanted, what a bad one is blamed for is not.

    A reason that states the rule ("should never …") says what a rule says, whatever the verdict.
    """
    words = normal(reply.reason)
    reading = cache(partial(read, words, binding=False))
    bad = reply.verdict is Verdict.BAD
    found = {}
    for name, one in stances(words, reading, glossary).items():
        if reading().force is not Force.DESCRIPTIVE:
            found[name] = Stance(copysign(_EXAMPLE, one.weight), one.why)
        elif _gains(one.weight) is not bad:
            found[name] = Stance(_EXAMPLE, one.why)
    return found


def _tilts(
    key: tuple[str | None, str | None], told: list[list[Sign]], matching: Matching, pairs: Mapping[tuple[str, str], bool]
) -> Iterator[Tilt]:
    """Yield what tilted in one section. In one that came or went as a whole, or has no heading, only sentences in which both values meet count."""
    old, new = key
    kept = old is not None and new is not None and matching.new.by_id[new].depth > 0
    present = {sign.value for signs in told for sign in signs}
    for pair, summed in pairs.items():
        if not present.issuperset(pair):
            continue
        for gains, loses in (pair, pair[::-1]):
            evidence = _evidence(gains, loses, told, whole=kept and summed)
            score = _score(evidence, gains)
            if score < (_MEETING if summed else _NEAR):
                continue
            strength = "slight" if score < _CLEAR else "clear" if score < _STRONG else "strong"
            yield Tilt(
                gains,
                loses,
                strength,
                Confidence.TENTATIVE if strength == "slight" else Confidence.LIKELY,
                matching.old.by_id.get(old or ""),
                matching.new.by_id.get(new or ""),
                tuple(evidence),
            )


def _evidence(gains: str, loses: str, told: list[list[Sign]], *, whole: bool) -> list[Sign]:
    """Return the signs that make one value gain over the other.

    Findings in which the two meet speak for their own direction, so that opposite ones are two shifts; the rest of the section is summed, with
    what it only brings back.
    """
    direct: list[Sign] = []
    rest: list[Sign] = []
    opposite: list[Sign] = []
    for signs in told:
        weights = {sign.value: sign.weight for sign in signs}
        first, second = weights.get(gains, 0.0), weights.get(loses, 0.0)
        these = [sign for sign in signs if sign.value in (gains, loses)]
        if first > 0 > second:
            direct += these if _meet(these, first - second) else []
        elif first < 0 < second:
            opposite += these
        else:
            rest += [sign for sign in these if not is_implied(sign)]
    if not direct and _made_up_for(loses, gains, opposite, rest):
        rest += opposite  # what only brings back what went has won nothing
    fits = whole and _gains(_score(rest, gains))
    if direct and not _made_up_for(gains, loses, direct, rest):
        return [*direct, *(rest if fits else ())]
    gained = [sign.weight for sign in rest if sign.value == gains]
    lost = [-sign.weight for sign in rest if sign.value == loses]
    traded = all(sum(weights) > 0 and sum(max(0.0, weight) for weight in weights) >= _LEAST for weights in (gained, lost))
    return rest if whole and traded else []


def _made_up_for(gains: str, loses: str, direct: Sequence[Sign], rest: Sequence[Sign]) -> bool:
    """Whether what sentences that went trade is only said elsewhere now (or was, of those that came): what one lost there others brought back."""
    turned = {_TURNED.get(sign.finding.rule.id) for sign in direct}
    brought = [sign for sign in rest if sign.finding.rule.id in turned]
    both = [*direct, *brought]
    gained, lost = (sum(sign.weight for sign in both if sign.value == value) for value in (gains, loses))
    return bool(brought) and (min(gained, -lost) <= _FAINT or gained - lost < _MEETING)


def _meet(signs: Sequence[Sign], weight: float) -> bool:
    """Whether what one finding says for one value and against another is a trade between them."""
    if len({_quoted(sign) for sign in signs}) > 1:
        return not any(map(_of_manner, signs)) and not _only_further(signs)
    return weight > (_REACHING if all(_binding(sign.finding) for sign in signs) else _PASSING)


def _only_further(signs: Sequence[Sign]) -> bool:
    """Whether a rule only reaches further or less far for the one value, while it no longer names the other, which stood beside it."""
    first, *_ = signs
    further = abs(_REACH.get(first.finding.rule.id, 0.0))
    mere = any(abs(sign.weight) <= further and sign.why.startswith("“") for sign in signs)
    return mere and first.finding.rule.group == "statement" and any(sign.why.startswith(_GONE) for sign in signs)


def _of_manner(sign: Sign) -> bool:
    """Whether all that a sign rests on is an adverb that is gone ("politely"): how it is done is left open, and trades nothing."""
    word = _quoted(sign)
    return sign.why.startswith(_GONE) and sign.finding.rule.group != "section" and word.endswith("ly") and " " not in word


def _binding(finding: Finding) -> bool:
    """Whether a finding is about a rule that tells somebody what to do or not to do, before or now."""
    return any(
        isinstance(node, Statement) and node.reading.force not in (Force.DESCRIPTIVE, Force.PERMITTED)
        for node in (finding.old, finding.new)
    )


def _quoted(sign: Sign) -> str:
    """Return the words that a sign rests on, or why it holds where it rests on none."""
    return sign.why.partition("“")[2].partition("”")[0] or sign.why


def _score(evidence: Iterable[Sign], gains: str) -> float:
    """Sum the evidence of two values: for the one that gains, against the other."""
    return sum(sign.weight if sign.value == gains else -sign.weight for sign in evidence)
