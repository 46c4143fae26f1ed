"""Every way to name a side."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sources.repositories import BETTER, LONG, SPEC, Work, recognises
from specdiff.errors import SpecdiffError
from specdiff.sources.revisions import Pair, open_one, open_sides

COMPANIONS = ("examples/*.md",)


def snapshots(work: Work | Path, old: str, new: str | None = None, **more: object) -> Pair:
    paths = more.pop("paths", ())
    here = work.folder if isinstance(work, Work) else work
    sides = open_sides(old, new, cwd=more.pop("cwd", here), **more)  # type: ignore[arg-type]
    return sides.snapshots(paths=paths, recognises=recognises, companions=COMPANIONS)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "form",
    ["v1", "old", "HEAD~1", "HEAD^", "v1^{commit}", "v2~1", "refs/tags/v1", "full", "short", "@~1", ":/First", "HEAD^{/a: b}", "main@{1}"],
)
def test_every_spelling_of_a_revision(tmp_path: Path, form: str) -> None:
    work = Work.new(tmp_path)
    first = work.commit("v1", message="First a: b", spec__md=SPEC)
    work.git("branch", "old")
    work.commit("v2", spec__md=BETTER)
    name = {"full": first, "short": first[:8]}.get(form, form)
    pair = snapshots(work, name, "main")
    assert (pair.old.revision.label, pair.old.revision.commit) == (name, first)
    assert pair.old.files == {"spec.md": SPEC}
    assert pair.new.files == {"spec.md": BETTER}


def test_a_revision_carries_its_commit_and_the_committer_date_with_its_offset(work: Work) -> None:
    pair = snapshots(work, "v1", "v2")
    assert pair.old.revision.date == "2025-01-15T12:00:00+02:00"
    assert pair.new.revision.date == "2025-03-01T08:30:00-05:00"
    assert pair.new.revision.commit == work.git("rev-parse", "v2")


def test_a_date_expression_reads_the_reflog(work: Work) -> None:
    pair = snapshots(work, "main@{2025-02-01 00:00:00 +0000}", "main")
    assert pair.old.revision.commit == work.git("rev-parse", "v1")
    assert pair.old.revision.label == "main@{2025-02-01 00:00:00 +0000}"


def test_a_reflog_that_does_not_reach_back_is_an_error(work: Work) -> None:
    with pytest.raises(SpecdiffError, match="git knows of no revision so old: log for"):
        open_sides("main@{2020-01-01}", "main", cwd=work.folder)


def test_the_upstream_of_a_branch(work: Work, tmp_path: Path) -> None:
    clone = Work(tmp_path / "clone")
    work.git("clone", "--quiet", str(work.folder), str(clone.folder))
    clone.commit(spec__md=SPEC + "\nAnd brief.\n")
    pair = snapshots(clone, "@{upstream}", "HEAD")
    assert pair.old.revision.commit == work.git("rev-parse", "v2")
    assert pair.hunks != ()


def test_an_annotated_tag_is_its_commit(work: Work) -> None:
    work.git("tag", "-a", "-m", "Release", "release", "v1")
    assert snapshots(work, "release", "v2").old.revision.commit == work.git("rev-parse", "v1")


@pytest.mark.parametrize(("span", "ends"), [("v1..v2", ("v1", "v2")), ("v1..", ("v1", "HEAD")), ("v2~1..HEAD", ("v2~1", "HEAD"))])
def test_two_dots_are_the_ends(work: Work, span: str, ends: tuple[str, str]) -> None:
    pair = snapshots(work, span)
    assert (pair.old.revision.label, pair.new.revision.label) == ends
    assert (pair.old.files["spec.md"], pair.new.files["spec.md"]) == (SPEC, BETTER)


def test_two_dots_with_nothing_before_them_begin_at_head(work: Work) -> None:
    pair = snapshots(work, "..v1")
    assert (pair.old.revision.label, pair.new.revision.label) == ("HEAD", "v1")


def test_three_dots_begin_at_the_merge_base(work: Work) -> None:
    work.git("checkout", "--quiet", "-b", "topic", "v1")
    work.commit("topic1", spec__md=SPEC + "\nAnd brief.\n")
    pair = snapshots(work, "main...topic")
    assert pair.old.revision.commit == work.git("rev-parse", "v1")
    assert (pair.old.revision.label, pair.new.revision.label) == ("merge base of main and topic", "topic")
    assert pair.old.files["spec.md"] == SPEC


def test_a_range_of_paths(work: Work) -> None:
    pair = snapshots(work, "v1:spec.md..v2:spec.md")
    assert (pair.old.paths, pair.new.paths) == (("spec.md",), ("spec.md",))


def test_a_path_in_a_revision_brings_its_companions(work: Work) -> None:
    pair = snapshots(work, "v1:spec.md", "v2:spec.md")
    assert pair.old.revision.label == "v1:spec.md"
    assert pair.old.revision.commit == work.git("rev-parse", "v1")
    assert sorted(pair.new.files) == ["examples/a.md", "examples/b.md", "spec.md"]


def test_a_path_in_a_revision_against_a_plain_revision_is_the_same_path(work: Work) -> None:
    assert snapshots(work, "v1:README.md", "v2").new.paths == ("README.md",)


def test_a_folder_in_a_revision_narrows_the_search(tmp_path: Path) -> None:
    work = Work.new(tmp_path)
    work.commit("v1", a___spec__md=SPEC, b___spec__md=SPEC)
    pair = snapshots(work, "v1:a", "v1:b")
    assert (pair.old.paths, pair.new.paths) == (("a/spec.md",), ("b/spec.md",))


def test_a_path_with_dot_slash_is_from_the_current_folder(tmp_path: Path) -> None:
    work = Work.new(tmp_path)
    work.commit("v1", docs___spec__md=SPEC)
    work.commit("v2", docs___spec__md=BETTER)
    pair = snapshots(work, "v1:./spec.md", "v2:docs/spec.md", cwd=work.folder / "docs")
    assert (pair.old.paths, pair.new.paths) == (("docs/spec.md",), ("docs/spec.md",))


def test_without_new_it_is_the_working_tree_with_what_git_does_not_know_yet(work: Work) -> None:
    work.write("spec.md", BETTER + "\nNever committed.\n")
    work.write("examples/c.md", "Prompt c\n")
    pair = snapshots(work, "HEAD")
    assert pair.new.revision.label == "working tree"
    assert (pair.new.revision.commit, pair.new.revision.date) == (None, None)
    assert pair.new.files["spec.md"].endswith("Never committed.\n")
    assert pair.new.files["examples/c.md"] == "Prompt c\n"


def test_what_git_ignores_is_no_companion(work: Work) -> None:
    work.write(".gitignore", "draft*\n")
    work.write("examples/draft.md", "x\n")
    assert "examples/draft.md" not in snapshots(work, "HEAD").new.files


def test_a_file_deleted_from_the_working_tree_is_gone(work: Work) -> None:
    (work.folder / "spec.md").unlink()
    pair = snapshots(work, "HEAD", paths=("spec.md",))
    assert (pair.old.paths, pair.new.paths) == (("spec.md",), ())


def test_staged_is_the_index_and_not_the_working_tree(work: Work) -> None:
    work.write("spec.md", BETTER + "\nStaged.\n")
    work.git("add", "spec.md")
    work.write("spec.md", BETTER + "\nNot staged.\n")
    pair = snapshots(work, "HEAD", staged=True)
    assert pair.new.revision.label == "staged"
    assert pair.new.files["spec.md"] == BETTER + "\nStaged.\n"


def test_a_colon_alone_names_the_index(work: Work) -> None:
    work.write("spec.md", BETTER + "\nStaged.\n")
    work.git("add", "spec.md")
    assert snapshots(work, "v1", ":spec.md").new.files["spec.md"] == BETTER + "\nStaged.\n"


def test_an_index_of_its_own_as_in_a_hook(work: Work, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = tmp_path / "index"
    monkeypatch.setenv("GIT_INDEX_FILE", str(other))
    work.git("read-tree", "v1")
    assert snapshots(work, "v2", staged=True).new.files["spec.md"] == SPEC


def test_from_a_subfolder_paths_are_still_from_the_top(work: Work) -> None:
    pair = snapshots(work, "v1", "v2", cwd=work.folder / "examples")
    assert sorted(pair.new.files) == ["examples/a.md", "examples/b.md", "spec.md"]
    assert snapshots(work, "v1", cwd=work.folder / "examples").new.paths == ("spec.md",)


def test_from_a_linked_worktree(work: Work, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    work.git("worktree", "add", "--quiet", str(linked), "v1")
    (linked / "spec.md").write_text(SPEC + "\nHere.\n")
    pair = snapshots(linked, "v1")
    assert pair.new.files["spec.md"] == SPEC + "\nHere.\n"


def test_from_a_bare_repository(work: Work, tmp_path: Path) -> None:
    bare = tmp_path / "bare.git"
    work.git("clone", "--quiet", "--bare", str(work.folder), str(bare))
    for pair in (
        snapshots(bare, "v1", "v2"),
        snapshots(tmp_path, "v1", "v2", repo=bare),
        snapshots(tmp_path, "v1", "v2", repo=Path("bare.git")),
    ):
        assert (pair.old.files["spec.md"], pair.new.files["spec.md"]) == (SPEC, BETTER)


@pytest.mark.parametrize("folder", [".", "examples", ".git"])
def test_the_repository_can_be_named(work: Work, tmp_path: Path, folder: str) -> None:
    pair = snapshots(tmp_path, "v1", "v2", repo=work.folder / folder)
    assert pair.new.files["spec.md"] == BETTER


def test_a_named_repository_wins_over_the_environment(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = Work.new(tmp_path / "other")
    other.commit("v1", spec__md="# Other\n")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    assert snapshots(tmp_path, "v1", "v2", repo=work.folder).old.files["spec.md"] == SPEC
    assert os.environ["GIT_DIR"] == str(other.folder / ".git")


def test_the_environment_names_a_repository(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", str(work.folder / ".git"))
    assert snapshots(tmp_path, "v1", "v2").old.files["spec.md"] == SPEC


def test_two_files_without_any_repository(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "spec.md").write_text(SPEC)
    (tmp_path / "b.md").write_text(BETTER)
    pair = snapshots(tmp_path, "a/spec.md", "./b.md")
    assert (pair.old.paths, pair.new.paths) == (("a/spec.md",), ("b.md",))
    assert (pair.old.revision.label, pair.new.revision.label) == ("a/spec.md", "./b.md")
    assert [(one.old_path, one.new_path, one.old_start) for one in pair.hunks] == [("a/spec.md", "b.md", 5)]


def test_files_alone_never_load_git(tmp_path: Path) -> None:
    for name, text in (("a.md", SPEC), ("b.md", BETTER)):
        (tmp_path / name).write_text(text)
    code = (
        "import sys; from specdiff.sources.revisions import open_sides; "
        "sides = open_sides('a.md', 'b.md'); pair = sides.snapshots(paths=(), recognises=lambda *_: 1.0, companions=()); "
        "print(len(pair.hunks), sides.repository_url, [name for name in sys.modules if name.split('.')[0] in ('git', 'rapidfuzz')])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "1 None []\n"


def test_files_without_git_on_the_machine(tmp_path: Path) -> None:
    for name, text in (("a.md", SPEC), ("b.md", BETTER)):
        (tmp_path / name).write_text(text)
    code = (
        "from specdiff.sources.revisions import open_sides; "
        "print(open_sides('a.md', 'b.md').snapshots(paths=(), recognises=lambda *_: 1.0, companions=()).hunks[0].new_text)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "('The assistant must be kind.',)\n"


def test_companions_stand_beside_a_file(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder / "examples").mkdir(parents=True)
        (tmp_path / folder / "spec.md").write_text(SPEC)
        (tmp_path / folder / "examples" / "x.md").write_text(f"Prompt {folder}\n")
    pair = snapshots(tmp_path, "a/spec.md", "b/spec.md")
    assert sorted(pair.old.files) == ["a/examples/x.md", "a/spec.md"]
    assert [(one.old_path, one.new_path) for one in pair.hunks] == [("a/examples/x.md", "b/examples/x.md")]


def test_two_folders(tmp_path: Path) -> None:
    for folder, text in (("a", SPEC), ("b", BETTER)):
        (tmp_path / folder / "docs").mkdir(parents=True)
        (tmp_path / folder / "docs" / "spec.md").write_text(text)
        (tmp_path / folder / "notes.md").write_text("Notes\n")
    pair = snapshots(tmp_path, "a", "b/")
    assert (pair.old.paths, pair.new.paths) == (("a/docs/spec.md",), ("b/docs/spec.md",))


def test_the_current_folder_against_a_revision(work: Work) -> None:
    work.write("spec.md", BETTER + "\nMore.\n")
    pair = snapshots(work, "v2", ".")
    assert (pair.old.paths, pair.new.paths) == (("spec.md",), ("spec.md",))
    assert len(pair.hunks) == 1


def test_a_revision_against_a_file_takes_the_same_file(tmp_path: Path) -> None:
    work = Work.new(tmp_path)
    work.commit("v1", a___spec__md=SPEC, b___spec__md=SPEC)
    work.write("b/spec.md", BETTER)
    assert snapshots(work, "v1", "spec.md", cwd=work.folder / "b").old.paths == ("b/spec.md",)
    assert snapshots(work, "v1", "../b/spec.md", cwd=work.folder / "a").old.paths == ("b/spec.md",)


def test_a_revision_against_a_file_elsewhere_takes_the_most_alike(tmp_path: Path) -> None:
    work = Work.new(tmp_path / "work")
    work.commit("v1", rules__md=LONG, README__md="# About\n")
    (tmp_path / "draft.md").write_text(LONG.replace("should", "must", 3))
    assert snapshots(work, "v1", str(tmp_path / "draft.md")).old.paths == ("rules.md",)


def test_standard_input_once(work: Work) -> None:
    pair = snapshots(work, "v1", "-", stdin=io.BytesIO(BETTER.encode()))
    assert (pair.old.paths, pair.new.paths, pair.new.files) == (("spec.md",), ("-",), {"-": BETTER})
    assert pair.new.revision.label == "-"
    with pytest.raises(SpecdiffError, match="standard input can be read only once"):
        open_sides("-", "-", cwd=work.folder)


def test_standard_input_against_the_working_tree(work: Work) -> None:
    pair = snapshots(work, "-", stdin=io.BytesIO(SPEC.encode()))
    assert (pair.old.paths, pair.new.paths) == (("-",), ("spec.md",))


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs /dev/fd")
def test_a_pipe_as_shells_hand_it_over(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text(BETTER)
    reading, writing = os.pipe()
    os.write(writing, SPEC.encode())
    os.close(writing)
    pair = snapshots(tmp_path, f"/dev/fd/{reading}", "b.md")
    os.close(reading)
    assert pair.old.files == {"-": SPEC}


def test_a_name_is_a_revision_first_and_a_file_with_dot_slash(work: Work) -> None:
    work.write("v1", "# A file\n\nWith this name.\n")
    sides = open_sides("v1", "v2", cwd=work.folder)
    assert sides.notes == ("'v1' is a revision and also a file; the revision was taken (write ./v1 for the file)",)
    assert sides.old.revision.commit == work.git("rev-parse", "v1")
    assert snapshots(work, "./v1", "v2:README.md").old.files["v1"].startswith("# A file")


def test_a_file_whose_name_is_no_revision(work: Work) -> None:
    work.write("v1:draft.md", SPEC)
    work.write("a..b.md", BETTER)
    pair = snapshots(work, "v1:draft.md", "a..b.md")
    assert (pair.old.paths, pair.new.paths) == (("v1:draft.md",), ("a..b.md",)) or os.name == "nt"


@pytest.mark.parametrize(
    "name",
    ["with space.md", "quote\"d'.md", "naïve ünï.md", "new\nline.md", "tab\t.md", "-dash.md", "[a]*.md", "back\\slash.md", "a b/c d.md"],
)
@pytest.mark.skipif(os.name == "nt", reason="no such names on Windows")
def test_paths_of_any_spelling(tmp_path: Path, name: str) -> None:
    work = Work.new(tmp_path)
    work.write(name, SPEC)
    work.commit("v1", notes__md="Notes\n")
    work.write(name, BETTER)
    work.commit("v2")
    for pair in (snapshots(work, "v1", "v2"), snapshots(work, "v1"), snapshots(work, "v1", "v2", paths=(name,))):
        assert (pair.old.paths, pair.new.paths) == ((name,), (name,))
        assert [(one.old_start, one.new_text) for one in pair.hunks] == [(5, ("The assistant must be kind.",))]


@pytest.mark.skipif(sys.platform != "linux", reason="such names exist on Linux only")
def test_a_path_that_is_no_utf_8(tmp_path: Path) -> None:
    work = Work.new(tmp_path)
    (tmp_path / os.fsdecode(b"caf\xe9.md")).write_text(SPEC)
    work.commit("v1")
    assert snapshots(work, "v1", "v1").old.paths == ("caf\\xe9.md",)
    assert snapshots(work, "v1").new.paths == ("caf\\xe9.md",)


def test_one_revision_alone(work: Work) -> None:
    sides = open_one("v1", cwd=work.folder)
    pair = sides.snapshots(paths=(), recognises=recognises, companions=COMPANIONS)
    assert pair.new is pair.old
    assert sorted(pair.new.files) == ["examples/a.md", "spec.md"]
    assert open_one(cwd=work.folder).new.label == "working tree"


def test_configuration_is_read_from_the_side_itself(work: Work) -> None:
    work.commit("v3", specdiff__toml="dialect = 'plain'\n")
    work.write("specdiff.toml", "dialect = 'model-spec'\n")
    sides = open_sides("v2", "v3", cwd=work.folder)
    assert (sides.old.read("specdiff.toml"), sides.new.read("specdiff.toml")) == (None, "dialect = 'plain'\n")
    assert open_sides("v3", cwd=work.folder / "examples").new.read("specdiff.toml") == "dialect = 'model-spec'\n"
    assert open_sides("v3", "spec.md", cwd=work.folder).new.read("specdiff.toml") == "dialect = 'model-spec'\n"
    assert open_sides("v3", "-", cwd=work.folder, stdin=io.BytesIO(b"x")).new.read("specdiff.toml") == "dialect = 'model-spec'\n"


def test_a_sparse_checkout_has_the_files_that_it_leaves_out(work: Work) -> None:
    work.git("sparse-checkout", "set", "--no-cone", "/README.md")
    assert not (work.folder / "spec.md").exists()
    pair = snapshots(work, "v1")
    assert pair.new.files["spec.md"] == BETTER


def test_the_number_of_git_processes_does_not_grow_with_the_files(tmp_path: Path) -> None:
    work = Work.new(tmp_path / "work")
    for n in range(40):
        work.write(f"examples/{n}.md", f"Prompt {n}\n")
    work.commit("v1", spec__md=SPEC)
    for n in range(40):
        work.write(f"examples/{n}.md", f"Prompt number {n}\n")
    work.commit("v2", spec__md=BETTER)
    log = tmp_path / "log"
    code = (
        "from specdiff.sources.revisions import open_sides; "
        "pair = open_sides('v1', 'v2').snapshots(paths=(), recognises=lambda p, t: 1.0 if 'authority' in t else 0.2, companions=('examples/*.md',)); "
        "print(len(pair.hunks))"
    )
    environment = {**os.environ, "GIT_TRACE2_EVENT": str(log)}
    done = subprocess.run([sys.executable, "-c", code], cwd=work.folder, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "41\n"
    started = [line for line in log.read_text().splitlines() if '"event":"start"' in line]
    assert len(started) <= 7


def test_an_absolute_path_is_one_of_the_repository(work: Work) -> None:
    assert snapshots(work, "v1", "v2", paths=(str(work.folder / "README.md"),)).new.paths == ("README.md",)


def test_a_message_to_search_for_may_hold_dots(work: Work) -> None:
    wanted = work.commit("v3", message="Say a..b")
    assert snapshots(work, ":/Say a..b", "v2").old.revision.commit == wanted


def test_a_commit_with_an_impossible_date_has_none(work: Work) -> None:
    raw = work.git("cat-file", "commit", "v1").replace("1736935200 +0200", "99999999999999999999 +0200")
    done = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"],
        cwd=work.folder,
        input=(raw + "\n").encode(),
        capture_output=True,
        check=True,
    )
    pair = snapshots(work, done.stdout.decode().strip(), "v2")
    assert pair.old.revision.date is None


def test_the_web_address_of_the_remote(work: Work, tmp_path: Path) -> None:
    assert open_sides("v1", "v2", cwd=work.folder).repository_url is None
    work.git("remote", "add", "origin", "https://me:secret@example.com/a/b.git")
    assert open_sides("v1", "v2", cwd=work.folder).repository_url == "https://example.com/a/b"
    (tmp_path / "a.md").write_text(SPEC)
    assert open_sides("./a.md", "./a.md", cwd=tmp_path).repository_url is None
