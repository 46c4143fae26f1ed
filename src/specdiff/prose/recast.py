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
from functools import cache, lru_cache
from itertools import chain, takewhile

from specdiff.model.language import Force, Reading
from specdiff.prose.changes import changed_runs
from specdiff.prose.content import known, telling
from specdiff.prose.contraries import contrary
from specdiff.prose.lexicon import lexicon, lowered
from specdiff.prose.limits import hits
from specdiff.prose.paraphrase import figures
from specdiff.prose.quantities import amounts
from specdiff.prose.signs import changed_signs
from specdiff.prose.similar import ends, similarity, words

_LONGEST = 1200
"""Letters of a sentence above which it is not asked."""
_SHORTEST = 4
"""Words that both must have at least."""
_ENDS = 0.45
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
_HALF = 0.5
"""Share of the telling words of a condition that need not stand in the other sentence."""
_FAMILY = 0.6
"""Share of the longer of two words that they must begin with alike to be of one family ("compress", "compression")."""
_ROOT = 4
_ELSE = re.compile(
    r"\b(?:(?:and|or) )?(?:for |to |in )?(?:nowhere|nothing|nobody|no one) else\b|\b(?:only|solely|exclusively)\b|(?<!leave )(?<!it )(?<!them )\balone\b"
)
"""Shuts everything else out."""
_HOW_MANY = re.compile(r"\b(?:all|most|few|half)\b")
_ANYHOW = re.compile(r"\b(?:although|though(?<!as though)|even|despite|regardless|irrespective|whether or not|no matter)\b")
_BEFORE = re.compile(r"\b(?:before|until|till|unless)\b")
_FIRST = re.compile(r"\b(?:first|beforehand|without|after|once|only)\b")
"""Says in another way what must be "before"."""
_GATES = re.compile(r"\b(?:until|till|unless|before|without|only|except)\b")
_NOT_UNTIL = re.compile(
    r"\b(?:not|never|no|nothing|nobody|none|cannot|\w+n't)\b[^.;]*?(?P<opens>\b(?:until|till|unless|without|except (?:if|when|after|with))\b)(?P<case>[^.,;]+)"
)
_ONLY_IF = re.compile(r"\bonly\b[^.;]*?(?P<opens>\b(?:if|when|where|once|after|with)\b)(?P<case>[^.,;]+)")
_AGENT = re.compile(r"\bby (?:an?|the|our|your|its|their) ([\w-]+)")
_BEHIND = re.compile(r"\b(?:after|once)\b(?P<case>[^.,;]+)")
_AHEAD = re.compile(r"\bbefore\b(?P<case>[^.,;]+)")
_NOT_AT_ALL = re.compile(
    r"\b(?:no|without) exceptions?\b|,? or (?:(?:it|they|he|she|we|you) (?:is|are|does|do) not(?: \w+)?|not at all)(?= ?[.;!]|$)"
)
"""Denies nothing that is said: "they are sealed, or they are not sent"."""
_DENIES = re.compile(
    r"\b(?:not(?! only)|never|no(?! (?:later|longer|more|less|fewer|sooner) than)|none|nobody|nothing|neither|nowhere|without|cannot|instead of|rather than"
    r"|\w+n't)\b"
)
_MORE_THAN = re.compile(
    r"\b(?:not|never|no one|nobody|no|n't)\b.* (?:more|longer|later|older|larger|higher|greater) than "
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b)"
)
"""Denies nothing but what is beyond: "never ask more than one question", "ask one question"."""
_FORGOES = re.compile(
    r"\b(?:leav(?:e|es|ing)|left) (?:[\w']+ )?(?:out|alone)\b|\b(?:fail|lack)\w*(?= to\b)|\bun(?:able|sure|certain)\b|\bin doubt\b|\boff[ -]limits\b"
    r"|\b(?:forbid|prohibit|disallow|refus|declin|avoid|refrain|turn\w* down|bann?(?:s|ed|ing)?\b|rul\w+ out|out of bounds|let(?:s|ting)?\b)"
    r"|\b(?:keep|kept|keeps|stay|stays) (?:[\w']+ ){0,3}(?:out of|away from|off)\b"
)
_OPENS = re.compile(r"\b(?:that|which|who|whom|whose|whoever|after|upon|with|without|any|anyone|else|only)\b")
"""What may open in another way what a condition says."""
_ORDERS = ("imperatives_for", "imperatives_against")


def recast(old: str, new: str, before: Reading, after: Reading) -> bool:
    """Whether two sentences (normal forms and readings) that differ may well say the same in other words."""
    if max(len(old), len(new)) > _LONGEST or " | " in old or any(changed_signs(old, new)):
        return False
    if not (_throughout(old, new) or _ordered_or_told(before, after, old, new) or _in_a_clause(before, after, old, new)):
        return False
    gate = _one_gate(old, new)
    if not gate and not (_turned_alike(old, new) and _permitted_alike(before, after) and _one_case(before, after, old, new)):
        return False
    if not _bound_alike(before, after):
        return False
    return _counted_alike(old, new, before, after) and _told_alike(old, new, before, after)


def _throughout(old: str, new: str) -> bool:
    """Whether two sentences differ from end to end: with what they say in another order, or in several places and by many words."""
    one, two = words(old), words(new)
    shorter, alike = min(len(one), len(two)), sum(ends(one, two))
    if shorter < _SHORTEST or alike > _ENDS * shorter:
        return False
    if _moved(_telling(old), _telling(new)):
        return True
    places = len(changed_runs(old, new))
    return alike <= (_FEW_ENDS if places >= _PLACES else _NO_ENDS) * shorter and places > 1 and similarity(old, new) <= _WORDS


def _ordered_or_told(before: Reading, after: Reading, old: str, new: str) -> bool:
    """Whether one orders to do something with a thing and the other tells what is done with it: "keep the oars dry", "the oars stay dry"."""
    order, text, told = (before, old, new) if after.force is Force.DESCRIPTIVE else (after, new, old)
    if order.force is before.force is after.force or order.clauses[0].subject or not order.clauses[0].cue:
        return False
    thing, what = _telling(text[len(text) - len(order.clauses[0].act) :]), _telling(told)
    return bool(thing and what) and what[0] in thing[:2]


def _in_a_clause(before: Reading, after: Reading, old: str, new: str) -> bool:
    """Whether both tell the same, and what is a condition in one is something else in the other: "if a guest calls", "a guest who calls"."""
    return bool(before.conditions) != bool(after.conditions) and set(_telling(old)) == set(_telling(new))


def _moved(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether words that both have stand in another order."""
    known = {word: next((other for other in one if word == other or _akin(word, other)), "") for word in two}
    second = [word for word in dict.fromkeys(known[word] for word in two) if word]
    return [word for word in dict.fromkeys(one) if word in second] != second


def _turned_alike(old: str, new: str) -> bool:
    """Whether both deny as often, or one twice what the other does not, and shut out or soften alike."""
    one, two = lowered(old), lowered(new)
    if bool(_ELSE.search(one)) != bool(_ELSE.search(two)) or hits("soft", old) != hits("soft", new):
        return False
    if set(_HOW_MANY.findall(one)) != set(_HOW_MANY.findall(two)) or bool(_ANYHOW.search(one)) != bool(_ANYHOW.search(two)):
        return False
    if any(_turned_in_time(a, b) for a, b in ((one, two), (two, one))):
        return False
    if any(_BEFORE.search(a) and not (_BEFORE.search(b) or _FIRST.search(b)) for a, b in ((one, two), (two, one))):
        return False
    denials = sorted((_denials(one, two), _denials(two, one)))
    return denials[0] == denials[1] or denials == [0, 2]


def _turned_in_time(text: str, other: str) -> bool:
    """Whether what must be after something in one sentence must be before the same in the other (in lower case)."""
    before, after = _AHEAD.search(text), _BEHIND.search(other)
    return before is not None and after is not None and _much(set(_telling(before["case"])), set(_telling(after["case"])))


def _one_gate(old: str, new: str) -> bool:
    """Whether both let the same through in the same case alone: "not … until", "only … if", "… before …"."""
    one, two = _gate(lowered(old)), _gate(lowered(new))
    return one is not None and two is not None and all(_much(a, b) for a, b in zip(one, two, strict=True))


def _gate(text: str) -> tuple[set[str], set[str]] | None:
    """Return what a sentence in lower case lets through and in which case alone, as stems; ``None`` where it does no such thing, or more than once."""
    if len(_GATES.findall(text)) != 1:
        return None
    for pattern in (_NOT_UNTIL, _ONLY_IF):
        if found := pattern.search(text):
            rest = f"{text[: found.start('opens')]} {text[found.end('case') :]}"
            return set(_telling(rest)), set(_telling(found["case"]))
    found = None if _DENIES.search(text) else _AHEAD.search(text)
    return (set(_telling(found["case"])), set(_telling(f"{text[: found.start()]} {text[found.end() :]}"))) if found else None


def _much(one: set[str], two: set[str]) -> bool:
    """Whether two sets of stems share half of the smaller one, by families."""
    return bool(one and two) and min(len(one) - len(_without(one, two)), len(two) - len(_without(two, one))) >= _HALF * min(
        len(one), len(two)
    )


def _denials(text: str, other: str) -> int:
    """Count what denies in a text in lower case; "unwanted" does where the other text has "wanted"."""
    text = _ELSE.sub("", _NOT_AT_ALL.sub("", text))
    told = words(other)
    prefixed = sum(word.startswith("un") and word[2:] in told for word in words(text))
    limited = 1 if _MORE_THAN.search(text) else 0
    return max(len(_DENIES.findall(text)) - limited, 0) + len(_FORGOES.findall(text)) + prefixed


def _permitted_alike(before: Reading, after: Reading) -> bool:
    """Whether both permit something, or neither does, where both are told with words of force."""
    one, two = ({clause.force for clause in side.clauses} - {Force.DESCRIPTIVE} for side in (before, after))
    return not one or not two or (Force.PERMITTED in one) == (Force.PERMITTED in two)


def _bound_alike(before: Reading, after: Reading) -> bool:
    """Whether both bind as strongly, where both are told with words of force; an order may be a duty or advice, and so may what is only described."""
    orders = {*chain.from_iterable(lexicon("force")[name] for name in _ORDERS)}
    strengths = [
        {clause.force.strength for clause in side.clauses if clause.force is not Force.DESCRIPTIVE and clause.cue not in orders}
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
    one, two = set(_telling(old)), set(_telling(new))
    lost, won = _without(one, two), _without(two, one)
    if len(one) + len(two) - len(lost) - len(won) < _ALIKE * (len(one) + len(two)) or len(one) - len(lost) < _MORE:
        return False
    more = abs(len(lost) - len(won))
    if len(lost) + len(won) > _OTHERS or more > _MORE or (more == _MORE and not (lost and won)):
        return False
    if (
        _contrary(words(old), words(new))
        or (_built_alike(before, after) and _swapped(_telling(old), _telling(new)))
        or not (_same_verb(before, after, two) and _same_verb(after, before, one))
    ):
        return False
    return _same_parties(before, after) and _same_agents(old, two) and _same_agents(new, one)


def _same_agents(text: str, told: Iterable[str]) -> bool:
    """Whether who acts in the passive ("by the clerk") is told in the other sentence."""
    return all(not _without(_telling(agent[1]), told) for agent in _AGENT.finditer(lowered(text)))


def _one_case(before: Reading, after: Reading, old: str, new: str) -> bool:
    """Whether what is excepted or a condition in one sentence is told in the other."""
    excepted = _excepted(before), _excepted(after)
    if len(excepted[0]) != len(excepted[1]):
        return False
    one, two = (set(_telling(" ".join(parts))) for parts in excepted)
    if len(_without(one, two)) > _HALF * len(one) or len(_without(two, one)) > _HALF * len(two):
        return False
    return _same_cases(before, after, _telling(new)) and _same_cases(after, before, _telling(old))


def _contrary(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether a word that only one has is contrary to one that only the other has, or both have two contrary ones and in another order."""
    first, second = set(one) - set(two), set(two) - set(one)
    if any(contrary(a, b) and not _denied(a, b) for a in first for b in second):
        return True
    shared = [word for word in dict.fromkeys(one) if word in two]
    turned = {(a, b) for at, a in enumerate(shared) for b in shared[at + 1 :] if contrary(a, b)}
    return any(two.index(a) > two.index(b) for a, b in turned)


def _built_alike(before: Reading, after: Reading) -> bool:
    """Whether as much is told as a condition in one as in the other; "if the rope is lost, a guest" and "a guest who loses the rope" are not."""
    return len(before.conditions) == len(after.conditions)


def _denied(one: str, other: str) -> bool:
    """Whether one of two words is the other with "un-" before it, which counts as a denial."""
    return f"un{one}" == other or f"un{other}" == one


def _swapped(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two words around others stand each in the place of the other, and all else where it stood."""
    other = [at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b]
    if len(one) != len(two) or len(other) != 2 or other[1] - other[0] < 2:  # noqa: PLR2004 - two, and "flaky tests", "a test that is flaky"
        return False
    return (one[other[0]], one[other[1]]) == (two[other[1]], two[other[0]])


def _same_verb(one: Reading, other: Reading, told: Iterable[str]) -> bool:
    """Whether the other sentence, if it has no word of force, tells of the act that a word of force of the one binds or permits."""
    if other.force is not Force.DESCRIPTIVE:
        return True
    verbs = [_telling(clause.act)[:1] for clause in one.clauses if clause.force is not Force.DESCRIPTIVE and clause.subject]
    return not any(verb and _without(verb, told) for verb in verbs)


def _same_cases(one: Reading, other: Reading, told: Iterable[str]) -> bool:
    """Whether what only one sentence has as a condition is told somewhere in the other."""
    if len(one.conditions) <= len(other.conditions):
        return True
    cases = [set(_telling(part)) for part in one.conditions]
    told = set(told)
    if all(case <= told for case in cases):
        return True
    opened = any(_OPENS.search(clause.text.lower()) for clause in other.clauses)
    return opened and all(len(_without(case, told)) <= _HALF * len(case) for case in cases)


def _excepted(reading: Reading) -> list[str]:
    """Return the exceptions of a sentence; "without" denies, and counts as that."""
    return [part for part in reading.exceptions if not part.startswith("without ")]


def _same_parties(before: Reading, after: Reading) -> bool:
    """Whether no party stands in the place of another one."""
    one, two = ({party.removesuffix("s") for party in side.parties} for side in (before, after))
    return one <= two or two <= one


def _without(one: Iterable[str], two: Iterable[str]) -> list[str]:
    """Return the words (stems) of one sentence that no word of the other is of the family of, each of these taken once."""
    left = sorted(set(two) - set(one))
    lost = []
    for word in sorted(set(one) - set(two)):
        kin = next((other for other in left if _akin(word, other)), None)
        if kin is None:
            lost.append(word)
        else:
            left.remove(kin)
    return lost


@lru_cache(maxsize=16)  # asked several times about one pair
def _telling(text: str) -> tuple[str, ...]:
    """Return the stems of the words that tell something, without those of grammar and of amounts, which are compared by themselves."""
    parts, at = [], 0
    for amount in amounts(text):
        parts.append(text[at : amount.start])
        at = amount.end
    return tuple(word for word in telling(" ".join((*parts, text[at:]))) if word not in _grammar())


@cache
def _grammar() -> frozenset[str]:
    """Return the stems of words of grammar, and of those that make a permission."""
    data = lexicon("build")
    governing = (word for words in data["governing"].values() for word in words)
    little = (
        *data["free"],
        *data["light"],
        *data["pronouns"],
        *data["turning"],
        *data["outcome"],
        *data["reason"],
        *governing,
        "entitled",
        "right",
        "here",
        "nothing",
        "nobody",
        "else",
    )
    return frozenset(known(word) for word in little)


def _akin(one: str, other: str) -> bool:
    """Whether two stems begin so much alike that they are of one family: "compress", "compression"."""
    if _denied(one, other):
        return True
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return alike >= max(_ROOT, _FAMILY * max(len(one), len(other))) and min(len(one), len(other)) - alike <= 1
