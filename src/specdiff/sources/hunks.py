"""The textual difference of two snapshots as hunks: git compares plain copies outside of any repository, unidiff reads what it says.

The copies hold exactly the lines that parsing sees, so that attributes, filters and settings of a repository or a user cannot matter.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import unified_diff
from itertools import groupby
from pathlib import Path

from specdiff.model.place import Hunk

_DIFF = (
    "-c",
    f"core.attributesFile={os.devnull}",
    "diff",
    "--no-index",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "--no-renames",
    "--text",
    "-U0",
)
_HOW = ("--diff-algorithm=patience", "--src-prefix=a/", "--dst-prefix=b/", "--inter-hunk-context=0")
FEW = 20_000  # lines that difflib, which is quadratic, compares in bearable time


def hunks(old: Mapping[str, str], new: Mapping[str, str], pairs: Sequence[tuple[str | None, str | None]]) -> tuple[Hunk, ...]:
    r"""Return what differs between the files of *old* and *new* that *pairs* puts together, line by line, with no context lines.

    Only ``\n`` ends a line, and a ``\r`` before it is no difference; where nothing else differs, the hunks are the lines that end otherwise.
    A file without a partner is added or removed as a whole. The order is that of *pairs*.
    """
    sides = [
        (a, b, _lines(old[a]) if a else [], _lines(new[b]) if b else []) for a, b in pairs if a is None or b is None or old[a] != new[b]
    ]
    ranges = _ranges([(before, after) if a and b else None for a, b, before, after in sides])
    found: list[Hunk] = []
    for (a, b, before, after), changed in zip(sides, ranges, strict=True):
        for start, count, to, more in changed or (_ends(old[a], new[b]) if a and b else [_whole(before, after)]):
            gone, come = (
                tuple(lines[at - 1 : at - 1 + size]) if size else () for lines, at, size in ((before, start, count), (after, to, more))
            )
            found.append(Hunk(a, b, start, count, to, more, gone, come))
    return tuple(found)


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return [line.removesuffix("\r") for line in lines] if "\r" in text else lines


def _whole(before: Sequence[str], after: Sequence[str]) -> tuple[int, int, int, int]:
    return min(1, len(before)), len(before), min(1, len(after)), len(after)


Range = tuple[int, int, int, int]


def _ends(old: str, new: str) -> list[Range]:
    """Return the ranges of lines that only end otherwise, in two texts whose lines are the same."""
    before, after = (text.split("\n") for text in (old, new))
    shorter = min(len(before), len(after))
    last = shorter - 1 if len(before) != len(after) else -1  # whose line feed is missing on one side
    other = [number for number in range(shorter) if before[number] != after[number] or number == last]
    runs = [[number for _, number in run] for _, run in groupby(enumerate(other), lambda one: one[1] - one[0])]
    return [(run[0] + 1, len(run), run[0] + 1, len(run)) for run in runs]


def _ranges(files: Sequence[tuple[list[str], list[str]] | None]) -> list[list[Range]]:
    """Return the changed ranges of each file (first line and count before, first line and count after), all from one git process."""
    ranges: list[list[Range]] = [[] for _ in files]
    wanted = {number: texts for number, texts in enumerate(files) if texts is not None and texts[0] != texts[1]}
    if not wanted:
        return ranges
    patch = _patch(wanted)
    if patch is None:
        return [_coarse(*texts) if texts is not None else [] for texts in files]
    for number, changed in _read(patch):
        ranges[number] += changed
    return ranges


def _read(patch: Iterable[str]) -> Iterator[tuple[int, list[Range]]]:
    """Let unidiff read a patch whose files are called by numbers; yield each number and its ranges."""
    from unidiff.patch import PatchSet  # noqa: PLC0415 - heavy, and not needed where nothing changed

    for file in PatchSet(patch, metadata_only=True):
        yield (
            int(file.path.rpartition("/")[2]),
            [(hunk.source_start, hunk.source_length, hunk.target_start, hunk.target_length) for hunk in file],
        )


def _patch(files: Mapping[int, tuple[list[str], list[str]]]) -> Iterator[str] | None:
    """Return the lines of git's difference of all files, or ``None`` where there is no git."""
    with tempfile.TemporaryDirectory(prefix="specdiff-", ignore_cleanup_errors=True) as folder:
        for number, texts in files.items():
            for side, lines in zip(("old", "new"), texts, strict=True):
                path = Path(folder, side, str(number))
                path.parent.mkdir(exist_ok=True)
                path.write_bytes("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass"))
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment |= {
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_ATTR_NOSYSTEM": "1",
            "GIT_CEILING_DIRECTORIES": str(Path(folder).parent),
        }
        try:
            done = subprocess.run(["git", *_DIFF, *_HOW, "--", "old", "new"], cwd=folder, env=environment, capture_output=True, check=False)  # noqa: S603, S607 - fixed words
        except OSError:
            return None
    if done.returncode not in (0, 1):
        return None
    # The bytes of the lines do not matter, only how many there are; Latin-1 takes any.
    return (f"{line}\n" for line in done.stdout.decode("latin-1").removesuffix("\n").split("\n"))


def _coarse(before: list[str], after: list[str]) -> list[Range]:
    """Return the changed ranges without git: by difflib, and where that would take too long, from the first difference to the last."""
    top, longest = 0, min(len(before), len(after))
    while top < longest and before[top] == after[top]:
        top += 1
    end = 0
    while end < longest - top and before[-1 - end] == after[-1 - end]:
        end += 1
    old, new = before[top : len(before) - end], after[top : len(after) - end]
    if not old and not new:
        return []
    if len(old) + len(new) > FEW:
        return [(top + bool(old), len(old), top + bool(new), len(new))]
    patch = [line if line.endswith("\n") else f"{line}\n" for line in unified_diff(old, new, "a/0", "b/0", n=0, lineterm="")]
    return [(a + top, count, b + top, more) for _, changed in _read(patch) for a, count, b, more in changed]
