"""The review as one page: a single file that asks nobody for anything, readable without JavaScript and on paper."""

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from specdiff.model.finding import Severity
from specdiff.model.language import Edit
from specdiff.model.place import Hunk, Place
from specdiff.model.review import Course, Entry, Outcome, Quote, Review, SectionRef, Shift, Side, Topic
from specdiff.rendering import phrases
from specdiff.rendering.format import Format, Style
from specdiff.rendering.links import address, encoded
from specdiff.rendering.page.picture import WIDTH, picture
from specdiff.rendering.page.tree import Branch, flat, tree
from specdiff.rendering.page.words import Run, folded, laid_out, marked, plain
from specdiff.rendering.plain import one_line, printable
from specdiff.rendering.redline import Telling, clipped, redline, telling

if TYPE_CHECKING:
    from jinja2 import Template

AROUND = 110
MARKS = {Severity.CRITICAL: "◆", Severity.MAJOR: "▲", Severity.MINOR: "●", Severity.EDITORIAL: "○"}
NAMES = {**{severity: severity.value for severity in Severity}, Severity.EDITORIAL: "wording"}
COURSES = {
    Course.RAISED: "Rose: harder to override",
    Course.LOWERED: "Fell: easier to override",
    Course.OTHER: "Went to a level of unknown rank",
    Course.CAME: "New",
    Course.WENT: "Gone",
    Course.SAME: "Stayed",
}


def render(review: Review, _: Style) -> str:
    """Return the page as HTML. Text of a spec is data in it: escaped, control and direction marks made visible, and no script runs but its own."""
    return _template().render(review=review, page=_Page(review), phrases=phrases, Outcome=Outcome, Telling=Telling, Course=Course)


@cache
def _template() -> "Template":
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 - only needed for the page
    from markupsafe import Markup  # noqa: PLC0415 - only needed for the page

    style, script = _asset("page.css"), _asset("page.js")
    environment = Environment(
        loader=FunctionLoader(_asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
    )
    environment.globals |= {
        "style": Markup(style),  # noqa: S704 - a file of this package
        "script": Markup(script),  # noqa: S704 - a file of this package
        "policy": f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; base-uri 'none'; form-action 'none'",
    }
    return environment.get_template("page.html.j2")


def _asset(name: str) -> str:
    return (files("specdiff.rendering.page") / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """Return what a content security policy calls an inline style or script by."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


class _Page:
    """What the template asks for one review."""

    width = WIDTH
    marks, names, courses = MARKS, NAMES, COURSES

    def __init__(self, review: Review) -> None:
        self.review = review
        self.tree = tree(review.outline, review.topics)
        self.picture = picture(review)
        self.rank = {entry.fingerprint: number for number, entry in enumerate(review.entries)}
        self.shown = {topic.section for topic in review.topics}
        self.gone_elsewhere = {
            section for flow in review.flows if flow.course in (Course.RAISED, Course.LOWERED, Course.OTHER) for section in flow.sections
        }
        self.named = review.named
        self.places = {heading.section.position: heading for heading in review.outline}
        self.titles = {heading.section.new or heading.section.old: heading for heading in review.outline}

    @property
    def ending(self) -> str:
        """How the review ends; the counts stand beside it."""
        return phrases.ENDINGS[self.review.outcome][0]

    @property
    def still(self) -> bool:
        """Whether no policy came, went or stands on another level than before."""
        return all(flow.course is Course.SAME for flow in self.review.flows)

    def moved(self, section: SectionRef) -> bool:
        """Whether a policy stands on another level than before."""
        return section in self.gone_elsewhere

    def branches(self) -> list[tuple[int, Branch]]:
        """The headings under which there is anything to read, with their depth."""
        return [(depth, branch) for depth, branch in flat(self.tree) if branch.changed]

    def elsewhere(self) -> list[Topic]:
        """Topics that stand under no heading of the outline."""
        return [topic for topic in self.review.topics if topic.section.position not in self.places]

    def rules(self) -> list[tuple[str, list[tuple[str, int]]]]:
        """The rules that found something, by group."""
        return [(group, list(found)) for group, found in groupby(self.review.by_rule.items(), key=lambda item: item[0].partition("/")[0])]

    def id(self, section: SectionRef) -> str:
        """The id of a policy on the page; the same on every run as long as its anchor stays."""
        if section.old is None and section.new is None:
            return "s-document" if not section.title else "s-start"
        names = [encoded(name or "", safe="") for name in dict.fromkeys((section.old, section.new))]
        return f"s-{':'.join(names)}"

    def rule_id(self, rule: str) -> str:
        """The id of a rule's description on the page."""
        return f"r-{rule.replace('/', '-')}"

    def lead(self, entry: Entry) -> tuple[str, str]:
        """The message in two parts: what is always said, and the words that stand below it anyway when the finding is open."""
        whole, lead = one_line(entry.message), phrases.lead(entry)
        return (lead, whole[len(lead) :]) if whole.startswith(lead) else (whole, "")

    def telling(self, entry: Entry) -> Telling:
        """How the words of a finding are best shown."""
        return telling(entry)

    def marked(self, entry: Entry) -> tuple[Run, ...]:
        """The words of both sides as one text with marks."""
        return marked(entry)

    def brief(self, entry: Entry) -> list[Run]:
        """The change alone with a few words around it; nothing of a heading that the message names."""
        if telling(entry) is not Telling.MARKED or (entry.new and entry.new.text.startswith("#")):
            return []
        return [Run(edit.kind, edit.text) for edit in clipped(redline(entry.edits), AROUND)]

    def policies(self, shift: Shift) -> list[SectionRef]:
        """The policies in which one value gained, as far as they have a heading."""
        return [self.titles[one].section for one in shift.sections if one in self.titles]

    def laid(self, *quotes: Quote | None) -> str:
        """The class of words whose line breaks stay."""
        return " laid" if any(quote is not None and laid_out(quote.text) for quote in quotes) else ""

    def plain(self, text: str, kind: str) -> tuple[Run, ...]:
        """Words that are all of one kind."""
        return plain(text, kind)

    def changed(self, lines: Sequence[str], kind: str) -> tuple[Run, ...]:
        """Lines as they stand in the file."""
        return folded([Edit(kind, printable("\n".join(lines)))])

    def lines(self, entry: Entry) -> list[tuple[str, str, str | None]]:
        """Where it stands: "before" and "after", ``path:lines``, and its web address where there is one."""
        sides = (("before", entry.old, self.review.old), ("after", entry.new, self.review.new))
        found = [(when, _lines(quote.place), self.link(side, quote.place)) for when, quote, side in sides if quote is not None]
        if entry.new is None and entry.at is not None:
            found.append(("now near", _lines(entry.at), self.link(self.review.new, entry.at)))
        return found

    def heading(self, section: SectionRef) -> tuple[str, str | None] | None:
        """Where a policy's heading stands in the newer revision that has it, with its web address."""
        heading = self.places.get(section.position)
        if heading is None:
            return None
        side, place = (self.review.new, heading.new) if heading.new else (self.review.old, heading.old)
        return (_lines(place), self.link(side, place)) if place else None

    def hunk(self, hunk: Hunk) -> list[tuple[str, str, str | None]]:
        """Where a change stands that no finding explains."""
        sides = (("before", hunk.old_place, self.review.old), ("after", hunk.new_place, self.review.new))
        return [(when, _lines(place), self.link(side, place)) for when, place, side in sides if place is not None]

    def link(self, side: Side, place: Place) -> str | None:
        """The web address of lines."""
        return address(self.review, side, place)


def _lines(place: Place) -> str:
    """Return "spec.md:3" or "spec.md:3-4"."""
    last = f"-{place.last_line}" if place.last_line > place.first_line else ""
    return f"{one_line(place.path)}:{place.first_line}{last}"


FORMAT = Format("html", ".html", "one page to read in a browser, a single file", render)
