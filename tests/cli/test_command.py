"""Which words mean which command; exit statuses; one line for every failure."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cli.kitchen import V1, V2, V3, Specdiff, git, release
from specdiff import __version__
from specdiff.cli.app import COMMANDS
from specdiff.cli.main import one_line, run


def rules_of(out: str) -> list[str]:
    return sorted(json.loads(out)["summary"]["by_rule"])


@pytest.mark.parametrize(
    "words",
    [
        ("v1", "v2"),
        ("diff", "v1", "v2"),
        ("v1..v2",),
        ("v1...v2",),
        ("--", "v1", "v2"),
        ("v1:spec.md", "v2:spec.md"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("before", [True, False], ids=["options first", "options last"])
def test_every_spelling_of_two_revisions_gives_the_same_findings(
    repository: Path, specdiff: Specdiff, words: tuple[str, ...], *, before: bool
) -> None:
    options = ("--repo", repository, "--format=json")
    if "--" in words:
        given = (*options, *words)
    elif before:
        given = (*words[:1], *options, *words[1:]) if words[0] == "diff" else (*options, *words)
    else:
        given = (*words, *options)
    status, out, err = specdiff(*given)
    assert (status, err) == (0, "")
    assert rules_of(out) == ["statement/weakened"]


def test_one_revision_is_compared_with_the_working_tree(own: Path, specdiff: Specdiff) -> None:
    release(own, "v1", spec__md=V1)
    (own / "spec.md").write_text(V2, encoding="utf-8")
    data = json.loads(specdiff("v1", "--repo", own, "-f", "json").out)
    assert data["summary"]["by_rule"] == {"statement/weakened": 1}
    assert data["new"]["commit"] is None


def test_staged_compares_head_with_the_index_and_not_with_the_working_tree(own: Path, specdiff: Specdiff) -> None:
    release(own, "v1", spec__md=V1)
    (own / "spec.md").write_text(V2, encoding="utf-8")
    git(own, "add", "spec.md")
    (own / "spec.md").write_text(V3, encoding="utf-8")
    by_head = specdiff("--staged", "--repo", own, "-f", "json")
    assert rules_of(by_head.out) == ["statement/weakened"]
    assert by_head.out.replace("HEAD", "v1") == specdiff("v1", "--staged", "--repo", own, "-f", "json").out


def test_two_files_need_no_repository(tmp_path: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text(V1, encoding="utf-8")
    (tmp_path / "b.md").write_text(V2, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert rules_of(specdiff("a.md", "b.md", "--format", "json").out) == ["statement/weakened"]


def test_a_revision_that_is_named_like_a_command_is_reached_by_diff(own: Path, specdiff: Specdiff) -> None:
    release(own, "tree", spec__md=V1)
    release(own, "v2", spec__md=V2)
    assert rules_of(specdiff("diff", "tree", "v2", "--repo", own, "-f", "json").out) == ["statement/weakened"]


@pytest.mark.parametrize(("bound", "status"), [("critical", 0), ("major", 1), ("minor", 1), ("editorial", 1), ("never", 0)])
def test_fail_on_gives_1_from_that_severity_up(repository: Path, specdiff: Specdiff, bound: str, status: int) -> None:
    result = specdiff("v1", "v2", "--repo", repository, "--fail-on", bound)
    assert result.status == status
    assert result.err == (f"specdiff: failed: 1 finding is {bound} or worse and not accepted\n" if status else "")
    assert specdiff("v1", "v1", "--repo", repository, "--fail-on", bound).status == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "name two revisions, files or folders (specdiff OLD NEW); see `specdiff --help`, or try `specdiff demo`"),
        (("v1", "v2", "v3"), "Got unexpected extra argument(s) (v3); see `specdiff diff --help`"),
        (("v1", "v2", "--formt", "json"), "no option is called --formt; did you mean --format?; see `specdiff diff --help`"),
        (("v1", "v2", "--format"), "Option '--format' requires an argument; see `specdiff --help`"),
        (("v1", "v2", "--format", "jsn"), "no format is called 'jsn'; did you mean 'json'?"),
        (("v1", "v2", "--fail-on", "majro"), "fail-on cannot be 'majro'; did you mean 'major'?"),
        (("v1", "v2", "--color", "sometimes"), "--color cannot be 'sometimes'; use auto, always or never"),
        (("v1", "v2", "--width", "wide"), "--width cannot be 'wide'; give a number of columns from 20 to 1000"),
        (("v1", "v2", "--width", "19"), "--width cannot be '19'; give a number of columns from 20 to 1000"),
        (("v1", "v2", "--staged"), "--staged compares OLD with the index; leave NEW away, or --staged"),
        (("v1", "v2", "--trusted", "mine"), "--trusted cannot be 'mine'; use one of: old, new"),
        (("v1", "v2", "--config", "nowhere.toml"), "'nowhere.toml': No such file or directory; check the path"),
        (("tree",), "Missing argument 'REVISION'; see `specdiff tree --help`"),
        (("explain",), "name one rule: specdiff explain RULE; see `specdiff rules`"),
        (("explain", "exampel/removed"), "no rule is called 'exampel/removed'; did you mean 'example/removed'?"),
        (("explain", "--shift", "honesty", "v1", "v2"), "--shift cannot be 'honesty'; name two values: --shift honesty:confidentiality"),
        (("explain", "--shift", "honesty:kindness"), "name two revisions: specdiff explain --shift VALUE:VALUE OLD NEW"),
        (("explain", "--shift", "honestly:kindness", "v1", "v2"), "no value is called 'honestly'; did you mean 'honesty'?"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_use_is_one_line_and_exit_status_2(
    repository: Path, specdiff: Specdiff, words: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    status, out, err = specdiff(*words)
    assert (status, out) == (2, "")
    assert err.startswith(f"specdiff: {said}")
    assert err.count("\n") == 1


def test_control_characters_never_reach_the_terminal_in_an_error(repository: Path, specdiff: Specdiff) -> None:
    status, out, err = specdiff("\x1b[31mred\n\u202e\x07", "v2", "--repo", repository)
    assert (status, out) == (2, "")
    assert err.rstrip("\n").isprintable()


def test_an_error_is_one_line_whatever_it_says() -> None:
    assert one_line("a\n\tb \x1b[0m \x9b \u2028 \u202e \udc80 é “x”") == r"a b \x1b[0m \x9b \u202e \udc80 é “x”"


def test_an_unexpected_error_is_one_line_that_names_the_way_to_a_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong: list[str] = [object()]  # type: ignore[list-item]
    assert run(wrong) == 2
    err = capsys.readouterr().err
    assert err.startswith("specdiff: unexpected ")
    assert "SPECDIFF_DEBUG=1" in err
    assert err.count("\n") == 1
    monkeypatch.setenv("SPECDIFF_DEBUG", "1")
    with pytest.raises((TypeError, AttributeError)):
        run(wrong)


@pytest.mark.parametrize("word", ["-h", "--help"])
def test_help_shows_the_review_and_every_command(specdiff: Specdiff, word: str) -> None:
    status, out, err = specdiff(word)
    assert (status, err) == (0, "")
    assert out.startswith("Usage: specdiff OLD NEW [OPTIONS]\n")
    assert [line.split()[0] for line in out.partition("Commands:\n")[2].splitlines()] == list(COMMANDS)
    for option in ("--format", "--output", "--fail-on", "--config", "--path", "--repo", "--version"):
        assert f"{option} " in out
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_in_its_help_what_the_list_says(specdiff: Specdiff, name: str) -> None:
    status, out, err = specdiff(name, "--help")
    assert (status, err) == (0, "")
    assert out.split("\n\n")[1].strip() == COMMANDS[name]


def test_version_is_the_packages(specdiff: Specdiff) -> None:
    assert specdiff("--version") == (0, f"specdiff {__version__}\n", "")


def test_the_module_runs_as_a_program(repository: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "specdiff", "v1", "v2", "--fail-on", "major"], cwd=repository, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, "specdiff: failed: 1 finding is major or worse and not accepted\n")
    assert "v1 → v2" in done.stdout.partition("\n")[0]


@pytest.mark.parametrize("words", [["--help"], ["rules"], ["--version"]], ids=" ".join)
def test_what_needs_no_review_loads_none_of_it(words: list[str]) -> None:
    heavy = (
        "specdiff.model",
        "specdiff.sources",
        "specdiff.rules.rule",
        "rich",
        "git",
        "mistune",
        "rapidfuzz",
        "sentencex",
        "unidiff",
        "pydantic",
        "json",
    )
    code = f"""
import sys
from specdiff.cli.main import run
assert run({words!r}) == 0
print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "[]\n")
