"""The review as JSON, version 1: for other programs. Written field by field, so that the inside may change and this does not."""

from collections import Counter
from typing import TYPE_CHECKING, cast

from specdiff import __version__
from specdiff.model.place import Hunk
from specdiff.model.review import Entry, Quote, Review, Shift, Side
from specdiff.rendering.format import Format, Style
from specdiff.rendering.jsontext import dumps

if TYPE_CHECKING:
    from specdiff.rendering import document as shape


def render(review: Review, _: Style) -> str:
    """Return the whole review; nothing is left out or cut short."""
    return dumps(document(review))


def document(review: Review) -> "shape.Review":
    """Return what ``render`` writes, as plain values."""
    return {
        "schema_version": 1,
        "tool": {"name": "specdiff", "version": __version__},
        "status": "done",
        "outcome": review.outcome.value,
        "old": _side(review.old),
        "new": _side(review.new),
        "summary": _summary(review),
        "opening": list(review.opening),
        "findings": [_finding(entry) for entry in review.entries],
        "shifts": [_shift(shift) for shift in review.shifts],
        "impact": {"eval_prompts": list(review.eval_prompts), "referring_sections": list(review.referring_sections)},
        "unexplained": [_hunk(hunk) for hunk in review.unexplained],
        "notes": list(review.notes),
    }


def _side(side: Side) -> "shape.Side":
    counts = side.counts
    return {
        "label": side.revision.label,
        "commit": side.revision.commit,
        "date": side.revision.date,
        "paths": list(side.paths),
        "dialect": side.dialect,
        "levels": list(side.levels),
        "counts": {
            "sections": counts.sections,
            "by_authority": dict(counts.by_authority),
            "statements": counts.statements,
            "examples": counts.examples,
            "replies": {"good": counts.replies["good"], "ok": counts.replies["ok"], "bad": counts.replies["bad"]},
            "commentary": counts.commentary,
            "references": counts.references,
            "eval_prompts": counts.eval_prompts,
        },
    }


def _summary(review: Review) -> "shape.Summary":
    """Count every finding; ``on_their_own`` leaves out those that only echo another."""
    severities = Counter(entry.severity.value for entry in review.entries)
    return {
        "by_severity": {
            "critical": severities["critical"],
            "major": severities["major"],
            "minor": severities["minor"],
            "editorial": severities["editorial"],
        },
        "by_rule": dict(sorted(Counter(entry.rule.id for entry in review.entries).items())),
        "on_their_own": dict(review.by_severity),
        "worst": [entry.fingerprint for entry in review.worst],
    }


def _finding(entry: Entry) -> "shape.Finding":
    return {
        "fingerprint": entry.fingerprint,
        "rule": entry.rule.id,
        "severity": entry.severity.value,
        "confidence": entry.confidence.value,
        "message": entry.message,
        "question": entry.question,
        "section": {
            "old": entry.section.old,
            "new": entry.section.new,
            "title": entry.section.title,
            "authority_old": entry.section.authority_old,
            "authority_new": entry.section.authority_new,
        },
        "old": _quote(entry.old),
        "new": _quote(entry.new),
        "facts": {name: list(fact) if isinstance(fact, tuple) else fact for name, fact in sorted(entry.facts.items())},
        "explained_by": entry.explained_by,
        "accepted": {"by": entry.accepted.by, "reason": entry.accepted.reason, "expires": entry.accepted.expires}
        if entry.accepted
        else None,
    }


def _quote(quote: Quote | None) -> "shape.Quote | None":
    if quote is None:
        return None
    return {"text": quote.text, "path": quote.place.path, "start_line": quote.place.first_line, "end_line": quote.place.last_line}


def _shift(shift: Shift) -> "shape.Shift":
    return {
        "values": list(shift.values),
        "gains": shift.gains,
        "loses": shift.loses,
        "strength": cast("shape.Strength", shift.strength),
        "confidence": shift.confidence.value,
        "sections": list(shift.sections),
        "evidence": list(dict.fromkeys(one.fingerprint for one in shift.evidence)),
        "reckoning": [
            {"finding": one.fingerprint, "value": one.value, "weight": round(one.weight, 3), "why": one.why} for one in shift.evidence
        ],
        "message": shift.message,
    }


def _hunk(hunk: Hunk) -> "shape.Unexplained":
    return {
        "old": {"path": hunk.old_path, "start_line": hunk.old_start, "lines": hunk.old_count},
        "new": {"path": hunk.new_path, "start_line": hunk.new_start, "lines": hunk.new_count},
    }


FORMAT = Format("json", ".json", "Everything, for other programs (schema version 1).", render)
