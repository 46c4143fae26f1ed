"""Nothing changed is silent."""

from difflib import SequenceMatcher
from textwrap import dedent

from reviewing import finding, info, matched, section, statement
from specdiff.model.finding import Finding
from specdiff.model.place import Hunk
from specdiff.review.leftovers import leftovers


def hunks(before: str, after: str) -> list[Hunk]:
    old, new = dedent(before).strip("\n").split("\n"), dedent(after).strip("\n").split("\n")
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [
        Hunk("spec.md", "spec.md", a + 1, b - a, c + 1, d - c, tuple(old[a:b]), tuple(new[c:d]))
        for tag, a, b, c, d in codes
        if tag != "equal"
    ]


def left(before: str, after: str, findings: list[Finding] | None = None) -> tuple[list[tuple[range, range]], int]:
    unexplained, layout = leftovers(hunks(before, after), findings or [], matched(before, after))
    return [(one.old_lines(), one.new_lines()) for one in unexplained], layout


TEXT = """
# Conduct {#conduct authority=user}
The assistant should be kind.

It should be brief.
"""


def test_no_change_leaves_nothing():
    assert left(TEXT, TEXT) == ([], 0)


def test_a_changed_line_that_no_finding_holds_is_listed_with_its_lines():
    assert left(TEXT, TEXT.replace("brief", "short")) == ([(range(4, 5), range(4, 4)), (range(4, 4), range(4, 5))], 0)


def test_lines_that_follow_one_another_are_listed_as_one_range():
    after = TEXT.replace("It should be brief.", "It was founded in spring.\nThe house is of stone.\n")
    assert left(TEXT, after)[0] == [(range(4, 5), range(4, 4)), (range(4, 4), range(4, 6))]


def test_a_finding_accounts_for_the_lines_it_is_about():
    after = TEXT.replace("brief", "short")
    matching = matched(TEXT, after)
    about = finding(info("statement/changed"), statement(matching.old, "brief"), statement(matching.new, "short"), matching)
    assert left(TEXT, after, [about]) == ([], 0)


def test_a_section_that_came_accounts_for_all_that_stands_in_it():
    after = TEXT + "\n# Limits {#limits}\nNever lie.\n\n- Ask.\n- Listen.\n"
    matching = matched(TEXT, after)
    unexplained, layout = left(TEXT, after, [finding(info("section/added"), None, section(matching.new, "limits"), matching)])
    assert (unexplained, layout) == ([], 0)


def test_a_renamed_section_accounts_for_its_heading_alone():
    after = TEXT.replace("# Conduct", "# Manners").replace("brief", "short")
    matching = matched(TEXT, after)
    about = finding(info("section/renamed"), section(matching.old, "conduct"), section(matching.new, "conduct"), matching)
    assert left(TEXT, after, [about])[0] == [(range(4, 5), range(4, 4)), (range(4, 4), range(4, 5))]


def test_reflow_typography_and_blank_lines_are_layout():
    after = TEXT.replace("should be kind", "should\nbe **kind**").replace("\n\n", "\n\n\n")
    unexplained, layout = left(TEXT, after)
    assert unexplained == []
    assert layout == 3  # one line became two, and one that is blank came


def test_a_link_that_goes_elsewhere_is_no_layout():
    before = "# A {#a}\nSee [the rules](https://a.example/one).\n"
    assert len(left(before, before.replace("one", "two"))[0]) == 2


def test_a_footnote_mark_that_went_is_no_layout():
    before = "# A {#a}\nBe kind.[^ab12]\n"
    assert len(left(before, before.replace("[^ab12]", ""))[0]) == 2


def test_an_item_that_comes_under_another_is_no_layout():
    before = "# A {#a}\n- Ask before a delete.\n- Skip files of others.\n"
    after = before.replace("- Skip", "  - Skip")
    assert [len(left(one, other)[0]) for one, other in ((before, after), (after, before))] == [2, 2]


def test_what_becomes_a_quotation_is_no_layout():
    before = "# A {#a}\nBe kind.\n\nBe brief.\n"
    after = before.replace("Be brief", "> Be brief")
    assert [len(left(one, other)[0]) for one, other in ((before, after), (after, before))] == [2, 2]


def test_a_quotation_that_is_wrapped_is_layout():
    before = "# A {#a}\n> Be kind to all. Be\n> brief.\n"
    assert left(before, before.replace("Be\n> brief", "\n> Be brief"))[0] == []


def test_an_unchanged_sentence_does_not_vouch_for_its_neighbour_on_the_line():
    before = "# A {#a}\nBe kind. Be brief.\n"
    assert len(left(before, before.replace("brief", "quick"))[0]) == 2


def test_without_the_text_of_the_lines_a_blank_one_cannot_be_told_from_words():
    bare = [Hunk("spec.md", "spec.md", 3, 1, 3, 0)]
    assert len(leftovers(bare, [], matched(TEXT, TEXT.replace("\n\n", "\n")))[0]) == 1
