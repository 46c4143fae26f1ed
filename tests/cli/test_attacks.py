"""No change of files can take away, under CI, the gate that the change itself has to pass; and whoever tries is seen trying."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.kitchen import V1, Specdiff, git, release

LOOSE = V1.replace("must never serve raw chicken", "may serve raw chicken")
CONFIG = "specdiff.toml"
PROJECT = "pyproject.toml"
GATE = 'fail-on = "critical"\n'
IN_PROJECT = f'[project]\nname = "kitchen"\n\n[tool.specdiff]\n{GATE}'
APPROVAL = "[[approval]]\nfingerprint = '{}'\nby = 'me'\nreason = 'fine'\n"

Attack = Callable[[Path, str], None]
"""Changes files of the new revision; it is told the fingerprint of what it wants to hide."""


def write(path: str, text: str) -> Attack:
    def attack(folder: Path, fingerprint: str) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text.replace("{}", fingerprint), encoding="utf-8")

    return attack


def remove(path: str) -> Attack:
    return lambda folder, _: (folder / path).unlink()


def link(path: str, target: str) -> Attack:
    def attack(folder: Path, _: str) -> None:
        (folder / path).unlink(missing_ok=True)
        (folder / path).symlink_to(target)

    return attack


def both(*attacks: Attack) -> Attack:
    def attack(folder: Path, fingerprint: str) -> None:
        for one in attacks:
            one(folder, fingerprint)

    return attack


ATTACKS: dict[str, tuple[str, str, Attack, set[str]]] = {
    "the gate is set to never": (CONFIG, GATE, write(CONFIG, 'fail-on = "never"\n'), {"fail-on"}),
    "the file is removed": (CONFIG, GATE, remove(CONFIG), {"fail-on"}),
    "the file is emptied": (CONFIG, GATE, write(CONFIG, ""), {"fail-on"}),
    "the file is no TOML any more": (CONFIG, GATE, write(CONFIG, "= = ="), {"fail-on", CONFIG}),
    "the file leads out of the repository": (CONFIG, GATE, link(CONFIG, "/etc/hostname"), {"fail-on", CONFIG}),
    "every rule is turned off": (CONFIG, GATE, write(CONFIG, GATE + '[severity]\n"*" = "off"\n'), {"severity"}),
    "the rule is turned off, and the rule that says so": (
        CONFIG, GATE, write(CONFIG, GATE + '[severity]\n"config/changed" = "off"\n"statement/*" = "off"\n"exception/*" = "off"\n'), {"severity"},
    ),
    "the order of severities is turned round": (
        CONFIG, GATE + '[severity]\n"statement/*" = "minor"\n"statement/reversed" = "critical"\n',
        write(CONFIG, GATE + '[severity]\n"statement/reversed" = "critical"\n"statement/*" = "minor"\n'), {"severity"},
    ),
    "the section is turned off": (CONFIG, GATE, write(CONFIG, GATE + '[[override]]\nsection = "kitchen*"\nseverity = "off"\n'), {"override"}),
    "the finding is approved": (CONFIG, GATE, write(".specdiff/approvals.toml", APPROVAL), {"approval {}"}),
    "the finding is approved in another file, which is named": (
        CONFIG, GATE, both(write(CONFIG, GATE + 'approvals = "a.toml"\n'), write("a.toml", APPROVAL)), {"approvals", "approval {}"},
    ),
    "another file is the spec": (
        CONFIG, GATE, both(write(CONFIG, GATE + 'path = ["other.md"]\n'), write("other.md", V1)), {"path"},
    ),
    "a decoy that reads more like a spec": (CONFIG, GATE, write("aaa_model_spec.md", V1 + V1.replace("#", "#x", 1) * 3), set()),
    "the spec is written in another dialect": (CONFIG, GATE, write(CONFIG, GATE + 'dialect = "plain"\n'), {"dialect"}),
    "sections are renamed to others": (CONFIG, GATE, write(CONFIG, GATE + '[renames]\nkitchen_rules = "music"\n'), {"renames"}),
    "the levels are turned round": (CONFIG, GATE, write(CONFIG, GATE + 'levels = ["guideline", "user", "root"]\n'), {"levels"}),
    "the table is edited": (PROJECT, IN_PROJECT, write(PROJECT, IN_PROJECT.replace("critical", "never")), {"fail-on"}),
    "the table is removed": (PROJECT, IN_PROJECT, write(PROJECT, "[project]\nname = 'kitchen'\n"), {"fail-on"}),
    "an empty file is put before the table": (PROJECT, IN_PROJECT, write(CONFIG, ""), {"fail-on"}),
    "the table moves to a file and loses the gate": (
        PROJECT, IN_PROJECT, both(remove(PROJECT), write(CONFIG, "levels = []\n")), {"fail-on", "levels"},
    ),
    "the file moves to a table and loses the gate": (
        CONFIG, GATE, both(remove(CONFIG), write(PROJECT, '[tool.specdiff]\nfail-on = "never"\n')), {"fail-on"},
    ),
    "the table is written in another way": (PROJECT, IN_PROJECT, write(PROJECT, 'tool = { specdiff = { fail-on = "never" } }\n'), {"fail-on"}),
    "what the file says is hidden in a string": (
        CONFIG, GATE, write(CONFIG, "repository-url = '''\n[x]\nfail-on = \"critical\"\n'''\n"), {"fail-on", "repository-url"},
    ),
    "the spec stands elsewhere": (
        CONFIG, GATE, lambda folder, _: (folder / "spec.md").rename(folder / "rules.md") and None, {"the spec's file"},
    ),
}  # fmt: skip


def told(out: str) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = {}
    for one in json.loads(out)["findings"]:
        found.setdefault(one["rule"], []).append(one)
    return found


def loosened(folder: Path, specdiff: Specdiff, path: str, text: str) -> str:
    """v1 has a gate and v2 does not pass it; return the fingerprint of what fails."""
    release(folder, "v1", spec__md=V1)
    (folder / path).write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--amend", "--no-edit")
    git(folder, "tag", "--force", "v1")
    release(folder, "v2", spec__md=LOOSE)
    status, out, _ = specdiff("v1", "v2", "--repo", folder, "-f", "json")
    assert status == 1
    (critical,) = [one for one in json.loads(out)["findings"] if one["severity"] == "critical"]
    return str(critical["fingerprint"])


@pytest.mark.parametrize("name", ATTACKS)
def test_a_change_that_fails_still_fails_and_what_it_changed_about_that_is_a_finding(
    own: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path, text, attack, keys = ATTACKS[name]
    monkeypatch.setenv("CI", "true")
    fingerprint = loosened(own, specdiff, path, text)
    attack(own, fingerprint)
    release(own, "v3")
    status, out, _ = specdiff("v1", "v3", "--repo", own, "-f", "json")
    found = told(out)
    assert status == 1
    assert [one["accepted"] for many in found.values() for one in many if one["fingerprint"] == fingerprint] == [None]
    changed = found.get("config/changed", [])
    assert {one["facts"]["key"] for one in changed} == {key.replace("{}", fingerprint) for key in keys}
    assert {one["severity"] for one in changed} <= {"major"}
    assert specdiff("v1", "v3", "--repo", own, "--fail-on", "never").status == 0  # what fails is the gate of v1, not the review


def test_where_the_new_side_is_trusted_the_same_changes_pass(own: Path, specdiff: Specdiff) -> None:
    fingerprint = loosened(own, specdiff, CONFIG, GATE)
    for name in ("the gate is set to never", "the file is removed", "every rule is turned off", "the finding is approved"):
        git(own, "checkout", "--quiet", "--force", "v2")
        ATTACKS[name][2](own, fingerprint)
        release(own, name.replace(" ", "-"))
        assert specdiff("v1", name.replace(" ", "-"), "--repo", own).status == 0


def test_a_branch_from_before_the_gate_is_held_to_the_gate_that_there_is_now(
    own: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch
) -> None:
    release(own, "v0", spec__md=V1)
    git(own, "checkout", "--quiet", "-b", "branch")
    release(own, "loose", spec__md=LOOSE)
    git(own, "checkout", "--quiet", "main")
    release(own, "v1", specdiff__toml=GATE)
    monkeypatch.setenv("CI", "true")
    status, out, _ = specdiff("main...branch", "--repo", own, "-f", "json")
    assert (status, "config/changed" in told(out)) == (1, False)  # it failed, and did not touch the gate


def test_a_configuration_that_the_workflow_names_is_not_that_of_the_checkout(
    own: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    release(own, "v1", spec__md=V1, ci__toml=GATE)
    release(own, "v2", spec__md=LOOSE, ci__toml='fail-on = "never"\n')
    monkeypatch.setenv("CI", "true")
    monkeypatch.chdir(own)
    status, out, _ = specdiff("v1", "v2", "--config", "ci.toml", "-f", "json")
    assert (status, [one["facts"]["key"] for one in told(out)["config/changed"]]) == (1, ["fail-on"])
    (own / "empty.toml").write_text("", encoding="utf-8")
    link("ci.toml", "empty.toml")(own, "")
    release(own, "v3")
    status, out, _ = specdiff("v1", "v3", "--config", own / "ci.toml", "-f", "json")
    assert (status, [one["facts"]["key"] for one in told(out)["config/changed"]]) == (1, ["fail-on"])
    (tmp_path / "runner.toml").write_text('fail-on = "never"\n', encoding="utf-8")
    assert specdiff("v1", "v2", "--config", tmp_path / "runner.toml").status == 0
    (own / "made.toml").write_text('fail-on = "never"\n', encoding="utf-8")  # by a step of the workflow: in neither revision
    assert specdiff("v1", "v2", "--config", "made.toml").status == 0


def test_files_that_are_no_revisions_are_governed_by_the_disk_and_the_review_says_so(
    own: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own / "old.md").write_text(V1, encoding="utf-8")
    (own / "new.md").write_text(LOOSE, encoding="utf-8")
    (own / CONFIG).write_text(GATE, encoding="utf-8")
    monkeypatch.setenv("CI", "true")
    monkeypatch.chdir(own)
    status, out, _ = specdiff("old.md", "new.md", "-f", "json")
    assert "config/changed" not in told(out)  # that they have two names is the user's doing
    assert (status, json.loads(out)["notes"]) == (
        1, ["old.md is no revision, so its configuration is what lies on the disk; name revisions, or a change can set its own terms."],
    )  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        write(PROJECT, IN_PROJECT.replace("kitchen", "pantry") + "\n[tool.other]\nx = 1\n"),
        write(PROJECT, IN_PROJECT.replace(GATE, "# why\nfail-on='critical' # so\n")),
        both(remove(PROJECT), write(CONFIG, GATE)),
        write(".specdiff/approvals.toml", "# none\n"),
        write(PROJECT, IN_PROJECT + f"\n[tool.other]\nx = '''\n[{' ' * 20_000}\n'''\n"),
        write("README.md", "# Kitchen\n"),
    ],
)
def test_what_governs_nothing_is_no_finding(own: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch, change: Attack) -> None:
    monkeypatch.setenv("CI", "true")
    loosened(own, specdiff, PROJECT, IN_PROJECT)
    change(own, "")
    release(own, "v3")
    status, out, _ = specdiff("v1", "v3", "--repo", own, "-f", "json")
    assert (status, "config/changed" in told(out), json.loads(out)["notes"]) == (1, False, [])


def test_a_change_of_nothing_but_the_terms_is_seen_in_every_format(own: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch) -> None:
    from specdiff.rendering.catalogue import formats

    release(own, "v1", spec__md=V1, specdiff__toml=f"# the gate\n{GATE}")
    release(own, "v2", specdiff__toml='# the gate\nfail-on = "never"\n')
    monkeypatch.setenv("CI", "true")
    for name in formats():
        status, out, err = specdiff("v1", "v2", "--repo", own, "-f", name, "--fail-on", "major")
        assert (status, err) == (1, "specdiff: failed: 1 finding is major or worse and not accepted\n")
        assert "config/changed" in out, name
    document = json.loads(specdiff("v1", "v2", "--repo", own, "-f", "json").out)
    (found,) = document["findings"]
    assert found["message"] == 'What governs the review changed: fail-on was "critical" and is now "never"'
    assert (found["new"]["path"], found["new"]["start_line"], found["new"]["text"]) == (CONFIG, 2, 'fail-on = "never"')
    assert (document["status"], document["outcome"]) == ("done", "meaning")
    assert document["opening"] == [
        "What governs this review is changed with what it reviews: fail-on.",
        "No rule, level, example or reference of the spec itself says anything else than before.",
    ]


def test_a_setting_that_went_is_pointed_at_in_its_file_while_that_has_others(
    own: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch
) -> None:
    release(own, "v1", spec__md=V1, specdiff__toml=f"pairs = []\n{GATE}")
    release(own, "v2", specdiff__toml="pairs = []\n")
    git(own, "rm", "--quiet", CONFIG)
    release(own, "v3")
    monkeypatch.setenv("CI", "true")
    assert specdiff("v1", "v2", "--repo", own, "-f", "oneline").out.startswith(f"{CONFIG}:1: major config/changed: ")
    assert specdiff("v1", "v3", "--repo", own, "-f", "oneline").out.startswith("spec.md:1: major config/changed: ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fail-off = 1\n", "specdiff.toml: no setting is called 'fail-off'; did you mean 'fail-on'?"),
        ("= =\n", "specdiff.toml is not valid TOML"),
        ("pairs = 3\n", "specdiff.toml: pairs must be a list of two values each"),
    ],
)
def test_a_configuration_that_would_stop_every_later_review_is_noted_while_it_does_not_hold(
    own: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    release(own, "v1", spec__md=V1)
    release(own, "v2", specdiff__toml=text)
    monkeypatch.setenv("CI", "true")
    status, out, _ = specdiff("v1", "v2", "--repo", own, "-f", "json")
    assert (status, len(told(out)["config/changed"])) == (0, 1)
    assert json.loads(out)["notes"][-1].startswith(f"Once v2 is the older side no review can be made: {said}")


def test_a_configuration_from_elsewhere_is_no_change_of_the_working_tree(
    own: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    release(own, "v1", spec__md=V1)
    (own / "spec.md").write_text(LOOSE, encoding="utf-8")
    (tmp_path / "runner.toml").write_text(f'{GATE}approvals = "yes.toml"\n', encoding="utf-8")
    monkeypatch.setenv("CI", "true")
    status, out, _ = specdiff("v1", "--repo", own, "--config", tmp_path / "runner.toml", "-f", "json")
    assert (status, "config/changed" in told(out)) == (1, False)
    assert json.loads(out)["notes"] == ["There is no approvals file 'yes.toml' in v1; it is a path in the repository."]
    (own / "yes.toml").write_text(APPROVAL.format("0" * 16), encoding="utf-8")
    out = specdiff("v1", "--repo", own, "--config", tmp_path / "runner.toml", "-f", "json").out
    assert [one["facts"]["key"] for one in told(out)["config/changed"]] == ["approval " + "0" * 16]
