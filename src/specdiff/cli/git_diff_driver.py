"""``specdiff git-diff-driver``: what git calls for a file with ``diff=specdiff`` in ``.gitattributes``.

It ends well whatever happens, since git gives up a whole log where a driver fails.
"""

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from specdiff.cli.streams import put
from specdiff.cli.text import clean
from specdiff.errors import SpecdiffError

if TYPE_CHECKING:
    from specdiff.sources.blobs import Version

SEVEN = 7


def git_diff_driver(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH OLD-FILE OLD-ID OLD-MODE NEW-FILE NEW-ID NEW-MODE [NEW-PATH …]", help="What git passes to an external diff."
        ),
    ] = None,
) -> int:
    """Review one file for git diff, git log -p and git show.

    Set it up with: git config diff.specdiff.command "specdiff git-diff-driver"; and in .gitattributes: model_spec.md diff=specdiff.
    The status is 0 for whatever git passes; what cannot be reviewed is shown line by line, with the reason.
    """
    given = words or []
    if len(given) == 1:  # git names a path alone where it is unmerged
        put(clean(f"* Unmerged path {given[0]}\n"))
        return 0
    if len(given) < SEVEN:
        raise SpecdiffError("git calls this with seven arguments; see docs/git.md")
    from specdiff.sources.blobs import Version

    path = given[0]
    old, new = Version(path, given[1], given[2]), Version(given[SEVEN] if len(given) > SEVEN else path, given[4], given[5])
    if old.blob == new.blob and old.stored and new.stored and old.path == new.path:
        return 0
    try:
        put(_reviewed(old, new))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _reviewed(old: "Version", new: "Version") -> str:
    """Return the review for a terminal, or the difference line by line where there can be none."""
    from pathlib import Path

    from specdiff.cli.output import Screen
    from specdiff.cli.pipeline import Start, reviewed
    from specdiff.cli.settings import Options, configured
    from specdiff.rendering.catalogue import formats
    from specdiff.sources.blobs import open_versions

    try:
        width = os.environ.get("COLUMNS", "")
        paged = os.environ.get("GIT_PAGER_IN_USE", "") in ("1", "true") and not os.environ.get("NO_COLOR")
        screen = Screen.of(width=width if width.isdecimal() else None, color="always" if paged else "auto", verbose=False, pager=False)
        sides = open_versions(old, new, Path.cwd())
        start = Start(sides, configured(Options(), sides))
        return formats()["terminal"].render(reviewed(start), screen.style) + "\n"
    except Exception as error:  # noqa: BLE001 - see above: git must go on
        return f"specdiff: {clean(' '.join(str(error).split()))}\n{_lines(old, new)}"


def _lines(old: "Version", new: "Version") -> str:
    """Return the plain difference of the files that git made of both."""
    from difflib import unified_diff
    from pathlib import Path

    try:
        before, after = (Path(one.file).read_text(encoding="utf-8").splitlines() for one in (old, new))
    except (OSError, UnicodeDecodeError):
        return "the two are not text, or cannot be read\n"
    return clean("".join(f"{line}\n" for line in unified_diff(before, after, f"a/{old.path}", f"b/{new.path}", lineterm="")))
