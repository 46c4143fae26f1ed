"""The textual difference of two snapshots as hunks, read by unidiff."""

import subprocess
import tempfile
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

from specdiff.errors import SpecdiffError
from specdiff.model.place import Hunk

_QUIET = ("--no-ext-diff", "--no-textconv", "--no-color", "--no-renames", "--unified=0", "--text", "--ignore-cr-at-eol", "--src-prefix=a/", "--dst-prefix=b/")


def hunks(olds: Mapping[str, str], news: Mapping[str, str], renamed: Mapping[str, str]) -> tuple[Hunk, ...]:
    """Return what differs between the files of two snapshots, line by line with no context.

    *renamed* maps a path of OLD to its path in NEW where they differ.
    """
    found: list[Hunk] = []
    seen = set()
    for path in sorted(olds):
        to = renamed.get(path, path)
        seen.add(to)
        if olds[path] != news.get(to):
            found += _file(path, olds[path], to if to in news else None, news.get(to, ""))
    for path in sorted(news.keys() - seen):
        found += _file(None, "", path, news[path])
    return tuple(found)


def _file(old_path: str | None, old: str, new_path: str | None, new: str) -> list[Hunk]:
    from unidiff.patch import PatchSet  # noqa: PLC0415 - heavy
    from unidiff.errors import UnidiffParseError  # noqa: PLC0415

    patch = _patch(old, new)
    if not patch:
        return []
    try:
        patches = PatchSet(patch)
    except UnidiffParseError as error:
        raise SpecdiffError(f"the textual difference of {new_path or old_path!r} could not be read: {error}") from error
    out = []
    for file in patches:
        for hunk in file:
            gone = tuple(str(line.value).rstrip("\r\n") for line in hunk if line.is_removed)
            came = tuple(str(line.value).rstrip("\r\n") for line in hunk if line.is_added)
            out.append(Hunk(old_path, new_path, hunk.source_start, hunk.source_length, hunk.target_start, hunk.target_length, gone, came))
    return out


def _patch(old: str, new: str) -> str:
    """Return a unified diff of two texts without context, by git where there is one; what is no line end for us is none in it."""
    old, new = _plain(old), _plain(new)
    try:
        with tempfile.TemporaryDirectory(prefix="specdiff-") as folder:
            a, b = Path(folder) / "old", Path(folder) / "new"
            a.write_bytes(old.encode())
            b.write_bytes(new.encode())
            command = ["git", "diff", "--no-index", *_QUIET, "--", "old", "new"]
            done = subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603 - fixed arguments
        if done.returncode in (0, 1):
            return done.stdout.decode("utf-8", "replace")
    except FileNotFoundError:
        pass
    lines = unified_diff(old.split("\n"), new.split("\n"), "a/old", "b/new", n=0, lineterm="")
    return "\n".join(lines) + "\n" if old != new else ""


def _plain(text: str) -> str:
    """Return the text with LF line ends and every other character that Python takes for a line end made a blank."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() and not any(c in text for c in "\x0b\x0c\x1c\x1d\x1e") else text.translate(_ENDS)


_ENDS = {ord(character): " " for character in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}
