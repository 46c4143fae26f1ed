"""Writing: to standard output, through a pager, to a file."""

import os
import shutil
import sys
from pathlib import Path

from specdiff.errors import SpecdiffError

NOT_RUN = (126, 127)  # what a shell answers when it cannot run a program


def show(text: str) -> None:
    """Write to the terminal, through a pager where the text is longer than the screen."""
    if text.count("\n") < shutil.get_terminal_size().lines or not _paged(text):
        put(text)


def put(text: str) -> None:
    """Write to standard output."""
    if sys.stdout is None:
        raise SpecdiffError("standard output is closed; leave it open, or name a file with --output")
    sys.stdout.write(text)


def tell(text: str) -> None:
    """Write one line beside the results, to standard error, if anybody listens there."""
    if sys.stderr is not None:
        sys.stderr.write(f"specdiff: {text}\n")


def _paged(text: str) -> bool:
    """Show text through the pager that git would use by its environment (never by a repository's configuration); return whether that worked."""
    pager = next((value for name in ("GIT_PAGER", "PAGER") if (value := os.environ.get(name)) is not None), "less")
    if not pager.strip() or pager == "cat" or (pager == "less" and shutil.which(pager) is None):
        return False
    import signal
    import subprocess

    environment = {"LESS": "FRX", "LV": "-c", **os.environ}
    sys.stdout.flush()
    with subprocess.Popen(pager, shell=True, stdin=subprocess.PIPE, env=environment) as process:  # noqa: S602 - the user's own pager, as git runs it
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # the pager's business
        try:
            process.communicate(text.encode("utf-8", "replace"))
        except BrokenPipeError:
            process.wait()
        finally:
            signal.signal(signal.SIGINT, before)
    return process.returncode not in NOT_RUN


def write(place: Path, text: str) -> None:
    """Write a file whole or not at all. A device, a pipe or the like is written to and not replaced; a link leads to what is replaced."""
    import stat
    import tempfile

    place = Path(os.path.realpath(place))
    data = text.encode("utf-8", "replace")
    if place.exists() and not place.is_file():
        try:
            with place.open("wb") as device:
                device.write(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(place)) from error
        return
    mode = stat.S_IMODE(place.stat().st_mode) if place.exists() else 0o666 & ~_umask()
    unfinished = None
    try:
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name[:100]}.")
        unfinished = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        unfinished.chmod(mode)
        unfinished.replace(place)
    except BaseException as error:
        if unfinished is not None:
            unfinished.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise OSError(error.errno, error.strerror, str(place)) from error
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
