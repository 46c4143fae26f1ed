"""Whose conduct a sentence describes: in a document without levels "Robin does not flatter" is as much a rule as "Robin should not flatter"."""

import re
from collections import Counter
from collections.abc import Collection, Iterable

THE_ASSISTANT = ("The assistant",)
"""Whom a sentence addresses for certain, whatever its document names."""
_ASSISTANT = re.compile(r"(?:(?:the|this|our|your|an?)\s)?(?:[\w-]+\s)?(?:assistant|model|agent|chatbot|bot|ai)\b(?!['-])", re.IGNORECASE)
_REFRAINS = re.compile(
    r"(?:(?:the|this|our) )?(?:assistant|model|agent|it)\s(?:(?:also|still)\s)?(?:does not|doesn't|will not|won't|never)\b"
    r"|nor (?:does|will) (?:the (?:assistant|model|agent)|it)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:it|he|she)\b", re.IGNORECASE)
_YOU = re.compile(r"you\b(?!')", re.IGNORECASE)
_WE = re.compile(  # what the authors do, and so promise; not what they hold, hope or say
    r"we (?!(?:also |still |firmly |strongly |do not |don't )?(?:believe|think|hope|want|wish|know|feel|understand|recogni[sz]e|realize"
    r"|have|are|were|was|would|could|see"
    r"|mean|call|use|define|consider|expect|ask|aim|try|encourage|welcome|recommend|refer|describe|explain|say|regard|assume|agree|wrote|intend|prefer|need)\b)(?!')",
    re.IGNORECASE,
)
_BOUND = re.compile(r"([A-Z]\w+) (?:should|must|shall|will|may|can|cannot|never|always|does not|is)\b")
_BOUND_BY_WORD = re.compile(
    r"(?:[\w'-]+\s){1,5}?(?:should|must|shall|will|won't|may|can|cannot|can't|ought|need|needs|has to|have to"
    r"|(?:is|are) (?:not )?(?:allowed|permitted|required|expected|encouraged|free|bound|supposed|meant|to))\b",
    re.IGNORECASE,
)
_FRONTED = re.compile(  # what may stand before who acts: "For a child, it names no dose", "Pressed on the point, it admits"
    r"(?:for|when|whenever|where|wherever|if|in|on|at|after|before|by|as|with|without|once|while|unless|until|even|from|under|among|between|during"
    r"|because|since|though|although|to|then|instead|otherwise|here|there|\w+ly|\w+ed|\w+ing|told|given|left)\b[^,;:]*, ",
    re.IGNORECASE,
)
_OFTEN = 3
"""Sentences in which something must be the one that acts before it is the one that the document is about."""


def named(sentences: Iterable[str]) -> frozenset[str]:
    """Return the proper names that a document's sentences (in normal form) bind: of who often must or may, and is written large inside a sentence too.

    An assistant that it speaks of often is one of them, whatever it is called.
    """
    texts = list(sentences)
    counted = Counter(found[1] for text in texts if (found := _BOUND.match(text)))
    joined = " ".join(texts)
    names = [
        name
        for name, count in counted.items()
        if count >= _OFTEN and re.search(rf"[a-z,] {name}\b", joined) and not re.search(rf"\b{name.lower()}\b", joined)
    ]
    if sum(_ASSISTANT.match(text) is not None for text in texts) >= _OFTEN:
        names += THE_ASSISTANT
    return frozenset(names)


def of_the_addressed(words: str, names: Collection[str]) -> bool:
    """Return whether a sentence in normal form begins with who the document is about: an assistant, "you", or one of the *names* (see ``named``).

    So does one that says what the authors do, who bind themselves by it ("We delete it within a day").
    """
    if _ASSISTANT.match(words) or _YOU.match(words) or _WE.match(words) or any(re.match(rf"{name}\b(?!')", words) for name in names):
        return True
    return bool(names) and _PRONOUN.match(words) is not None


def tells_of_the_addressed(words: str, names: Collection[str]) -> bool:
    """Return whether a sentence is ``of_the_addressed`` behind what only says when, or without that ("Pressed on the point, it admits …")."""
    fronted = _FRONTED.match(words)
    return of_the_addressed(words, names) or (fronted is not None and of_the_addressed(words[fronted.end() :], names))


def tells_conduct(sentences: Iterable[str], names: Collection[str]) -> bool:
    """Return whether a document says what is done rather than what must be: most of its sentences (in normal form) about whom it binds have no word that binds.

    "Robin does not flatter", in a document that is written so throughout, is its way to say "Robin must not flatter".
    """
    told = [_BOUND_BY_WORD.match(words) is None for words in sentences if of_the_addressed(words, names)]
    return len(told) >= _OFTEN and 2 * sum(told) > len(told)


def refrains(words: str) -> bool:
    """Return whether a sentence in normal form says what the assistant does not do ("It never …", "Nor does it …")."""
    return _REFRAINS.match(words) is not None
