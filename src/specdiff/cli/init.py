"""``specdiff init``: a commented configuration file."""

import sys
from pathlib import Path

import typer

from specdiff.cli.settings import FILE
from specdiff.errors import SpecdiffError

TEMPLATE = """\
# specdiff: a semantic diff and change review for behaviour specs. Every setting is optional.

# The spec's path in the repository (globs allowed). Default: it is found.
# path = ["policies/model_spec.md"]

# How the spec is written: "model-spec" or "plain". Default: it is recognised.
# dialect = "model-spec"

# Authority levels, highest first, for a spec that does not list its own.
# levels = ["root", "system", "developer", "user", "guideline"]

# Exit with 1 from this severity up: "critical", "major", "minor", "editorial", "never".
# fail-on = "critical"

# Severity for each rule ("off" too); globs allowed. See `specdiff rules`.
# [severity]
# "example/retitled" = "editorial"

# Severity for a rule in some sections.
# [[override]]
# rule = "statement/*"
# section = "style*"
# severity = "minor"

# A section that is known to have a new anchor.
# [renames]
# old_anchor = "new_anchor"

# Values of your own, with words for and against them, and pairs to watch.
# pairs = [["thrift", "hospitality"]]
# [values.thrift]
# words = ["save", "thrift"]
# contrary = ["waste"]
"""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("init")(init)


def init() -> int:
    """Write a commented specdiff.toml to the current folder."""
    path = Path(FILE)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(TEMPLATE)
    except FileExistsError:
        raise SpecdiffError(f"there is a {FILE} already; edit it, or remove it first") from None
    sys.stdout.write(f"wrote {FILE}; every line is a comment: take out the '#' where you want something else\n")
    return 0
