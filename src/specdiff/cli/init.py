"""``specdiff init``: a commented configuration file."""

from specdiff.cli.arguments import Repo
from specdiff.cli.keys import template
from specdiff.cli.streams import put
from specdiff.cli.text import clean
from specdiff.errors import SpecdiffError


def init(repo: Repo = None) -> int:
    """Write a commented specdiff.toml."""
    from specdiff.cli.place import top

    target = top(repo) / "specdiff.toml"
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(template())
    except FileExistsError:
        raise SpecdiffError(f"there is a {str(target)!r} already; edit it, or remove it first") from None
    put(clean(f"wrote {target}; every line is a comment: take out the # where you want something else\n"))
    return 0
