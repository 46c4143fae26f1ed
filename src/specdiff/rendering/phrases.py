"""What every format for people says in the same words: the endings, the tally, the head of a policy, where something stands."""

from specdiff.model.finding import Confidence, Severity
from specdiff.model.review import Entry, Outcome, Review, SectionRef
from specdiff.rendering.plain import one_line

ENDINGS = {
    Outcome.IDENTICAL: ("Identical", "the two revisions have the same text"),
    Outcome.WORDING: ("Changed in wording only", "no rule, level, example or reference says anything else than before"),
    Outcome.MEANING: ("Changed in meaning", ""),
}
WHERE = "the whole review is in the JSON (`--format json`) and on the page (`--format html`)"
"""Where to look for what does not fit."""
_NAMES = {Severity.EDITORIAL: "in wording only"}


def tally(review: Review) -> str:
    """Return "2 critical, 5 major, 1 in wording only": the findings that are no echo, or nothing where there are none."""
    told = ((severity, review.by_severity.get(severity.value, 0)) for severity in Severity)
    counts = ", ".join(f"{count:,} {_NAMES.get(severity, severity.value)}" for severity, count in told if count)
    return f"{counts} ({review.accepted:,} accepted)" if review.accepted else counts


def verdict(review: Review) -> str:
    """Return the one line that says how the review ends."""
    ending, more = ENDINGS[review.outcome]
    return f"{ending}: {more or tally(review) or 'see the unexplained lines'}."


def ends(review: Review) -> str:
    """Return "v1 → v2" as the user named them."""
    return f"{one_line(review.old.revision.label)} → {one_line(review.new.revision.label)}"


def files(review: Review) -> str:
    """Return the spec's paths, and whether it came, went or was renamed between the revisions; nothing where two files are compared by name."""
    old, new = (", ".join(map(one_line, side.paths)) for side in (review.old, review.new))
    if [old, new] == [one_line(side.revision.label) for side in (review.old, review.new)]:
        return ""
    if not old or not new:
        return f"{new or old} ({'spec added' if new else 'spec removed'})"
    return new if old in (new, review.old.revision.label) else f"{old} → {new}"


def level(section: SectionRef) -> str:
    """Return the level in force: "user", "root → user" where it changed, nothing where there is none."""
    old, new = section.authority_old, section.authority_new
    if section.old and section.new and old != new:
        return f"{one_line(old or 'no level')} → {one_line(new or 'no level')}"
    return one_line((new if section.new else old) or "")


def fate(section: SectionRef) -> str:
    """Return "new" or "gone" for a policy that only one revision has, else nothing."""
    if section.old and section.new:
        return ""
    return "new" if section.new else "gone" if section.old else ""


def title(section: SectionRef) -> str:
    """Return the policy's title; a finding about no policy is about the whole document."""
    return one_line(section.title) or ("The whole document" if not (section.old or section.new) else "Before the first heading")


def anchor(section: SectionRef) -> str:
    """Return "#new", or "#old → #new" where the anchor changed; nothing for the whole document."""
    names = dict.fromkeys(f"#{one_line(name)}" for name in (section.old, section.new) if name)
    return " → ".join(names)


def where(entry: Entry) -> str:
    """Return ``path:line`` in the newer revision, else in the older one with a remark."""
    quote = entry.new or entry.old
    if quote is None:
        return ""
    return f"{one_line(quote.place.path)}:{quote.place.first_line}" + ("" if entry.new else " (before)")


def lead(entry: Entry) -> str:
    """Return the message without the first words of a text that is quoted right below it."""
    message, quote = one_line(entry.message), entry.new or entry.old
    head, cut, words = message.rpartition(": “")
    only = quote is not None and (entry.old is None or entry.new is None or entry.old.text == entry.new.text)
    if not cut or quote is None or not only or not words.endswith("”") or not _letters(quote.text).startswith(_letters(words)):
        return message
    return f"{head}:"


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def doubt(entry: Entry) -> str:
    """Return how sure the reading is, where it is not certain."""
    return "" if entry.confidence is Confidence.CERTAIN else entry.confidence.value


def follow(count: int) -> str:
    """Return "1 finding that follows from it" or its plural."""
    return f"{count:,} finding that follows from it" if count == 1 else f"{count:,} findings that follow from it"


def until(entry: Entry) -> str:
    """Return who accepted the finding, why, and until when; nothing if nobody did."""
    if entry.accepted is None:
        return ""
    expires = f", until {one_line(entry.accepted.expires)}" if entry.accepted.expires else ""
    return f"accepted by {one_line(entry.accepted.by)}{expires}: {one_line(entry.accepted.reason)}"
