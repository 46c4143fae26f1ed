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
    assert (status, out.splitlines()[0], err) == (0, f"approved {SOME} in {own / FILE}", "")
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
        (("123",), "'123' is no fingerprint (16 hex digits); they are in the review, see `specdiff OLD NEW --verbose`"),
        (("0123456789ABCDEF",), "'0123456789ABCDEF' is no fingerprint"),
        ((SOME, "--expires", "soon"), "--expires 'soon' is no date; write it as YYYY-MM-DD"),
        ((SOME, "--expires", "2025-02-30"), "--expires '2025-02-30' is no date; write it as YYYY-MM-DD"),
        ((SOME, "--reason", " "), "an approval needs its grounds: give --reason and --by"),
        ((SOME, "v1", "v2"), f"no finding of this review is {SOME}; see `specdiff v1 v2 --verbose`"),
    ],
)
def test_nothing_is_written_for_what_is_wrong(kitchen: Path, specdiff: Specdiff, words: tuple[str, ...], said: str) -> None:
    status, out, err = specdiff("approve", "--by", "a", "--reason", "b", "--expires", "9999-12-31", "--repo", kitchen, *words)
    assert (status, out) == (2, "")
    assert err.startswith(f"specdiff: {said}")
    assert not (kitchen / FILE).exists()


def test_nothing_is_approved_twice(own: Path, specdiff: Specdiff) -> None:
    words = ("approve", SOME, "--by", "a", "--reason", "b", "--repo", own)
    assert specdiff(*words).status == 0
    status, _, err = specdiff(*words, "--expires", "9999-12-31")
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
    (note,) = json.loads(out)["notes"]
    assert (status, note) == (
        0,
        f"The configuration or the approvals changed too (approval {fingerprint}). Those of v3 are in force here;"
        " under CI those of v1 would be, and this a finding (config/changed).",
    )


def test_an_expired_approval_is_reported_and_gates_nothing_any_more(kitchen: Path, specdiff: Specdiff) -> None:
    fingerprint = finding(specdiff, kitchen)
    specdiff("approve", fingerprint, "--by", "a", "--reason", "b", "--expires", "2020-01-01", "--repo", kitchen)
    release(kitchen, "v3")
    status, out, _ = specdiff("v1", "v3", "--repo", kitchen, "--fail-on", "major", "-f", "json")
    assert status == 1
    assert [note for note in json.loads(out)["notes"] if fingerprint in note and "expired on 2020-01-01" in note]


def test_an_approval_that_fits_nothing_is_reported(kitchen: Path, specdiff: Specdiff) -> None:
    specdiff("approve", SOME, "--by", "a", "--reason", "b", "--repo", kitchen)
    release(kitchen, "v3")
    out = specdiff("v1", "v3", "--repo", kitchen, "-f", "json").out
    assert [note for note in json.loads(out)["notes"] if SOME in note and "fits no finding" in note]


def test_under_ci_a_change_cannot_approve_itself(kitchen: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch) -> None:
    fingerprint = finding(specdiff, kitchen)
    specdiff("approve", fingerprint, "--by", "a", "--reason", "b", "--repo", kitchen)
    release(kitchen, "v3")
    monkeypatch.setenv("CI", "true")
    status, out, _ = specdiff("v1", "v3", "--repo", kitchen, "--fail-on", "major", "-f", "json")
    assert status == 1
    assert json.loads(out)["notes"] == ["The configuration and approvals of v1 are in force, not those of v3."]
    found = {one["rule"]: one for one in json.loads(out)["findings"]}
    assert found["statement/weakened"]["accepted"] is None
    assert found["config/changed"]["message"] == f"What governs the review changed: approval {fingerprint} (by a) is new"
    assert found["config/changed"]["new"] == {
        "text": f'[[approval]]\nfingerprint = "{fingerprint}"\nby = "a"\nreason = "b"',
        "path": FILE,
        "start_line": 3,
        "end_line": 6,
    }


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


SECTION = """
## Tea {#tea authority=user}

The assistant must offer tea to every guest.
The assistant should never boil the water twice.
"""


@pytest.fixture
def grown(own: Path) -> Path:
    """A section with two rules came: one finding, and two that follow from it."""
    release(own, "v1", spec__md=V1)
    release(own, "v2", spec__md=V1 + SECTION)
    return own


def top_of(specdiff: Specdiff, folder: Path) -> str:
    found = json.loads(specdiff("v1", "v2", "--repo", folder, "-f", "json").out)["findings"]
    (top,) = [one["fingerprint"] for one in found if one["explained_by"] is None]
    assert [one["explained_by"] for one in found if one["explained_by"]] == [top, top]
    return str(top)


def test_approved_in_a_review_a_finding_takes_with_it_what_follows_from_it(grown: Path, specdiff: Specdiff) -> None:
    top = top_of(specdiff, grown)
    assert specdiff("approve", top, "v1..v2", "--by", "a", "--reason", "b", "--repo", grown).out.startswith(
        f"approved {top} with 2 that follow"
    )
    release(grown, "v3")
    status, out, _ = specdiff("v1", "v3", "--repo", grown, "--fail-on", "editorial", "-f", "json")
    assert status == 0
    assert [one["accepted"]["by"] for one in json.loads(out)["findings"]] == ["a", "a", "a"]


def test_an_approval_accepts_what_it_names_and_what_came_later_stands_on_its_own(grown: Path, specdiff: Specdiff) -> None:
    specdiff("approve", top_of(specdiff, grown), "v1", "v2", "--by", "a", "--reason", "b", "--repo", grown)
    release(grown, "v3", spec__md=V1 + SECTION + "The assistant may charge for tea.\n")
    status, out, err = specdiff("v1", "v3", "--repo", grown, "--fail-on", "minor", "-f", "json")
    loose = [one for one in json.loads(out)["findings"] if one["accepted"] is None]
    assert [(one["rule"], one["explained_by"], one["new"]["text"]) for one in loose] == [
        ("statement/added", None, "The assistant may charge for tea.")
    ]
    assert (status, err) == (1, "specdiff: failed: 1 finding is minor or worse and not accepted\n")
    assert any("1 finding follows from it and is not accepted with it" in note for note in json.loads(out)["notes"])


def test_approved_outside_a_review_a_finding_takes_nothing_with_it(grown: Path, specdiff: Specdiff) -> None:
    top = top_of(specdiff, grown)
    out = specdiff("approve", top, "--by", "a", "--reason", "b", "--repo", grown).out
    assert out.splitlines()[1].startswith("not checked against a review: add OLD NEW")
    release(grown, "v3")
    found = json.loads(specdiff("v1", "v3", "--repo", grown, "-f", "json").out)["findings"]
    assert [(one["accepted"] is None, one["explained_by"]) for one in found if one["fingerprint"] != top] == [(True, None), (True, None)]


def test_several_are_approved_at_once_and_entries_stand_in_the_order_of_their_fingerprints(own: Path, specdiff: Specdiff) -> None:
    names = ["c" * 16, "a" * 16, "b" * 16]
    assert specdiff("approve", names[0], "--by", "a", "--reason", "b", "--repo", own).status == 0
    before = (own / FILE).read_text(encoding="utf-8")
    (own / FILE).write_text(before.replace("[[approval]]", "# of mine\n[[approval]]  # yes") + "# the end\n", encoding="utf-8")
    assert specdiff("approve", *names[1:], "--by", "a", "--reason", "b", "--repo", own).status == 0
    text = (own / FILE).read_text(encoding="utf-8")
    assert [entry["fingerprint"] for entry in tomllib.loads(text)["approval"]] == sorted(names)
    assert text.startswith("# Findings that were accepted.")
    assert text.endswith(f'\n\n# of mine\n[[approval]]  # yes\nfingerprint = "{names[0]}"\nby = "a"\nreason = "b"\n# the end\n')


def test_approvals_are_listed_and_taken_back(own: Path, specdiff: Specdiff) -> None:
    words = ("--by", "Zoë", "--repo", own)
    assert specdiff("approve", "--list", "--repo", own).out == f"nothing is approved in {own / FILE}\n"
    specdiff("approve", "a" * 16, "--reason", "agreed", "--expires", "2020-01-01", *words)
    specdiff("approve", "b" * 16, "--reason", "agreed too", *words)
    assert specdiff("approve", "--list", "--repo", own).out.splitlines() == [
        f"{'a' * 16}  expired 2020-01-01",
        "    Zoë: agreed",
        f"{'b' * 16}  no expiry",
        "    Zoë: agreed too",
    ]
    assert specdiff("approve", "--remove", "a" * 16, "--repo", own).out == f"removed {'a' * 16} from {own / FILE}\n"
    assert specdiff("approve", "--list", "--repo", own).out.splitlines() == [f"{'b' * 16}  no expiry", "    Zoë: agreed too"]
    assert specdiff("approve", "--remove", "a" * 16, "--repo", own).err == (
        f"specdiff: {'a' * 16} is not approved in {own / FILE}; see `specdiff approve --list`\n"
    )


def test_line_ends_and_what_looks_like_an_entry_are_left_as_they_are(own: Path, specdiff: Specdiff) -> None:
    (own / ".specdiff").mkdir()
    entry = f"[[approval]]\r\nfingerprint = '{'b' * 16}'\r\nby = 'a'\r\nreason = '''\r\n[[approval]]\r\n'''\r\n"
    (own / FILE).write_bytes(entry.encode())
    specdiff("approve", "a" * 16, "--by", "a", "--reason", "b", "--repo", own)
    raw = (own / FILE).read_bytes()
    assert raw.startswith(entry.encode())
    assert b"\n" not in raw.replace(b"\r\n", b"")
    status, _, err = specdiff("approve", "--remove", "b" * 16, "--repo", own)
    assert (status, "cannot be edited safely" in err) == (2, True)
    assert (own / FILE).read_bytes() == raw


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "no --expires: this holds until somebody takes it back"),
        (("--expires", "2020-01-01"), "2020-01-01 is over: this accepts nothing any more"),
    ],
)
def test_who_sets_no_last_day_or_one_that_is_over_is_told(own: Path, specdiff: Specdiff, words: tuple[str, ...], said: str) -> None:
    status, _, err = specdiff("approve", SOME, "--by", "a", "--reason", "b", "--repo", own, *words)
    assert (status, err) == (0, f"specdiff: {said}\n")


def test_what_is_no_fingerprint_and_no_revision_is_said(own: Path, specdiff: Specdiff) -> None:
    assert specdiff("approve", "--by", "a", "--reason", "b").err.startswith(
        "specdiff: name the finding by its fingerprint, from the review"
    )
    err = specdiff("approve", SOME, "x", "y", "z", "--by", "a", "--reason", "b").err
    assert err == "specdiff: 'x' is no fingerprint (16 hex digits), and OLD and NEW are all that may follow\n"


def test_a_finding_that_only_follows_weighs_no_more_once_it_is_accepted(grown: Path, specdiff: Specdiff) -> None:
    """What is folded lifts what it is folded under, unless somebody agreed to it; set by the user, a severity holds for all that is folded there."""
    release(grown, "v3", spec__md=V1 + SECTION, specdiff__toml='[[override]]\nrule = "statement/added"\nseverity = "critical"\n')
    found = json.loads(specdiff("v1", "v3", "--repo", grown, "-f", "json").out)["findings"]
    assert [one["severity"] for one in found] == ["critical", "critical", "critical"]
    release(grown, "v4", specdiff__toml='[severity]\n"statement/added" = "critical"\n"section/added" = "minor"\n')
    assert specdiff("v1", "v4", "--repo", grown, "--fail-on", "major").status == 0
    assert specdiff("v1", "v4", "--repo", grown, "--fail-on", "minor").status == 1


def test_what_a_note_advises_can_be_done(grown: Path, specdiff: Specdiff) -> None:
    top = top_of(specdiff, grown)
    grounds = ("--by", "a", "--reason", "b", "--repo", grown)
    specdiff("approve", top, *grounds)
    (note,) = [one for one in json.loads(specdiff("v1", "--repo", grown, "-f", "json").out)["notes"] if "follow from it" in one]
    assert note.endswith(
        "2 findings follow from it and are not accepted with it; take it back (`specdiff approve --remove`) and approve it with OLD NEW."
    )
    assert specdiff("approve", "--remove", top, "--repo", grown).status == 0
    assert specdiff("approve", top, "v1", "v2", *grounds).status == 0
    assert specdiff("v1", "--repo", grown, "--fail-on", "editorial").status == 0


def test_the_order_of_an_entrys_keys_governs_nothing(grown: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = [f"fingerprint = '{SOME}'", "by = 'a'", "reason = 'b'", "expires = 2031-01-01"]
    release(grown, "v3", __specdiff___approvals__toml="[[approval]]\n" + "\n".join(entry))
    release(
        grown,
        "v4",
        __specdiff___approvals__toml="# turned round\n[[ approval ]]\n" + "\n".join(entry[::-1]).replace("2031-01-01", "'2031-01-01'"),
    )
    monkeypatch.setenv("CI", "true")
    assert json.loads(specdiff("v3", "v4", "--repo", grown, "-f", "json").out)["findings"] == []
