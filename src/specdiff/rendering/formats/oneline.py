"""The review as one line for each finding, ``path:line: severity rule: message``, as grep and compilers write: for grep, editors, scripts."""

from specdiff.model.review import Entry, Review
from specdiff.rendering import phrases
from specdiff.rendering.format import Format, Style
from specdiff.rendering.plain import calm
from specdiff.rendering.remarks import brief, file, remarks, spot


def render(review: Review, _: Style) -> str:
    """Return the lines, the most important first; the last one is how the review ends."""
    lines = [_line(entry, review) for entry in remarks(review)]
    return "".join(f"{calm(line)}\n" for line in (*lines, f"specdiff: {phrases.verdict(review)}"))


def _line(entry: Entry, review: Review) -> str:
    """Return one line; a path that a runner would read as a command begins with ``./``."""
    place = spot(review, entry)
    path = file(place)
    return f"{'./' if path.startswith(':') else ''}{path}:{place.first_line}: {entry.severity} {entry.rule.id}: {brief(entry)}"


FORMAT = Format("oneline", ".oneline.txt", "one line for each finding, for grep and editors", render)
