"""``specdiff OLD NEW``: the review."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from specdiff.cli.settings import Options
from specdiff.errors import SpecdiffError

if TYPE_CHECKING:
    from specdiff.model.review import Review
    from specdiff.rendering.format import Format, Style

Repo = Annotated[Path | None, typer.Option("--repo", help="The git repository; default: the one around the current folder.")]
Paths = Annotated[
    list[str] | None, typer.Option("--path", help="The spec's path in the repository (repeatable, globs); default: it is found.")
]
Config = Annotated[Path | None, typer.Option("--config", help="A specdiff.toml; default: that of the new side.")]
Dialect = Annotated[str | None, typer.Option("--dialect", help="How the spec is written: model-spec or plain; default: it is recognised.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("diff")(diff)


def diff(
    old: Annotated[str, typer.Argument(help="A revision, A..B, A...B, REV:path, a file, a folder, or - for standard input.")],
    new: Annotated[str | None, typer.Argument(help="The same; default: the working tree.")] = None,
    formats: Annotated[list[str] | None, typer.Option("--format", "-f", help="terminal, markdown, json, … (repeatable).")] = None,
    outputs: Annotated[
        list[Path] | None, typer.Option("--output", "-o", help="A file instead of standard output, one for each --format.")
    ] = None,
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", help="Exit 1 from this severity up: critical, major, minor, editorial, never.")
    ] = None,
    path: Paths = None,
    repo: Repo = None,
    config: Config = None,
    dialect: Dialect = None,
    staged: Annotated[bool, typer.Option("--staged", help="Compare with the index instead of the working tree.")] = False,  # noqa: FBT002
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show editorial findings and echoes one by one.")] = False,  # noqa: FBT002
    width: Annotated[int | None, typer.Option("--width", min=20, max=1000, help="Columns; default: the terminal's, else 80.")] = None,
    color: Annotated[str, typer.Option("--color", help="auto, always or never.")] = "auto",
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Do not page on a terminal.")] = False,  # noqa: FBT002
) -> int:
    """Review what changed in meaning between two revisions of a spec."""
    from specdiff.cli.pipeline import reviewed, write  # noqa: PLC0415 - heavy
    from specdiff.rendering.catalogue import formats as known  # noqa: PLC0415

    chosen = [_format(name, known()) for name in formats or ["terminal"]]
    targets = _targets(chosen, outputs or [])
    if color not in ("auto", "always", "never"):
        raise SpecdiffError(f"--color cannot be {color!r}; use auto, always or never")
    options = Options(repo, tuple(path or ()), staged, config, dialect, fail_on)
    review, options = reviewed(old, new, options)
    for one, target in zip(chosen, targets, strict=True):
        style = _style(width, color, to_file=target is not None, verbose=verbose)
        text = one.render(review, style)
        if target is not None:
            write(target, text)
        elif sys.stdout.isatty() and one.name == "terminal" and not no_pager:
            _page(text)
        else:
            sys.stdout.write(text)
    return 1 if _gated(review, options.fail_on or "never") else 0


def _format(name: str, known: "dict[str, Format]") -> "Format":
    if name not in known:
        raise SpecdiffError(f"no format is called {name!r}; use one of: {', '.join(sorted(known))}")
    return known[name]


def _targets(chosen: "list[Format]", outputs: list[Path]) -> list[Path | None]:
    if len(outputs) > len(chosen):
        raise SpecdiffError(f"{len(outputs)} times --output but {len(chosen)} times --format; give one --format for each --output")
    targets: list[Path | None] = [*outputs, *[None] * (len(chosen) - len(outputs))]
    if sum(target is None for target in targets) > 1:
        raise SpecdiffError("only one format can go to standard output; give --output for the others")
    for target in targets:
        if target is not None and not target.parent.is_dir():
            raise SpecdiffError(f"there is no folder {str(target.parent)!r} to write {target.name!r} to; make it first")
    return targets


def _style(width: int | None, color: str, *, to_file: bool, verbose: bool) -> "Style":
    from specdiff.rendering.format import Style  # noqa: PLC0415

    terminal = sys.stdout.isatty() and not to_file
    forced = bool(os.environ.get("FORCE_COLOR"))
    colour = (terminal or forced) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    if color != "auto":
        colour = color == "always"
    columns = width or (shutil.get_terminal_size((80, 24)).columns if terminal else 80)
    return Style(columns, colour, terminal and colour, verbose)


def _page(text: str) -> None:
    """Show text through the pager that git would use by its environment (never by a repository's configuration)."""
    pager = os.environ.get("GIT_PAGER") or os.environ.get("PAGER") or "less"
    if text.count("\n") < shutil.get_terminal_size().lines - 1 or pager == "cat" or not shutil.which(pager.split()[0]):
        sys.stdout.write(text)
        return
    environment = {**os.environ, "LESS": os.environ.get("LESS", "FRX")}
    with subprocess.Popen(pager, shell=True, stdin=subprocess.PIPE, env=environment) as process:  # noqa: S602 - the user's own pager, as git runs it
        try:
            process.communicate(text.encode())
        except (BrokenPipeError, KeyboardInterrupt):
            process.wait()


def _gated(review: "Review", fail_on: str) -> bool:
    from specdiff.model.finding import Severity  # noqa: PLC0415

    if fail_on == "never":
        return False
    bound = Severity(fail_on).weight
    return any(entry.severity.weight >= bound and entry.accepted is None for entry in review.entries)
