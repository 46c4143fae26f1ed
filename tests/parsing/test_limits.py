"""Texts that nobody writes: they may be read coarsely, but they are read, and in time that grows with their length."""

import time

import pytest

from parsing.documents import last_line, spec_of

SECONDS = 30

TEXTS = {
    "quotations in quotations": "> " * 10_000 + "a\n",
    "quotations with no blanks": ">" * 10_000 + "a\n",
    "items in items on one line": "- " * 10_000 + "a\n",
    "items in items line by line": "".join("  " * depth + "- a\n" for depth in range(1_000)),
    "items and quotations": "".join("> " * depth + "- a\n" for depth in range(500)),
    "admonitions in admonitions": "".join("    " * depth + "!!! note\n" for depth in range(500)),
    "containers in containers": "::: note\n" * 5_000 + "a\n" + ":::\n" * 5_000,
    "headings with one title": "# Same\n" * 20_000,
    "headings of every depth": "".join("#" * (number % 6 + 1) + f" H {number}\n" for number in range(20_000)),
    "one paragraph of many lines": "must not\n" * 50_000,
    "one line": "lorem ipsum must not " * 200_000 + "\n",
    "one item": "- " + "a, b and c, " * 50_000 + "\n",
    "fences that are never closed": "".join(f"~~~{number}\nx\n" for number in range(10_000)),
    "comments that are never closed": "<!--\n" * 20_000,
    "tags that are never closed": "# A\n\n**Example**: x\n\n~~~xml\n" + "<user>\n" * 10_000 + "~~~\n",
    "comments in tags that are never closed": "# A\n\n**Example**: x\n\n~~~xml\n<comparison>\n"
    + "<assistant> <!-- BAD\n" * 10_000
    + "~~~\n",
    "brackets": "[" * 300_000 + "\n",
    "links that never end": "[a](" * 50_000 + "\n",
    "runs of back ticks": "".join("`" * length + " " for length in range(700)) + "\n",
    "braces in a heading": "# " + "{#a " * 50_000 + "\n",
    "blanks in a heading": "# a" + " " * 300_000 + "b\n",
    "bars": "|" * 300_000 + "\n" + "|-" * 150_000 + "|\n",
    "stars": "*" * 1_000_000 + "x\n",
    "dashes with blanks": "- - " * 100_000 + "x\n",
    "blank lines": "\n" * 300_000,
    "footnotes": "[^a]: x\n" * 10_000,
    "link definitions": "[a]: #b\n" * 10_000,
    "emphasis": "**a" * 50_000 + "\n",
    "strikes that are never closed": "~~b " * 50_000 + "</\n",
    "tags of strikes that are never closed": "<del> b " * 50_000 + "</s>\n",
    "words that are struck out": "~~b~~ c. " * 10_000 + "\n",
    "commas": "a, " * 50_000 + "\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_it_is_read_in_time(name: str) -> None:
    start = time.process_time()
    spec = spec_of(TEXTS[name])
    assert time.process_time() - start < SECONDS
    last = last_line(TEXTS[name])
    assert all(one.place.last_line <= last for one in (*spec.sections, *spec.statements))


def test_what_is_nested_too_deep_is_kept_as_text() -> None:
    spec = spec_of("- " * 40 + "You must stop here.\n")
    (statement,) = spec.statements
    assert statement.text.endswith("You must stop here.")
