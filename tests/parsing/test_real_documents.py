"""What is read in three releases of a real behaviour spec equals what was counted by hand, and nothing is lost in other real documents."""

import json
import re
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from specdiff.model.settings import Settings
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.model.spec import Spec, Spelling, Verdict
from specdiff.parsing.parse import parse

SHARED = Path(__file__).parents[2].parent / "shared"
RELEASES = ("v2025.02.12", "v2025.04.11", "v2025.09.12")

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason=f"no real documents: {SHARED} is not there")


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("real") / "spec.git"
    subprocess.run(["git", "clone", "--quiet", "--bare", str(SHARED / "model_spec.bundle"), str(path)], check=True, capture_output=True)
    return path


def release(repository: Path, tag: str) -> Spec:
    def git(*words: str) -> str:
        return subprocess.run(["git", "-C", str(repository), *words], check=True, capture_output=True, encoding="utf-8").stdout

    names = [
        name for name in git("ls-tree", "-r", "--name-only", tag).splitlines() if name == "model_spec.md" or name.startswith("examples/")
    ]
    return parse(Snapshot(Revision(tag), ("model_spec.md",), {name: git("show", f"{tag}:{name}") for name in names}), Settings())


@cache
def counted(tag: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SHARED / "gold.json").read_text(encoding="utf-8"))["revisions"][tag]
    return found


def counts(spec: Spec) -> dict[str, Any]:
    replies = Counter(reply.verdict for example in spec.examples for reply in example.replies)
    links = [one for one in spec.references if one.spelling is not Spelling.VERDICT]
    verdicts = [one for one in spec.references if one.spelling is Spelling.VERDICT]
    inside = [one for one in links if any(said.place.holds(one.place) for example in spec.examples for said in example.replies)]
    marked = [one for one in spec.eval_prompts if one.marked]
    return {
        "sections": len(spec.sections),
        "by_authority": dict(Counter(one.own_level for one in spec.sections if one.own_level)),
        "sections_without_authority": sum(one.own_level is None for one in spec.sections),
        "headings_by_level": {str(depth): count for depth, count in sorted(Counter(one.depth for one in spec.sections).items())},
        "examples": len(spec.examples),
        "examples_with_comparison": sum(bool(one.replies) for one in spec.examples),
        "comparison_blocks": sum(len({reply.comparison for reply in one.replies}) for one in spec.examples),
        "good_replies": replies[Verdict.GOOD],
        "bad_replies": replies[Verdict.BAD],
        "ok_replies": replies[Verdict.OK],
        "commentary_blocks": len(spec.commentary),
        "footnote_refs": len(marked),
        "eval_prompt_files": sum(one.body is not None for one in spec.eval_prompts),
        "footnotes_without_file": [one.id for one in marked if one.body is None],
        "eval_prompt_files_without_footnote": [one.id for one in spec.eval_prompts if not one.marked],
        "xrefs": len(links),
        "xrefs_detail": {
            "auto_title_links": sum(one.spelling is Spelling.AUTO for one in links),
            "outside_fences": len(links) - len(inside),
            "inside_fences": len(inside),
        },
        "verdict_section_refs": len(verdicts),
        "dangling_xrefs": [one.target for one in links if one.target not in spec.by_id],
        "dangling_verdict_section_refs": [one.target for one in verdicts if one.target not in spec.by_id],
        "sections_with_tags": sum(bool(one.tags) for one in spec.sections),
    }


@pytest.mark.parametrize("tag", RELEASES)
def test_what_is_read_equals_what_was_counted(repository: Path, tag: str) -> None:
    spec = release(repository, tag)
    wanted = {name: count for name, count in counted(tag).items() if name != "how_counted"}
    assert spec.dialect == "model-spec"
    assert counts(spec) == wanted
    assert spec.ladder.listed
    assert all(level.place for level in spec.ladder.levels)
    assert set(wanted["by_authority"]) <= set(spec.ladder.names)


@pytest.mark.parametrize("tag", RELEASES)
def test_no_line_of_a_release_is_lost(repository: Path, tag: str) -> None:
    spec = release(repository, tag)
    text = subprocess.run(
        ["git", "-C", str(repository), "show", f"{tag}:model_spec.md"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    assert lost(spec, "model_spec.md", text) == []


def lost(spec: Spec, path: str, text: str) -> list[str]:
    held: set[int] = set()
    for node in (*(one for one in spec.sections if one.depth), *spec.statements, *spec.examples, *spec.commentary):
        if node.place.path == path:
            held |= set(range(node.place.first_line, node.place.last_line + 1))
    return [line for number, line in enumerate(text.split("\n"), 1) if re.search(r"\w", line) and number not in held]


@pytest.mark.parametrize("path", sorted((SHARED / "pairs").glob("*.md")) if SHARED.is_dir() else [], ids=lambda path: path.stem)
def test_no_line_of_another_document_is_lost(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    spec = parse(Snapshot(Revision("file"), (path.name,), {path.name: text}), Settings())
    assert spec.dialect == "plain"
    assert lost(spec, path.name, text) == []
    headings = len(re.findall(r"^#{1,6} ", re.sub(r"(?ms)^(```|~~~).*?^\1", "", text), re.MULTILINE))
    assert sum(one.depth > 0 for one in spec.sections) == headings
