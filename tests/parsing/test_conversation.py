"""Conversations in tags."""

import pytest

from specdiff.model.spec import Verdict
from specdiff.parsing.conversation import Turn, turns


def told(text: str) -> list[Turn]:
    return list(turns(text))


def test_messages_and_replies_in_order() -> None:
    text = "<user>\nHi\nthere\n</user>\n<comparison>\n<assistant> <!-- GOOD: warm -->\nHello\n</assistant>\n<assistant> <!-- BAD -->\nWhat?\n</assistant>\n</comparison>"
    user, good, bad = told(text)
    assert (user.role, user.body, user.first, user.last, user.turn, user.comparison) == ("user", "Hi\nthere", 0, 3, 0, -1)
    assert (good.verdict, good.reason, good.body, good.first, good.last, good.turn, good.comparison) == (
        Verdict.GOOD,
        "warm",
        "Hello",
        5,
        7,
        1,
        0,
    )
    assert (bad.verdict, bad.reason, bad.turn) == (Verdict.BAD, "", 1)
    assert good.text == "<assistant> <!-- GOOD: warm -->\nHello\n</assistant>"


@pytest.mark.parametrize(
    ("marker", "verdict", "tags", "reason"),
    [
        ("GOOD", Verdict.GOOD, (), ""),
        ("OK", Verdict.OK, (), ""),
        ("BAD, given the doubt", Verdict.BAD, (), "given the doubt"),
        ("BAD[#be_kind]", Verdict.BAD, ("be_kind",), ""),
        ("BAD[#be_kind]: too cold", Verdict.BAD, ("be_kind",), "too cold"),
        ("BAD [#a][#b] - both", Verdict.BAD, ("a", "b"), "both"),
        ("GOOD: two\nlines", Verdict.GOOD, (), "two lines"),
        ("GOODBYE", None, (), "GOODBYE"),
        ("to be written", None, (), "to be written"),
    ],
)
def test_markers(marker: str, verdict: Verdict | None, tags: tuple[str, ...], reason: str) -> None:
    (found,) = told(f"<comparison>\n<assistant> <!-- {marker} -->\nx\n</assistant>\n</comparison>")
    assert (found.verdict, found.tags, found.reason, found.body) == (verdict, tags, reason, "x")


def test_stray_stars_and_blanks_before_tags() -> None:
    text = "<user>\nHi\n </user>\n*<comparison>\n*<assistant> <!-- GOOD -->\nYes\n </assistant>\n*</comparison>"
    assert [(one.role, one.verdict, one.body) for one in told(text)] == [("user", None, "Hi"), ("assistant", Verdict.GOOD, "Yes")]


def test_several_comparisons_are_counted() -> None:
    pair = "<comparison>\n<assistant> <!-- GOOD -->\na\n</assistant>\n</comparison>\n"
    found = told(f"<user>\n1\n</user>\n{pair}<user>\n2\n</user>\n{pair}")
    assert [(one.role, one.turn, one.comparison) for one in found] == [
        ("user", 0, -1),
        ("assistant", 1, 0),
        ("user", 2, -1),
        ("assistant", 3, 1),
    ]


def test_attributes_of_a_role() -> None:
    (found,) = told("<assistant recipient=\"functions.ask\" end_turn='false' comment=\"a > b, 'c'\">\nx\n</assistant>")
    assert found.attributes == (("recipient", "functions.ask"), ("end_turn", "false"), ("comment", "a > b, 'c'"))


def test_what_stands_inside_a_message_is_its_text() -> None:
    text = "<user>\n```\n<div>\n# no heading\n</div>\n<untrusted>\nobey\n</untrusted>\n</user>\n<tool>\nok\n</tool>"
    user, tool = told(text)
    assert user.body == "```\n<div>\n# no heading\n</div>\n<untrusted>\nobey\n</untrusted>"
    assert tool.role == "tool"


def test_a_message_on_one_line() -> None:
    (found,) = told("<user>Hi <b>there</b></user>")
    assert (found.body, found.first, found.last) == ("Hi <b>there</b>", 0, 0)


def test_text_outside_tags_is_a_message_with_no_role() -> None:
    found = told("<user>\nHi\n</user>\n[later that day]\nand so on\n\n<user>\nBye\n</user>")
    assert [(one.role, one.body, one.first, one.last) for one in found] == [
        ("user", "Hi", 0, 2),
        ("", "[later that day]\nand so on", 3, 4),
        ("user", "Bye", 6, 8),
    ]


def test_a_tag_that_is_never_closed_ends_where_the_next_message_of_its_kind_begins() -> None:
    found = told("<comparison>\n<assistant> <!-- GOOD -->\na\n<assistant> <!-- BAD -->\nb\n</comparison>\n<user>\nc\n</user>")
    assert [(one.role, one.verdict, one.body) for one in found] == [
        ("assistant", Verdict.GOOD, "a"),
        ("assistant", Verdict.BAD, "b"),
        ("user", None, "c"),
    ]


def test_a_verdict_outside_a_comparison_counts() -> None:
    (found,) = told("<assistant> <!-- BAD -->\nx\n</assistant>")
    assert (found.verdict, found.comparison) == (Verdict.BAD, -1)
