"""The review as workflow commands of GitHub Actions: annotations on the lines of the newer revision."""

from collections.abc import Iterator

from specdiff.model.finding import Severity
from specdiff.model.review import Entry, Outcome, Review
from specdiff.rendering import phrases
from specdiff.rendering.format import Format, Style
from specdiff.rendering.plain import printable
from specdiff.rendering.remarks import details, remarks, sentence, spot

LIMIT = 10
"""GitHub shows as many errors and as many warnings of a step, and silently drops the rest."""
COMMANDS = {Severity.CRITICAL: "error", Severity.MAJOR: "warning"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(review: Review, _: Style) -> str:
    """Return a line for the log, then the worst findings as commands; the last says how many more there are, and where."""
    head = f"specdiff {phrases.ends(review)}: {phrases.verdict(review)}".replace("##[", "# #[")
    return "".join(f"{line}\n" for line in (head, *_commands(review)))


def _commands(review: Review) -> Iterator[str]:
    if review.outcome is not Outcome.MEANING:
        return
    found = remarks(review)
    shown = 0
    for severity, command in COMMANDS.items():
        loud = [entry for entry in found if entry.severity is severity and entry.accepted is None][:LIMIT]
        shown += len(loud)
        yield from (_command(command, entry, review) for entry in loud)
    left = len(found) - shown
    more = f" {left:,} of {len(found):,} findings are not shown as annotations; {phrases.WHERE}." if left else ""
    yield f"::notice title=specdiff::{_escaped(phrases.verdict(review) + more, _DATA)}"


def _command(command: str, entry: Entry, review: Review) -> str:
    place = spot(review, entry)
    properties = {
        "title": f"{entry.severity} {entry.rule.id}",
        "file": printable(place.path),
        "line": str(place.first_line),
        "endLine": str(place.last_line),
    }
    told = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in properties.items())
    text = "\n".join((sentence(entry), *details(review, entry)))
    return f"::{command} {told}::{_escaped(text, _DATA)}"


def _escaped(text: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(letter, letter) for letter in text)


FORMAT = Format("github", ".github.txt", "workflow commands: annotations in GitHub Actions", render)
