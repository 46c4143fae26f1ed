"""A small spec in three releases, and repositories to keep it in."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

V1 = """\
# Kitchen rules {#kitchen_rules authority=root}

The assistant must never serve raw chicken.

## Guests {#guests authority=user}

The assistant must greet every guest.
The assistant should offer water.

**Example**: a guest arrives

~~~xml
<user>
Good evening!
</user>
<comparison>
<assistant> <!-- GOOD -->
Good evening, and welcome. Water?
</assistant>
<assistant> <!-- BAD -->
Yes?
</assistant>
</comparison>
~~~

## Music {#music authority=guideline}

The assistant may play quiet music. See [the guests](#guests).
"""
V2 = V1.replace("must greet every guest", "may greet every guest")
V3 = V2.replace("may play quiet music", "may play loud music")
GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.invalid", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.invalid",
    "GIT_AUTHOR_DATE": "2025-01-01T00:00:00+00:00", "GIT_COMMITTER_DATE": "2025-01-01T00:00:00+00:00",
}  # fmt: skip


class Result(NamedTuple):
    """What a run of the command line gave."""

    status: int
    out: str
    err: str


Specdiff = Callable[..., Result]


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env={**os.environ, **GIT}, check=True, capture_output=True)


def release(folder: Path, tag: str, **files: str) -> None:
    """Commit files (``__`` in a name is a dot, ``___`` a slash) and tag the commit."""
    for name, text in files.items():
        path = folder / name.replace("___", "/").replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", tag)
    git(folder, "tag", tag)


def new_repository(folder: Path) -> Path:
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder
