"""What the formats for machines say: each finding that is no echo as one remark, with one place in the newer revision and a text of few lines."""

from collections.abc import Iterator
from hashlib import sha256

from specdiff.model.finding import Confidence, RuleInfo, Severity
from specdiff.model.place import Hunk, Place
from specdiff.model.review import Entry, Quote, Review, SectionRef
from specdiff.rendering import phrases
from specdiff.rendering.links import encoded
from specdiff.rendering.plain import one_line, printable
from specdiff.rendering.redline import shortened

QUOTED = 400
"""As many letters of a quoted text as a remark shows."""

UNEXPLAINED = RuleInfo(
    id="unexplained",
    severity=Severity.MAJOR,
    mirror="unexplained",
    says="{lines} changed lines that no finding accounts for",
    asks="What did these lines change?",
    summary="Changed lines are in no finding.",
    why="specdiff could not tell what they mean, so that nobody may take them for a change of wording.",
    looks_at="changed lines",
    fires=(),
)
"""What is said of changed lines that no finding explains, so that no format can leave them out."""
_NOWHERE = SectionRef(None, None, "", None, None)


def remarks(review: Review) -> tuple[Entry, ...]:
    """Return the findings that are no echo, the most important first, then the changed lines that no finding accounts for."""
    hunks = review.unexplained
    alike = [(hunk.old_text, hunk.new_text) for hunk in hunks]
    return review.alone + tuple(_unexplained(hunk, alike[:number].count(alike[number])) for number, hunk in enumerate(hunks))


def _unexplained(hunk: Hunk, earlier: int) -> Entry:
    """Return a remark on lines; of those with the same texts *earlier* ones came before, so that each has a fingerprint of its own."""
    texts = ("\n".join(hunk.old_text), "\n".join(hunk.new_text))
    where = hunk.new_place or (Place(hunk.new_path, max(1, hunk.new_start), max(1, hunk.new_start)) if hunk.new_path else None)
    count = max(hunk.old_count, hunk.new_count)
    return Entry(
        fingerprint=sha256("\0".join((UNEXPLAINED.id, *texts, str(earlier))).encode("utf-8", "backslashreplace")).hexdigest()[:16],
        rule=UNEXPLAINED,
        severity=UNEXPLAINED.severity,
        confidence=Confidence.CERTAIN,
        message=f"{count:,} changed lines that no finding accounts for" if count > 1 else "A changed line that no finding accounts for",
        section=_NOWHERE,
        old=Quote(texts[0], hunk.old_place) if hunk.old_place else None,
        new=Quote(texts[1], hunk.new_place) if hunk.new_place else None,
        facts={},
        question=UNEXPLAINED.asks,
        at=where,
    )


def spot(review: Review, entry: Entry) -> Place:
    """Return where to point: in the newer revision, or in the older one where the newer has no spec."""
    if entry.at is not None:
        return entry.at
    if entry.new is not None:
        return entry.new.place
    if review.new.paths:
        return Place(review.new.paths[0], 1, 1)
    return entry.old.place if entry.old is not None else Place(next(iter(review.old.paths), "-"), 1, 1)


def sentence(entry: Entry) -> str:
    """Return the message as one printable sentence."""
    said = one_line(entry.message)
    return said if said.endswith((".", "?", "!")) else f"{said}."


def brief(entry: Entry) -> str:
    """Return the message on one line, with what a line number in the newer revision does not tell: where it was if it went, who accepted it."""
    was = f" (was at {one_line(str(entry.old.place))})" if entry.old is not None and entry.new is None else ""
    accepted = f" ({phrases.until(entry)})" if entry.accepted is not None else ""
    return f"{one_line(entry.message)}{was}{accepted}"


def details(review: Review, entry: Entry) -> Iterator[str]:
    """Yield lines that follow the message: the words before and after and where they stand, doubts, folds, the question for the author."""
    for name, quote in (("Before", entry.old), ("After", entry.new)):
        if quote is not None and quote.text.strip():
            yield f"{name} ({one_line(str(quote.place))}): {shortened(one_line(quote.text), QUOTED)}"
    echoes = len(review.echoes.get(entry.fingerprint, ()))
    if echoes:
        yield f"With {phrases.follow(echoes)}."
    if phrases.doubt(entry):
        yield f"Confidence: {phrases.doubt(entry)}."
    if entry.accepted is not None:
        yield f"A{phrases.until(entry)[1:]}"
    elif entry.question:
        yield f"Ask the author: {one_line(entry.question)}"


def uri(path: str) -> str:
    """Return a path as a URI reference: relative to the root of the repository, or absolute for a file from elsewhere on the disk."""
    return f"file://{encoded(path)}" if path.startswith("/") else encoded(path)


def file(place: Place) -> str:
    """Return the path as one printable line; a name that is one anyhow is the name itself."""
    return printable(place.path).replace("\n", "\\n")
