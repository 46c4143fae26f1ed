"""Findings that somebody has already agreed to. An entry that has expired or fits nothing is reported, so that the file cannot rot."""

from collections import Counter
from collections.abc import Collection, Iterable

from specdiff.model.review import Accepted
from specdiff.model.settings import Approval, Settings


def accepted(
    settings: Settings, fingerprints: Collection[str], echoes: Iterable[tuple[str, str]] = ()
) -> tuple[dict[str, Accepted], tuple[str, ...]]:
    """Return what is accepted, by fingerprint, and the remarks about entries that are not in force or accept less than one might think.

    *echoes* are pairs of an echo and what it follows from. An approval accepts what it names and nothing else: its finding, and of the echoes
    of that those under ``follows``.
    """
    present = set(fingerprints)
    found: dict[str, Accepted] = {}
    notes = []
    for approval in settings.approvals:
        if approval.fingerprint not in present:
            notes.append(f"{_name(approval)} fits no finding; remove it from the approvals file.")
        elif _expired(approval, settings.today):
            notes.append(f"{_name(approval)} expired on {approval.expires}; approve the finding again or resolve it.")
        else:
            agreed = Accepted(approval.by, approval.reason, approval.expires)
            found |= {name: agreed for name in (approval.fingerprint, *approval.follows) if name in present}
    left = Counter(top for echo, top in echoes if top in found and echo not in found)
    notes += [_left(approval, left[approval.fingerprint]) for approval in settings.approvals if left[approval.fingerprint]]
    return found, tuple(notes)


def _expired(approval: Approval, today: str) -> bool:
    """ISO dates compare as text; an approval holds through its last day. With no date known, none has expired."""
    return bool(approval.expires and today and approval.expires < today)


def _left(approval: Approval, count: int) -> str:
    follow = "1 finding follows from it and is" if count == 1 else f"{count} findings follow from it and are"
    return f"{_name(approval)}: {follow} not accepted with it; take it back (`specdiff approve --remove`) and approve it with OLD NEW."


def _name(approval: Approval) -> str:
    rule = f" ({approval.rule})" if approval.rule else ""
    return f"Approval {approval.fingerprint}{rule} by {approval.by}"
