"""What turns a sentence as a whole: what it denies, what it shuts out, and in which case alone it lets something through.

"never open it", "leave it closed"                                   one denial each
"nothing is shipped until it is sealed", "seal it before shipping"   the same is let through in the same case
"""

import re
from itertools import chain

from specdiff.prose.lexicon import lowered
from specdiff.prose.paraphrase.content import known
from specdiff.prose.paraphrase.kin import PREFIXES, denied, missing, much, told
from specdiff.prose.sentence.limits import hits
from specdiff.prose.text.similar import words

_ELSE = re.compile(
    r"\b(?:(?:and|or) )?(?:for |to |in )?(?:nowhere|nothing|nobody|no one) else\b|\b(?:only|solely|exclusively|alone)\b"
    r"|\b(?:reserved for|confined to|restricted to|limited to)\b"
)
"""Shuts everything else out."""
_HOW_MANY = re.compile(r"\b(?:not all|(?<!at )most|few|half)\b")
_ANYHOW = re.compile(r"\b(?:although|though(?<!as though)|even|despite|regardless|irrespective|whether or not|no matter)\b")
_BEFORE = re.compile(r"\b(?:before|until|till|unless)\b")
_FIRST = re.compile(r"\b(?:requires?|required|needs?|needed|takes|first|beforehand|without|after|once|only)\b")
"""Says in another way what must be "before"."""
_CLAUSE = 3
"""Words that a clause has at least."""
_PARTS = re.compile(r"[,;:.]|\band\b")
_THEN = re.compile(r"\b(?:afterwards|later on)\b")
_OR = re.compile(r"\bor\b(?! (?:more|less|fewer|later|older|newer)\b)")
_GATES = re.compile(r"\b(?:until|till|unless|before|without|only|except)\b")
_NOT_UNTIL = re.compile(
    r"\b(?:not|never|no|nothing|nobody|none|cannot|\w+n't)\b[^.;]*?(?P<opens>\b(?:until|till|unless|without|except (?:if|when|after|with))\b)(?P<case>[^.,;]+)"
)
_WITHOUT_NO = re.compile(
    r"^(?P<opens>until|till|unless|without|except (?:if|when|with))\s(?P<case>[^,]+?)(?=,[^,]*\b(?:not|never|no|nothing|nobody|none|cannot|\w+n't)\b"
    r"| (?:no|nothing|nobody|none)\b)"
)
_ONLY_IF = re.compile(r"\bonly\b[^.;]*?(?P<opens>\b(?:if|when|where|once|after|with)\b)(?P<case>[^.,;]+)")
_ONLY = re.compile(r"\bonly\b")
_ALL_BUT = re.compile(
    r"\b(?:anything|anyone|anybody|any \w+|nothing|nobody|no one|none) (?:but|other than|except|apart from)\b(?P<case>(?: [\w'-]+){1,4})"
)
_OTHERWISE = re.compile(r"\b(?:if|when)\b(?P<case>[^.,;:]+)[,;:.](?:[^.,;:]+[,;:.])?\s(?:otherwise|or else|if not)\b")
_UNLESS = re.compile(r"\bunless\b(?P<case>[^.,;:]+)")
_BEHIND = re.compile(r"\b(?:after|once)\b(?P<case>[^.,;]+)")
_AHEAD = re.compile(r"\bbefore\b(?P<case>[^.,;]+)")
_NOT_AT_ALL = re.compile(
    r"\b(?:no|without) exceptions?\b|,? or (?:(?:it|they|he|she|we|you) (?:is|are|does|do) not(?: \w+)?|not at all)(?= ?[.;!]|$)"
)
"""Denies nothing that is said: "they are sealed, or they are not sent"."""
_DENIES = re.compile(
    r"\b(?:not(?! only)|never|no(?! (?:later|longer|more|less|fewer|sooner) than)|none|nobody|nothing|neither|nowhere|without|cannot|instead of|rather than"
    r"|\w+n't)\b"
)
_LEFT_OUT = re.compile(r"\b([\w-]+) (?:is|are|does|do|may|must|can|should) ?(?:not|n't)(?=\s*(?:[.;,!?]|$))")
_ENDS = re.compile(r"\s*(?:[.;,!?]|$)")
_NONE = frozenset({"no", "none", "nobody", "nothing", "neither", "nowhere"})
"""Deny all that is said, not the word that follows."""
_MORE_THAN = re.compile(
    r"\b(?:not|never|no one|nobody|no|n't)\b.* (?:(?:more|longer|later|older|larger|higher|greater) than|beyond|exceed) "
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|half|a)\b)"
)
"""Denies nothing but what is beyond: "never ask more than one question", "ask one question"."""
_FORGOES = re.compile(
    r"\b(?:leav(?:e|es|ing)|left) (?:[\w']+ ){0,4}(?:out|alone|untouched|unchanged)\b|\b(?:fail|lack)\w*(?= to\b)|\bun(?:able|sure|certain)\b|\bin doubt\b"
    r"|\boff[ -]limits\b"
    r"|\b(?:forbid|prohibit|disallow|refus|declin|avoid|refrain|turn\w* down|bann?(?:s|ed|ing)?\b|rul\w+ out|out of bounds)"
    r"|\b(?:keep|keeps|kept) (?:[\w']+ ){1,5}(?:to (?:your|it|them|our|him|her)sel(?:f|ves)|secret|private|confidential)\b"
    r"|\b(?:stays?|remains?) (?:secret|private|confidential)\b|\b(?:is|are|be|stays?|remains?) closed to\b"
    r"|\b(?:keep|kept|keeps|stay|stays) (?:[\w']+ ){0,3}(?:out of|away from|off)\b"
)


def turned_alike(old: str, new: str, contraries: int) -> bool:
    """Whether both deny as often, or one twice what the other does not, and shut out or soften alike.

    Of two words that are contrary, *contraries* of which they have, one is denied: "never burn it", "keep it".
    """
    one, two = lowered(old), lowered(new)
    if bool(_ELSE.search(_FORGOES.sub("", one))) != bool(_ELSE.search(_FORGOES.sub("", two))) or hits("soft", old) != hits("soft", new):
        return False
    if set(_HOW_MANY.findall(one)) != set(_HOW_MANY.findall(two)) or bool(_ANYHOW.search(one)) != bool(_ANYHOW.search(two)):
        return False
    if any(_turned_in_time(a, b) for a, b in ((one, two), (two, one))):
        return False
    if any(_BEFORE.search(a) and not (_BEFORE.search(b) or _FIRST.search(b)) for a, b in ((one, two), (two, one))):
        return False
    if bool(_THEN.search(one)) != bool(_THEN.search(two)) or _alternative(one, two) or _alternative(two, one):
        return False
    return _denied_alike(one, two, contraries) and not _gates_exchanged(one, two)


def _denied_alike(one: str, two: str, contraries: int) -> bool:
    """Whether two sentences in lower case deny as often, or one of them once more, where it denies a word that is contrary to one of the other."""
    denials = sorted((_denials(one, two), _denials(two, one)))
    if contraries:
        return contraries == 1 and denials[1] - denials[0] == 1
    return denials[0] == denials[1] or denials == [0, 2] or _all_denied(one, two)


def _turned_in_time(text: str, other: str) -> bool:
    """Whether what must be after something in one sentence must be before the same in the other (in lower case)."""
    before, after = _AHEAD.search(text), _BEHIND.search(other)
    return before is not None and after is not None and much(set(told(before["case"])), set(told(after["case"])))


def _alternative(text: str, other: str) -> bool:
    """Whether a text in lower case goes on with "or" and something that the other does not tell, which has no "or"."""
    return not _OR.search(other) and any(
        missing(told(text[found.end() :])[:1], told(other)) for found in _OR.finditer(_NOT_AT_ALL.sub("", text))
    )


def other_denied(text: str, other: str) -> bool:
    """Whether one sentence denies what the other one tells, and the other way round: "do not sell it; lend it", "do not lend it; sell it"."""
    text, other = lowered(text), lowered(other)
    one, two = denied_words(text), denied_words(other)
    lost, won = missing(one, two), missing(two, one)
    return bool(lost and won) and not missing(lost, told(other)) and not missing(won, told(text))


def denied_words(text: str) -> set[str]:
    """Return what a text in lower case denies, by the first word that tells something after each denial of an act, as stems.

    Where nothing follows it, that is what stands before ("voting is not").
    """
    text = _NOT_AT_ALL.sub("", text)
    left = {word for found in _LEFT_OUT.finditer(text) for word in told(found[1])}
    return left | {word for found in _DENIES.finditer(text) if found[0] not in _NONE for word in told(_until(text, found.end()))[:1]}


def _until(text: str, at: int) -> str:
    """Return what follows a denial, nothing where that ends what is said: "a vote is not"."""
    return "" if _ENDS.match(text, at) else text[at:]


def forgoes(word: str) -> bool:
    """Whether a word by itself says that something is left undone ("refuse")."""
    return _FORGOES.match(lowered(word)) is not None


def forgone_words(text: str) -> set[str]:
    """Return the stems of the words with which a sentence says that something is left undone ("off limits", "leave it alone")."""
    ends = [(said[0], said[-1]) for found in _FORGOES.finditer(lowered(text)) if (said := words(found[0]))]
    return set(told(" ".join(chain(*ends))))


def _all_denied(text: str, other: str) -> bool:
    """Whether two texts in lower case deny all that they say, and one of them part by part: "not a, not b", "not a or b"."""
    parts = _denied_parts(text), _denied_parts(other)
    return min(parts) > 0 and max(parts) > 1


def _denied_parts(text: str) -> int:
    """Count the parts of a text in lower case, each of which denies what it says, or goes on with "or"; 0 where one does not."""
    parts = [part for part in _PARTS.split(text) if told(part)]
    if len(parts) > 1 and len(words(parts[0])) < _CLAUSE and not _DENIES.search(parts[0]):
        parts = parts[1:]  # "nets and oars are not lent"
    going_on = False
    for part in reversed(parts):
        denied = _DENIES.search(part) or _FORGOES.search(part)
        going_on = not denied and (going_on or _OR.search(part) is not None)
        if not denied and not going_on:
            return 0
    return 0 if going_on else len(parts)


def _denials(text: str, other: str) -> int:
    """Count what denies in a text in lower case; "unwanted" does where the other text has "wanted"."""
    forgone = len(_FORGOES.findall(text))
    text = _ELSE.sub("", _NOT_AT_ALL.sub("", _FORGOES.sub("", text)))
    said = set(map(known, words(other)))
    prefixed = sum(any(denied(known(word), other_word) and word.startswith(PREFIXES) for other_word in said) for word in words(text))
    limited = 1 if _MORE_THAN.search(text) else 0
    return max(len(_DENIES.findall(text)) - limited, 0) + forgone + prefixed


def denials(text: str) -> int:
    """Count what denies in a text in lower case, by a word for it or by leaving something undone."""
    rest, forgone = _FORGOES.subn("", text)
    return len(_DENIES.findall(_NOT_AT_ALL.sub("", rest))) + forgone


def one_gate(old: str, new: str) -> bool:
    """Whether both let the same through in the same case alone: "not … until", "only … if", "… before …"; or set apart the same case from the rest."""
    first, second = lowered(old), lowered(new)
    if any(_set_apart(a, b) for a, b in ((first, second), (second, first))):
        return True
    one, two = _gate(first), _gate(second)
    return one is not None and two is not None and all(much(a, b) for a, b in zip(one[:2], two[:2], strict=True)) and one[2] == two[2]


def denied_case(text: str) -> bool:
    """Whether a sentence lets something through in one case alone, and tells that case by what is not so: "only where it is not locked"."""
    gate = _gate(lowered(text))
    return gate is not None and gate[2]


def _set_apart(text: str, other: str) -> bool:
    """Whether what one says "only" of, the other denies of all "but" that; or one does "otherwise" what the other does "unless" (in lower case)."""
    only, but = _ONLY.search(text), _ALL_BUT.search(other)
    if only and but and not _ONLY.search(other) and not _ALL_BUT.search(text) and not _DENIES.search(text):
        return not missing(told(but["case"]), told(text)) and len(_DENIES.findall(other)) == 1
    otherwise, unless = _OTHERWISE.search(text), _UNLESS.search(other)
    if otherwise and unless and not _UNLESS.search(text) and len(_DENIES.findall(text)) == len(_DENIES.findall(other)):
        return much(set(told(otherwise["case"])), set(told(unless["case"])))
    return False


def _gates_exchanged(text: str, other: str) -> bool:
    """Whether what one lets through is the other's case, and the other way round: "read it before you sign it", "sign it before you read it"."""
    one, two = _gate(text), _gate(other)
    return (
        one is not None
        and two is not None
        and much(one[0], two[1])
        and much(one[1], two[0])
        and not (much(one[0], two[0]) and much(one[1], two[1]))
    )


def _gate(text: str) -> tuple[set[str], set[str], bool] | None:
    """Return what a sentence in lower case lets through and in which case alone, as stems, and whether that case is denied.

    ``None`` where it does no such thing, or more than once.
    """
    if len(_GATES.findall(text)) != 1:
        return None
    for pattern in (_WITHOUT_NO, _NOT_UNTIL, _ONLY_IF):
        if found := pattern.search(text):
            rest = f"{text[: found.start('opens')]} {text[found.end('case') :]}"
            return set(told(rest)), set(told(found["case"])), _DENIES.search(found["case"]) is not None
    found = None if _DENIES.search(text) else _AHEAD.search(text)
    return (set(told(found["case"])), set(told(f"{text[: found.start()]} {text[found.end() :]}")), False) if found else None
