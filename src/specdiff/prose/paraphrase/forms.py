"""Whether two sentences say the same in other words, by what English has several forms for and whoever mends a text exchanges.

"cannot", "can't"                        contractions; "seven" and "7", "ten (10)"
"you must never ask", "never ask"
"he or she", "they"                      a person who may be anybody, with the verb that agrees
"has to", "must"                         words of one force; "no more than", "at most"; "prior to", "before"
"parts that were made", "parts made"     relative clauses; "the clerk's desk", "the desk of the clerk"
"if asked, say so", "say so if asked"    where a condition stands
"it must be read by a clerk"             active and passive

Each sentence is brought into one form, and the forms are compared: nothing is weighed.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain

from specdiff.prose.lexicon import alternation, lexicon, lowered
from specdiff.prose.sentence.force import INVERTED
from specdiff.prose.text.counting import figure, figures, written
from specdiff.prose.text.signs import changed_signs
from specdiff.prose.text.similar import words
from specdiff.prose.text.spelling import one_spelling

_LONGEST = 1200
"""Letters of a sentence above which it is not brought into another form."""
_LAST = re.compile(r"(^|[,;:.]\s)([^,;:.]+)(?:[,:]|\s-)?\snever(?=[;.!]|$)")
_DO_NOT = re.compile(r"^(?:do not|don't)\s")
_YOU_MUST = re.compile(r"^you (?P<not>(?:must|shall|may) not|mustn't|are not (?:allowed|permitted) to)\b|^you must\s+")
_NEEDED = r"(?:essential|imperative|vital|crucial|critical|mandatory|obligatory|necessary|required)"
_ALLOWED = r"(?:fine|ok|okay|acceptable|permissible|permitted|allowed|all right|alright)"
_AT_NO_TIME = r"(?:under no circumstances?|in no circumstances?|at no time|on no account|in no case|in no event)"
_THING = r"(?:the |an? |its |their |any )?[\w-]+"
_ROUNDABOUT = (  # what is said with a noun or an adjective for a verb
    (re.compile(rf"^{INVERTED}"), "if "),
    (re.compile(rf"\bit is {_NEEDED} that ((?:the |an? )?[\w-]+)\s(?=\w)"), r"\1 must "),
    (re.compile(rf"\bit is {_NEEDED} for ((?:the |an? )?[\w-]+) to\s"), r"\1 must "),
    (re.compile(r"\bthere is no need for ((?:the |an? )?[\w-]+) to\s"), r"\1 need not "),
    (re.compile(rf"\bit is {_ALLOWED} for ((?:the |an? )?[\w-]+) to\s"), r"\1 may "),
    (re.compile(rf"^{_AT_NO_TIME} (?:may|must|can|shall|will) ((?:the |an? )?[\w-]+)\s"), r"\1 must never "),
    (
        re.compile(r"\b(?:no one|nobody|none) (?:but|other than|except(?: for)?|apart from|save(?: for)?) ([\w' -]{1,60}?) (may|can)\b"),
        r"only \1 \2",
    ),
    (re.compile(r"\blet ((?:the |an? )?[\w-]+) know\b"), r"tell \1"),
    (re.compile(r"\b(?:is|are|be) (?:not able|unable) to\b"), "can not"),
    (re.compile(r"\b(?:is|are) (?:prohibited|forbidden|barred|banned) from (?=\w+ing\b)"), "must not "),
    (re.compile(r"\bnever ever\b"), "never"),
    (
        re.compile(r"^we (?:(do not|don't) )?(?:allow|permit) ([^,;:.]+)(?=[.]?$)"),
        lambda found: f"{found[2]} are {'not ' * bool(found[1])}allowed",
    ),
    (re.compile(r"^([^,;:.]+) (?:is|are) (not )?permitted(?=[.]?$)"), r"\1 are \2allowed"),
    (re.compile(r"\bmay (not|never) (?!have\b|be (?!\w+e[dn]\b)|always\b|even\b)"), r"must \1 "),  # elsewhere it tells what may not be so
    (re.compile(r"^(?:the )?responsibility for (.+) (?:lies|rests) with ([^.]+)"), r"\2 is responsible for \1"),
    (re.compile(r"^the first (?:thing|step|task) (?:to do )?is to\s"), "it should first "),
    (re.compile(rf"\btell ({_THING}) (?:about|of) ({_THING})"), r"mention \2 to \1"),
    (re.compile(r"^the first thing to (\w+) is\s"), r"it should first \1 "),
)
# Of which what one of these finds something in has one, if it does not begin with "should"
_ROUND = (
    "it is ", "may n", "we do", "we allow", "we permit", "permitted", "let ", "tell ",
    "never ever", "no one", "nobody", "none", "no need", "responsibility", "able to", "ed from", "en from",
    "the first", "under no ", "in no ", "at no ", "on no ",
)  # fmt: skip
_TAIL = re.compile(r"[;,]\s*(?:and|or|and/or)\s*$")
_FRONTED = re.compile(r"^((?:if|when|whenever|in case|in the event that)\b[^,;:]*),\s*(?:then\s+)?([^;:]+?)[.!]?\s*$")
_TOGETHER = re.compile(r"\b(e|co|non|pre|sub|multi)-(?=\w)")
_SHORTENED = re.compile(r"\b(\w+)(n't|'re|'ll|'ve)(?!\w)")
_FULL = {"n't": " not", "'re": " are", "'ll": " will", "'ve": " have"}
_AGREES = re.compile(r"\bthey (\w+?)(?<!s)s\b")
_BE = {"is": "be", "are": "be", "was": "were", "has": "have", "does": "do"}
_RELATIVE = re.compile(r"\b(?:that|which|who) (?:have been|be|were) (?=\w)")
_RELEASED = re.compile(r"\b(?:a|an|the) (\w+) (?:that|which|who) (?:have been|be|were) (\w+ed)$")
_OWNED = re.compile(r"\b(\w+) of (?:the|a|an) (\w+)(?= |$)")
_TWICE = re.compile(r"~(\d+) \1\b")
_PASSIVE = re.compile(
    r"^(?P<patient>.+?) (?:(?P<modal>must|should|may|can|will)(?P<no> not| never)? be|be(?P<plain> not| never)?|were) (?P<rest>\w.*)$"
)
_DENIES = frozenset({"not", "never", "no", "nor", "only", "but"})
_OBJECTS = {"they": "them", "we": "us", "i": "me"}
_LONGEST_AGENT = 8
_NAME = 4


def same_said(old: str, new: str) -> bool:
    """Whether two sentences in normal form say the same in other words, with the same signs; capitals do not count."""
    if old.casefold() == new.casefold():
        return True
    if max(len(old), len(new)) > _LONGEST or any(changed_signs(old, new)):
        return False
    one, two = _ends_alike(lowered(old), lowered(new))
    if one == two:
        return True
    before, after = form(one), form(two)
    return before == after or _fronted(one) == _fronted(two) or _voice(before, after) or _voice(after, before)


def named_again(runs: Sequence[tuple[Sequence[str], Sequence[str]]]) -> bool:
    """Whether all that changed is that a thing is named where "it" stood, or the other way round; who acts is never told by the way."""
    return len(runs) == 1 and any(_stands_for(*one) for one in (runs[0], runs[0][::-1]))


def _stands_for(pronoun: Sequence[str], name: Sequence[str]) -> bool:
    return (
        len(pronoun) == 1
        and pronoun[0] in ("it", "them")
        and 1 < len(name) <= _NAME
        and name[0] in ("the", "this", "these", "its", "their")
        and not set(name) & set(lexicon("parts")["parties"])
    )


def labelled(words: str) -> bool:
    """Whether a sentence in normal form begins with a label that only calls for attention ("Note: …")."""
    return _labels().match(lowered(words)) is not None


def counted_once(numbers: Sequence[str]) -> str:
    """Return numbers as a quotation; of one that is said in words and again in figures, "ten (10)", the figures."""
    after = (*numbers[1:], "")
    return ", ".join(one for one, other in zip(numbers, after, strict=True) if one == other or figures(one) != other.partition(" ")[0])


def _ends_alike(old: str, new: str) -> tuple[str, str]:
    """Return two sentences without the "or" that leads to the next thing in a list, where only one of them has it."""
    if bool(_TAIL.search(old)) != bool(_TAIL.search(new)):
        return _TAIL.sub("", old), _TAIL.sub("", new)
    return old, new


def _fronted(text: str) -> tuple[str, ...]:
    """Return the form of a sentence with an opening condition at its end."""
    return form(_FRONTED.sub(r"\2 \1", text))


@lru_cache(maxsize=4096)
def form(text: str) -> tuple[str, ...]:
    """Return the one form of a sentence in normal form, as words."""
    text = _YOU_MUST.sub(lambda found: "do not" if found["not"] else "", _never_first(_labels().sub("", lowered(text))))
    if "-" in text:
        text = _TOGETHER.sub(r"\1", text)
    text = _contracted().sub(lambda found: lexicon("same")["contractions"][found[0]], text)
    if "'" in text:
        text = _SHORTENED.sub(lambda found: found[1] + _FULL[found[2]], text)
    if text.startswith("should") or any(hint in text for hint in _ROUND):
        for pattern, plain in _ROUNDABOUT:
            text = pattern.sub(plain, text)
    text = " ".join(map(_spelling, words(text)))
    text = written().sub(lambda found: "~" + figure(found[0]), text)
    text = _TWICE.sub(r"\1", text).replace("~", "")
    text = _pronouns().sub(lambda found: lexicon("same")["pronouns"][found[0]], text)
    text = _phrases().sub(lambda found: _canonical()[found[0]], text)
    if "they " in text:
        text = _AGREES.sub(r"they \1", text)
    text = " ".join(_BE.get(word, word) for word in text.split())
    text = _RELATIVE.sub("", _RELEASED.sub(r"\2 \1", text))
    if " of " in text:
        text = _OWNED.sub(r"\2's \1", text)
    dropped = _dropped()
    return tuple(word for word in text.split() if word not in dropped)


def _never_first(text: str) -> str:
    return _LAST.sub(_first, text) if " never" in text else text


def _first(found: re.Match[str]) -> str:
    """Return a clause with the "never" in front that it ends with: "do not guess, never"."""
    return f"{found[1]}never {_DO_NOT.sub('', found[2])}"


@lru_cache(maxsize=65536)
def _spelling(word: str) -> str:
    """Return a word in its one spelling; one with hyphens as several."""
    return " ".join(f"{one_spelling(owner)}{owned}{more}" for owner, owned, more in (part.partition("'s") for part in word.split("-")))


# -- active and passive -----------------------------------------------------------------------------------------------


def _voice(passive: Sequence[str], active: Sequence[str]) -> bool:
    """Whether one says in the passive what the other says in the active, or orders."""
    found = _PASSIVE.match(" ".join(passive))
    if found is None:
        return False
    patient, (verb, *rest) = found["patient"].split(), found["rest"].split()
    modal = [found["modal"]] if found["modal"] else []
    denied = (found["no"] or found["plain"] or "").split()
    if modal == ["must"] and _acts(active, ["do", *denied] if denied == ["not"] else denied, verb, patient, rest):
        return True
    orders = (["do", "not"], ["never"]) if denied else ([],)
    if not modal and any(_acts(active, opening, verb, patient, rest) for opening in orders):
        return True  # what is told to be so is to be so: "lamps are not lit by hand", "do not light lamps by hand"
    if "by" not in rest:
        return False
    by = rest.index("by")
    before, after = rest[:by], rest[by + 1 :]
    return any(
        _acts(active, [*after[:end], *modal, *denied], verb, patient, [*before, *after[end:]])
        for end in range(1, min(len(after), _LONGEST_AGENT) + 1)
    )


def _acts(active: Sequence[str], opening: Sequence[str], verb: str, patient: Sequence[str], rest: Sequence[str]) -> bool:
    """Whether a sentence opens so, goes on with the verb and what it is done to, and has the same other words."""
    if rest and rest[-1] in _begin_phrases() and len(active) > len(opening) + 1 and active[len(opening) + 1] == rest[-1]:
        patient, rest = [rest[-1], *(_OBJECTS.get(word, word) for word in patient)], rest[:-1]  # "must be asked for", "ask for it"
    at = len(opening)
    patient = [_OBJECTS.get(word, word) for word in patient] if len(patient) == 1 else patient
    if list(active[:at]) != list(opening) or len(active) != at + 1 + len(patient) + len(rest) or not _same_verb(verb, active[at]):
        return False
    said = list(active[at + 1 :])
    return said[: len(patient)] == list(patient) and _set_otherwise(said[len(patient) :], list(rest))


def _set_otherwise(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two sequences are the same, or but for one phrase that stands elsewhere, where nothing is denied."""
    if one == other:
        return True
    if Counter(one) != Counter(other) or not _DENIES.isdisjoint(one):
        return False
    start = next(at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)
    end = len(one) - next(at for at, (a, b) in enumerate(zip(reversed(one), reversed(other), strict=True)) if a != b)
    middle, moved = list(one[start:end]), list(other[start:end])
    return any(middle[at:] + middle[:at] == moved and _moves(middle[:at]) and _moves(middle[at:]) for at in range(1, len(middle)))


def _moves(run: Sequence[str]) -> bool:
    """Whether a run of words begins like a phrase that may stand elsewhere; what is "of" something, or tells "who" is meant, stays with that."""
    return run[0] in _begin_phrases() or (run[0].endswith("ly") and len(run) == 1)


@cache
def _begin_phrases() -> frozenset[str]:
    data = lexicon("build")
    return frozenset((*data["places"], *data["often"], *chain(*data["governing"].values()))) - {"of", "who", "whom", "whose", "than"}


def _same_verb(participle: str, verb: str) -> bool:
    return not _plain_verbs(participle).isdisjoint({verb, verb.removesuffix("s"), verb.removesuffix("es")})


@cache
def _plain_verbs(participle: str) -> frozenset[str]:
    """Return what a participle may be one of: "planned" is of "plan", "read" of "read", "kept" of "keep"."""
    known = lexicon("same")["participles"].get(participle)
    if known or not participle.endswith(("ed", "en")):
        return frozenset({known or participle})
    stem = participle[:-2]
    return frozenset(
        {stem, participle[:-1], stem[:-1] + "y" if stem.endswith("i") else stem, stem[:-1] if stem[-1:] == stem[-2:-1] else stem}
    )


# -- patterns of the data file -----------------------------------------------------------------------------------------


@cache
def _canonical() -> dict[str, str]:
    return {phrase: first for first, *others in lexicon("same")["phrases"] for phrase in others}


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(alternation(list(_canonical())))


@cache
def _pronouns() -> re.Pattern[str]:
    return re.compile(alternation(list(lexicon("same")["pronouns"])))


@cache
def _contracted() -> re.Pattern[str]:
    return re.compile(alternation(list(lexicon("same")["contractions"])))


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"^{alternation(lexicon('same')['labels'])}\s*[:!]\s*")


@cache
def _dropped() -> frozenset[str]:
    return frozenset(lexicon("same")["dropped"])
