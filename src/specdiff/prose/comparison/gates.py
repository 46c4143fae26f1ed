"""What holds in one case alone: "not … unless …" and "only if …" are one rule in two builds, and so are "no one but …" and "only …".

"Do not open it unless the guest agrees."      ◀──▶  "Open it only if the guest agrees."
"It may not be opened without a warrant."      ◀──▶  "It may be opened only with a warrant."
"Only the owner may open it."                  ◀──▶  "It may not be opened by anyone but the owner."

Who compares the forces of the two alone takes them for opposites.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from specdiff.model.language import Clause, Force, Reading
from specdiff.prose.lexicon import lexicon, lowered
from specdiff.prose.paraphrase.content import known
from specdiff.prose.paraphrase.forms import form
from specdiff.prose.sentence.reading import read
from specdiff.prose.text.changes import quoted_changes
from specdiff.prose.traits import OTHER, Trait, binds

_LONGEST = 600
"""Letters of a sentence above which it is not asked what it lets through."""
_MUCH = 0.75
"""Share of the shorter case that the other one must have to be much the same."""
_HINT = re.compile(r"\b(?:only|unless|until|without|before|but|except|other than|apart from|alone)\b")
_OPENS = {  # what opens a case that is let through, and what opens the same one where the rest is denied
    "if": (r"if|when|where|in case|provided(?: that)?|as long as|so long as", r"unless|except (?:if|when|where|in case)"),
    "after": (r"after|once", r"until|before|unless after|except after"),
    "with": (r"with", r"without|except with|unless with"),
}
_NOBODY = r"(?:no one|nobody|none)"
_BUT = r"(?:but|except(?: for)?|other than|apart from|save(?: for)?|besides)"
_ONLY_WHO = re.compile(r"^only (?P<case>.+)$")
_NOBODY_BUT = re.compile(rf"^{_NOBODY} {_BUT} (?P<case>.+)$|^{_BUT} (?P<first>[^,]+), {_NOBODY}$")
_FOR = "by|to|with|from"
_ONLY_FOR = re.compile(
    rf"^(?P<rest>.+?) (?:only (?P<before>{_FOR}) (?P<case>.+)|(?P<behind>{_FOR}) (?P<last>(?:(?!\b(?:{_FOR})\b).)+?) (?:only|alone))$"
)
_ONLY_SHARE = re.compile(rf"^only (?P<rest>.+) (?P<before>to|with) (?P<case>(?:(?!\b(?:{_FOR}|if|when|unless|until|after|before)\b).)+)$")
_FOR_NOBODY_BUT = re.compile(rf"^(?P<rest>.+?) (?P<before>{_FOR}) (?:(?P<any>any|some)(?:one|body)|{_NOBODY}) {_BUT} (?P<case>.+)$")
_FIRST = re.compile(r"^(?P<case>.+?),? (?:before|prior to) (?:(?:it|they|you) )?(?P<rest>.+)$")
_AT_FIRST = re.compile(r"^(?:first|having) |\bfirst$")
_ALONE = re.compile(rf"\bonly\b|\balone$|^before\b|\b{_NOBODY} {_BUT}\b")
_ONLY_DO = re.compile(r"^only (?P<verb>[\w-]+) (?P<rest>[^,;:]+?) (?P<opens>if|when|where|once|after)\b", re.IGNORECASE)
_CASE = re.compile(r"only (?:if|when|where|once|after|with|in case|provided|as long as)\b")
_CLAUSE = re.compile(r"\b(?:if|when|unless|until)\b")
_DOES_NOT = re.compile(r"\b(?:does not|doesn't|do not|don't|never)\b")
_JOINED = re.compile(r"[,;]\s+(?:and|but)\s+|;\s+")
_PARTED = re.compile(r"[;:()]")


class Gate(NamedTuple):
    """One case in which alone a rule lets something through: of what ``kind``, the ``case`` and the ``rest`` of the sentence, as stems.

    ``alone`` tells that nothing else is let through, ``denied`` that this is because the rest is spoken against, ``passive`` that it is in the
    passive, ``strength`` how strongly it binds.
    """

    kind: str
    case: tuple[str, ...]
    rest: tuple[str, ...]
    alone: bool
    denied: bool
    passive: bool
    strength: int
    text: str


def gated(old: str, new: str, before: Reading, after: Reading) -> Trait | None:
    """Return what the difference means of two sentences that let the same through in one case alone; ``None`` where they do not, or are of one build.

    Of sentences that say several things only the one thing that differs is looked at.
    """
    if max(len(old), len(new)) > _LONGEST or not (_HINT.search(lowered(old)) or _HINT.search(lowered(new))):
        return None
    if (behind := (_only_behind(old), _only_behind(new))) != (old, new):
        return gated(*behind, *map(read, behind))
    parts = [_JOINED.split(text.rstrip(" .")) for text in (old, new)]
    if len(parts[0]) == len(parts[1]) > 1:
        other = [(one, two) for one, two in zip(*parts, strict=True) if form(one) != form(two)]
        if len(other) != 1:
            return None
        before, after = (read(part) for part in other[0])
        old, new = other[0]
    one, two = _gate(before, old), _gate(after, new)
    if one is None or two is None or not _one_kind(one, two):
        return None
    if _same_rest(one, two):
        return _compared(one, two, before, after)
    return Trait("statement/changed", *quoted_changes(old, new), OTHER, sure=False) if _perhaps(one, two) else None


def _only_behind(text: str) -> str:
    """Return an order with "only" where it belongs: "only use it if asked", "use it only if asked"."""
    found = _ONLY_DO.match(text)
    if found is None or found["verb"].lower() not in lexicon("force")["imperatives_for"]:
        return text
    return f"{found['verb'].capitalize()} {found['rest']} only {text[found.start('opens') :]}"


def half_way(old: str, new: str) -> str:
    """Return the old sentence with what it lets through in one case alone in the build of the new one, where it says other things that differ as well.

    Empty where it does not.
    """
    if max(len(old), len(new)) > _LONGEST or not (_HINT.search(lowered(old)) or _HINT.search(lowered(new))):
        return ""
    parts = [_JOINED.split(text.rstrip(" .")) for text in (old, new)]
    if len(parts[0]) != len(parts[1]) or len(parts[0]) < 2:  # noqa: PLR2004 - several
        return ""
    text = old
    for one, two in zip(*parts, strict=True):
        if form(one) != form(two) and gated(one, two, read(one), read(two)) == Trait("statement/reworded"):
            text = text.replace(one, two)
    return text if text != old else ""


def _compared(one: Gate, two: Gate, before: Reading, after: Reading) -> Trait | None:
    """Return what became of a case in which alone the same is let through."""
    same, alone = one.case == two.case, one.alone and two.alone
    if one.denied == two.denied:  # in one build the words of force tell
        return Trait("statement/reworded") if same and alone and before.force is after.force else None
    bound = one.kind == "who" and Force.REQUIRED in (before.force, after.force)  # "only the owner must sign" lets others sign
    if alone and same and not bound:
        weaker = one.strength - two.strength
        return binds(before.cue, after.cue, more=weaker < 0) if weaker else Trait("statement/reworded")
    if alone:
        return Trait("statement/changed", one.text, two.text, OTHER)
    permitted = Force.PERMITTED in (before.force, after.force)  # who may with consent is often meant to do so with consent alone
    return binds(one.text, two.text, more=two.alone) if same and not permitted else None


def _one_kind(one: Gate, two: Gate) -> bool:
    """Whether both let a case through, or both somebody; of a case it is no matter whether it is to be so before, or at the time."""
    return one.kind == two.kind or (one.case == two.case and "who" not in (one.kind, two.kind))


def _perhaps(one: Gate, two: Gate) -> bool:
    """Whether the rest may well be the same in words that nobody here knows: it is denied in one build, and asked for in the other, in much the same case."""
    shared = set(one.case) & set(two.case)
    return one.denied != two.denied and one.alone and two.alone and len(shared) >= _MUCH * min(len(one.case), len(two.case))


def _same_rest(one: Gate, two: Gate) -> bool:
    """Whether the same is let through; where one says it in the passive, in another order."""
    return one.rest == two.rest or (one.passive != two.passive and Counter(one.rest) == Counter(two.rest))


def _gate(reading: Reading, words: str) -> Gate | None:
    if len(reading.clauses) != 1 or _PARTED.search(words):
        return None
    clause = reading.clauses[0]
    denied = clause.force.negative or clause.negated
    subject, act = _sides(clause)
    passive = act.startswith("be ")
    strength = 3 if clause.force is Force.PERMITTED else clause.force.strength
    for kind, case, rest, text in (
        *_who(subject, act, denied=denied),
        *_when(subject, act, denied=denied, bound=clause.force.strength > 1),
    ):
        alone = denied or kind in ("who", "to", "from") or _ALONE.search(text) is not None
        said = _stems(rest.replace(" by ", " ") if passive else rest)
        return Gate(kind, _stems(case), said, alone, denied, passive, strength, text)
    return None


def _sides(clause: Clause) -> tuple[str, str]:
    """Return what stands before the words of force and after them, in lower case; a bare order begins with its verb, a description is all act."""
    subject, act = lowered(clause.subject), lowered(clause.act).rstrip(" .!").removeprefix("to ")
    if clause.force is Force.DESCRIPTIVE:
        return "", _DOES_NOT.sub("", act)
    return subject, f"{clause.cue} {act}" if clause.cue in lexicon("force")["imperatives_for"] else act


def _who(subject: str, act: str, *, denied: bool) -> Iterator[tuple[str, str, str, str]]:
    """Yield who alone may, and what."""
    for pattern, negative in ((_ONLY_WHO, False), (_NOBODY_BUT, True)):
        if (found := pattern.match(subject)) and denied is negative and not _CASE.match(subject):
            yield "who", next(filter(None, found.groups())), act, found[0]
    if not denied and (found := _ONLY_SHARE.match(act)):
        yield found["before"], found["case"], f"{subject} {found['rest']}", found[0]
    if not denied and (found := _ONLY_FOR.match(act)) and (found["last"] or not _CLAUSE.search(found["case"])):
        yield _whom(found["before"] or found["behind"]), found["case"] or found["last"], f"{subject} {found['rest']}", found[0]
    if (found := _FOR_NOBODY_BUT.match(act)) and denied is bool(found["any"]):
        yield _whom(found["before"]), found["case"], f"{subject} {found['rest']}", found[0]


def _whom(word: str) -> str:
    """Return the kind of a case that is somebody, by the word before: who acts in the passive is who acts."""
    return "who" if word == "by" else word


def _when(subject: str, act: str, *, denied: bool, bound: bool) -> Iterator[tuple[str, str, str, str]]:
    """Yield in what case, and what; without "only" that is let through there which is not denied elsewhere."""
    only = "" if denied else "(?:only )?"
    if not denied and bound and (found := _FIRST.match(act)):
        yield "with", found["case"], f"{subject} {found['rest']}", f"before {found['rest']}"
    for kind, openings in _OPENS.items():
        opens = rf"{only}(?:{openings[denied]})"
        if found := re.match(rf"^(?P<opens>{opens}) (?P<case>[^,]+)(?:, (?P<rest>.+))?$", subject):
            yield kind, found["case"], f"{found['rest'] or ''} {act}", found[0]
        if not denied and (found := re.match(rf"^only (?P<rest>.+?),? {opens} (?P<case>.+)$", act)):
            yield kind, found["case"], f"{subject} {found['rest']}", found[0]
        if found := re.match(rf"^(?P<rest>.+?),? (?P<opens>{opens}) (?P<case>.+)$", act):
            yield kind, found["case"], f"{subject} {found['rest']}", f"{found['opens']} {found['case']}"


def _stems(text: str) -> tuple[str, ...]:
    little = {*lexicon("build")["addressed"], "be"}
    return tuple(known(word) for word in form(_AT_FIRST.sub("", text)) if word not in little)
