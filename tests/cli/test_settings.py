"""What a configuration does, which one holds, and that a mistake in it is one line that names the nearest right name."""

import json
from pathlib import Path

import pytest

from cli.kitchen import V1, V2, Specdiff, release

WEAKENED = "statement/weakened"
VALUES = """\
# Rules {#rules authority=user}

The assistant must bring bread at once.
"""


def severity(out: str) -> dict[str, str]:
    return {one["rule"]: one["severity"] for one in json.loads(out)["findings"]}


def configured(folder: Path, text: str) -> Path:
    """A repository whose releases v1 and v2 both have this specdiff.toml."""
    release(folder, "v1", spec__md=V1, specdiff__toml=text)
    release(folder, "v2", spec__md=V2)
    return folder


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f'[severity]\n"{WEAKENED}" = "minor"\n', {WEAKENED: "minor"}),
        ('[severity]\n"statement/*" = "editorial"\n', {WEAKENED: "editorial"}),
        (f'[severity]\n"{WEAKENED}" = "off"\n', {}),
        ('[[override]]\nsection = "gue*"\nseverity = "critical"\n', {WEAKENED: "critical"}),
        ('[[override]]\nsection = "music"\nseverity = "critical"\n', {WEAKENED: "major"}),
        (
            f'[severity]\n"{WEAKENED}" = "off"\n[[override]]\nrule = "statement/*"\nsection = "guests"\nseverity = "minor"\n',
            {WEAKENED: "minor"},
        ),
        ('[[override]]\nseverity = "minor"\n[[override]]\nrule = "example/*"\nseverity = "critical"\n', {WEAKENED: "minor"}),
    ],
)
def test_severities_are_set_by_rule_by_section_and_by_both_and_the_last_that_fits_decides(
    own: Path, specdiff: Specdiff, text: str, found: dict[str, str]
) -> None:
    assert severity(specdiff("v1", "v2", "--repo", configured(own, text), "-f", "json").out) == found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fail_on = 'major'", "specdiff.toml: no setting is called 'fail_on'; did you mean 'fail-on'?"),
        ("[severities]", "specdiff.toml: no setting is called 'severities'; did you mean 'severity'?"),
        (
            '[severity]\n"statement/weaken" = "off"',
            "specdiff.toml: no rule is called 'statement/weaken'; did you mean 'statement/weakened'?; see `specdiff rules`",
        ),
        ('[severity]\n"statemen/*" = "off"', "specdiff.toml: no rule is called 'statemen/*'"),
        ('[severity]\n"statement/*" = "of"', "specdiff.toml: severity.statement/* cannot be 'of'; did you mean 'off'?"),
        ('[severity]\n"statement/*" = 3', "specdiff.toml: severity.statement/* must be a string"),
        ('[[override]]\nrule = "statement/*"', 'specdiff.toml: an override lacks its severity; add severity = "minor", or another'),
        ('[[override]]\nrules = "statement/*"', "specdiff.toml: no setting is called 'override.rules'; did you mean 'rule'?"),
        ('[override]\nrule = "statement/*"', "specdiff.toml: override must be a list of tables: [[override]]"),
        ("severity = 1", "specdiff.toml: severity must be a table: [severity]"),
        ("fail-on = 'all'", "fail-on cannot be 'all'; use one of: critical, major, minor, editorial, never"),
        ("format = 'htlm'", "no format is called 'htlm'"),
        ("path = 3", "specdiff.toml: path must be a list of strings"),
        ("levels = ['root', 2]", "specdiff.toml: levels must be a list of strings"),
        ("dialect = 'modelspec'", "no dialect is called 'modelspec'"),
        ("repository-url = 'example.org'", "specdiff.toml: repository-url must be a web address (https://…), not 'example.org'"),
        ("[values.thrift]\nword = ['save']", "specdiff.toml: no setting is called 'values.thrift.word'; did you mean 'words'?"),
        ("[values]\nthrift = 'save'", "specdiff.toml: values.thrift must be a table: [values.thrift]"),
        ("pairs = [['honesty', 'confidentialty']]", "specdiff.toml: no value is called 'confidentialty'; did you mean 'confidentiality'?"),
        ("pairs = ['honesty', 'confidentiality']", "specdiff.toml: pairs must be a list of two values each"),
        ("[renames]\nguests = 3", "specdiff.toml: renames.guests must be a string"),
        ("fail-on = ", "specdiff.toml is not valid TOML: Invalid value (at end of document); mend it first"),
    ],
)
def test_a_mistake_in_the_configuration_is_one_line_that_says_where_and_what_is_right(
    own: Path, specdiff: Specdiff, text: str, said: str
) -> None:
    status, out, err = specdiff("v1", "v2", "--repo", configured(own, text))
    assert (status, out) == (2, "")
    assert err.startswith(f"specdiff: {said}")
    assert err.count("\n") == 1


def test_the_table_in_pyproject_toml_is_read_where_there_is_no_file_of_our_own(own: Path, specdiff: Specdiff) -> None:
    release(own, "v1", spec__md=V1, pyproject__toml='[tool.specdiff.severity]\n"statement/*" = "minor"\n')
    release(own, "v2", spec__md=V2)
    assert severity(specdiff("v1", "v2", "--repo", own, "-f", "json").out) == {WEAKENED: "minor"}
    release(own, "v3", pyproject__toml="[tool.specdiff]\nseverty = 1\n")
    assert (
        specdiff("v1", "v3", "--repo", own).err
        == "specdiff: [tool.specdiff] in pyproject.toml: no setting is called 'severty'; did you mean 'severity'?\n"
    )
    release(own, "v4", specdiff__toml='[severity]\n"statement/*" = "critical"\n')
    assert severity(specdiff("v1", "v4", "--repo", own, "-f", "json").out) == {WEAKENED: "critical"}


def test_a_pyproject_toml_of_others_is_left_alone(own: Path, specdiff: Specdiff) -> None:
    release(own, "v1", spec__md=V1, pyproject__toml="this is = = no toml")
    release(own, "v2", spec__md=V2)
    assert specdiff("v1", "v2", "--repo", own).status == 0


def test_an_option_is_over_the_environment_and_that_over_the_file(own: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch) -> None:
    configured(own, "fail-on = 'major'\n")
    assert specdiff("v1", "v2", "--repo", own).status == 1
    monkeypatch.setenv("SPECDIFF_FAIL_ON", "critical")
    assert specdiff("v1", "v2", "--repo", own).status == 0
    assert specdiff("v1", "v2", "--repo", own, "--fail-on", "minor").status == 1


def test_the_format_and_the_path_can_come_from_the_environment_or_the_file(
    own: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch
) -> None:
    release(own, "v1", a__md=V1, b__md=V1, specdiff__toml="format = 'json'\npath = ['b.md']\n")
    release(own, "v2", a__md=V2)
    assert json.loads(specdiff("v1", "v2", "--repo", own).out)["findings"] == []
    monkeypatch.setenv("SPECDIFF_PATH", "a.md")
    assert severity(specdiff("v1", "v2", "--repo", own).out) == {WEAKENED: "major"}
    monkeypatch.setenv("SPECDIFF_FORMAT", "terminal")
    assert specdiff("v1", "v2", "--repo", own).out.startswith("v1 → v2")


def test_a_file_named_by_config_is_read_instead_of_the_repositorys(
    own: Path, specdiff: Specdiff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configured(own, "fail-on = 'major'\n")
    other = tmp_path / "other.toml"
    other.write_text("fail-on = 'critical'\n", encoding="utf-8")
    assert specdiff("v1", "v2", "--repo", own, "--config", other).status == 0
    monkeypatch.setenv("SPECDIFF_CONFIG", str(other))
    assert specdiff("v1", "v2", "--repo", own).status == 0
    other.write_bytes(b"fail-on = '\xff'")
    assert (
        specdiff("v1", "v2", "--repo", own).err == f"specdiff: {str(other)!r} is not UTF-8: byte 11 cannot be decoded; convert it first\n"
    )


def test_levels_that_the_document_does_not_list_come_from_the_file_in_their_order(own: Path, specdiff: Specdiff) -> None:
    release(own, "v1", spec__md=V1, specdiff__toml="levels = ['Root', 'User', 'guideline']\n")
    assert json.loads(specdiff("tree", "v1", "--repo", own, "--json").out)["levels"] == ["root", "user", "guideline"]


def test_a_declared_rename_pairs_what_nothing_else_would(own: Path, specdiff: Specdiff) -> None:
    other = "# Rules {#rules authority=user}\n\n## Bread {#bread}\n\nThe assistant must slice loaves.\n"
    release(own, "v1", spec__md=other)
    release(
        own,
        "v2",
        spec__md=other.replace("## Bread {#bread}\n\nThe assistant must slice loaves", "## Weather {#weather}\n\nRain may fall on Sundays"),
    )
    assert "section/removed" in severity(specdiff("v1", "v2", "--repo", own, "-f", "json").out)
    release(own, "v3", specdiff__toml="[renames]\nbread = 'weather'\n")
    assert "section/removed" not in severity(specdiff("v1", "v3", "--repo", own, "-f", "json").out)


def test_values_and_pairs_of_ones_own_are_accepted(own: Path, specdiff: Specdiff) -> None:
    text = "pairs = [['thrift', 'honesty'], ['honesty', 'kindness']]\n[values.thrift]\nwords = ['save']\ncontrary = ['waste']\n"
    assert specdiff("v1", "v2", "--repo", configured(own, text)).status == 0


def test_the_repository_url_of_the_file_is_in_the_review(own: Path, specdiff: Specdiff) -> None:
    configured(own, "repository-url = 'https://git.example.org/kitchen/'\n")
    assert "https://git.example.org/kitchen/" in specdiff("v1", "v2", "--repo", own, "-f", "markdown").out


def loosened(folder: Path) -> Path:
    """v1 has a gate; v2 weakens the spec and takes the gate away."""
    release(folder, "v1", spec__md=V1, specdiff__toml="fail-on = 'major'\n")
    release(folder, "v2", spec__md=V2, specdiff__toml="fail-on = 'never'\n")
    return folder


@pytest.mark.parametrize(
    ("environment", "words", "status"),
    [
        ({}, (), 0),
        ({"CI": "true"}, (), 1),
        ({"CI": "1"}, (), 1),
        ({"CI": "false"}, (), 0),
        ({"CI": ""}, (), 0),
        ({}, ("--trusted", "old"), 1),
        ({"CI": "true"}, ("--trusted", "new"), 0),
        ({"CI": "true", "SPECDIFF_TRUSTED": "new"}, (), 0),
        ({"SPECDIFF_TRUSTED": "old"}, (), 1),
    ],
)
def test_under_ci_a_change_cannot_take_away_its_own_gate(
    own: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], words: tuple[str, ...], status: int
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    result = specdiff("v1", "v2", "--repo", loosened(own), "-f", "json", *words)
    assert result.status == status
    note = "The configuration and approvals of v1 are in force, not those of v2."
    assert (note in json.loads(result.out)["notes"]) is bool(status)
