"""A sentence in the plainest of the builds that English has for one thing, to ask whether another one says the same.

"except that those that leak are burnt"     "but those that leak are burnt"
"a crate missing from the list"             "a crate not in the list"
"use it for nothing but rinsing"            "use it only for rinsing"
"not on Sundays, not even at noon"          "not on Sundays, even at noon"      what is denied goes on
"your own work is weighed by others"        "your own work is not weighed by you"
"unless a guest wants something else"       "unless a guest not wants"
"it must be possible to lift the lid"       "the lid can be lift"
"nobody may touch it (MUST NOT)"            "nobody may touch it"               the key word says again what the sentence says
"two guests are the most a boat may carry"  "a boat may carry at most two guests"
"after two attempts, call"                  "if that fails 2 times, call"

Nothing else is weighed, and nobody reads the result.
"""

import re

from specdiff.model.language import Reading

_HINT = re.compile(
    r"\b(?:even|by|missing|absent|lacking|else|but|except|save|attempts?|tries|other|otherwise|possible|more|most|maximum|limit)\b|[A-Z]\)",
    re.IGNORECASE,
)
_KEY_WORD = re.compile(r"\s*\((?P<word>MUST|SHALL|SHOULD|MAY|REQUIRED|RECOMMENDED|OPTIONAL)(?P<no> NOT)?\)")
_STRENGTHS = {"MUST": 3, "SHALL": 3, "REQUIRED": 3, "SHOULD": 2, "RECOMMENDED": 2, "MAY": 1, "OPTIONAL": 1}
"""How strongly a key word of RFC 2119 binds, as ``Force.strength`` tells it."""
_DENIAL = r"(?:not|never|no|nobody|none|nothing|nowhere|cannot|\w+n't)"
_WHO = r"(?:others|other people|(?:some(?:one|body)|anyone|anybody) else|another \w+)"
_NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_BUILDS = (
    (re.compile(r"\bno ([\w-]+) (?:other than|but|except)(?: (?:those|the ones))?\b", re.IGNORECASE), r"only \1"),
    (re.compile(r"\bmore than half of\b", re.IGNORECASE), "a majority of"),
    (re.compile(rf"\b(?:no|not) more than (?={_NUMBER}\b)", re.IGNORECASE), "at most "),
    (
        re.compile(
            rf"^({_NUMBER} [\w' -]{{1,40}}?) (?:is|are) the (?:most|maximum|limit) (?:that )?(?:of what )?(.{{1,60}}?) (may|can) (\w+)",
            re.IGNORECASE,
        ),
        r"\2 \3 \4 at most \1",
    ),
    (re.compile(rf"(\b{_DENIAL}\b.*[,;:]\s)(?:and |or )?(?:not|nor) even\b", re.IGNORECASE), r"\1even"),
    (re.compile(r"\b(is|are|was|were|be) (?:missing|absent|lacking) (?:from|in)\b", re.IGNORECASE), r"\1 not in"),
    (re.compile(r"\b(?:missing|absent|lacking) from\b", re.IGNORECASE), "not in"),
    (re.compile(rf"(\bown\b.*?\b(?:is|are|be|gets?)) (\w+) by {_WHO}", re.IGNORECASE), r"\1 not \2"),
    (re.compile(r"\b(?:(for|with|to|by) )?(?:nothing|nobody|no one|none|nowhere) (?:but|except|other than)\b", re.IGNORECASE), r"only \1"),
    (re.compile(r"(?:,\s*)?\b(?:except|save) that (?:(?:those|ones) )?", re.IGNORECASE), ", but "),
    (
        re.compile(
            r"\b(?!(?:before|than|of|like|for|to|about|with|by|in|on|from|at|and|or|as)\b)(\w+) (?:some|any)thing else\b", re.IGNORECASE
        ),
        r"not \1",
    ),
    (re.compile(r"\b(says?|tells?) otherwise\b", re.IGNORECASE), r"not \1"),
    (
        re.compile(r"\bit (?:must be|is|should be) possible to (\w+) ((?:the |an? |its |their |your )?[\w-]+)", re.IGNORECASE),
        r"\2 can be \1",
    ),
    (re.compile(r"\bafter (\w+) (?:(?:failed|vain|unsuccessful) )?(?:attempts|tries),?\s", re.IGNORECASE), r"if that fails \1 times, "),
)


def keyed_alike(old: str, new: str, before: Reading, after: Reading) -> bool:
    """Whether the key words in brackets of two sentences bind alike, or the one sentence that has some binds as the other one does."""
    one, two = _keyed(old), _keyed(new)
    if one and two:
        return one == two
    other = after if one else before
    return {strength for strength, _ in one or two} <= {clause.force.strength for clause in other.clauses}


def _keyed(text: str) -> set[tuple[int, bool]]:
    """Return how strongly the key words in brackets of a sentence bind, and whether they forbid."""
    if "(" not in text:
        return set()
    return {(_STRENGTHS[found["word"]], found["no"] is not None) for found in _KEY_WORD.finditer(text)}


def straight(text: str) -> str:
    """Return a sentence in normal form in its plainest build."""
    if not _HINT.search(text):
        return text
    text = _KEY_WORD.sub("", text)
    for pattern, plain in _BUILDS:
        text = pattern.sub(plain, text)
    return text
