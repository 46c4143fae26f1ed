"""What each format says, read back with a parser of that format. A format without a reader here fails the tests that use it.

Every reader is strict: what its parser, or the format's published schema, does not take raises.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import cmarkgfm
import html5lib
import xmlschema
from cmarkgfm.cmark import Options
from jsonschema import Draft4Validator, Draft202012Validator

from specdiff.rendering.columns import BREAK

SCHEMAS = Path(__file__).parent / "schemas"
ROOT = Path(__file__).resolve().parents[2]
SEVERITIES = "critical|major|minor|editorial"
ACCEPTED = ("accepted", "")


@dataclass
class Told:
    """What a format says of a review. A finding is (severity, rule); an accepted one is ``ACCEPTED``. ``left``: how many it says it leaves out."""

    ending: str
    findings: list[tuple[str, str]] = field(default_factory=list)
    left: int = 0
    fingerprints: list[str] | None = None


def read_json(text: str) -> Told:
    found = json.loads(text)
    review_schema().validate(found)
    own = [one for one in found["findings"] if one["explained_by"] is None]
    told = [ACCEPTED if one["accepted"] else (one["severity"], one["rule"]) for one in own]
    return Told(
        found["outcome"],
        told + [("major", "unexplained")] * len(found["unexplained"]),
        fingerprints=[one["fingerprint"] for one in own],
    )


@cache
def review_schema() -> Draft202012Validator:
    """The published schema, and nothing that it does not name."""
    return Draft202012Validator(_closed(json.loads((ROOT / "src/specdiff/rendering/review.schema.json").read_text(encoding="utf-8"))))


def _closed(schema: Any) -> Any:
    """The same schema for objects that hold no more than it names."""
    if isinstance(schema, list):
        return [_closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: _closed(value) for name, value in schema.items()}
    return {"additionalProperties": False, **closed} if isinstance(schema.get("properties"), dict) and "type" in schema else closed


@cache
def sarif_schema() -> Draft4Validator:
    return Draft4Validator(
        json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")), format_checker=Draft4Validator.FORMAT_CHECKER
    )


def read_sarif(text: str) -> Told:
    found = json.loads(text)
    sarif_schema().validate(found)
    (run,) = found["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    notices = [one["message"]["text"] for one in run["invocations"][0]["toolExecutionNotifications"]]
    left = [int(more[1].replace(",", "")) for one in notices if (more := re.match(r"([\d,]+) more findings", one))]
    return Told(
        run["properties"]["outcome"],
        [ACCEPTED if "suppressions" in one else (one["properties"]["severity"], one["ruleId"]) for one in run["results"]],
        sum(left),
        [one["partialFingerprints"]["primaryLocationLineHash"].removesuffix(":1") for one in run["results"]],
    )


@dataclass
class Command:
    """A workflow command as the runner of GitHub Actions reads it."""

    name: str
    properties: dict[str, str]
    data: str


def commands(text: str) -> list[Command]:
    """What the runner obeys in a log: ``::name key=value,…::data`` where a line begins so, blanks apart, and ``##[name]data`` anywhere in a line."""
    found = []
    for line in re.split(r"\r\n|\r|\n", text):
        if match := re.match(r"\s*::([^\s:]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$", line):
            told = dict(one.split("=", 1) for one in (match[2] or "").split(",") if "=" in one)
            found.append(Command(match[1], {name: _unescaped(value) for name, value in told.items()}, _unescaped(match[3])))
        elif match := re.search(r"##\[([^\]]*)\](.*)$", line):
            found.append(Command(match[1], {}, match[2]))
    return found


def _unescaped(text: str) -> str:
    letters = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
    return re.sub(r"%(?:0D|0A|3A|2C|25)", lambda found: letters[found[0]], text)


def read_github(text: str) -> Told:
    head, *lines = text.removesuffix("\n").split("\n")
    found = commands(text)
    assert len(found) == len(lines), "every line but the first is a command"
    limits = {name: sum(one.name == name for one in found) for name in ("error", "warning", "notice")}
    assert (limits["error"] <= 10, limits["warning"] <= 10, limits["notice"] <= 1) == (True, True, True)
    shown = [one for one in found if one.name != "notice"]
    assert found[len(shown) :] == [one for one in found if one.name == "notice"], "the notice is the last"
    for one in shown:
        assert set(one.properties) == {"title", "file", "line", "endLine"}
        assert int(one.properties["line"]) >= 1
    left = [int(more[1].replace(",", "")) for one in (head,) if (more := re.search(r" ([\d,]+) of [\d,]+ findings are not shown", one))]
    named = [tuple(one.properties["title"].split(" ")) for one in shown]
    assert {name: sum(severity == told for severity, _ in named) for name, told in (("error", "critical"), ("warning", "major"))} == {
        name: limits[name] for name in ("error", "warning")
    }
    return Told(ending(head.partition(": ")[2]), named, sum(left))  # type: ignore[arg-type]


def ending(verdict: str) -> str:
    """The outcome that a verdict in words stands for."""
    words = {"Identical": "identical", "Changed in wording only": "wording", "Changed in meaning": "meaning"}
    return next(value for word, value in words.items() if word in verdict)


def read_oneline(text: str) -> Told:
    *lines, last = text.removesuffix("\n").split("\n")
    assert commands(text) == []
    found = []
    for line in lines:
        match = re.fullmatch(rf"(.+?):(\d+): ({SEVERITIES}) (\S+): (.*)", line)
        assert match, line
        found.append(ACCEPTED if "(accepted by " in match[5] else (match[3], match[4]))
    return Told(ending(last), found)


RDJSON = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"const": {"name": "specdiff"}},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity", "code"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"], "properties": {"value": {"type": "string"}}},
                    "location": {
                        "type": "object",
                        "required": ["path", "range"],
                        "properties": {
                            "path": {"type": "string", "minLength": 1},
                            "range": {
                                "type": "object",
                                "properties": {
                                    side: {"type": "object", "properties": {"line": {"type": "integer", "minimum": 1}}}
                                    for side in ("start", "end")
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
"""What the format's own description allows, as far as it is used."""


def read_rdjson(text: str) -> Told:
    found = json.loads(text)
    Draft202012Validator(RDJSON).validate(found)
    levels = {"ERROR": "critical", "WARNING": "major"}
    told = []
    for one in found["diagnostics"]:
        line = one["location"]["range"]
        assert line["start"]["line"] <= line["end"]["line"]
        told.append(ACCEPTED if "\nAccepted by " in one["message"] else (levels.get(one["severity"], "quiet"), one["code"]["value"]))
    return Told("", told)


GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1, "pattern": r"^[^\n\r]*$"},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./).+"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}
"""What GitLab asks of a report, as far as it is used."""


def read_gitlab(text: str) -> Told:
    found = json.loads(text)
    Draft202012Validator(GITLAB).validate(found)
    levels = {"info": "editorial"}
    told = [
        ACCEPTED if "(accepted by " in one["description"] else (levels.get(one["severity"], one["severity"]), one["check_name"])
        for one in found
    ]
    return Told("", told, fingerprints=[one["fingerprint"] for one in found])


@cache
def junit_schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))


def read_junit(text: str) -> Told:
    junit_schema().validate(text)
    root = ET.fromstring(text.encode("utf-8"))  # noqa: S314 - what our own format wrote
    (suite,) = root.findall("testsuite")
    cases = suite.findall("testcase")
    for part in (root, suite):
        assert part.attrib["tests"] == str(len(cases))
        assert part.attrib["failures"] == str(len(suite.findall("testcase/failure")))
    assert suite.attrib["skipped"] == str(len(suite.findall("testcase/skipped")))
    assert len({(case.attrib["classname"], case.attrib["name"]) for case in cases}) == len(cases)
    told, names = [], []
    for case in cases:
        failure, out = case.find("failure"), case.find("system-out")
        if case.find("skipped") is not None:
            told.append(ACCEPTED)
        elif failure is not None:
            told.append((failure.attrib["type"], case.attrib["classname"]))
        elif out is not None:
            severity = re.search(rf":\d+: ({SEVERITIES}) \S+$", (out.text or "").partition("\n")[0])
            assert severity
            told.append((severity[1], case.attrib["classname"]))
        else:
            continue
        names.append(case.attrib["name"][-17:-1])
    outcome = suite.find("properties/property[@name='outcome']")
    assert outcome is not None
    return Told(outcome.attrib["value"], told, fingerprints=names)


def tree(markdown: str) -> ET.Element:
    """The page that GitHub's own parser makes of a comment, before anything is cleaned away."""
    page = cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE)
    return html5lib.parse(page, treebuilder="etree", namespaceHTMLElements=False)  # type: ignore[no-any-return]


MARKS = {"🔴": "critical", "🟠": "major", "🔵": "minor", "⚪": "editorial"}


def read_markdown(text: str) -> Told:
    page = tree(text)
    told = []
    for row in page.iterfind(".//tbody/tr"):
        mark, what, *_ = row.findall("td")
        rule = what.find("sub/code")
        assert rule is not None, ET.tostring(row)
        accepted = "accepted by" in "".join((what.find("sub") or what).itertext())
        told.append(ACCEPTED if accepted else (MARKS[mark.text or ""], rule.text or ""))
    for parent in page.iter("body"):
        heads = [index for index, one in enumerate(parent) if (one.text or "").startswith("Changed lines that no finding")]
        told += [("major", "unexplained") for index in heads for _ in parent[index + 1].findall("li")]
    left = re.search(r"\*\*([\d,]+) more findings\*\* did not fit", text)
    head = page.find(".//h2")
    assert head is not None
    return Told(
        (head.text or "").partition(": ")[2].removeprefix("changed in ").removesuffix(" only"),
        told,
        int(left[1].replace(",", "")) if left else 0,
    )


def read_terminal(text: str) -> Told:
    """Read what ``--verbose`` shows: findings are indented by two, what follows from them by three more."""
    assert not any(letter < " " and letter != "\n" for letter in text)
    assert BREAK not in text
    body, _, accepted = text.partition("\nAccepted\n")
    told = [(one[1], one[2]) for one in re.finditer(rf"(?m)^ {{5}}({SEVERITIES}) (\S+)", body)]
    told += [ACCEPTED for _ in re.finditer(r"(?m)^ {5}accepted by ", accepted)]
    told += [("major", "unexplained") for _ in re.finditer(r"(?m)^Unexplained change: ", text)]
    return Told(ending(text.split("\n")[1]), told)


def page(text: str) -> ET.Element:
    """The page as a browser's parser reads it; anything that such a parser has to mend raises."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False, strict=True)
    return parser.parse(text)  # type: ignore[no-any-return]


def read_html(text: str) -> Told:
    found = page(text)
    cards = found.findall(".//article[@data-rule]")
    told = [
        ACCEPTED if "accepted" in one.attrib["class"].split() else (one.attrib["data-severity"], one.attrib["data-rule"]) for one in cards
    ]
    told += [("major", "unexplained") for _ in found.iterfind(".//div[@class='hunk']")]
    how = found.find(".//strong[@class='ending']")
    assert how is not None
    return Told(ending(how.text or ""), told, fingerprints=[one.attrib["id"].removeprefix("f-") for one in cards])


READERS: dict[str, Callable[[str], Told]] = {
    "github": read_github,
    "gitlab": read_gitlab,
    "html": read_html,
    "json": read_json,
    "junit": read_junit,
    "markdown": read_markdown,
    "oneline": read_oneline,
    "rdjson": read_rdjson,
    "sarif": read_sarif,
    "terminal": read_terminal,
}
