"""The approvals file: findings that somebody accepted, with a reason. Read with care, written so that a person can read it too."""

from datetime import date, datetime

from specdiff.cli.table import Table, parsed
from specdiff.cli.text import clean
from specdiff.errors import SpecdiffError
from specdiff.model.settings import Approval

HEAD = "# Findings that were accepted. Written by `specdiff approve`; to take one back, remove its entry.\n"
_START = "[[approval]]"
KEYS = ("by", "expires", "fingerprint", "follows", "reason", "rule")
DIGITS = 16
DEFAULT = ".specdiff/approvals.toml"


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
        follows=tuple(fingerprint(one, f"{entry.source}: follows") for one in entry.texts("follows")),
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
            f"{what + ': ' if what else ''}{text!r} is no fingerprint (16 hex digits); they are in the review, see `specdiff OLD NEW --verbose`"
        )
    return text


def added(before: str | None, approval: Approval, source: str, *, message: str = "") -> str:
    """Return the text of an approvals file with one more entry, before the first whose fingerprint is higher; all that is there stays as it is.

    *message* is the finding's sentence, written above it as a comment. Raises SpecdiffError where the file cannot take the entry.
    """
    known = approvals(before, source)
    if any(one.fingerprint == approval.fingerprint for one in known):
        raise SpecdiffError(f"{approval.fingerprint} is approved already in {source}; edit the entry there")
    text = (before or HEAD).replace("\r\n", "\n")
    later = next((index for index, one in enumerate(known) if one.fingerprint > approval.fingerprint), len(known))
    blocks = _blocks(text)
    at = blocks[later] if later < len(blocks) == len(known) else len(text)
    above, below = text[:at].rstrip("\n"), text[at:]
    entry = "\n".join(_written(approval, message))
    text = f"{above}\n\n{entry}\n" + (f"\n{below}" if below else "")
    return _checked(before, text, source, {*(one.fingerprint for one in known), approval.fingerprint})


def removed(before: str, name: str, source: str) -> str:
    """Return the text of an approvals file without an entry and the comment right above it. Raises SpecdiffError where it has none of that name."""
    known = [one.fingerprint for one in approvals(before, source)]
    if name not in known:
        raise SpecdiffError(f"{name} is not approved in {source}; see `specdiff approve --list`")
    text = before.replace("\r\n", "\n")
    blocks = [*_blocks(text), len(text)]
    index = known.index(name)
    if len(blocks) == len(known) + 1:
        text = text[: blocks[index]] + text[blocks[index + 1] :]
    return _checked(before, text.rstrip("\n") + "\n", source, set(known) - {name})


def _checked(before: str | None, text: str, source: str, fingerprints: set[str]) -> str:
    """Return the text with the line ends that the file had, having made sure that it holds what it should."""
    if {one.fingerprint for one in approvals(text, source)} != fingerprints:
        raise SpecdiffError(f"{source} is laid out in a way that cannot be edited safely; edit the entry there by hand")
    return text.replace("\n", "\r\n") if "\r\n" in (before or "") else text


def _blocks(text: str) -> list[int]:
    """Return where each entry begins, with the comment right above it."""
    starts, at, comment = [], 0, None
    for line in text.splitlines(keepends=True):
        if line.lstrip().startswith(_START):
            starts.append(at if comment is None else comment)
        comment = (at if comment is None else comment) if line.lstrip().startswith("#") else None
        at += len(line)
    return starts


def _written(approval: Approval, message: str) -> list[str]:
    lines = [f"# {clean(' '.join(message.split()))}"] if message else []
    lines += [_START, f'fingerprint = "{approval.fingerprint}"']
    lines += [f"rule = {_quoted(approval.rule)}"] if approval.rule else []
    lines += [f"by = {_quoted(approval.by)}", f"reason = {_quoted(approval.reason)}"]
    lines += [f"expires = {approval.expires}"] if approval.expires else []
    if approval.follows:
        lines += ["follows = [", *(f'    "{one}",' for one in approval.follows), "]"]
    return lines


def _quoted(text: str) -> str:
    return '"' + clean(" ".join(text.split())).replace("\\", "\\\\").replace('"', '\\"') + '"'
