"""Approvals: written for people, read with care, in force only where they are meant to be."""

import json
import tomllib
from pathlib import Path

import pytest

from cli.kitchen import V1, V2, V3, Specdiff, new_repository, release

FILE = ".specdiff/approvals.toml"
SOME = "0123456789abcdef"


def finding(specdiff: Specdiff, folder: Path) -> str:
    (found,) = json.loads(specdiff("v1", "v2", "--repo", folder, "-f", "json").out)["findings"]
    return str(found["fingerprint"])


@pytest.fixture
def kitchen(own: Path) -> Path:
    release(own, "v1", spec__md=V1)
    release(own, "v2", spec__md=V2)
    return own


def test_an_approval_is_added_to_a_file_that_people_and_toml_can_read(own: Path, specdiff: Specdiff) -> None:
    words = ("--by", "Zoë", "--reason", 'She said "yes"\n\\o/\x1b[0m', "--expires", "2031-02-28", "--repo", own)
    status, out, err = specdiff("approve", SOME, *words)
    assert (status, out, err) == (0, f"approved {SOME} in {own / FILE}\n", "")
    text = (own / FILE).read_text(encoding="utf-8")
    assert text == (
        "# Findings that were accepted. Written by `specdiff approve`; to take one back, remove its entry.\n\n"
        f'[[approval]]\nfingerprint = "{SOME}"\nby = "Zoë"\nreason = "She said \\"yes\\" \\\\o/\ufffd[0m"\nexpires = 2031-02-28\n'
    )
    (entry,) = tomllib.loads(text)["approval"]
    assert entry["reason"] == 'She said "yes" \\o/\ufffd[0m'


def test_what_is_in_the_file_stays_as_it_is(own: Path, specdiff: Specdiff) -> None:
    (own / ".specdiff").mkdir()
    before = f"# ours\n[[approval]]   # why not\nfingerprint='{SOME}'\nby='a'\nreason='b'"
    (own / FILE).write_text(before, encoding="utf-8")
    specdiff("approve", "f" * 16, "--by", "c", "--reason", "d", "--repo", own)
    text = (own / FILE).read_text(encoding="utf-8")
    assert text.startswith(before)
    assert [entry["fingerprint"] for entry in tomllib.loads(text)["approval"]] == [SOME, "f" * 16]
    assert [path.name for path in (own / ".specdiff").iterdir()] == ["approvals.toml"]


def test_it_goes_to_the_top_of_the_repository_from_any_folder_in_it(own: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch) -> None:
    (own / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(own / "a" / "b")
    assert specdiff("approve", SOME, "--by", "a", "--reason", "b").status == 0
    assert (own / FILE).exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("123",), "'123' is no fingerprint (16 hex digits); they are in the review, see `specdiff OLD NEW`"),
        (("0123456789ABCDEF",), "'0123456789ABCDEF' is no fingerprint"),
        ((SOME, "--expires", "soon"), "--expires 'soon' is no date; write it as YYYY-MM-DD"),
        ((SOME, "--expires", "2025-02-30"), "--expires '2025-02-30' is no date; write it as YYYY-MM-DD"),
        ((SOME, "--reason", " "), "an approval needs its grounds: give --reason and --by"),
        ((SOME, "v1", "v2"), f"no finding of this review is {SOME}; see `specdiff v1 v2`"),
    ],
)
def test_nothing_is_written_for_what_is_wrong(kitchen: Path, specdiff: Specdiff, words: tuple[str, ...], said: str) -> None:
    status, out, err = specdiff("approve", "--by", "a", "--reason", "b", "--repo", kitchen, *words)
    assert (status, out) == (2, "")
    assert err.startswith(f"specdiff: {said}")
    assert not (kitchen / FILE).exists()


def test_nothing_is_approved_twice(own: Path, specdiff: Specdiff) -> None:
    words = ("approve", SOME, "--by", "a", "--reason", "b", "--repo", own)
    assert specdiff(*words).status == 0
    status, _, err = specdiff(*words)
    assert (status, err) == (2, f"specdiff: {SOME} is approved already in {own / FILE}; edit the entry there\n")


def test_with_two_revisions_the_entry_says_what_was_approved(kitchen: Path, specdiff: Specdiff) -> None:
    fingerprint = finding(specdiff, kitchen)
    specdiff("approve", fingerprint, "v1", "v2", "--by", "a", "--reason", "b", "--repo", kitchen)
    text = (kitchen / FILE).read_text(encoding="utf-8")
    (entry,) = tomllib.loads(text)["approval"]
    assert entry["rule"] == "statement/weakened"
    assert "\n# A rule binds less" in text


def test_an_approved_finding_is_shown_as_accepted_and_does_not_fail(kitchen: Path, specdiff: Specdiff) -> None:
    fingerprint = finding(specdiff, kitchen)
    assert specdiff("v1", "v2", "--repo", kitchen, "--fail-on", "major").status == 1
    specdiff("approve", fingerprint, "--by", "a", "--reason", "b", "--expires", "9999-12-31", "--repo", kitchen)
    release(kitchen, "v3")
    status, out, _ = specdiff("v1", "v3", "--repo", kitchen, "--fail-on", "editorial", "-f", "json")
    (found,) = json.loads(out)["findings"]
    assert found["accepted"] == {"by": "a", "reason": "b", "expires": "9999-12-31"}
    assert (status, json.loads(out)["notes"]) == (0, [])


def test_an_expired_approval_is_reported_and_gates_nothing_any_more(kitchen: Path, specdiff: Specdiff) -> None:
    fingerprint = finding(specdiff, kitchen)
    specdiff("approve", fingerprint, "--by", "a", "--reason", "b", "--expires", "2020-01-01", "--repo", kitchen)
    release(kitchen, "v3")
    status, out, _ = specdiff("v1", "v3", "--repo", kitchen, "--fail-on", "major", "-f", "json")
    assert status == 1
    assert [fingerprint in note and "expired on 2020-01-01" in note for note in json.loads(out)["notes"]] == [True]


def test_an_approval_that_fits_nothing_is_reported(kitchen: Path, specdiff: Specdiff) -> None:
    specdiff("approve", SOME, "--by", "a", "--reason", "b", "--repo", kitchen)
    release(kitchen, "v3")
    out = specdiff("v1", "v3", "--repo", kitchen, "-f", "json").out
    assert [SOME in note and "fits no finding" in note for note in json.loads(out)["notes"]] == [True]


def test_under_ci_a_change_cannot_approve_itself(kitchen: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch) -> None:
    fingerprint = finding(specdiff, kitchen)
    specdiff("approve", fingerprint, "--by", "a", "--reason", "b", "--repo", kitchen)
    release(kitchen, "v3")
    monkeypatch.setenv("CI", "true")
    status, out, _ = specdiff("v1", "v3", "--repo", kitchen, "--fail-on", "major", "-f", "json")
    assert status == 1
    assert json.loads(out)["notes"] == [f"{FILE} is not the same in v1 and v3; the one in v1 is in force."]


def test_an_approval_that_was_there_before_holds_under_ci(
    tmp_path: Path, kitchen: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch
) -> None:
    fingerprint = finding(specdiff, kitchen)
    other = new_repository(tmp_path / "other")
    release(other, "v1", spec__md=V1, __specdiff___approvals__toml=f"[[approval]]\nfingerprint='{fingerprint}'\nby='a'\nreason='b'\n")
    release(other, "v2", spec__md=V2)
    monkeypatch.setenv("CI", "true")
    assert specdiff("v1", "v2", "--repo", other, "--fail-on", "major").status == 0
    release(other, "v3", spec__md=V3.replace("greet", "feed"))
    assert specdiff("v1", "v3", "--repo", other, "--fail-on", "major").status == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "[[approval]]\nfingerprint='0123456789abcdef'\nby='a'\n",
            "an approval lacks its reason; add it, or write it with `specdiff approve`",
        ),
        ("[[approval]]\nfingerprint='0123'\nby='a'\nreason='b'\n", "'0123' is no fingerprint (16 hex digits)"),
        (
            "[[approval]]\nfingerprint='0123456789abcdef'\nby='a'\nreason='b'\nexpires='soon'\n",
            "expires 'soon' is no date; write it as YYYY-MM-DD",
        ),
        (
            "[[approval]]\nfingerprint='0123456789abcdef'\nby='a'\nreason='b'\nexpire=2025-01-01\n",
            "no setting is called 'approval.expire'; did you mean 'expires'?",
        ),
        ("[[approvals]]\n", "no setting is called 'approvals'; did you mean 'approval'?"),
        ("approval = 3\n", "approval must be a list of tables: [[approval]]"),
        ("[[approval]\n", "is not valid TOML"),
    ],
)
def test_a_mistake_in_the_approvals_is_one_line(kitchen: Path, specdiff: Specdiff, text: str, said: str) -> None:
    release(kitchen, "v3", __specdiff___approvals__toml=text)
    status, out, err = specdiff("v1", "v3", "--repo", kitchen)
    assert (status, out) == (2, "")
    assert err.startswith(f"specdiff: {FILE}")
    assert said in err
    assert err.count("\n") == 1


def test_another_approvals_file_can_be_configured(kitchen: Path, specdiff: Specdiff) -> None:
    fingerprint = finding(specdiff, kitchen)
    release(kitchen, "v3", specdiff__toml="approvals = 'policies/accepted.toml'\n")
    specdiff("approve", fingerprint, "v1", "v3", "--by", "a", "--reason", "b", "--repo", kitchen)
    assert (kitchen / "policies" / "accepted.toml").exists()
    release(kitchen, "v4")
    assert specdiff("v1", "v4", "--repo", kitchen, "--fail-on", "major").status == 0
