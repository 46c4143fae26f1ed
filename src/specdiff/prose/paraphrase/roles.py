"""Whether two sentences that have the same words exchange who does what to whom, what is a condition of what, or what belongs to what.

"a guest who loses a key must pay"          "a guest who pays must lose a key"           the act and the case of it
"keys must be kept by the guest"            "the guest must be kept"                     who acts, and what it is done to
"nets are lent with oars and sold dry"      "nets are lent dry and sold with oars"       what is said of one thing or act, and of another
"trust the pilot more than the cook"        "trust the cook more than the pilot"         what something is measured by

Whoever tells a rule in other words may turn it round as a whole, but leaves all that to each other.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise

from specdiff.model.language import Clause, Force, Reading
from specdiff.prose.lexicon import lexicon, lowered
from specdiff.prose.paraphrase.content import known
from specdiff.prose.paraphrase.kin import akin, missing, told
from specdiff.prose.text.similar import words

_LONGEST = 1200
"""Letters of a sentence above which it is not asked."""
_ROOT = 3
"""Letters of a verb of which a noun is made, at least."""
_MODAL = r"(?:must|may|can|cannot|should|shall|will|would|might)"
_ARTICLES = r"(?:an?|the|our|your|its|their|all|each|every|any|no|another|his|her)"
_PARTICIPLE = r"(?:\w+(?:ed|en|[dlu]t|nt|de|id|ld|pt|ne|wn|ost|ead|ung|ght)|met|set|cut|put)"
_RELATIVE = re.compile(
    rf"\b(?:who|whom|whose|which|that(?! (?:{_ARTICLES}|it|they|you|we|he|she)\b))\b(?:[^,;:.]*?(?=\s{_MODAL}\b)|(?: [\w'-]+){{1,3}})"
)
"""One that ends a clause may have as little as that."""
_BY = re.compile(
    rf"\b(?:(?:is|are|was|were|be|been|being|gets?|have|has)\b(?: [\w']+){{0,3}}? {_PARTICIPLE}(?: [\w']+){{0,3}}?|\w+(?:ed|en)) by "
    rf"(?:{_ARTICLES} )?(?P<agent>[\w-]+)"
)
_PATIENT = re.compile(
    rf"(?:^|[,;:.]\s)(?:{_ARTICLES} )?(?P<patient>(?:[\w-]+ ){{1,3}}?)"
    rf"(?:{_MODAL} (?:not |never |only )?(?:be|have [\w ]{{1,30}}?)|(?:is|are|was|were|gets?)(?: to be| not| never)?) {_PARTICIPLE}\b"
)
_THAN = re.compile(rf"\bthan (?:(?:{_ARTICLES}|this|that|these|those|of|to|in|for|on|with) )*(?P<other>[a-z][\w-]*)")
_ONLY = re.compile(rf"\bonly\b(?P<what>[^,;:.]*?)(?=\s{_MODAL}\b|[,;:.]|$)")
_ITSELF = re.compile(r" (?:it|them|him|her|this|these|those|you)\b")
_WHOSE = re.compile(rf"\b(?P<whose>[\w-]+) (?:who|which|that) (?:(?:is|are|was|were|has|have|{_MODAL}|not|never) )*(?P<said>[\w-]+)")
_STOPS = re.compile(r"[,;:.()]")
_ARTICLE = re.compile(rf"\b{_ARTICLES}\b")
_PARTS = re.compile(r"[,;:]|\b(?:and|but|then)\b")
_OPENER = re.compile(
    r"^(?P<said>(?:if|when|whenever|where|while|once|unless|until|before|after|without|because|since|although|though|should)\b[^,;:]*|[\w' -]{1,24}),"
)
"""Opens a sentence and belongs to what follows."""
_SUBJECT = re.compile(rf"(?P<said>[^,;:.]*?)\s{_MODAL}\b")
_HOW = re.compile(r"\b(?:\w+ly|instead|first|then|also|always|sometimes|often)\b")
_CASES = re.compile(r"[,;:.]|\b(?:if|when|whenever|where|while|once|unless|until|before|after)\b")
_OF = re.compile(rf"\b(?P<head>[\w-]+) of (?:{_ARTICLES} )?(?P<owner>[\w-]+)")
_DENIAL = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|\w+n't)\b")
_AGAIN = re.compile(r"\b(?:it|them|they|one|ones|those)\b")
_PLACED = re.compile(r"\b(?:on|off)(?=\s*(?:[,;:.]|$|and\b))")
"""Tells what is so with something, and is elsewhere a word of grammar."""


def exchanged(old: str, new: str, before: Reading, after: Reading, *, gated: bool) -> bool:
    """Whether two sentences (normal forms and readings) that were told anew exchange what their words do in them.

    *gated* tells that both let the same through in the same case alone, which may be asked for in one and be the case in the other.
    """
    if max(len(old), len(new)) > _LONGEST:
        return False
    asked = not gated and (
        _act_in_case(before, after, old, new) or _act_in_case(after, before, new, old) or _verbs_exchanged(before, after, old, new)
    )
    return asked or _forces_exchanged(before, after) or _measured_otherwise(old, new) or ends_exchanged(old, new)


def ends_exchanged(old: str, new: str) -> bool:
    """Whether two sentences with the same words exchange who acts, what alone is meant, or what is said of one thing and of another."""
    if max(len(old), len(new)) > _LONGEST:
        return False
    one, two = lowered(old), lowered(new)
    return (
        _led_otherwise(one, two)
        or _told_of_another(one, two)
        or _undergone(one, two)
        or _alone_otherwise(one, two)
        or _owned_otherwise(one, two)
        or _parts_exchanged(one, two)
    )


# -- the act, and the case of it ---------------------------------------------------------------------------------------


def _act_in_case(before: Reading, after: Reading, old: str, new: str) -> bool:
    """Whether what one sentence asks for stands in the other, which asks for something as well, as a condition or in a relative clause alone."""
    case, (other_case, other_rest) = _case(before, old)[0], _case(after, new)
    act = {word for clause in _bound(before) for word in told(clause.act)} - case
    moved = {word for word in act if _has(other_case, word) and not _has(other_rest, word)} if _bound(after) else set()
    if not moved:
        return False
    beside, other_beside = _beside(old), _beside(new)  # "a bucket that is shared", "a shared bucket"
    return any(not any(word in pair and pair in other_beside for pair in beside) for word in moved)


def _beside(text: str) -> set[frozenset[str]]:
    """Return the pairs of words that stand side by side within a case, or within the rest."""
    return {frozenset(pair) for part in _CASES.split(lowered(text)) for pair in pairwise(told(part))}


def _case(reading: Reading, text: str) -> tuple[set[str], set[str]]:
    """Return the stems of what is a condition, an exception or a relative clause in a sentence, and of the rest."""
    rest = lowered(text)
    conditions = (part for part in reading.conditions if f"place {part}" not in rest)  # "the only place where"
    parts = [*conditions, *reading.exceptions, *(found[0] for found in _RELATIVE.finditer(rest))]
    for part in parts:
        rest = rest.replace(part, " ")
    return set(told(" ".join(parts))), set(told(rest))


def _verbs_exchanged(before: Reading, after: Reading, old: str, new: str) -> bool:
    """Whether what each sentence asks to do is told in the other, which asks to do something else."""
    one, two = (
        {word for clause in _bound(side) if not clause.cue.endswith(" that") for word in told(_asked(clause))[:1]}
        for side in (before, after)
    )
    if not one or not two or len(missing(one, two)) < len(one) or len(missing(two, one)) < len(two):
        return False
    return all(_named(told(new), word) for word in one) and all(_named(told(old), word) for word in two)


def _asked(clause: Clause) -> str:
    """Return what a clause asks to do, and not how; the verb of a bare order is its cue, and words of force are words of grammar."""
    return _HOW.sub(" ", f"{clause.cue} {clause.act}")


def _bound(reading: Reading) -> list[Clause]:
    return [clause for clause in reading.clauses if clause.force is not Force.DESCRIPTIVE]


def _forces_exchanged(before: Reading, after: Reading) -> bool:
    """Whether what is bound by one force alone in one sentence is bound by another alone in the other, where both have both."""
    one, two = _by_force(before), _by_force(after)
    both = [force for force in one if force in two]
    return any(
        _has(told(two[other]), word) and not _has(told(two[force]), word) and not _has(told(one[other]), word)
        for force in both
        for other in both
        if force is not other and not _meant_again(one[other], two[force])
        for word in told(one[force])
    )


def _by_force(reading: Reading) -> dict[Force, str]:
    found: dict[Force, str] = {}
    for clause in _bound(reading):
        found[clause.force] = f"{found.get(clause.force, '')} {clause.act}"
    return found


def _measured_otherwise(old: str, new: str) -> bool:
    """Whether both sentences say "than", and each of something else."""
    one, two = ({known(found["other"]) for found in _THAN.finditer(lowered(text))} for text in (old, new))
    return bool(one and two) and len(missing(one, two)) == len(one)


# -- who acts, what alone, and what belongs together -------------------------------------------------------------------


def _undergone(one: str, two: str) -> bool:
    """Whether who acts in one text ("by the guest") is what it is done to in the other, or somebody else acts there (in lower case)."""
    first, second = _agents(one), _agents(two)
    if any(agents and not missing(agents, patients) for agents, patients in ((first, _patients(two)), (second, _patients(one)))):
        return True
    return bool(first and second) and len(missing(first, second)) == len(first)


def _agents(text: str) -> set[str]:
    return {known(found["agent"]) for found in _BY.finditer(text)}


def _patients(text: str) -> set[str]:
    return {known(found["patient"].split()[-1]) for found in _PATIENT.finditer(text)}


def _alone_otherwise(one: str, two: str) -> bool:
    """Whether both texts say "only", and each of something else (in lower case)."""
    first, second = _ONLY.search(one), _ONLY.search(two)
    if first is None or second is None:
        return False
    alone, other = set(told(first["what"])), set(told(second["what"]))
    if bool(_ITSELF.match(first["what"])) != bool(_ITSELF.match(second["what"])):
        return True
    return bool(alone and other) and len(missing(alone, other)) == len(alone)


def _led_otherwise(one: str, two: str) -> bool:
    """Whether two words exchanged those right before them: "old ropes with new nets", "old nets with new ropes" (in lower case)."""
    first, second = _led(one), _led(two)
    lost, won = first - second, second - first
    return any((a, y) in won and (b, x) in won for a, x in lost for b, y in lost if a != b and x != y)


def _led(text: str) -> set[tuple[str, str]]:
    """Return each word of a text in lower case behind the one before it within a clause, but for articles and what only joins or turns."""
    parts = (_ARTICLE.sub("", part) for part in _STOPS.split(text))
    return {(known(a), known(b)) for part in parts for a, b in pairwise(words(part)) if a not in _joining() and b not in _joining()}


@cache
def _joining() -> frozenset[str]:
    data = lexicon("build")
    return frozenset((*data["free"], *data["modal"], *data["turning"], *data["pronouns"], "is", "are", "was", "has", "not")) - {
        "one",
        "ones",
    }


def _told_of_another(one: str, two: str) -> bool:
    """Whether what "who" or "that" tells of one thing in a text is told of another in the other text (in lower case)."""
    first, second = (
        {known(found["said"]): known(found["whose"]) for found in _WHOSE.finditer(text) if told(found["whose"])} for text in (one, two)
    )
    return any(
        second.get(said, whose) != whose and whose in map(known, words(two)) and second[said] in map(known, words(one))
        for said, whose in first.items()
    )


def _owned_otherwise(one: str, two: str) -> bool:
    """Whether something is "of" another thing in each text, and both are told in both (in lower case)."""
    first, second = _owned(one), _owned(two)
    return any(
        owner in second
        and not missing(heads | second[owner], told(one))
        and not missing(heads | second[owner], told(two))
        and not heads & second[owner]
        for owner, heads in first.items()
    )


def _owned(text: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one in _OF.finditer(text):
        found.setdefault(known(one["owner"]), set()).add(known(one["head"]))
    return found


def _parts_exchanged(one: str, two: str) -> bool:
    """Whether what is said of one of two things or acts, which stand apart in both texts, is said of the other one in the other text."""
    if not (_PARTS.search(one) and _PARTS.search(two)):
        return False
    sides = _apart(one), _apart(two)
    first, second = map(_placed, sides)
    names = {word: next((other for other in second if word == other or akin(word, other)), "") for word in first}
    shared = [(first[word], second[name]) for word, name in names.items() if name]
    heads = _heads(one) | _heads(two)  # of which all that is joined may be said
    moving = [(first[word], second[name]) for word, name in names.items() if name and not {word, name} & heads]
    return any(
        with_one[0] == place[0] and with_two[1] == place[1] and with_one[0] != with_two[0] and with_one[1] != with_two[1]
        for place in moving
        for with_one in shared
        for with_two in shared
        if not _meant_again(sides[0][with_two[0]], sides[1][with_one[1]])
    )


def _apart(text: str) -> list[str]:
    """Return the parts of a text in lower case between stops and "and"; what opens it belongs to what follows."""
    return _PARTS.split(_OPENER.sub(r"\g<said>", text))


def _meant_again(left: str, other: str) -> bool:
    """Whether two parts that do without a word mean it ("find the key; do not lend it", "do not lend the key; find it"), of which one may leave it out."""
    again, told_again = _AGAIN.search(left), _AGAIN.search(other)
    return bool((again and (told_again or len(told(other)) == 1)) or (told_again and len(told(left)) == 1))


def _placed(parts: Sequence[str]) -> dict[str, int]:
    """Return the stems of what a sentence tells once, each with the number of the part that has it."""
    found: dict[str, int] = {}
    twice: set[str] = set()
    for at, part in enumerate(parts):
        said = [*told(part), *("~not" for _ in _DENIAL.finditer(part)), *(f"~{word[0]}" for word in _PLACED.finditer(part))]
        for word in said:
            if found.setdefault(word, at) != at:
                twice.add(word)
    return {word: at for word, at in found.items() if word not in twice}


def _heads(text: str) -> set[str]:
    """Return who acts in the passive, what opens a text in lower case or tells who is to act, and the first word of each part and case."""
    said = [told(case)[:1] for part in _PARTS.split(text) for case in _CASES.split(part)]
    opener, who = _OPENER.match(text), _SUBJECT.match(text)
    said += [told(found["said"]) for found in (opener, who) if found]
    return _agents(text) | {word for some in said for word in some}


# -- words ------------------------------------------------------------------------------------------------------------


def _has(stems: Collection[str], word: str) -> bool:
    """Whether some stem is a word's, or of its family."""
    return word in stems or any(akin(word, other) for other in stems)


def _named(stems: Collection[str], word: str) -> bool:
    """Whether some stem is a verb's, or of a noun that is made of it ("pay", "payment")."""
    return _has(stems, word) or any(
        other.startswith(word) or word.startswith(other) for other in stems if len(min(word, other, key=len)) >= _ROOT
    )
