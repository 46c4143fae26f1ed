"""The real releases: what is understood equals a person's count, and what is reported equals a person's reading."""

import importlib.util
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from specdiff.cli.main import run

SHARED = Path(__file__).resolve().parents[3] / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "gold.json").exists(), reason="the annotated releases (../shared) are not on this machine")
PAIRS = (("v2025.02.12", "v2025.04.11"), ("v2025.04.11", "v2025.09.12"))
RELEASES = ("v2025.02.12", "v2025.04.11", "v2025.09.12")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("history") / "spec"
    subprocess.run(["git", "clone", "--quiet", str(SHARED / "model_spec.bundle"), str(folder)], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    return json.loads((SHARED / "gold.json").read_text(encoding="utf-8"))


def module(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, SHARED / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


@pytest.mark.parametrize("release", RELEASES)
def test_the_counts_equal_a_persons(release: str, repository: Path, gold: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tree", release, "--repo", str(repository), "--json"]) == 0
    counts = json.loads(capsys.readouterr().out)["counts"]
    wanted = gold["revisions"][release]
    by_authority = dict(counts["by_authority"])
    assert by_authority.pop("none") == wanted["sections_without_authority"]
    assert by_authority == wanted["by_authority"]
    assert counts["replies"] == {"good": wanted["good_replies"], "ok": wanted["ok_replies"], "bad": wanted["bad_replies"]}
    spelling = counts["references_by_spelling"]
    assert spelling["auto"] + spelling["link"] == wanted["xrefs"]
    assert spelling["verdict"] == wanted["verdict_section_refs"]
    same = {
        "sections": "sections", "headings_by_level": "headings_by_level", "examples": "examples", "commentary": "commentary_blocks",
        "examples_with_comparison": "examples_with_comparison", "comparison_blocks": "comparison_blocks", "footnotes": "footnote_refs",
        "eval_prompts": "eval_prompt_files", "dangling_references": "dangling_xrefs", "footnotes_without_file": "footnotes_without_file",
        "eval_prompts_without_footnote": "eval_prompt_files_without_footnote", "sections_with_tags": "sections_with_tags",
    }  # fmt: skip
    assert {ours: counts[ours] for ours in same} == {ours: wanted[theirs] for ours, theirs in same.items()}


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_nothing_is_invented_and_nothing_left_unexplained(
    old: str, new: str, repository: Path, gold: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([old, new, "--repo", str(repository), "--format", "json"]) == 0
    review = json.loads(capsys.readouterr().out)
    changes = next(one["changes"] for one in gold["transitions"] if (one["old"], one["new"]) == (old, new))
    figures, _, _, invented = module("score").score(changes, review)
    assert invented == []
    assert review["unexplained"] == []
    assert figures["recall_high"] >= 0.98
    assert figures["recall_medium"] >= 0.95
    assert figures["exact_high"] >= 0.9
    assert figures["named"] >= 0.85
    assert figures["precision_major"] >= 0.96
    assert figures["ranked_high"] >= 0.97
    assert figures["top20"] >= 0.8
    assert figures["ranking_auc"] >= 0.88
    assert figures["loud_per_gold"] <= 1.2


def test_the_reckoning_of_a_shift_can_be_checked_by_a_person(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    between = ["explain", "--shift", "honesty:confidentiality", "--repo", str(repository)]
    assert run([*between, *PAIRS[0]]) == 0
    none = capsys.readouterr().out
    assert none.startswith("No shift between honesty and confidentiality")
    assert "+1.50 honesty: “white lies”" in none
    assert run([*between, *PAIRS[1]]) == 0
    some = capsys.readouterr().out
    assert some.startswith("Honesty gains over confidentiality")
    assert "honesty gains, confidentiality loses" in some
    assert "what is new limits it (“confidential”)" in some


def test_shifts_point_where_a_person_saw_them_go(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for pair in PAIRS:
        assert run([*pair, "--repo", str(repository), "--format", "json"]) == 0
        found = {(one["gains"], one["loses"]): one["sections"] for one in json.loads(capsys.readouterr().out)["shifts"]}
        if pair == PAIRS[0]:
            assert found == {("honesty", "kindness"): ["do_not_lie"]}
        else:
            assert "do_not_lie" in found["honesty", "confidentiality"]
            assert "protect_privileged_information" in found["confidentiality", "transparency"]
            assert ("confidentiality", "honesty") not in found
            assert ("transparency", "confidentiality") not in found
