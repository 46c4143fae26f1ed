"""``specdiff demo``: review two releases of the spec that ships with specdiff."""

import sys
from typing import Annotated

import typer


def demo(
    formats: Annotated[list[str] | None, typer.Option("--format", "-f", metavar="NAME", help="As for the review.")] = None,
    outputs: Annotated[list[str] | None, typer.Option("--output", "-o", metavar="FILE", help="As for the review.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="As for the review.")] = False,
) -> int:
    """Review two releases of an example spec."""
    import tempfile
    from pathlib import Path

    from specdiff.cli.diff import diff
    from specdiff.demo import PAIR, build_repository

    with tempfile.TemporaryDirectory(prefix="specdiff-demo-") as folder:
        repository = build_repository(Path(folder) / "lantern")
        if sys.stderr is not None:
            sys.stderr.write(f"specdiff --repo lantern {' '.join(PAIR)}   (an example spec, in a temporary folder)\n")
        return diff(*PAIR, formats, outputs, repo=str(repository), verbose=verbose)
