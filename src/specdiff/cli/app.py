"""The commands, and that ``specdiff OLD NEW`` is ``specdiff diff OLD NEW``. A command is loaded when it is wanted."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from specdiff import __version__

# Each is the function of that name in the module of that name here; what it does is the first line of its docstring.
COMMANDS = {
    "diff": "Review two revisions (the default command).",
    "tree": "Show what was understood of a revision.",
    "match": "Show what was paired with what, and why.",
    "rules": "List every rule.",
    "explain": "Explain a rule, or a shift of values.",
    "approve": "Accept findings, with a reason.",
    "schema": "Print the JSON Schema of the review as JSON.",
    "comment": "Make or update the one comment on a GitHub pull request.",
    "init": "Write a commented specdiff.toml.",
    "git-diff-driver": "Review one file for git diff, git log -p and git show.",
    "demo": "Review two releases of an example spec.",
    "action": "Run a step of the GitHub Action (see docs/github.md).",
}
CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}

# Some releases of typer carry their own copy of click and some use click itself; typer's public names tell which.
_UsageError: Any = typer.BadParameter.__bases__[0]
_ClickException: Any = _UsageError.__bases__[0]


class _AsWritten:
    """What typer makes of a word: the word, since every parameter of ours is a string, a list of strings or a flag.

    Where typer converts by pydantic, leaving that out halves what it takes to start; other releases of typer do not look at this.
    """

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:  # noqa: ANN401, ARG002
        """Return *value*, and the empty list for none where several are allowed."""
        return () if value is None and (param.multiple or param.nargs == -1) else value


def _as_written(parameters: list[Any]) -> list[Any]:
    for parameter in parameters:
        parameter._runtime_param = _AsWritten()  # noqa: SLF001 - typer has no other way in
    return parameters


class _Command(TyperCommand):
    """A command that takes words as they are written."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 - see above
        """Return the parameters."""
        return _as_written(super().get_params(ctx))


class _Reviewing(TyperGroup):
    """A group that reads anything which is no command of its own as the arguments of ``diff``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - see above
        """Put ``diff`` before the arguments where no command is named."""
        first = args[0] if args else ""
        if first not in COMMANDS and first not in ("-h", "--help", "--version"):
            args = ["diff", *args]
        elif first == "git-diff-driver" and args[1:] not in (["-h"], ["--help"]):
            args = [first, "--", *args[1:]]  # a path may look like an option
        return super().parse_args(ctx, args)

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401
        """Return the parameters of the group itself."""
        return _as_written(super().get_params(ctx))

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002
        """Name the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        one = typer.Typer(add_completion=False, rich_markup_mode=None)
        one.command(cmd_name, cls=_Command, context_settings=CONTEXT)(getattr(import_module(f"specdiff.cli.{name}"), name))
        return typer.main.get_command(one)

    def format_usage(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002
        """Show both ways to use it."""
        formatter.write_usage("specdiff", "OLD NEW [OPTIONS]")
        formatter.write_usage("specdiff", "COMMAND …", prefix="       ")

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Show the options of the review, then the commands."""
        parameters = [*self.get_command(ctx, "diff").params, *self.get_params(ctx)]
        rows = [row for one in parameters if (row := one.get_help_record(ctx)) is not None]
        with formatter.section("Options"):
            formatter.write_dl([row for row in rows if row[0].startswith("-")])
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


app = typer.Typer(cls=_Reviewing, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=CONTEXT)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"specdiff {__version__}")
        raise typer.Exit


@app.callback()
def _group(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Review what changed in meaning between two revisions of a behaviour spec.

    OLD and NEW are each a git revision (branch, tag, commit, HEAD~2), REV:path, a file, a folder, or - for standard input;
    OLD..NEW and OLD...NEW work as in git. Without NEW, OLD is compared with the working tree.
    """


NEAR = 80
"""From here on, out of 100, two words are so alike that one may be a slip of the pen for the other."""


def ratio(word: str, other: str) -> float:
    """Return how alike two words are, from 0 to 100."""
    from rapidfuzz import fuzz

    return fuzz.ratio(word, other)


def mistyped(first: str, message: str) -> str:
    """Return the end of a *message* about a command line whose *first* word nearly is a command; empty where it is not to blame."""
    near = max(COMMANDS, key=lambda name: ratio(first, name))
    blamed = any(one in message for one in (first, "see `specdiff", "not in a git repository"))
    if not blamed or first in COMMANDS or first.startswith("-") or ratio(first, near) < NEAR:
        return ""
    return f"; or did you mean the command: specdiff {near}?"


def misuse(error: Exception) -> str | None:
    """Return what typer has against the command line, with where to read more; ``None`` for an error of another kind."""
    if not isinstance(error, _ClickException):
        return None
    message = str(error.format_message()).rstrip(".")
    option = getattr(error, "option_name", None)
    if option and hasattr(error, "possibilities"):  # any that has the same beginning or end is offered there
        near = [one for one in error.possibilities or () if ratio(option, one) >= NEAR]
        message = f"no option is called {option}" + (f"; did you mean {near[0]}?" if near else "")
    context = getattr(error, "ctx", None)
    return f"{message}; see `{context.command_path if context is not None else 'specdiff'} --help`"
