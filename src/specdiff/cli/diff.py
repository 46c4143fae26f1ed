"""``specdiff OLD NEW``: the review."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from specdiff.cli.arguments import Config, Dialect, New, Paths, Repo, Staged, Trusted
from specdiff.errors import SpecdiffError

if TYPE_CHECKING:
    from specdiff.model.review import Review


def diff(
    old: Annotated[
        str | None, typer.Argument(metavar="OLD", help="A revision, A..B, A...B, REV:path, a file, a folder, or - for standard input.")
    ] = None,
    new: New = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="terminal (default), markdown, html, json, sarif, github, gitlab, junit, oneline or rdjson (repeatable).",
        ),
    ] = None,
    outputs: Annotated[
        list[str] | None, typer.Option("--output", "-o", metavar="FILE", help="A file instead of standard output, one for each --format.")
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="SEVERITY", help="Exit 1 from there up: critical, major, minor, editorial, never (default)."),
    ] = None,
    path: Paths = None,
    repo: Repo = None,
    staged: Staged = False,
    config: Config = None,
    trusted: Trusted = None,
    dialect: Dialect = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show editorial findings and echoes one by one.")] = False,
    width: Annotated[str | None, typer.Option("--width", metavar="COLUMNS", help="Default: the terminal's, else 80.")] = None,
    color: Annotated[str, typer.Option("--color", metavar="WHEN", help="auto (default), always or never.", show_default=False)] = "auto",
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Do not page on a terminal.")] = False,
) -> int:
    """Review two revisions (the default command)."""
    from specdiff.cli.output import Screen, emit, targets
    from specdiff.cli.pipeline import opened, reviewed
    from specdiff.cli.settings import Options
    from specdiff.cli.streams import tell

    if old is None and not staged:
        raise SpecdiffError("name two revisions, files or folders (specdiff OLD NEW); see `specdiff --help`, or try `specdiff demo`")
    screen = Screen.of(width=width, color=color, verbose=verbose, pager=not no_pager)
    options = Options(repo, tuple(path or ()), staged, config, trusted, dialect, fail_on, tuple(formats or ()))
    start = opened("HEAD" if old is None else old, new, options)
    wanted = targets(start.chosen.formats, outputs or (), explicit=bool(formats))
    review = reviewed(start)
    top = start.sides.repository.top if start.sides.repository is not None else None
    specs = [str(top / path) for side in (review.old, review.new) for path in side.paths] if top is not None else []
    for _, place in wanted:
        _spared(place, (old, new, *specs))
    emit(review, wanted, screen)
    verdict = gated(review, start.chosen.fail_on)
    if verdict:
        tell(f"failed: {verdict}")
    return 1 if verdict else 0


def _spared(place: Path | None, sides: Iterable[str | None]) -> None:
    """Raise SpecdiffError for an output that would take the place of what is compared: a file that was named, the spec in the work tree."""
    if place is not None and any(side and Path(side).is_file() and place.exists() and place.samefile(side) for side in sides):
        raise SpecdiffError(f"{str(place)!r} is one of the files that are compared; name another one with --output")


def gated(review: "Review", fail_on: str) -> str:
    """Return why a review fails, empty where it does not: findings on their own that nobody accepted, from a severity up (``never``: none).

    An echo is the same fact again and does not count; what it follows from weighs at least as much. Changed lines that no finding explains
    may be anything, and count as major.
    """
    from specdiff.model.finding import Severity

    if fail_on == "never":
        return ""
    least = Severity(fail_on).weight
    failing = sum(entry.severity.weight >= least and entry.accepted is None for entry in review.alone)
    many = "1 finding is" if failing == 1 else f"{failing} findings are"
    said = [f"{many} {fail_on} or worse and not accepted"] if failing else []
    if review.unexplained and Severity.MAJOR.weight >= least:
        said.append("changed lines that no finding explains count as major")
    return "; ".join(said)
