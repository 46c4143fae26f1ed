"""The JSON Schema: it is one, it is what the package ships, and every review that is written fits it, with nothing that it does not name."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from conftest import compare_texts
from rendering.readers import review_schema
from rendering.sample import ADDED, FILES, FULL, IDENTICAL, WORDING, many
from specdiff.cli.main import run
from specdiff.rendering import document
from specdiff.rendering.format import Style
from specdiff.rendering.formats.json_ import render
from specdiff.rules.catalogue import catalogue
from specdiff.rules.rule import AnyRule

GOLDEN = Path(__file__).parent / "golden"


def test_it_is_a_json_schema_and_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    printed = json.loads(capsys.readouterr().out)
    Draft202012Validator.check_schema(printed)
    assert printed["properties"]["schema_version"] == {"const": 1, "type": "integer"} | printed["properties"]["schema_version"]
    assert set(printed["required"]) == set(printed["properties"])


@pytest.mark.parametrize(
    "one", [FULL, WORDING, IDENTICAL, FILES, ADDED, many(5)], ids=["full", "wording", "identical", "files", "added", "many"]
)
def test_the_samples_fit(one) -> None:
    review_schema().validate(json.loads(render(one, Style())))
    TypeAdapter(document.Review).validate_json(render(one, Style()))


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*[!y].json")), ids=lambda path: path.name)
def test_the_files_that_people_look_at_fit(path: Path) -> None:
    review_schema().validate(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.info.id)
def test_the_review_of_every_rules_case_fits(rule: AnyRule) -> None:
    case = rule.info.fires[0]
    found = json.loads(render(compare_texts(case.old, case.new), Style()))
    review_schema().validate(found)
    assert rule.info.id in found["summary"]["by_rule"]


@pytest.mark.parametrize(
    "broken",
    [
        {"schema_version": 2},
        {"outcome": "fine"},
        {"findings": [{}]},
        {"more": 1},
        {"status": None},
    ],
    ids=str,
)
def test_what_is_no_review_does_not_fit(broken: dict[str, object]) -> None:
    assert not review_schema().is_valid(json.loads(render(FULL, Style())) | broken)
