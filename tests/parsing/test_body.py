"""Statements, lead-ins, definitions, commentary, tables and what is never read as English."""

import pytest

from parsing.documents import spec_of
from specdiff.model.language import Force
from specdiff.model.spec import Home, Spec, Spelling, Statement


def told(spec: Spec) -> list[tuple[str, int, int]]:
    return [(one.text, one.place.first_line, one.place.last_line) for one in spec.statements]


def by_words(spec: Spec, words: str) -> Statement:
    (found,) = (one for one in spec.statements if words in one.words)
    return found


def test_each_sentence_of_a_wrapped_paragraph_has_its_own_lines() -> None:
    spec = spec_of("# A\n\nBe kind to all. Never\nlie, not\neven once. Be brief.\n")
    assert told(spec) == [("Be kind to all.", 3, 3), ("Never\nlie, not\neven once.", 3, 5), ("Be brief.", 5, 5)]
    assert [one.block for one in spec.statements] == [1, 1, 1]


@pytest.mark.parametrize(
    "text", ["We call it “fair&rdquo; use. Ask first.", "We call it &quot;fair&quot; use. Ask first.", 'We call it "fair use. Ask first.']
)
def test_a_quotation_ends_where_a_reader_sees_it_end(text: str) -> None:
    assert told(spec_of(f"# A\n\n{text}\n"))[-1][0] == "Ask first."


def test_items_have_the_sentence_before_the_list_as_lead_in() -> None:
    spec = spec_of("# A\n\nIt cares. The assistant must never:\n\n- reveal secrets\n- guess. It asks instead.\n")
    assert [(one.words, one.lead_in, one.block) for one in spec.statements] == [
        ("It cares.", "", 1),
        ("The assistant must never:", "", 1),
        ("reveal secrets", "The assistant must never:", 2),
        ("guess.", "The assistant must never:", 3),
        ("It asks instead.", "The assistant must never:", 3),
    ]
    assert [one.reading.force for one in spec.statements[2:]] == [Force.PROHIBITED, Force.PROHIBITED, Force.DESCRIPTIVE]


def test_nested_items_have_their_parent_as_lead_in() -> None:
    spec = spec_of("# A\n\nYou must not share:\n\n- private data, such as\n    - names\n    - dates\n")
    assert by_words(spec, "names").lead_in == "You must not share: private data, such as"
    assert by_words(spec, "dates").block == 4


def test_a_list_with_another_bullet_right_below_has_the_same_lead_in() -> None:
    spec = spec_of("# A\n\nYou must not share:\n\n- names\n* addresses\n")
    assert by_words(spec, "addresses").lead_in == by_words(spec, "names").lead_in == "You must not share:"


def test_a_paragraph_that_leads_into_nothing_is_no_lead_in() -> None:
    spec = spec_of("# A\n\nThe assistant must be kind.\n\n- Anything else.\n")
    assert by_words(spec, "Anything").lead_in == ""


def test_an_item_goes_on_on_lines_that_are_not_indented() -> None:
    spec = spec_of("# A\n\n- People are in control.\nThey decide\nalone.\n- Second.\n")
    assert told(spec) == [("People are in control.", 3, 3), ("They decide\nalone.", 4, 5), ("Second.", 6, 6)]


def test_definitions_are_paragraphs_and_items_in_both_spellings() -> None:
    spec = spec_of(
        "# Definitions\n\n**Tool**: A program. It acts.\n\n**Token:** a piece of text.\n\n- **Guardian**: Somebody responsible.\n\nNo term.\n"
    )
    assert [(one.term, [s.words for s in one.statements], one.place.first_line) for one in spec.definitions] == [
        ("Tool", ["Tool: A program.", "It acts."], 3),
        ("Token", ["Token: a piece of text."], 5),
        ("Guardian", ["Guardian: Somebody responsible."], 7),
    ]
    assert [(one.home, one.term) for one in spec.statements][-2:] == [(Home.DEFINITION, "Guardian"), (Home.BODY, "")]


def test_a_label_of_a_rule_is_no_definition() -> None:
    spec = spec_of("# Conduct\n\n**Honesty**: The assistant must not lie.\n\n**Tone:** be kind\n\n1. **Harm**: some rules keep it small.\n")
    assert spec.definitions == ()
    assert all(one.home is Home.BODY for one in spec.statements)


def test_a_definition_outside_a_glossary_starts_in_lower_case_and_binds_nobody() -> None:
    spec = spec_of("# Scope\n\n**Patron**: a person who talks to the desk.\n")
    assert [one.term for one in spec.definitions] == ["Patron"]


def test_commentary_is_its_indented_lines_and_the_paragraph_after_it_binds() -> None:
    spec = spec_of('# A\n\n!!! meta "Commentary"\n    We think. It\n    wraps.\n\n    - One must.\nYou must obey.\n')
    (commentary,) = spec.commentary
    assert (commentary.title, commentary.place.first_line, commentary.place.last_line) == ("Commentary", 3, 7)
    assert [one.home for one in spec.statements] == [Home.COMMENTARY] * 3 + [Home.BODY]
    assert commentary.statements == spec.statements[:3]
    assert told(spec)[1] == ("It\n    wraps.".replace("    ", ""), 4, 5)


@pytest.mark.parametrize(
    "written",
    [
        "> [!NOTE]\n> Why so.\n",
        "> **Note**\n> Why so.\n",
        "::: tip\nWhy so.\n:::\n",
        "!!! info\n    Why so.\n",
        '!!! box "Rationale"\n    Why so.\n',
    ],
)
def test_admonitions_that_explain_are_commentary(written: str) -> None:
    spec = spec_of(f"# A\n\n{written}")
    assert [one.home for one in spec.statements] == [Home.COMMENTARY]
    assert len(spec.commentary) == 1


@pytest.mark.parametrize(
    "written", ["> [!WARNING]\n> Never do it.\n", "::: caution\nNever do it.\n:::\n", "!!! important\n    Never do it.\n"]
)
def test_admonitions_that_warn_bind(written: str) -> None:
    spec = spec_of(f"# A\n\n{written}")
    assert by_words(spec, "Never do it.").home is Home.BODY
    assert spec.commentary == ()


def test_a_row_of_a_table_is_one_statement_with_the_header_as_lead_in() -> None:
    spec = spec_of("# A\n\n| Role | Rule |\n|---|---|\n| `user` | MUST ask. Then wait. |\n| admin | MAY act |\n")
    assert [(one.words, one.lead_in, one.place.first_line, one.reading.force) for one in spec.statements] == [
        ("Role | Rule", "", 3, Force.DESCRIPTIVE),
        ("user | MUST ask. Then wait.", "Role | Rule", 5, Force.REQUIRED),
        ("admin | MAY act", "Role | Rule", 6, Force.PERMITTED),
    ]


def test_code_markup_and_front_matter_are_kept_whole_and_never_read() -> None:
    text = "---\ntitle: You must\ntags:\n  - a\n---\n# A\n\n```py\nmust()\n```\n\n<!-- must -->\n\n[x]: http://must\n\n<rules>\n"
    spec = spec_of(text)
    assert [(one.text, one.place.first_line, one.place.last_line) for one in spec.statements] == [
        ("title: You must", 2, 2),
        ("tags:\n  - a", 3, 4),
        ("```py\nmust()\n```", 8, 10),
        ("<!-- must -->", 12, 12),
        ("[x]: http://must", 14, 14),
        ("<rules>", 16, 16),
    ]
    assert all(one.home is Home.CODE and one.reading.clauses == () for one in spec.statements)


def test_indented_sentences_that_markdown_takes_for_code_are_read() -> None:
    spec = spec_of("# A\n\nIn this order:\n\n    a good answer first > no answer at all > a bad answer\n")
    assert spec.statements[1].home is Home.BODY
    assert len(spec.orders) == 1


def test_a_table_of_contents_is_markup_whose_links_count() -> None:
    spec = spec_of("# A\n\n- [Use it](#b)\n    1. [Stop](#nowhere)\n\n# B\n")
    assert [one.home for one in spec.statements] == [Home.CODE, Home.CODE]
    assert [one.target for one in spec.references] == ["b", "nowhere"]


def test_a_quotation_binds_like_the_text_around_it() -> None:
    spec = spec_of("# A\n\n> You must ask. You may\n> wait.\n")
    assert told(spec) == [("You must ask.", 3, 3), ("You may\nwait.", 3, 4)]


def test_footnotes_with_a_text_are_read_where_they_stand() -> None:
    spec = spec_of("# A\n\nBe kind[^1].\n\n[^1]: Unless it harms.\n")
    assert [(one.words, one.footnotes, one.place.first_line) for one in spec.statements] == [
        ("Be kind.", ("1",), 3),
        ("Unless it harms.", (), 5),
    ]
    assert spec.eval_prompts == ()


def test_references_have_their_place_their_spelling_and_the_sentence_they_stand_in() -> None:
    text = "# A {#a}\n\nSee [?](#b). Or see\n[the\nother](#c) of `[x](#code)`.\n\n# B\n\n[B][label] and [label].\n\n[label]: #a\n"
    spec = spec_of(text)
    assert [(one.target, one.spelling, one.text, one.place.first_line, one.place.last_line) for one in spec.references] == [
        ("b", Spelling.AUTO, "[?](#b)", 3, 3),
        ("c", Spelling.LINK, "[the\nother](#c)", 4, 5),
        ("a", Spelling.LINK, "[B][label]", 9, 9),
        ("a", Spelling.LINK, "[label]", 9, 9),
    ]
    assert [one.references for one in spec.statements] == [("b",), ("c",), ("a", "a"), ()]


def test_a_link_finds_a_section_by_the_id_that_renderers_make_of_its_title() -> None:
    text = "# Doc\n\n[1](#2-data--privacy) [2](#same) [3](#same-1) [4](#gone) [5](other.md#same)\n\n## 2. Data & privacy\n\n### Same\n\n## Same\n"
    assert [one.target for one in spec_of(text).references] == ["data-privacy", "data-privacy/same", "same", "gone"]


def test_a_title_may_hold_a_reference() -> None:
    spec = spec_of("# A {#a}\n\n## Like [?](#a) {#b}\n")
    assert [(one.section, one.place.first_line) for one in spec.references] == [("b", 3)]


def test_orders_that_the_prose_states_become_nodes() -> None:
    spec = spec_of("# A\n\nWhen they meet, safety > honesty > speed.\n")
    assert [(one.items, one.levels, one.place.first_line) for one in spec.orders] == [(("safety", "honesty", "speed"), False, 3)]


def test_a_footnote_mark_before_a_colon_is_a_mark() -> None:
    spec = spec_of("# A {#a authority=user}\n\nDo these[^ab12]:\n\n- x\n", ab12="prompt")
    assert [one.footnotes for one in spec.statements] == [("ab12",), ()]


def test_clauses_counted_by_letters_are_a_list() -> None:
    spec = spec_of("The house is not for:\n\n(a) a fire\nin the hall;\n(b) a dog.\n\n(c) a cat.\n")
    assert [(one.words, one.lead_in, one.place.first_line, one.place.last_line) for one in spec.statements[1:]] == [
        ("a fire in the hall;", "The house is not for:", 3, 4),
        ("a dog.", "The house is not for:", 5, 5),
        ("a cat.", "The house is not for:", 7, 7),
    ]


def test_clauses_counted_by_letters_with_a_stop_are_a_list() -> None:
    spec = spec_of("The house is not for:\n\na. a fire\nin the hall;\n\nb. a dog.\n")
    assert [(one.words, one.lead_in) for one in spec.statements[1:]] == [
        ("a fire in the hall;", "The house is not for:"),
        ("a dog.", "The house is not for:"),
    ]


def test_a_list_below_a_clause_belongs_to_it() -> None:
    spec = spec_of("a. The house is shut.\n\nb. The clerk shall:\n\n   1. lock the door;\n   2. go home.\n\nc. The house is open.\n")
    assert [(one.words, one.lead_in) for one in spec.statements] == [
        ("The house is shut.", ""),
        ("The clerk shall:", ""),
        ("lock the door;", "The clerk shall:"),
        ("go home.", "The clerk shall:"),
        ("The house is open.", ""),
    ]


def test_a_list_below_a_single_clause_belongs_to_it_too() -> None:
    spec = spec_of("b. The clerk shall:\n\n   1. lock the door;\n   2. go home.\n")
    assert [(one.words, one.lead_in) for one in spec.statements] == [
        ("b. The clerk shall:", ""),
        ("lock the door;", "b. The clerk shall:"),
        ("go home.", "b. The clerk shall:"),
    ]


@pytest.mark.parametrize(
    "text", ["(a) One clause alone.\n", "A. Smith signs.\n", "a. One clause alone.\n", "It says in part\n(b) of the rules what is meant.\n"]
)
def test_a_single_letter_counts_nothing(text: str) -> None:
    assert [one.text for one in spec_of(text).statements] == [text.rstrip()]


PROMPT = """\
# Work

<step n="1">
    <check if="a bell rings">
      <action>Use the list directly</action>
      <action>Read the WHOLE list</action>
      <note>
        Letters without a stamp
        are left alone.
      </note>
    </check>
    <!-- the end -->
</step>

    a line of code
"""


def test_what_stands_between_tags_is_text_however_far_it_is_indented() -> None:
    spec = spec_of(PROMPT)
    said = [one.words for one in spec.statements]
    for sentence in ("Use the list directly", "Read the WHOLE list", "Letters without a stamp are left alone."):
        assert sentence in said
    assert "a line of code" in said
    assert not any("Use" in one and "Read" in one for one in said)


def test_what_is_said_in_a_dialogue_binds_nobody() -> None:
    spec = spec_of(
        "# A\n\n> **Guest:** You must open it.\n>\n> **Wren:** I ought to have said so. You should go.\n\n> **Note:** You must knock.\n"
    )
    assert [(one.reading.force, one.home) for one in spec.statements] == [
        (Force.DESCRIPTIVE, Home.BODY),
        (Force.DESCRIPTIVE, Home.BODY),
        (Force.DESCRIPTIVE, Home.BODY),
        (Force.REQUIRED, Home.BODY),
    ]
