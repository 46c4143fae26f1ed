"""Both sides of a comparison, resolved: their configuration, and the snapshots of the spec."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from specdiff.model.place import Hunk
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.sources.disk import DiskTree
from specdiff.sources.finding import Found, Recognises, find, pairs_of
from specdiff.sources.hunks import hunks
from specdiff.sources.repository import Repository
from specdiff.sources.side import Side
from specdiff.sources.trees import GitTree
from specdiff.sources.web import web_address


@dataclass(frozen=True, slots=True)
class Pair:
    """Two snapshots and their textual difference, line by line with no context."""

    old: Snapshot
    new: Snapshot
    hunks: tuple[Hunk, ...]


@dataclass(frozen=True)
class Sides:
    """Both sides, resolved. ``notes`` are remarks for the user on how names were understood.

    ``tip`` is A where the user named A...B: OLD is then where the two parted, which whoever made B chose, so that only A can be trusted.
    """

    old: Side
    new: Side
    repository: Repository | None = None
    notes: tuple[str, ...] = ()
    tip: Side | None = None

    @cached_property
    def repository_url(self) -> str | None:
        """The web address of the remote ``origin`` (https, without credentials), or ``None``."""
        if self.repository is None:
            return None
        return web_address(self.repository.config(r"^remote\.origin\.url$").get("remote.origin.url", ""))

    @property
    def work_tree(self) -> Side | None:
        """The working tree beside two sides that are not in it; ``None`` where there is none, or something is compared that lies in it."""
        top = self.repository.top if self.repository is not None else None
        if top is None or not all(isinstance(side.tree, GitTree) for side in (self.old, self.new)):
            return None
        return Side(DiskTree(top, "the working tree"), Revision("working tree"))

    def snapshots(self, *, paths: Sequence[str], recognises: Recognises, companions: Sequence[str], lead: str = "new") -> Pair:
        """Return the snapshots of the spec: the files that *paths* (globs) name, else the one that is found.

        *recognises* scores a file (path, beginning of its text) from 0 to 1; *companions* are globs from the spec's folder.
        *lead* is the side whose spec it is where each side by itself would tell another ("old" or "new").
        A spec that was renamed between the sides is followed; a side that lacks it has a snapshot without paths.
        Raises SpecdiffError where neither side has a spec, several could be meant, or one cannot be read.
        """
        found = find(self.old, self.new, [self._from_top(path) for path in paths], recognises, lead)
        pair = self._pair(found, companions)
        if self.repository is not None:
            self.repository.forget()
        return pair

    def inside(self, path: Path) -> str | None:
        """Return the path from the top of the repository of a file in its work tree, or ``None`` for one elsewhere.

        Links within the work tree are not followed: the change under review may have made them.
        """
        top = self.repository.top if self.repository is not None else None
        full = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
        above = (
            next((folder for folder in reversed(full.parents) if Path(os.path.realpath(folder)) == top), None) if top is not None else None
        )
        return full.relative_to(above).as_posix() if above is not None else None

    def _from_top(self, path: str) -> str:
        """Return a path or glob with forward slashes; one that is absolute, from the top of the repository."""
        top = self.repository.top if self.repository is not None else None
        if top is not None and Path(path).is_relative_to(top):
            path = os.path.relpath(path, top)
        return path.replace(os.sep, "/")

    def _pair(self, found: Sequence[Found], companions: Sequence[str]) -> Pair:
        old, old_shown = self.old.snapshot([path for path, _ in found if path is not None], companions)
        if self.old is self.new:
            return Pair(old, old, ())
        new, new_shown = self.new.snapshot([path for _, path in found if path is not None], companions)
        pairs = [(old_shown[a] if a else None, new_shown[b] if b else None) for a, b in pairs_of(old_shown, new_shown, found)]
        return Pair(old, new, hunks(old.files, new.files, pairs))
