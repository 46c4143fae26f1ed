"""``specdiff git-diff-driver``, called by git itself."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.kitchen import GIT, V1, V2, Specdiff, git, new_repository, release


@pytest.fixture(scope="module")
def driven(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose spec.md is shown by specdiff. v1 has it, v2 weakens it, v3 renames it, v4 removes it."""
    folder = new_repository(tmp_path_factory.mktemp("driven") / "kitchen")
    git(folder, "config", "diff.specdiff.command", f'"{sys.executable}" -m specdiff git-diff-driver')
    release(folder, "v0", __gitattributes="*.md diff=specdiff\n", other__txt="one\n")
    release(folder, "v1", spec__md=V1)
    release(folder, "v2", spec__md=V2, other__txt="two\n")
    git(folder, "mv", "spec.md", "rules.md")
    release(folder, "v3")
    git(folder, "rm", "--quiet", "rules.md")
    release(folder, "v4")
    return folder


def asked(folder: Path, *words: str, **more: str) -> str:
    environment = {**os.environ, **GIT, **more}
    done = subprocess.run(["git", "--no-pager", *words], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_git_diff_shows_the_review_in_place_of_the_lines_and_other_files_as_ever(driven: Path) -> None:
    out = asked(driven, "diff", "v1", "v2")
    assert "A rule binds less: “may” instead of “must”" in out
    assert "spec.md:7" in out
    assert "-The assistant must greet" not in out
    assert "-one\n+two\n" in out


def test_a_log_goes_through_where_the_spec_came_changed_and_went(driven: Path) -> None:
    out = asked(driven, "log", "-p", "--ext-diff", "-M", "--format=%s", "v4")
    assert [line for line in out.splitlines() if line in ("v4", "v3", "v2", "v1", "v0")] == ["v4", "v3", "v2", "v1", "v0"]
    assert "nothing → " in out
    assert "spec.md (spec added)" in out
    assert "rules.md (spec removed)" in out
    assert "spec.md → rules.md" in out


def test_the_working_tree_and_the_index_are_reviewed_too(own: Path) -> None:
    git(own, "config", "diff.specdiff.command", f'"{sys.executable}" -m specdiff git-diff-driver')
    release(own, "v1", spec__md=V1, __gitattributes="spec.md diff=specdiff\n")
    (own / "spec.md").write_text(V2, encoding="utf-8")
    assert "working tree  spec.md\n" in asked(own, "diff")
    git(own, "add", "spec.md")
    assert "A rule binds less" in asked(own, "diff", "--cached")


def test_what_cannot_be_reviewed_is_shown_by_lines_and_git_goes_on(own: Path) -> None:
    git(own, "config", "diff.specdiff.command", f'"{sys.executable}" -m specdiff git-diff-driver')
    release(own, "v1", a__md="one\n", spec__md=V1, __gitattributes="*.md diff=specdiff\n", specdiff__toml="nonsense = 1\n")
    release(own, "v2", a__md="two\n", spec__md=V2)
    out = asked(own, "diff", "v1", "v2")
    assert out.count("specdiff: specdiff.toml: no setting is called 'nonsense'") == 2
    assert "-one\n+two\n" in out
    assert "+The assistant may greet every guest.\n" in out


def test_colour_and_width_are_those_of_the_pager_that_git_opened(driven: Path) -> None:
    out = asked(driven, "diff", "v1", "v2", GIT_PAGER_IN_USE="1", COLUMNS="50")
    assert "\x1b[" in out
    plain = asked(driven, "diff", "v1", "v2", "--", "spec.md", COLUMNS="50")
    assert max(map(len, plain.splitlines())) <= 50


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("spec.md",), "* Unmerged path spec.md\n"),
        (("-x.md", "/dev/null", ".", ".", "/dev/null", ".", "."), ""),
        (("spec.md", "a", "1" * 40, "100644", "a", "1" * 40, "100755"), None),
    ],
)
def test_it_ends_well_whatever_it_is_called_with(
    own: Path, specdiff: Specdiff, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str | None
) -> None:
    monkeypatch.chdir(own)
    status, out, err = specdiff("git-diff-driver", *words)
    assert (status, err) == (0, "")
    assert said is None or said in out
    assert said is not None or out == ""  # the same content with another mode


@pytest.mark.parametrize("words", [(), ("a.md", "b.md")])
def test_what_git_never_passes_is_an_error(specdiff: Specdiff, words: tuple[str, ...]) -> None:
    assert specdiff("git-diff-driver", *words) == (2, "", "specdiff: git calls this with seven arguments; see docs/git.md\n")


def test_it_is_a_difftool_as_the_page_says(driven: Path) -> None:
    command = f'"{sys.executable}" -m specdiff "$LOCAL" "$REMOTE"'
    out = asked(driven, "-c", f"difftool.specdiff.cmd={command}", "difftool", "-y", "-t", "specdiff", "v1", "v2", "--", "spec.md")
    assert "A rule binds less" in out
