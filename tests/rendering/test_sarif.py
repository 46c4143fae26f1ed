"""SARIF as GitHub code scanning reads it: what it needs, and what it must not be given."""

import json
from dataclasses import replace

from conftest import compare_texts
from rendering.sample import ADDED, ENTRIES, FULL, IDENTICAL, OLD, SPEC, TICKETS, entry, review
from specdiff.model.place import Place
from specdiff.model.review import Quote, Review
from specdiff.rendering.about import markdown, plain
from specdiff.rendering.format import Style
from specdiff.rendering.formats.sarif import render
from specdiff.rendering.links import encoded
from specdiff.rules.catalogue import catalogue


def run(one: Review):
    (found,) = json.loads(render(one, Style()))["runs"]
    return found


def test_every_rule_has_what_a_reader_of_an_alert_needs() -> None:
    infos = [one.info for one in catalogue()]
    made = review(tuple(replace(entry(n, "statement/added", TICKETS, "m", "x", new=1), rule=info) for n, info in enumerate(infos)))
    rules = run(made)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [info.id for info in infos]
    for rule, info in zip(rules, infos, strict=True):
        assert len(rule["name"]) <= 255
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"] == {"text": plain(info), "markdown": markdown(info)}
        assert info.asks in rule["help"]["text"]
        assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")
        assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")
        assert 1 <= len(rule["properties"]["tags"]) <= 10
    assert len({rule["name"] for rule in rules}) == len(rules)


def test_help_in_markdown_and_in_text_say_the_same() -> None:
    from html import unescape

    from rendering.readers import tree

    for one in catalogue():
        shown = "".join("".join(tree(markdown(one.info)).itertext()).split())
        assert unescape(shown).replace("\u200b", "") == "".join(plain(one.info).split())


def test_a_finding_is_no_vulnerability() -> None:
    assert "security-severity" not in render(FULL, Style())


def test_what_went_is_shown_on_the_line_that_is_left_and_the_text_says_where_it_was() -> None:
    (gone,) = [one for one in run(FULL)["results"] if one["ruleId"] == "example/removed"]
    (location,) = gone["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 19, "startColumn": 1, "endLine": 19}
    assert f"Before ({SPEC}:30): " in gone["message"]["text"]


def test_what_went_from_a_real_spec_stands_on_a_line_of_the_new_revision() -> None:
    old = "# Rules {#rules authority=user}\n\nThe assistant must greet.\n\n## Tone {#tone authority=user}\n\nThe assistant must never shout at anybody.\n\nIt should be brief.\n"
    new = "# Rules {#rules authority=user}\n\n## Tone {#tone authority=user}\n\nIt should be brief.\n"
    lines = len(new.splitlines())
    results = run(compare_texts(old, new))["results"]
    assert results
    for result in results:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert 1 <= region["startLine"] <= region["endLine"] <= lines
        assert "Before (spec.md:" in result["message"]["text"]


def test_the_first_sentence_says_what_happened() -> None:
    assert run(FULL)["results"][0]["message"]["text"].splitlines()[0] == "“Keep passenger records closed” fell from root to user."


def test_what_follows_from_a_finding_is_a_related_location() -> None:
    first = run(FULL)["results"][0]
    assert [one["id"] for one in first["relatedLocations"]] == [1, 2]
    assert [one["physicalLocation"]["region"]["startLine"] for one in first["relatedLocations"]] == [45, 42]


def test_the_fingerprint_holds_no_line() -> None:
    moved = tuple(replace(one, at=Place(SPEC, 7_777, 7_777)) for one in ENTRIES)
    assert [one["partialFingerprints"] for one in run(review(moved))["results"]] == [
        one["partialFingerprints"] for one in run(review())["results"]
    ]


def test_paths_are_relative_to_the_root_and_encoded() -> None:
    locations = [one["locations"][0]["physicalLocation"]["artifactLocation"] for one in run(FULL)["results"]]
    assert {location["uri"] for location in locations} == {"policy/ferry%20desk.md"}
    elsewhere = entry(1, "statement/added", TICKETS, "m", "x", new=1)
    elsewhere = replace(elsewhere, new=Quote("x", Place("/a b.md", 1, 1)), at=Place("/a b.md", 1, 1))
    assert run(review((elsewhere,)))["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "file:///a%20b.md"}


def test_each_spec_is_an_analysis_of_its_own() -> None:
    assert run(FULL)["automationDetails"]["id"] == f"specdiff/{SPEC}/"
    assert run(replace(ADDED, new=ADDED.old, old=OLD))["automationDetails"]["id"] == f"specdiff/{SPEC}/"


def test_no_change_is_a_run_without_results() -> None:
    found = run(IDENTICAL)
    assert (found["results"], found["invocations"][0]["executionSuccessful"]) == ([], True)
    assert found["properties"]["outcome"] == "identical"


def test_an_accepted_finding_is_suppressed_and_no_error() -> None:
    (accepted,) = [one for one in run(FULL)["results"] if "suppressions" in one]
    assert accepted["level"] == "note"
    assert accepted["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "accepted by Ada <ada@ferry.example>, until 2027-01-31: Legal asked for it | see #99",
        }
    ]


def test_a_name_with_half_a_letter_still_has_an_address() -> None:
    assert encoded("a/\ud800.md") == "a/%3F.md"
