"""Files on disk: a folder, a work tree, one file that the user named."""

# ruff: noqa: D102 - the questions are documented once, in Tree

import os
import stat
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath
from posixpath import dirname
from posixpath import join as joined

from specdiff.errors import SpecdiffError
from specdiff.sources.globs import MAGIC, matches
from specdiff.sources.repository import LINK, SUBMODULE, Entry, Repository
from specdiff.sources.texts import quoted, sized
from specdiff.sources.trees import Tree, outward

MAX_FILES = 50_000


class DiskTree(Tree):
    """A folder. ``above``: how the user named it, put before each path that is shown."""

    def __init__(self, root: Path, where: str, above: str = "") -> None:
        self.root, self.where, self.above = Path(os.path.realpath(root)), where, above

    def names(self) -> Sequence[str]:
        return self._walked

    @cached_property
    def _walked(self) -> Sequence[str]:
        return sorted(self._walk(self.root))

    def _walk(self, start: Path) -> list[str]:
        """List the regular files below a folder; hidden folders and links are left out."""
        found: list[str] = []
        for folder, folders, files in os.walk(start):
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
            below = Path(folder).relative_to(self.root).as_posix()
            found += (name if below == "." else f"{below}/{name}" for name in files if _is_file(Path(folder) / name))
            if len(found) > MAX_FILES:
                raise SpecdiffError(f"{quoted(str(self.root))} holds more than {MAX_FILES} files; name the spec's own folder or file")
        return found

    def resolve(self, path: str) -> str | None:
        target = Path(os.path.realpath(self.root / path))
        if not target.is_relative_to(self.root):
            if (self.root / path).exists():
                raise outward(self.what(path))
            return None
        return target.relative_to(self.root).as_posix() if _is_file(target) else None

    def instead(self, path: str) -> str:
        full = self.root / path
        if full.is_dir():
            return "a folder"
        return "a pipe or a device" if full.exists() and not full.is_file() else ""

    def glob(self, pattern: str) -> list[str]:
        above = MAGIC.split(pattern, maxsplit=1)[0].rpartition("/")[0]
        start = self.root / above
        if not start.is_dir() or not Path(os.path.realpath(start)).is_relative_to(self.root):
            return []
        if "**" in pattern or MAGIC.search(dirname(pattern)):
            names = self._walk(start)
        else:
            names = [joined(above, one.name) for one in os.scandir(start) if one.is_file(follow_symlinks=False)]
        return sorted(name for name in names if matches(name, pattern))

    def read(self, paths: Iterable[str]) -> dict[str, bytes]:
        return {path: self._content(path) for path in paths}

    def _content(self, path: str) -> bytes:
        full = Path(os.path.realpath(self.root / path))
        if not full.is_relative_to(self.root):
            raise outward(self.what(path))
        try:
            sized(full.stat().st_size, self.what(path))
            return full.read_bytes()
        except OSError as error:
            raise SpecdiffError(f"{self.what(path)} cannot be read: {error.strerror}") from None

    def shown(self, path: str) -> str:
        return super().shown(joined(self.above, path) if self.above else path)


class WorkTree(DiskTree):
    """The files of a work tree that git tracks, or neither tracks nor ignores, as they are on disk. Where a sparse checkout left one out: the index."""

    def __init__(self, repository: Repository, root: Path, where: str) -> None:
        super().__init__(root, where)
        self.repository = repository

    @cached_property
    def _index(self) -> Mapping[str, Entry]:
        return self.repository.index(untracked=True)[0]

    @cached_property
    def _walked(self) -> Sequence[str]:
        return sorted(
            path for path, entry in self._index.items() if self._left_out(path) or (entry.mode != SUBMODULE and _is_file(self.root / path))
        )

    def tracked(self) -> Sequence[str]:
        return [path for path in self._walked if self._index[path].tag != "?"]

    def _left_out(self, path: str) -> bool:
        entry = self._index.get(path)
        return entry is not None and entry.tag == "S" and entry.mode not in (LINK, SUBMODULE) and not (self.root / path).exists()

    def glob(self, pattern: str) -> list[str]:
        return Tree.glob(self, pattern)

    def resolve(self, path: str) -> str | None:
        for part in (path, *map(str, PurePosixPath(path).parents)):
            if part in self._index and self._index[part].mode == SUBMODULE:
                raise SpecdiffError(f"{self.what(part)} is a submodule, whose files are in another repository; name that one with --repo")
        return path if self._left_out(path) else super().resolve(path)

    def _content(self, path: str) -> bytes:
        if self._left_out(path):
            oid = self._index[path].oid
            return self.repository.blobs({oid: self.what(path)})[oid]
        return super()._content(path)


class OneFile(DiskTree):
    """A file that the user named, wherever it is; beside it, its companions."""

    def __init__(self, file: Path, typed: str) -> None:
        full = Path(os.path.realpath(file))
        super().__init__(full.parent, quoted(typed), dirname(typed))
        self.name, self.typed = full.name, typed

    def names(self) -> Sequence[str]:
        return [self.name]

    def shown(self, path: str) -> str:
        return Tree.shown(self, self.typed) if path == self.name else super().shown(path)

    def what(self, path: str) -> str:
        return quoted(self.shown(path))


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False
