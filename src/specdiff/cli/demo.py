"""``specdiff demo``: review two releases of the spec that ships with specdiff."""

import sys
import tempfile
from pathlib import Path

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo() -> int:
    """Review two releases of an example spec, built into a git repository in a temporary folder."""
    from specdiff.cli.diff import diff  # noqa: PLC0415 - heavy
    from specdiff.demo import PAIR, build_repository  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="specdiff-demo-") as folder:
        repository = build_repository(Path(folder) / "lantern")
        sys.stderr.write(f"specdiff --repo lantern {PAIR[0]} {PAIR[1]}   (an example spec in five releases, in a temporary folder)\n")
        return diff(*PAIR, repo=repository)
