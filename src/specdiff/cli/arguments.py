"""Arguments and options that several commands share. Every one is a string, a list of strings or a flag (see ``app``)."""

from typing import Annotated

import typer

Old = Annotated[str, typer.Argument(metavar="OLD", help="A revision, A..B, A...B, REV:path, a file, a folder, or - for standard input.")]
New = Annotated[str | None, typer.Argument(metavar="[NEW]", help="The same; default: the working tree.")]
Repo = Annotated[str | None, typer.Option("--repo", metavar="DIR", help="The git repository; default: the one around the current folder.")]
Paths = Annotated[
    list[str] | None, typer.Option("--path", metavar="PATH", help="The spec in the repository (repeatable, globs); default: it is found.")
]
Config = Annotated[str | None, typer.Option("--config", metavar="FILE", help="A specdiff.toml; default: that of the side that is trusted.")]
Dialect = Annotated[str | None, typer.Option("--dialect", metavar="NAME", help="How the spec is written; default: it is recognised.")]
Staged = Annotated[bool, typer.Option("--staged", help="Compare with the index instead of the working tree; OLD is HEAD by default.")]
Trusted = Annotated[
    str | None,
    typer.Option("--trusted", metavar="SIDE", help="Whose configuration and approvals hold: new, or old (default where CI is set)."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
