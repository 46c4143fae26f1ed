"""Whether two sentences may well say the same, one of them told anew from end to end.

"Seals must not be broken on letters that came by sea."   ◀──▶  "Letters that came by sea must not have their seals broken."
"Go through the accounts at least once a year."           ◀──▶  "Once a year or more often, look over the accounts."

Who changes a rule mends the words concerned and leaves the rest as it stood; who tells it in other words touches it throughout. So it may be the
same where the difference reaches from end to end and all is alike that can turn a rule: force, denials, numbers, exceptions, what is shut out,
and most of the words that tell something, in whatever form. It is no proof, so that the difference is still told.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache

from specdiff.model.language import Force, Reading
from specdiff.prose.changes import changed_runs
from specdiff.prose.content import known
from specdiff.prose.contraries import contrary
from specdiff.prose.kin import HALF, akin, denied, missing, told
from specdiff.prose.lexicon import lexicon, lowered
from specdiff.prose.paraphrase import figures
from specdiff.prose.quantities import amounts
from specdiff.prose.shutting import denied_words, one_gate, other_denied, turned_alike
from specdiff.prose.signs import changed_signs
from specdiff.prose.similar import ends, similarity, words

_LONGEST = 1200
"""Letters of a sentence above which it is not asked."""
_SHORTEST = 4
"""Words that both must have at least."""
_ENDS = 0.6
"""Share of the shorter sentence above which what both begin and end with makes the difference one of a single place."""
_FEW_ENDS, _NO_ENDS = 0.3, 0.2
"""The same where they keep the order of what they say, and differ in at least ``_PLACES`` places, or in two."""
_PLACES = 3
_WORDS = 0.75
"""Likeness above which sentences that keep the order of what they say differ in a word or two."""
_ALIKE = 0.5
"""Share of the telling words of both that must be forms, or in the family, of one of the other."""
_MORE = 2
"""Telling words that only one has, and the other none instead, which are something more that is said."""
_OTHERS = 8
"""Telling words without a counterpart above which more than a few may have been exchanged for others that mean the same."""
_AGENT = re.compile(r"\bby (?:an?|the|our|your|its|their) ([\w-]+)")
_ARTICLES = frozenset({"a", "an", "the", "this", "that", "each", "every", "any", "no", "your", "our", "its", "their"})
_OPENS = re.compile(r"\b(?:that|which|who|whom|whose|whoever|after|upon|with|without|any|anyone|else|only)\b")
"""What may open in another way what a condition says."""


def recast(old: str, new: str, before: Reading, after: Reading) -> bool:
    """Whether two sentences (normal forms and readings) that differ may well say the same in other words."""
    if not (before.clauses and after.clauses) or max(len(old), len(new)) > _LONGEST or " | " in old or any(changed_signs(old, new)):
        return False
    if not (_throughout(old, new) or _ordered_or_told(before, after, old, new) or _in_a_clause(before, after, old, new)):
        return False
    gate = one_gate(old, new)
    if not gate and not (turned_alike(old, new) and _permitted_alike(before, after) and _one_case(before, after, old, new)):
        return False
    if (
        not _bound_alike(before, after)
        or other_denied(old, new)
        or _cases_exchanged(before, after, old, new)
        or _agents_exchanged(before, after)
    ):
        return False
    return _counted_alike(old, new, before, after) and _told_alike(old, new, before, after)


def _throughout(old: str, new: str) -> bool:
    """Whether two sentences differ from end to end: with what they say in another order, or in several places and by many words."""
    one, two = words(old), words(new)
    shorter, alike = min(len(one), len(two)), sum(ends(one, two))
    if shorter < _SHORTEST or alike > _ENDS * shorter:
        return False
    if _moved(told(old), told(new)):
        return True
    places = len(changed_runs(old, new))
    return alike <= (_FEW_ENDS if places >= _PLACES else _NO_ENDS) * shorter and places > 1 and similarity(old, new) <= _WORDS


def _ordered_or_told(before: Reading, after: Reading, old: str, new: str) -> bool:
    """Whether one orders to do something with a thing and the other tells how it is or should be: "keep the oars dry", "the oars stay dry"."""
    if _orders_first(before) == _orders_first(after):
        return False
    order, text, plain = (before, old, new) if _orders_first(before) else (after, new, old)
    thing, what = told(text[len(text) - len(order.clauses[0].act) :]), told(plain)
    return bool(thing and what) and what[0] in thing[:2]


def _orders_first(reading: Reading) -> bool:
    """Whether a sentence begins with a bare order."""
    return not reading.clauses[0].subject and bool(reading.clauses[0].cue)


def _in_a_clause(before: Reading, after: Reading, old: str, new: str) -> bool:
    """Whether both tell the same, and what is a condition in one is something else in the other: "if a guest calls", "a guest who calls"."""
    return bool(before.conditions) != bool(after.conditions) and set(told(old)) == set(told(new))


def _moved(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether words that both have stand in another order."""
    kin = {word: next((other for other in one if word == other or akin(word, other)), "") for word in two}
    second = [word for word in dict.fromkeys(kin[word] for word in two) if word]
    return [word for word in dict.fromkeys(one) if word in second] != second


def _permitted_alike(before: Reading, after: Reading) -> bool:
    """Whether both permit something, or neither does, where both are told with words of force."""
    one, two = ({clause.force for clause in side.clauses} - {Force.DESCRIPTIVE} for side in (before, after))
    return not one or not two or (Force.PERMITTED in one) == (Force.PERMITTED in two)


def _bound_alike(before: Reading, after: Reading) -> bool:
    """Whether both bind as strongly, where both are told with words of force; an order may be a duty or advice, and so may what is only described."""
    strengths = [
        {clause.force.strength for clause in side.clauses if clause.force is not Force.DESCRIPTIVE and clause.cue not in _orders()}
        for side in (before, after)
    ]
    return not all(strengths) or (Force.REQUIRED.strength in strengths[0]) == (Force.REQUIRED.strength in strengths[1])


def _counted_alike(old: str, new: str, before: Reading, after: Reading) -> bool:
    """Whether both name the same numbers; "one" alone mostly stands for a thing."""
    if Counter(_figures(before)) == Counter(_figures(after)):
        return True
    one, two = (Counter(amount.said for amount in amounts(text) if amount.said != ("", Fraction(1), "")) for text in (old, new))
    return one == two


def _figures(reading: Reading) -> list[str]:
    return [figures(number) for number in reading.numbers if number != "one"]


def _told_alike(old: str, new: str, before: Reading, after: Reading) -> bool:
    """Whether most of what one tells the other does as well, nothing in its contrary, and neither has something more."""
    one, two = set(told(old)), set(told(new))
    lost, won = missing(one, two), missing(two, one)
    if len(one) + len(two) - len(lost) - len(won) < _ALIKE * (len(one) + len(two)) or len(one) - len(lost) < _MORE:
        return False
    more = abs(len(lost) - len(won))
    if len(lost) + len(won) > _OTHERS or more > _MORE or (more == _MORE and not (lost and won)):
        return False
    if (
        (not lost and not won and _only_bound(before, after))
        or _contrary(words(old), words(new))
        or (_built_alike(before, after) and _swapped(old, new))
        or not (_same_verb(before, after, two) and _same_verb(after, before, one))
    ):
        return False
    return _same_parties(before, after) and _same_agents(old, two) and _same_agents(new, one)


def _only_bound(before: Reading, after: Reading) -> bool:
    """Whether one asks with a word of force that is no bare order for what the other only describes: where all else is the same, that is the change."""
    bound, plain = (before, after) if after.force is Force.DESCRIPTIVE else (after, before)
    asks = [clause for clause in bound.clauses if clause.force.strength > Force.PERMITTED.strength and clause.cue not in _orders()]
    return plain.force is Force.DESCRIPTIVE and any(not clause.force.negative for clause in asks)


def _same_agents(text: str, there: Iterable[str]) -> bool:
    """Whether who acts in the passive ("by the clerk") is told in the other sentence."""
    return all(not missing(told(agent[1]), there) for agent in _AGENT.finditer(lowered(text)))


def _one_case(before: Reading, after: Reading, old: str, new: str) -> bool:
    """Whether what is excepted or a condition in one sentence is told in the other."""
    excepted = _excepted(before), _excepted(after)
    if len(excepted[0]) != len(excepted[1]):
        return False
    one, two = (set(told(" ".join(parts))) for parts in excepted)
    if len(missing(one, two)) > HALF * len(one) or len(missing(two, one)) > HALF * len(two):
        return False
    return _same_cases(before, after, told(new)) and _same_cases(after, before, told(old))


def _contrary(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether a word that only one has is contrary to one that only the other has, or both have two contrary ones and in another order."""
    first, second = set(one) - set(two), set(two) - set(one)
    if any(contrary(a, b) and not denied(a, b) for a in first for b in second):
        return True
    shared = [word for word in dict.fromkeys(one) if word in two]
    turned = {(a, b) for at, a in enumerate(shared) for b in shared[at + 1 :] if contrary(a, b)}
    return any(two.index(a) > two.index(b) for a, b in turned)


def _built_alike(before: Reading, after: Reading) -> bool:
    """Whether as much is told as a condition in one as in the other; "if the rope is lost, a guest" and "a guest who loses the rope" are not."""
    return len(before.conditions) == len(after.conditions)


def _swapped(old: str, new: str) -> bool:
    """Whether two words around others stand each in the place of the other, and all else where it stood; what is denied may come first or last."""
    one, two = told(old), told(new)
    other = [at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b]
    if len(one) != len(two) or len(other) != 2 or other[1] - other[0] < 2:  # noqa: PLR2004 - two, and "flaky tests", "a test that is flaky"
        return False
    swapped = (one[other[0]], one[other[1]]) == (two[other[1]], two[other[0]])
    return swapped and denied_words(lowered(old)).isdisjoint(one[at] for at in other)


def _same_verb(one: Reading, other: Reading, there: Iterable[str]) -> bool:
    """Whether the other sentence, if it has no word of force, tells of the act that a word of force of the one binds or permits."""
    if other.force is not Force.DESCRIPTIVE:
        return True
    bound = [clause for clause in one.clauses if clause.force is not Force.DESCRIPTIVE and clause.subject and clause.cue not in _orders()]
    verbs = [told(clause.act)[:1] for clause in bound]
    return not any(verb and missing(verb, there) for verb in verbs)


def _same_cases(one: Reading, other: Reading, there: Iterable[str]) -> bool:
    """Whether what only one sentence has as a condition is told somewhere in the other."""
    if len(one.conditions) <= len(other.conditions):
        return True
    cases = [set(told(part)) for part in one.conditions]
    there = set(there)
    if all(case <= there for case in cases):
        return True
    opened = any(_OPENS.search(clause.text.lower()) for clause in other.clauses)
    return opened and all(len(missing(case, there)) <= HALF * len(case) for case in cases)


def _cases_exchanged(before: Reading, after: Reading, old: str, new: str) -> bool:
    """Whether a word went from a condition to the rest, and another one from the rest to a condition: "when a guest calls, tell the cook"."""
    (case, rest), (other_case, other_rest) = _parted(before, old), _parted(after, new)
    into, out = (other_case - case) & (rest - other_rest), (case - other_case) & (other_rest - rest)
    return bool(into and out)


def _parted(reading: Reading, text: str) -> tuple[set[str], set[str]]:
    """Return the stems of what a sentence has as conditions and exceptions, and of the rest."""
    parts, rest = (*reading.conditions, *reading.exceptions), lowered(text)
    for part in parts:
        rest = rest.replace(part, " ")
    return set(told(" ".join(parts))), set(told(rest))


def _agents_exchanged(before: Reading, after: Reading) -> bool:
    """Whether in each sentence, in the active voice, another one acts who is told of in the other as well."""
    one, two = _agent(before), _agent(after)
    if not one or not two or one == two:
        return False
    return one in map(known, words(after.clauses[0].text)) and two in map(known, words(before.clauses[0].text))


def _agent(reading: Reading) -> str:
    """Return the stem of who acts in the first clause of a sentence, empty where that is in the passive, or says what something is."""
    clause = reading.clauses[0]
    if not clause.subject or clause.act.startswith("be "):
        return ""
    named = [word for word in words(clause.subject.rpartition(", ")[2]) if word not in _ARTICLES]
    return known(named[0]) if named else ""


def _excepted(reading: Reading) -> list[str]:
    """Return the exceptions of a sentence; "without" denies, and counts as that."""
    return [part for part in reading.exceptions if not part.startswith("without ")]


def _same_parties(before: Reading, after: Reading) -> bool:
    """Whether no party stands in the place of another one."""
    one, two = ({party.removesuffix("s") for party in side.parties} for side in (before, after))
    return one <= two or two <= one


@cache
def _orders() -> frozenset[str]:
    """Return the words that begin a bare order."""
    return frozenset((*lexicon("force")["imperatives_for"], *lexicon("force")["imperatives_against"]))
