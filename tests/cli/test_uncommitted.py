"""What lies in the working tree governs no comparison of two revisions, and is said not to."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from cli.kitchen import V1, V2, V3, Specdiff, git, release

APPROVALS = ".specdiff/approvals.toml"
APPROVED = '[[approval]]\nfingerprint = "0123456789abcdef"\nby = "a"\nreason = "b"\n'
QUIET = '[severity]\n"statement/*" = "minor"\n'


@pytest.fixture
def kitchen(own: Path) -> Path:
    release(own, "v1", spec__md=V1)
    release(own, "v2", spec__md=V2)
    return own


def notes(specdiff: Specdiff, folder: Path, *words: str) -> Sequence[str]:
    out = specdiff(*words, "--repo", folder, "-f", "json").out
    return [one for one in json.loads(out)["notes"] if "in the working tree" in one]


def not_in_force(what: str, verb: str = "is", these: str = "that", whose: str = "v2") -> list[str]:
    return [
        f"{what} in the working tree {verb} not in force between two revisions, {these} of {whose} {verb};"
        " commit first, or leave the newer revision away to compare with the working tree."
    ]


def test_what_is_not_committed_is_one_note_of_a_review_of_two_revisions_and_counts_against_the_working_tree(
    kitchen: Path, specdiff: Specdiff
) -> None:
    before = specdiff("v1", "v2", "--repo", kitchen, "-f", "json").out
    assert "in the working tree" not in before
    (kitchen / "specdiff.toml").write_text(QUIET, encoding="utf-8")
    assert notes(specdiff, kitchen, "v1", "v2") == notes(specdiff, kitchen, "v1..v2") == not_in_force("specdiff.toml")
    assert notes(specdiff, kitchen, "v1") == []
    (kitchen / APPROVALS).parent.mkdir()
    (kitchen / APPROVALS).write_text(APPROVED, encoding="utf-8")
    assert notes(specdiff, kitchen, "v1", "v2") == not_in_force(f"specdiff.toml and {APPROVALS}", "are", "those")
    assert json.loads(specdiff("v1", "v2", "--repo", kitchen, "-f", "json").out)["findings"] == json.loads(before)["findings"]


@pytest.mark.parametrize("mess", ["severity = \n", "\0", QUIET])
def test_what_cannot_be_understood_in_the_working_tree_stops_nobody(kitchen: Path, specdiff: Specdiff, mess: str) -> None:
    (kitchen / "specdiff.toml").write_text(mess, encoding="utf-8")
    assert specdiff("v1", "v2", "--repo", kitchen).status == 0
    assert notes(specdiff, kitchen, "v1", "v2") == not_in_force("specdiff.toml")


def test_a_setting_or_an_approval_that_was_taken_out_is_told_and_a_file_that_is_not_there_is_not(kitchen: Path, specdiff: Specdiff) -> None:
    release(kitchen, "v3", spec__md=V3, specdiff__toml=QUIET, __specdiff___approvals__toml=APPROVED)
    (kitchen / APPROVALS).write_text("# none\n", encoding="utf-8")
    assert notes(specdiff, kitchen, "v2", "v3") == not_in_force(APPROVALS, whose="v3")
    (kitchen / APPROVALS).unlink()
    (kitchen / "specdiff.toml").unlink()
    assert notes(specdiff, kitchen, "v2", "v3") == []


@pytest.mark.parametrize("ci", ["", "true"])
def test_nothing_is_said_where_the_working_tree_is_the_newer_side_or_differs_in_comments(
    kitchen: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch, ci: str
) -> None:
    monkeypatch.setenv("CI", ci)
    release(kitchen, "v3", spec__md=V3, specdiff__toml=QUIET)
    assert notes(specdiff, kitchen, "v2", "v3") == []
    (kitchen / "specdiff.toml").write_text(f"# why\n\n{QUIET}", encoding="utf-8")
    assert notes(specdiff, kitchen, "v2", "v3") == []


def test_a_configuration_that_was_named_is_in_force(kitchen: Path, specdiff: Specdiff) -> None:
    (kitchen / "specdiff.toml").write_text(QUIET, encoding="utf-8")
    assert notes(specdiff, kitchen, "v1", "v2", "--config", str(kitchen / "specdiff.toml")) == []


def test_a_bare_clone_has_no_working_tree_and_says_the_same_as_before(kitchen: Path, specdiff: Specdiff, tmp_path: Path) -> None:
    before = specdiff("v1", "v2", "--repo", kitchen, "-f", "json").out
    (kitchen / "specdiff.toml").write_text(QUIET, encoding="utf-8")
    git(tmp_path, "clone", "--quiet", "--bare", str(kitchen), "bare.git")
    bare = json.loads(specdiff("v1", "v2", "--repo", tmp_path / "bare.git", "-f", "json").out)
    assert (bare["findings"], bare["notes"]) == (json.loads(before)["findings"], json.loads(before)["notes"])
