"""The real command line as a process of its own, with bounds on its time and memory."""

import os
import resource
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

SECONDS = 10
"""Of the processor, not of the clock: other tests run at the same time."""
BYTES = 1_000_000_000
PATIENCE = 240
"""Seconds of the clock after which something hangs."""
PROGRAM = (sys.executable, "-m", "specdiff")


class Ran(NamedTuple):
    """What a run left: exit status (negative: the signal that ended it), both streams, seconds of the processor, most bytes held."""

    status: int
    out: str
    err: str
    seconds: float
    memory: int


def run(folder: Path, *words: str, env: Mapping[str, str] | None = None, seconds: int = SECONDS) -> Ran:
    """Run specdiff in a folder. Its processor time is bounded by the system."""

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (2 * seconds, 2 * seconds + 1))

    out, err = folder.parent / "stdout", folder.parent / "stderr"
    with out.open("wb") as stdout, err.open("wb") as stderr:
        process = subprocess.Popen(
            [*PROGRAM, *words], cwd=folder, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr,
            env={**os.environ, **(env or {})}, preexec_fn=bounded,  # noqa: PLW1509 - only a limit is set
        )  # fmt: skip
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return Ran(process.returncode, _text(out), _text(err), used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8")
