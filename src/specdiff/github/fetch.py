"""Commits that a shallow clone lacks: fetched as objects, never checked out."""

import base64
import os
import re
import subprocess
from pathlib import Path

from specdiff.errors import SpecdiffError
from specdiff.github.event import Ends

DEEPER = (100, 1000)
"""So many commits more at a time, until the place is found where two histories part; then all of them."""
_PLAIN = re.compile(r"[\w@][\w./@-]*")
_ALONE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_NAMESPACE")


class Clone:
    """The repository that a workflow checked out, or where it checked out none, an empty one of our own that fetches from GitHub.

    ``server`` is GitHub's own web address, ``repository`` "owner/name" there; the token is handed to git in the environment, for that server only.
    """

    def __init__(self, workspace: Path, spare: Path, *, server: str, repository: str, token: str) -> None:
        self._environment = {name: value for name, value in os.environ.items() if name not in _ALONE}
        self._environment |= {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8"}
        self._header = _credentials(server, token)
        own = not (workspace / ".git").exists()
        self.folder = spare if own else workspace
        if own and not (spare / ".git").exists():
            spare.mkdir(parents=True, exist_ok=True)
            self._must("init", "--quiet", ".")
            self._must("remote", "add", "origin", f"{server}/{repository}")
        self._whole = not own and self._must("rev-parse", "--is-shallow-repository") != "true"

    def commits(self, ends: Ends) -> tuple[str, str]:
        """Return both commits, there now with all that the review needs of their history. Raises SpecdiffError for what cannot be had."""
        base, head = self._commit(ends.base), self._commit(ends.head)
        if ends.branched:
            self._reach_parting(base, head)
        return base, head

    def short(self, commit: str) -> str:
        """Return as many digits of a commit as name it here."""
        return self._must("rev-parse", "--short=12", commit)

    def _commit(self, name: str) -> str:
        if name.startswith("-"):
            raise SpecdiffError(f"{name!r} is no name of a commit, branch or tag; set the inputs base and head to one")
        found, problem = self._resolved(name), ""
        if found is None and _PLAIN.fullmatch(name) and ".." not in name:
            problem = self._fetch(name)
            found = self._resolved(name) or (None if problem else self._resolved("FETCH_HEAD"))
        if found is None:
            raise SpecdiffError(
                f"there is no {name!r} in the clone nor at its origin{f' ({problem})' if problem else ''}; "
                "set the inputs base and head to what there is, or check out with fetch-depth: 0"
            )
        return found

    def _resolved(self, name: str) -> str | None:
        """Return the commit of a name as it is known here: a branch of origin counts more than one that happens to be checked out."""
        branch = name.removeprefix("refs/heads/").removeprefix("origin/")
        for one in (f"refs/remotes/origin/{branch}", name):
            status, out, _ = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{one}^{{commit}}")
            if status == 0:
                return out
        return None

    def _reach_parting(self, base: str, head: str) -> None:
        """Fetch history until it holds where two commits parted. Raises SpecdiffError where they have nothing in common."""
        for more in (*(f"--deepen={count}" for count in DEEPER), "--unshallow", ""):
            if self._git("merge-base", base, head)[0] == 0:
                return
            if not more or self._must("rev-parse", "--is-shallow-repository") != "true":
                break
            self._fetch(base, head, depth=more)
        raise SpecdiffError(f"{base[:12]} and {head[:12]} have no history in common; set the action's input base")

    def _fetch(self, *names: str, depth: str = "--depth=1") -> str:
        """Fetch commits or names; return what went wrong, empty if nothing did. A clone with its whole history stays whole."""
        depths = () if self._whole else (depth,)
        status, _, error = self._git("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", *depths, "origin", *names, send=True)
        return " ".join(error.split()[-30:]) if status else ""

    def _must(self, *arguments: str) -> str:
        status, out, error = self._git(*arguments)
        if status:
            raise SpecdiffError(
                f"git {arguments[0]} failed in {str(self.folder)!r}: {' '.join(error.split())}; is the repository checked out?"
            )
        return out

    def _git(self, *arguments: str, send: bool = False) -> tuple[int, str, str]:
        """Run git; with *send* it may speak to the server. Hooks and programs that the repository names are not run."""
        command = ["git", "-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=", *arguments]
        environment = self._environment | (self._header if send else {})
        try:
            done = subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, check=False)  # noqa: S603 - no shell
        except FileNotFoundError:
            raise SpecdiffError("there is no git on PATH; install git on the runner") from None
        return done.returncode, done.stdout.decode(errors="replace").strip(), done.stderr.decode(errors="replace").strip()


def _credentials(server: str, token: str) -> dict[str, str]:
    """Return the environment in which git sends the token to *server*, in place of what a checkout may have left, and to nobody else."""
    if not token or not server.startswith("https://"):
        return {}
    key = f"http.{server}/.extraheader"
    basic = base64.b64encode(f"x-access-token:{token}".encode()).decode()
    at = int(os.environ.get("GIT_CONFIG_COUNT") or 0)
    pairs = ((key, ""), (key, f"AUTHORIZATION: basic {basic}"))  # an empty value forgets the headers before it
    lines = {f"GIT_CONFIG_{what}_{at + n}": part for n, pair in enumerate(pairs) for what, part in zip(("KEY", "VALUE"), pair, strict=True)}
    return {**lines, "GIT_CONFIG_COUNT": str(at + len(pairs))}
