"""Reading a repository runs nothing of it, fetches nothing and writes nothing."""

import os
import sys
from pathlib import Path

import pytest

from sources.repositories import BETTER, SPEC, Work, recognises
from specdiff.errors import SpecdiffError
from specdiff.sources.revisions import open_sides


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return every file below a folder with its time and content."""
    return {str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()}


def read_every_way(folder: Path) -> None:
    """Compare in every way that reads a repository, with failures among them."""
    for old, new, staged in (
        ("v1", "v2", False),
        ("v1", None, False),
        ("v1", None, True),
        ("v1...v2", None, False),
        ("v1:spec.md", "./spec.md", False),
    ):
        sides = open_sides(old, new, cwd=folder, staged=staged)
        pair = sides.snapshots(paths=(), recognises=recognises, companions=("examples/*.md",))
        assert pair.hunks != ()
        assert sides.new.read("specdiff.toml") is None
        assert sides.repository_url == "https://example.com/a/b"
    with pytest.raises(SpecdiffError):
        open_sides("nothing", "v2", cwd=folder)


@pytest.mark.skipif(os.name == "nt", reason="the traps are shell scripts")
@pytest.mark.parametrize("where", ["config", "environment"])
def test_nothing_of_a_repository_is_run(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    mark = tmp_path / "was-run"
    trap = tmp_path / "trap"
    trap.write_text(f'#!/bin/sh\necho "$0 $*" >> {mark}\ncat\n')
    trap.chmod(0o755)
    work.git("remote", "add", "origin", "git@example.com:a/b.git")
    for hook in ("post-checkout", "post-index-change", "pre-commit", "fsmonitor-watchman", "reference-transaction", "post-command"):
        hook_file = work.folder / ".git" / "hooks" / hook
        hook_file.parent.mkdir(exist_ok=True)
        hook_file.write_text(trap.read_text())
        hook_file.chmod(0o755)
    work.write(".gitattributes", "*.md diff=trap filter=trap merge=trap -text working-tree-encoding=UTF-8\n")
    settings = {
        "core.fsmonitor": str(trap), "core.fsmonitorHookVersion": "2", "core.hooksPath": str(work.folder / ".git" / "hooks"), "core.pager": str(trap),
        "pager.diff": str(trap), "pager.log": "true", "core.editor": str(trap), "core.sshCommand": str(trap), "core.askPass": str(trap),
        "diff.external": str(trap), "diff.trap.command": str(trap), "diff.trap.textconv": str(trap), "diff.trap.cachetextconv": "true",
        "filter.trap.clean": str(trap), "filter.trap.smudge": str(trap), "filter.trap.process": str(trap), "filter.trap.required": "true",
        "merge.trap.driver": str(trap), "alias.diff": f"!{trap}", "alias.cat-file": f"!{trap}", "credential.helper": f"!{trap}",
        "gpg.program": str(trap), "log.showSignature": "true", "core.alternateRefsCommand": str(trap), "interactive.diffFilter": str(trap),
        "trace2.eventTarget": "", "core.autocrlf": "true", "core.eol": "crlf",
    }  # fmt: skip
    for name, value in settings.items():
        work.git("config", name, value)
    if where == "environment":
        for name in ("GIT_EXTERNAL_DIFF", "GIT_PAGER", "PAGER", "GIT_EDITOR", "GIT_SSH", "GIT_ASKPASS", "GIT_SSH_COMMAND"):
            monkeypatch.setenv(name, str(trap))
    mark.unlink(missing_ok=True)  # setting up may have sprung some
    read_every_way(work.folder)
    assert not mark.exists(), mark.read_text()


def test_nothing_is_written(work: Work) -> None:
    work.git("remote", "add", "origin", "https://example.com/a/b.git")
    work.write("spec.md", BETTER + "\nMore.\n")
    os.utime(work.folder / "README.md")  # a stale index entry, which git would like to refresh
    before = state(work.folder)
    read_every_way(work.folder)
    assert state(work.folder) == before


def test_nothing_is_fetched(work: Work, tmp_path: Path) -> None:
    work.git("config", "uploadpack.allowFilter", "true")
    work.git("clone", "--quiet", "--filter=blob:none", f"file://{work.folder}", str(tmp_path / "part"))
    before = state(tmp_path / "part")
    with pytest.raises(SpecdiffError, match="is not in this partial clone"):
        open_sides("v1", "v2", cwd=tmp_path / "part").snapshots(paths=(), recognises=recognises, companions=())
    assert state(tmp_path / "part") == before


def test_a_partial_clone_that_has_what_is_needed_is_read(work: Work, tmp_path: Path) -> None:
    work.git("config", "uploadpack.allowFilter", "true")
    work.git("clone", "--quiet", "--filter=blob:none", f"file://{work.folder}", str(tmp_path / "part"))
    sides = open_sides("v2", cwd=tmp_path / "part")
    assert sides.snapshots(paths=(), recognises=recognises, companions=()).hunks == ()


def test_line_end_settings_do_not_matter(work: Work) -> None:
    work.git("config", "core.autocrlf", "true")
    work.git("config", "core.eol", "crlf")
    work.write(".gitattributes", "* text=auto eol=crlf diff=nothing\nspec.md -diff\n")
    work.write("spec.md", BETTER.replace("\n", "\r\n"))
    pair = open_sides("v1", cwd=work.folder).snapshots(paths=(), recognises=recognises, companions=())
    assert [(one.old_start, one.old_count, one.new_start, one.new_count) for one in pair.hunks] == [(5, 1, 5, 1)]


def test_settings_of_the_user_do_not_change_the_difference(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = open_sides("v1", "v2", cwd=work.folder).snapshots(paths=(), recognises=recognises, companions=()).hunks
    config = tmp_path / "config"
    config.write_text(
        "[diff]\n\tnoprefix = true\n\tmnemonicPrefix = true\n\tcontext = 9\n\tinterHunkContext = 9\n\talgorithm = minimal\n\tcolorMoved = zebra\n\twordRegex = .\n"
        "[color]\n\tui = always\n[core]\n\tattributesFile = "
        + str(tmp_path / "attributes").replace("\\", "/")
        + "\n[safe]\n\tdirectory = *\n"
    )
    (tmp_path / "attributes").write_text("* binary\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("GIT_DIFF_OPTS", "-u9")
    assert open_sides("v1", "v2", cwd=work.folder).snapshots(paths=(), recognises=recognises, companions=()).hunks == plain


def test_no_process_and_no_file_is_left_behind(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import gc
    import tempfile

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    sides = open_sides("v1", "v2", cwd=work.folder)
    sides.snapshots(paths=(), recognises=recognises, companions=())
    assert sides.repository is not None
    batch = sides.repository._batch  # noqa: SLF001 - the process itself
    assert batch is not None
    assert batch.proc is not None
    assert batch.proc.poll() is None
    process = batch.proc
    del sides, batch
    gc.collect()
    assert process.returncode == 0
    assert list((tmp_path / "temporary").iterdir()) == []


def test_a_repository_cannot_hide_a_program_as_git(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform == "win32":
        pytest.skip("found along PATH alone elsewhere")
    fake = work.write("git", "#!/bin/sh\ntouch was-run\n")
    fake.chmod(0o755)
    monkeypatch.chdir(work.folder)
    open_sides("v1", "v2").snapshots(paths=(), recognises=recognises, companions=())
    assert not (work.folder / "was-run").exists()


def test_no_message_carries_a_control_character(work: Work) -> None:
    nasty = "\x1b[31mred\x07\u202e"
    calls = [
        lambda: open_sides(nasty, "v2", cwd=work.folder),
        lambda: open_sides(f"v1:{nasty}", "v2", cwd=work.folder).snapshots(paths=(), recognises=recognises, companions=()),
        lambda: open_sides("v1", "v2", cwd=work.folder).snapshots(paths=(nasty,), recognises=recognises, companions=()),
        lambda: open_sides(f"./{nasty}", "v2", cwd=work.folder),
        lambda: open_sides("v1", "v2", cwd=work.folder, repo=Path(nasty)),
    ]
    for call in calls:
        with pytest.raises(SpecdiffError) as raised:
            call()
        assert str(raised.value).isprintable()


def test_names_of_files_are_shown_without_control_characters_in_errors(tmp_path: Path) -> None:
    work = Work.new(tmp_path)
    for name in ("a\x1b[31m.md", "b\n.md"):
        work.write(name, SPEC)
    work.commit("v1")
    with pytest.raises(SpecdiffError) as raised:
        open_sides("v1", "v1", cwd=work.folder).snapshots(paths=(), recognises=recognises, companions=())
    assert str(raised.value).isprintable()
