"""What exceptions except, whatever words open them, and whether they except more, less or something else than before.

"except for minors", "with the exception of minors", "minors aside"     one exception
"except in games"  ──▶  "except in games and stories"                    reaches further
"except in games"  ──▶  "except in stories"                              other cases, neither more nor fewer
"""

import re
from collections.abc import Sequence

from specdiff.model.language import Force, Reading
from specdiff.prose.comparison.pairs import paired_parts
from specdiff.prose.lexicon import lexicon, pattern
from specdiff.prose.paraphrase.content import known, telling
from specdiff.prose.paraphrase.forms import form, same_said
from specdiff.prose.sentence.limits import common, hits
from specdiff.prose.text.changes import changed_words, only_wording
from specdiff.prose.traits import LOOSER, OTHER, STRICTER, Trait, main_force, opposite

_STEM = 5
_REWRITTEN = 2
"""Telling words that an exception must have lost, and as many others won, to be another one."""
_JOIN = re.compile(r"\b(?:or|and/or)\b")
_LISTING = re.compile(r"\b(?:or|and|and/or|as well as)\b(?=\s+\w)")
_OPEN = re.compile(
    r"\b(?:(?:or|and) (?:(?:any|all|some) )?others?|and the like|and so (?:on|forth)|or similar|etc|among others|such as|including)\b"
)
_IF = re.compile(r"(?:unless|(?:except|other than|save) (?:if|when|where|that))\b", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"\b(?:explicitly\s|expressly\s)?(?:says?|said|tells?|told|instruct(?:s|ed)?|asks?|asked|direct(?:s|ed)?|specif(?:y|ies|ied)|indicates?d?|requests?(?:ed)?|states?d?)"
    r"(?: it| you)? otherwise\b"
)
_WITHIN = re.compile(r"^(?:in|for|to|on|during)\s(?=\w)")
_BEING = re.compile(r"(?:it|they|he|she|this|that|these|those) (?:is|are)\s+")
_WHOM = re.compile(r"\w+(?: one)?(?= but\b)")
_ASIDE = re.compile(r"\s(?:aside|excepted)$")


def exceptions(before: Reading, after: Reading) -> list[Trait]:
    """Return what became of the exceptions of a sentence."""
    if before.exceptions == after.exceptions:
        return []
    pairs, gone, come = paired_parts(before.exceptions, after.exceptions)
    if len(gone) == len(come) == 1:
        pairs.append((gone.pop(), come.pop()))
    toward = LOOSER if main_force(before, after) is not Force.PERMITTED else STRICTER
    out = [Trait("exception/added", "", part, toward) for part in come]
    out += [Trait("exception/removed", part, "", opposite(toward)) for part in gone]
    return out + [trait for old, new in pairs for trait in _reach(old, new, toward)]


def lesser(part: Trait, before: Reading, after: Reading) -> bool:
    """Return whether what became of an exception is the lesser news of a rule whose force changed.

    So is a way to do the act ("without consent"), and so is the exception of the side that forbids where the other permits: what is permitted needs none.
    """
    forbids, other = (before, after) if part.old else (after, before)
    if part.rule in ("exception/added", "exception/removed") and forbids.force.negative and other.force is Force.PERMITTED:
        return True
    return (part.old or part.new).lower().startswith(tuple(lexicon("parts")["ways_out"]))


def excepted(part: str) -> str:
    """Return what an exception (a part of a reading) excepts, without the words that open it."""
    cue = pattern("parts", "exceptions").match(part)
    rest = part[cue.end() :].strip(" ,") if cue else _ASIDE.sub("", part)
    return (_BEING if cue and cue[0] == "unless" else _WITHIN).sub("", rest)


def excepted_alike(old: str, new: str, before: Reading, after: Reading) -> bool:
    """Whether two sentences (normal forms and readings) differ in nothing but the words that open their one exception, or where it stands."""
    if len(before.exceptions) != 1 or len(after.exceptions) != 1 or not _same(*(excepted(one.exceptions[0]) for one in (before, after))):
        return False
    one, two = (_without(text, reading.exceptions[0]) for text, reading in ((old, before), (new, after)))
    return bool(one and two) and same_said(one, two)


def _without(text: str, part: str) -> str:
    """Return a sentence without one of its parts, empty where the part does not stand in it."""
    head, found, tail = text.lower().partition(part)
    if whom := _WHOM.match(part):  # "no one but the owner" is not "anyone but the owner"
        head += whom[0]
    return " ".join(f"{head.strip(' ,')} {tail.lstrip(' ,')}".replace(" .", ".").split()) if found else ""


def _same(one: str, other: str) -> bool:
    """Whether two exceptions except the same, whatever the endings of their words."""
    if _OTHERWISE.search(one) and _OTHERWISE.search(other):  # "the guest says otherwise", "told otherwise by the guest"
        return set(telling(_OTHERWISE.sub("", one))) == set(telling(_OTHERWISE.sub("", other))) and _parties(one) == _parties(other)
    return bool(one) and (same_said(one, other) or tuple(map(known, form(one))) == tuple(map(known, form(other))))


def _reach(old: str, new: str, toward: str) -> Sequence[Trait]:
    """Return whether an exception reaches further than before or less far; both for one that names other cases, nothing for the same in other words.

    It reaches further with fewer limits or more alternatives; *toward* is what that makes of the rule.
    """
    was, now = excepted(old), excepted(new)
    gone, come = changed_words(was, now)
    if only_wording(gone, come) or _same(was, now):
        return ()
    further = hits("limiting", " ".join(gone)) - hits("limiting", " ".join(come)) or _open(new) - _open(old) or _ways(new) - _ways(old)
    if (not further and (_others(gone, come) or _clausal(old) != _clausal(new))) or _rewritten(
        gone, come
    ):  # which may as well be other words for the same ones
        return [Trait(rule, old, new, OTHER, sure=False, about="other cases") for rule in ("exception/widened", "exception/narrowed")]
    further = further or (len(gone) - len(come) if _clausal(old) == _clausal(new) else 0)
    if not further:
        return ()
    return (Trait("exception/widened", old, new, toward) if further > 0 else Trait("exception/narrowed", old, new, opposite(toward)),)


def _rewritten(gone: Sequence[str], come: Sequence[str]) -> bool:
    """Whether so much of an exception is another that one word more or less which limits it does not tell how far it reaches."""
    telling = [{known(word) for word in side if word not in common() and not hits("limiting", word)} for side in (gone, come)]
    return min(len(telling[0] - telling[1]), len(telling[1] - telling[0])) >= _REWRITTEN


def _parties(part: str) -> set[str]:
    return {found[0].removesuffix("s") for found in pattern("parts", "parties").finditer(part)}


def _clausal(part: str) -> bool:
    """Whether an exception is a clause ("when the guest is a child"), and not only names something ("with children")."""
    return _IF.match(part) is not None


def _open(part: str) -> int:
    """Return 1 for an exception that names some cases of many ("in games or other stories"), else 0."""
    return int(_OPEN.search(part) is not None)


def _ways(part: str) -> int:
    """Count what an exception names: "except in games and stories" names two, "unless asked and paid" one case that is rarer."""
    joins = _JOIN if _IF.match(part) else _LISTING
    return len(joins.findall(part)) + part.count(",")


def _others(gone: Sequence[str], come: Sequence[str]) -> bool:
    """Whether cases went and other cases came; another form of the same word ("overridden", "override") is no other case."""
    telling = [{known(word) for word in side if word not in common() and not _JOIN.fullmatch(word)} for side in (gone, come)]
    stems = [{word[:_STEM] for word in side} for side in telling]
    return bool(stems[0] - stems[1] and stems[1] - stems[0])
