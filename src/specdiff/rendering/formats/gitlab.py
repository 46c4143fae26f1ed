"""The review as a GitLab Code Quality report: shown in merge requests."""

from typing import Any

from specdiff.model.finding import Severity
from specdiff.model.review import Entry, Review
from specdiff.rendering.format import Format, Style
from specdiff.rendering.jsontext import dumps
from specdiff.rendering.remarks import brief, file, remarks, spot

SEVERITIES = {Severity.CRITICAL: "critical", Severity.MAJOR: "major", Severity.MINOR: "minor", Severity.EDITORIAL: "info"}


def render(review: Review, _: Style) -> str:
    """Return the report: a list with one object for each finding."""
    return dumps([_issue(entry, review) for entry in remarks(review)])


def _issue(entry: Entry, review: Review) -> dict[str, Any]:
    place = spot(review, entry)
    return {
        "description": brief(entry),
        "check_name": entry.rule.id,
        "fingerprint": entry.fingerprint,
        "severity": "info" if entry.accepted else SEVERITIES[entry.severity],
        "location": {"path": file(place).removeprefix("./"), "lines": {"begin": place.first_line, "end": place.last_line}},
    }


FORMAT = Format("gitlab", ".codequality.json", "a Code Quality report for GitLab", render)
