"""The review in the Reviewdog Diagnostic Format (``rdjson``): comments on the lines of a pull request, on any host that reviewdog knows."""

from typing import Any

from specdiff.model.finding import Severity
from specdiff.model.review import Entry, Review
from specdiff.rendering.format import Format, Style
from specdiff.rendering.gfm import safe
from specdiff.rendering.jsontext import dumps
from specdiff.rendering.remarks import details, file, remarks, sentence, spot

SEVERITIES = {Severity.CRITICAL: "ERROR", Severity.MAJOR: "WARNING", Severity.MINOR: "INFO", Severity.EDITORIAL: "INFO"}

LINE = 2_000
"""As many letters as a line of a comment has at most."""


def render(review: Review, _: Style) -> str:
    """Return a ``DiagnosticResult``."""
    found = {"source": {"name": "specdiff"}, "diagnostics": [_diagnostic(entry, review) for entry in remarks(review)]}
    return dumps(found)


def _diagnostic(entry: Entry, review: Review) -> dict[str, Any]:
    """Return one finding. The message is Markdown, since reviewdog posts it as a comment."""
    place = spot(review, entry)
    return {
        "message": "\n\n".join(safe(line, LINE) for line in (sentence(entry), *details(review, entry))),
        "location": {"path": file(place), "range": {"start": {"line": place.first_line}, "end": {"line": place.last_line}}},
        "severity": "INFO" if entry.accepted else SEVERITIES[entry.severity],
        "code": {"value": entry.rule.id},
    }


FORMAT = Format("rdjson", ".rdjson", "for reviewdog", render)
