"""How the policies went from the old ladder to the new one."""

from conftest import compare_texts
from specdiff.model.review import Course

LADDER = "# Levels {#levels}\n\n1. **Root**: rules\n2. **Developer**: rules\n3. **User**: rules\n4. **Guideline**: rules\n\n"
BEFORE = LADDER + (
    "# Limits {#limits authority=root}\n\nThe assistant must not lie.\n\n"
    "# Style {#style authority=developer}\n\nThe assistant should be brief.\n\n"
    "## Voice {#voice}\n\nThe assistant should speak softly.\n\n"
    "# Jokes {#jokes authority=guideline}\n\nThe assistant may joke.\n"
)


def flows(before, after):
    return [(one.course, one.old, one.new, [section.title for section in one.sections]) for one in compare_texts(before, after).flows]


def test_a_policy_takes_along_those_below_it_that_state_no_level():
    after = BEFORE.replace("#style authority=developer", "#style authority=user")
    assert flows(BEFORE, after)[0] == (Course.LOWERED, "developer", "user", ["Style", "Voice"])
    assert flows(after, BEFORE)[0] == (Course.RAISED, "user", "developer", ["Style", "Voice"])


def test_what_only_one_revision_has_came_or_went():
    without = BEFORE.partition("# Jokes")[0]
    assert (Course.WENT, "guideline", None, ["Jokes"]) in flows(BEFORE, without)
    assert (Course.CAME, None, "guideline", ["Jokes"]) in flows(without, BEFORE)


def test_a_level_that_is_only_called_otherwise_is_the_same():
    after = BEFORE.replace("**Root**", "**Core**").replace("authority=root", "authority=core")
    assert (Course.SAME, "root", "core", ["Limits"]) in flows(BEFORE, after)
    assert {course for course, *_ in flows(BEFORE, after)} == {Course.SAME}


def test_a_policy_without_a_level_stands_below_all_that_have_one():
    after = BEFORE.replace(" authority=guideline", "")
    assert (Course.LOWERED, "guideline", None, ["Jokes"]) in flows(BEFORE, after)
    assert (Course.RAISED, None, "guideline", ["Jokes"]) in flows(after, BEFORE)


def test_a_document_without_levels_has_no_flows():
    assert compare_texts("# A\n\nBe kind.\n", "# A\n\nBe very kind.\n").flows == ()
