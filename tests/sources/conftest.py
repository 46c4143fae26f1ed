"""A git that knows nothing of the machine it runs on, and a repository with two releases of a small spec."""

import os
from pathlib import Path

import pytest

from sources.repositories import BETTER, SPEC, Work


@pytest.fixture(autouse=True)
def _own_git(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("home")
    (home / "config").write_text(
        '[user]\n\tname = A\n\temail = a@example.invalid\n[protocol "file"]\n\tallow = always\n[safe]\n\tdirectory = *\n'
    )
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / "config"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def work(tmp_path: Path) -> Work:
    """Return a repository with the tags v1 and v2: one spec, one README, one eval prompt."""
    made = Work.new(tmp_path / "work")
    made.commit("v1", spec__md=SPEC, README__md="# About\n", examples___a__md="Prompt a\n")
    made.commit("v2", "2025-03-01T08:30:00-05:00", spec__md=BETTER, examples___b__md="Prompt b\n")
    return made
