"""The outermost layer: run the command line; every failure is one line on standard error and exit status 2."""

import gc
import io
import os
import sys
from typing import Any, TextIO

from specdiff.errors import SpecdiffError

FAILED = 2
INTERRUPTED = 130
CLOSED = 141


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit."""
    gc.set_threshold(200_000, 50, 50)  # many values, hardly a cycle: looking for cycles took a quarter of the time of a long review
    status = run(arguments)
    gc.freeze()  # nor is a cycle looked for when Python exits, which took an eighth of a review's time
    sys.exit(status)


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; return the exit status."""
    try:
        _plain_streams()
        status = _app(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # typer itself exits where a pipe is closed, and only there
        _discard(sys.stdout)
        return CLOSED
    except SpecdiffError as error:
        return _failed(error)
    except OSError as error:
        _discard(sys.stdout)
        name = f"{error.filename!r}: " if error.filename is not None else ""
        return _failed(f"{name}{error.strerror or error}; check the path, its permissions and the space left, then try again")
    except Exception as error:
        if os.environ.get("SPECDIFF_DEBUG"):
            raise
        return _failed(f"unexpected {type(error).__name__}: {error}; run it again with SPECDIFF_DEBUG=1 for a traceback, and report that")
    return status


def one_line(text: object) -> str:
    """Return a message as one line in which every character can be printed; what cannot is escaped as in Python."""
    flat = " ".join(str(text).split())
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape", "backslashreplace").decode() for character in flat
    )


def _app(arguments: list[str] | None) -> int:
    """Run typer's part, which raises SpecdiffError for what it does not understand."""
    import typer  # here, so that an interrupt while it loads is quiet too

    from specdiff.cli.app import app, mistyped, misuse

    first = next(iter(sys.argv[1:] if arguments is None else arguments), "")
    try:
        status = app(args=arguments, prog_name="specdiff", standalone_mode=False)
    except SpecdiffError as error:
        raise SpecdiffError(f"{error}{mistyped(first, str(error))}") from None
    except typer.Exit as error:
        return error.exit_code
    except typer.Abort:
        return INTERRUPTED
    except Exception as error:
        message = misuse(error)
        if message is None:
            raise
        raise SpecdiffError(f"{message}{mistyped(first, message)}") from None
    return status if isinstance(status, int) else 0


def _plain_streams() -> None:
    """Write UTF-8 with line feeds wherever we run; a character that cannot be written never stops a review."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace", newline="\n")
    if isinstance(getattr(sys.stdout, "buffer", None), io.RawIOBase):
        # python -u writes once, and drops what a full disk or a closed pipe does not take
        sys.stdout = open(sys.stdout.fileno(), "w", encoding="utf-8", errors="replace", newline="\n", closefd=False)  # noqa: SIM115 - never closed


def _discard(stream: TextIO | None) -> None:
    """Send what is still in a stream that failed nowhere, or Python would complain about it when it exits."""
    try:
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return


def _failed(message: object) -> int:
    try:
        if sys.stderr is not None:
            sys.stderr.write(f"specdiff: {one_line(message)}\n")
            sys.stderr.flush()
    except OSError:
        _discard(sys.stderr)
    return FAILED
