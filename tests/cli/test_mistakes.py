"""Slips of the pen: each is one line that names what is wrong and the nearest right thing, and nothing is passed over."""

import os
from pathlib import Path

import pytest

from cli.kitchen import V1, V2, Specdiff, release


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("v1", "v2", "--bogus"), "no option is called --bogus; see `specdiff diff --help`"),
        (("v1", "v2", "--verbos"), "no option is called --verbos; did you mean --verbose?; see `specdiff diff --help`"),
        (("tree", "v1", "--jsn"), "no option is called --jsn; did you mean --json?; see `specdiff tree --help`"),
        (("aprove", "0123456789abcdef"), "unknown revision 'aprove', and there is no file of that name; {}; or did you mean {}?"),
        (("aprove", "0", "--reason", "x"), "no option is called --reason; see `specdiff diff --help`; or did you mean {1}?"),
        (("aprove", "0", "v1", "v2"), "Got unexpected extra argument(s) (v1 v2); see `specdiff diff --help`; or did you mean {1}?"),
        (("v1", "v2", "v3"), "Got unexpected extra argument(s) (v3); see `specdiff diff --help`"),
        (("tree", "nope.md"), "there is no file 'nope.md', and no revision of that name; did you mean spec.md?"),
        (("tree", "spec.mdown"), "there is no file 'spec.mdown', and no revision of that name; did you mean spec.md?"),
        (("tree", "xyz.qqq"), "there is no file 'xyz.qqq', and no revision of that name; mend the path"),
        (("tree", "v1.md"), "unknown revision 'v1.md', and there is no file of that name; did you mean v1?"),
        (("v1", "v2", "-o", "a.jsn"), "no format is told by the ending of 'a.jsn'; did you mean '.json'? or say which with --format"),
        (("v1", "v2", "--fail-on", ""), "--fail-on is empty; give it a value, or leave it away"),
        (("v1", "v2", "--path", ""), "--path is empty; give it a value, or leave it away"),
        (("v1", "v2", "--repo", ""), "--repo is empty; give it a value, or leave it away"),
        (("init", "--repo", ""), "--repo is empty; give it a value, or leave it away"),
        (("v1", "v2", "--config", " "), "--config is empty; give it a value, or leave it away"),
        (("./spec.md", "./spec.md", "--path", "spec.md"), "--path says where the spec stands in a revision or a folder, and files {}"),
        (("tree", "./spec.md", "--path", "spec.md"), "--path says where the spec stands in a revision or a folder, and files {}"),
    ],
)
def test_a_slip_of_the_pen_is_one_line_that_names_what_was_meant(
    repository: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(repository)
    status, out, err = specdiff(*words)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    at = 0
    for part in said.replace("{1}", "the command: specdiff approve").replace("{2}", "{}").split("{}"):
        assert part in err[at:]
        at = err.index(part, at) + len(part)
    assert ("the command" in err) is ("aprove" in words)


def test_a_file_whose_ending_tells_no_format_is_written_where_the_format_is_said(
    repository: Path, specdiff: Specdiff, tmp_path: Path
) -> None:
    for name, words in (("a.foo", ("-f", "terminal")), ("b", ()), ("c.txt", ())):
        assert specdiff("v1", "v2", "--repo", repository, "-o", tmp_path / name, *words).status == 0
        assert "A rule binds less" in (tmp_path / name).read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_what_cannot_be_written_is_named(repository: Path, specdiff: Specdiff) -> None:
    assert specdiff("v1", "v2", "--repo", repository, "-o", "/dev/full").err.startswith("specdiff: '/dev/full': No space left on device;")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('levels = ["a", "a"]', "specdiff.toml: levels names 'a' twice; leave one of them"),
        ('levels = ["a", "A"]', "levels names 'a' twice, and a level has one rank; leave one of them"),
        ('levels = "a > b"', "levels holds 'a > b', which is no name; give each level as one of a list, highest first"),
        ("levels = []", "specdiff.toml: levels is empty; name at least one, or take it out"),
        ("path = []", "specdiff.toml: path is empty; name at least one, or take it out"),
        ('path = ["spec.md", ""]', "specdiff.toml: path holds an empty string; name at least one, or take it out"),
        ("format = []", "specdiff.toml: format is empty; name at least one, or take it out"),
        ('fail-on = ""', "specdiff.toml: fail-on is empty; give it a value, or take it out"),
        ('dialect = " "', "specdiff.toml: dialect is empty; give it a value, or take it out"),
        ('approvals = "/etc/approvals.toml"', "approvals cannot be '/etc/approvals.toml'; give a path in the repository, from its top"),
        ('approvals = "../approvals.toml"', "approvals cannot be '../approvals.toml'; give a path in the repository, from its top"),
        ('approvals = "notes"', "'notes' in 'v2' is a folder where a file is looked for; rename or remove it"),
        ('repository-url = "https://"', "specdiff.toml: repository-url must be a web address (https://…), not 'https://'"),
        ('pairs = [["honesty", "honesty"]]', "specdiff.toml: pairs weighs 'honesty' against itself; name two values"),
        ("pairs = {}", "specdiff.toml: pairs must be a list of two values each"),
        ("[values.thrift]", "specdiff.toml: values.thrift has no words; add words = "),
        ('[values.thrift]\nwords = ["*"]', "specdiff.toml: values.thrift holds '*', which any word is; a * ends a word of some letters"),
        (
            '[values.thrift]\nwords = ["save"]\ncontrary = ["Save"]',
            "specdiff.toml: values.thrift has 'save' among its words and what is contrary to it; leave one of them",
        ),
        ('[[override]]\nsection = ""\nseverity = "minor"', "specdiff.toml: override.section is empty; give it a value, or take it out"),
        ('[renames]\na = "a"', "specdiff.toml: renames.'a' names no section that became another; write the old id = the new one"),
        ('[renames]\na = "c"\nb = "c"', "specdiff.toml: renames says that 2 sections became 'c'; one section became one"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_an_error(own: Path, specdiff: Specdiff, text: str, said: str) -> None:
    release(own, "v1", spec__md=V1, notes___of__md="Nothing.\n")
    release(own, "v2", spec__md=V2, specdiff__toml=text)
    status, out, err = specdiff("v1", "v2", "--repo", own)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"specdiff: {said}")


@pytest.mark.parametrize("name", ["specdiff.toml", ".specdiff/approvals.toml"])
def test_a_folder_where_the_configuration_is_looked_for_is_an_error_on_the_side_that_holds(
    own: Path, specdiff: Specdiff, name: str
) -> None:
    release(own, "v1", spec__md=V1)
    (own / name).mkdir(parents=True)
    (own / name / "a").write_text("x", encoding="utf-8")
    release(own, "v2", spec__md=V2)
    for words, where in ((("v1", "v2"), "'v2'"), (("v1",), "the working tree")):
        status, _, err = specdiff(*words, "--repo", own)
        assert (status, err) == (2, f"specdiff: '{name}' in {where} is a folder where a file is looked for; rename or remove it\n")
    assert specdiff("v1", "v2", "--repo", own, "--trusted", "old").status == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_where_the_configuration_is_looked_for_is_an_error_and_not_waited_for(own: Path, specdiff: Specdiff) -> None:
    release(own, "v1", spec__md=V1)
    os.mkfifo(own / "specdiff.toml")
    assert specdiff("v1", "--repo", own).err == (
        "specdiff: 'specdiff.toml' in the working tree is a pipe or a device where a file is looked for; rename or remove it\n"
    )


@pytest.mark.parametrize("name", ["SPECDIFF_LEVELS", "SPECDIFF_FORMAT"])
def test_a_list_in_the_environment_that_names_nothing_is_an_error(
    repository: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, " ,")
    status, _, err = specdiff("v1", "v2", "--repo", repository)
    assert (status, err) == (2, f"specdiff: the environment has {name}=' ,', which names nothing; name at least one, or unset it\n")
    monkeypatch.setenv(name, "")
    assert specdiff("v1", "v2", "--repo", repository).status == 0


def test_a_configuration_that_is_no_text_is_not_said_to_be_the_spec(own: Path, specdiff: Specdiff) -> None:
    release(own, "v1", spec__md=V1)
    (own / "specdiff.toml").write_text("\0", encoding="utf-8")
    assert specdiff("v1", "--repo", own).err == (
        "specdiff: 'specdiff.toml' in the working tree is not text: there is a NUL at byte 0; take it out, or convert the file to UTF-8\n"
    )
