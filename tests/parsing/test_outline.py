"""Sections: ids, parents, levels in force, spans."""

from parsing.documents import spec_of
from specdiff.model.settings import Settings
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.model.spec import Spec
from specdiff.parsing.parse import parse


def ids(spec: Spec) -> list[str]:
    return [section.id for section in spec.sections]


def test_anchors_are_ids_and_levels_are_inherited() -> None:
    spec = spec_of("# A {#a authority=root}\n\n## B {#b}\n\n### C {#c authority=user}\n\n#### D {#d}\n\n# E {#e}\n")
    assert [(one.id, one.own_level, one.level, one.parent, one.depth) for one in spec.sections] == [
        ("a", "root", "root", "", 1),
        ("b", None, "root", "a", 2),
        ("c", "user", "user", "b", 3),
        ("d", None, "user", "c", 4),
        ("e", None, None, "", 1),
    ]
    assert spec.sections[3].path == ("A", "B", "C", "D")


def test_sections_without_anchor_get_paths_without_numbers() -> None:
    assert ids(spec_of("# 1. Alpha\n\n## 1.1 Beta\n\n## 1.1 Beta\n\n# 2. Gamma\n\n## Beta\n")) == [
        "alpha",
        "alpha/beta",
        "alpha/beta-2",
        "gamma",
        "gamma/beta",
    ]


def test_the_title_of_the_document_is_not_in_the_ids_below_it() -> None:
    assert ids(spec_of("# The Policy\n\n## Scope\n\n### Who\n")) == ["the-policy", "scope", "scope/who"]


def test_a_span_reaches_to_the_last_line_of_the_last_descendant() -> None:
    spec = spec_of("# A {#a}\n\nx\n\n## B {#b}\n\ny\nz\n\n\n# C {#c}\n")
    assert [(one.place.first_line, one.place.last_line, one.span.last_line) for one in spec.sections] == [
        (1, 1, 8),
        (5, 5, 8),
        (11, 11, 11),
    ]


def test_siblings_are_counted() -> None:
    spec = spec_of("# A\n\n## B\n\n## C\n\n# D\n")
    assert [(one.title, one.index, one.position) for one in spec.sections] == [("A", 0, 0), ("B", 0, 1), ("C", 1, 2), ("D", 1, 3)]


def test_text_before_the_first_heading_is_a_section_only_if_there_is_any() -> None:
    assert [(one.id, one.depth) for one in spec_of("Hello.\n\n# A\n").sections] == [("preamble", 0), ("a", 1)]
    assert ids(spec_of("\n\n***\n\n# A\n")) == ["a"]


def test_a_document_without_headings_is_one_section() -> None:
    spec = spec_of("Be kind.\n\nBe brief.\n")
    assert [(one.id, one.depth, len(one.statements)) for one in spec.sections] == [("document", 0, 2)]


def test_an_empty_document_and_no_document_have_no_sections() -> None:
    assert spec_of("").sections == ()
    assert parse(Snapshot(Revision("none"), (), {}), Settings()).sections == ()


def test_several_files_are_read_in_order() -> None:
    files = {"b.md": "# B\n\nOne [link](a.md#a).\n", "a.md": "# A\n\n## Same\n", "c.md": "No heading.\n"}
    spec = parse(Snapshot(Revision("x"), ("b.md", "a.md", "c.md"), files), Settings())
    assert [(one.id, one.place.path) for one in spec.sections] == [("b", "b.md"), ("a", "a.md"), ("a/same", "a.md"), ("c", "c.md")]
    assert [reference.target for reference in spec.references] == ["a"]


def test_numbered_rules_in_bold_are_sections_where_there_are_no_headings() -> None:
    spec = spec_of("You help.\n\n1. **Be honest.** Never lie.\n2. **Be brief.** Use few words.\n\n   Explain if asked.\n")
    assert [(one.id, one.title, one.text) for one in spec.sections] == [
        ("preamble", "Preamble", ""),
        ("be-honest", "1. Be honest", "1. **Be honest.**"),
        ("be-brief", "2. Be brief", "2. **Be brief.**"),
    ]
    assert [statement.text for statement in spec.sections[2].statements] == ["Use few words.", "Explain if asked."]


def test_numbered_paragraphs_in_bold_are_sections_too() -> None:
    spec = spec_of("**Rule 1: Honesty.** Never lie.\n\nNot even a little.\n\n**Rule 2: Care.** Be kind.\n")
    assert [(one.id, len(one.statements)) for one in spec.sections] == [("honesty", 2), ("care", 1)]


def test_lines_in_bold_are_headings_where_there_are_no_others() -> None:
    spec = spec_of("# System prompt\n\n**Tone**\n\nBe kind.\n\n**Length:**\n\nBe brief.\n")
    assert [(one.id, one.depth) for one in spec.sections] == [("system-prompt", 1), ("tone", 2), ("length", 2)]


def test_lines_in_bold_are_text_where_there_are_headings() -> None:
    assert ids(spec_of("# A\n\n**Tone**\n\nBe kind.\n\n# B\n\n**Length**\n\nBe brief.\n")) == ["a", "b"]


def test_an_anchor_on_the_line_before_a_heading_names_it() -> None:
    assert ids(spec_of('# A\n\n<a id="scope"></a>\n\n## The scope\n')) == ["a", "scope"]


def test_tags_around_rules_are_sections_where_there_are_no_headings() -> None:
    text = "You help.\n\n<tone>\nBe kind.\n</tone>\n<safety>\nNever harm.\n<exceptions>\nYou may explain.\n</exceptions>\nStay calm.\n</safety>\nGoodbye.\n"
    spec = spec_of(text)
    assert [(one.id, one.depth, one.parent, [s.text for s in one.statements]) for one in spec.sections] == [
        ("preamble", 0, "", ["You help.", "Goodbye."]),
        ("tone", 1, "", ["Be kind."]),
        ("safety", 1, "", ["Never harm.", "Stay calm."]),
        ("exceptions", 2, "safety", ["You may explain."]),
    ]
    assert [(one.span.first_line, one.span.last_line) for one in spec.sections] == [(1, 13), (3, 5), (6, 12), (8, 10)]
    assert [one.place.first_line for one in spec.statements] == [1, 4, 7, 9, 11, 13]


def test_tags_around_all_headings_are_sections_around_them() -> None:
    text = "<tone>\nBe kind.\n</tone>\n\n<tools>\n## Files\nRead first.\n\n## Shell\nAsk first.\n</tools>\n\nGoodbye.\n"
    sections = [("tone", ["Be kind."]), ("tools", []), ("Files", ["Read first."]), ("Shell", ["Ask first."])]
    spec = spec_of(text)
    assert [(one.title, [s.text for s in one.statements]) for one in spec.sections] == [*sections, ("Preamble", ["Goodbye."])]
    assert {one.title: one.parent for one in spec.sections} == {"tone": "", "tools": "", "Files": "tools", "Shell": "tools", "Preamble": ""}
    spec = spec_of(f"# Prompt\n\n{text}")
    assert [(one.title, [s.text for s in one.statements]) for one in spec.sections] == [("Prompt", ["Goodbye."]), *sections]
    assert [one.depth for one in spec.sections] == [1, 2, 2, 3, 3]


def test_tags_are_no_sections_where_there_are_headings_or_only_html() -> None:
    assert ids(spec_of("# A\n\n<rules>\nx\n</rules>\n\n# B\n\n<more>\ny\n</more>\n")) == ["a", "b"]
    assert ids(spec_of("<div>\nx\n</div>\n<details>\ny\n</details>\n")) == ["document"]


def test_capitals_and_named_articles_are_headings_where_there_are_no_others() -> None:
    spec = spec_of("TERMS OF USE\n\nArticle I - Scope\n\nAll.\n\n2. PAYMENT\n\nYou must pay.\n\nWE OWE NOTHING.\n")
    assert [(one.id, [s.text for s in one.statements]) for one in spec.sections] == [
        ("terms-of-use", []),
        ("scope", ["All."]),
        ("payment", ["You must pay.", "WE OWE NOTHING."]),
    ]


def test_a_numbered_title_may_be_underlined() -> None:
    assert [(one.id, one.text) for one in spec_of("1. Scope\n---\n\nAll.\n\n2. Pay\n---\n\nx\n").sections] == [
        ("scope", "1. Scope\n---"),
        ("pay", "2. Pay\n---"),
    ]


def test_a_heading_that_a_tool_wrapped_is_mended() -> None:
    long = "Section 3. What the board does when it sets the direction of the whole"
    spec = spec_of(f"## {long}\nFoundation\n\nIt decides.\n")
    assert [(one.title, one.place.last_line, [s.text for s in one.statements]) for one in spec.sections] == [
        (f"{long} Foundation", 2, ["It decides."])
    ]
    assert [one.title for one in spec_of("## Scope\nFoundation\n").sections] == ["Scope"]
