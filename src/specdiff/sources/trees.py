"""Where files come from: a commit, the index, a work tree, a folder, one file, standard input. All answer the same questions.

Paths are relative to the tree's top, with forward slashes; bytes of a name that are no UTF-8 are kept as surrogates.
"""

# ruff: noqa: D102 - the questions are documented once, in Tree

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath
from posixpath import dirname, normpath
from posixpath import join as joined

from specdiff.errors import SpecdiffError
from specdiff.sources.globs import matches
from specdiff.sources.repository import LINK, SUBMODULE, Entry, Repository
from specdiff.sources.texts import quoted

MAX_LINKS = 8
MAX_BROKEN = 10


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

    def tracked(self) -> Sequence[str]:
        """The regular files among which a spec is sought: those that git tracks, where there is a git."""
        return self.names()

    def readable(self, paths: Sequence[str]) -> tuple[dict[str, bytes], SpecdiffError | None]:
        """The contents of those files that can be read, and what is wrong with the first one that cannot."""
        try:
            return self.read(paths), None
        except SpecdiffError as error:
            first = error
        found: dict[str, bytes] = {}
        failed = 0
        for path in paths:
            try:
                found |= self.read([path])
            except SpecdiffError:
                failed += 1
            if failed > MAX_BROKEN:  # each one costs a process, and so many mean that the repository is incomplete
                break
        return found, first

    def glob(self, pattern: str) -> list[str]:
        """The regular files that match a glob, sorted."""
        return [name for name in self.names() if matches(name, pattern)]

    def shown(self, path: str) -> str:
        """The path as people see it."""
        return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")

    def what(self, path: str) -> str:
        """A file's name in messages."""
        return f"{quoted(self.shown(path))} in {self.where}"

    def instead(self, path: str) -> str:
        """What stands at *path* that is no file: "a folder", or of a disk "a pipe or a device"; else nothing."""
        return "a folder" if any(name.startswith(f"{path}/") for name in self.names()) else ""

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
                raise outward(self.what(asked))
        raise outward(self.what(asked))

    def read(self, paths: Iterable[str]) -> dict[str, bytes]:
        oids = {path: self._listing[0][path].oid for path in paths}
        contents = self.repository.blobs({oid: self.what(path) for path, oid in oids.items()})
        return {path: contents[oid] for path, oid in oids.items()}


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


def outward(what: str) -> SpecdiffError:
    """Return the error for a link that is not followed."""
    return SpecdiffError(f"{what} is a symbolic link that leads nowhere or out of it, which is not followed; name the file itself")
