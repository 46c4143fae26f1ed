"""Where files come from: a commit, the index, a work tree, a folder, one file, standard input. All answer the same questions.

Paths are relative to the tree's top, with forward slashes; bytes of a name that are no UTF-8 are kept as surrogates.
"""

# ruff: noqa: D102 - the questions are documented once, in Tree

import os
import stat
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePosixPath
from posixpath import dirname, normpath
from posixpath import join as joined

from specdiff.errors import SpecdiffError
from specdiff.sources.globs import MAGIC, matches
from specdiff.sources.repository import LINK, SUBMODULE, Entry, Repository
from specdiff.sources.texts import quoted, sized

MAX_FILES = 50_000
MAX_LINKS = 8


class Tree(ABC):
    """Files by path. ``where`` names the tree in messages."""

    where: str

    @abstractmethod
    def names(self) -> Sequence[str]:
        """Every regular file, sorted."""

    @abstractmethod
    def resolve(self, path: str) -> str | None:
        """The regular file that *path* leads to (through links that stay inside), or ``None``. Raises SpecdiffError for a submodule or an outward link."""

    @abstractmethod
    def read(self, paths: Iterable[str]) -> dict[str, bytes]:
        """The contents of regular files, in one batch. Raises SpecdiffError for what cannot be read."""

    def glob(self, pattern: str) -> list[str]:
        """The regular files that match a glob, sorted."""
        return [name for name in self.names() if matches(name, pattern)]

    def shown(self, path: str) -> str:
        """The path as people see it."""
        return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")

    def what(self, path: str) -> str:
        """A file's name in messages."""
        return f"{quoted(self.shown(path))} in {self.where}"

    def alike(self, path: str) -> str | None:
        """A name for the content of a file, equal only for equal contents, where that is known without reading it."""
        del path
        return None


class GitTree(Tree):
    """A commit, or the index."""

    def __init__(self, repository: Repository, where: str, commit: str | None) -> None:
        self.repository, self.where, self.commit = repository, where, commit

    @cached_property
    def _listing(self) -> tuple[Mapping[str, Entry], frozenset[str]]:
        if self.commit is not None:
            return self.repository.tree(self.commit, self.where), frozenset()
        return self.repository.index(untracked=False)

    def names(self) -> Sequence[str]:
        return sorted(path for path, entry in self._listing[0].items() if entry.mode not in (LINK, SUBMODULE))

    def alike(self, path: str) -> str | None:
        return self._listing[0][path].oid

    def resolve(self, path: str) -> str | None:
        entries, unmerged = self._listing
        asked = path
        for _ in range(MAX_LINKS):
            if path in unmerged:
                raise SpecdiffError(f"{self.what(path)} has unresolved conflicts; resolve them and git add it first")
            here = next((part for part in (path, *map(str, PurePosixPath(path).parents)) if part in entries), None)
            if here is None:
                return None
            mode = entries[here].mode
            if mode == SUBMODULE:
                raise SpecdiffError(f"{self.what(here)} is a submodule, whose files are in another repository; name that one with --repo")
            if mode != LINK:
                return path if here == path else None
            target = self.read([here])[here].decode("utf-8", "surrogateescape")
            path = normpath(joined(dirname(here), target, path[len(here) + 1 :]))
            if path.startswith(("/", "..")):
                raise _outward(self.what(asked))
        raise _outward(self.what(asked))

    def read(self, paths: Iterable[str]) -> dict[str, bytes]:
        oids = {path: self._listing[0][path].oid for path in paths}
        contents = self.repository.blobs({oid: self.what(path) for path, oid in oids.items()})
        return {path: contents[oid] for path, oid in oids.items()}


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
                raise _outward(self.what(path))
            return None
        return target.relative_to(self.root).as_posix() if _is_file(target) else None

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
            raise _outward(self.what(path))
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


class Stream(Tree):
    """Standard input, or a pipe that the user named: one file called ``-``."""

    def __init__(self, content: bytes, where: str) -> None:
        self.content, self.where = content, where

    def names(self) -> Sequence[str]:
        return ["-"]

    def resolve(self, path: str) -> str | None:
        return path if path == "-" else None

    def read(self, paths: Iterable[str]) -> dict[str, bytes]:
        return dict.fromkeys(paths, self.content)

    def what(self, path: str) -> str:
        del path
        return self.where


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def _outward(what: str) -> SpecdiffError:
    return SpecdiffError(f"{what} is a symbolic link that leads nowhere or out of it, which is not followed; name the file itself")
