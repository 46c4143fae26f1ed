"""Sections recognised by their headings."""

from matching.matched import matched, sections


def test_a_title_that_counts_editions_is_the_same_one() -> None:
    before = "# Guide, edition 3\n\n## Changes since edition 2\n\nWheels are new.\n\n## Boats\n\nDry them.\n"
    after = "# Guide, edition 4\n\n## Boats\n\nDry them.\n\n## Changes since edition 3\n\nGates are painted.\n"
    assert "changes-since-edition-2 = changes-since-edition-3" in sections(matched(before, after, "plain"))


def test_a_phase_is_no_other_phase_and_a_number_that_may_be_either_tells_nothing() -> None:
    before = "# Plan\n\n## Phase 1\n\nDig.\n\n## Rules for class 1 boats\n\nDry them.\n"
    after = "# Plan\n\n## Phase 2\n\nSow wheat.\n\n## Rules for class 2 boats\n\nPaint all masts.\n\n## Rules for class 3 boats\n\nSink old ones.\n"
    assert not any("=" in said for said in sections(matched(before, after, "plain")))


def test_a_heading_put_around_some_sections_is_no_part_of_the_one_that_they_stood_in() -> None:
    before = "# Guide\n\nRead this.\n\n## Aim\n\nRow well.\n\n## Words\n\nBoats float.\n\n## Terms\n\nPay first.\n"
    after = "# Guide\n\nRead this.\n\n## Start\n\n### Aim\n\nRow well.\n\n### Words\n\nBoats float.\n\n### Terms\n\nPay first.\n"
    said = sections(matched(before, after, "plain"))
    assert not any("<" in one for one in said)
    assert "+ start" in said
