"""Blocks, and the lines they stand on."""

from itertools import pairwise

import pytest

from specdiff.parsing.blockrules import cells
from specdiff.parsing.markdown import Block, blocks


def lines(found: tuple[Block, ...]) -> list[tuple[str, int, int]]:
    return [(block.kind, block.first, block.last) for block in found]


def test_every_kind_of_block_stands_on_its_own_lines() -> None:
    text = "# A\n\npara\nwraps\n\n- one\n- two\n  more\n\n> quote\n\n~~~\ncode\n~~~\n\n***\n\n[x]: http://y\n\n<!-- a\nb -->\n"
    assert lines(blocks(text)) == [
        ("heading", 1, 1),
        ("paragraph", 3, 4),
        ("list", 6, 8),
        ("quote", 10, 10),
        ("code", 12, 14),
        ("rule", 16, 16),
        ("link", 18, 18),
        ("html", 20, 21),
    ]


def test_only_the_closing_fence_of_the_same_kind_and_length_closes() -> None:
    text = "~~~~xml\n```\n# no heading\n~~~\n---\n~~~~\n\n# heading\n"
    assert lines(blocks(text)) == [("code", 1, 6), ("heading", 8, 8)]


def test_a_fence_that_is_never_closed_reaches_to_the_end() -> None:
    assert lines(blocks("a\n\n```\nb\n\n# c\n")) == [("paragraph", 1, 1), ("code", 3, 6)]


def test_items_of_a_list_know_their_lines_at_every_depth() -> None:
    (found,) = blocks("- a\n\n    second\n\n    1. b\n       wrapped\n    2. c\n- d\nlazy\n")
    first, last = found.children
    assert (first.first, first.last, last.first, last.last) == (1, 7, 8, 9)
    assert lines(first.children) == [("paragraph", 1, 1), ("paragraph", 3, 3), ("list", 5, 7)]
    assert lines(first.children[2].children) == [("item", 5, 6), ("item", 7, 7)]
    assert [item.marker for item in first.children[2].children] == ["1.", "2."]
    assert last.children[0].text == "d\nlazy"


def test_an_item_whose_text_starts_on_the_next_line_knows_where() -> None:
    (found,) = blocks("-\n  text\n- b\n")
    assert lines(found.children) == [("item", 1, 2), ("item", 3, 3)]
    assert lines(found.children[0].children) == [("paragraph", 2, 2)]


def test_a_list_cut_short_by_a_fence_a_heading_or_a_quotation_ends_before_it() -> None:
    text = "- a\n~~~\nx\n~~~\n- b\n# H\n- c\n> q\n- d\n<div>\n"
    assert lines(blocks(text)) == [
        ("list", 1, 1),
        ("code", 2, 4),
        ("list", 5, 5),
        ("heading", 6, 6),
        ("list", 7, 7),
        ("quote", 8, 8),
        ("list", 9, 9),
        ("html", 10, 10),
    ]


def test_a_quotation_holds_lists_and_lazy_lines_and_knows_their_lines() -> None:
    (found,) = blocks("> a\nlazy\n>\n> - b\n>   - c\n> - d\n")
    assert lines(found.children) == [("paragraph", 1, 2), ("list", 4, 6)]
    inner = found.children[1].children
    assert [(item.first, item.last) for item in inner] == [(4, 5), (6, 6)]
    assert inner[0].children[1].first == 5


def test_an_admonition_is_its_indented_lines_and_nothing_after_them() -> None:
    text = '!!! meta "Commentary"\n    one\n    wraps\n\n    two\nnot part\n'
    admonition, after = blocks(text)
    assert (admonition.info, admonition.title, admonition.first, admonition.last) == ("meta", "Commentary", 1, 5)
    assert [(block.first, block.last, block.text) for block in admonition.children] == [(2, 3, "one\nwraps"), (5, 5, "two")]
    assert after.first == 6


def test_an_admonition_interrupts_a_paragraph_and_may_have_no_body() -> None:
    assert lines(blocks("text\n!!! note\nmore\n")) == [("paragraph", 1, 1), ("admonition", 2, 2), ("paragraph", 3, 3)]


def test_containers_of_colons_nest_and_need_their_end() -> None:
    outer, after = blocks("::: warning Mind\na\n\n:::: note\nb\n::::\n:::\nafter\n")
    assert (outer.info, outer.title, outer.first, outer.last) == ("warning", "Mind", 1, 7)
    assert lines(outer.children) == [("paragraph", 2, 2), ("admonition", 4, 6)]
    assert after.first == 8
    assert lines(blocks("::: note\nnever closed\n")) == [("paragraph", 1, 2)]


def test_a_quotation_with_an_alert_is_an_admonition() -> None:
    (found,) = blocks("> [!WARNING]\n> Do not.\n>\n> - a\n")
    assert (found.kind, found.info) == ("admonition", "warning")
    assert lines(found.children) == [("paragraph", 2, 2), ("list", 4, 4)]


def test_a_table_has_its_header_and_rows_on_their_lines() -> None:
    before, table = blocks("Intro\n| a | b |\n|---|:-:|\n| 1 | 2 |\n| 3 |\n")
    assert (before.kind, before.last) == ("paragraph", 1)
    assert [(row.first, row.text) for row in table.children] == [(2, "| a | b |"), (4, "| 1 | 2 |"), (5, "| 3 |")]


def test_a_line_of_bars_with_no_header_is_text() -> None:
    assert lines(blocks("|---|\n")) == [("paragraph", 1, 1)]
    assert lines(blocks("a | b\n|---|\n")) == [("paragraph", 1, 2)]


def test_cells_keep_escaped_bars() -> None:
    assert cells("| a \\| b | c|") == ["a \\| b", "c"]
    assert cells("a|b") == ["a", "b"]


def test_footnotes_hold_what_continues_them() -> None:
    text = "[^1]: First\nwraps\n[^2]: Second\n\n    more\n\nafter\n"
    first, second, after = blocks(text)
    assert (first.info, first.first, first.last) == ("1", 1, 2)
    assert (second.info, second.first, second.last) == ("2", 3, 5)
    assert lines(second.children) == [("paragraph", 3, 3), ("paragraph", 5, 5)]
    assert after.first == 7


def test_front_matter_is_no_heading() -> None:
    front, heading = blocks("---\ntitle: x\ntags:\n  - a\n---\n# A\n")
    assert (front.kind, front.first, front.last, front.text) == ("front", 1, 5, "title: x\ntags:\n  - a")
    assert (heading.kind, heading.first) == ("heading", 6)


@pytest.mark.parametrize("text", ["---\n\ntext\n\n---\n", "---\n- a\n"])
def test_a_break_at_the_top_is_no_front_matter(text: str) -> None:
    assert blocks(text)[0].kind == "rule"


def test_lines_that_hold_only_a_tag_stand_for_themselves() -> None:
    found = blocks("<rules>\n- a\n</rules>\ntext <b>bold</b>\n")
    assert lines(found) == [("html", 1, 1), ("list", 2, 2), ("html", 3, 3), ("paragraph", 4, 4)]


def test_headings_underlined() -> None:
    assert [(block.level, block.first, block.last, block.text) for block in blocks("A\nlong\n===\n\nB\n---\n")] == [
        (1, 1, 3, "A\nlong"),
        (2, 5, 6, "B"),
    ]


def test_marks_that_close_a_heading_are_not_its_text() -> None:
    assert [block.text for block in blocks("# A ##\n# C#\n## #\n")] == ["A", "C#", ""]


def test_line_ends_of_windows_change_nothing() -> None:
    text = "# A\n\n- a\n  b\n\n!!! note\n    c\n\n~~~\nd\n~~~\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert blocks(text.replace("\n", "\r\n")) == blocks(text)


def test_indented_lines_are_code_unless_they_continue_a_paragraph() -> None:
    assert lines(blocks("a\n    b\n\n    c\n\n    d\n\ne\n")) == [("paragraph", 1, 2), ("code", 4, 6), ("paragraph", 8, 8)]


def test_blocks_follow_one_another() -> None:
    text = "- a\n> b\n- c\n~~~\nd\n~~~\n1. e\n2. f\n# g\n| h | i |\n|-|-|\n| j | k |\nl\n"
    assert all(one.last < other.first for one, other in pairwise(blocks(text)))
