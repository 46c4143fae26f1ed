"""Two versions of one file as git hands them to a diff driver: by the ids of their blobs, or as a file of the working tree."""

# ruff: noqa: D102 - the questions are documented once, in Tree

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from specdiff.errors import SpecdiffError
from specdiff.model.snapshot import Revision
from specdiff.sources.repository import Repository
from specdiff.sources.side import Side
from specdiff.sources.sides import Sides
from specdiff.sources.texts import quoted, sized
from specdiff.sources.trees import Tree

NOTHING = "/dev/null"
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Version:
    """One version: its path in the repository, the file that git made of it or ``/dev/null``, and the id of its blob (zeros: not stored yet)."""

    path: str
    file: str
    blob: str

    @property
    def stored(self) -> bool:
        """Whether git has a blob of it."""
        return bool(self.blob.strip("0.")) and self.file != NOTHING

    @property
    def label(self) -> str:
        """What to call it."""
        return "nothing" if self.file == NOTHING else self.blob[:_SHOWN] if self.stored else "working tree"


class Held(Tree):
    """One file that is held in memory, or none."""

    def __init__(self, path: str, content: bytes | None, where: str) -> None:
        self.path, self.content, self.where = path, content, where

    def names(self) -> Sequence[str]:
        return [] if self.content is None else [self.path]

    def resolve(self, path: str) -> str | None:
        return path if path in self.names() else None

    def read(self, paths: Iterable[str]) -> dict[str, bytes]:
        return dict.fromkeys(paths, self.content or b"")


def open_versions(old: Version, new: Version, folder: Path) -> Sides:
    """Return the sides that two versions are. *folder* is the top of the work tree, where their configuration is.

    Raises SpecdiffError for what cannot be read.
    """
    repository = Repository.open(folder, chosen=False, revisions=())
    return Sides(_side(old, repository, folder), _side(new, repository, folder), repository)


def _side(version: Version, repository: Repository, folder: Path) -> Side:
    tree = Held(version.path, _content(version, repository, folder), version.label)
    return Side(tree, Revision(version.label), named=version.path, at=version.path, around=(folder,))


def _content(version: Version, repository: Repository, folder: Path) -> bytes | None:
    what = f"{quoted(version.path)} in {version.label}"
    if version.file == NOTHING:
        return None
    if version.stored:
        try:
            return repository.blobs({version.blob: what})[version.blob]
        except SpecdiffError:
            if not (folder / version.file).is_file():
                raise
    sized((folder / version.file).stat().st_size, what)
    return (folder / version.file).read_bytes()
