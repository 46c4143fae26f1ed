"""The house is as its own pages say."""

import ast
import re
from pathlib import Path

import pytest

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


def test_every_name_of_the_contract_is_a_rule() -> None:
    from specdiff.rules.catalogue import catalogue

    promised = """
        authority/raised authority/lowered authority/assigned authority/unassigned authority/level-renamed authority/level-added authority/level-removed
        authority/order-changed section/added section/removed section/renamed section/id-changed section/moved section/reordered section/split section/merged
        statement/added statement/removed statement/moved statement/strengthened statement/weakened statement/reversed statement/changed statement/reworded
        exception/added exception/removed exception/widened exception/narrowed condition/added condition/removed precedence/changed threshold/changed
        example/added example/removed example/moved example/retitled example/prompt-changed example/reply-changed example/verdict-changed example/reason-changed
        example/reworded definition/added definition/removed definition/changed commentary/added commentary/removed commentary/changed
        reference/broken reference/repaired reference/retargeted eval-prompt/added eval-prompt/removed eval-prompt/moved eval-prompt/changed eval-prompt/missing
        eval-prompt/orphaned scope/tagged scope/untagged value/shifted
    """.split()
    assert set(promised) <= {one.info.id for one in catalogue()}
