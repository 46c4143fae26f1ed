"""``specdiff comment``: the one comment on a pull request, made, brought up to date or turned to "no changes"."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from specdiff.cli.arguments import Config, Dialect, Paths, Repo, Trusted
from specdiff.cli.streams import put, tell
from specdiff.cli.table import one_of
from specdiff.errors import SpecdiffError

if TYPE_CHECKING:
    from specdiff.cli.settings import Options
    from specdiff.github.comment import When
    from specdiff.github.pull import Report, Thread
    from specdiff.model.review import Outcome

NEEDS = "which pull request? give --repository OWNER/NAME and --pull NUMBER (a workflow on pull_request knows both)"


def comment(
    old: Annotated[str | None, typer.Argument(metavar="[OLD]", help="As for the review; leave it away with --report.")] = None,
    new: Annotated[str | None, typer.Argument(metavar="[NEW]", help="As for the review.")] = None,
    repository: Annotated[str | None, typer.Option("--repository", metavar="OWNER/NAME", help="Default: the workflow's own.")] = None,
    pull: Annotated[str | None, typer.Option("--pull", metavar="NUMBER", help="Default: the workflow's own.")] = None,
    when: Annotated[
        str, typer.Option("--comment", metavar="WHEN", help="always, changes (default), findings or never.", show_default=False)
    ] = "changes",
    report: Annotated[str | None, typer.Option("--report", metavar="FILE", help="Post this Markdown instead of a new review.")] = None,
    outcome: Annotated[
        str,
        typer.Option("--outcome", metavar="NAME", help="With --report: meaning (default), wording or identical.", show_default=False),
    ] = "meaning",
    path: Paths = None,
    repo: Repo = None,
    config: Config = None,
    trusted: Trusted = None,
    dialect: Dialect = None,
) -> int:
    """Make or update the one comment on a GitHub pull request.

    It is found again by its first line and its author. The token comes from the environment: GITHUB_TOKEN, else GH_TOKEN.
    """
    from specdiff.cli.settings import Options
    from specdiff.github.comment import When, identity
    from specdiff.github.pull import Report
    from specdiff.model.review import Outcome

    one_of("--comment", when, [str(one) for one in When])
    one_of("--outcome", outcome, [str(one) for one in Outcome])
    if (report is None) == (old is None):
        raise SpecdiffError("what is to be said? name two revisions (specdiff comment OLD NEW), or a Markdown file with --report")
    if when == When.NEVER:
        return 0
    where = _thread(repository, pull)
    options = Options(repo, tuple(path or ()), config=config, trusted=trusted, dialect=dialect)
    ended, text = (Outcome(outcome), read(report)) if report is not None else _reviewed(old or "", new, options)
    digits = identity(os.environ.get("GITHUB_WORKFLOW", ""), os.environ.get("GITHUB_JOB", ""), options.paths)
    url = said(where, Report(digits, ended, text), When(when))
    put(f"{url}\n" if url else "")
    return 0


def said(where: "Thread", what: "Report", when: "When") -> str:
    """Have the comment on its pull request, tell standard error or the workflow's log what became of it, and return its address.

    In a workflow a token that may not comment, as on pull requests from forks, is a notice and no failure; by hand it is an error.
    """
    from specdiff.github.pull import Became, RefusedError, keep
    from specdiff.github.step import command

    in_workflow = os.environ.get("GITHUB_ACTIONS") == "true"
    try:
        kept = keep(where, what, when)
    except RefusedError as error:
        if not in_workflow:
            raise
        put(command("notice", f"No comment: {error}. The review is in the summary of this job."))
        return ""
    told = {
        Became.CREATED: f"made a comment on {where}",
        Became.UPDATED: f"updated the comment on {where}",
        Became.UNCHANGED: f"the comment on {where} says that already",
        Became.ABSENT: f"nothing to say on {where}, and nothing was said there before",
        Became.STALE: f"{where} has newer commits than the ones reviewed; their own review will comment",
    }
    tell(told[kept.became])
    return kept.url


def read(file: str) -> str:
    """Return a Markdown file's text. Raises SpecdiffError for what is no text."""
    try:
        return Path(file).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise SpecdiffError(f"{file!r} is not UTF-8: byte {error.start} cannot be decoded; give the Markdown that specdiff wrote") from None


def _reviewed(old: str, new: str | None, options: "Options") -> "tuple[Outcome, str]":
    from specdiff.cli.pipeline import opened, reviewed
    from specdiff.rendering.catalogue import formats
    from specdiff.rendering.format import Style

    review = reviewed(opened(old, new, options))
    return review.outcome, formats()["markdown"].render(review, Style())


def _thread(repository: str | None, pull: str | None) -> "Thread":
    from specdiff.github.event import Event
    from specdiff.github.pull import API, Thread, token

    where = repository or os.environ.get("GITHUB_REPOSITORY", "")
    number = pull or str(Event.current().pull or "")
    if not where or not number:
        raise SpecdiffError(NEEDS)
    return Thread(checked(where), numbered(number), token(), api=os.environ.get("GITHUB_API_URL") or API)


def checked(repository: str) -> str:
    """Return "owner/name". Raises SpecdiffError for anything else."""
    import re

    if not re.fullmatch(r"[\w-][\w.-]*/[\w.-]+", repository, re.ASCII):
        raise SpecdiffError(f"{repository!r} is no repository on GitHub; write it as OWNER/NAME")
    return repository


def numbered(pull: str) -> int:
    """Return a pull request's number. Raises SpecdiffError for what is none."""
    if not (pull.isascii() and pull.isdecimal() and 0 < len(pull) <= 10 and int(pull)):  # noqa: PLR2004 - more digits than there are pull requests
        raise SpecdiffError(f"{pull[:20]!r} is no number of a pull request; give it with --pull, or with the action's input pull-request")
    return int(pull)
