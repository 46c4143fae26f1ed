"""What fails a run, and what must never pass it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.kitchen import Specdiff

QUOTED = (
    "# A\n\n- Offer a refund only if the guest asks.\n- Be kind.\n",
    "# A\n\n  > - Offer a refund only if the guest asks.\n- Be kind.\n",
)


@pytest.fixture
def quoted(tmp_path: Path) -> tuple[Path, Path]:
    files = tmp_path / "old.md", tmp_path / "new.md"
    for file, text in zip(files, QUOTED, strict=True):
        file.write_text(text, encoding="utf-8")
    return files


@pytest.mark.parametrize(("bound", "status"), [("critical", 0), ("major", 1), ("minor", 1), ("editorial", 1), ("never", 0)])
def test_lines_that_nothing_explains_count_as_major(quoted: tuple[Path, Path], specdiff: Specdiff, bound: str, status: int) -> None:
    result = specdiff(*quoted, "--fail-on", bound)
    assert result.status == status
    assert result.err == ("specdiff: failed: changed lines that no finding explains count as major\n" if status else "")
    assert "What 2 changed lines may mean is not known: read what is listed as unexplained." in " ".join(
        result.out.replace("*", "").split()
    )
    assert "No rule binds more or less" not in result.out


@pytest.mark.parametrize("words", [("",), ("", "v2"), ("v1", ""), ("explain", "--shift", "honesty:confidentiality", "", "v2")])
def test_a_variable_that_is_empty_is_no_revision(repository: Path, specdiff: Specdiff, words: tuple[str, ...]) -> None:
    result = specdiff(*words, "--repo", repository)
    assert (result.status, result.out) == (2, "")
    assert result.err == "specdiff: a revision is empty; name a branch, a tag, a commit, REV:path or a file\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_what_a_full_disk_does_not_take_is_told_however_python_writes(repository: Path, unbuffered: str) -> None:
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "specdiff", "v1", "v2", "-f", "json"],
            cwd=repository,
            env=environment,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"specdiff: No space left on device")


@pytest.mark.skipif(os.name != "posix", reason="asks how a process was closed")
def test_a_reader_that_stops_early_is_told_however_python_writes(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("# A\n\nBe kind.\n", encoding="utf-8")
    (tmp_path / "new.md").write_text(
        "# A\n\n" + "".join(f"The clerk must greet guest {number}.\n\n" for number in range(400)), encoding="utf-8"
    )
    for unbuffered in ("", "1"):
        with subprocess.Popen(
            [sys.executable, "-m", "specdiff", "old.md", "new.md", "-f", "json"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            assert process.stdout.read(1) == b"{"
            process.stdout.close()
            assert (process.wait(60), process.stderr.read()) == (141, b"")
