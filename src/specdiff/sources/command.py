"""Running git through GitPython so that nothing of a repository is run, written or fetched."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from specdiff.errors import SpecdiffError
from specdiff.sources.texts import printable, quoted

if TYPE_CHECKING:
    from git import Git

# Configuration of the repository that would run a program or reach for a network; what git is asked here uses no other.
_SAFE = (
    "core.fsmonitor=",
    f"core.hooksPath={os.devnull}",
    "core.pager=cat",
    "diff.external=",
    "protocol.allow=never",
    "core.quotePath=false",
)
_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",  # no refresh of the index
    "GIT_NO_LAZY_FETCH": "1",  # a partial clone stays as it is
    "GIT_ALLOW_PROTOCOL": "none",  # the same for older gits
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_PAGER": "cat",
    "GIT_LITERAL_PATHSPECS": "0",
}
_LOCAL = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE")


class Output(NamedTuple):
    """What a git command left: exit status, standard output, and standard error as text."""

    status: int
    out: bytes
    error: str

    @property
    def text(self) -> str:
        """Standard output as text; bytes that are no UTF-8 survive a round trip."""
        return self.out.decode("utf-8", "surrogateescape")


class Command:
    """Git, in one folder. *chosen*: the user named the folder, so that ``GIT_DIR`` and the like must not lead elsewhere."""

    def __init__(self, folder: Path, *, chosen: bool) -> None:
        self.folder = folder
        self.chosen = chosen
        self._git = _git(folder)

    def run(self, *arguments: str) -> Output:
        """Run a git command to its end."""
        from git.exc import GitError  # noqa: PLC0415 - heavy

        try:
            with _without(_LOCAL if self.chosen else ()):
                status, out, error = self._git.execute(
                    _words(self._git, arguments),
                    with_extended_output=True,
                    with_exceptions=False,
                    stdout_as_string=False,
                    strip_newline_in_stdout=False,
                )
        except (GitError, OSError) as problem:
            raise SpecdiffError(f"git could not be run in {quoted(str(self.folder))}: {last_line(str(problem))}") from None
        return Output(int(status or 0), bytes(out), str(error))

    def start(self, *arguments: str) -> "Git.AutoInterrupt":
        """Start a git command that answers requests on its standard input."""
        from subprocess import PIPE  # noqa: PLC0415 - only with git

        with _without(_LOCAL if self.chosen else ()):
            return self._git.execute(_words(self._git, arguments), istream=PIPE, as_process=True)


def last_line(text: str) -> str:
    """Return the last line of a message that says something, without git's "fatal:"."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return printable(re.sub(r"^(?:fatal|error|warning): ", "", lines[-1])) if lines else "it said nothing"


def _words(git: "Git", arguments: tuple[str, ...]) -> list[str]:
    options = [word for setting in _SAFE for word in ("-c", setting)]
    return [str(git.GIT_PYTHON_GIT_EXECUTABLE or "git"), "--no-pager", *options, *arguments]


def _git(folder: Path) -> "Git":
    try:
        from git import Git  # noqa: PLC0415 - heavy, and not needed to compare files
    except ImportError:  # GitPython raises it where there is no git
        raise SpecdiffError("there is no git on PATH; install git, or compare two files (write them as ./old.md ./new.md)") from None
    git = Git(str(folder))
    git.update_environment(**_ENVIRONMENT)
    return git


@contextmanager
def _without(names: tuple[str, ...]) -> Iterator[None]:
    """Hide variables from what is started meanwhile: GitPython can set variables of its processes, but not unset them."""
    hidden = {name: os.environ.pop(name) for name in names if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(hidden)
