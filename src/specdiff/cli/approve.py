"""``specdiff approve``: accept a known finding, with a reason, in a file that goes through review itself."""

import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from specdiff.cli.settings import APPROVALS
from specdiff.errors import SpecdiffError

DIGITS = 16


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("approve")(approve)


def approve(
    fingerprint: Annotated[str, typer.Argument(help="The finding's fingerprint (16 hex digits, in the JSON and the terminal review).")],
    reason: Annotated[str, typer.Option("--reason", help="Why this change is right.")],
    by: Annotated[str, typer.Option("--by", help="Who accepts it.")],
    expires: Annotated[str | None, typer.Option("--expires", help="Until when, YYYY-MM-DD.")] = None,
    file: Annotated[Path, typer.Option("--file", help="The approvals file.")] = Path(APPROVALS),
) -> int:
    """Add an approval to .specdiff/approvals.toml."""
    from specdiff.cli.pipeline import write  # noqa: PLC0415

    if len(fingerprint) != DIGITS or any(digit not in "0123456789abcdef" for digit in fingerprint):
        raise SpecdiffError(f"{fingerprint!r} is no fingerprint (16 hex digits); see `specdiff OLD NEW --format json`")
    if expires is not None:
        try:
            date.fromisoformat(expires)
        except ValueError:
            raise SpecdiffError(f"--expires {expires!r} is no date; write it as YYYY-MM-DD") from None
    before = file.read_text(encoding="utf-8") if file.exists() else "# Accepted findings; written by `specdiff approve`.\n"
    try:
        known = {entry.get("fingerprint") for entry in tomllib.loads(before).get("approval", [])}
    except tomllib.TOMLDecodeError as error:
        raise SpecdiffError(f"{file} is not valid TOML: {error}; mend it first") from None
    if fingerprint in known:
        raise SpecdiffError(f"{fingerprint} is approved already in {file}; edit the entry there")
    lines = ["", "[[approval]]", f'fingerprint = "{fingerprint}"', f"by = {_quoted(by)}", f"reason = {_quoted(reason)}"]
    lines += [f"expires = {expires}"] if expires else []
    file.parent.mkdir(parents=True, exist_ok=True)
    write(file, before.rstrip("\n") + "\n" + "\n".join(lines) + "\n")
    sys.stdout.write(f"approved {fingerprint} in {file}\n")
    return 0


def _quoted(text: str) -> str:
    import json  # noqa: PLC0415

    return json.dumps(text.replace("\x7f", " "), ensure_ascii=False)
