"""The pairing of real releases against a hand-made annotation of them (both outside this repository)."""

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from matching.test_laws import told
from specdiff.matching.match import match
from specdiff.model.change import Added, Kept, Matching, Merged, Removed, Split
from specdiff.model.settings import Settings
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.model.spec import Spec
from specdiff.parsing.parse import parse

SHARED = Path(__file__).parents[3] / "shared"
GOLD = SHARED / "gold.json"
BUNDLE = SHARED / "model_spec.bundle"

pytestmark = pytest.mark.skipif(not (GOLD.exists() and BUNDLE.exists()), reason="the annotated releases are not beside this checkout")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("releases") / "spec"
    subprocess.run(["git", "clone", "-q", "--bare", str(BUNDLE), str(folder)], check=True)
    return folder


@cache
def read(repository: Path, tag: str) -> Spec:
    def git(*arguments: str) -> str:
        return subprocess.run(["git", "-C", str(repository), *arguments], check=True, capture_output=True, encoding="utf-8").stdout

    names = [name for name in git("ls-tree", "-r", "--name-only", tag).splitlines() if name.endswith(".md")]
    main = "model_spec.md"
    files = {name: git("show", f"{tag}:{name}") for name in names if name == main or name.startswith("examples/")}
    return parse(Snapshot(Revision(tag), (main,), files), Settings())


@cache
def both(repository: Path, number: int) -> Matching:
    old, new = (json.loads(GOLD.read_text(encoding="utf-8"))["transitions"][number][side] for side in ("old", "new"))
    return match(read(repository, old), read(repository, new), Settings())


def annotated(number: int, *kinds: str) -> list[dict[str, Any]]:
    changes = json.loads(GOLD.read_text(encoding="utf-8"))["transitions"][number]["changes"]
    return [change for change in changes if change["kind"] in kinds]


@pytest.mark.parametrize("number", [0, 1])
def test_sections_became_what_the_annotation_says(repository: Path, number: int) -> None:
    matching = both(repository, number)
    for change in annotated(number, "section_renamed", "section_moved", "section_reordered"):
        assert matching.section_became[change["section_old"]] == change["section_new"]
    split = {change.old.id for change in matching.sections if isinstance(change, Split)}
    assert {change["section_old"] for change in annotated(number, "section_split")} == split
    merged = {change.new.id for change in matching.sections if isinstance(change, Merged)}
    assert {change["section_new"] for change in annotated(number, "section_merged")} == merged
    added = {change.new.id for change in matching.sections if isinstance(change, Added)}
    assert {change["section_new"] for change in annotated(number, "section_added")} == added


@pytest.mark.parametrize("number", [0, 1])
def test_examples_are_added_removed_and_moved_as_annotated(repository: Path, number: int) -> None:
    matching = both(repository, number)
    added = sum(isinstance(change, Added) for change in matching.examples)
    removed = sum(isinstance(change, Removed) for change in matching.examples)
    assert (added, removed) == (len(annotated(number, "example_added")), len(annotated(number, "example_removed")))
    moved = [change for change in annotated(number, "example_moved") if not change.get("optional")]
    assert sum(change.moved for change in matching.examples if isinstance(change, Kept)) == len(moved)


@pytest.mark.parametrize("number", [0, 1])
def test_sentences_that_were_moved_are_kept(repository: Path, number: int) -> None:
    matching = both(repository, number)
    kept = [change for change in matching.statements if isinstance(change, Kept)]
    for change in annotated(number, "statement_moved"):
        if not {"statement_removed", "editorial"} & {*change.get("alt_kinds", ())}:
            assert any(change["evidence_old"] in one.old.text and change["evidence_new"] in one.new.text and one.moved for one in kept)


@pytest.mark.parametrize("number", [0, 1])
def test_releases_match_the_same_from_either_side(repository: Path, number: int) -> None:
    matching = both(repository, number)
    assert told(matching) == told(match(matching.new, matching.old, Settings()), back=True)
