"""Every setting does what its page says, said in the file, in the environment or by an option, in this order of weight."""

import json
import os
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from cli.kitchen import V1, V2, Result, Specdiff, git, release
from specdiff.cli.keys import KEYS, NAMES, template

LADDER = "# Rules {{#rules}}\n\nBe kind.\n\n## Bread {{#bread authority={}}}\n\nThe assistant must slice loaves.\n{}"
REST = (
    "\n## Salt {#salt authority=master}\n\nThe assistant must weigh salt.\n\n## Tea {#tea authority=cook}\n\nThe assistant must brew tea.\n"
)
FINGERPRINT = "e311b32737a52d89"
APPROVAL = f"[[approval]]\nfingerprint = '{FINGERPRINT}'\nby = 'a'\nreason = 'b'\n"


def data(result: Result) -> dict[str, object]:
    return json.loads(result.out)  # type: ignore[no-any-return]


def rules(result: Result) -> set[str]:
    return {one["rule"] for one in json.loads(result.out)["findings"]}


class Way(NamedTuple):
    """Two values of one key, as TOML, in the environment and as options, and what each gives with ``--format json`` or as it comes."""

    key: str
    toml: tuple[str, str]
    variable: str
    environment: tuple[str, str]
    seen: Callable[[Result], object]
    gives: tuple[object, object]
    default: object
    option: str = ""
    words: tuple[str, ...] = ("-f", "json")
    old: str = V1
    new: str = V2


WAYS = (
    Way("path", ("'a.md'", "['b.md']"), "SPECDIFF_PATH", ("a.md", f"b.md{os.pathsep}b.md"), lambda result: data(result)["new"]["paths"],  # type: ignore[index]
        (["a.md"], ["b.md"]), ["spec.md"], "--path"),
    Way("dialect", ("'plain'", "'model-spec'"), "SPECDIFF_DIALECT", ("plain", "model-spec"), lambda result: data(result)["new"]["dialect"],  # type: ignore[index]
        ("plain", "model-spec"), "model-spec", "--dialect"),
    Way("levels", ("['master', 'cook']", "['cook', 'master']"), "SPECDIFF_LEVELS", ("master,cook", " Cook , Master"), rules,
        ({"authority/lowered"}, {"authority/raised"}), {"authority/changed"}, old=LADDER.format("master", REST), new=LADDER.format("cook", REST)),
    Way("fail-on", ("'major'", "'critical'"), "SPECDIFF_FAIL_ON", ("major", "critical"), lambda result: result.status, (1, 0), 0, "--fail-on"),
    Way("format", ("['json']", "'markdown'"), "SPECDIFF_FORMAT", ("json", "markdown"), lambda result: result.out[:2], ("{\n", "##"), "v1", "--format", words=()),
    Way("approvals", ("'yes.toml'", "'no.toml'"), "SPECDIFF_APPROVALS", ("yes.toml", "no.toml"),
        lambda result: [one["accepted"] is not None for one in json.loads(result.out)["findings"]], ([True], [False]), [False]),
    Way("repository-url", ("'https://one.example/a'", "'https://two.example/a/'"), "SPECDIFF_REPOSITORY_URL", ("https://one.example/a", "https://two.example/a"),
        lambda result: [name for name in ("one.example/a/blob", "two.example/a/blob") if name in result.out],
        (["one.example/a/blob"], ["two.example/a/blob"]), [], words=("-f", "markdown")),
)  # fmt: skip


@pytest.fixture
def kitchen(own: Path, request: pytest.FixtureRequest) -> Path:
    way: Way = request.getfixturevalue("way")
    named = {"a__md": V1, "b__md": V1} if way.key == "path" else {}
    release(own, "v1", spec__md=way.old, yes__toml=APPROVAL, no__toml="", **named)
    release(own, "v2", spec__md=way.new)
    return own


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.key)
def test_an_option_is_over_the_environment_and_that_over_the_file_and_that_over_the_default(
    kitchen: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch, way: Way
) -> None:
    def seen(*words: str) -> object:
        return way.seen(specdiff("v1", "v2", "--repo", kitchen, *way.words, *words))

    if way.key != "path":  # three that could be it are a question
        assert seen() == way.default
    for one, other in ((0, 1), (1, 0)):
        release(kitchen, "now", specdiff__toml=f"{way.key} = {way.toml[one]}\n")
        git(kitchen, "tag", "--force", "v2", "now")
        git(kitchen, "tag", "--delete", "now")
        monkeypatch.delenv(way.variable, raising=False)
        assert seen() == way.gives[one]
        monkeypatch.setenv(way.variable, way.environment[other])
        assert seen() == way.gives[other]
        if way.option:
            assert seen(way.option, way.environment[one].partition(os.pathsep)[0]) == way.gives[one]


def test_no_setting_is_left_out_and_none_that_the_environment_knows_is_untested() -> None:
    assert {way.key: way.variable for way in WAYS} == {key.name: key.variable for key in KEYS if key.variable}
    assert {way.key: way.option for way in WAYS if way.option} == {key.name: key.option for key in KEYS if key.option}
    assert set(NAMES) == {key.name for key in KEYS}


def configured(folder: Path, specdiff: Specdiff, text: str, old: str, new: str) -> list[dict[str, object]]:
    release(folder, "v1", spec__md=old, specdiff__toml=text)
    release(folder, "v2", spec__md=new)
    return json.loads(specdiff("v1", "v2", "--repo", folder, "-f", "json").out)["shifts"]  # type: ignore[no-any-return]


FLOUR = "# Rules {{#rules authority=user}}\n\nThe assistant {} flour to please a guest.\n"
OWN = '[values.thrift]\nwords = ["save"]\ncontrary = ["waste"]\n[values.pleasure]\nwords = ["please"]\n'


@pytest.mark.parametrize(
    ("text", "shifts"),
    [
        ("", []),
        (OWN, []),  # two values that nobody weighs against each other
        (f'pairs = [["thrift", "pleasure"]]\n{OWN}', [("thrift", "pleasure")]),
        (f'pairs = [["pleasure", "thrift"]]\n{OWN}', [("thrift", "pleasure")]),
    ],
)
def test_values_and_pairs_of_ones_own_are_weighed(own: Path, specdiff: Specdiff, text: str, shifts: list[tuple[str, str]]) -> None:
    found = configured(own, specdiff, text, FLOUR.format("may waste"), FLOUR.format("must not waste"))
    assert [(one["gains"], one["loses"]) for one in found] == shifts


def test_a_rename_that_names_no_section_is_a_note_with_the_nearest_id(own: Path, specdiff: Specdiff) -> None:
    text = '[renames]\nguests = "musik"\nmusc = "music"\nsalt = "pepper"\nkitchen_rule = "x"\n'
    release(own, "v1", spec__md=V1, specdiff__toml=text)
    release(own, "v2", spec__md=V2)
    notes = json.loads(specdiff("v1", "v2", "--repo", own, "-f", "json").out)["notes"]
    assert notes == [
        "The rename of 'guests' to 'musik' does nothing: the newer revision has no section 'musik'; did you mean 'music'?",
        "The rename of 'salt' to 'pepper' does nothing: neither revision has either section.",
        "The rename of 'kitchen_rule' to 'x' does nothing: neither revision has either section; did you mean 'kitchen_rules'?",
    ]


def test_an_override_that_fits_no_section_is_a_note_and_one_of_history_is_none(own: Path, specdiff: Specdiff) -> None:
    text = '[[override]]\nsection = "gests"\nseverity = "minor"\n[[override]]\nsection = "gue*"\nseverity = "minor"\n[renames]\nold_music = "music"\n'
    release(own, "v1", spec__md=V1, specdiff__toml=text)
    release(own, "v2", spec__md=V2)
    notes = json.loads(specdiff("v1", "v2", "--repo", own, "-f", "json").out)["notes"]
    assert notes == ["The override for the section 'gests' fits none; did you mean 'guests'?"]


def test_init_writes_every_setting_explained_and_none_made(own: Path, specdiff: Specdiff) -> None:
    release(own, "v1", spec__md=V1)
    release(own, "v2", spec__md=V2)
    before = specdiff("v1", "--repo", own, "-f", "json")
    out = specdiff("init", "--repo", own).out
    assert out == f"wrote {own / 'specdiff.toml'}; every line is a comment: take out the # where you want something else\n"
    text = (own / "specdiff.toml").read_text(encoding="utf-8")
    assert text == template()
    assert tomllib.loads(text) == {}
    assert max(map(len, text.splitlines())) <= 100
    assert specdiff("v1", "--repo", own, "-f", "json") == before


def test_every_sample_of_init_is_right_as_it_stands(own: Path, specdiff: Specdiff) -> None:
    text = "\n".join(key.sample for key in KEYS if key.name not in ("path", "format"))
    assert {*tomllib.loads(text)} == {*NAMES} - {"path", "format"}
    release(own, "v1", spec__md=V1, specdiff__toml=text)
    release(own, "v2", spec__md=V2)
    assert specdiff("v1", "v2", "--repo", own).err == ""
    for key in KEYS:
        assert all(f"# {line}" in template() for line in key.sample.splitlines())


def test_every_setting_is_on_its_page() -> None:
    page = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert [key.name for key in KEYS] == [line[5:-1] for line in page.splitlines() if line.startswith("### `")]


@pytest.mark.parametrize(("name", "status"), [("SPECDIFF_FAILON", 2), ("SPECDIFF_PATHS", 2), ("SPECDIFF_HOME", 0), ("SPECDIFF_DEBUG", 0)])
def test_a_variable_that_is_nearly_a_setting_is_no_gate_that_is_silently_off(
    repository: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch, name: str, status: int
) -> None:
    monkeypatch.setenv(name, "critical")
    result = specdiff("v1", "v2", "--repo", repository)
    assert result.status == status
    if status:
        assert result.err.startswith(f"specdiff: the environment has {name!r}, which is no setting; did you mean 'SPECDIFF_")
