"""What holds for every text: nothing raises, every place lies in its file, no words are lost, lines are what newlines separate."""

import re

from hypothesis import given
from hypothesis import strategies as st

from parsing.documents import last_line, spec_of
from specdiff.model.place import Place
from specdiff.model.spec import Section, Spec
from specdiff.parsing.markdown import Block, blocks

PIECES = (
    *(
        "# A",
        "## B {#b authority=user}",
        "A\n===",
        "- item",
        "  - inner",
        "1. **Rule.** do",
        "> quote",
        ">> deep",
        "    code",
        "\tcode",
        "text must not.",
        "**Term**: it",
    ),
    *(
        "~~~xml",
        "~~~",
        "```",
        "````",
        "!!! meta",
        '!!! note "N"',
        "::: tip",
        ":::",
        "> [!NOTE]",
        "| a | b |",
        "|---|---|",
        "a|b",
        "---",
        "***",
        "* * *",
        "===",
        "[^a]: note",
    ),
    *(
        "[x]: #b",
        "[l](#b) [?](#c) [^a] [x]",
        "<user>",
        "</user>",
        "*<comparison>",
        "</comparison>",
        "<assistant> <!-- BAD[#b]: r -->",
        "</assistant>",
        "<!-- x",
        "-->",
    ),
    *(
        "**Example**: t",
        "<div>",
        "\u00a0",
        "\u2028x\x85y\x0c",
        "a\rb",
        "\\",
        "`",
        "`` ` ``",
        "*",
        "_",
        "{#",
        "\0",
        "\ufeff",
        "é\u0301",
        "  ",
        "-",
        "1.",
        ">",
        "#",
        "|",
    ),
)
lines = st.one_of(
    st.sampled_from(PIECES), st.tuples(st.sampled_from(("", " ", "  ", "    ", "> ", "- ", "\t")), st.sampled_from(PIECES)).map("".join)
)
documents = st.lists(lines, max_size=25).map("\n".join)
texts = st.one_of(documents, st.text(max_size=200), st.text(alphabet="#-*>`~|:!<>[]^ \n\ta1.", max_size=120))


def places(spec: Spec) -> list[Place]:
    found: list[Place] = [one.span for one in spec.sections]
    for group in (
        spec.sections,
        spec.statements,
        spec.examples,
        spec.commentary,
        spec.definitions,
        spec.references,
        spec.orders,
        spec.eval_prompts,
    ):
        found += [one.place for one in group]
    found += [said.place for example in spec.examples for said in (*example.messages, *example.replies)]
    return found + [level.place for level in spec.ladder.levels if level.place]


@given(texts)
def test_parsing_never_raises_and_every_place_lies_inside_its_file(text: str) -> None:
    spec = spec_of(text)
    last = last_line(text)
    assert all(1 <= place.first_line <= place.last_line <= last for place in places(spec))


@given(texts)
def test_every_line_with_words_is_in_some_node(text: str) -> None:
    spec = spec_of(text)
    held = set()
    for node in (*spec.sections, *spec.statements, *spec.examples, *spec.commentary):
        if not isinstance(node, Section) or node.depth:
            held |= set(range(node.place.first_line, node.place.last_line + 1))
    wordy = {number for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1) if re.search(r"[^\W\d_]", line)}
    assert wordy <= held


@given(documents)
def test_line_ends_of_windows_change_no_place_and_no_words(text: str) -> None:
    unix = text.replace("\r", "")
    one, other = spec_of(unix), spec_of(unix.replace("\n", "\r\n"))
    assert places(one) == places(other)
    assert [node.words for node in one.statements] == [node.words for node in other.statements]


@given(documents)
def test_lines_before_a_document_move_every_place_by_as_many(text: str) -> None:
    def moved(block: Block) -> Block:
        return Block(
            block.kind,
            block.first + 2,
            block.last + 2,
            block.text,
            block.level,
            block.marker,
            block.info,
            block.title,
            tuple(map(moved, block.children)),
        )

    first = blocks(text)
    if not any(block.kind == "front" for block in first) and not text.startswith(("---", "+++")):
        assert blocks("\n\n" + text) == tuple(moved(block) for block in first)


@given(documents)
def test_ids_are_unique_and_parents_exist(text: str) -> None:
    spec = spec_of(text)
    assert len(spec.by_id) == len(spec.sections)
    assert all(section.parent in spec.by_id or section.parent == "" for section in spec.sections)


@given(documents)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert repr(spec_of(text)) == repr(spec_of(text))


@given(documents)
def test_what_stands_in_the_sections_is_all_there_is(text: str) -> None:
    spec = spec_of(text)
    assert sorted((one for section in spec.sections for one in section.statements), key=lambda one: one.position) == list(spec.statements)
    assert sorted((one for section in spec.sections for one in section.examples), key=lambda one: one.position) == list(spec.examples)
    assert [one.position for one in spec.statements] == list(range(len(spec.statements)))
