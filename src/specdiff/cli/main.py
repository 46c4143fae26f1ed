"""``specdiff OLD NEW`` and the other commands; every failure is one line on standard error and exit status 2."""

import os
import signal
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from specdiff import __version__
from specdiff.errors import SpecdiffError

# typer carries its own copy of click in some releases and click itself in others; its public names tell which.
_UsageError: Any = typer.BadParameter.__bases__[0]
_ClickException: Any = _UsageError.__bases__[0]
FAILED = 2
INTERRUPTED = 130


class _Default(TyperGroup):
    """A group whose command is ``diff`` where the first word is no command."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - see above
        own = {"--help", "--version"}
        if args and args[0] not in self.commands and args[0] not in own:
            args = ["diff", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_Default,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="A semantic diff and change review for behaviour specs.\n\nspecdiff OLD NEW reviews two git revisions, files or folders.",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer's callback
    if wanted:
        typer.echo(f"specdiff {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),  # noqa: FBT001, FBT003
) -> None:
    """Hold the options of the group."""


def _commands() -> None:
    from specdiff.cli import approve, catalogue, demo, diff, init, tree  # noqa: PLC0415 - they register themselves on app

    for module in (diff, tree, catalogue, demo, init, approve):
        module.register(app)


def one_line(text: object) -> str:
    """Return a message as one line with no control characters."""
    flat = " ".join(str(text).split())
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in flat)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; return the exit status."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    if not app.registered_commands:
        _commands()
    words = sys.argv[1:] if arguments is None else arguments
    try:
        status = app(args=words or ["--help"], standalone_mode=False)
        sys.stdout.flush()
    except typer.Exit as error:
        return error.exit_code
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if os.environ.get("SPECDIFF_DEBUG"):
            raise
        sys.stderr.write(f"specdiff: {one_line(_reason(error))}\n")
        return FAILED
    return status if isinstance(status, int) else 0


def _reason(error: Exception) -> str:
    """Return what went wrong and what to do next."""
    if isinstance(error, SpecdiffError):
        return str(error)
    if isinstance(error, _UsageError):
        context = getattr(error, "ctx", None)
        return f"{error.format_message().rstrip('.')}; see `{context.command_path if context else 'specdiff'} --help`"
    if isinstance(error, _ClickException):
        return str(error.format_message())
    if isinstance(error, OSError):
        what = f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}"
        return f"{what}; check the path and the space left, then try again"
    return f"unexpected {type(error).__name__}: {error}; run again with SPECDIFF_DEBUG=1 and report what it prints"
