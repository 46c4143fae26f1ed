"""Every kind of bad input by its name: one clear line and the right exit status, a few seconds, less than a gigabyte."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from sources.repositories import BETTER, SPEC, Work

if sys.platform == "win32":
    pytest.skip("processes with bounds are POSIX", allow_module_level=True)

from hard.limited import PROGRAM, Ran, run

LARGE = pytest.mark.skipif(not os.environ.get("SPECDIFF_HARD"), reason="takes long: make hard")
REPLY = "This is line {} of a reply that must not end.\n"


def example(lines: int) -> str:
    reply = "".join(map(REPLY.format, range(lines)))
    return f"# A\n\n**Example**: x\n\n~~~xml\n<user>\nGo on.\n</user>\n<comparison>\n<assistant> <!-- GOOD -->\n{reply}</assistant>\n</comparison>\n~~~\n"


def nested(deep: int) -> str:
    return "".join("  " * depth + "- You must stop here.\n" for depth in range(deep))


def headings(count: int) -> str:
    return "".join(f"## Heading {number}\n" for number in range(count))


LADDER = "# Levels {#levels}\n\nThe levels of authority are, from the highest: root, user.\n\n1. **User**: the highest.\n2. **Root**: below user.\n3. **User**: the lowest.\n"
ONE = "# A {#a authority=user}\n\nYou must be kind.\n\n# B {#b authority=root}\n\nYou must be brief.\n"

CONTENTS: list[tuple[str, str | bytes, int, str]] = [
    ("50 MB of one line", "lorem ipsum must not " * 2_500_000, 2, "has 50 MB, and 40 MB is the most that is read"),
    ("10 MB of one line", "lorem ipsum must not " * 500_000, 2, "has 10 MB in line 1, and 2 MB is the most that is read"),
    ("2 MB of one line", "lorem ipsum must not " * 99_000, 0, ""),
    ("100,000 headings", headings(100_000), 2, "has more than 50,000 headings, which is no spec; name a part of it with --path"),
    ("2,000 headings", headings(2_000), 0, ""),
    ("10,000 nested lists", nested(10_000), 2, "MB, and 40 MB is the most that is read"),
    ("10,000 nested lists on one line", "- " * 10_000 + "You must stop here.\n", 0, ""),
    ("1,000 nested lists", nested(1_000), 0, ""),
    ("a fence never closed", SPEC + "```\n" + "You must not do this.\n" * 20_000, 0, ""),
    ("a fence never closed in an example", example(50).rpartition("~~~")[0] + "You must not.\n" * 1_000, 0, ""),
    ("NUL bytes", SPEC + "\0\0", 2, f"is not text: there is a NUL at byte {len(SPEC)}; name the spec with --path, or convert it to UTF-8"),
    ("UTF-16", SPEC.encode("utf-16"), 2, "is UTF-16 (its mark is at byte 0), not UTF-8; convert it: iconv -f UTF-16 -t UTF-8"),
    ("invalid UTF-8", SPEC.encode() + b"\xff", 2, f"is not UTF-8: byte {len(SPEC)} (0xFF) cannot be decoded; convert it, e.g. iconv -f LATIN1 -t UTF-8"),
    ("a BOM", b"\xef\xbb\xbf" + SPEC.encode(), 0, "identical"),
    ("lone CR", SPEC.replace("\n", "\r"), 0, "identical"),
    ("CR, LF and both", SPEC.replace("\n", "\r\n", 2) + "And\ra stray one.\n", 0, "statement/added"),
    ("a duplicated anchor", SPEC + "\n## Be brief {#be_kind authority=user}\n\nBe brief.\n", 0, "section/added"),
    ("a ladder that contradicts itself", LADDER, 0, "section/added"),
    ("cyclic references", "# A {#a}\n\nAs [b](#b) says, and [a](#a).\n\n# B {#b}\n\nYou must do as [a](#a) says.\n", 0, "section/added"),
    ("dangling references", SPEC + "\nYou must do as [it](#nowhere) says, and [?](#gone)[^none].\n", 0, "reference/broken"),
    ("an example without replies", SPEC + "\n**Example**: none\n\n~~~xml\n<user>\nHello?\n</user>\n<comparison>\n</comparison>\n~~~\n", 0, "example/added"),
    ("an example without anything", SPEC + "\n**Example**: nothing\n", 0, "definition/added"),
    ("a 1 MB example", example(22_000), 0, "example/added"),
    ("a paragraph of 50,000 lines", "You must not be rude\n" * 50_000, 0, "statement/added"),
    ("a list item of 20,000 clauses", "- Be kind" + ", if you can, unless you cannot" * 20_000 + "\n", 0, "statement/added"),
    ("strikes that are never closed", "You must " + "~~b " * 20_000 + "</\n", 0, "statement/added"),
    ("tags of strikes that are never closed", "You must " + "<del> " * 14_000 + "</s>\n", 0, "statement/added"),
    ("nothing at all", "", 2, "is empty; name a file that holds a spec"),
]  # fmt: skip


def said(ran: Ran, status: int, message: str) -> None:
    """Assert an exit status and one clear line for a failure, and that the bounds were kept."""
    assert ran.status == status, ran.err
    if status == 2:
        assert ran.out == ""
        assert re.fullmatch(r"specdiff: [^\n]+\n", ran.err), ran.err
        assert ran.err[:-1].isprintable()
        assert message in ran.err
        assert ";" in ran.err, "nothing says what to do next"
    else:
        assert ran.err == ""
        assert message in ran.out
    assert "Traceback" not in ran.err
    assert ran.seconds < 10, f"{ran.seconds:.1f} s"
    assert ran.memory < 1_000_000_000, f"{ran.memory / 1e9:.2f} GB"


@pytest.mark.parametrize(("content", "status", "message"), [row[1:] for row in CONTENTS], ids=[row[0] for row in CONTENTS])
def test_a_text(tmp_path: Path, content: str | bytes, status: int, message: str) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "old.md").write_text(SPEC)
    (folder / "new.md").write_bytes(content if isinstance(content, bytes) else content.encode())
    for ends in (("old.md", "new.md"), ("new.md", "old.md")):
        ran = run(folder, *ends, "--format", "json", "--fail-on", "never")
        backwards = ends[0] == "new.md"
        said(ran, status, "" if backwards and not status else message)
        if status == 0:
            assert json.loads(ran.out)["unexplained"] == []


@LARGE
@pytest.mark.parametrize(
    "content",
    [example(220_000), headings(49_000), "You must not be rude\n" * 300_000],
    ids=["a 10 MB example", "49,000 headings", "300,000 lines"],
)
def test_a_large_text(tmp_path: Path, content: str) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "old.md").write_text(SPEC)
    (folder / "new.md").write_text(content)
    changed = content[: len(content) // 2] + " or must " + content[len(content) // 2 :]
    (folder / "changed.md").write_text(changed)
    said(run(folder, "old.md", "new.md", "--format", "json"), 0, '"schema_version": 1')
    said(run(folder, "new.md", "changed.md", "--format", "json"), 0, '"schema_version": 1')


Prepared = Sequence[str]
Way = Callable[[Work, Path, pytest.MonkeyPatch], Prepared]
REPOSITORIES: list[tuple[str, Way, int, str]] = []


def row(name: str, status: int, message: str) -> Callable[[Way], Way]:
    """Add a row to the table: a function prepares the repository and returns the command line."""

    def add(way: Way) -> Way:
        REPOSITORIES.append((name, way, status, message))
        return way

    return add


@row(
    "a submodule where the spec should be",
    2,
    "'spec.md' in 'v3' is a submodule, whose files are in another repository; name that one with --repo",
)
def _submodule(work: Work, tmp_path: Path, _: pytest.MonkeyPatch) -> Prepared:
    work.git("rm", "--quiet", "spec.md")
    other = Work.new(tmp_path / "other")
    other.commit("v1", spec__md=SPEC)
    work.git("submodule", "--quiet", "add", str(other.folder), "spec.md")
    work.commit("v3")
    return "v1", "v3", "--path", "spec.md"


@row(
    "a symlink out of the repository where the spec should be",
    2,
    "'spec.md' in 'v3' is a symbolic link that leads nowhere or out of it, which is not followed",
)
def _link_out(work: Work, tmp_path: Path, _: pytest.MonkeyPatch) -> Prepared:
    _linked(work, tmp_path)
    return "v1", "v3", "--path", "spec.md"


@row(
    "a symlink out of the working tree",
    2,
    "'spec.md' in the working tree is a symbolic link that leads nowhere or out of it, which is not followed",
)
def _link_out_on_disk(work: Work, tmp_path: Path, _: pytest.MonkeyPatch) -> Prepared:
    _linked(work, tmp_path)
    return "v1", "--path", "spec.md"


@row(
    "a configuration that is a symlink out of the repository",
    2,
    "is a symbolic link that leads nowhere or out of it, which is not followed",
)
def _config_link(work: Work, tmp_path: Path, _: pytest.MonkeyPatch) -> Prepared:
    (tmp_path / "secret.toml").write_text('fail-on = "secret"\n')
    (work.folder / "specdiff.toml").symlink_to("../secret.toml")
    work.commit("v3")
    return "v1", "v3"


@row("a symlink inside of the repository", 0, "statement/strengthened")
def _link_inside(work: Work, _: Path, __: pytest.MonkeyPatch) -> Prepared:
    work.write("docs/real.md", BETTER)
    (work.folder / "spec.md").unlink()
    (work.folder / "spec.md").symlink_to("docs/real.md")
    work.commit("v3")
    return "v1", "v3", "--path", "spec.md", "--format", "json"


def _linked(work: Work, tmp_path: Path) -> None:
    (tmp_path / "outside.md").write_text(SPEC)
    (work.folder / "spec.md").unlink()
    (work.folder / "spec.md").symlink_to("../outside.md")
    work.commit("v3")


@row("a repository owned by another user", 2, "belongs to another user; if you trust it: git config --global --add safe.directory")
def _owner(work: Work, _: Path, monkeypatch: pytest.MonkeyPatch) -> Prepared:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    if os.geteuid() == 0:
        for path in (work.folder, *work.folder.rglob("*")):
            os.chown(path, 12345, 12345)
    else:
        monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    return "v1", "v2"


@row("a corrupt object", 2, "'spec.md' in 'v1' cannot be read")
def _corrupt(work: Work, _: Path, __: pytest.MonkeyPatch) -> Prepared:
    file = work.object_file("v1:spec.md")
    file.chmod(0o644)
    file.write_bytes(b"broken")
    return "v1", "v2"


@row("an object that is another one", 2, "'spec.md' in 'v1' cannot be read")
def _other_object(work: Work, _: Path, __: pytest.MonkeyPatch) -> Prepared:
    file = work.object_file("v1:spec.md")
    file.chmod(0o644)
    shutil.copy(work.object_file("v1:README.md"), file)
    return "v1", "v2"


@row("a missing object in a partial clone", 2, "is not in this partial clone; fetch what is missing: git -C ")
def _partial(work: Work, tmp_path: Path, _: pytest.MonkeyPatch) -> Prepared:
    work.git("config", "uploadpack.allowFilter", "true")
    work.git("clone", "--quiet", "--filter=blob:none", f"file://{work.folder}", str(tmp_path / "part"))
    return "v1", "v2", "--repo", str(tmp_path / "part")


@row("a revision that begins with a dash", 2, "'-x' begins with '-', which no revision does; for a file of that name write ./-x")
def _dash(_: Work, __: Path, ___: pytest.MonkeyPatch) -> Prepared:
    return "v1", "--", "-x"


@row("a revision that looks like an option of git", 2, "begins with '-'")
def _option(_: Work, __: Path, ___: pytest.MonkeyPatch) -> Prepared:
    return "diff", "--", "v1", "--output=stolen"


@row("a revision that looks like an option of specdiff", 2, "; see `specdiff diff --help`")
def _unknown_option(_: Work, __: Path, ___: pytest.MonkeyPatch) -> Prepared:
    return "v1", "--upload-pack=x"


NAME = "a 'b' \"c\"\n\t\\ \u00e4\u6f22\U0001f600 {d}.md"


@row("a path with spaces, quotes, newlines and non-ASCII, given", 0, "statement/strengthened")
def _odd_path(work: Work, _: Path, __: pytest.MonkeyPatch) -> Prepared:
    work.commit("o1", **{NAME: SPEC})
    work.commit("o2", **{NAME: BETTER})
    return "o1", "o2", "--path", NAME, "--format", "json"


@row("a path with spaces, quotes, newlines and non-ASCII, of one revision", 0, "statement/strengthened")
def _odd_named(work: Work, _: Path, __: pytest.MonkeyPatch) -> Prepared:
    _odd_path(work, _, __)
    return f"o1:{NAME}", f"o2:{NAME}", "--format", "json"


@row("a path with spaces, quotes, newlines and non-ASCII, found", 0, "statement/strengthened")
def _odd_found(work: Work, _: Path, __: pytest.MonkeyPatch) -> Prepared:
    work.git("rm", "--quiet", "spec.md")
    _odd_path(work, _, __)
    return "o1", "o2", "--format", "json"


@row("a path with spaces, quotes, newlines and non-ASCII, unknown", 2, "there is no 'a \\'b\\'")
def _odd_unknown(work: Work, _: Path, __: pytest.MonkeyPatch) -> Prepared:
    return f"v1:{NAME}", "v2"


@row("a path that is no UTF-8", 0, "statement/strengthened")
def _bytes_path(work: Work, _: Path, __: pytest.MonkeyPatch) -> Prepared:
    name = os.fsdecode(b"caf\xe9.md")
    for tag, text in (("o1", SPEC), ("o2", BETTER)):
        (work.folder / name).write_text(text)
        work.commit(tag)
    return "o1", "o2", "--path", "caf*.md", "--format", "json"


@row("a configuration of brackets in brackets", 2, "specdiff.toml is not valid TOML")
def _deep_config(work: Work, _: Path, __: pytest.MonkeyPatch) -> Prepared:
    work.commit("v3", specdiff__toml="path = " + "[" * 100_000)
    return "v1", "v3"


@row("a configuration that is no text", 2, "'specdiff.toml' in 'v3' is not text: there is a NUL at byte 1")
def _binary_config(work: Work, _: Path, __: pytest.MonkeyPatch) -> Prepared:
    work.commit("v3", specdiff__toml=b"\xff\x00")
    return "v1", "v3"


@row("output to a full disk", 2, "No space left on device")
def _full(_: Work, __: Path, ___: pytest.MonkeyPatch) -> Prepared:
    return "v1", "v2", "--output", "/dev/full"


@pytest.mark.parametrize(("way", "status", "message"), [one[1:] for one in REPOSITORIES], ids=[one[0] for one in REPOSITORIES])
def test_a_repository(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: Way, status: int, message: str) -> None:
    words = way(work, tmp_path, monkeypatch)
    said(run(work.folder, *words), status, message)
    assert not (work.folder / "stolen").exists()


def test_standard_output_on_a_full_disk(work: Work) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*PROGRAM, "v1", "v2"], cwd=work.folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert re.fullmatch(r"specdiff: No space left on device; [^\n]+\n", done.stderr)


def test_a_closed_pipe(work: Work) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([*PROGRAM, "v1", "v2", "--format", "json"], cwd=work.folder, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (128 + signal.SIGPIPE, b"")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks the system how far a process is")
@pytest.mark.parametrize("ticks", [10, 40, 100], ids=["while it loads", "while it reads", "while it compares"])
def test_an_interrupt(tmp_path: Path, ticks: int) -> None:
    (tmp_path / "old.md").write_text(example(40_000))
    (tmp_path / "new.md").write_text(headings(45_000))
    told = "from specdiff.cli.main import main; print('ready', flush=True); main(['old.md', 'new.md'])"
    process = subprocess.Popen([sys.executable, "-c", told], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"  # before that Python itself still starts, which takes how long it takes
    ready = _ticks(process.pid)
    while _ticks(process.pid) < ready + ticks:
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")


def _ticks(pid: int) -> int:
    """Return the time that the processors spent on a process, in ticks of the system."""
    return sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]))
