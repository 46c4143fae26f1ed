"""Git, read only: revisions to commits, and blobs in one batch.

Nothing of a repository is run (no hooks, filters, textconv, external diff, file system monitor, pager), nothing is fetched and nothing is written.
"""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from specdiff.errors import SpecdiffError

if TYPE_CHECKING:
    from git import Git

SAFE = (
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.pager=cat", "-c", "diff.external=", "-c", "core.quotePath=false",
    "-c", "core.attributesFile=/dev/null", "-c", "protocol.allow=never",
)  # fmt: skip
INDEX = ":index:"
MAX_NAMES = 3


@dataclass
class Repository:
    """One repository, by its top folder (of the work tree, or the bare repository itself)."""

    top: Path
    bare: bool
    prefix: str = ""
    _trees: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)

    @classmethod
    def around(cls, folder: Path) -> "Repository | None":
        """Return the repository around *folder*, or ``None``. Raises SpecdiffError for one that git refuses to read."""
        if not folder.exists():
            raise SpecdiffError(f"there is no folder {_shown(folder)}; give the repository's folder with --repo")
        done = _run(folder, "rev-parse", "--is-bare-repository", "--show-prefix", check=False)
        if done.returncode:
            if "dubious ownership" in done.stderr:
                where = _shown(folder)
                raise SpecdiffError(f"git does not trust {where}, it is owned by another user; run: git config --global --add safe.directory {where}")
            return None
        bare, _, prefix = done.stdout.partition("\n")
        if bare.strip() == "true":
            return cls(folder, bare=True)
        top = _run(folder, "rev-parse", "--show-toplevel").stdout.rstrip("\n")
        return cls(Path(top), bare=False, prefix=prefix.rstrip("\n"))

    @property
    def git(self) -> "Git":
        """GitPython's command object for this repository."""
        return _git(self.top)

    def text(self, *arguments: str) -> str:
        """Return what a git command prints. Raises SpecdiffError with git's last line if it fails."""
        return _run(self.top, *arguments).stdout

    # -- revisions ----------------------------------------------------------------------------------------------

    def commit(self, revision: str) -> str | None:
        """Return the commit (40 hex digits) that a revision names, or ``None``. One that begins with ``-`` is none."""
        if revision.startswith("-") or "\0" in revision or not revision:
            return None
        done = _run(self.top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", check=False)
        return done.stdout.strip() or None if done.returncode == 0 else None

    def unknown(self, revision: str) -> SpecdiffError:
        """Return the error for a revision that does not exist: what to fetch in a shallow clone, or the nearest names."""
        if revision.startswith("-"):
            return SpecdiffError(f"{_quoted(revision)} begins with '-' and is no revision; options come after `specdiff diff OLD NEW`")
        shallow = self.text("rev-parse", "--is-shallow-repository").strip() == "true"
        if shallow:
            plain = revision.partition("~")[0].partition("^")[0]
            how = "git fetch --unshallow --tags" if plain in ("HEAD", "@") or "~" in revision else f"git fetch --depth=1 origin {plain}:{plain}"
            if all(character in "0123456789abcdef" for character in plain.lower()):
                how = f"git fetch --depth=1 origin {plain}"
            return SpecdiffError(f"revision {_quoted(revision)} is not in this shallow clone; run: {how}")
        names = self.names()
        near = _nearest(revision, names)
        hint = f"did you mean {', '.join(near)}?" if near else "see `git branch --all` and `git tag` for what there is"
        return SpecdiffError(f"no revision or file is called {_quoted(revision)}; {hint}")

    def names(self) -> list[str]:
        """Return the short names of branches, tags and remote branches."""
        return self.text("for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes").splitlines()

    def merge_base(self, a: str, b: str) -> str:
        """Return the merge base of two commits. Raises SpecdiffError where there is none."""
        done = _run(self.top, "merge-base", a, b, check=False)
        if done.returncode or not done.stdout.strip():
            raise SpecdiffError("the two revisions have no common commit; fetch more history (git fetch --unshallow) or use A..B")
        return done.stdout.split()[0]

    def date(self, commit: str) -> str:
        """Return the committer date of a commit, ISO 8601."""
        return self.text("show", "--no-patch", "--no-show-signature", "--format=%cI", commit).strip()

    # -- trees and blobs ----------------------------------------------------------------------------------------

    def tree(self, treeish: str) -> Mapping[str, tuple[str, str]]:
        """Return the files of a commit (or of the index) by path: mode and blob id."""
        if treeish not in self._trees:
            entries: dict[str, tuple[str, str]] = {}
            if treeish == INDEX:
                out = self.text("ls-files", "--stage", "-z", "--full-name", "--", ":/")
                for row in filter(None, out.split("\0")):
                    head, _, path = row.partition("\t")
                    mode, blob, stage = head.split()
                    if stage == "0":
                        entries[path] = (mode, blob)
            else:
                out = self.text("ls-tree", "-r", "-z", "--full-tree", treeish)
                for row in filter(None, out.split("\0")):
                    head, _, path = row.partition("\t")
                    mode, _, blob = head.split()
                    entries[path] = (mode, blob)
            self._trees[treeish] = entries
        return self._trees[treeish]

    def blobs(self, treeish: str, paths: Sequence[str]) -> dict[str, bytes]:
        """Return the contents of files by path, in one batch. Raises SpecdiffError for what is no readable file."""
        tree = self.tree(treeish)
        wanted: dict[str, str] = {}
        for path in paths:
            mode, blob = tree[path]
            if mode == "160000":
                raise SpecdiffError(f"{_quoted(path)} is a submodule, not a file; run specdiff with --repo inside it")
            if mode == "120000":
                path_to = self._link(treeish, path, blob)
                blob = tree[path_to][1]
            wanted[path] = blob
        contents = self._batch(sorted(set(wanted.values())))
        return {path: contents[blob] for path, blob in wanted.items()}

    def _link(self, treeish: str, path: str, blob: str) -> str:
        """Return the path that a symbolic link in the tree points to, if it stays in the tree."""
        target = self._batch([blob])[blob].decode("utf-8", "replace")
        inside = os.path.normpath(str(PurePosixPath(path).parent / target)).replace(os.sep, "/")
        if target.startswith("/") or inside.startswith("..") or self.tree(treeish).get(inside, ("120000", ""))[0] in ("120000", "160000"):
            raise SpecdiffError(f"{_quoted(path)} is a symbolic link that is not followed; name the file itself with --path")
        return inside

    def _batch(self, blobs: Sequence[str]) -> dict[str, bytes]:
        if not blobs:
            return {}
        done = subprocess.run(  # noqa: S603 - fixed arguments, ids only on standard input
            _command("cat-file", "--batch"), cwd=self.top, env=_environment(), input="\n".join(blobs).encode() + b"\n", capture_output=True, check=False
        )
        out, position, contents = done.stdout, 0, {}
        for blob in blobs:
            end = out.find(b"\n", position)
            head = out[position:end].split()
            if end < 0 or len(head) != 3:  # noqa: PLR2004 - id, type, size
                raise SpecdiffError(f"object {blob} is missing or corrupt; run `git fsck`, or in a partial clone `git fetch --refetch`")
            size = int(head[2])
            contents[blob] = out[end + 1 : end + 1 + size]
            position = end + 1 + size + 1
        return contents

    def origin(self) -> str | None:
        """Return the address of the remote ``origin``, if there is one."""
        done = _run(self.top, "config", "--get", "remote.origin.url", check=False)
        return done.stdout.strip() or None

    def renamed(self, old: str, new: str, path: str) -> str | None:
        """Return the path in *new* of the file that *old* has at *path*, if git sees that it was renamed."""
        sides = ["--cached", old] if new == INDEX else [old, new]
        out = self.text("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--name-status", "-z", "-M40%", "--diff-filter=R", *sides)
        rows = out.split("\0")
        return next((rows[at + 2] for at in range(0, len(rows) - 2, 3) if rows[at + 1] == path), None)


def _command(*arguments: str) -> list[str]:
    return ["git", *SAFE, *arguments]


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in ("GIT_DIR", "GIT_CEILING_DIRECTORIES")}
    kept |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat", "LC_ALL": "C.UTF-8"}
    return kept


def _git(folder: Path) -> "Git":
    """Return GitPython's command object with our environment."""
    try:
        from git import Git  # noqa: PLC0415 - heavy
    except ImportError as error:  # GitPython raises it where there is no git
        raise SpecdiffError("there is no git on this machine; install git, or compare two files") from error
    made = Git(str(folder))
    made.update_environment(**_environment())
    return made


@dataclass(frozen=True, slots=True)
class _Done:
    returncode: int
    stdout: str
    stderr: str


def _run(folder: Path, *arguments: str, check: bool = True) -> _Done:
    from git.exc import GitCommandError  # noqa: PLC0415 - heavy

    command = _command(*arguments)
    try:
        status, out, err = _git(folder).execute(command, with_extended_output=True, with_exceptions=False, strip_newline_in_stdout=False)
    except GitCommandError as error:
        raise SpecdiffError(f"git could not be run: {error}") from error
    out, err = str(out), str(err)
    if check and status:
        last = (err.strip().splitlines() or ["no message"])[-1]
        raise SpecdiffError(f"git {arguments[0]} failed: {last}")
    return _Done(int(status or 0), out, err)


def _nearest(name: str, names: Sequence[str]) -> list[str]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - heavy

    return [found for found, *_ in process.extract(name, names, scorer=fuzz.ratio, limit=MAX_NAMES, score_cutoff=50)]


def _shown(path: Path) -> str:
    return _quoted(str(path))


def _quoted(text: str) -> str:
    return "'" + text.encode("unicode_escape").decode("ascii") + "'" if not text.isprintable() else f"'{text}'"
