"""``specdiff init``: a commented configuration file."""

from specdiff.cli.arguments import Repo
from specdiff.cli.streams import put
from specdiff.cli.text import clean
from specdiff.errors import SpecdiffError

TEMPLATE = """\
# specdiff: a semantic diff and change review for behaviour specs. Every setting is optional.
# An option of the command line overrides the environment (SPECDIFF_PATH, SPECDIFF_FAIL_ON, …), which overrides this file.

# The spec in the repository (globs allowed). By default it is found.
# path = ["policies/model_spec.md"]

# How the spec is written: "model-spec" or "plain". By default it is recognised.
# dialect = "model-spec"

# The levels of authority, highest first, for a spec that does not list its own.
# levels = ["root", "system", "developer", "user", "guideline"]

# Exit with 1 from this severity up: "critical", "major", "minor", "editorial" or "never".
# fail-on = "critical"

# The format of the review where none is asked for.
# format = "terminal"

# Findings that were accepted (see `specdiff approve`).
# approvals = ".specdiff/approvals.toml"

# Where the lines of both revisions can be read, for links. By default the web address of the remote "origin".
# repository-url = "https://github.com/OWNER/REPOSITORY"

# Pairs of values to watch, besides the built-in ones.
# pairs = [["thrift", "helpfulness"]]

# The severity of a rule, or of all rules that a glob names; "off" too. See `specdiff rules`.
# [severity]
# "example/retitled" = "editorial"
# "commentary/*" = "off"

# The same, in some sections only (globs of their ids). The last that fits decides.
# [[override]]
# rule = "statement/*"
# section = "style_*"
# severity = "minor"

# Values of your own: words that speak for them, and words that speak against them.
# [values.thrift]
# words = ["thrift", "save"]
# contrary = ["waste", "squander"]

# Sections that are known to have another id now.
# [renames]
# old_id = "new_id"
"""


def init(repo: Repo = None) -> int:
    """Write a commented specdiff.toml."""
    from specdiff.cli.place import top  # noqa: PLC0415

    target = top(repo) / "specdiff.toml"
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(TEMPLATE)
    except FileExistsError:
        raise SpecdiffError(f"there is a {str(target)!r} already; edit it, or remove it first") from None
    put(clean(f"wrote {target}; every line is a comment: take out the # where you want something else\n"))
    return 0
