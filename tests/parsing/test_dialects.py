"""Which dialect reads a file, and what is its own in each."""

import pytest

from parsing.documents import spec_of
from specdiff.errors import SpecdiffError
from specdiff.model.settings import Settings
from specdiff.model.spec import Spelling, Verdict
from specdiff.parsing.parse import companions, recognises

EXAMPLE = """# Kindness {#kindness authority=user}

Be kind[^ab12]. Be brief[^zz99].

Text before.
**Example**: a greeting, see [?](#kindness)[^cd34]

~~~xml
<user>
Hi
</user>
<comparison>
<assistant> <!-- GOOD: as in [this](#kindness) -->
Hello!
</assistant>
<assistant recipient="x"> <!-- BAD[#kindness]: cold -->
What?
</assistant>
</comparison>
~~~
"""


def test_an_example_with_all_its_parts() -> None:
    spec = spec_of(EXAMPLE)
    (example,) = spec.examples
    assert (example.title, example.words) == ("a greeting, see [?](#kindness)[^cd34]", "a greeting, see [?]")
    assert (example.place.first_line, example.place.last_line) == (6, 20)
    assert example.text.startswith("**Example**: a greeting")
    assert [(one.role, one.words, one.place.first_line, one.place.last_line) for one in example.messages] == [("user", "Hi", 9, 11)]
    assert [(one.verdict, one.reason, one.tags, one.attributes, one.place.first_line) for one in example.replies] == [
        (Verdict.GOOD, "as in [this](#kindness)", (), (), 13),
        (Verdict.BAD, "cold", ("kindness",), (("recipient", "x"),), 16),
    ]
    assert [(one.target, one.spelling, one.place.first_line) for one in spec.references] == [
        ("kindness", Spelling.AUTO, 6),
        ("kindness", Spelling.LINK, 13),
        ("kindness", Spelling.VERDICT, 16),
    ]
    assert [one.text for one in spec.statements][-1] == "Text before."


def test_eval_prompts_are_marks_files_or_both() -> None:
    spec = spec_of(EXAMPLE, ab12="Try this.\n", cd34="And this.", ee55="Nobody asks.")
    assert [(one.id, one.section, one.body, one.place.path, one.place.first_line) for one in spec.eval_prompts] == [
        ("ab12", "kindness", "Try this.\n", "spec.md", 3),
        ("zz99", "kindness", None, "spec.md", 3),
        ("cd34", "kindness", "And this.", "spec.md", 6),
        ("ee55", "", "Nobody asks.", "examples/ee55.md", 1),
    ]
    marked = spec.eval_prompts[0].statement
    assert marked is not None
    assert marked.text == "Be kind[^ab12]."


def test_a_conversation_may_have_no_tags_below_the_title_of_an_example() -> None:
    spec = spec_of("# A {#a authority=user}\n\n**Example:** raw\n\n```\nhello\n```\n")
    assert [(one.title, [said.role for said in one.messages]) for one in spec.examples] == [("raw", [""])]


def test_an_example_that_is_only_a_sample_of_code_is_text_in_a_plain_document() -> None:
    spec = spec_of("# A\n\n**Example**:\n\n```json\n{}\n```\n")
    assert spec.dialect == "plain"
    assert spec.examples == ()


@pytest.mark.parametrize(
    ("path", "text", "low", "high"),
    [
        ("spec.md", "# A {#a authority=root}\n", 0.7, 0.8),
        ("spec.md", EXAMPLE, 0.9, 1.0),
        ("spec.md", "# A\n\nMust[^ab12].\n", 0.6, 0.6),
        ("AGENTS.md", "# Agents\n\nYou must not push. Never force. Always test.\n", 0.4, 0.5),
        ("notes.md", "# Notes\n\nYesterday it rained all day long.\n", 0.1, 0.2),
        ("README.md", "# Tool\n\nYou must install it.\n", 0.0, 0.1),
        ("examples/ab12.md", "Examples for [^ab12] in Kindness:\n\n**Example**: x\n\n~~~xml\n<user>\nHi\n</user>\n~~~\n", 0.0, 0.4),
        ("main.py", "print('must')\n", 0.0, 0.0),
        ("spec.md", "Tone {#tone authority=user}\n-----------\n\nBe kind.\n", 0.7, 0.7),
    ],
)
def test_files_are_recognised(path: str, text: str, low: float, high: float) -> None:
    assert low <= recognises(path, text) <= high


def test_eval_prompts_stand_beside_the_spec() -> None:
    assert companions() == ("examples/*.md",)


def test_the_settings_choose_the_dialect() -> None:
    assert spec_of(EXAMPLE, Settings(dialect="plain")).eval_prompts == ()
    with pytest.raises(SpecdiffError, match="model-spec, plain"):
        spec_of(EXAMPLE, Settings(dialect="latin"))
