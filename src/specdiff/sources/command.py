"""Running git so that nothing of a repository is run, written or fetched."""

import os
import re
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import NamedTuple

from specdiff.errors import SpecdiffError
from specdiff.sources.texts import printable, quoted

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
    "LANGUAGE": "C",  # what it says is read
    "LC_ALL": "C",
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
        hidden = _LOCAL if chosen else ()
        self._environment = {name: value for name, value in os.environ.items() if name not in hidden} | _ENVIRONMENT

    def run(self, *arguments: str) -> Output:
        """Run a git command to its end."""
        process = self._started(arguments, DEVNULL, PIPE)
        out, error = process.communicate()
        return Output(process.returncode, out, error.decode("utf-8", "surrogateescape"))

    def start(self, *arguments: str) -> "Popen[bytes]":
        """Start a git command that answers requests on its standard input; what it complains about is lost."""
        return self._started(arguments, PIPE, DEVNULL)

    def _started(self, arguments: tuple[str, ...], stdin: int, stderr: int) -> "Popen[bytes]":
        options = [word for setting in _SAFE for word in ("-c", setting)]
        command = ["git", "--no-pager", *options, *arguments]
        os.environ.setdefault("NoDefaultCurrentDirectoryInExePath", "1")  # Windows would run a git.exe that lies in the repository
        try:
            return Popen(command, cwd=self.folder, env=self._environment, stdin=stdin, stdout=PIPE, stderr=stderr)  # noqa: S603 - no shell
        except OSError as problem:
            if isinstance(problem, FileNotFoundError) and problem.filename == "git":
                raise SpecdiffError(
                    "there is no git on PATH; install git, or compare two files (write them as ./old.md ./new.md)"
                ) from None
            raise SpecdiffError(f"git could not be run in {quoted(str(self.folder))}: {last_line(str(problem))}") from None


def last_line(text: str) -> str:
    """Return the last line of a message that says something, without git's "fatal:"."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return printable(re.sub(r"^(?:fatal|error|warning): ", "", lines[-1])) if lines else "it said nothing"
