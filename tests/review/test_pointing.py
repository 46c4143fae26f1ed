"""Every finding can be shown in the newer side."""

from conftest import compare_texts
from reviewing import LADDER, review, snapshot
from specdiff.compare import compare
from specdiff.model.place import Hunk, Place

BEFORE = """# Kindness {#kindness authority=user}

The assistant should be kind.

The assistant must not shout.

# Limits {#limits authority=root}

The assistant must not lie.
"""
HUSHED = BEFORE.replace("The assistant must not shout.\n\n", "")
LIMITLESS = BEFORE.partition("# Limits")[0]


def places(before, after, hunks=()):
    found = compare(snapshot(before), snapshot(after, "b"), hunks)
    return {entry.rule.id: entry.at for entry in found.entries}


def test_what_is_there_is_shown_where_it_is():
    assert places(HUSHED, BEFORE)["statement/added"] == Place("spec.md", 5, 5)


def test_what_went_is_shown_at_the_line_before_the_gap():
    gap = Hunk("spec.md", "spec.md", 5, 2, 4, 0)
    assert places(BEFORE, HUSHED, [gap])["statement/removed"] == Place("spec.md", 4, 4)


def test_a_difference_further_up_is_not_the_gap():
    above = Hunk("spec.md", "spec.md", 3, 1, 3, 1)
    assert places(BEFORE, HUSHED, [above])["statement/removed"] == Place("spec.md", 1, 1)


def test_what_was_replaced_is_shown_at_the_first_line_that_replaced_it():
    swapped = HUSHED.replace("be kind.", "be kind.\n\nA moon is made of stone.")
    found = places(BEFORE, swapped, [Hunk("spec.md", "spec.md", 5, 1, 5, 1)])
    assert found["statement/removed"] == Place("spec.md", 5, 5)


def test_without_a_textual_difference_it_is_shown_at_its_heading():
    assert places(BEFORE, HUSHED)["statement/removed"] == Place("spec.md", 1, 1)


def test_a_section_that_went_is_shown_at_the_heading_before_it():
    assert places(BEFORE, LIMITLESS)["section/removed"] == Place("spec.md", 1, 1)


def test_the_first_section_that_went_is_shown_at_the_top():
    assert places(BEFORE, "# Limits" + BEFORE.partition("# Limits")[2])["section/removed"] == Place("spec.md", 1, 1)


def test_a_setting_that_went_is_shown_in_its_file_or_at_the_top_where_that_went_too():
    settings = '%% specdiff.toml\nlevels = ["root", "user"]\nfail-on = "major"\n'
    (kept,) = compare_texts(BEFORE + settings, BEFORE + settings.replace('fail-on = "major"\n', "")).entries
    (gone,) = compare_texts(BEFORE + '%% specdiff.toml\nfail-on = "major"\n', BEFORE).entries
    assert (kept.at, gone.at) == (Place("specdiff.toml", 1, 1), Place("spec.md", 1, 1))


def test_the_outline_holds_every_section_of_both_revisions_in_one_order():
    after = BEFORE.replace("# Limits {#limits", "# Care {#care authority=user}\n\nThe assistant should take care.\n\n# Bounds {#limits")
    found = review(LADDER + "\n" + BEFORE + "\n# Tone {#tone}\n\nThe assistant speaks softly.\n", LADDER + "\n" + after).outline
    assert [(one.section.old, one.section.new, one.section.title, one.depth) for one in found] == [
        ("levels", "levels", "Levels", 1),
        ("kindness", "kindness", "Kindness", 1),
        (None, "care", "Care", 1),
        ("limits", "limits", "Bounds", 1),
        ("tone", None, "Tone", 1),
    ]
    assert [(one.old is None, one.new is None) for one in found] == [
        (False, False),
        (False, False),
        (True, False),
        (False, False),
        (False, True),
    ]
    assert (found[3].section.authority_old, found[3].section.authority_new) == ("root", "root")
