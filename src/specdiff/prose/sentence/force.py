"""How strongly the clauses of a sentence bind, by cues: modal verbs and fixed phrases, and what stands around them.

"The clerk should generally not lie"   adverbs are looked through
"No clerk may lie", "must avoid lying" a subject or an act that denies turns the cue
"letters may get lost"                 what may happen is permitted to nobody
"rules on how clerks should dress"     what only a subordinate clause says, the sentence does not ask for
"a clerk should say that it cannot"    what one is told to say binds nobody
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from specdiff.model.language import Clause, Force
from specdiff.prose.lexicon import alternation, lexicon, pattern
from specdiff.prose.sentence.limits import common
from specdiff.prose.text.similar import words as words_of

_FORCES = ("prohibited", "discouraged", "permitted", "required", "recommended")
_DENIED = {Force.REQUIRED: Force.PROHIBITED, Force.PERMITTED: Force.PROHIBITED, Force.RECOMMENDED: Force.DISCOURAGED}
_AFTER_ALL = {Force.PROHIBITED: Force.REQUIRED, Force.DISCOURAGED: Force.RECOMMENDED}
"""What a denial of forgoing an act asks for: "should never avoid a question"."""
_NEGATED = re.compile(r"(?<!\w)(?:not|never|no longer(?! than)|nor|neither|cannot|\w+n't)(?!\w)")
_AT_NO_TIME = r"(?:at no time|in no (?:event|case|way|circumstances?)|under no circumstances?|on no account)"
_COMES = re.compile(
    r"\s+(?:also |then |usually |often |only )?"
    r"(?:be (?:given|provided|shown|asked|told|presented|sent|notified|prompted|able|interrupted)|receive|see|get|find|have(?! to\b)|notice)\b"
)
_JOINED = re.compile(r"^(?:and|but|yet|or|so|while)\s+", re.IGNORECASE)
_NO_SUBJECT = re.compile(rf"^(?:no|none (?:of|but|other than|except)|nobody|no one|neither|nor|nothing|{_AT_NO_TIME})\b", re.IGNORECASE)
_WHO = re.compile(r"\b(?:that|which|whom|what)\s", re.IGNORECASE)
# "may say nothing": of an act that reaches nothing there is nothing permitted
_NOTHING = re.compile(r"\s+(?:\w+ly\s+)?\w+\s+(?:(?:to|about|with|of)\s+)?(?:nothing|nobody|no one|none)\b")
_NOT_ALL = re.compile(r"^not (?:all|every|each)\b", re.IGNORECASE)
_NO_ACT = re.compile(rf"\s*,?\s*(?:\w+ly\s+)?(?:not|never|neither|{_AT_NO_TIME})\b(?!\s+(?:only|just|merely|simply)\b)")
_FORGONE = re.compile(
    r"\s+(?:(?:\w+ly|also|always)\s+)?(?:avoid|(?:be )?(?:avoided|shunned|refrained from)|refrain from|abstain from|desist from)\b"
)
_NOT_ONLY = re.compile(r"\s+(?:only|just|merely|simply|solely)\b")
_ASIDE = re.compile(r"\([^()]*\)")
_ADVERBS = re.compile(
    r"(?<=\s)(?:(?:(?<=\bis\s)|(?<=\bare\s)|(?<=\bbe\s))(?:\w+ly|also|always|still|often|thus|considered)(?=\s+\w)"
    r"|(?:(?<=\bmust\s)|(?<=\bshould\s)|(?<=\bmay\s)|(?<=\bcan\s)|(?<=\bshall\s)|(?<=\bwill\s))"
    r"(?:\w+ly|also|still|in general|as a rule|by default)(?=\s+(?:not|never)\b)"
    r"|(?<=\bnot\s)\w+ly(?=\s+(?:allow|permit|prohibit|forbid|require)\b))"
)
_STOP = re.compile(r"[,;:.!?]")
_CLAUSE_END = re.compile(r"[,;:.!?()]$")
_NEAR = 5
"""Words before a cue among which a word that opens a subordinate clause is looked for."""
_CONDITIONAL = frozenset({"if", "when", "whenever", "where", "while", "once", "until", "unless"})
_INDIRECT = frozenset({"how", "what", "whether", "why", "although", "though"})
_DETERMINED = frozenset(
    {"in", "of", "for", "on", "at", "by", "with", "to", "from", "under", "after", "before", "without", "within", "during"}
)
_FINITE = frozenset(
    {"can", "could", "may", "might", "will", "would", "must", "should", "is", "are", "was", "were", "has", "have", "had", "does", "do"}
)
_RELATIVE = frozenset({"that", "which", "who", "whom", "whose"})
_ADVERB = re.compile(r"\w+ly|also|then|still|often|never|always|therefore|thus|themselves|himself|herself")
_SOMEONE = frozenset({"it", "he", "she", "they", "you", "we", "one", "i", "somebody", "someone", "anybody", "anyone"})
_FUTURE = frozenset({"will not", "will not be", "will never", "won't"})
_TO_BE_ABLE = re.compile(r"\s+(?:be\s)?able\b")
_OUT = re.compile(r"(?:\s(?:altogether|entirely|completely|too|as well))?(?:[.;!]|$|,?\s(?:and|but)\s)")
_CONCESSIVE = re.compile(r"^(?:while|although|though|even though|even if)\b[^,]*")
INVERTED = (
    r"should\s(?=(?:the|an?|any|some|no|this|that|these|those|it|they|you|he|she|we|one|anyone|someone|somebody|anybody|nobody|there|your|our|its|their)"
    r"\s[\w'-]+[^,;:.?]*(?:[,:]|$))"
)
"""Opens a condition at the head of a sentence, without "if": "should the rope break, let go"."""
_SUPPOSED = re.compile(rf"^(?:(?:if|when|whenever|where|once)\b[^,;:.]*(?=,)|{INVERTED}[^,;:.]*)")
_AIMING = frozenset({"aim to", "strive to"})
_AIM = re.compile(r"\b(?:aim|goal|purpose|point|intent|intention)s?(?: of (?:\w+ ){0,3}\w+)? $")
_REPORTED = re.compile(
    r"(?<!\w)(?P<verb>(?:say|tell|explain|reply|respond|answer|inform|mention|admit|acknowledge|clarify)(?:ing)?)\b"
    r"(?:(?:\s+(?!that\b)\w+){0,4}\s+that\b|(?<=say)\s+(?=(?:it|you|they|he|she|we|i)\b))"
)
_SPEECH = 120
"""Letters before a cue among which a word that opens what is said is looked for."""
_ORDERED = re.compile(r"(?:^|[,;:.])\s*(?:(?:\w+ly|do not|don't|never|always|just|please|then)\s+)*$")
# "helps where it can", "goes on for as long as it may"; "does all it can to help"
_ABLE = re.compile(r"\b(?:where(?:ver)?|when(?:ever)?|if|as|than|all|what(?:ever)?)\s+(?:it|they|you|he|she|we|one)\s+$")
_PURPOSE = re.compile(r"\b(?:so|in order) that (?:[\w'-]+ ){1,4}$")  # "so that we can find them"
_ALL = re.compile(r"(?<=\w\s)(?:everything|all|whatever)\s(?:that\s)?(?:it|they|you|he|she|we|one)\s(?:\w+ly\s)?$")
_ENDS = re.compile(r"\s*(?:$|[,;:.!?)])")
_NAMED = 3
"""Words that a thing has at most which a relative clause makes a rule of: "Guests of the house who must sign"."""
_EXISTS = re.compile(r"there (?:is|are)\b")
_ASKING = re.compile(r"please\s+")
_SOMEBODY = re.compile(r"(?:it|they|we|you|he|she|i)\s")
_GLOSS = re.compile(r"[^:]{1,60}:\s+an?\s")  # "`porter`: a man who cannot read" says what a porter is
_FACTS = re.compile(r"(?P<thing>\w+s)\s(?:it|they|we|you|he|she)\s(?:\w+ly\s)?$")  # "on the rules it cannot see"
_CLEFT = re.compile(r"^what (?:[\w'-]+ ){1,4}$")  # "What a guest cannot do is smoke"
_TO_DO = re.compile(r"\s(?:\w+ )?do\b[^.:;]*(?::|\sis\b)")
_GOES_ON = re.compile(r"\s(?:is|are|was|were|has|have|does|do)\s")


# "may name the shop, but not the price", "count the change; never guess it"
_BUT = re.compile(
    r"(?:;\s*|,?\s+but\s+|,?\s+and\s+(?=never\b|do not\b|don't\b)|,\s+(?=not\b|never\b))(?:please\s+)?"
    r"(?P<denial>never|not|do not|don't|does not|doesn't|cannot)\b(?!\s+(?:only|just|merely|simply|necessarily|limited|even"
    r"|all|every\w*|each|any\w*|many|much|enough|if|when|where|until|because|as|for|in|on|at|with|by|from|to)\b)",
    re.IGNORECASE,
)
_AND_AVOID = re.compile(r",?\s+(?:and|but)\s+(?P<denial>avoid)\b", re.IGNORECASE)


_MONTHS = r"(?:january|february|march|april|june|july|august|september|october|november|december)"
# "in May", "late May", "the 5th of May", "April and May"; "May 3"
_IN_MONTH = re.compile(
    rf"\b(?:in|of|on|by|since|until|till|last|next|this|each|every|early|late|mid|before|after|from|during|between|\d{{1,2}}(?:st|nd|rd|th)?"
    rf"|{_MONTHS}(?:,| and| or| to| through| until))[\s-]$"
)
_NUMBERED = re.compile(r",?\s\d")


@cache
def _cue_force() -> dict[str, Force]:
    return {phrase: Force(force) for force in _FORCES for phrase in lexicon("force")[force]}


@cache
def every_cue() -> re.Pattern[str]:
    """Return the pattern of all cues, for a text in lower case."""
    return re.compile(alternation([phrase for force in _FORCES for phrase in lexicon("force")[force]]))


@cache
def _possible() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:(?:\w+ly|sometimes|often|also|still)\s+)*{alternation(lexicon('force')['happens'])}")


@cache
def _uncertain() -> re.Pattern[str]:
    return re.compile(rf"\s*{alternation(lexicon('force')['unsure'])}")


@cache
def _complement() -> frozenset[str]:
    return frozenset(lexicon("force")["saying"])


def clauses_of(words: str, plain: str) -> tuple[Clause, ...]:
    """Return the clauses of a sentence in normal form that a cue governs, else the whole as a description.

    *plain* is the sentence in lower case with quotations blanked out, letter for letter.
    """
    bare = _ADVERBS.sub(lambda found: " " * len(found[0]), plain)
    cues = [
        cue
        for cue in every_cue().finditer(bare)
        if not (_happens(cue, bare, words) or _aims(cue, bare) or _month(cue, bare, words) or _away(cue, bare))
    ]
    cues = _governing(bare, words, cues)
    found: list[Clause] = []
    end = 0
    for index, cue in enumerate(cues):
        if cue.start() < end:
            continue
        before, until = end, cues[index + 1].start() if index + 1 < len(cues) else len(words)
        if (
            found and cue[0] in _AIMING and not words[before : cue.start()].strip()
        ):  # "should aim to ask" asks for no less than "should ask"
            end = cue.end()
            found[-1] = replace(found[-1], act=words[end : max(end, until)].strip(" ,;."))
            continue
        force, end = _in_place(cue, bare, words[before : cue.start()])
        text = " ".join(plain[cue.start() : end].split())
        subject, act = words[before : cue.start()].strip(" ,;"), words[end : max(end, until)].strip(" ,;.")
        found.append(Clause(words, force, text, _NEGATED.search(text) is not None, subject, act))
    return tuple(found) or (Clause(words, Force.DESCRIPTIVE, "", _denies(plain), "", words),)


def _denies(plain: str) -> bool:
    """Whether a description denies something; an aside does not decide, and "not only" says yes."""
    said = _ASIDE.sub("", plain)
    return any(not _NOT_ONLY.match(said, found.end()) for found in _NEGATED.finditer(said))


def coordinated(clause: Clause) -> Iterator[Clause]:
    """Yield a clause that asks for or permits something, without what it takes back in the same breath, and that by itself."""
    found = _BUT.search(clause.act) if clause.force in _DENIED else None
    avoided = found is None and clause.force.strength > 1 and not clause.force.negative and _AND_AVOID.search(clause.act)
    found = avoided or found
    if found is None or not found.start():
        yield clause
        return
    denied = Force.DISCOURAGED if avoided else _DENIED[clause.force]
    yield replace(clause, act=clause.act[: found.start()])
    yield Clause(clause.text, denied, found["denial"].lower(), True, clause.subject, clause.act[found.end() :].strip(" ,;."))  # noqa: FBT003


def _in_place(cue: re.Match[str], bare: str, subject: str) -> tuple[Force, int]:
    """Return the force of a cue where it stands, and where the words end that give it."""
    force, end = _cue_force()[" ".join(cue[0].split())], cue.end()
    subject = _JOINED.sub("", _WHO.split(subject.strip(" ,;").rpartition(", ")[2])[-1])
    if force.negative and (forgone := _FORGONE.match(bare, end)) is not None:
        return _AFTER_ALL.get(force, force), forgone.end()
    if force.negative and cue[0].endswith((" not", "cannot")) and _NOT_ONLY.match(bare, end):
        return _cue_force().get(cue[0].split()[0].replace("cannot", "can"), Force.DESCRIPTIVE), end
    if force not in _DENIED:
        return force, end
    if (denied := _NO_ACT.match(bare, end)) is not None:
        forgone = _FORGONE.match(bare, denied.end())
        return (force, forgone.end()) if forgone else (_DENIED[force], denied.end())
    if force is not Force.PERMITTED and (forgone := _FORGONE.match(bare, end)) is not None:
        return _DENIED[force], forgone.end()
    return (_DENIED[force] if _NOTHING.match(bare, end) else _of_subject(force, subject)), end


def _of_subject(force: Force, subject: str) -> Force:
    """Return what becomes of a force where the subject denies: "no clerk may", "not all clerks must", "not all errors can be found"."""
    if _NO_SUBJECT.search(subject):
        return _DENIED[force]
    if not _NOT_ALL.search(subject):
        return force
    return Force.DESCRIPTIVE if force is Force.PERMITTED else Force.PERMITTED


def _happens(cue: re.Match[str], bare: str, words: str) -> bool:
    """Whether "may" or "can" says what is possible ("mistakes can occur", "may not be aware", "where it can"); in capitals it never does.

    Nor does "you will" ask for anything where it tells what comes to somebody ("you will be given a letter").
    """
    if cue[0] in _FUTURE and _TO_BE_ABLE.match(bare, cue.end()):
        return True  # "nobody will be able to ask him" tells what comes of it
    if cue[0] == "you will":
        return _COMES.match(bare, cue.end()) is not None
    if cue[0] not in ("may", "can", "may not") or words[cue.start() : cue.end()].isupper():
        return False
    if cue[0] != "may not" and _PURPOSE.search(bare, max(0, cue.start() - _SPEECH), cue.start()):
        return True
    if (_ENDS.match(bare, cue.end()) and _ABLE.search(bare, 0, cue.start())) or _ALL.search(bare, 0, cue.start()):
        return True
    happening = _uncertain() if cue[0] == "may not" else _possible()
    return happening.match(bare, cue.end()) is not None


def _month(cue: re.Match[str], bare: str, words: str) -> bool:
    """Whether a "May" written large is the month: behind a word that tells when, or beside a number ("in May", "May 3")."""
    if not (cue[0].startswith("may") and words.startswith("May", cue.start())):
        return False
    told = _IN_MONTH.search(bare, max(0, cue.start() - _SPEECH), cue.start()) is not None
    return told or _NUMBERED.match(bare, cue.start() + len("may")) is not None


def _away(cue: re.Match[str], bare: str) -> bool:
    """Whether "is out" tells of somebody who is away, or goes on ("out of stock"); of an act it says that it is not done: "jokes are out"."""
    if cue[0] not in ("is out", "are out"):
        return False
    *_, who = words_of(bare[: cue.start()]) or ("",)
    return not _OUT.match(bare, cue.end()) or who in _SOMEONE or who in lexicon("parts")["parties"]


def _aims(cue: re.Match[str], bare: str) -> bool:
    """Whether "is never to" tells of an aim and asks for nothing: "the point of a label is never to amuse"."""
    return (
        cue[0].startswith(("is ", "are "))
        and cue[0].endswith(" to")
        and _AIM.search(bare, max(0, cue.start() - _SPEECH), cue.start()) is not None
    )


def _governing(bare: str, words: str, cues: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the cues outside subordinate clauses, and those in capitals; where none is, those of what may as well be the main clause."""
    supposed = found.end() if (found := _SUPPOSED.match(bare)) else 0
    cues = [
        cue
        for cue in cues
        if not (_reported(bare, cue, cues) or _of_a_thing(bare, cue, cues))
        and (cue.start() >= supposed or words[cue.start() : cue.end()].isupper())
    ]
    opened = [
        (cue, "" if words[cue.start() : cue.end()].isupper() or _cleft(bare, cue) else subordinate(bare, cue.start())) for cue in cues
    ]
    outside = [cue for cue, word in opened if not word]
    return outside or [cue for cue, word in opened if word not in _INDIRECT and not (word in _RELATIVE and _describes(bare, word, cue))]


def _describes(bare: str, word: str, cue: re.Match[str]) -> bool:
    """Whether a relative clause only describes what a sentence names that says something by itself: "help guests who may be lost"."""
    if cue[0] in _FUTURE and word == "that":  # "a rope that will not hold"
        return True
    head = bare[: max(0, bare.rfind(f"{word} ", 0, cue.start()))].rpartition(": ")[2]
    if _GOES_ON.search(bare, cue.end()):
        return True
    if bare.rstrip().endswith(":") or _EXISTS.match(head):
        return False
    if word != "what" and _GLOSS.match(bare, 0, cue.start()):
        return True
    return len(head.split()) > _NAMED or _says_something(head)


def _says_something(head: str) -> bool:
    """Whether a text in lower case begins with an order, or with somebody of whom something is said."""
    start = found.end() if (found := _ASKING.match(head)) else 0
    ordered = any(pattern("force", key).match(head, start) for key in ("imperatives_for", "imperatives_advising"))
    return ordered or _SOMEBODY.match(head, start) is not None


def _reported(bare: str, cue: re.Match[str], cues: list[re.Match[str]]) -> bool:
    """Whether a cue stands in what somebody is told to say: "you should reply that you cannot share it", "say that you must not"."""
    if " that" not in bare and "say " not in bare:
        return False
    for speech in _REPORTED.finditer(bare, max(0, cue.start() - _SPEECH), cue.start()):
        at = speech.start()
        inside = not _STOP.search(bare, speech.end(), cue.start())
        if inside and (cues[0].end() <= at or _ORDERED.search(bare, max(0, at - _SPEECH), at)):
            return True
    return False


def _of_a_thing(bare: str, cue: re.Match[str], cues: list[re.Match[str]]) -> bool:
    """Whether a cue behind another one only describes a thing: "it should ask for the parts it cannot see"."""
    found = _FACTS.search(bare, max(0, cue.start() - _SPEECH), cue.start())
    return (
        found is not None and cue is not cues[0] and found["thing"] not in common() and found["thing"] not in lexicon("force")["no_verbs"]
    )


def _cleft(bare: str, cue: re.Match[str]) -> bool:
    """Whether a sentence asks for, or forbids, what it says in its second half: "What a guest cannot do is smoke"."""
    return _CLEFT.match(bare, 0, cue.start()) is not None and _TO_DO.match(bare, cue.end()) is not None


def _has_its_verb(words: list[str]) -> bool:
    """Whether what follows "what" has somebody and what they do, so that a verb behind it is that of the whole: "What it asks | may be done"."""
    return len(words) > 1 and words[0] in _SOMEONE and any(not _ADVERB.fullmatch(word) for word in words[1:])


def subordinate(bare: str, at: int) -> str:
    """Return the word that opens the subordinate clause around a place, "" where the place is in no such clause."""
    if (conceded := _CONCESSIVE.match(bare)) is not None and at < conceded.end() < len(bare):
        return "although"
    near = bare[max(0, at - 80) : at].split()[-_NEAR - 1 :]
    for index in range(len(near) - 1, -1, -1):
        word = near[index]
        if _CLAUSE_END.search(word) or len(near) - index > _NEAR:
            return ""
        before = near[index - 1] if index else ""
        said = index < len(near) - 1 and _complement() & {one.strip(",") for one in near[max(0, index - 2) : index]}
        if word == "that" and (not before or before in _DETERMINED or said):  # "requests that must …" is about requests
            return ""
        goes_on = near[-1] in ("and", "or")  # "a guest who leaves and cannot pay"
        ended = (
            word == "who" and not goes_on and any(not _ADVERB.fullmatch(one) for one in near[index + 1 :])
        )  # "a guest who leaves must …"
        asked = word == "what" and (not before or before.endswith(",")) and _has_its_verb(near[index + 1 :])
        beside = word in _RELATIVE and (ended or (word != "that" and before.endswith(",")) or not _FINITE.isdisjoint(near[index + 1 :]))
        if asked or beside:
            return ""
        if word == "once" and before == "at":
            continue
        if word in _CONDITIONAL or word in _INDIRECT or word in _RELATIVE:
            return word
    return ""
