"""What the user named, to two sides.

A name is a git revision if git resolves it, then a file or folder. ``./name`` (or any name with a folder before it that begins with ``.`` or
``/``) is always a file; ``refs/heads/name`` or ``name^{}`` always a revision.
"""

import os
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from posixpath import join as joined
from posixpath import normpath
from typing import IO

from specdiff.errors import SpecdiffError
from specdiff.model.snapshot import Revision
from specdiff.sources.disk import DiskTree, OneFile, WorkTree
from specdiff.sources.naming import STDIN, checked, is_file_only, split_path, split_range
from specdiff.sources.repository import Repository
from specdiff.sources.side import Side
from specdiff.sources.sides import Pair, Sides
from specdiff.sources.texts import MAX_BYTES, printable, quoted
from specdiff.sources.trees import GitTree, Stream
from specdiff.sources.unknown import no_file, unknown, unrelated

_LIKE_A_FILE = re.compile(r"\.[A-Za-z]{1,8}$")

__all__ = ["Pair", "Side", "Sides", "open_one", "open_sides"]


def open_sides(
    old: str,
    new: str | None = None,
    *,
    repo: Path | None = None,
    staged: bool = False,
    cwd: Path | None = None,
    stdin: IO[bytes] | None = None,
) -> Sides:
    """Resolve what the user named. Without *new*: the working tree (or, with *staged*, the index); *old* may then be ``A..B`` or ``A...B``.

    *repo* names the repository (default: the one around *cwd*); files are named from *cwd*. Raises SpecdiffError for what does not exist.
    """
    desk = _Desk(repo, cwd or Path.cwd(), stdin)
    span = None if desk.on_disk(old) else split_range(old)
    if span is not None and new is None and not staged:
        desk.open((span.old, span.new))
        if not span.base:
            return desk.sides(desk.side(span.old), desk.side(span.new))
        return replace(desk.sides(desk.merge_base(span.old, span.new), desk.side(span.new)), tip=desk.side(span.old))
    if staged and (new is not None or span is not None):
        raise SpecdiffError("with --staged the new side is the index; name only the old one")
    if span is not None:
        raise SpecdiffError(f"{quoted(old)} names both sides; give it alone, or two revisions")
    if old == new == STDIN:
        raise SpecdiffError("standard input can be read only once; name a file for the other side")
    desk.open((old,) if new is None else (old, new), needed=new is None)
    first = desk.side(old)
    if new is not None:
        return desk.sides(first, desk.side(new))
    second = desk.index() if staged else desk.work_tree()
    if isinstance(first.tree, OneFile) and first.at is not None and not staged:
        raise SpecdiffError(
            f"{quoted(old)} is itself in the working tree; name what to compare it with first: specdiff HEAD {printable(old)}"
        )
    return desk.sides(first, second)


def open_one(
    revision: str | None = None,
    *,
    repo: Path | None = None,
    staged: bool = False,
    cwd: Path | None = None,
    stdin: IO[bytes] | None = None,
) -> Sides:
    """Resolve one revision (``None``: the working tree, or with *staged* the index); both sides of the result are it."""
    desk = _Desk(repo, cwd or Path.cwd(), stdin)
    desk.open(() if revision is None else (revision,), needed=revision is None)
    side = desk.side(revision) if revision is not None else desk.index() if staged else desk.work_tree()
    return desk.sides(side, side)


class _Desk:
    """What is known while names are resolved: the repository, if there is one, the current folder, standard input."""

    def __init__(self, repo: Path | None, cwd: Path, stdin: IO[bytes] | None) -> None:
        self.repo, self.cwd, self.stdin = repo, Path(cwd), stdin
        self.repository: Repository | None = None
        self.notes: list[str] = []

    def on_disk(self, name: str) -> bool:
        return "\0" not in name and os.path.lexists(self.cwd / name)

    def open(self, names: Sequence[str], *, needed: bool = False) -> None:
        """Open the repository, if there is one around, and resolve all names in one go."""
        for name in names:
            checked(name)
        open_to_git = [name for name in names if name != STDIN and not is_file_only(name)]
        if self.repo is None and not needed and (not open_to_git or not _maybe_repository(self.cwd)):
            return
        folder = self.cwd if self.repo is None else self.cwd / self.repo
        if not folder.is_dir():
            raise SpecdiffError(f"there is no folder {quoted(str(folder))}; name the repository's folder with --repo")
        revisions = dict.fromkeys(split_path(name)[0] for name in open_to_git)
        try:
            self.repository = Repository.open(folder, chosen=self.repo is not None, revisions=[one for one in revisions if one])
        except SpecdiffError:
            if needed or self.repo is not None or not all(self.on_disk(name) for name in open_to_git):
                raise

    def sides(self, old: Side, new: Side) -> Sides:
        warnings = self.repository.warnings if self.repository is not None else []
        short = next((one for one in warnings if " only goes back to " in one), None)
        if short is not None:  # git takes the oldest revision that it knows of, which is another one than was asked for
            raise SpecdiffError(f"git knows of no revision so old: {short}; name a commit or a tag")
        return Sides(old, new, self.repository, tuple(dict.fromkeys((*self.notes, *(f"Git warns: {one}" for one in warnings)))))

    def side(self, name: str) -> Side:
        """Return what a name means. Raises SpecdiffError for one that means nothing."""
        if name == STDIN:
            if self.stdin is None and sys.stdin is None:
                raise SpecdiffError("standard input is closed; leave it open, or name a file")
            return self._stream((self.stdin or sys.stdin.buffer).read(MAX_BYTES + 1), name, "standard input")
        repository = self.repository
        if repository is not None and not is_file_only(name):
            revision, path = split_path(name)
            if not revision:
                return self._within(self.index(), path or "", name)
            commit = repository.commit(revision)
            if commit is not None:
                side = self._commit(name, revision, commit, path)
                if not self.on_disk(name):
                    return side
                if side.named is None or side.tree.resolve(side.named) is not None:
                    self.notes.append(
                        f"{quoted(name)} is a revision and also a file; the revision was taken (write ./{printable(name)} for the file)"
                    )
                    return side
        if self.on_disk(name):
            return self._disk(name)
        raise self._nothing(name)

    def _nothing(self, name: str) -> SpecdiffError:
        if is_file_only(name):
            return SpecdiffError(f"there is no file or folder {quoted(name)}; mend the path")
        if self.repository is None:
            return SpecdiffError(
                f"there is no file {quoted(name)}, and {quoted(str(self.cwd))} is not in a git repository; name two files, or the repository with --repo DIR"
            )
        folder = (self.cwd / name).parent
        if _LIKE_A_FILE.search(name) and split_path(name)[1] is None and folder.is_dir():
            files = sorted((Path(name).parent / one.name).as_posix() for one in os.scandir(folder) if one.is_file())
            problem = no_file(self.repository, name, files)
            if problem is not None:
                return problem
        return unknown(self.repository, split_path(name)[0])

    def _commit(self, label: str, revision: str, commit: str, path: str | None) -> Side:
        repository = self._known()
        tree = GitTree(repository, quoted(revision), commit)
        side = Side(tree, Revision(label, commit, repository.date(commit)), near=repository.prefix)
        return side if path is None else self._within(side, path, label)

    def _within(self, side: Side, path: str, label: str) -> Side:
        """Return the side narrowed to ``REV:path``, which is a file or a folder; from the top, or with ``./`` from the current folder."""
        below = joined(side.near, path) if path.startswith(("./", "../")) or path in (".", "..") else path
        place = normpath(below or ".")
        revision = Revision(label, side.revision.commit, side.revision.date)
        if place == ".":
            return Side(side.tree, revision, near=side.near)
        if side.tree.resolve(place) is None and any(name.startswith(f"{place}/") for name in side.tree.names()):
            return Side(side.tree, revision, scope=place, near=side.near)
        return Side(side.tree, revision, named=place, at=place, near=side.near)

    def merge_base(self, old: str, new: str) -> Side:
        """Return the side of ``A...B`` that is old: where the two parted."""
        repository = self._known()
        ends = [repository.commit(split_path(name)[0]) for name in (old, new)]
        for name, end in zip((old, new), ends, strict=True):
            if end is None:
                raise unknown(repository, split_path(name)[0])
        base = repository.merge_base(str(ends[0]), str(ends[1]))
        if base is None:
            raise unrelated(repository, old, new)
        return self._commit(f"merge base of {old} and {new}", base, base, split_path(old)[1])

    def index(self) -> Side:
        """Return what is staged."""
        repository = self._known()
        if repository.bare:
            raise SpecdiffError("a bare repository has no index; name two revisions")
        return Side(GitTree(repository, "the index", None), Revision("staged"), near=repository.prefix)

    def work_tree(self) -> Side:
        """Return the working tree."""
        repository = self._known()
        if repository.top is None:
            raise SpecdiffError(
                "there is no working tree here to compare with (a bare repository, or a folder of git's own); name two revisions"
            )
        return Side(WorkTree(repository, repository.top, "the working tree"), Revision("working tree"), near=repository.prefix)

    def _known(self) -> Repository:
        if self.repository is None:
            raise SpecdiffError(
                f"{quoted(str(self.cwd))} is not in a git repository; go into one, name it with --repo DIR, or name two files"
            )
        return self.repository

    def _disk(self, name: str) -> Side:
        """Return a file or folder that the user named."""
        path = self.cwd / name
        typed = normpath(Path(name).as_posix())
        if path.is_dir():
            where = "the current folder" if typed == "." else f"folder {quoted(name)}"
            return Side(DiskTree(path, where, "" if typed == "." else typed), Revision(name))
        if path.is_fifo() and path.as_posix().startswith(("/dev/fd/", "/proc/self/fd/")):
            return self._stream(_first(path), name, quoted(name))
        if not path.is_file():
            raise SpecdiffError(
                f"{quoted(name)} is not a file that can be read (a broken link, a device or a pipe); name a file, or - for standard input"
            )
        tree = OneFile(path, typed)
        return Side(tree, Revision(name), named=tree.name, at=self._in_repository(path), around=self._around(path.parent))

    def _in_repository(self, path: Path) -> str | None:
        """Return where a file stands in the work tree, if it does."""
        top = self.repository.top if self.repository is not None else None
        real = Path(os.path.realpath(path.parent)) / path.name
        return real.relative_to(top).as_posix() if top is not None and real.is_relative_to(top) else None

    def _stream(self, content: bytes | str, label: str, where: str) -> Side:
        raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogateescape")
        return Side(Stream(raw, where), Revision(label), named="-", around=self._around())

    def _around(self, *folders: Path) -> tuple[Path, ...]:
        """Return where configuration is sought for a file: beside it, in the current folder, at the top of the repository."""
        top = self.repository.top if self.repository is not None else None
        return tuple(dict.fromkeys((*folders, self.cwd, *((top,) if top is not None else ()))))


def _first(path: Path) -> bytes:
    """Return what a pipe holds, up to one byte more than is accepted."""
    with path.open("rb") as pipe:
        return pipe.read(MAX_BYTES + 1)


def _maybe_repository(folder: Path) -> bool:
    """Whether it is worth asking git, whose import takes longer than comparing two files: ``.git`` or a bare repository's files are around."""
    return "GIT_DIR" in os.environ or any(
        _holds(above, (".git",)) or _holds(above, ("HEAD", "objects", "refs")) for above in _upward(folder)
    )


def _upward(folder: Path) -> Iterable[Path]:
    real = Path(os.path.realpath(folder))
    return (real, *real.parents)


def _holds(folder: Path, names: Sequence[str]) -> bool:
    return all((folder / name).exists() for name in names)
