"""How a side may be spelled: ranges, ``REV:path``, names that can only be files."""

import re
from typing import NamedTuple

from specdiff.errors import SpecdiffError
from specdiff.sources.texts import quoted

STDIN = "-"
_BRACES = re.compile(r"\{[^}]*\}")
_DOTS = re.compile(r"(?<![/:.\\])(\.\.\.?)(?![/.\\])")
_FILE = re.compile(r"\.{0,2}[/\\]|\.{1,2}$|~[/\\]|[A-Za-z]:[\\/]")


class Range(NamedTuple):
    """``A..B`` (``base`` false) or ``A...B`` (``base`` true: from the merge base). An end left out is HEAD."""

    old: str
    new: str
    base: bool


def is_file_only(name: str) -> bool:
    r"""Whether a name can only be a file or folder: ``./name``, ``../name``, ``/name``, ``.``, ``C:\name``."""
    return _FILE.match(name) is not None


def split_range(name: str) -> Range | None:
    """Return the two ends of ``A..B`` or ``A...B``, or ``None`` for anything else."""
    if is_file_only(name) or name.startswith(":/"):
        return None
    found = _DOTS.search(_BRACES.sub(lambda braces: "_" * len(braces[0]), name))
    if found is None:
        return None
    return Range(name[: found.start()] or "HEAD", name[found.end() :] or "HEAD", found[1] == "...")


def split_path(name: str) -> tuple[str, str | None]:
    """Return the revision and the path of ``REV:path``; ``None`` for a name with no path. The revision of ``:path`` (the index) is empty."""
    if name.startswith(":/"):
        return name, None
    hidden = _BRACES.sub(lambda braces: "_" * len(braces[0]), name)
    colon = hidden.find(":")
    if colon < 0:
        return name, None
    path = name[colon + 1 :]
    return name[:colon], path.removeprefix("0:") if colon == 0 else path


def checked(name: str) -> str:
    """Return a name that git may be asked about. Raises SpecdiffError for one that git would take for something else."""
    if not name:
        raise SpecdiffError("a revision is empty; name a branch, a tag, a commit, REV:path or a file")
    if name.startswith("-") and name != STDIN:
        raise SpecdiffError(f"{quoted(name)} begins with '-', which no revision does; for a file of that name write ./{quoted(name)[1:-1]}")
    if name.startswith("^") or "\0" in name or (not is_file_only(name) and "\n" in split_path(name)[0]):
        raise SpecdiffError(f"{quoted(name)} is no revision; name a branch, a tag, a commit, REV:path or a file")
    return name
