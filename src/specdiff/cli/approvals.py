"""The approvals file: findings that somebody accepted, with a reason. Read with care, written so that a person can read it too."""

from datetime import date, datetime

from specdiff.cli.table import Table, parsed
from specdiff.errors import SpecdiffError
from specdiff.model.settings import Approval

HEAD = "# Findings that were accepted. Written by `specdiff approve`; to take one back, remove its entry.\n"
KEYS = ("by", "expires", "fingerprint", "reason", "rule")
DIGITS = 16


def approvals(text: str | None, source: str) -> tuple[Approval, ...]:
    """Return the entries of an approvals file (``None``: there is none). Raises SpecdiffError for one that cannot be understood."""
    if text is None:
        return ()
    table = parsed(text, source)
    table.only(("approval",))
    return tuple(_entry(entry) for entry in table.tables("approval"))


def _entry(entry: Table) -> Approval:
    entry.only(KEYS)
    missing = [key for key in ("fingerprint", "by", "reason") if not (entry.text(key) or "").strip()]
    if missing:
        raise SpecdiffError(f"{entry.source}: an approval lacks its {' and '.join(missing)}; add it, or write it with `specdiff approve`")
    return Approval(
        fingerprint=fingerprint(entry.text("fingerprint") or "", entry.source),
        by=entry.text("by") or "",
        reason=entry.text("reason") or "",
        expires=_expires(entry),
        rule=entry.text("rule") or "",
    )


def _expires(entry: Table) -> str | None:
    value = entry.data.get("expires")
    if isinstance(value, datetime):
        value = value.date()
    if value is None or isinstance(value, date):
        return value.isoformat() if value else None
    return day(str(value), f"{entry.source}: expires")


def day(text: str, what: str) -> str:
    """Return an ISO date. Raises SpecdiffError for what is none."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise SpecdiffError(f"{what} {text!r} is no date; write it as YYYY-MM-DD") from None


def fingerprint(text: str, what: str = "") -> str:
    """Return a fingerprint. Raises SpecdiffError for what is none."""
    if len(text) != DIGITS or set(text) - set("0123456789abcdef"):
        raise SpecdiffError(
            f"{what + ': ' if what else ''}{text!r} is no fingerprint (16 hex digits); they are in the review, see `specdiff OLD NEW`"
        )
    return text


def added(before: str | None, approval: Approval, source: str, *, message: str = "") -> str:
    """Return the text of an approvals file with one more entry; all that is there stays as it is.

    *message* is the finding's sentence, written above it as a comment. Raises SpecdiffError where the file cannot take the entry.
    """
    if any(one.fingerprint == approval.fingerprint for one in approvals(before, source)):
        raise SpecdiffError(f"{approval.fingerprint} is approved already in {source}; edit the entry there")
    lines = [f"# {_printable(message)}"] if message else []
    lines += ["[[approval]]", f'fingerprint = "{approval.fingerprint}"']
    lines += [f"rule = {_quoted(approval.rule)}"] if approval.rule else []
    lines += [f"by = {_quoted(approval.by)}", f"reason = {_quoted(approval.reason)}"]
    lines += [f"expires = {approval.expires}"] if approval.expires else []
    text = (before or HEAD).rstrip("\n") + "\n\n" + "\n".join(lines) + "\n"
    approvals(text, source)
    return text


def _quoted(text: str) -> str:
    return '"' + _printable(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _printable(text: str) -> str:
    """Return a text on one line; what cannot be printed, and so not be reviewed either, becomes a replacement mark."""
    return "".join(character if character.isprintable() else "\ufffd" for character in " ".join(text.split()))
