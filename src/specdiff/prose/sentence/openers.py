"""Where a word that opens a condition or an exception opens none: "even if", "at once", "ask whether", "where possible"; "save to the disk"."""

import re

# "even if" is no condition, "as if" and "what if" are none either; "this is where" and "depends on when" tell a place or a time
_ANYHOW = re.compile(r"\b(?:even|as|what)\s+$", re.IGNORECASE)
_NAMED = re.compile(r"(?<=\bis\s|\bof\s|\bon\s)(?:where|when)\b|(?<=\bare\s|\bwas\s)(?:where|when)\b|(?<=\babout\s)(?:where|when)\b")
# what stands in a reason, or is told beside, limits no rule: "wear gloves, as it burns when hot", "…, which burns when hot"
_REASON = re.compile(
    r"(?:\bbecause|,\s(?:which|who|(?:as|since)\s(?:it|this|that|these|those|they|the|an?|such|we|you|otherwise|doing)))\b[^.,;:()]*$"
)
_NOTHING = re.compile(r"\s*(?:[.,;:!?)]|$)")  # "sold once." opens nothing
_SETTING = re.compile(
    r"\s+(?:doing (?:so|this|that|it)|possible|appropriate|applicable|necessary|needed|feasible|practicable|practical|relevant)\b"
    r"|\s+(?:it|that|this)\s(?:helps?|fits?|suits?|makes sense|matters?|serves?)\s*(?:[.,;:)]|$)"
    r"|\s+(?:the\s)?(?:setting|context|situation|occasion|time|space|room)\s(?:allows?|permits?)\b",
    re.IGNORECASE,
)
_AS_LIKED = re.compile(r"\s(?:you|they|we|he|she) (?:likes?|wish(?:es)?|wants?|pleases?)(?! to\b)")  # at any time
# tells of a place, where the sentence binds nobody: "kept in the shed, where it is dry"
_PLACE = re.compile(r"\b(?:in|on|at|for|to|into|onto|near|under|inside|behind)\s(?:[\w'-]+\s){0,3}[\w'-]+,\s$")
# grants that something holds, and opens no case: "while by default guests should wait, …"
_GRANTED = re.compile(r"[^,]*\b(?:should|must|shall|may|by default|in general|generally|usually|typically|normally|often)\b[^,]*,")
_DURING = re.compile(r"\s+\w+ing\b")  # "…, while reading"; "…, while guests pay" sets one against the other
_COUNT = re.compile(
    r"\s+(?:per|every|each|again|more|and|only|is|are|was|were|has|have|in an?|what|how|why|whether"
    r"|daily|weekly|an? (?:second|minute|hour|day|week|month|quarter|year|night))\b"
)  # "once a week" is no condition, nor is "ask once what it is for"
_AT = re.compile(r"\b(?:at|than|only|just|least|most|exactly)\s+$")  # "at once", "no more than once"
# "see if it fits", "ask them if they want more" open a question; "ask the owner if it is late" opens a case
_FIND_OUT = re.compile(r"\b(?:see|check|wonder|know|find out|determine|verify|decide)(?:s|es|ing)?\s+$")
_LEARN = re.compile(
    r"\b(?:know|notice|recogni[sz]e|find out|determine|decide|learn|judge|tell)(?:s|es|d|ing)?\s+$"
)  # "notice when it rings"
_SAY = re.compile(
    r"\b(?:say|state|explain|show|mention|note|record|describe|indicate|specify|remember|tell(?:s|ing)? \w+)(?:s|ing)?\s+$"
)  # "say where it lies"
_ASK = re.compile(r"\bask(?:s|ed|ing)?\s+(?:\w+\s+){1,3}$")
_ANSWER = re.compile(r"\s+(?:they|he|she|you)\s(?:\w+ly\s)?(?:want|would|wish|need|mean|prefer|like|agree|mind|have|had|are|can|could)\b")
# What is saved is kept, where a verb stands: "save in the book", "must save to disk", "if asked, save to the book"
_KEPT = re.compile(
    r"(?:^|[.:;!?(]\s|\b(?:to|and|or|then|not|never|always|please|also|only|just|can|may|must|should|shall|will|would|could|might|cannot|do|let"
    r"|it|we|you|they|i|who|which|\w+n't|\w+ly)\s|^(?:if|when|once|after|before|for|on|at|in|then|next|first|finally|instead|afterwards)\b[^,]*,\s)\s*$"
)
_OF_A_PROGRAM = re.compile(r"\s*\(?(?:[\w.]{2,}(?:error|exception)|exception)\b")  # "except OSError" catches
_CATCHING = re.compile(r"(?:\bbare\s|\btry/)$")
_NAMES_ITSELF = re.compile(r"save (?:those|these|one|what)$")  # "the guests save those": no exception but behind a comma
_BEFORE = 60
"""Letters before a word among which it is looked for what makes it open something else."""


def opens_no_case(plain: str, cue: re.Match[str], *, bound: bool = True) -> bool:
    """Return whether a word in a lower-case sentence that mostly opens a condition ("if", "where", "once") opens none where it stands.

    *bound* tells that the sentence binds or permits.
    """
    start, end = cue.span()
    near = max(0, start - _BEFORE)
    return bool(
        _ANYHOW.search(plain, near, start)
        or _NAMED.match(plain, start)
        or _SETTING.match(plain, end)
        or (cue[0] == "once" and (_COUNT.match(plain, end) or _AT.search(plain, near, start)))
        or (cue[0] == "if" and (_FIND_OUT.search(plain, near, start) or (_ASK.search(plain, near, start) and _ANSWER.match(plain, end))))
        or (cue[0] in ("when", "where") and _LEARN.search(plain, near, start))
        or (cue[0] == "where" and _SAY.search(plain, near, start))
        or (cue[0] == "while" and plain.endswith(", ", 0, start) and not _DURING.match(plain, end))
        or (cue[0] == "while" and not plain[:start].strip() and _GRANTED.match(plain, end))
        or _NOTHING.match(plain, end)
        or (cue[0] == "whenever" and _AS_LIKED.match(plain, end))
        or (cue[0] == "where" and not bound and _PLACE.search(plain, 0, start))
        or _REASON.search(plain, 0, start)
    )


def excepts_nothing(plain: str, cue: re.Match[str]) -> bool:
    """Return whether a word in a lower-case sentence that mostly opens an exception opens none: "save" where it is the verb, "except" in a program."""
    if cue[0] == "except":
        return _OF_A_PROGRAM.match(plain, cue.end()) is not None or _CATCHING.search(plain[: cue.start()]) is not None
    if not cue[0].startswith("save "):
        return False
    before = plain[: cue.start()]
    return _KEPT.search(before) is not None or (_NAMES_ITSELF.match(cue[0]) is not None and not before.rstrip().endswith(","))
