"""Whether what one of two clauses denies is what the other says: only then is the one the reverse of the other.

"It does not read the post."      "It reads the post."                          the reverse
"It reads post not in a bag."     "It reads post."                              what was denied is gone
"The bag is not sealed."          "Where the bag is not sealed, wait."          denied in both
"It reads post that has no seal." "It reads post without a seal."               the same denial in another word
"""

import re
from collections.abc import Sequence
from functools import cache

from specdiff.model.language import Clause
from specdiff.prose.comparison.forgoing import denying
from specdiff.prose.lexicon import lowered
from specdiff.prose.paraphrase.content import known
from specdiff.prose.paraphrase.contraries import same_side
from specdiff.prose.sentence.limits import common
from specdiff.prose.sentence.negation import DENIAL, bare
from specdiff.prose.text.similar import similarity, words

_STOP = re.compile(r"\(|[,;:.!?)](?=\s|$)|\s-\s|\s(?:as|because|since|so that|but|if|when|where|unless|while|\|)\s")
_IN_CASE = re.compile(r"(?:^|[\s(])(?:if|when|whenever|where|once|unless|whether)\s(?:(?!is\b|are\b)[^\s,;:.]+\s){0,4}$")
_AND = re.compile(r"\s(?:and|or)\s")
_AIM = re.compile(r"(?<=\w)(?<!sure)(?<!care)(?<!able)(?<!free)(?<!allowed)(?<!willing)(?<!ready)(?<!try)(?<!going)(?<!always)\s+to\s")
_JOINT = re.compile(r"[,;]|\s(?:and|or|but|then)\s")
_HEAD = 3
"""Words of what is denied that are looked for in the other clause."""
_MOST = 2 / 3
_ALL_BUT = 0.9
_PREFIXES = ("un", "im", "in", "non")


def reverse(one: Clause, other: Clause) -> bool:
    """Return whether one of two clauses says what the other denies or speaks against; one of them does."""
    against, said = (one, other) if denies(one) else (other, one)
    text = _said(said)
    heads, kept = _heads(against), _denied(text)
    if not any(heads):  # "it may not"
        return not kept and similarity(bare(lowered(against.text)), bare(text)) >= _ALL_BUT
    there = _telling(_left(text, _said(against)))
    return _done(against, said) and any(
        _stands(head, there) and not any(_stands(head, stays) for stays in kept if stays) for head in heads if head
    )


def denies(clause: Clause) -> bool:
    """Return whether a clause speaks against something, or only describes and denies something."""
    return clause.force.negative or (clause.negated and not clause.force.strength)


def _done(against: Clause, said: Clause) -> bool:
    """Whether what one clause is against is what the other is for, and not only what comes of it ("ask to get in", "do not get in")."""
    barred = _telling(_until_stop(lowered(against.act)))
    if not (against.force.strength and said.force.strength and barred and _telling(lowered(said.act))):
        return True
    parts = _JOINT.split(lowered(f"{said.cue} {said.act}"))
    return _among(barred[0], [word for part in parts for word in _telling(_AIM.split(part, maxsplit=1)[0])[:_HEAD]])


def _stands(head: Sequence[str], there: Sequence[str]) -> bool:
    """Whether what is denied stands among some words: what it begins with, and most of the rest."""
    if any(prefix + head[0] in there for prefix in _PREFIXES) or not _among(head[0], there):
        return False
    stems = {known(word) for word in there}
    return 1 + sum(known(word) in stems for word in head[1:]) >= _MOST * len(head)


def _among(word: str, there: Sequence[str]) -> bool:
    return any(known(word) == known(other) or same_side(word, other) for other in there)


def _telling(text: str) -> list[str]:
    """Return the words that tell what a text in lower case is about, as they stand there."""
    little = common()
    return [word for word in words(text) if word not in little]


def _said(clause: Clause) -> str:
    """Return all that a clause says, in lower case; the verb of a bare order is its cue."""
    return lowered(f"{clause.subject} {clause.cue} {clause.act}" if clause.force.strength else clause.text)


def _heads(clause: Clause) -> list[list[str]]:
    """Return the first telling words of each thing that a clause denies; of what speaks against its subject ("lying is forbidden") the ends of that."""
    if not clause.force.strength:
        return _denied(lowered(clause.text))
    subject = _telling(lowered(clause.subject))
    act = _telling(_until_stop(lowered(clause.act)))[:_HEAD]
    return [act] if act else [subject[:_HEAD], subject[-_HEAD:]]


def _denied(text: str) -> list[list[str]]:
    """Return the first telling words of each thing that a text denies, but for what it only supposes."""
    return [
        _telling(_until_stop(text[found.end() :]))[:_HEAD] for found in DENIAL.finditer(text) if not _IN_CASE.search(text[: found.start()])
    ]


def _until_stop(text: str) -> str:
    found = _STOP.search(text)
    return text[: found.start()] if found else text


def _left(text: str, against: str) -> str:
    """Return a text without what it denies itself, in whatever words; those that the other text has too turn nothing."""
    known = {found[0] for found in _denials().finditer(against) if not DENIAL.fullmatch(found[0])}
    out, at = [], 0
    for found in _denials().finditer(text):
        if found.start() >= at and found[0] not in known:
            out.append(text[at : found.start()])
            at = found.end() + len(_AND.split(_until_stop(text[found.end() :]), maxsplit=1)[0])
    return " ".join((*out, text[at:]))


@cache
def _denials() -> re.Pattern[str]:
    return re.compile(rf"{DENIAL.pattern}|{denying().pattern}|\b(?:otherwise|impossible|unable)\b")
