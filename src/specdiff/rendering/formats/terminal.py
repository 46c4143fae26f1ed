"""The review at the terminal: what a busy reviewer needs first, then policy by policy."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from specdiff.model.finding import Severity
from specdiff.model.language import Edit
from specdiff.model.place import Hunk, Place
from specdiff.model.review import Entry, Outcome, Review, Shift, Topic
from specdiff.rendering import phrases
from specdiff.rendering.columns import BREAK, Piece, painted, wrapped
from specdiff.rendering.format import Format, Style
from specdiff.rendering.links import newest
from specdiff.rendering.plain import calm, one_line
from specdiff.rendering.redline import Telling, clipped, redline, shortened, telling

MARKS = {Severity.CRITICAL: "!!", Severity.MAJOR: "! ", Severity.MINOR: "- ", Severity.EDITORIAL: ". "}
LOOKS = {Severity.CRITICAL: "bold red", Severity.MAJOR: "yellow", Severity.MINOR: "cyan", Severity.EDITORIAL: "dim"}
AROUND = 60
QUOTED = 400
LISTED = 12
WORST = 5

_CUT = re.compile(r"(?m)^( *)::")
"""Where a word that is longer than a line was cut so that a CI runner would obey the rest of it; ``calm`` has seen to whole words."""

Lines = Iterator[list[Piece]]


def render(review: Review, style: Style) -> str:
    """Return the review as text, no line wider than ``style.width`` columns."""
    page = _Page(review, style)
    text = "".join(painted(line, colour=style.colour, links=style.links) + "\n" for line in page.lines())
    return _CUT.sub(r"\1∶:", text)  # noqa: RUF001 - as wide as what it stands for


class _Page:
    """One review at one width."""

    def __init__(self, review: Review, style: Style) -> None:
        self.review, self.style = review, style

    def line(self, *parts: str | Piece, indent: int = 0, hang: int = 2) -> Lines:
        given = (Piece(part) if isinstance(part, str) else part for part in parts)
        pieces = [replace(piece, text=calm(piece.text)) for piece in given]
        return wrapped(pieces, self.style.width, indent=indent, hang=hang)

    def lines(self) -> Lines:
        yield from self.head()
        if self.review.outcome is Outcome.IDENTICAL:
            return
        for topic in self.review.topics:
            yield from self.topic(topic)
        yield from self.shifts()
        yield from self.accepted()
        yield from self.impact()
        yield from self.unexplained()
        for note in self.review.notes:
            yield from self.line(Piece("Note: ", "bold"), one_line(note))
        yield from self.foot()

    def head(self) -> Lines:
        review = self.review
        files = phrases.files(review)
        yield from self.line(Piece(phrases.ends(review), "bold"), *(("  ", files) if files else ()))
        yield from self.line(Piece(phrases.verdict(review), "bold"))
        if review.outcome is not Outcome.MEANING:
            return
        if review.worst:
            yield []
            yield from self.line(Piece("Look at these first", "bold"))
        for entry in review.worst[:WORST]:
            yield from self.line(self.mark(entry), one_line(entry.message), "  ", self.where(entry), indent=2, hang=3)
        if review.opening:
            yield []
            yield from self.line(Piece("In short", "bold"))
        for sentence in review.opening:
            yield from self.line("* ", one_line(sentence), indent=2)

    def topic(self, topic: Topic) -> Lines:
        open_ones = [entry for entry in topic.entries if entry.accepted is None]
        shown = [entry for entry in open_ones if self.style.verbose or entry.severity is not Severity.EDITORIAL]
        folded = len(open_ones) - len(shown)
        if not shown:
            return
        level, fate, anchor = phrases.level(topic.section), phrases.fate(topic.section), phrases.anchor(topic.section)
        yield []
        yield from self.line(
            Piece(phrases.title(topic.section), "bold underline"),
            *((" ", Piece(f"[{', '.join(filter(None, (fate, level)))}]", "bold")) if fate or level else ()),
            *(("  ", Piece(anchor, "dim")) if anchor else ()),
        )
        for _, alike in groupby(shown, key=lambda entry: (entry.question, entry.severity.weight > Severity.MINOR.weight)):
            yield from self.group(tuple(alike))
        if folded:
            yield from self.line(Piece(f"+ {folded} in wording only", "dim"), indent=2)

    def group(self, entries: Sequence[Entry]) -> Lines:
        """Neighbours that put one question to the author: it is asked once, after the last."""
        for entry in entries:
            yield from self.entry(entry)
        question, asked = entries[-1].question, entries[-1].severity.weight > Severity.MINOR.weight
        if question and (asked or self.style.verbose):
            each = f"(these {len(entries)}) " if len(entries) > 1 else ""
            yield from self.line(Piece("? ", "magenta"), Piece(each + one_line(question), "italic"), indent=5)

    def entry(self, entry: Entry, indent: int = 2) -> Lines:
        yield from self.line(self.mark(entry), phrases.lead(entry), indent=indent, hang=3)
        for row in self.words(entry):
            yield from self.line(*row, indent=indent + 3)
        doubt = phrases.doubt(entry)
        name = entry.fingerprint if self.style.verbose else ""
        said = " ".join(filter(None, (entry.severity.value, entry.rule.id, f"({doubt})" if doubt else "", name)))
        yield from self.line(Piece(said, "dim"), "  ", self.where(entry), indent=indent + 3)
        echoes = self.review.echoes.get(entry.fingerprint, ())
        if self.style.verbose:
            for echo in echoes:
                yield from self.entry(echo, indent + 3)
        elif echoes:
            yield from self.line(Piece(f"+ {phrases.follow(len(echoes))}", "dim"), indent=indent + 3)

    def mark(self, entry: Entry) -> Piece:
        return Piece(MARKS[entry.severity].ljust(3), LOOKS[entry.severity])

    def where(self, entry: Entry) -> Piece:
        return Piece(phrases.where(entry), "dim", (newest(self.review, entry) or "") if self.style.links else "", solid=True)

    def words(self, entry: Entry) -> Iterator[Iterable[str | Piece]]:
        """Yield the words before and after: as one text with marks where they share enough, else one after the other."""
        how = telling(entry)
        if how is Telling.MARKED:
            yield self.marked(redline(entry.edits))
        elif how is Telling.SAME and entry.new is not None:
            yield ("= ", self.quoted(entry.new.text))
        elif how is Telling.APART:
            for quote, sign, look in ((entry.old, "- ", "red"), (entry.new, "+ ", "green")):
                if quote is not None and quote.text.strip():
                    yield (Piece(sign, look), Piece(self.quoted(quote.text), look))

    def quoted(self, text: str) -> str:
        return one_line(text) if self.style.verbose else shortened(one_line(text), QUOTED)

    def marked(self, edits: Sequence[Edit]) -> Iterator[str | Piece]:
        last = ""
        for edit in edits if self.style.verbose else clipped(edits, AROUND):
            if last == "gone" and edit.kind == "new":
                yield BREAK
            last = edit.kind
            if edit.kind == "same":
                yield edit.text
            elif self.style.colour:
                yield Piece(edit.text, "red strike" if edit.kind == "gone" else "bold green underline")
            else:
                yield f"[-{edit.text}-]" if edit.kind == "gone" else f"{{+{edit.text}+}}"

    def shifts(self) -> Lines:
        if self.review.shifts:
            yield []
            yield from self.line(Piece("Values", "bold underline"))
        for shift in self.review.shifts:
            yield from self.shift(shift)

    def shift(self, shift: Shift) -> Lines:
        yield from self.line(Piece("> ", "magenta"), one_line(shift.message), indent=2)
        named = self.review.named
        for one in shift.evidence if self.style.verbose else shift.evidence[:2]:
            where = (self.where(named[one.fingerprint]),) if one.fingerprint in named else ()
            yield from self.line(f"{one.weight:+.2f} {one_line(one.value)}: {one_line(one.why)}  ", *where, indent=4, hang=6)
        if len(shift.evidence) > 2 and not self.style.verbose:  # noqa: PLR2004
            yield from self.line(Piece(f"+ {len(shift.evidence) - 2} more pieces of evidence", "dim"), indent=4)

    def accepted(self) -> Lines:
        agreed = [entry for entry in self.review.entries if entry.accepted is not None]
        named = {entry.fingerprint for entry in agreed}
        entries = [entry for entry in agreed if self.style.verbose or entry.explained_by not in named]
        if entries:
            yield []
            yield from self.line(Piece("Accepted", "bold underline"))
        for entry in entries:
            yield from self.line(self.mark(entry), one_line(entry.message), "  ", self.where(entry), indent=2, hang=3)
            yield from self.line(phrases.until(entry), indent=5)
            echoes = len(self.review.echoes.get(entry.fingerprint, ()))
            if echoes and not self.style.verbose:
                yield from self.line(Piece(f"+ {phrases.follow(echoes)}", "dim"), indent=5)

    def impact(self) -> Lines:
        review = self.review
        told = ("Evals to run again", review.eval_prompts), ("Policies that refer to what changed", review.referring_sections)
        yield []
        for name, ids in told:
            if ids:
                yield from self.line(Piece(f"{name}: ", "bold"), self.listed(ids))

    def listed(self, names: Sequence[str]) -> str:
        shown = names if self.style.verbose else names[:LISTED]
        return ", ".join(map(one_line, shown)) + (f" and {len(names) - len(shown)} more" if len(shown) < len(names) else "")

    def unexplained(self) -> Lines:
        hunks = self.review.unexplained
        for hunk in hunks if self.style.verbose else hunks[:LISTED]:
            yield from self.line(Piece("Unexplained change: ", "bold"), _lines(hunk))
        if len(hunks) > LISTED and not self.style.verbose:
            yield from self.line(f"… and {len(hunks) - LISTED} more unexplained changes")

    def foot(self) -> Lines:
        counts = ((self.review.worded, "in wording only"), (self.review.echoed, "that follow from others"))
        folded = [f"{count:,} {what}" for count, what in counts if count]
        if folded and not self.style.verbose:
            yield from self.line(Piece(f"Folded: {' and '.join(folded)}; --verbose shows them.", "dim"))
        yield from self.line(Piece(phrases.verdict(self.review), "bold"))


def _lines(hunk: Hunk) -> str:
    """Say which lines changed: "spec.md:3-4 → spec.md:5"."""
    told = [f"{one_line(place.path)}:{_range(place)}" for place in (hunk.old_place, hunk.new_place) if place]
    return " → ".join(told) + ("" if hunk.new_place else " (gone)")


def _range(place: Place) -> str:
    return f"{place.first_line}-{place.last_line}" if place.last_line > place.first_line else f"{place.first_line}"


FORMAT = Format("terminal", ".txt", "for a person at a terminal", render)
