"""One side of a comparison: a tree, what the user called it, and where in it the spec is to be sought."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname
from posixpath import join as joined

from specdiff.errors import SpecdiffError
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.sources.disk import DiskTree, WorkTree
from specdiff.sources.globs import escaped
from specdiff.sources.texts import decoded
from specdiff.sources.trees import GitTree, Tree


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One side.

    ``named``: the spec's path in the tree where the user gave it (``REV:path``, a file), ``at``: that file's path in the repository;
    ``scope``: the folder to seek the spec in, ``near``: the folder the user is in (both in the tree). ``around``: the folders where
    configuration is sought for what has no tree of its own.
    """

    tree: Tree
    revision: Revision
    named: str | None = None
    at: str | None = None
    scope: str = ""
    near: str = ""
    around: tuple[Path, ...] = ()

    @property
    def label(self) -> str:
        """What the user called it."""
        return self.revision.label

    @property
    def whole(self) -> bool:
        """Whether it is a whole revision of a repository, so that where the spec stands in it was not the user's to say."""
        return self.named is None and not self.scope and isinstance(self.tree, GitTree | WorkTree)

    def read(self, path: str) -> str | None:
        """Return the text of one file of this side (its configuration), or ``None`` where there is none. Raises SpecdiffError for what is no text."""
        for tree in (DiskTree(folder, f"folder {str(folder)!r}") for folder in self.around) if self.around else (self.tree,):
            found = tree.resolve(path)
            if found is not None:
                return decoded(tree.read([found])[found], tree.what(path), "take it out, or convert the file to UTF-8")
            if other := tree.instead(path):
                raise SpecdiffError(f"{tree.what(path)} is {other} where a file is looked for; rename or remove it")
        return None

    def texts(self, paths: Iterable[str]) -> dict[str, str]:
        """Return the texts of files by path, in one batch. Raises SpecdiffError for what is no text."""
        return {path: decoded(raw, self.tree.what(path)) for path, raw in self.tree.read(paths).items()}

    def companions(self, spec: str, globs: Sequence[str]) -> list[str]:
        """Return the files that match the globs from the spec's own folder."""
        above = escaped(dirname(spec))
        return [path for glob in globs for path in self.tree.glob(joined(above, glob)) if path != spec]

    def snapshot(self, paths: Sequence[str], globs: Sequence[str]) -> tuple[Snapshot, dict[str, str]]:
        """Return the snapshot of the spec in *paths* and its companions, and the paths as shown by the tree's own paths.

        Raises SpecdiffError for an empty spec and for what is no text.
        """
        beside = [path for spec in paths for path in self.companions(spec, globs)]
        texts = self.texts(dict.fromkeys((*paths, *beside)))
        for path in paths:
            if not texts[path].strip():
                raise SpecdiffError(f"{self.tree.what(path)} is empty; name a file that holds a spec")
        shown = {path: self.tree.shown(path) for path in texts}
        return Snapshot(self.revision, tuple(shown[path] for path in paths), {shown[path]: text for path, text in texts.items()}), shown
