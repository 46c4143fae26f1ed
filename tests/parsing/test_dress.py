"""A section is the same one whatever its dress: a heading, a line in bold, words in bold before a text, a tag."""

from itertools import permutations
from textwrap import dedent

import pytest

from specdiff.compare import compare
from specdiff.model.finding import Severity
from specdiff.model.review import Review
from specdiff.model.settings import Settings
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.parsing.parse import parse_both

HEADINGS = """
    # Rules of the rowing club

    ## 1. Boats
    Members must dry a boat before it goes into the shed. A boat may not leave the lake.

    ## 2. Guests
    A guest may row twice a year. Guests must wear a vest.

    ## 3. The shed
    The last one to leave shall lock the shed.
    """
BOLD_LINES = (
    HEADINGS.replace("## 1. Boats", "**1. Boats**\n")
    .replace("## 2. Guests", "**2. Guests**\n")
    .replace("## 3. The shed", "**3. The shed**\n")
)
RUN_IN = (
    HEADINGS.replace("## 1. Boats\n    ", "**1. Boats.** ")
    .replace("## 2. Guests\n    ", "**2. Guests.** ")
    .replace("## 3. The shed\n    ", "**3. The shed.** ")
    + "\n    ## Contact\n    Write to the steward.\n"
)
UNNUMBERED = RUN_IN.replace("**1. ", "**").replace("**2. ", "**").replace("**3. ", "**")
ITEMS = (
    HEADINGS.replace("## 1. Boats\n    ", "1. **Boats**: ")
    .replace("\n\n    ## 2. Guests\n    ", "\n    2. **Guests**: ")
    .replace("\n\n    ## 3. The shed\n    ", "\n    3. **The shed**: ")
)
TAGS = """
    # Rules of the rowing club

    <boats>
    Members must dry a boat before it goes into the shed. A boat may not leave the lake.
    </boats>

    <guests>
    A guest may row twice a year. Guests must wear a vest.
    </guests>

    <the_shed>
    The last one to leave shall lock the shed.
    </the_shed>
    """
SETEXT = HEADINGS.replace("## 1. Boats", "1. Boats\n    --------").replace("## 2. Guests", "2. Guests\n    ---------")
DRESSES = {
    "headings": HEADINGS,
    "bold lines": BOLD_LINES,
    "run in": RUN_IN,
    "unnumbered": UNNUMBERED,
    "setext": SETEXT,
    "items": ITEMS,
    "tags": TAGS,
}


def snapshot(text: str) -> Snapshot:
    return Snapshot(Revision("x"), ("terms.md",), {"terms.md": dedent(text).strip() + "\n"})


def review(old: str, new: str) -> Review:
    return compare(snapshot(old), snapshot(new), (), Settings())


def loud(old: str, new: str) -> list[str]:
    return [entry.message for entry in review(old, new).entries if entry.severity.weight >= Severity.MAJOR.weight]


@pytest.mark.parametrize(("one", "other"), list(permutations(DRESSES, 2)))
def test_another_dress_is_no_change_of_a_rule(one: str, other: str) -> None:
    before, after = parse_both(snapshot(DRESSES[one]), snapshot(DRESSES[other]), Settings())
    for title in ("boats", "guests", "shed"):
        held = [
            [statement.words for section in spec.sections if title in section.title.lower() for statement in section.statements]
            for spec in (before, after)
        ]
        assert held[0][:1] == held[1][:1]
        assert held[0] or {one, other} == {"run in", "unnumbered"}  # no side has a heading that would say so
    rest = [message for message in loud(DRESSES[one], DRESSES[other]) if "Contact" not in message and "steward" not in message]
    assert rest == []


@pytest.mark.parametrize("dress", ["headings", "bold lines", "run in", "items"])
def test_a_change_in_another_dress_is_told_as_itself(dress: str) -> None:
    assert loud(HEADINGS, DRESSES[dress].replace("may not leave", "may leave"))[0].startswith("A rule says the opposite")


def test_most_titles_of_one_look_vouch_for_the_others() -> None:
    renamed = HEADINGS.replace("## 3. The shed", "## 3. Keys")
    said = [entry.message for entry in review(BOLD_LINES, renamed).entries if entry.severity is not Severity.EDITORIAL]
    assert said == ["“3. The shed” is now called “3. Keys”"]


def test_a_line_in_bold_stays_a_line_where_the_other_side_has_no_such_heading() -> None:
    text = HEADINGS + "\n    **Never row alone**\n"
    before, _ = parse_both(snapshot(text), snapshot(HEADINGS), Settings())
    assert before.sections[-1].title == "3. The shed"
    assert before.statements[-1].words == "Never row alone"


def test_questions_and_answers_become_sections() -> None:
    asked = """
        # Answers

        **Q: Who may row?**

        A: All who can swim. Children must come with an adult.

        **Q: When is it open?**

        A: From six to nine.
        """
    headed = """
        # Answers

        ### Who may row?

        All who can swim. Children must come with an adult.

        ### When is it open?

        From six to ten.
        """
    said = [entry.message for entry in review(asked, headed).entries if entry.severity is not Severity.EDITORIAL]
    assert said == ["A number changed: ten instead of nine"]


BYLAWS = """
    # Bylaws

    ## ARTICLE III. BOARD

    Section 3.01. Number. The board has seven members.

    Section 3.06. Quorum. Five members make a quorum, save under Section 3.01.
    """
NUMBERED = """
    # Bylaws

    ## 3. Board

    ### 3.1 Number

    The board has seven members.

    ### 3.6 Quorum

    Five members make a quorum, save under Section 3.1.
    """
LINES = """
    # Gifts

    1. Limits

    1.1 No clerk may accept a gift above 50 euros.
    1.2 A clerk must report each gift within 5 days.

    2. Sanctions

    A breach of clause 1.2 leads to a warning.
    """
CHAPTERS = """
    # Gifts

    ## 1 Scope

    ## 2 Limits

    2.1 No clerk may accept a gift above 50 euros.

    2.2 A clerk must report each gift within 5 days.

    ## 3 Sanctions

    A breach of clause 2.2 leads to a warning.
    """


@pytest.mark.parametrize(("one", "other"), [(BYLAWS, NUMBERED), (LINES, CHAPTERS)])
def test_numbered_titles_become_headings_and_headings_numbered_titles(one: str, other: str) -> None:
    for old, new in ((one, other), (other, one)):
        told = [entry.rule.id for entry in review(old, new).entries if entry.severity is not Severity.EDITORIAL]
        assert set(told) <= {"section/added", "section/removed"}
        assert loud(old, new) == []


def test_a_definition_list_defines_as_a_line_in_bold_does() -> None:
    bold = "# Words\n\n**Boat**: anything that floats.\n\n**Member**: whoever paid.\n"
    listed = "# Words\n\nBoat\n: Anything that floats.\n\n**Member**\n: Whoever paid.\n"
    before, after = parse_both(snapshot(bold), snapshot(listed), Settings())
    assert [one.term for one in before.definitions] == [one.term for one in after.definitions] == ["Boat", "Member"]
    assert [entry.message for entry in review(bold, listed).entries if entry.severity is not Severity.EDITORIAL] == []


def test_a_rule_in_bold_among_titles_stays_a_rule() -> None:
    rule = "\n    **You must never row alone.**\n"
    assert loud(BOLD_LINES + rule, HEADINGS + rule) == []
    gone = review(BOLD_LINES + rule, HEADINGS)
    assert [entry.rule.id for entry in gone.entries if entry.severity is not Severity.EDITORIAL] == ["statement/removed"]


def test_words_in_bold_that_both_sides_have_are_no_title_of_a_new_section() -> None:
    boats = "# Club\n\n## Boats\n\nDry them.\n\n**Examples:**\n\n- A wet canoe.\n\n## Guests\n\nSign in.\n"
    more = boats + "\n## Examples\n\nA member rows home.\n"
    before, after = parse_both(snapshot(boats), snapshot(more), Settings())
    assert [section.title for section in before.sections] == ["Club", "Boats", "Guests"]
    assert [section.title for section in after.sections] == ["Club", "Boats", "Guests", "Examples"]
    twice = boats.replace("Sign in.\n", "Sign in.\n\n**Examples:**\n\n- A cousin.\n")
    headed = "# Club\n\n## Boats\n\nDry them.\n\n## Guests\n\nSign in.\n\n## Examples\n\n- A wet canoe.\n- A cousin.\n"
    assert len(parse_both(snapshot(twice), snapshot(headed), Settings())[0].sections) == 3
