"""Findings that somebody has already agreed to. An entry that has expired or fits nothing is reported, so that the file cannot rot."""

from collections.abc import Collection

from specdiff.model.review import Accepted
from specdiff.model.settings import Approval, Settings


def accepted(settings: Settings, fingerprints: Collection[str]) -> tuple[dict[str, Accepted], tuple[str, ...]]:
    """Return what is accepted, by fingerprint, and the remarks about entries that are not in force."""
    present = set(fingerprints)
    found: dict[str, Accepted] = {}
    notes = []
    for approval in settings.approvals:
        if approval.fingerprint not in present:
            notes.append(f"{_name(approval)} fits no finding; remove it from the approvals file.")
        elif _expired(approval, settings.today):
            notes.append(f"{_name(approval)} expired on {approval.expires}; approve the finding again or resolve it.")
        else:
            found[approval.fingerprint] = Accepted(approval.by, approval.reason, approval.expires)
    return found, tuple(notes)


def _expired(approval: Approval, today: str) -> bool:
    """ISO dates compare as text; an approval holds through its last day. With no date known, none has expired."""
    return bool(approval.expires and today and approval.expires < today)


def _name(approval: Approval) -> str:
    rule = f" ({approval.rule})" if approval.rule else ""
    return f"Approval {approval.fingerprint}{rule} by {approval.by}"
