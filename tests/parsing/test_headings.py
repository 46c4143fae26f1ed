"""Attributes, numbers and ids of headings."""

import pytest

from specdiff.parsing.headings import Names, heading, html_anchor, slug, unnumbered


def test_attributes_leave_the_title() -> None:
    found = heading("Be *kind* {#be_kind authority=User tags=under_18,voice .draft owner='the team' beta}")
    assert (found.title, found.words, found.anchor, found.level) == ("Be *kind*", "Be kind", "be_kind", "user")
    assert found.tags == ("under_18", "voice", ".draft", "owner=the team", "beta")


@pytest.mark.parametrize("text", ["GET /v2/{name}", "A set {a, b}", "Braces {}"])
def test_braces_that_are_no_attributes_stay_in_the_title(text: str) -> None:
    assert heading(text).title == text


@pytest.mark.parametrize(("text", "anchor"), [("{: #x }", "x"), ("{#a.b-c}", "a.b-c"), ("{id=y}", "y")])
def test_other_spellings_of_the_id(text: str, anchor: str) -> None:
    assert heading(f"T {text}").anchor == anchor


def test_an_html_anchor_names_a_heading() -> None:
    found = heading('<a name="terms"></a>Terms')
    assert (found.title, found.anchor) == ("Terms", "terms")
    assert html_anchor(' <a id="x"></a>\n') == "x"
    assert html_anchor("<b>x</b>") is None


def test_a_level_may_be_stated_in_words() -> None:
    found = heading("Honesty [level: Root]")
    assert (found.title, found.level) == ("Honesty", "root")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("3. Terms", "Terms"),
        ("4.2 Scope", "Scope"),
        ("4.2. Scope", "Scope"),
        ("Section 7. Elections", "Elections"),
        ("Article IV: Votes", "Votes"),
        ("Rule 3 - Be brief", "Be brief"),
        ("IV. Votes", "Votes"),
        ("(a) First", "First"),
        ("Appendix B", "Appendix B"),
        ("Section 7", "Section 7"),
        ("3 laws of robotics", "3 laws of robotics"),
        ("A guide", "A guide"),
        ("Part of the whole", "Part of the whole"),
        ("Scope.", "Scope"),
        ("2024", "2024"),
    ],
)
def test_a_number_is_no_part_of_the_name(written: str, words: str) -> None:
    assert unnumbered(written) == words


def test_slugs_are_those_of_renderers() -> None:
    assert slug("What's new, and why?") == "whats-new-and-why"


def test_ids_are_handed_out_once() -> None:
    names = Names()
    assert [names.unique(name) for name in ("a", "a", "a-2", "a", "b")] == ["a", "a-2", "a-2-2", "a-3", "b"]


def test_rules_for_something_are_no_rule_of_that_letter():
    assert [unnumbered(title) for title in ("Rules for boats", "Parts of a boat", "Rule 3: Boats", "Part C. Boats")] == [
        "Rules for boats",
        "Parts of a boat",
        "Boats",
        "Boats",
    ]
