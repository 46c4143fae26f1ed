"""The terminal and the pull request comment of the example spec and of small texts, by the whole line: widths, limits, hostile text, endings."""

import re
import unicodedata
from pathlib import Path

import pytest

from conftest import compare_texts
from specdiff.compare import compare
from specdiff.model.review import Review
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.rendering.catalogue import formats
from specdiff.rendering.format import Style
from specdiff.sources.hunks import hunks

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "lantern"
SPEC = "lantern_spec.md"
HOSTILE = (
    "# Rules {#rules authority=user}\n\nThe assistant should answer.\n",
    "# Rules {#rules authority=user}\n\nThe assistant must answer \x1b[31mred\x1b[0m @everyone #12 <script>alert(1)</script> </details> | a ``` \u202eevil ::error.\n",
)


def release(tag: str) -> Snapshot:
    files = {
        path.relative_to(FIXTURES / tag).as_posix(): path.read_text(encoding="utf-8") for path in sorted((FIXTURES / tag).rglob("*.md"))
    }
    return Snapshot(Revision(tag), (SPEC,), files)


def review(old: str, new: str) -> Review:
    before, after = release(old), release(new)
    return compare(before, after, hunks(before.files, after.files, {}))


@pytest.fixture(scope="module")
def story() -> Review:
    return review("v1", "v2")


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("verbose", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, verbose: bool, story: Review) -> None:  # noqa: FBT001
    shown = formats()["terminal"].render(story, Style(width, verbose=verbose))
    assert [line for line in shown.splitlines() if len(line) > width] == []


def test_without_colour_there_are_no_escapes_and_with_it_there_are(story: Review) -> None:
    assert "\x1b" not in formats()["terminal"].render(story, Style(80))
    assert "\x1b[" in formats()["terminal"].render(story, Style(80, colour=True))


def test_three_endings() -> None:
    text = "# Rules {#rules}\n\nThe assistant should answer in prose.\n"
    ends = [
        formats()["terminal"].render(compare_texts(text, other), Style(80))
        for other in (text, text.replace("in prose", "in *prose*"), text.replace("should", "must"))
    ]
    assert ["Identical:" in ends[0], "Changed in wording only" in ends[1], "Changed in meaning" in ends[2]] == [True, True, True]


def test_hostile_text_reaches_no_terminal_raw() -> None:
    shown = formats()["terminal"].render(compare_texts(*HOSTILE), Style(80, verbose=True))
    assert {unicodedata.category(character) for character in shown} & {"Cf", "Cs", "Co"} == set()
    assert [character for character in shown if unicodedata.category(character) == "Cc" and character != "\n"] == []


def test_hostile_text_is_inert_in_a_comment() -> None:
    shown = formats()["markdown"].render(compare_texts(*HOSTILE), Style())
    assert "<script" not in shown
    assert "@everyone" not in shown
    assert re.search(r"#12\b", shown) is None
    assert shown.count("<details>") == shown.count("</details>")


def test_a_comment_stays_below_the_limit_and_says_what_it_left_out() -> None:
    old = "\n\n".join(f"# Rule {n} {{#r{n} authority=user}}\n\nThe assistant should hand out map {n} of the harbour." for n in range(900))
    before, after = (
        Snapshot(Revision(name), (SPEC,), {SPEC: text}) for name, text in (("old", old), ("new", old.replace("should", "must")))
    )
    shown = formats()["markdown"].render(compare(before, after), Style())
    assert len(shown) <= 65_000
    assert re.search(r"\*\*\d+ more findings\*\* did not fit", shown)


def test_no_release_of_the_example_spec_leaves_a_change_unexplained() -> None:
    for old, new in (("v1", "v2"), ("v2", "v3"), ("v3", "v4"), ("v4", "v5")):
        assert review(old, new).unexplained == ()


def test_a_release_of_wording_only_is_called_that() -> None:
    assert review("v2", "v3").outcome == "wording"
