"""Words that take the force out of rules without touching them: a heading or a sentence which says that what it heads does not bind."""

import re

_STATUS = (
    r"(?:now |since [\w ]{1,20}|is |are )?(?:deprecated|obsolete|withdrawn|repealed|superseded|revoked|rescinded|retired|suspended|abolished|void|archived"
    r"|historical|optional|advisory|illustrative|informative|non-?normative|non-?binding|not (?:legally )?(?:binding|normative|mandatory)"
    r"|(?:not|no longer) in (?:force|effect)"
    r"|no longer (?:valid|binding|applicable)|(?:for )?(?:information|illustration|reference|examples?) only)"
)
# Since when, by what and why: other words make of the status a word that only describes a thing ("optional equipment").
_SINCE = (
    r"(?:[ ,;]+(?:\d|by\b|since\b|in favou?r of\b|as (?:of|from)\b|from\b|in \d|on \d|until\b|after\b|with effect\b)[^()\[\]]*"
    r"|[,;] (?:see|use|now|and|not|no longer|do not|replaced|superseded|kept)\b[^()\[\]]*)?"
)
_TITLED = re.compile(
    rf"\S\s*(?:[(\[]\s*{_STATUS}{_SINCE}[)\]]|(?:\s[-:]\s+|:\s+){_STATUS}{_SINCE})$|^[(\[]?{_STATUS}(?:[)\]]\s*\S|:\s|\s-\s)", re.IGNORECASE
)
_WHAT = r"(?:section|subsection|chapter|part|clause|article|document|rule|requirement|guideline|instruction|provision|principle|polic(?:y|ie))s?"
_PLACE = rf"(?: (?:above|below|here|that follow|which follow|(?:of|in) this {_WHAT}))"
_THESE = r"(?:this|these|the (?:following|above|preceding|below)|what follows)"
_OPENING = r"(?:please )?(?:note:? (?:that )?)?"
_SUBJECT = re.compile(
    rf"{_OPENING}(?:(?:all (?:of )?)?{_THESE}(?: (?:whole|entire))?(?:(?<=what follows)| {_WHAT}){_PLACE}?|the {_WHAT}{_PLACE}),? ",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    rf"{_OPENING}(?:nothing|none of the {_WHAT}|no {_WHAT}) (?:in|of) this {_WHAT} (?:(?:is|are) (?:legally )?(?:binding|mandatory|normative)|binds?"
    rf"|(?:has|have) (?:any )?(?:binding )?(?:force|effect))\b|{_OPENING}none of these {_WHAT} (?:is|are) (?:binding|mandatory)\b",
    re.IGNORECASE,
)
_END = r"(?=[.,;:!)]|$| (?:and|but|any|at all|now|from|until|since|by)\b)"
_ADVISORY = r"(?:examples?|illustrations?|illustrative|informative|informational|advisory|recommendations?|suggestions?|guidelines?|guidance|advice)"
_SAID = re.compile(
    r"\b(?:is|are|be|been|serves?|stands?|given|meant)\b(?P<gap>[^.;]{0,40}?)\b(?:"
    r"(?:not|by no means|in no way) (?:legally )?(?:binding|normative|mandatory|enforced|in (?:force|effect))\b"
    rf"|non-?(?:binding|normative)\b|no longer (?:binding|in (?:force|effect)|valid|applicable|mandatory)\b"
    rf"|(?:only|merely|just|purely|solely|simply) (?:as )?(?:an? )?(?:{_ADVISORY}|for (?:illustration|information|reference))\b"
    rf"|(?:for )?{_ADVISORY} only\b|for (?:illustration|information|reference|(?:illustrative|informational) purposes)(?: purposes)? only\b"
    rf"|(?:informative|informational|illustrative){_END})"
    r"|\b(?:is|are|has been|have been|was|were) (?:now |hereby |all )?(?:deprecated|obsolete|withdrawn|repealed|superseded|suspended|revoked|rescinded"
    r"|void(?! of\b)|optional|advisory)\b(?! to\b)"
    r"|\b(?:does|do) not (?:bind|apply|hold) (?:any ?more|any longer)\b"
    rf"|\b(?:does|do) not bind\b(?= (?:anybody|anyone|any more|you|us)\b|{_END})"
    r"|\b(?:no longer|never) (?:binds?|appl(?:y|ies)|holds?)\b|\bbinds? (?:nobody|no one)\b|\bneed not be (?:followed|obeyed|observed)"
    r"|\b(?:has|have) no (?:more |longer |legal |binding |further )*(?:force|effect|validity)\b|\bno longer (?:has|have) (?:any )?(?:force|effect)\b",
    re.IGNORECASE,
)
# Whom, when or where it binds less: a part of the cases, or of the rule.
_PARTLY = re.compile(r" (?:on|upon|than|to|when|for|in|at|within|outside|against|as regards|as to)\b(?! (?:anybody|anyone|any more|\d)\b)")
_DENIED = re.compile(
    r"\b(?:not|never|far from|anything but|by no means|in no way|hardly|more than|rather than|neither|nothing)\b", re.IGNORECASE
)
_BINDS = re.compile(
    r"\b(?:which|that|who|but|yet|and|they|it)\b[^.;]{0,40}?\b(?:(?<!not )(?<!longer )binds?\b(?! (?:nobody|no one)\b)"
    r"|(?:is|are|stays?|remains?) (?:still |also |all |always |itself |themselves )?(?:binding|mandatory)\b)"
    r"|\b(?:but|yet) (?:still |always )?(?:binding|mandatory)\b",
    re.IGNORECASE,
)
_CASES = re.compile(
    r"\b(?:if|unless|when|where|while|until(?! further notice)|except|during|only after|for (?:guests|users)|in cases?)\b", re.IGNORECASE
)
_ADVICE = re.compile(
    r"(?:[\d.]+\s+)?(?:(?:some )?(?:recommended|suggested|best|good|optional|preferred) (?:practices?|habits?|approach(?:es)?|steps|manners|style"
    r"|behaviou?rs?|conduct|ways)"
    r"|(?:some )?(?:recommendations?|suggestions?|advice|tips(?: and tricks)?|hints?|nice[ -]to[ -]haves?|good to have|optional(?: rules)?|ideas))",
    re.IGNORECASE,
)


def voided(title: str) -> bool:
    """Whether a heading says of what stands below it that it does not bind: "Letters (deprecated)", "Withdrawn: letters"."""
    return _TITLED.search(title) is not None


def unbinds(words: str) -> bool:
    """Whether a sentence says of the rules around it that they do not bind, whatever the case: "This section is only an example"."""
    words = words.replace("n't ", " not ").replace("cannot", "can not")
    if none := _NOTHING.match(words):
        return not _CASES.search(words) and _PARTLY.match(words, none.end()) is None
    subject = _SUBJECT.match(words)
    return subject is not None and _loses_force(words, subject.end())


def _loses_force(words: str, at: int) -> bool:
    """Whether what is said from an offset on takes all force away, in every case and from everybody."""
    if _CASES.search(words, at) or _BINDS.search(words, at):
        return False
    said = _SAID.match(words, at)
    return said is not None and not _DENIED.search(said["gap"] or "") and _PARTLY.match(words, said.end()) is None


def advises(title: str) -> bool:
    """Whether a heading promises advice and no rule: "Recommended practices", "Suggestions"."""
    return _ADVICE.fullmatch(title.strip(" :.")) is not None
