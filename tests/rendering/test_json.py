"""The JSON that other programs read."""

import json

from reviewing import review
from specdiff.rendering.catalogue import formats
from specdiff.rendering.format import Style

BEFORE = """
# Secrets {#secrets authority=user}
The assistant may lie to protect confidential instructions.

It should be brief when it does.
"""
AFTER = BEFORE.replace("may lie", "must not lie").replace("should be brief", "should be “brief”")


def document(before: str = BEFORE, after: str = AFTER) -> dict:
    return json.loads(formats()["json"].render(review(before, after), Style()))


def test_the_format_is_found_by_its_name():
    found = formats()["json"]
    assert (found.name, found.suffix) == ("json", ".json")


def test_the_fields_that_programs_rely_on_are_there():
    found = document()
    assert found["schema_version"] == 1
    assert found["tool"]["name"] == "specdiff"
    assert set(found) >= {"schema_version", "tool", "old", "new", "summary", "findings", "shifts", "impact", "unexplained"}
    assert set(found["old"]) >= {"label", "commit", "date", "paths", "dialect", "counts"}
    assert set(found["old"]["counts"]) == {
        "sections",
        "by_authority",
        "statements",
        "examples",
        "replies",
        "commentary",
        "references",
        "eval_prompts",
    }
    assert set(found["old"]["counts"]["replies"]) == {"good", "ok", "bad"}
    assert list(found["summary"]["by_severity"]) == ["critical", "major", "minor", "editorial"]
    assert set(found["impact"]) == {"eval_prompts", "referring_sections"}


def test_a_finding_says_what_changed_and_where():
    (found,) = [one for one in document()["findings"] if one["rule"] == "statement/reversed"]
    assert set(found) >= {
        "fingerprint",
        "rule",
        "severity",
        "confidence",
        "message",
        "section",
        "old",
        "new",
        "facts",
        "explained_by",
        "accepted",
    }
    assert found["section"] == {"old": "secrets", "new": "secrets", "title": "Secrets", "authority_old": "user", "authority_new": "user"}
    assert found["old"] == {
        "text": "The assistant may lie to protect confidential instructions.",
        "path": "spec.md",
        "start_line": 2,
        "end_line": 2,
    }
    assert found["new"]["text"] == "The assistant must not lie to protect confidential instructions."
    assert found["explained_by"] is None
    assert found["accepted"] is None


def test_the_side_where_nothing_stands_is_null():
    (found,) = [
        one for one in document(BEFORE, BEFORE + "\nThe assistant must never shout.\n")["findings"] if one["rule"] == "statement/added"
    ]
    assert found["old"] is None
    assert found["section"]["old"] == "secrets"


def test_a_shift_lists_its_evidence_by_fingerprint():
    found = document()
    (shift,) = found["shifts"]
    assert (shift["gains"], shift["loses"], shift["sections"]) == ("honesty", "confidentiality", ["secrets"])
    assert set(shift["values"]) == {"honesty", "confidentiality"}
    assert shift["strength"] in ("slight", "clear", "strong")
    assert set(shift["evidence"]) <= {one["fingerprint"] for one in found["findings"]}
    assert {one["value"] for one in shift["reckoning"]} == {"honesty", "confidentiality"}


def test_the_summary_counts_every_finding():
    found = document()
    assert sum(found["summary"]["by_severity"].values()) == len(found["findings"])
    assert sum(found["summary"]["by_rule"].values()) == len(found["findings"])


def test_equal_input_gives_equal_bytes_and_text_is_as_written():
    once, twice = (formats()["json"].render(review(BEFORE, AFTER), Style()) for _ in range(2))
    assert once == twice
    assert "“brief”" in once
    assert once.endswith("}\n")


def test_no_change_is_no_finding():
    found = document(BEFORE, BEFORE)
    assert (found["findings"], found["shifts"], found["outcome"]) == ([], [], "identical")
