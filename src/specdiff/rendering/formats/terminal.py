"""The review at the terminal: what a busy reviewer needs first, then policy by policy."""

from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from specdiff.model.finding import Confidence, Severity
from specdiff.model.language import Edit
from specdiff.model.review import Entry, Outcome, Quote, Review, SectionRef, Topic
from specdiff.rendering.format import Format, Style
from specdiff.rendering.plain import one_line, printable

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

MARKS = {Severity.CRITICAL: "!!", Severity.MAJOR: "! ", Severity.MINOR: "- ", Severity.EDITORIAL: ". "}
STYLES = {Severity.CRITICAL: "bold red", Severity.MAJOR: "yellow", Severity.MINOR: "cyan", Severity.EDITORIAL: "dim"}
ENDINGS = {
    Outcome.IDENTICAL: "Identical: the two revisions say the same in the same words.",
    Outcome.WORDING: "Changed in wording only: nothing that specdiff reads as a change of meaning.",
    Outcome.MEANING: "Changed in meaning.",
}
AROUND = 60
OPENING = 9
LISTED = 12


def render(review: Review, style: Style) -> str:
    """Return the review as text, no line wider than ``style.width`` columns."""
    from rich.console import Console  # noqa: PLC0415 - heavy

    out = StringIO()
    console = Console(
        file=out, width=style.width, force_terminal=style.colour, color_system="standard" if style.colour else None, no_color=not style.colour,
        highlight=False, emoji=False, markup=False, soft_wrap=False, legacy_windows=False, force_interactive=False,
    )  # fmt: skip
    page = _Page(console, style)
    page.opening(review)
    for topic in review.topics:
        page.topic(topic, review)
    page.shifts(review)
    page.closing(review)
    return "".join(line.rstrip() + "\n" for line in out.getvalue().split("\n")).rstrip("\n") + "\n"


class _Page:
    def __init__(self, console: "Console", style: Style) -> None:
        self.console, self.style = console, style

    def line(self, *parts: "str | tuple[str, str]", indent: int = 0, hang: int = 2) -> None:
        """Print wrapped text; continuation lines hang below the first."""
        from rich.padding import Padding  # noqa: PLC0415
        from rich.text import Text  # noqa: PLC0415

        text = Text(overflow="fold")
        for part in parts:
            words, look = (part, "") if isinstance(part, str) else part
            text.append(printable(words), style=look)
        room = max(16, self.style.width - indent)
        for number, row in enumerate(_wrapped(text, self.console, room, hang)):
            self.console.print(Padding(row, (0, 0, 0, indent + (hang if number else 0))))

    def opening(self, review: Review) -> None:
        self.line((f"{_named(review.old.revision.label)} → {_named(review.new.revision.label)}", "bold"), f"  {_paths(review)}")
        if review.outcome is Outcome.IDENTICAL:
            return
        counts = ", ".join(f"{count} {name}" for name, count in review.by_severity.items())
        echoes = sum(len(entries) for entries in review.echoes.values())
        self.line((ENDINGS[review.outcome], "bold"), f" {counts}" + (f" ({echoes} of them follow from others)" if echoes else ""))
        for sentence in review.opening[:OPENING]:
            self.line("* ", sentence)
        if review.worst:
            self.console.print()
            self.line(("Look at these first", "bold"))
            for entry in review.worst:
                self.line(
                    (MARKS[entry.severity] + " ", STYLES[entry.severity]), entry.message, ("  " + _where(entry), "dim"), indent=2, hang=3
                )

    def topic(self, topic: Topic, review: Review) -> None:
        shown = [entry for entry in topic.entries if self.style.verbose or entry.severity is not Severity.EDITORIAL]
        hidden = len(topic.entries) - len(shown)
        if not shown:
            return
        self.console.print()
        self.line((_title(topic.section), "bold"), ("  " + _anchor(topic.section), "dim"))
        for entry in shown:
            self.entry(entry, review.echoes.get(entry.fingerprint, ()))
        if hidden:
            self.line((f"+ {hidden} in wording only", "dim"), indent=2)

    def entry(self, entry: Entry, echoes: Sequence[Entry], indent: int = 2) -> None:
        tail = f"{entry.severity} {entry.rule.id}"
        if entry.confidence is not Confidence.CERTAIN:
            tail += f", {entry.confidence}"
        if entry.accepted is not None:
            tail += f", accepted by {entry.accepted.by}: {entry.accepted.reason}"
        self.line((MARKS[entry.severity] + " ", STYLES[entry.severity]), entry.message, indent=indent, hang=3)
        for row in self.words(entry):
            self.line(*row, indent=indent + 3, hang=2)
        self.line((f"{tail}  {_where(entry)}", "dim"), indent=indent + 3)
        if entry.severity.weight > 1 and entry.question:
            self.line(("? " + entry.question, "italic"), indent=indent + 3)
        if echoes and self.style.verbose:
            for echo in echoes:
                self.entry(echo, (), indent + 3)
        elif echoes:
            self.line((f"+ {len(echoes)} that follow from it", "dim"), indent=indent + 3)

    def words(self, entry: Entry) -> Iterator[list["str | tuple[str, str]"]]:
        """Yield the words before and after: as one redline where both exist, else the one text."""
        kinds = {edit.kind for edit in entry.edits if edit.text.strip()}
        if kinds == {"same"}:
            yield [("= ", "dim"), _short(one_line(entry.edits[0].text), verbose=self.style.verbose)]
        elif "same" in kinds:
            yield list(self.redline(entry.edits))
        else:
            for quote, sign, look in ((entry.old, "-", "red"), (entry.new, "+", "green")):
                if quote is not None and quote.text.strip():
                    yield [(f"{sign} ", look), (_short(one_line(quote.text), verbose=self.style.verbose), look)]

    def redline(self, edits: Sequence[Edit]) -> Iterator["str | tuple[str, str]"]:
        for index, edit in enumerate(edits):
            text = one_line(edit.text)
            text = (" " if edit.text[:1].isspace() else "") + text + (" " if edit.text[-1:].isspace() and text else "")
            if edit.kind == "same":
                yield _clipped(text, first=index == 0, last=index == len(edits) - 1) if not self.style.verbose else text
            elif self.style.colour:
                yield (text, "red strike" if edit.kind == "gone" else "bold green underline")
            else:
                yield f"[-{text.strip()}-]" if edit.kind == "gone" else f"{{+{text.strip()}+}}"
                yield " " if edit.text[-1:].isspace() else ""

    def shifts(self, review: Review) -> None:
        if not review.shifts:
            return
        self.console.print()
        self.line(("Values", "bold"))
        by_fingerprint = {entry.fingerprint: entry for entry in review.entries}
        for shift in review.shifts:
            self.line(shift.message, indent=2)
            if self.style.verbose:
                for one in shift.evidence:
                    entry = by_fingerprint.get(one.fingerprint)
                    self.line(f"{one.weight:+.1f} {one.value}: {one.why}", (f"  {_where(entry)}" if entry else "", "dim"), indent=5)

    def closing(self, review: Review) -> None:
        self.console.print()
        if review.eval_prompts:
            self.line(("Evals to run again: ", "bold"), _listed(review.eval_prompts, verbose=self.style.verbose))
        if review.referring_sections:
            self.line(("Policies that refer to what changed: ", "bold"), _listed(review.referring_sections, verbose=self.style.verbose))
        for hunk in review.unexplained[: None if self.style.verbose else LISTED]:
            old = f"{hunk.old_path}:{hunk.old_start}" if hunk.old_count else ""
            new = f"{hunk.new_path}:{hunk.new_start}" if hunk.new_count else ""
            self.line(("Unexplained change: ", "bold"), " → ".join(filter(None, (old, new))))
        if len(review.unexplained) > LISTED and not self.style.verbose:
            self.line(f"… and {len(review.unexplained) - LISTED} more unexplained changes (--verbose lists them)")
        for note in review.notes:
            self.line(("Note: ", "bold"), note)
        editorial = review.by_severity.get("editorial", 0)
        if editorial and not self.style.verbose:
            self.line((f"{editorial} findings in wording only are folded; --verbose shows them.", "dim"))
        self.line((ENDINGS[review.outcome], "bold"))


def _wrapped(text: "Text", console: "Console", room: int, hang: int) -> "list[Text]":
    """Wrap text to *room* columns, every line after the first to *hang* fewer."""
    from rich.text import Text  # noqa: PLC0415

    first = text.wrap(console, room)
    if len(first) <= 1:
        return list(first)
    head = first[0]
    at = len(head.plain)
    rest = text[at:]
    trimmed = rest[len(rest.plain) - len(rest.plain.lstrip()) :]
    return [head, *(Text.assemble(row) for row in trimmed.wrap(console, max(10, room - hang)))]


def _named(label: str) -> str:
    return one_line(label)


def _paths(review: Review) -> str:
    old, new = ", ".join(review.old.paths), ", ".join(review.new.paths)
    if not old or not new:
        return f"{new or old} ({'spec added' if new else 'spec removed'})"
    return new if old in (new, review.old.revision.label) else f"{old} → {new}"


def _title(section: SectionRef) -> str:
    old, new = section.authority_old, section.authority_new
    level = (
        f" [{old or 'no level'} → {new or 'no level'}]"
        if old != new and section.old and section.new
        else f" [{new or old}]"
        if new or old
        else ""
    )
    return f"{one_line(section.title)}{level}"


def _anchor(section: SectionRef) -> str:
    if section.old and section.new and section.old != section.new:
        return f"#{section.old} → #{section.new}"
    return f"#{section.new or section.old}"


def _where(entry: Entry) -> str:
    quote: Quote | None = entry.new or entry.old
    return "" if quote is None else f"{quote.place}" + (" (before)" if entry.new is None else "")


def _listed(names: Sequence[str], *, verbose: bool) -> str:
    shown = names if verbose else names[:LISTED]
    return ", ".join(shown) + (f" and {len(names) - len(shown)} more" if len(shown) < len(names) else "")


def _short(text: str, *, verbose: bool) -> str:
    limit = 4 * AROUND
    return text if verbose or len(text) <= limit else text[: limit - 2].rsplit(" ", 1)[0] + " …"


def _clipped(text: str, *, first: bool, last: bool) -> str:
    """Shorten a run that did not change to the words around the edits."""
    if len(text) <= 2 * AROUND:
        return text
    head = "" if first else text[:AROUND].rsplit(" ", 1)[0]
    tail = "" if last else text[-AROUND:].partition(" ")[2]
    return f"{head} … {tail}" if head or tail else "…"


FORMAT = Format("terminal", ".txt", "for a person at a terminal", render)
