"""Which format goes where, how wide and in what colour; files are whole or not there; pipes and pagers."""

import json
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from cli.kitchen import Specdiff

PROGRAM = [sys.executable, "-m", "specdiff"]
ESCAPE = "\x1b["
posix = pytest.mark.skipif(os.name != "posix", reason="POSIX terminals, pipes and signals")


@pytest.fixture
def review(repository: Path, specdiff: Specdiff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Specdiff:
    """Review v1 and v2 from an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *words: specdiff("v1", "v2", "--repo", repository, *words)


def program(repository: Path, *words: str) -> list[str]:
    return [*PROGRAM, "v1", "v2", "--repo", str(repository), *words]


def test_each_output_belongs_to_the_format_at_its_place_and_the_rest_goes_to_standard_output(review: Specdiff) -> None:
    status, out, err = review("-f", "json", "-f", "markdown", "-f", "terminal", "-o", "a", "--output", "b")
    assert (status, err) == (0, "")
    assert json.loads(Path("a").read_bytes())["schema_version"] == 1
    assert "specdiff" in Path("b").read_text(encoding="utf-8")
    assert out == review().out
    assert sorted(os.listdir()) == ["a", "b"]


def test_a_file_gets_the_bytes_that_standard_output_gets(review: Specdiff) -> None:
    assert review("-f", "json", "-o", "a.json").out == ""
    assert Path("a.json").read_bytes().decode() == review("-f", "json").out


def test_without_a_format_the_name_of_the_file_tells_it(review: Specdiff) -> None:
    review("-o", "a.json", "-o", "b.md", "-o", "c.log", "-o", "d")
    assert Path("a.json").read_text(encoding="utf-8") == review("-f", "json").out
    assert Path("b.md").read_text(encoding="utf-8") == review("-f", "markdown").out
    assert Path("c.log").read_text(encoding="utf-8") == Path("d").read_text(encoding="utf-8") == review().out


def test_a_dash_is_standard_output(review: Specdiff) -> None:
    assert review("-f", "json", "-o", "-").out == review("-f", "json").out
    assert os.listdir() == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-f", "json", "-f", "markdown"), "only one format can go to standard output; give --output for the others"),
        (("-f", "json", "-o", "a", "-o", "b"), "2 times --output but 1 times --format; give one --format for each --output"),
        (
            ("-f", "json", "-f", "markdown", "-o", "a", "-o", "./a"),
            "two formats cannot go to the same file; give each an --output of its own",
        ),
        (("-f", "json", "-o", "no/where/a"), "there is no folder 'no/where' to write 'a' to; make it first"),
        (("-f", "json", "-o", "."), "'.' is a folder; name a file in it with --output"),
    ],
)
def test_what_does_not_fit_together_is_said_before_anything_is_written(review: Specdiff, words: tuple[str, ...], said: str) -> None:
    assert review(*words) == (2, "", f"specdiff: {said}\n")
    assert os.listdir() == []


@posix
def test_a_file_is_replaced_whole_keeps_its_mode_and_a_link_leads_to_it(review: Specdiff) -> None:
    Path("real.json").write_text("old", encoding="utf-8")
    Path("real.json").chmod(0o640)
    Path("link.json").symlink_to("real.json")
    with Path("real.json").open(encoding="utf-8") as reader:
        review("-f", "json", "-o", "link.json")
        assert reader.read() == "old"
    assert Path("link.json").is_symlink()
    assert json.loads(Path("real.json").read_bytes())["schema_version"] == 1
    assert stat.S_IMODE(Path("real.json").stat().st_mode) == 0o640
    assert sorted(os.listdir()) == ["link.json", "real.json"]


@posix
def test_a_new_file_has_the_mode_that_the_umask_leaves(review: Specdiff) -> None:
    before = os.umask(0o027)
    try:
        review("-f", "json", "-o", "new.json")
    finally:
        os.umask(before)
    assert stat.S_IMODE(Path("new.json").stat().st_mode) == 0o640


@posix
def test_a_pipe_is_written_to_and_not_replaced(review: Specdiff) -> None:
    os.mkfifo("pipe")
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(Path("pipe").read_text(encoding="utf-8")))
    reader.start()
    assert review("-f", "json", "-o", "pipe").status == 0
    reader.join()
    assert json.loads(read[0])["schema_version"] == 1
    assert stat.S_ISFIFO(Path("pipe").stat().st_mode)


@pytest.mark.parametrize(
    ("words", "environment", "coloured"),
    [
        ((), {}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "0"}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    ],
)
def test_colour_in_a_pipe_is_what_the_option_says_then_no_color_then_force_color(
    review: Specdiff, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], environment: dict[str, str], *, coloured: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (ESCAPE in review(*words).out) is coloured


def test_a_file_is_never_coloured(review: Specdiff) -> None:
    review("-f", "terminal", "-o", "a", "--color", "always")
    assert ESCAPE not in Path("a").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_review_keeps_within_the_width(review: Specdiff, width: int) -> None:
    assert max(map(len, review("--width", width).out.splitlines())) <= width
    assert review().out == review("--width", 80).out


def on_a_terminal(command: list[str], **environment: str) -> tuple[int, bytes]:
    """Run a program whose standard output is a terminal of 100 columns and 10 lines; return its status and what it wrote."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 10, 100, 0, 0))
    with subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=theirs, stderr=subprocess.PIPE, env={**os.environ, **environment}
    ) as process:
        os.close(theirs)
        written = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            written += part
    os.close(ours)
    return process.returncode, written


@posix
def test_on_a_terminal_a_long_review_is_coloured_as_wide_as_it_and_paged_by_the_environments_pager(
    repository: Path, tmp_path: Path
) -> None:
    status, written = on_a_terminal(program(repository, "--fail-on", "major"), GIT_PAGER=f"cat > '{tmp_path}/paged'", PAGER="false")
    assert (status, written) == (1, b"")
    paged = (tmp_path / "paged").read_text(encoding="utf-8")
    assert ESCAPE in paged
    direct = on_a_terminal(program(repository, "--width", "100", "--no-pager"))[1]
    assert direct.replace(b"\r\n", b"\n") == paged.encode()


@posix
@pytest.mark.parametrize(
    ("words", "environment"),
    [
        (("--no-pager",), {}),
        (("--format", "json"), {}),
        ((), {"GIT_PAGER": ""}),
        ((), {"GIT_PAGER": "cat"}),
        ((), {"GIT_PAGER": "no-such-pager"}),
        ((), {"TERM": "dumb"}),
    ],
    ids=str,
)
def test_nothing_is_paged_where_nobody_wants_or_has_a_pager(repository: Path, words: tuple[str, ...], environment: dict[str, str]) -> None:
    status, written = on_a_terminal(program(repository, *words), **{"PAGER": "false", **environment})
    assert status == 0
    assert b"statement/weakened" in written or b"binds less" in written


@posix
def test_the_repositorys_own_pager_is_not_run(own: Path, repository: Path, tmp_path: Path) -> None:
    subprocess.run(["git", "clone", "--quiet", repository, tmp_path / "copy"], check=True, capture_output=True)
    subprocess.run(["git", "config", "core.pager", f"touch '{tmp_path}/ran'; cat"], cwd=tmp_path / "copy", check=True)
    status, _ = on_a_terminal(program(tmp_path / "copy"), PAGER="cat")
    assert status == 0
    assert not (tmp_path / "ran").exists()


@posix
def test_a_pager_that_is_left_early_does_not_change_the_exit_status(repository: Path) -> None:
    assert on_a_terminal(program(repository, "--fail-on", "major"), PAGER="true")[0] == 1


@posix
@pytest.mark.parametrize("words", [["v1", "v2", "--format", "json"], ["rules"], ["--help"], ["explain", "example/removed"]], ids=" ".join)
def test_a_closed_pipe_is_quiet(repository: Path, words: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([*PROGRAM, *words], cwd=repository, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", [["v1", "v2"], ["rules"], ["v1", "v2", "-f", "json", "-o", "/dev/full"]], ids=" ".join)
def test_a_full_disk_is_one_line(repository: Path, words: list[str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run([*PROGRAM, *words], cwd=repository, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("specdiff: ")
    assert "No space left on device" in done.stderr
    assert done.stderr.count("\n") == 1


@posix
def test_standard_output_that_is_closed_is_one_line(repository: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$0" -m specdiff v1 v2 >&-', sys.executable], cwd=repository, stderr=subprocess.PIPE, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (2, "specdiff: standard output is closed; leave it open, or name a file with --output\n")


@posix
def test_standard_input_that_is_closed_is_one_line(repository: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$0" -m specdiff - v2:spec.md <&-', sys.executable], cwd=repository, stderr=subprocess.PIPE, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (2, "specdiff: standard input is closed; leave it open, or name a file\n")


@pytest.mark.parametrize("output", ["old.md", "new.md", "./new.md"])
def test_what_is_compared_is_not_written_over(tmp_path: Path, output: str) -> None:
    for name, text in (("old.md", "One must.\n"), ("new.md", "Two must.\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = subprocess.run([*PROGRAM, "old.md", "new.md", "-o", output], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.endswith("is one of the files that are compared; name another one with --output\n")
    assert [(tmp_path / name).read_text(encoding="utf-8") for name in ("old.md", "new.md")] == ["One must.\n", "Two must.\n"]


def test_the_spec_in_the_work_tree_is_not_written_over(repository: Path, tmp_path: Path) -> None:
    subprocess.run(["git", "clone", "-q", repository, tmp_path / "copy"], check=True)
    spec = tmp_path / "copy" / "spec.md"
    before = spec.read_text(encoding="utf-8")
    done = subprocess.run([*PROGRAM, "HEAD", "-o", "spec.md"], cwd=spec.parent, capture_output=True, text=True, check=False)
    assert (done.returncode, spec.read_text(encoding="utf-8")) == (2, before)
    assert done.stderr == "specdiff: 'spec.md' is one of the files that are compared; name another one with --output\n"


@posix
def test_an_interrupt_is_quiet_and_gives_130(repository: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "-", "v2:spec.md"], cwd=repository, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        process.stdin.write("It is read.\n" * 20_000)  # more than a pipe holds: once this returns, it is being read
        process.stdin.flush()
        time.sleep(1)  # until it waits for more
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stdout is not None
        assert process.stderr is not None
        assert (process.stdout.read(), process.stderr.read()) == ("", "")
