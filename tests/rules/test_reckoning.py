"""How shifts are reckoned, to the number: which values gained in which section, each line of the evidence, and what was weighed beside it.

``reckoning.md`` holds the cases. A heading names one, a sentence says what it shows, then come fenced blocks ``before``, ``after`` and ``reckoning``: each shift
with its strength, its confidence and its section (or both, "old>new"), under it its evidence; then, after ``besides``, what speaks for no shift.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import compare_texts, matching
from specdiff.model.settings import Settings
from specdiff.rules.catalogue import check
from specdiff.rules.shifts import signs

TABLE = Path(__file__).with_name("reckoning.md")
CASE = re.compile(
    r"^## (?P<name>[^\n]+)\n\n[^`]*?````before\n(?P<before>.*?)^````\n\n````after\n(?P<after>.*?)^````\n\n````reckoning\n(?P<reckoning>.*?)^````$",
    re.MULTILINE | re.DOTALL,
)


def cases() -> list[pytest.param]:
    return [pytest.param(case.groupdict(), id=case["name"]) for case in CASE.finditer(TABLE.read_text(encoding="utf-8"))]


def reckoned(before: str, after: str) -> Iterator[str]:
    review = compare_texts(before, after)
    by_mark = {entry.fingerprint: entry for entry in review.entries}
    used = set()
    for shift, entry in zip(review.shifts, (one for one in review.entries if one.rule.id == "value/shifted"), strict=True):
        sides = dict.fromkeys(str(side or "-") for side in (entry.section.old, entry.section.new))
        yield f"{shift.gains} over {shift.loses}: {shift.strength}, {shift.confidence} @ {'>'.join(sides)}"
        lines = [f"{one.weight:+} {one.value}: {one.why} ({by_mark[one.fingerprint].rule.id})" for one in shift.evidence]
        used.update(lines)
        yield from (f"  {line}" for line in lines)
    pair = matching(before, after)
    all_signs = signs(pair, list(check(pair)), Settings())
    left = [line for sign in all_signs if (line := f"{sign.weight:+} {sign.value}: {sign.why} ({sign.finding.rule.id})") not in used]
    if left:
        yield "besides"
        yield from (f"  {line}" for line in left)


@pytest.mark.parametrize("case", cases())
def test_shifts_are_reckoned_line_by_line(case: dict[str, str]) -> None:
    assert list(reckoned(case["before"], case["after"])) == case["reckoning"].splitlines()


def test_every_heading_is_a_case() -> None:
    assert len(cases()) == TABLE.read_text(encoding="utf-8").count("````before\n") > 10
