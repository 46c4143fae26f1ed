"""``tree``, ``match``, ``rules``, ``explain``, ``init`` and ``demo``."""

import json
import subprocess
import tomllib
from pathlib import Path

import pytest

from cli.kitchen import V1, V2, Specdiff, git, new_repository, release
from specdiff.cli.headers import headers
from specdiff.rules.catalogue import catalogue

SHARED = Path(__file__).parents[2] / ".." / "shared"
needs_gold = pytest.mark.skipif(not (SHARED / "gold.json").exists(), reason="the annotated releases (../shared) are not here")
SHIFTED = """\
# Rules {#rules authority=root}

The assistant may lie to guests to protect confidential recipes.
"""


def test_tree_counts_what_a_revision_holds(repository: Path, specdiff: Specdiff) -> None:
    status, out, err = specdiff("tree", "v1", "--repo", repository, "--json")
    assert (status, err) == (0, "")
    data = json.loads(out)
    assert data["counts"] == {
        "sections": 3,
        "by_authority": {"root": 1, "system": 0, "developer": 0, "user": 1, "guideline": 1, "none": 0},
        "headings_by_level": {"1": 1, "2": 2},
        "sections_with_tags": 0,
        "statements": 5,
        "examples": 1,
        "examples_with_comparison": 1,
        "comparison_blocks": 1,
        "replies": {"good": 1, "ok": 0, "bad": 1},
        "commentary": 0,
        "definitions": 0,
        "references": 1,
        "references_by_spelling": {"link": 1},
        "dangling_references": [],
        "footnotes": 0,
        "eval_prompts": 0,
        "eval_prompt_files": 0,
        "footnotes_without_file": [],
        "eval_prompts_without_footnote": [],
    }
    assert data["revision"] == "v1"
    assert data["paths"] == ["spec.md"]
    guests = data["sections"][1]
    assert (guests["id"], guests["parent"], guests["level"], guests["start_line"]) == ("guests", "kitchen_rules", "user", 5)


def test_tree_counts_are_those_of_the_review(repository: Path, specdiff: Specdiff) -> None:
    review = json.loads(specdiff("v1", "v2", "--repo", repository, "-f", "json").out)
    counts = json.loads(specdiff("tree", "v2", "--repo", repository, "--json").out)["counts"]
    assert {name: counts[name] for name in review["new"]["counts"]} == review["new"]["counts"]


def test_tree_shows_sections_levels_and_places(repository: Path, specdiff: Specdiff) -> None:
    lines = specdiff("tree", "v1", "--repo", repository).out.splitlines()
    assert lines[0] == "v1: spec.md (dialect model-spec)"
    assert "  Guests  #guests  user  2 statements, 1 example  spec.md:5" in lines
    assert "3 sections: 1 root, 1 user, 1 guideline" in lines


def test_tree_shows_what_was_read_in_each_sentence(repository: Path, specdiff: Specdiff) -> None:
    out = specdiff("tree", "v1", "--repo", repository, "--statements").out
    assert "- prohibited (must never): The assistant must never serve raw chicken." in out
    data = json.loads(specdiff("tree", "v1", "--repo", repository, "--statements", "--json").out)
    (reading,) = data["sections"][0]["readings"]
    assert (reading["force"], reading["cue"], reading["line"]) == ("prohibited", "must never", 3)


def test_tree_and_match_write_no_control_characters(tmp_path: Path, specdiff: Specdiff) -> None:
    for name, word in (("a.md", "soup"), ("b.md", "stew")):
        (tmp_path / name).write_text(f"# Rules \x1b]0;x\x07\n\nThe assistant must \x1b[31mserve\u202e {word}.\n", encoding="utf-8")
    for words in (("tree", tmp_path / "a.md", "--statements"), ("match", tmp_path / "a.md", tmp_path / "b.md", "--all")):
        out = specdiff(*words).out
        assert out
        assert out.replace("\n", "").isprintable()


@needs_gold
@pytest.mark.parametrize("tag", ["v2025.02.12", "v2025.04.11", "v2025.09.12"])
def test_tree_equals_the_counts_of_the_annotated_releases(tmp_path: Path, specdiff: Specdiff, tag: str) -> None:
    subprocess.run(["git", "clone", "--quiet", "--bare", SHARED / "model_spec.bundle", tmp_path / "spec"], check=True, capture_output=True)
    gold = json.loads((SHARED / "gold.json").read_text(encoding="utf-8"))["revisions"][tag]
    counts = json.loads(specdiff("tree", tag, "--repo", tmp_path / "spec", "--json").out)["counts"]
    spellings = counts["references_by_spelling"]
    assert {
        "sections": counts["sections"],
        "by_authority": {name: count for name, count in counts["by_authority"].items() if count and name != "none"},
        "sections_without_authority": counts["by_authority"]["none"],
        "headings_by_level": counts["headings_by_level"],
        "examples": counts["examples"],
        "examples_with_comparison": counts["examples_with_comparison"],
        "comparison_blocks": counts["comparison_blocks"],
        "good_replies": counts["replies"]["good"],
        "ok_replies": counts["replies"]["ok"],
        "bad_replies": counts["replies"]["bad"],
        "commentary_blocks": counts["commentary"],
        "footnote_refs": counts["footnotes"],
        "eval_prompt_files": counts["eval_prompt_files"],
        "footnotes_without_file": counts["footnotes_without_file"],
        "eval_prompt_files_without_footnote": counts["eval_prompts_without_footnote"],
        "xrefs": counts["references"],
        "verdict_section_refs": spellings["verdict"],
        "dangling_xrefs": counts["dangling_references"],
        "sections_with_tags": counts["sections_with_tags"],
    }.items() <= gold.items()
    assert spellings["auto"] == gold["xrefs_detail"]["auto_title_links"]


def test_match_shows_what_differs_with_its_reason_and_how_many_do_not(repository: Path, specdiff: Specdiff) -> None:
    status, out, err = specdiff("match", "v1", "v2", "--repo", repository)
    assert (status, err) == (0, "")
    pairing, because, rest = out.splitlines()
    assert "kept     statement   guests: The assistant must greet every guest. -> guests: The assistant may greet every guest." in pairing
    assert because.strip().startswith("because: ")
    assert rest.endswith("more are the same in the same place (--all shows them)")


def test_match_as_json_holds_every_pairing_with_reason_and_score(repository: Path, specdiff: Specdiff) -> None:
    pairings = json.loads(specdiff("match", "v1", "v2", "--repo", repository, "--json").out)["pairings"]
    assert {one["relation"] for one in pairings} == {"kept"}
    assert all(one["because"] and 0 < one["score"] <= 1 for one in pairings)
    (changed,) = [one for one in pairings if one["score"] < 1]
    assert [end["line"] for end in (*changed["old"], *changed["new"])] == [7, 7]


def test_match_of_added_and_removed_names_nothing_on_the_other_side(own: Path, specdiff: Specdiff) -> None:
    release(own, "v1", spec__md=V1)
    release(own, "v2", spec__md=V1.replace("The assistant should offer water.\n", "") + "\nTips are never asked for.\n")
    out = specdiff("match", "v1", "v2", "--repo", own).out
    assert "removed  statement   guests: The assistant should offer water. -> nothing" in out
    assert "added    statement   nothing -> music: Tips are never asked for." in out


def test_the_headers_that_are_read_without_running_them_are_the_rules_own() -> None:
    assert [(one.id, one.severity, one.mirror, one.says, one.asks, one.summary) for one in headers()] == [
        (one.info.id, str(one.info.severity), one.info.mirror, one.info.says, one.info.asks, one.info.summary) for one in catalogue()
    ]


def test_rules_lists_every_rule_on_a_line(specdiff: Specdiff) -> None:
    status, out, err = specdiff("rules")
    assert (status, err) == (0, "")
    ids = [one.info.id for one in catalogue()]
    assert [line.split()[0] for line in out.splitlines()] == ids
    assert [row["id"] for row in json.loads(specdiff("rules", "--json").out)] == ids


@pytest.mark.parametrize("rule", [one.info for one in catalogue()], ids=lambda info: info.id)
def test_explain_says_all_that_the_header_says(specdiff: Specdiff, rule) -> None:
    status, out, err = specdiff("explain", rule.id)
    assert (status, err) == (0, "")
    flat = " ".join(out.split())
    for part in (rule.id, rule.summary, rule.why, rule.says, rule.asks, f"Severity by default: {rule.severity}", *rule.explains):
        assert " ".join(part.split()) in flat
    assert out.count("Reported:") == len(rule.fires)
    assert out.count("Not reported:") == len(rule.silent)
    assert max(len(line) for line in out.splitlines() if not line.startswith("    ")) <= 80


def test_explain_shift_prints_the_evidence_for_each_side_and_adds_it_up(tmp_path: Path, specdiff: Specdiff) -> None:
    folder = new_repository(tmp_path / "shift")
    release(folder, "v1", spec__md=SHIFTED)
    release(folder, "v2", spec__md=SHIFTED.replace("may lie", "must never lie"))
    review = json.loads(specdiff("v1", "v2", "--repo", folder, "-f", "json").out)
    status, out, err = specdiff("explain", "--shift", "confidentiality:honesty", "v1", "v2", "--repo", folder)
    assert (status, err) == (0, "")
    (shift,) = review["shifts"]
    assert (shift["gains"], shift["loses"]) == ("honesty", "confidentiality")
    assert shift["message"] in " ".join(out.split())
    assert "  honesty: +" in out
    assert "  confidentiality: -" in out
    assert all(fingerprint in out for fingerprint in shift["evidence"])
    assert max(map(len, out.splitlines())) <= 80


def test_explain_shift_says_where_there_is_none(repository: Path, specdiff: Specdiff) -> None:
    status, out, err = specdiff("explain", "--shift", "honesty:kindness", "v1..v2", "--repo", repository)
    assert (status, err) == (0, "")
    assert out.startswith("No shift between honesty and kindness: ")


def test_init_writes_a_configuration_that_changes_nothing_and_refuses_to_overwrite(
    own: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own / "sub").mkdir()
    monkeypatch.chdir(own / "sub")
    assert specdiff("init").status == 0
    assert tomllib.loads((own / "specdiff.toml").read_text(encoding="utf-8")) == {}
    (own / "specdiff.toml").write_text("mine", encoding="utf-8")
    status, out, err = specdiff("init")
    assert (status, out) == (2, "")
    assert err.endswith("; edit it, or remove it first\n")
    assert (own / "specdiff.toml").read_text(encoding="utf-8") == "mine"


def test_demo_reviews_the_packaged_spec_and_leaves_nothing_behind(
    specdiff: Specdiff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = specdiff("demo", "--format", "json")
    assert status == 0
    assert err.startswith("specdiff --repo lantern v1 v2")
    assert json.loads(out)["findings"]
    assert list(tmp_path.iterdir()) == []


def test_a_date_that_the_reflog_does_not_reach_is_no_revision(repository: Path, specdiff: Specdiff, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", str(repository), "fresh")
    fresh = ("--repo", tmp_path / "fresh")
    for words in (("main@{2001-01-01}", "HEAD"), ("main@{2001-01-01}",), ("tree", "main@{2001-01-01}"), ("main@{2001-01-01}..HEAD",)):
        status, out, err = specdiff(*words, *fresh)
        assert (status, out) == (2, "")
        assert err.startswith("specdiff: git knows of no revision so old: log for 'main' only goes back to ")
        assert err.endswith("; name a commit or a tag\n")
    assert specdiff("main@{0}", "HEAD", *fresh).status == 0


def test_a_revision_that_is_a_file_too_is_said_to_have_been_taken(own: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch) -> None:
    release(own, "v1", spec__md=V1, v2="x")
    release(own, "v2", spec__md=V2)
    monkeypatch.chdir(own)
    assert json.loads(specdiff("v1", "v2", "-f", "json").out)["notes"] == [
        "'v2' is a revision and also a file; the revision was taken (write ./v2 for the file)."
    ]
