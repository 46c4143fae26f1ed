"""The review as workflow commands of GitHub Actions: annotations on the lines of the newer revision."""

from collections.abc import Iterator, Sequence

from specdiff.model.finding import Severity
from specdiff.model.review import Entry, Outcome, Review
from specdiff.rendering import phrases
from specdiff.rendering.format import Format, Style
from specdiff.rendering.plain import calm
from specdiff.rendering.remarks import details, file, remarks, sentence, spot

LIMIT = 10
"""GitHub shows as many errors and as many warnings of a step, and silently drops the rest."""
COMMANDS = {Severity.CRITICAL: "error", Severity.MAJOR: "warning"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(review: Review, _: Style) -> str:
    """Return a line for the log, then the worst findings as commands; the last says how many more there are, and where."""
    found = remarks(review)
    shown = tuple(_loud(found))
    left = len(found) - len(shown)
    more = f" {left:,} of {len(found):,} findings are not shown as annotations; {phrases.WHERE}." if left else ""
    told = phrases.verdict(review) + more
    lines = [calm(f"specdiff {phrases.ends(review)}: {told}"), *(_command(entry, review) for entry in shown)]
    if review.outcome is Outcome.MEANING:
        lines.append(f"::notice title=specdiff::{_escaped(told, _DATA)}")
    return "".join(f"{line}\n" for line in lines)


def _loud(found: Sequence[Entry]) -> Iterator[Entry]:
    """Yield what is critical, then what is major, as many of each as are shown; what was accepted is not."""
    for severity in COMMANDS:
        yield from [entry for entry in found if entry.severity is severity and entry.accepted is None][:LIMIT]


def _command(entry: Entry, review: Review) -> str:
    place = spot(review, entry)
    properties = {
        "title": f"{entry.severity} {entry.rule.id}",
        "file": file(place),
        "line": str(place.first_line),
        "endLine": str(place.last_line),
    }
    told = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items())
    text = "\n".join((sentence(entry), *details(review, entry)))
    return f"::{COMMANDS[entry.severity]} {told}::{_escaped(text, _DATA)}"


def _escaped(text: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(letter, letter) for letter in text)


FORMAT = Format("github", ".github.txt", "workflow commands: annotations in GitHub Actions", render)
