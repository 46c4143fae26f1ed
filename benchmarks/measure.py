"""A process measured from outside, and the analysis measured from inside a process of its own."""

import json
import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

MEGABYTE = 1024  # in what the kernel counts resident memory by


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds of CPU (user and system, with the processes it waited for), seconds by the clock, megabytes at its peak."""

    cpu: float
    wall: float
    peak: float


def run(command: Sequence[str], *, seconds: float = 3600.0, cwd: Path | None = None, good: Sequence[int] = (0,)) -> Cost | None:
    """Run a command to its end and return what it took; ``None`` if it fails, or is not done in so many seconds by the clock."""
    start = time.perf_counter()
    with (
        open(os.devnull, "wb") as nowhere,  # noqa: PTH123 - a device
        subprocess.Popen(command, stdout=nowhere, stderr=nowhere, cwd=cwd, env=environment()) as process,  # noqa: S603 - the commands of the benchmark
    ):
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            wall = time.perf_counter() - start
            if pid:
                process.returncode = os.waitstatus_to_exitcode(status)
                break
            if wall > seconds:
                process.kill()
                os.wait4(process.pid, 0)
                process.returncode = -9
                return None
            time.sleep(0.0005 if wall < 1 else 0.02)
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / MEGABYTE) if process.returncode in good else None


def environment() -> dict[str, str]:
    """Return the environment of what is measured: byte code is kept, as for an installed program, but outside of the source folder."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONDONTWRITEBYTECODE", "CI") and not name.startswith("SPECDIFF_")
    }
    return {**kept, "PYTHONPYCACHEPREFIX": str(cache())}


def cache() -> Path:
    """Return the folder for what a run of the benchmark need not make again."""
    return Path(__file__).parents[1] / "build" / "bench"


def rounds(commands: dict[str, Sequence[str]], times: int) -> dict[str, list[Cost]]:
    """Run all commands in turn, *times* times, after one turn that is not counted. Raises RuntimeError where one fails."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for turn in range(times + 1):
        for name, command in commands.items():
            cost = run(command)
            if cost is None:
                raise RuntimeError(f"{name} failed: {' '.join(command)}")
            if turn:
                costs[name].append(cost)
    return costs


def typical(costs: Sequence[Cost]) -> Cost:
    """Return the medians."""
    return Cost(*(median(getattr(cost, part) for cost in costs) for part in ("cpu", "wall", "peak")))


def ratio(costs: Sequence[Cost], against: Sequence[Cost]) -> float:
    """Return the median of the ratios of CPU, each between two processes of one turn."""
    return median(one.cpu / other.cpu for one, other in zip(costs, against, strict=True))


def inside(python: str, code: str, *arguments: str, times: int) -> list[dict[str, Any]]:
    """Run a program that prints JSON, each time in a new process, and return what the processes printed."""
    command = [python, "-c", code, *arguments]
    return [json.loads(subprocess.run(command, check=True, capture_output=True, text=True, env=environment()).stdout) for _ in range(times)]  # noqa: S603
