"""All formats say the same of one review: the same findings, the same ending, each within its stated limits."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from cli.kitchen import V1, V2, new_repository, release
from rendering.readers import ACCEPTED, READERS, read_github
from rendering.sample import ADDED, ENTRIES, FILES, FULL, IDENTICAL, TICKETS, WORDING, entry, many, review
from specdiff.cli.output import targets
from specdiff.model.review import Review
from specdiff.rendering.catalogue import format_of, formats
from specdiff.rendering.format import Style
from specdiff.rendering.remarks import remarks

REVIEWS = {"full": FULL, "files": FILES, "wording": WORDING, "identical": IDENTICAL, "many": many(150)}
THOUSANDS = many(6_000)
STYLE = Style(width=1_000, verbose=True)
QUIET = {"rdjson": ("minor", "editorial")}
"""Severities that a format has one word for."""
SILENT = {"gitlab", "rdjson"}
"""Formats that are a bare list of findings: they have no place for how a review ends."""
LIMITED = {"github", "markdown"}
"""Formats that leave findings out where there are as many as here, and say so; the others never do, but for SARIF's 5,000."""


def told(name: str, one: Review):
    return READERS[name](formats()[name].render(one, STYLE))


def expected(name: str, one: Review) -> Counter[tuple[str, str]]:
    """What a format must say: every finding that is no echo, and every change that none explains."""
    quiet = QUIET.get(name, ())
    return Counter(
        ACCEPTED if found.accepted else ("quiet" if found.severity in quiet else str(found.severity), found.rule.id)
        for found in remarks(one)
    )


def test_every_format_can_be_read_back() -> None:
    assert set(READERS) == set(formats())


@pytest.mark.parametrize("kind", REVIEWS)
@pytest.mark.parametrize("name", sorted(formats()))
def test_every_format_says_the_same_findings_or_how_many_it_leaves_out(name: str, kind: str) -> None:
    one = REVIEWS[kind]
    found, wanted = told(name, one), expected(name, one)
    assert Counter(found.findings) <= wanted
    assert len(found.findings) + found.left == wanted.total()
    assert not found.left or name in LIMITED
    if found.fingerprints is not None and not found.left:
        assert set(found.fingerprints) >= {entry.fingerprint for entry in one.entries if entry.explained_by is None}


@pytest.mark.parametrize("kind", REVIEWS)
@pytest.mark.parametrize("name", sorted(set(formats()) - SILENT))
def test_every_format_says_how_the_review_ends(name: str, kind: str) -> None:
    assert told(name, REVIEWS[kind]).ending == REVIEWS[kind].outcome


@pytest.mark.parametrize("name", sorted(formats()))
def test_what_is_identical_has_no_finding_and_what_changed_has_some(name: str) -> None:
    unexplained = review((), unexplained=FULL.unexplained)
    assert (told(name, IDENTICAL).findings, told(name, IDENTICAL).left) == ([], 0)
    for changed in (FULL, WORDING, unexplained):
        assert len(told(name, changed).findings) + told(name, changed).left > 0 or name == "github"
    assert read_github(formats()["github"].render(WORDING, STYLE)).findings == []


def test_each_remark_has_a_fingerprint_of_its_own() -> None:
    twice = replace(FULL, unexplained=FULL.unexplained * 2)
    found = [one.fingerprint for one in remarks(twice)]
    assert len(set(found)) == len(found) == len(remarks(FULL)) + 2
    assert found[: len(remarks(FULL))] == [one.fingerprint for one in remarks(FULL)]


@pytest.mark.parametrize("name", sorted(formats()))
def test_a_spec_that_came_or_went_is_shown(name: str) -> None:
    for one in (ADDED, review(ENTRIES, new=ADDED.old)):
        READERS[name](formats()[name].render(one, STYLE))


def test_workflow_commands_are_the_worst_ten_errors_and_warnings() -> None:
    found = told("github", REVIEWS["many"])
    assert found.findings == [("critical", "statement/weakened")] * 10 + [("major", "statement/weakened")] * 10
    assert found.left == 130


def test_sarif_keeps_the_worst_5000_results() -> None:
    log = json.loads(formats()["sarif"].render(THOUSANDS, STYLE))
    (run,) = log["runs"]
    kept = [one["partialFingerprints"]["primaryLocationLineHash"] for one in run["results"]]
    assert kept == [f"{one.fingerprint}:1" for one in THOUSANDS.entries[:5_000]]
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].startswith("1,000 more findings")


def test_the_help_and_the_pages_name_every_format() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "specdiff", "--help"], capture_output=True, text=True, check=True, env={"COLUMNS": "200"}
    ).stdout
    root = Path(__file__).resolve().parents[2]
    for page in (told, *((root / path).read_text(encoding="utf-8") for path in ("README.md", "docs/formats.md"))):
        assert [name for name in formats() if name not in page] == []


@pytest.mark.parametrize("name", sorted(formats()))
def test_a_file_with_a_formats_suffix_is_written_in_it(name: str) -> None:
    ((chosen, _),) = targets(("terminal",), (f"review{formats()[name].suffix}",), explicit=False)
    assert chosen.name == name


def test_an_accepted_finding_is_loud_nowhere() -> None:
    (accepted,) = [one for one in ENTRIES if one.accepted]
    loud = review((accepted, entry(1, "statement/reworded", TICKETS, "m", "x", new=1)))
    assert read_github(formats()["github"].render(loud, STYLE)).findings == []
    assert "<failure" not in formats()["junit"].render(loud, STYLE)
    assert '"level": "note"' in formats()["sarif"].render(loud, STYLE)
    assert '"severity": "info"' in formats()["gitlab"].render(loud, STYLE)


def snippets() -> list[str]:
    """The commands that the page of formats shows, as a shell takes them."""
    page = (Path(__file__).resolve().parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    lines = [line.partition("  #")[0].strip() for line in re.findall(r"(?m)^(specdiff .*)$", page)]
    return [line for line in lines if "reviewdog" not in line]


@pytest.mark.parametrize("snippet", snippets())
def test_what_the_page_shows_works_as_it_stands(snippet: str, tmp_path: Path) -> None:
    program = f"{sys.executable} -m specdiff"
    folder = new_repository(tmp_path / "kitchen")
    release(folder, "v1", spec__md=V1)
    release(folder, "v2", spec__md=V2)
    needed = re.findall(r"\| (jq|grep) ", snippet)
    if not all(map(shutil.which, needed)):
        pytest.skip(f"{needed[0]} is not installed")
    script = re.sub(r"\bspecdiff (?=v1|main|schema|\")", f"{program} ", snippet)
    environment = {**os.environ, "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"), "BASE": "main"}
    made = subprocess.run(
        ["bash", "-o", "pipefail", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert (made.returncode, made.stderr) == (0, "")


@pytest.mark.parametrize("name", sorted(formats()))
def test_a_format_is_found_by_its_name_without_the_others(name: str) -> None:
    assert format_of(name) is formats()[name]


@pytest.mark.parametrize("name", ["paper", "no such thing", ""])
def test_what_no_format_is_called_names_none(name: str) -> None:
    assert format_of(name) is None
