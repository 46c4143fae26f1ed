"""Words that take the force out of rules without touching them: a heading or a sentence which says that what it heads does not bind."""

import re

_STATUS = (
    r"(?:now |since [\w ]{1,20}|is |are )?(?:deprecated|obsolete|withdrawn|repealed|superseded|revoked|rescinded|retired|suspended|abolished|void|archived"
    r"|historical|optional|advisory|illustrative|informative|non-?normative|non-?binding|not (?:legally )?(?:binding|normative|mandatory)"
    r"|(?:not|no longer) in (?:force|effect)"
    r"|no longer (?:valid|binding|applicable)|(?:for )?(?:information|illustration|reference|examples?) only)"
)
_TITLED = re.compile(
    rf"\S\s*(?:[(\[]\s*|\s[-:]\s+|:\s+){_STATUS}(?:[ ,;][^()\[\]]*)?[)\]]?$|^[(\[]?{_STATUS}(?:[)\]]\s*\S|:\s|\s-\s)", re.IGNORECASE
)
_HINT = re.compile(
    r"bind|force|effect|normative|mandatory|illustrat|informati|advisory|optional|deprecat|obsolete|withdraw|repeal|supersed|revoke|rescind|suspend|void|only|appl|follow"
)
_WHAT = r"(?:section|subsection|chapter|part|clause|article|document|rule|requirement|guideline|instruction|provision|principle|polic(?:y|ie))s?"
_SUBJECT = re.compile(
    rf"(?:please )?(?:note:? (?:that )?)?(?:all (?:of )?)?(?:this|these|the (?:following|above|preceding|below)|what follows)(?: (?:whole|entire))?"
    rf"(?:(?<=what follows)| {_WHAT})(?: (?:above|below|here|that follow|which follow|of this {_WHAT}))?,? "
    rf"|the {_WHAT} (?:above|below|here|that follow|which follow|(?:of|in) this {_WHAT}) ",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?:is|are|be|been|serves?|stands?|given|meant)\b[^.;]{0,40}?\b(?:not (?:legally )?(?:binding|normative|mandatory|enforced|in (?:force|effect))"
    r"|non-?(?:binding|normative)"
    r"|no longer (?:binding|in (?:force|effect)|valid|applicable|mandatory)|(?<!not )(?:only|merely|just|purely|solely) (?:as )?(?:an? )?"
    r"(?:examples?|illustrations?|illustrative|informative|informational|advisory|recommendations?|suggestions?|for (?:illustration|information|reference))"
    r"|for (?:illustration|information|reference|(?:illustrative|informational) purposes)(?: purposes)? only)"
    r"|(?:is|are|has been|have been|was|were) (?:now |hereby |all )?(?:deprecated|obsolete|withdrawn|repealed|superseded|suspended|revoked|rescinded|void"
    r"|optional|advisory)\b(?! to\b)"
    r"|(?:does|do) not bind\b"
    r"|(?:no longer|never) (?:binds?|appl(?:y|ies)|holds?)\b(?! (?:to|when|for|in)\b)|binds? (?:nobody|no one)\b|need not be (?:followed|obeyed|observed)",
    re.IGNORECASE,
)
_CASES = re.compile(r"\b(?:if|unless|when|where|while|until|except|during|only after|for (?:guests|users)|in cases?)\b", re.IGNORECASE)
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
    if not _HINT.search(words):
        return False
    subject = _SUBJECT.match(words)
    return subject is not None and _SAID.match(words, subject.end()) is not None and not _CASES.search(words, subject.end())


def advises(title: str) -> bool:
    """Whether a heading promises advice and no rule: "Recommended practices", "Suggestions"."""
    return _ADVICE.fullmatch(title.strip(" :.")) is not None
