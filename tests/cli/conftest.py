"""A small tagged repository, and the command line run in it."""

import json
from pathlib import Path

import pytest

from cli.kitchen import V1, V2, Result, Specdiff, new_repository, release
from rendering.readers import review_schema
from specdiff.cli.main import run


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tags v1 and v2: a duty became a permission. Not to be written to."""
    folder = new_repository(tmp_path_factory.mktemp("session") / "kitchen")
    release(folder, "v1", spec__md=V1)
    release(folder, "v2", spec__md=V2)
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An empty repository of the test's own."""
    return new_repository(tmp_path / "own")


@pytest.fixture
def specdiff(capsys: pytest.CaptureFixture[str]) -> Specdiff:
    """Run the command line in this process. Whatever it prints that is a review as JSON fits the JSON Schema."""

    def call(*arguments: str | Path) -> Result:
        capsys.readouterr()
        status = run([str(one) for one in arguments])
        result = Result(status, *capsys.readouterr())
        if result.out.startswith('{\n  "schema_version"'):
            review_schema().validate(json.loads(result.out))
        return result

    return call
