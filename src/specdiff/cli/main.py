"""``specdiff OLD NEW`` and the other commands; every failure is one line on standard error and exit status 2."""

import os
import signal
import sys
from typing import Any

import click
import typer
from typer.core import TyperGroup

from specdiff import __version__
from specdiff.errors import SpecdiffError

FAILED = 2
INTERRUPTED = 130


class _Default(TyperGroup):
    """A group whose command is ``diff`` where the first word is no command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "--version"}
        if args and args[0] not in self.commands and args[0] not in own:
            args = ["diff", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_Default,
    add_completion=False,
    no_args_is_help=True,
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
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),  # noqa: FBT001, FBT003, ARG001
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
    try:
        status = app(args=arguments, standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except SpecdiffError as error:
        return _failed(error)
    except click.exceptions.Exit as error:
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.UsageError as error:
        hint = "see `specdiff --help`" if error.ctx is None else f"see `{error.ctx.command_path} --help`"
        return _failed(f"{error.format_message().rstrip('.')}; {hint}")
    except click.ClickException as error:
        return _failed(error.format_message())
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _failed(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}; check the path and the space left, then try again")
    except Exception as error:
        if os.environ.get("SPECDIFF_DEBUG"):
            raise
        return _failed(f"unexpected {type(error).__name__}: {error}; run again with SPECDIFF_DEBUG=1 and report what it prints")


def _failed(message: object) -> int:
    sys.stderr.write(f"specdiff: {one_line(message)}\n")
    return FAILED
