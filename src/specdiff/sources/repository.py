"""One git repository: what revisions are, what they hold, and blobs by id."""

import hashlib
import os
import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from specdiff.errors import SpecdiffError
from specdiff.sources.command import Command, Output, last_line
from specdiff.sources.texts import printable, quoted, sized

if TYPE_CHECKING:
    from git import Git

LINK, SUBMODULE = "120000", "160000"
SHA1 = 40
"""Digits of an object's name; repositories that use SHA-256 have more."""


class Entry(NamedTuple):
    """A file as git lists it: its mode (octal), the id of its blob, and a tag ("S" in a work tree that leaves it out, "?" untracked)."""

    mode: str
    oid: str
    tag: str = ""


@dataclass(eq=False)
class Repository:
    """One repository. ``top`` is the top folder of its work tree (``None`` where there is none), ``prefix`` the current folder below it.

    ``asked`` holds the commit of every revision that was asked for at opening (``None`` for one that does not resolve).
    """

    command: Command
    top: Path | None
    bare: bool
    shallow: bool
    prefix: str
    asked: dict[str, str | None]
    warnings: list[str] = field(default_factory=list)
    _blobs: dict[str, bytes] = field(default_factory=dict)
    _batch: "Git.AutoInterrupt | None" = None

    @classmethod
    def open(cls, folder: Path, *, chosen: bool, revisions: Sequence[str]) -> "Repository":
        """Open the repository around *folder* (``chosen``: named by the user) and resolve *revisions* to commits, in one git process if all do.

        Raises SpecdiffError where there is none, or git refuses to read it.
        """
        command = Command(folder, chosen=chosen)
        flags = ("rev-parse", "--is-bare-repository", "--is-shallow-repository", "--is-inside-work-tree", "--show-cdup")
        done = command.run(*flags, *map(_commit_of, revisions), "--")
        known = done.status == 0
        if not known:
            problem = done
            done = command.run(*flags, "--")
            if done.status:
                raise _unreadable(folder, problem)
        lines = done.text.splitlines()
        top = Path(os.path.realpath(folder / lines[3])) if lines[2] == "true" else None
        below = Path(os.path.relpath(os.path.realpath(folder), top)).as_posix() if top is not None else "."
        if top is not None:
            command = Command(top, chosen=chosen)
        oids = lines[-1 - len(revisions) : -1]
        single = known and all(oid.isalnum() for oid in oids)  # a range gives more than one line, some with a "^"
        asked: dict[str, str | None] = dict(zip(revisions, oids, strict=False)) if single else {}
        made = cls(command, top, lines[0] == "true", lines[1] == "true", "" if below == "." else below, asked)
        made.warnings += _warnings(done.error)
        return made

    def commit(self, revision: str) -> str | None:
        """Return the id of the commit that a revision names, or ``None``."""
        if revision not in self.asked:
            done = self.command.run("rev-parse", _commit_of(revision), "--")
            lines = done.text.splitlines()
            self.asked[revision] = lines[0] if done.status == 0 and len(lines) == 2 else None  # noqa: PLR2004 - the id and "--"
            self.warnings += _warnings(done.error)
        return self.asked[revision]

    def why_not(self, revision: str) -> str:
        """Return what git says about a revision that does not resolve."""
        return self.command.run("rev-parse", _commit_of(revision), "--").error

    def date(self, commit: str) -> str | None:
        """Return the committer date of a commit, ISO 8601 with its offset from UTC."""
        header = self._object(commit, f"commit {commit}").partition(b"\n\n")[0]
        line = next((one for one in header.split(b"\n") if one.startswith(b"committer ")), b"")
        try:
            seconds, offset = line.split()[-2:]
            minutes = int(offset[-4:-2]) * 60 + int(offset[-2:])
            zone = timezone(timedelta(minutes=-minutes if offset.startswith(b"-") else minutes))
            return datetime.fromtimestamp(int(seconds), zone).isoformat()
        except (ValueError, OverflowError, OSError):
            return None

    def merge_base(self, old: str, new: str) -> str | None:
        """Return the best common ancestor of two commits, or ``None`` (unrelated, or beyond the edge of a shallow clone)."""
        return next(iter(self.command.run("merge-base", old, new).text.split()), None)

    def tree(self, commit: str, where: str) -> dict[str, Entry]:
        """Return every file of a commit by its path from the top. *where* names the commit in errors."""
        done = self.command.run("ls-tree", "-r", "-z", "--full-tree", commit)
        if done.status:
            raise self.broken(f"the tree of {where}", done.error)
        rows = (row.partition("\t") for row in done.text.split("\0") if row)
        return {path: Entry(*head.split()[::2]) for head, _, path in rows}

    def index(self, *, untracked: bool) -> tuple[dict[str, Entry], frozenset[str]]:
        """Return the files of the index by path (with *untracked* also those that git neither tracks nor ignores), and the unmerged paths."""
        more = ("-o", "--exclude-standard") if untracked else ()
        done = self.command.run("ls-files", "-z", "-t", "-s", "-c", *more, "--full-name")
        if done.status:
            raise self.broken("the index", done.error)
        entries: dict[str, Entry] = {}
        unmerged = set()
        for row in filter(None, done.text.split("\0")):
            if row.startswith("? "):
                entries[row[2:]] = Entry("", "", "?")
                continue
            head, _, path = row.partition("\t")
            tag, mode, oid, stage = head.split()
            entries[path] = Entry(mode, oid, tag)
            if stage != "0":
                unmerged.add(path)
        return entries, frozenset(unmerged)

    def blobs(self, wanted: Mapping[str, str]) -> dict[str, bytes]:
        """Return the contents of blobs by id, all from one process. *wanted*: the id, and what to call it in errors."""
        return {oid: self._object(oid, what) for oid, what in wanted.items()}

    def forget(self) -> None:
        """Let go of the contents read so far."""
        self._blobs.clear()

    def refs(self) -> list[str]:
        """Return the short names of all branches, tags and remote branches."""
        return self.command.run("for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes").text.splitlines()

    def config(self, pattern: str) -> dict[str, str]:
        """Return the settings whose names match a regular expression."""
        rows = self.command.run("config", "-z", "--get-regexp", pattern).text.split("\0")
        return {name: value for name, _, value in (row.partition("\n") for row in rows if row)}

    @cached_property
    def remote(self) -> str | None:
        """The remote to fetch from: ``origin``, else the first one, else ``None``."""
        names = sorted(name.removeprefix("remote.").removesuffix(".url") for name in self.config(r"^remote\..*\.url$"))
        return "origin" if "origin" in names else next(iter(names), None)

    def git_words(self) -> str:
        """How to call git for this repository in a command for the user."""
        return f"git -C {_shell(str(self.command.folder))}" if self.command.chosen else "git"

    def broken(self, what: str, error: str) -> SpecdiffError:
        """Return the error for an object that git cannot read: not fetched, or corrupt."""
        if "promisor" in error or "lazy fetching" in error:
            return SpecdiffError(
                f"{what} is not in this partial clone; fetch what is missing: {self.git_words()} fetch --refetch --no-filter"
            )
        return SpecdiffError(f"{what} cannot be read ({last_line(error)}); see what is broken: {self.git_words()} fsck")

    def _object(self, oid: str, what: str) -> bytes:
        if oid not in self._blobs:
            self._blobs[oid] = self._read(oid, what)
        return self._blobs[oid]

    def _read(self, oid: str, what: str) -> bytes:
        """Ask the one ``cat-file --batch`` for an object."""
        process = self._batch or self._started()
        try:
            process.stdin.write(f"{oid}\n".encode())
            process.stdin.flush()
            header = process.stdout.readline().split()
        except BrokenPipeError:
            header = []
        if len(header) != 3:  # noqa: PLR2004 - id, type and size; else it is missing or the process has given up
            self._batch = None if not header else process
            raise self._missing(oid, what)
        size = int(header[2])
        self._batch = None  # until its answer has been read whole
        sized(size, what)
        content: bytes = process.stdout.read(size)
        if len(content) < size or process.stdout.read(1) != b"\n":
            raise self._missing(oid, what)
        self._batch = process
        if not _is(oid, header[1], content) and not self.command.run("for-each-ref", f"refs/replace/{oid}").out:
            raise self.broken(what, "what is stored under its name is another object")
        return content

    def _missing(self, oid: str, what: str) -> SpecdiffError:
        done = self.command.run("cat-file", "-p", oid)
        return self.broken(what, done.error or f"object {oid} is missing")

    def _started(self) -> "Git.AutoInterrupt":
        process = self.command.start("cat-file", "--batch")
        self._batch = process
        weakref.finalize(self, _ended, process)
        return process


def _is(oid: str, kind: bytes, content: bytes) -> bool:
    """Whether an object is what its name says. Git itself does not look when it only hands one out."""
    made = hashlib.new("sha1" if len(oid) == SHA1 else "sha256", b"%s %d\0" % (kind, len(content)), usedforsecurity=False)
    made.update(content)
    return made.hexdigest() == oid


def _commit_of(revision: str) -> str:
    return revision if revision.startswith(":/") else f"{revision}^{{commit}}"


def _warnings(error: str) -> list[str]:
    return [printable(line.removeprefix("warning: ")) for line in error.splitlines() if line.startswith("warning: ")]


def _ended(process: "Git.AutoInterrupt") -> None:
    """End a batch process: it ends by itself when there is nothing more to ask."""
    for stream in (process.stdin, process.stdout, process.stderr):
        try:
            stream.close()
        except OSError:
            continue
    if process.proc is not None:
        process.proc.wait()


def _shell(word: str) -> str:
    return word if word.replace("/", "").replace("-", "").replace("_", "").replace(".", "").isalnum() else f'"{word}"'


def _unreadable(folder: Path, done: Output) -> SpecdiffError:
    where = quoted(str(folder))
    if "dubious ownership" in done.error:
        command = next(
            (line.strip() for line in done.error.splitlines() if "safe.directory" in line), "git config --global --add safe.directory DIR"
        )
        return SpecdiffError(f"the repository around {where} belongs to another user; if you trust it: {command}")
    if "not a git repository" in done.error:
        return SpecdiffError(f"{where} is not in a git repository; go into one, name it with --repo DIR, or name two files")
    return SpecdiffError(f"git cannot read the repository around {where}: {last_line(done.error)}")
