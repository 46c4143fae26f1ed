"""Whatever a spec holds, and whatever its files, anchors and levels are called: in every format it is text, and nothing obeys it.

Each format is read with a parser of its own kind (see ``readers``), which finds exactly the findings that are there; what could act is looked for in what it parsed.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, Phase, example, given, note, settings
from hypothesis import strategies as st

from rendering.readers import READERS, commands, page, tree
from rendering.sample import FILES, FULL, HOSTILE, review
from specdiff.model.finding import Severity
from specdiff.model.language import Edit
from specdiff.model.place import Hunk, Place
from specdiff.model.review import Accepted, Entry, Outcome, Quote, Review, SectionRef
from specdiff.model.snapshot import Revision
from specdiff.rendering.catalogue import formats
from specdiff.rendering.format import Style
from specdiff.rendering.remarks import remarks

STYLE = Style(width=1_000, verbose=True)
PIECES = (
    "<script>alert(1)</script>", "</script>", "<img src=x onerror=alert(1)>", "<!--", "-->", "</details>", "</td></tr></table>", "<b>", "]]>", "<![CDATA[", "&lt;", "&#64;all",
    "::error file=x::boom", "::set-output name=critical::0", "::stop-commands::x", "##[error]boom", "%0A", "%0A::error::x", "%25", "\n::warning::x", "\r::warning::x", "\u2028::warning::x",
    "@everyone", "@octo/team", "#123", "GH-7", "o/r#9", "https://evil.invalid/", "www.evil.invalid", "mailto:a@evil.invalid", "a@evil.invalid", "[a](javascript:alert(1))", "![b](//evil.invalid/b.png)",
    "[x](1)", "](", "[^1]", "[ref]: //evil.invalid", "|", "||", "\\|", "\\", "`", "``", "```", "~~~", "$x$", "$`x`$", "**b**", "_i_", "~~s~~", "- [ ] x", "# h", "> q", "1. one", "+ x", "---", "===", ":-:",
    "\x1b[31m", "\x1b]8;;http://evil.invalid\x07", "\x9b31m", "\x00", "\x07", "\x08", "\x7f", "\x85", "\r", "\n", "\t", "\n\n", "    code", "\u202e", "\u2066", "\u2069", "\u200b", "\u200d", "\ufeff", "\ufffe",
    "\ud800", "\udfff", "\U000e0041", "{{7*7}}", "${x}", "{0}", "%s", "%SRCROOT%", ",line=9", ":", ",", '"', "'", "file:///etc/passwd", "../../x", "🚢", "渡", "e\u0301", "a", "rule", " ",
)  # fmt: skip
TEXT = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=8).map("".join)
NAME = TEXT.filter(lambda text: text.strip() != "")


@st.composite
def entries(draw: st.DrawFn, number: int) -> Entry:
    """A finding all of whose words are hostile."""
    pattern = draw(st.sampled_from([one for one in FULL.entries if one.explained_by is None]))
    path, text = draw(NAME), draw(TEXT)
    section = SectionRef(
        draw(st.none() | NAME), draw(st.none() | NAME), draw(TEXT), draw(st.none() | NAME), draw(st.none() | NAME), (draw(TEXT),), number
    )
    sides = draw(st.sampled_from(("old", "new", "both")))
    echo = number > 1 and draw(st.booleans())
    place = Place(path, number, number)
    return replace(
        pattern,
        fingerprint=f"{number:016x}",
        severity=draw(st.sampled_from(list(Severity))),
        message=draw(NAME),
        question=draw(TEXT),
        section=section,
        old=Quote(text, place) if sides != "new" else None,
        new=Quote(text + draw(TEXT), place) if sides != "old" else None,
        edits=(Edit("same", text), Edit("gone", draw(TEXT)), Edit("new", draw(TEXT))) if sides == "both" else (),
        facts={draw(NAME): draw(TEXT)},
        explained_by=f"{1:016x}" if echo else None,
        accepted=Accepted(draw(NAME), draw(TEXT), draw(st.none() | NAME)) if not echo and draw(st.booleans()) else None,
        at=draw(st.sampled_from((place, None))),
    )


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    """A review all of whose words are hostile."""
    found = tuple(draw(entries(number)) for number in range(1, draw(st.integers(2, 4))))
    word, path = draw(TEXT), draw(NAME)
    side = replace(FULL.new, revision=Revision(draw(NAME), "a" * 40, word), paths=(path,), dialect=word, levels=(draw(NAME), word))
    shift = replace(
        FULL.shifts[0], gains=word, loses=word, sections=(word,), message=word,
        evidence=tuple(replace(one, why=draw(TEXT), value=draw(TEXT)) for one in FULL.shifts[0].evidence),
    )  # fmt: skip
    return review(
        found,
        Outcome.MEANING,
        old=replace(side, revision=Revision(draw(NAME))),
        new=side,
        opening=(draw(TEXT), word),
        shifts=(shift,),
        notes=(draw(TEXT),),
        eval_prompts=(draw(NAME), word),
        referring_sections=(draw(NAME),),
        unexplained=(Hunk(path, path, 3, 1, 3, 1, (word,), (draw(TEXT),)),),
    )


HOSTILE_REVIEW = review(
    tuple(replace(one, message=HOSTILE, question=HOSTILE, section=replace(one.section, title=HOSTILE)) for one in FULL.entries),
    opening=(HOSTILE,),
    notes=(HOSTILE,),
)


def strings(value: Any) -> Iterator[str]:
    """Every string in a JSON document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield name
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def unseen(text: str, allowed: str = "\n") -> list[str]:
    """Characters that a terminal obeys or that hide."""
    return [one for one in text if unicodedata.category(one) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") and one not in allowed]


def harmless_page(markdown: str, own: str) -> None:
    """Nothing in a comment acts: no tag but the format's own, no link but to *own*, nobody mentioned, no issue linked, no address that links itself."""
    made = tree(markdown)
    tags = {
        "html",
        "head",
        "body",
        "p",
        "h2",
        "h3",
        "ol",
        "ul",
        "li",
        "em",
        "strong",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "blockquote",
        "input",
    }
    tags |= {"a", "b", "br", "code", "del", "details", "ins", "q", "sub", "summary"}
    assert {one.tag for one in made.iter()} <= tags
    for link in made.iter("a"):
        assert set(link.attrib) == {"href"}
        assert urlsplit(link.attrib["href"]).hostname == own, markdown
    for one in made.iter():
        assert set(one.attrib) <= {"a": {"href"}, "input": {"type", "disabled", "checked"}, "ol": {"start"}}.get(one.tag, set())
    for text in words(made):
        assert not re.search(r"@[\w-]|(?<!&)#\d|\bGH-\d|://\w|\bwww\.\w", text), text


def words(one: ET.Element) -> Iterator[str]:
    """The text outside of code and links."""
    if one.tag not in ("code", "a"):
        yield one.text or ""
        for child in one:
            yield from words(child)
            yield child.tail or ""


def inert_markdown(text: str, one: Review) -> None:
    harmless_page(text, "github.com")
    assert unseen(text) == []
    for table in tree(text).iter("table"):
        assert {len(row) for row in table.iter("tr")} == {len(table.findall("thead/tr/th"))}


def inert_terminal(text: str, one: Review) -> None:
    assert unseen(text) == []
    assert commands(text) == []
    assert commands(formats()["terminal"].render(one, Style(width=30))) == []
    escapes = formats()["terminal"].render(one, STYLE._replace(colour=True, links=True))
    bare = re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;;(?:https://github\.com/ferry/desk/[\x21-\x7e]*)?\x1b\\", "", escapes)
    assert unseen(bare) == []


def inert_json(text: str, one: Review) -> None:
    assert unseen(text) == []
    assert commands(text) == []
    assert [found["message"] for found in json.loads(text)["findings"]] == [entry.message for entry in one.entries]


def inert_sarif(text: str, one: Review) -> None:
    assert unseen(text) == []
    assert commands(text) == []
    (run,) = json.loads(text)["runs"]
    for result in run["results"]:
        assert not re.search(r"\]\(", result["message"]["text"]), "a link in a message"
        assert unseen(result["message"]["text"]) == []
        (location,) = result["locations"]
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[\w.~/%-]+|file:///[\w.~/%-]*", uri, re.ASCII), uri
        assert not uri.startswith("/")


def inert_rdjson(text: str, one: Review) -> None:
    assert unseen(text) == []
    assert commands(text) == []
    for diagnostic in json.loads(text)["diagnostics"]:
        harmless_page(diagnostic["message"], "nowhere")
        assert {paragraph.tag for paragraph in tree(diagnostic["message"]).iter()} <= {"html", "head", "body", "p"}


def inert_gitlab(text: str, one: Review) -> None:
    assert unseen(text) == []
    assert commands(text) == []
    assert [unseen(value, "") for value in strings(json.loads(text)) if unseen(value, "")] == []


def inert_junit(text: str, one: Review) -> None:
    assert unseen(text) == []
    tags = {element.tag for element in ET.fromstring(text.encode("utf-8")).iter()}  # noqa: S314 - what our own format wrote
    assert tags <= {"testsuites", "testsuite", "testcase", "properties", "property", "failure", "skipped", "system-out"}


def inert_github(text: str, one: Review) -> None:
    assert unseen(text) == []
    found = commands(text)
    assert {command.name for command in found} <= {"error", "warning", "notice"}
    for command in found[:-1]:
        assert command.properties["title"].split(" ")[0] in ("critical", "major")
        assert re.fullmatch(r"\d+", command.properties["line"])
    told = [entry for entry in remarks(one) if entry.severity.weight >= Severity.MAJOR.weight and entry.accepted is None]
    assert len(found) == len(told) + 1


def inert_oneline(text: str, one: Review) -> None:
    assert unseen(text) == []
    assert text.count("\n") == len(remarks(one)) + 1
    assert commands(text) == []


def inert_html(text: str, one: Review) -> None:
    assert unseen(text) == []
    found = page(text)
    own = {element.tag for made in (FULL, FILES) for element in page(formats()["html"].render(made, STYLE)).iter()}
    assert {element.tag for element in found.iter()} <= own
    assert len(found.findall(".//script")) == 1
    for element in found.iter():
        assert not {name for name in element.attrib if name.startswith("on") or name in ("src", "style", "srcset")}
        assert element.attrib.get("href", "#").startswith(("#", "https://github.com/ferry/desk/blob/", "data:,"))


INERT: dict[str, Callable[[str, Review], None]] = {
    "github": inert_github,
    "gitlab": inert_gitlab,
    "html": inert_html,
    "json": inert_json,
    "junit": inert_junit,
    "markdown": inert_markdown,
    "oneline": inert_oneline,
    "rdjson": inert_rdjson,
    "sarif": inert_sarif,
    "terminal": inert_terminal,
}


def test_every_format_is_checked() -> None:
    assert set(INERT) == set(formats())


@settings(
    max_examples=25,
    phases=[Phase.explicit, Phase.generate],  # to shrink a whole review takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@example(one=HOSTILE_REVIEW)
@given(one=reviews())
def test_hostile_text_is_text_in_every_format(one: Review) -> None:
    for name, chosen in formats().items():
        note(name)
        text = chosen.render(one, STYLE)
        text.encode("utf-8")
        INERT[name](text, one)
        found = READERS[name](text)
        assert len(found.findings) + found.left == len(remarks(one))
