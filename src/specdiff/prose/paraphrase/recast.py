"""Whether two sentences may well say the same, one of them told anew from end to end.

"Seals must not be broken on letters that came by sea."   ◀──▶  "Letters that came by sea must not have their seals broken."
"Go through the accounts at least once a year."           ◀──▶  "Once a year or more often, look over the accounts."

Who changes a rule mends the words concerned and leaves the rest as it stood; who tells it in other words touches it throughout. So it may be the
same where the difference reaches from end to end and all is alike that can turn a rule: force, denials, numbers, exceptions, what is shut out,
and most of the words that tell something, in whatever form. It is no proof, so that the difference is still told.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from functools import cache
from itertools import pairwise

from specdiff.model.language import Force, Reading
from specdiff.prose.lexicon import lexicon, lowered
from specdiff.prose.paraphrase.bounds import bounded_alike
from specdiff.prose.paraphrase.content import known
from specdiff.prose.paraphrase.contraries import contrary
from specdiff.prose.paraphrase.kin import HALF, akin, denied, missing, told
from specdiff.prose.paraphrase.retold import repartnered
from specdiff.prose.paraphrase.roles import exchanged
from specdiff.prose.paraphrase.shutting import denied_case, denied_words, forgoes, forgone_words, one_gate, other_denied, turned_alike
from specdiff.prose.paraphrase.straight import keyed_alike, straight
from specdiff.prose.sentence.quantities import amounts
from specdiff.prose.sentence.reading import read
from specdiff.prose.text.changes import changed_runs
from specdiff.prose.text.counting import figures
from specdiff.prose.text.signs import changed_signs
from specdiff.prose.text.similar import ends, similarity, words

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
_PLACE = 3
"""The same in one place of a sentence, where nothing stands instead in the other one."""
_OTHERS = 8
"""Telling words without a counterpart above which more than a few may have been exchanged for others that mean the same."""
_AGENT = re.compile(r"\bby (?:an?|the|our|your|its|their) ([\w-]+)")
_LETS = re.compile(r"\blet(?:s|ting)? (?:an?|the|our|your|its|their|each|every|any) ([\w-]+)")
_FOR = re.compile(r"\b(?:for|to|from|without) (?:an?|the|our|your|its|their|each|every|any) ([\w-]+)")
_NEEDS = re.compile(r"\b(?:needs?|requires?|takes?|depends? on)\b")
_MODAL = re.compile(r"\b(?:must|may|can|cannot|could|should|shall|will|would|might|ought|to|not|never|\w+n't)$")
_AGAIN = re.compile(r"\b(?:it|they|them|he|she|him|these|those)\b")
_ARTICLES = frozenset({"a", "an", "the", "this", "that", "each", "every", "any", "no", "your", "our", "its", "their"})
_OPENING = re.compile(r"^(?:if|when|whenever|where|while|once|before|after)\b[^,;:.]*, ")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being|gets?) (?:(?:not|never|always|also|only|\w+ly) )?(\w+(?:ed|en|n|t|de|id|ld))\b")
_IS_SO = re.compile(r"\b(?:is|are) (?P<what>[\w-]+)$")
_OPENS = re.compile(
    r"\b(?:needed|required|requires?|needs?|takes?|that|which|who|whom|whose|whoever|after|upon|with|without|any|anyone|else|only)\b"
)
"""What may open in another way what a condition says."""


def recast(old: str, new: str, before: Reading, after: Reading) -> bool:
    """Whether two sentences (normal forms and readings) that differ may well say the same in other words."""
    if not (before.clauses and after.clauses) or max(len(old), len(new)) > _LONGEST or " | " in old or any(changed_signs(old, new)):
        return False
    keyed, plain = keyed_alike(old, new, before, after), (straight(old), straight(new))
    before, after = (one if text == said else read(text) for one, text, said in ((before, plain[0], old), (after, plain[1], new)))
    built = plain != (old, new) and told(plain[0]) == told(plain[1])
    old, new = plain
    if not keyed or not (
        built or _throughout(old, new) or _ordered_or_told(before, after, old, new) or _in_a_clause(before, after, old, new)
    ):
        return False
    gate, contraries = one_gate(old, new), _contraries(words(old), words(new))
    if gate and contraries:
        return False
    if not gate and not (turned_alike(old, new, contraries) and _permitted_alike(before, after) and _one_case(before, after, old, new)):
        return False
    if (
        not _bound_alike(before, after)
        or (other_denied(old, new) and not (gate and denied_case(old)))
        or _cases_exchanged(before, after, old, new)
        or _agents_exchanged(before, after)
        or exchanged(old, new, before, after, gated=gate)
    ):
        return False
    return _counted_alike(old, new, before, after) and _told_alike(old, new, before, after, gated=gate)


def _throughout(old: str, new: str) -> bool:
    """Whether two sentences differ from end to end: with what they say in another order, or in several places and by many words.

    A condition that opens both is a part of its own.
    """
    opening = _OPENING.match(lowered(old))
    if opening and lowered(new).startswith(opening[0]):
        old, new = old[opening.end() :], new[opening.end() :]
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
    """Whether both tell the same, and what is a condition in one is something else in the other: "if a guest calls", "a guest who calls".

    That something is said, and to whom in a talk, tells nothing of its own.
    """
    return bool(before.conditions) != bool(after.conditions) and set(told(old)) - _saying() == set(told(new)) - _saying()


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
    """Whether both name the same numbers, and bound them alike; "one" alone mostly stands for a thing."""
    if not bounded_alike(old, new):
        return False
    if Counter(_figures(before)) == Counter(_figures(after)):
        return True
    one, two = (Counter(amount.said for amount in amounts(text) if amount.said != ("", Fraction(1), "")) for text in (old, new))
    return one == two


def _figures(reading: Reading) -> list[str]:
    return [figures(number) for number in reading.numbers if number != "one"]


def _told_alike(old: str, new: str, before: Reading, after: Reading, *, gated: bool) -> bool:
    """Whether most of what one tells the other does as well, nothing in its contrary, and neither has something more.

    *gated* tells that both let the same through in the same case alone, which may stand first or last.
    """
    one, two = set(told(old)), set(told(new))
    lost, won = missing(one - forgone_words(old), two), missing(two - forgone_words(new), one)  # but for what says that it is left undone
    if len(one) + len(two) - len(lost) - len(won) < _ALIKE * (len(one) + len(two)):
        return False
    all_lost, all_won = missing(one, two), missing(two, one)
    if len(one) - len(all_lost) < _MORE and len(lost) + len(won) > 1:
        return False
    more = min(_more(lost, won, old, new), _more(all_lost, all_won, old, new))
    if len(lost) + len(won) > _OTHERS or more > _MORE or (more == _MORE and not (lost and won)):
        return False
    if (
        (not gated and not lost and not won and _only_bound(before, after))
        or _places_changed(words(old), words(new))
        or (not gated and _built_alike(before, after) and _swapped(old, new))
        or not (_same_verb(before, after, two) and _same_verb(after, before, one))
    ):
        return False
    if _done_for(old, new) or _done_for(new, old) or repartnered(old, new) or _in_one_place(old, new, one, two):
        return False
    return _same_parties(before, after) and _same_agents(old, two) and _same_agents(new, one)


def _in_one_place(old: str, new: str, one: Collection[str], two: Collection[str]) -> bool:
    """Whether in one place of a sentence several words stand that tell something which the other sentence, in stems, does not tell, and none instead."""
    return any(
        bool(gone) != bool(come) and len(missing(set(told(" ".join(gone or come))), two if gone else one)) >= _PLACE
        for gone, come in changed_runs(old, new)
    )


def _more(lost: Sequence[str], won: Sequence[str], old: str, new: str) -> int:
    """Return how many more words one of two sentences lost than the other won; a pronoun stands for a thing that the other one names in two words."""
    more, again = len(lost) - len(won), len(_AGAIN.findall(lowered(new))) - len(_AGAIN.findall(lowered(old)))
    return max(0, abs(more) - _MORE * abs(again)) if more * again > 0 else abs(more)


def _only_bound(before: Reading, after: Reading) -> bool:
    """Whether one asks with a word of force that is no bare order for what the other only describes: where all else is the same, that is the change.

    What is needed is asked for.
    """
    bound, plain = (before, after) if after.force is Force.DESCRIPTIVE else (after, before)
    if any(_NEEDS.search(clause.text) for clause in plain.clauses):
        return False
    asks = [clause for clause in bound.clauses if clause.force.strength > Force.PERMITTED.strength and clause.cue not in _orders()]
    return plain.force is Force.DESCRIPTIVE and any(not clause.force.negative for clause in asks)


def _same_agents(text: str, there: Iterable[str]) -> bool:
    """Whether who acts in the passive ("by the clerk") is told in the other sentence."""
    return all(not missing(told(agent[1]), there) for agent in _AGENT.finditer(lowered(text)))


def _done_for(text: str, other: str) -> bool:
    """Whether for somebody whom one sentence lets act the other one does it: "let the guest choose", "chosen for the guest"."""
    let = {known(found[1]) for found in _LETS.finditer(lowered(text))}
    return bool(let) and any(known(found[1]) in let for found in _FOR.finditer(lowered(other)))


def _one_case(before: Reading, after: Reading, old: str, new: str) -> bool:
    """Whether what is excepted or a condition in one sentence is told in the other."""
    excepted = _excepted(before), _excepted(after)
    if len(excepted[0]) != len(excepted[1]):
        return False
    one, two = (set(told(" ".join(parts))) for parts in excepted)
    if len(missing(one, two)) > HALF * len(one) or len(missing(two, one)) > HALF * len(two):
        return False
    return _same_cases(before, after, told(new)) and _same_cases(after, before, told(old))


def _contraries(one: Sequence[str], two: Sequence[str]) -> int:
    """Count the words that only one of two sentences has and that are contrary to one that only the other has.

    One that says that something is left undone ("refuse") counts as a denial, and is none of them.
    """
    stems = set(map(known, one)), set(map(known, two))
    first, second = ({word for word in side if known(word) not in there} for side, there in ((one, stems[1]), (two, stems[0])))
    return len(
        {known(a) for a in first for b in second if contrary(a, b) and not denied(known(a), known(b)) and not forgoes(a) and not forgoes(b)}
    )


def _places_changed(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether both have two contrary words and in another order."""
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
    if len(one) == len(two) and not {one[at] for at in other}.isdisjoint(_undergone(old) ^ _undergone(new)):
        return False  # a verb, in the passive on one side alone
    if len(one) != len(two) or len(other) != 2 or other[1] - other[0] < 2:  # noqa: PLR2004 - two, and "flaky tests", "a test that is flaky"
        return False
    swapped = (one[other[0]], one[other[1]]) == (two[other[1]], two[other[0]])
    return swapped and denied_words(lowered(old)).isdisjoint(one[at] for at in other)


def _undergone(text: str) -> set[str]:
    """Return the stems of the verbs that a sentence has in the passive."""
    return {known(found[1]) for found in _PASSIVE.finditer(lowered(text))}


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
    there = tuple(there)
    said = set(there)
    if all(case <= said for case in cases):
        return True
    mostly = all(len(missing(case, there)) <= HALF * len(case) for case in cases)
    return mostly and (_attributed(one.conditions, there) or any(_OPENS.search(clause.text.lower()) for clause in other.clauses))


def _attributed(conditions: Sequence[str], there: Sequence[str]) -> bool:
    """Whether what conditions say something is ("where the law is stricter") stands before its name in the other sentence ("stricter law")."""
    said = [told(found["what"]) for part in conditions if (found := _IS_SO.search(part))]
    named = set(told(" ".join(conditions)))
    return len(said) == len(conditions) and all(any(a in what and b in named for a, b in pairwise(there)) for what in said)


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
    if not clause.subject or clause.act.startswith("be ") or not _MODAL.search(clause.cue):
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


@cache
def _saying() -> frozenset[str]:
    """Return the stems of verbs that only say that something is said, and of whom it is said to in a talk."""
    data = lexicon("same")["saying"]
    return frozenset(known(word) for key in ("plainly", "to_somebody", "listeners") for word in data[key])
