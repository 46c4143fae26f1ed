"""The house is as its own pages say."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from specdiff.parsing.parse import dialects

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "specdiff"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST = 420


def test_the_rooms_that_the_architecture_names_are_the_packages_on_disk() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\|[^|]*\| `(\w+)`", page, flags=re.MULTILINE))
    assert named == {path.parent.name for path in SOURCE.glob("*/__init__.py")}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_grows_out_of_hand(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_nothing_after_parsing_asks_which_dialect_a_spec_came_from() -> None:
    for stage in ("matching", "rules"):
        for path in (SOURCE / stage).rglob("*.py"):
            names = {node.attr for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute)}
            assert "dialect" not in names, path


def test_every_dialect_is_named_where_a_user_looks_for_it() -> None:
    for page in ("README.md", "docs/configuration.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        assert [one.name for one in dialects() if one.name not in text] == [], page


def test_every_target_of_make_stands_once_and_is_listed() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z-]+):", text, flags=re.MULTILINE)
    (phony,) = re.findall(r"^\.PHONY: (.*)", text, flags=re.MULTILINE)
    assert sorted(targets) == sorted(phony.split()) == sorted(re.findall(r"^([a-z-]+):.*## ", text, flags=re.MULTILINE))


def test_every_mutant_that_is_let_live_is_of_a_line_that_stands_there_and_has_a_reason() -> None:
    listed = tomllib.loads((ROOT / "tests" / "mutants" / "survivors.toml").read_text(encoding="utf-8"))["survivor"]
    for one in listed:
        path = SOURCE.parent.joinpath(*one["module"].split(".")).with_suffix(".py")
        assert one["was"] in [line.strip() for line in path.read_text(encoding="utf-8").splitlines()], one
        assert one["why"].strip(), one
