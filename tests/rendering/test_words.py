"""Small things that every format for people relies on: blanks, marks, places."""

from dataclasses import replace

import pytest

from rendering.sample import ENTRIES, FULL
from specdiff.model.language import Edit
from specdiff.model.review import Evidence
from specdiff.rendering import phrases
from specdiff.rendering.columns import Piece, painted, wrapped
from specdiff.rendering.format import Style
from specdiff.rendering.formats.markdown import render
from specdiff.rendering.plain import printable
from specdiff.rendering.redline import redline


@pytest.mark.parametrize(
    ("edits", "shown"),
    [
        ([], []),
        ([("same", "be"), ("new", " "), ("same", "kind")], [("same", "be kind")]),
        ([("same", "be"), ("gone", " "), ("same", "kind")], [("same", "bekind")]),
        ([("gone", " "), ("new", "be"), ("same", " kind")], [("new", "be"), ("same", " kind")]),
        ([("gone", "was "), ("gone", "not"), ("new", "is")], [("gone", "was"), ("same", " "), ("gone", "not"), ("new", "is")]),
    ],
)
def test_blanks_stand_outside_of_the_marks(edits: list[tuple[str, str]], shown: list[tuple[str, str]]) -> None:
    assert redline(Edit(kind, text) for kind, text in edits) == tuple(Edit(kind, text) for kind, text in shown)  # type: ignore[arg-type]


def test_blanks_can_be_seen_and_stay_what_they_are() -> None:
    assert printable("a\tb\u00a0c\u3000d\r\ne\x1b\U000e0041") == "a    b\u00a0c\u3000d\ne\\u001b\\U000e0041"


def test_what_stands_nowhere_has_no_place() -> None:
    assert phrases.where(replace(ENTRIES[0], old=None, new=None)) == ""


def test_blanks_in_a_row_are_one_and_those_at_the_ends_none() -> None:
    lines = wrapped([Piece("  be   "), Piece(" kind ")], 20)
    assert [painted(line, colour=False, links=False) for line in lines] == ["be kind"]


def test_evidence_that_does_not_fit_is_counted() -> None:
    shift = FULL.shifts[0]
    many = replace(shift, evidence=tuple(Evidence("none", "honesty", 0.5, f"word {number}") for number in range(9)))
    assert "  - and 6 more\n" in render(replace(FULL, shifts=(many,)), Style())
