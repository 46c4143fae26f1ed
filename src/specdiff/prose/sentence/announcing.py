"""Sentences that announce exceptions to a rule, and how the exceptions are told off one by one.

"There are two cases in which this does not apply. First, …  Second, …"
"The assistant must not name the source unless:" and a list
"An exception is made for …": is itself one
"""

import re
from functools import cache

from specdiff.prose.lexicon import alternation, lexicon, lowered, pattern

_ENDS_OPEN = re.compile(r":\s*$")
_EXISTS = re.compile(r"^(?:\w+, )?there (?:is|are|may be|can be)\b", re.IGNORECASE)
_CONDITION = re.compile(r"^(?:if|when|where|whenever|unless)\b[^,]*,\s*", re.IGNORECASE)
_LISTS = re.compile(r"\b(?:following|as follows|these|below)\b", re.IGNORECASE)
_OPEN = re.compile(r"(?:(?:in|for|when|if|where|one|any|of|all|cases?|situations?|both|at least)\s*)+", re.IGNORECASE)
_NONE = re.compile(r"\b(?:no|not any|without)\s+(?:[\w\"'-]+\s+){0,3}?exceptions?\b", re.IGNORECASE)
# Of a rule that stands before it: "This holds regardless of who asks"
_HOLDS_ALWAYS = re.compile(
    r"^(?:(?:this|these|that|those|it|they|both|all of (?:this|these)|the (?:same|above|foregoing))\b)(?: \w+){0,3}? (?:holds?|appl(?:y|ies)|stands?|goes)\b"
    r"[^.;]*?\b(?:regardless|irrespective|no matter|whoever|whatever|wherever|without exception|even (?:if|when|where|though)"
    r"|(?:in|under|to|at|for) (?:all|every|any|each|everyone|anyone|everybody|anybody)|always)\b"
    r"|^(?:\w+, )?(?:there (?:is|are|can be) no exceptions?\b|no exceptions?(?: (?:to this|are (?:made|allowed|possible)|apply|exist))?[.!]?$)",
    re.IGNORECASE,
)
_IS_ONE = re.compile(
    r"^(?:\w+, )?(?:(?:an?|the|one|another|a further)\s(?:\w+\s){0,2}exceptions?\b|exceptions?\s*(?::|are\b|is\b|include)|as an exception\b|exceptionally\b)"
    r"|^(?:this|that|these|those)\b(?: \w+){0,3}? (?:does not|do not|doesn't|don't|need not) (?:apply|hold|extend)\b (?:to|for|in|if|when|where|while)\b"
    r"|^(?:this|that|these|those|such)\s(?:\w+\s){0,3}(?:stops? short of|goe?s? only so far|has (?:its|a) limits?|have (?:their )?limits|ends? where)\b"
    r"|^(?:an?|one|the)\s(?:\w+\s){0,2}(?:departure|deviation|exemption)s?\s(?:from \w+ )?(?:is|are)\s(?:\w+ly\s)?"
    r"(?:tolerated|allowed|permitted|accepted|made)\b"
    r"|^(?:[\w'-]+\s){1,12}(?:may|can)\s(?:nevertheless|nonetheless|all the same|even so)\b",
    re.IGNORECASE,
)
# "In some cases" alone may only give an example; together with what is done instead it makes an exception
_RARELY = re.compile(
    r"^(?:\w+, )?(?:in|under) (?:(?:very )?(?:rare|exceptional|extraordinary|extreme|limited)|(?P<some>some|certain|other|a few|special|specific)(?: other)?)"
    r" (?:cases|circumstances|situations|instances)\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r"\b(?:rather than|instead|nonetheless|nevertheless|regardless|all the same)\b", re.IGNORECASE)
_ORDINAL = re.compile(
    r"^(?:(?:and |or )?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|sixth(?:ly)?|last(?:ly)?|finally)\s*[,:]"
    r"|the (?:first|second|third|fourth|fifth|last|other)(?: one)?(?:\s\w+)? is\b|one is\b|another is\b|\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|v)[).]\s)",
    re.IGNORECASE,
)


def announces_exceptions(words: str) -> bool:
    """Return whether a sentence in normal form says that exceptions to a rule follow it; what it only supposes ("If it can be overridden, …") does not."""
    if denies_exceptions(words):
        return False
    if leaves_open(words):
        return True
    said, opens = _CONDITION.sub("", words), _ENDS_OPEN.search(words) is not None
    return (opens or bool(_EXISTS.search(said) or _LISTS.search(said))) and pattern("parts", "announcing").search(lowered(said)) is not None


def is_exception(words: str) -> bool:
    """Return whether a sentence in normal form calls itself an exception ("The only exception is …"), or says what is done in rare cases."""
    if denies_exceptions(words):
        return False
    rarely = _RARELY.match(words)
    return _IS_ONE.match(words) is not None or (rarely is not None and (not rarely["some"] or _INSTEAD.search(words) is not None))


def denies_exceptions(words: str) -> bool:
    """Return whether a sentence in normal form says that a rule has no exceptions, or none of some kind ("There is no exception for guests")."""
    return "exception" in words.lower() and _NONE.search(words) is not None


def holds_always(words: str) -> str:
    """Return the words by which a sentence in normal form says that the rule before it knows no exception, empty where it does not."""
    found = _HOLDS_ALWAYS.match(words)
    return found[0].lower() if found else ""


def is_told_off(words: str) -> bool:
    """Return whether a sentence in normal form begins as one of several that are counted ("First, …", "The other is …", "(b) …")."""
    return _ORDINAL.match(words) is not None


def refers_back(words: str) -> bool:
    """Return whether a sentence in normal form begins by pointing at what was said just before ("In such cases …")."""
    return _back().match(words.lower()) is not None


def leaves_open(words: str) -> bool:
    """Return whether a lead-in in normal form breaks off in an exception ("… must not name the source unless:")."""
    return _ENDS_OPEN.search(words) is not None and _last_cue(words)


def _last_cue(words: str) -> bool:
    """Whether the sentence breaks off in an exception: after the last cue comes nothing but the colon or "in these cases"."""
    cues = list(pattern("parts", "exceptions").finditer(lowered(words)))
    if not cues:
        return False
    rest = words[cues[-1].end() :].strip(" :")
    return not rest or _LISTS.search(rest) is not None or _OPEN.fullmatch(rest) is not None


@cache
def _back() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:however|but|and|also),?\s)?{alternation(lexicon('parts')['back'])}")
