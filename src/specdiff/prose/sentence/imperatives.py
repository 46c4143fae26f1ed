"""Orders by a verb that no list has, known by what follows it: "Decant the wine", "Yank your cables".

A base form at the head of a sentence that takes a determiner or a pronoun right after it is a verb, and no subject stands before it: an order.
Little words do the same ("If the wine …"), and other forms of verbs ("Decants the wine", "Decanting the wine"), and the noun that a clause
without "that" is about ("Mail the clerk opens is kept").
"""

import re

from specdiff.prose.lexicon import lexicon
from specdiff.prose.sentence.limits import common

_VERB = re.compile(
    r"(?P<verb>[a-z]{3,}(?:-[a-z]+)*)"
    r"(?=\s(?:the|an?|your|its|their|our|my|his|her|any|all|each|every|these|those|this|it|them|no|both|whatever|whichever|yourself)\b(?!\s?[:|]))"
)
_OTHER_FORM = re.compile(r"(?:[^s]s|(?<!e)(?<!emb)ed|[aeiou][^\s-]*ing|(?<!p)(?<!re)(?<!pp)(?<!f)ly|self|selves|[aisc]ion|ness|ity)$")
_HALTED = re.compile(
    r"[,;:.()]|\s(?:if|when|whenever|where|once|unless|until|because|since|so|that|which|who|whose|while|and|but|or|as|what|how|why|whether)\s"
)
_FINITE = re.compile(r"\s(?:is|are|was|were|has|have|had|does|do|did|will|would|can|could|may|might|must|shall|should)\b")


def unlisted(sentence: str) -> re.Match[str] | None:
    """Return the verb that a sentence in lower case orders with, where its place alone tells that it is one."""
    found = _VERB.match(sentence)
    if found is None or found[0] in common() or found[0] in lexicon("force")["no_verbs"] or _OTHER_FORM.search(found[0]):
        return None
    halt = _HALTED.search(sentence, found.end())
    return None if _FINITE.search(sentence, found.end(), halt.start() if halt else len(sentence)) else found
