"""The review at the terminal: widths, colours, folds, endings."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from rendering.sample import ADDED, ENTRIES, FULL, IDENTICAL, PETS, WORDING, entry, many, review
from specdiff.model.finding import Severity
from specdiff.rendering.columns import BREAK, Piece, painted, wrapped
from specdiff.rendering.format import Style
from specdiff.rendering.formats.terminal import render

ESCAPE = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;[^\x1b\x07]*\x1b\\")


def bare(text: str) -> str:
    """Text without the colours and links that the terminal format itself writes."""
    return ESCAPE.sub("", text)


@pytest.mark.parametrize("width", [20, 40, 80, 120, 250])
@pytest.mark.parametrize("verbose", [False, True])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_the_page(width: int, verbose: bool, colour: bool) -> None:  # noqa: FBT001
    shown = render(FULL, Style(width, colour=colour, links=colour, verbose=verbose))
    assert [line for line in bare(shown).splitlines() if cell_len(line) > width] == []


def test_the_width_is_used() -> None:
    assert max(cell_len(line) for line in render(FULL, Style(80)).splitlines()) == 80


def test_colour_changes_no_word_but_the_marks_of_edits() -> None:
    plain = render(FULL, Style(200))
    coloured = bare(render(FULL, Style(200, colour=True)))
    unmarked = re.sub(r"\[-(.*?)-\]|\{\+(.*?)\+\}", lambda found: found[1] or found[2], plain.replace("\n", " "))
    assert "".join(coloured.split()) == "".join(unmarked.split())


def test_without_colour_no_escape_is_written_and_severities_and_edits_are_told_by_signs() -> None:
    shown = render(FULL, Style(80))
    assert "\x1b" not in shown
    assert "!! “Keep passenger records closed” fell from root to user" in shown
    assert "The desk [-must-]{+should+} sell" in shown
    assert "critical authority/lowered" in shown


def test_links_lead_to_the_lines_in_the_repository() -> None:
    shown = render(FULL, Style(80, links=True))
    assert f"\x1b]8;;https://github.com/ferry/desk/blob/{'2' * 16}/policy/ferry%20desk.md?plain=1#L21-L22\x1b\\" in shown


def test_the_worst_findings_stand_within_the_first_screen_with_their_places() -> None:
    screen = " ".join(" ".join(render(FULL, Style(80)).splitlines()[:24]).split())
    for one in FULL.worst[:3]:
        assert one.message in screen
        assert f"{one.new.place}" in screen  # type: ignore[union-attr]
    assert "2 critical, 7 major, 3 minor, 3 in wording only (1 accepted)" in screen


def test_what_is_folded_is_counted_and_verbose_shows_it() -> None:
    folded, whole = render(FULL, Style(80)), render(FULL, Style(80, verbose=True))
    assert "+ 2 findings that follow from it" in folded
    assert "Folded: 3 in wording only and 4 that follow from others" in folded
    assert "Folded" not in whole
    for one in ENTRIES:
        assert one.rule.id in whole
    assert whole.count("statement/reworded") == 3


def test_a_question_is_asked_once_for_neighbours_that_raise_it() -> None:
    added = tuple(entry(n, "statement/added", PETS, f"New rule {n}", f"Rule {n}.", new=n) for n in (1, 2, 3))
    shown = render(review(added), Style(80))
    assert shown.count("Which example shows it?") == 1
    assert "? (these 3) Which example shows it?" in shown


def test_an_accepted_finding_is_told_once_with_who_why_and_until_when() -> None:
    shown = " ".join(render(FULL, Style(80)).split())
    assert shown.count("Nobody is answerable for storms") == 1
    assert "accepted by Ada <ada@ferry.example>, until 2027-01-31: Legal asked for it | see #99" in shown


def test_three_endings() -> None:
    ends = [render(one, Style(80)).splitlines()[1] for one in (IDENTICAL, WORDING, FULL)]
    assert [end.partition(":")[0] for end in ends] == ["Identical", "Changed in wording only", "Changed in meaning"]


def test_a_spec_that_came_or_went_is_called_that() -> None:
    assert "policy/ferry desk.md (spec added)" in render(ADDED, Style(80))
    assert "policy/ferry desk.md (spec removed)" in render(replace(ADDED, old=FULL.new, new=ADDED.old), Style(80))


def test_a_spec_that_was_renamed_shows_both_names() -> None:
    renamed = replace(FULL, old=replace(FULL.old, paths=("old.md",)))
    assert "old.md → policy/ferry desk.md" in render(renamed, Style(80))


def test_long_lists_are_cut_and_counted() -> None:
    names = tuple(f"policy_{n}" for n in range(40))
    busy = replace(FULL, referring_sections=names, unexplained=FULL.unexplained * 20)
    shown = render(busy, Style(80))
    assert "policy_11 and 28 more" in " ".join(shown.split())
    assert "… and 28 more unexplained changes" in shown
    assert "policy_39" in render(busy, Style(80, verbose=True))


def test_every_shift_shows_its_evidence() -> None:
    evidence = FULL.shifts[0].evidence * 3
    busy = replace(FULL, shifts=(replace(FULL.shifts[0], evidence=evidence),))
    assert "+ 4 more pieces of evidence" in render(busy, Style(80))
    assert render(busy, Style(80, verbose=True)).count("the policy can be overridden by users") == 3


def test_a_review_of_thousands_of_findings_shows_every_one() -> None:
    big = many(2_000)
    shown = render(big, Style(80))
    assert sum(f"Rule {n} binds less" in shown for n in range(2_000)) == 2_000
    assert shown.count("major statement/weakened") + shown.count("critical statement/weakened") == 2_000


WORDS = st.lists(
    st.tuples(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), max_size=30), st.booleans()),
    max_size=8,
)


@given(WORDS, st.integers(20, 60), st.integers(0, 8), st.integers(0, 8))
def test_wrapping_keeps_every_word_and_no_line_is_too_wide(words: list[tuple[str, bool]], width: int, indent: int, hang: int) -> None:
    pieces = [Piece(text.replace(BREAK, ""), solid=solid) for text, solid in words]
    lines = [painted(line, colour=False, links=False) for line in wrapped(pieces, width, indent=indent, hang=hang)]
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join("".join(piece.text for piece in pieces).split())


def test_severity_is_never_told_by_colour_alone() -> None:
    marks = {severity: render(review((replace(ENTRIES[0], severity=severity),)), Style(80, verbose=True)) for severity in Severity}
    assert len(set(marks.values())) == len(Severity)
