"""``specdiff approve``: accept a known finding, with a reason, in a file that goes through review itself."""

from typing import TYPE_CHECKING, Annotated

import typer

from specdiff.cli.arguments import Config, Dialect, New, Paths, Repo, Staged, Trusted
from specdiff.cli.streams import put, write
from specdiff.cli.text import clean
from specdiff.errors import SpecdiffError

if TYPE_CHECKING:
    from specdiff.cli.settings import Options
    from specdiff.model.review import Entry


def approve(
    fingerprint: Annotated[str, typer.Argument(metavar="FINGERPRINT", help="The finding's 16 hex digits, from the review.")],
    old: Annotated[str | None, typer.Argument(metavar="[OLD]", help="With NEW: the review that the finding must be in.")] = None,
    new: New = None,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why this change is right.", show_default=False)] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who accepts it.", show_default=False)] = "",
    expires: Annotated[str | None, typer.Option("--expires", metavar="DATE", help="The last day it holds, YYYY-MM-DD.")] = None,
    file: Annotated[
        str | None, typer.Option("--file", metavar="FILE", help="Default: .specdiff/approvals.toml at the repository's top.")
    ] = None,
    path: Paths = None,
    repo: Repo = None,
    staged: Staged = False,  # noqa: FBT002 - a flag
    config: Config = None,
    trusted: Trusted = None,
    dialect: Dialect = None,
) -> int:
    """Accept a finding, with a reason.

    It is added to .specdiff/approvals.toml, which is reviewed like any other file; a review then shows it as accepted, and --fail-on
    passes over it until it expires.
    """
    from pathlib import Path  # noqa: PLC0415

    from specdiff.cli.approvals import added, day  # noqa: PLC0415 - heavy
    from specdiff.cli.approvals import fingerprint as checked  # noqa: PLC0415
    from specdiff.cli.place import top  # noqa: PLC0415
    from specdiff.cli.settings import APPROVALS, Options  # noqa: PLC0415
    from specdiff.model.settings import Approval  # noqa: PLC0415

    if not reason.strip() or not by.strip():
        raise SpecdiffError("an approval needs its grounds: give --reason and --by")
    last = day(expires, "--expires") if expires is not None else None
    entry = None
    place = APPROVALS
    if old is not None or staged:
        options = Options(repo, tuple(path or ()), staged, config, trusted, dialect)
        entry, place = _found(checked(fingerprint), old or "HEAD", new, options)
    target = Path(file) if file is not None else top(repo) / place
    before = target.read_text(encoding="utf-8") if target.exists() else None
    approval = Approval(checked(fingerprint), by, reason, last, entry.rule.id if entry is not None else "")
    text = added(before, approval, str(target), message=entry.message if entry is not None else "")
    target.parent.mkdir(parents=True, exist_ok=True)
    write(target, text)
    put(clean(f"approved {fingerprint} in {target}\n"))
    return 0


def _found(fingerprint: str, old: str, new: str | None, options: "Options") -> "tuple[Entry, str]":
    """Return the finding in the review, and where its approval belongs."""
    from specdiff.cli.pipeline import opened, reviewed  # noqa: PLC0415 - heavy

    start = opened(old, new, options)
    entry = next((entry for entry in reviewed(start).entries if entry.fingerprint == fingerprint), None)
    if entry is None:
        raise SpecdiffError(f"no finding of this review is {fingerprint}; see `specdiff {' '.join(filter(None, (old, new)))}`")
    return entry, start.chosen.approvals
