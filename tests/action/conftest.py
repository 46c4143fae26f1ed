"""A GitHub on loopback, and an environment in which nothing speaks of the real one."""

import os

import pytest

from action.loopback import DESCRIPTION, GitHub, serve


@pytest.fixture(autouse=True)
def no_workflow(monkeypatch):
    """Whatever runs these tests, no workflow of its own is seen."""
    for name in list(os.environ):
        if name in ("CI", "GH_TOKEN") or name.startswith(("GITHUB_", "RUNNER_", "INPUT_", "REVIEW_", "SPECDIFF_", "GIT_")):
            monkeypatch.delenv(name)


@pytest.fixture
def github(monkeypatch):
    """GitHub, empty but for the pull request 5; every request must be one that it describes."""
    pytest.importorskip("github", reason="PyGithub is not installed")
    if not DESCRIPTION.exists():
        pytest.skip("GitHub's description of its interface is not there; `make node` installs it from npm")
    made = GitHub()
    server = serve(made)
    monkeypatch.setenv("GITHUB_API_URL", made.address)
    monkeypatch.setenv("GITHUB_TOKEN", made.token)
    yield made
    server.shutdown()
    server.server_close()
    assert made.wrong == []
