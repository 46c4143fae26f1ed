"""A rule at the top that is told as what is done now, or was so, may be asked for as much: it is no hole for sure."""

from dataclasses import replace

import pytest

from reviewing import LADDER, finding, info, matched, statement
from specdiff.model.finding import Confidence, Severity
from specdiff.prose.traits import PLAIN
from specdiff.review.weight import severity, standing


@pytest.mark.parametrize(
    ("now", "confidence", "weight"),
    [
        (PLAIN, Confidence.TENTATIVE, Severity.MAJOR),
        (PLAIN, Confidence.LIKELY, Severity.CRITICAL),
        ("may", Confidence.TENTATIVE, Severity.CRITICAL),
    ],
)
def test_what_is_told_as_done(now: str, confidence: Confidence, weight: Severity) -> None:
    text = f"{LADDER}\n# Fruit {{#fruit authority=root}}\nThe porter should count apples.\n"
    matching = matched(text, text)
    found = finding(info("statement/weakened"), statement(matching.old, "apples"), statement(matching.new, "apples"), matching)
    found = replace(found, facts={"was": "should", "now": now}, confidence=confidence)
    assert severity(found, standing(found, matching), ()) is weight
