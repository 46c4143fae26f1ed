"""What the user named, to two snapshots.

A name is tried as a git revision first, then as ``REV:path``, then as a file or folder; ``./name`` is always a file.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from specdiff.errors import SpecdiffError
from specdiff.model.place import Hunk
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.sources.git import INDEX, Repository
from specdiff.sources.hunks import hunks
from specdiff.sources.texts import decoded

Recognises = Callable[[str, str], float]
MARKDOWN = (".md", ".markdown", ".mdx")
OTHER = ("readme", "changelog", "contributing", "license", "licence", "code_of_conduct", "security", "history", "authors", "support")
SURE = 0.9
KNOWN = 0.5
MAX_FOUND = 200


@dataclass
class Side:
    """One side: where its files come from."""

    label: str
    revision: Revision
    repository: Repository | None = None
    treeish: str | None = None
    folder: Path | None = None
    fixed: tuple[str, ...] = ()
    inline: Mapping[str, str] = field(default_factory=dict)

    def listing(self) -> list[str]:
        """Return the paths of the side's files, relative to its top."""
        if self.inline:
            return list(self.inline)
        if self.treeish is not None and self.repository is not None:
            return [path for path, (mode, _) in self.repository.tree(self.treeish).items() if mode != "160000"]
        if self.repository is not None:
            tracked = set(self.repository.tree(INDEX))
            return sorted(path for path in tracked if (self.repository.top / path).is_file())
        if self.folder is not None:
            found = sorted(path for path in self.folder.rglob("*") if path.is_file() and ".git" not in path.parts)
            return [path.relative_to(self.folder).as_posix() for path in found]
        return []

    def texts(self, paths: Sequence[str]) -> dict[str, str]:
        """Return the texts of files by path. Raises SpecdiffError for what cannot be read."""
        if self.inline:
            return {path: self.inline[path] for path in paths}
        if self.treeish is not None and self.repository is not None:
            return {path: decoded(path, raw) for path, raw in self.repository.blobs(self.treeish, paths).items()}
        top = self.repository.top if self.repository is not None else self.folder or Path()
        return {path: decoded(path, _bytes(top / path, top)) for path in paths}

    def read(self, path: str) -> str | None:
        """Return the text of one file of the side (configuration), or ``None`` where there is none."""
        if self.inline:
            return None
        if self.treeish is not None and self.repository is not None:
            known = path in self.repository.tree(self.treeish)
        else:
            top = self.repository.top if self.repository is not None else self.folder
            known = top is not None and (top / path).is_file()
        return self.texts([path])[path] if known else None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two snapshots and their textual difference."""

    old: Snapshot
    new: Snapshot
    hunks: tuple[Hunk, ...]


@dataclass
class Sides:
    """Both sides, resolved."""

    old: Side
    new: Side
    repository: Repository | None

    @property
    def repository_url(self) -> str | None:
        """The web address of the remote ``origin`` (https, without credentials), or ``None``."""
        return web_address(self.repository.origin()) if self.repository is not None else None

    def snapshots(self, *, paths: Sequence[str], recognises: Recognises, companions: Sequence[str]) -> Pair:
        """Return the snapshots of the spec: the files that *paths* (globs) name, else the one that is found.

        A spec that was renamed between the revisions is followed; one that a side lacks gives a snapshot with no paths.
        Raises SpecdiffError where neither side has a spec, or several could be meant.
        """
        news = self._find(self.new, paths, recognises)
        olds = self._find(self.old, paths, recognises)
        olds, news = self._follow(olds, news, paths)
        if not olds and not news:
            where = f"matches {', '.join(map(repr, paths))}" if paths else "looks like a spec (a Markdown file)"
            raise SpecdiffError(f"nothing {where} in {self.old.label!r} or {self.new.label!r}; name the spec with --path")
        old, new = _snapshot(self.old, olds, companions), _snapshot(self.new, news, companions)
        renamed = dict(zip(olds, news, strict=False)) if len(olds) == len(news) else {}
        renamed |= _companions_moved(old, new)
        return Pair(old, new, hunks(old.files, new.files, renamed))

    def _find(self, side: Side, paths: Sequence[str], recognises: Recognises) -> tuple[str, ...]:
        if side.fixed:
            return side.fixed
        listing = side.listing()
        if paths:
            return tuple(path for glob in paths for path in listing if path == glob or fnmatchcase(path, glob))
        return found(side, listing, recognises)

    def _follow(self, olds: tuple[str, ...], news: tuple[str, ...], paths: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Where only one side has the spec, look for it under another name on the other."""
        old, new, repository = self.old, self.new, self.repository
        if repository is None or old.treeish is None or len(olds) + len(news) != 1 or old.fixed or new.fixed:
            return olds, news
        to = new.treeish if new.treeish is not None else INDEX
        if olds:
            path = repository.renamed(old.treeish, to, olds[0])
            return olds, (path,) if path else news
        listing = repository.tree(old.treeish)
        for path in listing:
            if not paths and path.endswith(MARKDOWN) and repository.renamed(old.treeish, to, path) == news[0]:
                return (path,), news
        return next(((path,) for path in listing if repository.renamed(old.treeish, to, path) == news[0]), ()), news


def open_sides(
    old: str, new: str | None, *, repo: Path | None = None, staged: bool = False, cwd: Path | None = None, stdin: BinaryIO | None = None
) -> Sides:
    """Resolve what the user named. Without *new*: the working tree (or the index, with *staged*); *old* may then be ``A..B``.

    Raises SpecdiffError for what does not exist.
    """
    here = cwd or Path.cwd()
    repository = _repository(repo, here)
    if repo is not None and repository is None:
        raise SpecdiffError(f"{str(repo)!r} is not a git repository; give its folder with --repo, or name two files")
    if new is None and ".." in old and repository is not None and not (here / old).exists():
        three = "..." in old
        left, _, right = old.partition("..." if three else "..")
        left, right = left or "HEAD", right or "HEAD"
        a, b = _side(left, repository, here, stdin), _side(right, repository, here, stdin)
        if three and a.revision.commit and b.revision.commit:
            base = repository.merge_base(a.revision.commit, b.revision.commit)
            a = _commit(f"{left}...", base, repository)
        return Sides(a, b, repository)
    if new is None:
        if repository is None:
            raise SpecdiffError("one revision needs a git repository to compare with; run inside one, use --repo, or name two files")
        first = _side(old, repository, here, stdin)
        if staged:
            second = Side("staged", Revision("staged"), repository, INDEX)
        elif repository.bare:
            raise SpecdiffError("a bare repository has no working tree; name two revisions")
        elif first.repository is None and first.fixed:
            raise SpecdiffError(f"{old!r} is a file; name two files, or a revision")
        else:
            second = Side("working tree", Revision("working tree"), repository)
        if first.fixed and first.treeish is not None:
            second.fixed = first.fixed
        return Sides(first, second, repository)
    if old == new == "-":
        raise SpecdiffError("standard input can be only one of the two; name a file for the other")
    a, b = _side(old, repository, here, stdin), _side(new, repository, here, stdin)
    return Sides(a, b, repository)


def open_one(revision: str, *, repo: Path | None = None, cwd: Path | None = None, stdin: BinaryIO | None = None) -> Sides:
    """Resolve one revision; both sides of the result are it."""
    here = cwd or Path.cwd()
    repository = _repository(repo, here)
    side = _side(revision, repository, here, stdin)
    return Sides(side, side, repository)


def _repository(repo: Path | None, here: Path) -> Repository | None:
    from shutil import which  # noqa: PLC0415 - one use

    if which("git") is None:
        return None
    return Repository.around(repo if repo is not None else here)


def _side(name: str, repository: Repository | None, here: Path, stdin: BinaryIO | None) -> Side:
    if name == "-":
        text = decoded("standard input", (stdin or sys.stdin.buffer).read())
        _not_empty("standard input", text)
        return Side("-", Revision("-"), fixed=("-",), inline={"-": text})
    if repository is not None and not name.startswith(("./", "../", "/")):
        commit = repository.commit(name)
        if commit:
            return _commit(name, commit, repository)
        revision, colon, path = name.partition(":")
        commit = repository.commit(revision) if colon and revision else None
        if commit:
            return _file_of(name, commit, path, repository)
    path_of = Path(name) if Path(name).is_absolute() else here / name
    if path_of.is_file():
        return _file(name, path_of)
    if path_of.is_dir():
        return Side(name, Revision(name), folder=path_of)
    if repository is None:
        raise SpecdiffError(f"there is no file {name!r}, and {str(here)!r} is not a git repository; use --repo DIR or name two files")
    raise repository.unknown(name)


def _commit(label: str, commit: str, repository: Repository) -> Side:
    return Side(label, Revision(label, commit, repository.date(commit)), repository, commit)


def _file_of(label: str, commit: str, path: str, repository: Repository) -> Side:
    side = _commit(label, commit, repository)
    wanted = (PurePosixPath(repository.prefix) / path).as_posix() if path.startswith("./") else path
    if wanted not in repository.tree(commit):
        below = [one for one in repository.tree(commit) if one.startswith(wanted.rstrip("/") + "/")]
        if not below:
            raise SpecdiffError(f"there is no {wanted!r} in {label.partition(':')[0]!r}; see `git ls-tree -r --name-only {label.partition(':')[0]}`")
        raise SpecdiffError(f"{wanted!r} is a folder; name the file, or use --path '{wanted.rstrip('/')}/*.md'")
    side.fixed = (wanted,)
    return side


def _file(label: str, path: Path) -> Side:
    text = decoded(label, _bytes(path, None))
    _not_empty(label, text)
    return Side(label, Revision(label), fixed=(label,), inline={label: text})


def _bytes(path: Path, top: Path | None) -> bytes:
    try:
        if top is not None and not path.resolve().is_relative_to(top.resolve()):
            raise SpecdiffError(f"{str(path)!r} is a symbolic link out of its folder, which is not followed; name the file itself")
        return path.read_bytes()
    except OSError as error:
        raise SpecdiffError(f"{str(path)!r} cannot be read: {error.strerror}") from error


def _not_empty(name: str, text: str) -> None:
    if not text.strip():
        raise SpecdiffError(f"{name!r} is empty; name a file that holds a spec")


def found(side: Side, listing: Sequence[str], recognises: Recognises) -> tuple[str, ...]:
    """Return the one Markdown file of a side that is a spec: surely one, else known by its name, else the only one that is no README or the like.

    Raises SpecdiffError where several could be meant.
    """
    candidates = [path for path in listing if path.lower().endswith(MARKDOWN)][:MAX_FOUND]
    if not candidates:
        return ()
    scores = {path: recognises(path, text) for path, text in side.texts(candidates).items()}
    plain = [path for path in candidates if not PurePosixPath(path).stem.lower().startswith(OTHER)]
    for group in (
        [path for path in candidates if scores[path] >= SURE],
        [path for path in plain if scores[path] >= KNOWN],
        plain,
        candidates,
    ):
        if len(group) == 1:
            return (group[0],)
        if group:
            shown = ", ".join(sorted(group)[:5]) + (f" and {len(group) - 5} more" if len(group) > 5 else "")  # noqa: PLR2004
            raise SpecdiffError(f"several files in {side.label!r} could be the spec: {shown}; name it with --path")
    return ()


def _snapshot(side: Side, paths: tuple[str, ...], companions: Sequence[str]) -> Snapshot:
    wanted = list(paths)
    if paths and not side.inline:
        tops = {PurePosixPath(path).parent for path in paths}
        globs = [(top / glob).as_posix() for top in sorted(tops) for glob in companions]
        wanted += [path for path in side.listing() if path not in paths and any(fnmatchcase(path, glob) for glob in globs)]
    files = side.texts(wanted)
    for path in paths:
        _not_empty(path, files[path])
    return Snapshot(side.revision, paths, files)


def _companions_moved(old: Snapshot, new: Snapshot) -> dict[str, str]:
    """Return companions whose folder moved with the spec, old path to new."""
    if not old.paths or not new.paths:
        return {}
    a, b = PurePosixPath(old.paths[0]).parent, PurePosixPath(new.paths[0]).parent
    moved = {path: (b / PurePosixPath(path).relative_to(a)).as_posix() for path in old.files if path not in old.paths} if a != b else {}
    return {path: to for path, to in moved.items() if to in new.files}


def web_address(url: str | None) -> str | None:
    """Return a remote's web address (https, no credentials, no ``.git``), or ``None`` for one that has none."""
    import re  # noqa: PLC0415 - one use

    if not url:
        return None
    match = re.match(r"(?:ssh://)?(?:[\w.-]+@)([\w.-]+)(?::\d+/|[:/])(.+?)(?:\.git)?/?$", url) or re.match(
        r"https?://(?:[^@/]*@)?([\w.:-]+)/(.+?)(?:\.git)?/?$", url
    )
    return f"https://{match[1]}/{match[2]}" if match else None
