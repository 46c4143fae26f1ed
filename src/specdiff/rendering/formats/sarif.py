"""The review as SARIF 2.1.0, as GitHub code scanning takes it."""

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from specdiff import __version__
from specdiff.model.finding import RuleInfo, Severity
from specdiff.model.place import Place
from specdiff.model.review import Entry, Review
from specdiff.rendering import about, phrases
from specdiff.rendering.format import Format, Style
from specdiff.rendering.jsontext import dumps
from specdiff.rendering.links import repository
from specdiff.rendering.plain import one_line
from specdiff.rendering.redline import shortened
from specdiff.rendering.remarks import details, remarks, sentence, spot, uri

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
RESULTS = 5_000
"""GitHub keeps this many results of a run."""
RELATED = 100
"""GitHub keeps this many locations of a result."""
TEXT = 1_024
"""As many letters as GitHub takes for a description."""
LEVELS = {Severity.CRITICAL: "error", Severity.MAJOR: "warning", Severity.MINOR: "note", Severity.EDITORIAL: "note"}
PROBLEMS = {"error": "error", "warning": "warning", "note": "recommendation"}
PRECISION = {"value": "medium", **dict.fromkeys(("statement", "exception", "condition", "precedence", "threshold"), "high")}
"""How often the groups of rules that read English are right; what reads structure alone is ``very-high``."""
ROOT = "%SRCROOT%"


def render(review: Review, _: Style) -> str:
    """Return one run: the findings that are no echo, the most important 5,000 of them."""
    return dumps(_log(review))


def _log(review: Review) -> dict[str, Any]:
    found = remarks(review)
    shown = found[:RESULTS]
    rules = tuple({entry.rule.id: entry.rule for entry in shown}.values())
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    path = next(iter((*review.new.paths, *review.old.paths)), "-")
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "specdiff",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "rules": [_rule(rule) for rule in rules],
                    }
                },
                "automationDetails": {"id": f"specdiff/{one_line(path)}/"},
                **_provenance(review),
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {"executionSuccessful": True, "toolExecutionNotifications": _notifications(review, len(found) - len(shown))}
                ],
                "results": [_result(entry, numbers[entry.rule.id], review) for entry in shown],
                "properties": {
                    "outcome": review.outcome.value,
                    "verdict": phrases.verdict(review),
                    "old": one_line(review.old.revision.label),
                    "new": one_line(review.new.revision.label),
                },
            }
        ],
    }


def _rule(rule: RuleInfo) -> dict[str, Any]:
    level = LEVELS[rule.severity]
    why = " ".join(f"{rule.summary} {rule.why}".split())
    return {
        "id": rule.id,
        "name": "".join(word.capitalize() for word in re.split(r"[/-]", rule.id)),
        "shortDescription": _text(rule.summary),
        "fullDescription": _text(why),
        "help": {"text": about.plain(rule), "markdown": about.markdown(rule)},
        "defaultConfiguration": {"level": level},
        "properties": {
            "tags": ["behaviour-spec", rule.group],
            "precision": PRECISION.get(rule.group, "very-high"),
            "problem.severity": PROBLEMS[level],
        },
    }


def _text(text: str) -> dict[str, str]:
    return {"text": shortened(text, TEXT - 40)}


def _provenance(review: Review) -> dict[str, Any]:
    """Say which commit was reviewed, where that is on the web."""
    site, commit = repository(review), review.new.revision.commit
    if site is None or commit is None or not urlsplit(site).hostname:
        return {}
    return {"versionControlProvenance": [{"repositoryUri": site, "revisionId": commit, "mappedTo": {"uriBaseId": ROOT}}]}


def _notifications(review: Review, left: int) -> list[dict[str, Any]]:
    more = (
        [(f"{left:,} more findings, the least important ones, are left out; the JSON (--format json) has all.", "warning")] if left else []
    )
    return [{"level": level, "message": {"text": text}} for text, level in (*more, *((one_line(note), "note") for note in review.notes))]


def _result(entry: Entry, number: int, review: Review) -> dict[str, Any]:
    """Return one finding; GitHub shows the first sentence alone, and knows the finding again by ``primaryLocationLineHash``."""
    text = "\n".join((sentence(entry), *details(review, entry)))
    echoes = review.echoes.get(entry.fingerprint, ())[:RELATED]
    result: dict[str, Any] = {
        "ruleId": entry.rule.id,
        "ruleIndex": number,
        "level": "note" if entry.accepted else LEVELS[entry.severity],
        "message": {"text": _no_link(text)},
        "locations": [_location(spot(review, entry))],
        "partialFingerprints": {"primaryLocationLineHash": f"{entry.fingerprint}:1"},
        "properties": {"severity": entry.severity.value, "confidence": entry.confidence.value},
    }
    if echoes:
        result["relatedLocations"] = _related(echoes, review)
    if entry.accepted:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": phrases.until(entry)}]
    return result


def _related(echoes: Sequence[Entry], review: Review) -> list[dict[str, Any]]:
    return [
        {"id": number, **_location(spot(review, echo)), "message": {"text": _no_link(sentence(echo))}}
        for number, echo in enumerate(echoes, 1)
    ]


def _location(place: Place) -> dict[str, Any]:
    file = uri(place.path)
    base = {} if file.startswith("file:") else {"uriBaseId": ROOT}
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": file, **base},
            "region": {"startLine": place.first_line, "startColumn": 1, "endLine": place.last_line},
        }
    }


def _no_link(text: str) -> str:
    """Part what a viewer would take for a link in a message."""
    return text.replace("](", "] (")


FORMAT = Format("sarif", ".sarif", "for GitHub code scanning and other viewers of SARIF 2.1.0", render)
