"""``specdiff action``: the steps of the GitHub Action. ``action.yml`` says in which order; all that they are told is in the environment."""

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from specdiff.errors import SpecdiffError

if TYPE_CHECKING:
    from specdiff.cli.settings import Options
    from specdiff.github.event import Ends, Event
    from specdiff.github.fetch import Clone
    from specdiff.github.pull import Thread
    from specdiff.model.review import Review, Side

FILES = {
    "json": "report.json",
    "markdown": "report.md",
    "html": "report.html",
    "sarif": "report.sarif",
    "github": "annotations.txt",
}
"""The formats that a review is written in, and their files."""
NUMBER = "pull-request.txt"
LOG_WIDTH = 110
SHORT = 10


def action(step: Annotated[str, typer.Argument(metavar="STEP", help="review, annotate, comment or gate.")]) -> int:
    """Run a step of the GitHub Action (see docs/github.md)."""
    from specdiff.cli.main import one_line
    from specdiff.cli.table import one_of
    from specdiff.github.step import command, summarise

    steps = {"review": _review, "annotate": _annotate, "comment": _comment, "gate": _gate}
    one_of("the step", step, tuple(steps))
    try:
        return steps[step]()
    except SpecdiffError as error:
        told = one_line(error)
        sys.stdout.write(command("error", told))
        summarise(f"## specdiff: nothing was reviewed\n\n    {told}\n" if step == "review" else "")
        raise


def _review() -> int:
    """Review the commits of the event; write reports, outputs and the job's summary."""
    from specdiff.cli.pipeline import opened, reviewed
    from specdiff.github.comment import When, identity
    from specdiff.github.event import Event
    from specdiff.github.step import output, silenced, summarise, wanted

    When(_chosen("comment", tuple(When), "changes"))  # before anything is done, so that a mistake is told at once
    event = Event.current()
    ends = _ends(event)
    if ends is None:
        return 0
    clone = _clone()
    old, new = clone.commits(ends)
    span = f"{clone.short(old)}{'...' if ends.branched else '..'}{clone.short(new)}"
    options = _options(clone)
    start = opened(span, None, options)
    review = _named(reviewed(start), ends.names)
    digits = identity(os.environ.get("GITHUB_WORKFLOW", ""), os.environ.get("GITHUB_JOB", ""), options.paths)
    reports = _written(review, _temporary() / digits, ends.pull)
    output(
        {
            **_counts(review),
            **{f"report-{name}": reports.get(name, "") for name in FILES},
            "folder": str(_temporary() / digits),
            "digits": digits,
            "artifact": _artifact(wanted("html-artifact"), digits),
            "pull": str(ends.pull or ""),
            "head": "" if wanted("head") else new,
            "gate": _verdict(review, start.chosen.fail_on),
        }
    )
    markdown = Path(reports["markdown"]).read_text(encoding="utf-8")
    summarise(markdown)
    sys.stdout.write(silenced(_terminal(review)))
    return 0


def _annotate() -> int:
    """Put findings beside the lines that they are about."""
    place = os.environ.get("REVIEW_ANNOTATIONS", "")
    if place:
        sys.stdout.write(Path(place).read_text(encoding="utf-8"))
    return 0


def _comment() -> int:
    """Make or update the comment; hand its address to the steps that follow."""
    from specdiff import __version__
    from specdiff.cli.comment import read, said
    from specdiff.github.comment import When
    from specdiff.github.pull import BusyError, Report
    from specdiff.github.step import command, output
    from specdiff.model.review import Outcome

    when = When(_chosen("comment", tuple(When), "changes"))
    pull = os.environ.get("REVIEW_PULL", "")
    if not pull or when is When.NEVER:
        sys.stdout.write("no comment: " + ("the input comment says never\n" if pull else "this is about no pull request\n"))
        return 0
    where = _thread(pull, os.environ.get("REVIEW_HEAD", ""))
    more = f"{_server()}/{where.repository}/pull/{pull}/checks"
    foot = f"<sub>specdiff {__version__} · the summary of the job and its reports are with [the checks]({more}).</sub>"
    report = Report(os.environ["REVIEW_DIGITS"], Outcome(os.environ["REVIEW_OUTCOME"]), read(os.environ["REVIEW_REPORT"]), foot)
    try:
        output({"comment-url": said(where, report, when)})
    except BusyError as error:  # whether the job fails is for the gate to say
        sys.stdout.write(command("warning", f"No comment: {error}"))
    return 0


def _gate() -> int:
    """Fail if the review found what it must not."""
    from specdiff.github.step import command

    verdict = os.environ.get("REVIEW_GATE", "")
    if verdict:
        sys.stdout.write(command("error", verdict))
    return 1 if verdict else 0


def _ends(event: "Event") -> "Ends | None":
    """Return what to compare; ``None``, with a notice, where that has been overtaken by newer commits."""
    from specdiff.cli.comment import numbered
    from specdiff.github.event import Ends
    from specdiff.github.pull import asked
    from specdiff.github.step import command, wanted

    named = wanted("pull-request")
    if not named:
        return event.ends(wanted("base"), wanted("head"))
    number = numbered(Path(named).read_text(encoding="utf-8").strip() if Path(named).is_file() else named)
    request = asked(_thread(str(number)))
    run = event.data.get("workflow_run")
    if isinstance(run, dict):
        reviewed = (event.get("workflow_run", "head_sha"), event.get("workflow_run", "head_repository", "full_name"))
        if reviewed != (request.head, request.head_repository) or not request.is_open:
            told = f"#{number} is not, or no longer, what that run was about; nothing is said there"
            sys.stdout.write(command("notice", told))
            return None
    base, head = wanted("base"), wanted("head")
    names = ("", "") if base or head else request.names
    return Ends(base or request.base, head or request.head, branched=not base, pull=number, names=names)


def _named(review: "Review", names: tuple[str, str]) -> "Review":
    """Return the review with its ends called as people know them: the branch, and the commit that it stands at."""
    from dataclasses import replace

    def side(one: "Side", name: str) -> "Side":
        commit = (one.revision.commit or "")[:SHORT]
        label = f"{name} ({commit})" if name else commit or one.revision.label
        return replace(one, revision=replace(one.revision, label=label))

    return replace(review, old=side(review.old, names[0]), new=side(review.new, names[1]))


def _clone() -> "Clone":
    from specdiff.github.fetch import Clone

    return Clone(
        Path(os.environ.get("GITHUB_WORKSPACE") or "."),
        _temporary() / "repository",
        server=_server(),
        repository=os.environ.get("GITHUB_REPOSITORY", ""),
        token=os.environ.get("GITHUB_TOKEN", ""),
    )


def _options(clone: "Clone") -> "Options":
    """Return what the inputs ask for. Under CI a configuration in the repository is read from the base, wherever it is named."""
    from specdiff.cli.settings import Options
    from specdiff.github.step import lines, wanted

    config = wanted("config")
    return Options(
        str(clone.folder), lines("path"), config=str(clone.folder / config) if config else None, fail_on=wanted("fail-on") or None
    )


def _written(review: "Review", folder: Path, pull: int | None) -> dict[str, str]:
    """Write the review in each format that is wanted, and the pull request's number; return the files by format."""
    from specdiff.cli.streams import write
    from specdiff.github.step import switched
    from specdiff.rendering.catalogue import formats
    from specdiff.rendering.format import Style

    unwanted = {name for name, switch in (("sarif", "sarif"), ("github", "annotations")) if not switched(switch)}
    folder.mkdir(parents=True, exist_ok=True)
    files = {name: folder / file for name, file in FILES.items() if name not in unwanted}
    for name, file in files.items():
        write(file, formats()[name].render(review, Style()))
    if pull is not None:
        write(folder / NUMBER, f"{pull}\n")
    return {name: str(file) for name, file in files.items()}


def _counts(review: "Review") -> Mapping[str, str]:
    from specdiff.model.finding import Severity
    from specdiff.model.review import Outcome

    return {
        "changed": "false" if review.outcome is Outcome.IDENTICAL else "true",
        "outcome": str(review.outcome),
        **{str(one): str(review.by_severity.get(one.value, 0)) for one in Severity},
        "shifts": str(len(review.shifts)),
    }


def _verdict(review: "Review", fail_on: str) -> str:
    """Return why the job must fail, empty where it need not."""
    from specdiff.cli.diff import gated

    verdict = gated(review, fail_on)
    return f"{verdict} (fail-on); they are in the summary of this job" if verdict else ""


def _terminal(review: "Review") -> str:
    from specdiff.rendering.catalogue import formats
    from specdiff.rendering.format import Style

    return formats()["terminal"].render(review, Style(width=LOG_WIDTH))


def _artifact(wanted: str, digits: str) -> str:
    """Return the name of the artifact that takes the reports, empty for none: two uses in one workflow must not have the same."""
    return {"": "", "false": "", "true": f"specdiff-{digits[:8]}"}.get(wanted, wanted)


def _chosen(name: str, allowed: tuple[str, ...], default: str) -> str:
    from specdiff.cli.table import one_of
    from specdiff.github.step import wanted

    value = wanted(name) or default
    one_of(f"the input {name}", value, [str(one) for one in allowed])
    return value


def _thread(pull: str, head: str = "") -> "Thread":
    from specdiff.cli.comment import checked, numbered
    from specdiff.github.pull import API, Thread, token

    repository = checked(os.environ.get("GITHUB_REPOSITORY", ""))
    return Thread(repository, numbered(pull), token(), head, os.environ.get("GITHUB_API_URL") or API)


def _server() -> str:
    return (os.environ.get("GITHUB_SERVER_URL") or "https://github.com").rstrip("/")


def _temporary() -> Path:
    return Path(os.environ.get("RUNNER_TEMP") or tempfile.gettempdir()) / "specdiff"
