"""Every format of one review, as real files that one can open. ``SPECDIFF_ACCEPT=1 pytest tests/rendering/test_golden.py`` rewrites them: look at the difference."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from rendering.sample import FILES, FULL, IDENTICAL, WORDING
from specdiff.model.review import Review
from specdiff.rendering.catalogue import formats
from specdiff.rendering.format import Style

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = {"sample": FULL, "wording": WORDING, "identical": IDENTICAL}
STYLES = {
    "sample.40.txt": ("terminal", FULL, Style(width=40)),
    "sample.120.txt": ("terminal", FULL, Style(width=120)),
    "sample.verbose.txt": ("terminal", FULL, Style(verbose=True)),
    "sample.colour.txt": ("terminal", FULL, Style(colour=True, links=True)),
    "files.txt": ("terminal", FILES, Style()),
    "files.md": ("markdown", FILES, Style()),
}


def cases() -> dict[str, tuple[str, Review, Style]]:
    plain = {f"{name}{one.suffix}": (one.name, review, Style()) for name, review in SAMPLES.items() for one in formats().values()}
    return {**plain, **STYLES}


@pytest.mark.parametrize("name", sorted(cases()))
def test_a_format_writes_what_its_golden_file_holds(name: str) -> None:
    chosen, review, style = cases()[name]
    written = formats()[chosen].render(review, style)
    path = GOLDEN / name
    if os.environ.get("SPECDIFF_ACCEPT"):
        path.write_text(written, encoding="utf-8", newline="")
    with path.open(encoding="utf-8", newline="") as file:
        assert file.read() == written


def test_every_golden_file_is_written_by_a_format() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(cases())


@pytest.mark.parametrize("name", sorted(formats()))
def test_a_format_writes_the_same_bytes_again(name: str) -> None:
    render = formats()[name].render
    assert render(FULL, Style()) == render(replace(FULL), Style())
