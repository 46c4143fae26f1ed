"""The example spec that ships with specdiff, built into a tagged git repository."""

import os
import subprocess
from pathlib import Path

from specdiff.errors import SpecdiffError

SPEC = "lantern_spec.md"
DATES = {"v1": "2025-01-15", "v2": "2025-04-02", "v3": "2025-04-09", "v4": "2025-09-30", "v5": "2025-12-11"}
PAIR = ("v1", "v2")


def releases() -> Path:
    """Return the folder that holds one folder for each release."""
    packaged = Path(__file__).parent / "_releases"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "fixtures" / "lantern"


def build_repository(folder: Path) -> Path:
    """Write the releases into *folder* as a git repository with a tag for each, the same commits on every machine; return the folder.

    Raises SpecdiffError where there is no git.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _git(folder, "init", "--quiet", "--initial-branch=main", ".")
    for tag, date in DATES.items():
        for old in [folder / SPEC, *folder.glob("examples/*.md")]:
            old.unlink(missing_ok=True)
        source = releases() / tag
        for file in sorted(source.rglob("*.md")):
            target = folder / file.relative_to(source)
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(file.read_bytes())
        _git(folder, "add", "--all")
        _git(folder, "commit", "--quiet", "--no-verify", "--no-gpg-sign", "-m", f"Release {tag}", date=f"{date}T12:00:00+00:00")
        _git(folder, "tag", "--no-sign", tag)
    return folder


def _git(folder: Path, *arguments: str, date: str = "") -> None:
    who = {"NAME": "specdiff", "EMAIL": "specdiff@example.invalid"}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    if date:
        environment |= {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    command = ["git", "-c", "core.autocrlf=false", "-c", "core.hooksPath=/dev/null", *arguments]
    try:
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)  # noqa: S603 - fixed arguments
    except FileNotFoundError:
        raise SpecdiffError("the demo builds a git repository and found no git; install git and try again") from None
    except subprocess.CalledProcessError as error:
        raise SpecdiffError(f"git could not build the demo: {error.stderr.decode(errors='replace').strip().splitlines()[-1:]}") from None
