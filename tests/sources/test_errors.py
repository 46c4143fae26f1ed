"""What a user did wrong: one line each, which says what to do next."""

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sources.repositories import BETTER, LONG, SPEC, Work, recognises
from specdiff.errors import SpecdiffError
from specdiff.sources.revisions import open_one, open_sides
from specdiff.sources.texts import MAX_BYTES


def failure(folder: Path, old: str, new: str | None = None, *paths: str, **more: object) -> str:
    """Return the message of the error that comparing raises."""
    with pytest.raises(SpecdiffError) as raised:
        open_sides(old, new, cwd=folder, **more).snapshots(paths=paths, recognises=recognises, companions=("examples/*.md",))  # type: ignore[arg-type]
    message = str(raised.value)
    assert message.isprintable(), message
    assert raised.value.__suppress_context__ or raised.value.__context__ is None
    return message


NAMES: list[tuple[str, str | None, str]] = [
    ("v3", "v2", "unknown revision 'v3', and there is no file of that name; did you mean v1 or v2?"),
    ("mian", None, "unknown revision 'mian', and there is no file of that name; did you mean main?"),
    ("zzzzzzzz", "v2", "unknown revision 'zzzzzzzz', and there is no file of that name; see what there is: git branch --all; git tag"),
    ("v1", "HEAD~9", "'HEAD~9' does not exist, though 'HEAD' does; see its history: git log --oneline HEAD"),
    ("v1..nope/v2", None, "unknown revision 'nope/v2'"),
    ("v1...zzzzzzzz", None, "unknown revision 'zzzzzzzz'"),
    ("v3:spec.md", "v2", "unknown revision 'v3'"),
    ("0" * 40, "v2", f"unknown revision '{'0' * 40}'"),
    ("-x", "v2", "'-x' begins with '-', which no revision does; for a file of that name write ./-x"),
    ("v1", "--output=/tmp/x", "'--output=/tmp/x' begins with '-'"),
    ("v1..-x", None, "'-x' begins with '-'"),
    ("^v1", "v2", "'^v1' is no revision"),
    ("a\nb", "v2", "'a\\nb' is no revision"),
    ("a\0b", "v2", "'a\\x00b' is no revision"),
    ("", "v2", "a revision is empty"),
    ("v1^{tree}", "v2", "'v1^{tree}' is a tree, not a commit; for a file write REV:path"),
    ("v1^@", "v2", "'v1^@' does not exist, though 'v1' does"),
    ("main@{upstream}", "v2", "branch main has no upstream; set one: git branch --set-upstream-to=REMOTE/BRANCH main"),
    ("main@{99}", "v2", "'main@{99}' cannot be found: the log for 'main' only has 2 entries; name a commit or a tag"),
    (":/no such message", "v2", "unknown revision ':/no such message'"),
    ("v1..v2", "v1", "'v1..v2' names both sides; give it alone, or two revisions"),
    ("v1", "v1..v2", "unknown revision 'v1..v2'"),
    ("v1", "v1^-", "'v1^-' does not exist, though 'v1' does"),
    ("v1", "v1^!", "'v1^!' does not exist, though 'v1' does"),
    ("./gone.md", "v2", "there is no file or folder './gone.md'; mend the path"),
    ("/gone/gone.md", "v2", "there is no file or folder '/gone/gone.md'"),
    ("v1:gone.md", "v2", "there is no 'gone.md' in 'v1'; there are: "),
    ("v1:gone.md", "v2:gone.md", "there is no 'gone.md' in 'v1' and no 'gone.md' in 'v2'"),
    ("spec.md", None, "'spec.md' is itself in the working tree; name what to compare it with first: specdiff HEAD spec.md"),
]


@pytest.mark.parametrize(("old", "new", "message"), NAMES, ids=[repr(old) for old, _, _ in NAMES])
def test_a_name_that_means_nothing(work: Work, old: str, new: str | None, message: str) -> None:
    assert failure(work.folder, old, new).startswith(message)


def test_an_unknown_name_suggests_the_branch_of_a_remote(work: Work, tmp_path: Path) -> None:
    work.git("branch", "feature/kindness")
    work.git("clone", "--quiet", str(work.folder), str(tmp_path / "clone"))
    assert "did you mean origin/feature/kindness?" in failure(tmp_path / "clone", "feature/kindness", "HEAD")


def test_an_ambiguous_id(tmp_path: Path) -> None:
    work = Work.new(tmp_path)
    commits = "".join(f"commit refs/heads/main\ncommitter A <a@example.invalid> {n} +0000\ndata 0\n\n" for n in range(1200))
    subprocess.run(["git", "fast-import", "--quiet"], cwd=tmp_path, input=commits.encode(), check=True)
    first = [oid[:4] for oid in work.git("rev-list", "main").split()]
    twice = next(digits for digits in first if first.count(digits) > 1)
    assert failure(tmp_path, twice, "HEAD") == f"'{twice}' begins the names of several objects; give more digits"


def test_the_paths_that_there_are_are_offered(work: Work) -> None:
    assert (
        failure(work.folder, "v1", "v2", "sepc.md")
        == "nothing matches 'sepc.md' in 'v1' or 'v2'; there are: spec.md, examples/a.md, examples/b.md, README.md"
    )


def test_no_repository(tmp_path: Path) -> None:
    message = failure(tmp_path, "v1", "v2")
    assert message.startswith("there is no file 'v1', and ")
    assert message.endswith("is not in a git repository; name two files, or the repository with --repo DIR")
    (tmp_path / "a.md").write_text(SPEC)
    assert failure(tmp_path, "a.md").endswith("is not in a git repository; go into one, name it with --repo DIR, or name two files")
    assert "is not in a git repository" in failure(tmp_path, "v1", "v2", repo=tmp_path)
    assert failure(tmp_path, "v1", "v2", repo=tmp_path / "gone").endswith("; name the repository's folder with --repo")


def test_a_repository_without_commits(tmp_path: Path) -> None:
    work = Work.new(tmp_path)
    assert (
        failure(work.folder, "HEAD") == "'HEAD' does not exist: the repository has no commits yet; commit the spec first, or name two files"
    )


def test_a_bare_repository_has_neither_working_tree_nor_index(work: Work, tmp_path: Path) -> None:
    work.git("clone", "--quiet", "--bare", str(work.folder), str(tmp_path / "bare"))
    assert failure(tmp_path / "bare", "v1").endswith("; name two revisions")
    assert failure(tmp_path / "bare", "v1", staged=True) == "a bare repository has no index; name two revisions"
    assert "there is no working tree here" in failure(work.folder / ".git", "v1")


def test_staged_leaves_no_room_for_new(work: Work) -> None:
    assert failure(work.folder, "v1", "v2", staged=True) == "with --staged the new side is the index; name only the old one"
    assert failure(work.folder, "v1..v2", staged=True) == "with --staged the new side is the index; name only the old one"


def test_a_repository_of_another_user(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    message = failure(work.folder, "v1", "v2")
    assert "belongs to another user; if you trust it: git config --global --add safe.directory " in message
    sides = open_sides("spec.md", "README.md", cwd=work.folder)
    assert sides.repository is None


def test_unrelated_histories(work: Work) -> None:
    work.git("checkout", "--quiet", "--orphan", "other")
    work.commit("o1", spec__md=SPEC)
    assert failure(work.folder, "v1...o1") == "'v1' and 'o1' have no common ancestor; compare the two themselves: v1..o1"


@pytest.fixture
def shallow(work: Work, tmp_path: Path) -> Work:
    work.commit("v3", spec__md=LONG)
    work.git("branch", "topic", "v1")
    work.git("clone", "--quiet", "--depth=1", f"file://{work.folder}", str(tmp_path / "shallow"))
    return Work(tmp_path / "shallow")


@pytest.mark.parametrize(
    ("old", "command"),
    [
        ("HEAD~1", "git fetch --unshallow origin"),
        ("v1", 'git fetch --unshallow --tags origin "+refs/heads/*:refs/remotes/origin/*"'),
        ("origin/topic", 'git fetch --unshallow --tags origin "+refs/heads/*:refs/remotes/origin/*"'),
        ("v1~0:spec.md", 'git fetch --unshallow --tags origin "+refs/heads/*:refs/remotes/origin/*"'),
    ],
)
def test_a_shallow_clone_is_told_what_to_fetch_and_that_helps(shallow: Work, old: str, command: str) -> None:
    message = failure(shallow.folder, old, "HEAD")
    told = re.search(r"is not in this shallow clone; fetch it: (git [^(]*?)(?: \(did you mean|$)", message)
    assert told is not None, message
    assert told[1] == command
    shallow.git(*[word.strip('"') for word in command.split()[1:]])
    assert open_sides(old, "HEAD", cwd=shallow.folder).old.revision.commit is not None


def test_a_shallow_clone_and_a_whole_id(shallow: Work, work: Work) -> None:
    oid = work.git("rev-parse", "v1")
    assert failure(shallow.folder, oid, "HEAD") == f"{oid!r} is not in this shallow clone; fetch it: git fetch --depth=1 origin {oid}"


def test_the_command_names_the_repository_that_was_named(shallow: Work, tmp_path: Path) -> None:
    assert f"fetch it: git -C {shallow.folder} fetch --unshallow origin" in failure(tmp_path, "HEAD~1", "HEAD", repo=shallow.folder)


def test_a_shallow_clone_without_the_merge_base(shallow: Work) -> None:
    shallow.git("fetch", "--quiet", "--depth=1", "origin", "refs/heads/topic:refs/remotes/origin/topic")
    message = failure(shallow.folder, "origin/topic...HEAD")
    assert (
        message
        == "'origin/topic' and 'HEAD' have no common ancestor in this shallow clone; fetch the history: git fetch --unshallow origin"
    )


CONTENTS: list[tuple[str, bytes, str]] = [
    ("binary", b"# Spec\n\0\1\2", "is not text: there is a NUL at byte 7; name the spec with --path, or convert it to UTF-8"),
    ("latin-1", b"# Spec\n\ncaf\xe9\n", "is not UTF-8: byte 11 (0xE9) cannot be decoded; convert it, e.g. iconv -f LATIN1 -t UTF-8"),
    ("cut short", b"# Spec\n\xe2\x82", "is not UTF-8: byte 7 (0xE2) cannot be decoded"),
    ("surrogate", b"# Spec\n\xed\xa0\x80", "is not UTF-8: byte 7 (0xED) cannot be decoded"),
    ("after a mark", b"\xef\xbb\xbf# Spec\n\xff", "is not UTF-8: byte 10 (0xFF) cannot be decoded"),
    ("utf-16", "# Spec\n".encode("utf-16"), "is UTF-16 (its mark is at byte 0), not UTF-8; convert it: iconv -f UTF-16 -t UTF-8"),
    ("utf-16 without a mark", "# Spec\n".encode("utf-16-be"), "is not text: there is a NUL at byte 0"),
    ("utf-32", "# Spec\n".encode("utf-32"), "is UTF-32 (its mark is at byte 0)"),
    ("empty", b"", "is empty; name a file that holds a spec"),
    ("blank", b" \n\n\t\n", "is empty; name a file that holds a spec"),
    ("only a mark", b"\xef\xbb\xbf", "is empty; name a file that holds a spec"),
    ("LFS", b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", "is only a Git LFS pointer; fetch it (git lfs pull)"),
]


@pytest.mark.parametrize(
    ("content", "message"), [(content, message) for _, content, message in CONTENTS], ids=[name for name, _, _ in CONTENTS]
)
def test_content_that_is_no_spec(tmp_path: Path, content: bytes, message: str) -> None:
    work = Work.new(tmp_path)
    work.commit("v1", spec__md=SPEC)
    work.commit("v2", spec__md=content)
    (tmp_path / "old.md").write_text(SPEC)
    assert failure(tmp_path, "v1", "v2").startswith(f"'spec.md' in 'v2' {message}")
    assert failure(tmp_path, "v2", "v1", "spec.md").startswith(f"'spec.md' in 'v2' {message}")
    assert failure(tmp_path, "v1").startswith(f"'spec.md' in the working tree {message}")
    assert failure(tmp_path, "v1", staged=True).startswith(f"'spec.md' in the index {message}")
    assert failure(tmp_path, "./old.md", "./spec.md").startswith(f"'spec.md' {message}")
    assert failure(tmp_path, "old.md", "-", stdin=io.BytesIO(content)).startswith(f"standard input {message}")


def test_a_companion_that_is_no_text(work: Work) -> None:
    work.commit("v3", examples___a__md=b"\xff\xfe")
    assert failure(work.folder, "v2", "v3").startswith("'examples/a.md' in 'v3' is UTF-16")


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text(SPEC)
    with (tmp_path / "new.md").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert (
        failure(tmp_path, "old.md", "new.md") == "'new.md' has 40 MB, and 40 MB is the most that is read; name a smaller file with --path"
    )


def test_a_folder_without_specs(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    assert failure(tmp_path, "a", "b") == "there is no Markdown file in folder 'a' or folder 'b'; name the spec with --path"


def test_a_repository_without_specs(tmp_path: Path) -> None:
    work = Work.new(tmp_path)
    work.commit("v1", main__py="pass\n")
    assert failure(tmp_path, "v1", "v1") == "there is no Markdown file in 'v1' or 'v1'; name the spec with --path"
    assert failure(tmp_path, "v1", "v1", "*.md") == "nothing matches '*.md' in 'v1' or 'v1'; there is no Markdown file at all"


def test_a_device_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text(SPEC)
    assert failure(tmp_path, "old.md", os.devnull).startswith(f"'{os.devnull}' is not a file that can be read")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text(SPEC)
    os.mkfifo(tmp_path / "pipe.md")
    assert failure(tmp_path, "old.md", "pipe.md").startswith("'pipe.md' is not a file that can be read")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text(SPEC)
    (tmp_path / "new.md").write_text(SPEC)
    (tmp_path / "new.md").chmod(0)
    assert failure(tmp_path, "old.md", "new.md") == "'new.md' cannot be read: Permission denied"


def test_a_spec_with_conflicts_in_the_index(work: Work) -> None:
    work.git("checkout", "--quiet", "-b", "other", "v1")
    work.commit(spec__md=SPEC.replace("should", "may"))
    work.git("merge", "main", check=False)
    assert (
        failure(work.folder, "v1", None, "spec.md", staged=True)
        == "'spec.md' in the index has unresolved conflicts; resolve them and git add it first"
    )


def damaged(work: Work, revision: str, how: Callable[[Path], None]) -> None:
    file = work.object_file(revision)
    file.chmod(0o644)
    how(file)


@pytest.mark.parametrize("what", ["v1:spec.md", "v1^{tree}", "v1"])
@pytest.mark.parametrize("how", [lambda file: file.write_bytes(b"broken"), lambda file: file.unlink()], ids=["corrupt", "missing"])
def test_an_object_that_git_cannot_read(work: Work, what: str, how: Callable[[Path], None]) -> None:
    damaged(work, what, how)
    message = failure(work.folder, "v1", "v2")
    if what == "v1:spec.md":
        assert message.startswith("'spec.md' in 'v1' cannot be read (")
    elif what == "v1^{tree}":
        assert message.startswith("the tree of 'v1' cannot be read (")
    else:
        assert message.startswith(("the commit 'v1' cannot be read (", "unknown revision 'v1'"))
    assert message.endswith("see what is broken: git fsck") or message.startswith("unknown")


def test_one_broken_object_does_not_hide_the_others(work: Work) -> None:
    damaged(work, "v1:README.md", lambda file: file.write_bytes(b"broken"))
    sides = open_sides("v1", "v2", cwd=work.folder)
    pair = sides.snapshots(paths=(), recognises=recognises, companions=())
    assert (pair.old.files["spec.md"], pair.new.files["spec.md"]) == (SPEC, BETTER)


@pytest.mark.parametrize("what", ["blob:none", "tree:0"])
def test_a_partial_clone_is_told_what_to_fetch_and_that_helps(work: Work, tmp_path: Path, what: str) -> None:
    work.git("config", "uploadpack.allowFilter", "true")
    work.git("clone", "--quiet", "--no-checkout", f"--filter={what}", f"file://{work.folder}", str(tmp_path / "part"))
    part = Work(tmp_path / "part")
    message = failure(part.folder, "v1", "v2")
    assert message.endswith("is not in this partial clone; fetch what is missing: git fetch --refetch --no-filter")
    assert message.startswith("'README.md' in 'v2'" if what == "blob:none" else "the tree of 'v2'")
    part.git("fetch", "--quiet", "--refetch", "--no-filter")
    pair = open_sides("v1", "v2", cwd=part.folder).snapshots(paths=(), recognises=recognises, companions=())
    assert pair.old.files == {"spec.md": SPEC}


def test_a_submodule_where_the_spec_should_be(work: Work, tmp_path: Path) -> None:
    outer = Work.new(tmp_path / "outer")
    outer.commit("v1", README__md="# About\n")
    outer.git("submodule", "--quiet", "add", str(work.folder), "spec.md")
    outer.commit("v2")
    for new in ("v2", None):
        for path in ("spec.md", "spec.md/spec.md"):
            where = "'v2'" if new else "the working tree"
            assert (
                failure(outer.folder, "v1", new, path)
                == f"'spec.md' in {where} is a submodule, whose files are in another repository; name that one with --repo"
            )


@pytest.mark.parametrize("target", ["../outside.md", "/etc/hostname", "gone.md", "spec.md", "../work/../outside.md"])
def test_a_link_that_leads_out_or_nowhere_is_not_followed(work: Work, target: str) -> None:
    (work.folder.parent / "outside.md").write_text(SPEC)
    (work.folder / "spec.md").unlink()
    (work.folder / "spec.md").symlink_to(target)
    work.commit("v3")
    for new in ("v3", None):
        try:
            message = failure(work.folder, "v2", new, "spec.md")
        except pytest.fail.Exception:
            pair = open_sides("v2", new, cwd=work.folder).snapshots(paths=("spec.md",), recognises=recognises, companions=())
            assert pair.new.paths == ()  # as if there were no file
        else:
            assert "is a symbolic link that leads nowhere or out of it, which is not followed" in message


def test_a_folder_does_not_lead_out_either(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text(SPEC)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "spec.md").write_text(SPEC)
        (tmp_path / name / "link.md").symlink_to("../secret.md")
    assert "leads nowhere or out of it" in failure(tmp_path, "a", "b", "link.md")
    assert "leads nowhere or out of it" in failure(tmp_path, "a", "b", "../secret.md")


def test_one_revision_alone_fails_alike(work: Work) -> None:
    with pytest.raises(SpecdiffError, match="unknown revision 'v9'"):
        open_one("v9", cwd=work.folder)


def test_a_shallow_clone_without_a_remote(shallow: Work) -> None:
    shallow.git("remote", "remove", "origin")
    assert "fetch it: git fetch --unshallow URL (the clone has no remote)" in failure(shallow.folder, "HEAD~1", "HEAD")


def test_a_machine_without_git(work: Work, tmp_path: Path) -> None:
    code = (
        "from specdiff.errors import SpecdiffError\nfrom specdiff.sources.revisions import open_sides\n"
        "try:\n    open_sides('v1', 'v2')\nexcept SpecdiffError as error:\n    print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=work.folder, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "there is no git on PATH; install git, or compare two files (write them as ./old.md ./new.md)\n"


def test_a_folder_of_far_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "old.md").write_text(SPEC)
    monkeypatch.setattr("specdiff.sources.disk.MAX_FILES", 3)
    for n in range(5):
        (tmp_path / f"{n}.md").write_text(SPEC)
    assert failure(tmp_path, "./old.md", ".", "*/x.md").endswith("holds more than 3 files; name the spec's own folder or file")
