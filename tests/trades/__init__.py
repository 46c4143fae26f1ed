"""Policies before and after a revision that trades one value for another, and revisions that trade none, in the language of everyday.

``cases.json``: 120 invented policies. Most name none of the values; what they trade has to be known from the world ("the app waits", "the next story starts by
itself"). ``half`` "a" was read while the words of the values were collected, "b" was not. A shift names what gains and what loses, "x|y" where either
name fits.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conftest import compare_texts

LEVELS = ("root", "system", "developer", "user", "guideline")
HEAD = "# Levels {#levels}\nEach section has one of these levels, the highest first:\n\n" + "".join(
    f"- **{level.capitalize()}**: instructions of this level\n" for level in LEVELS
)
REST = "".join(f"\n# Rest of {level} {{#rest-{level} authority={level}}}\nIt uses commas.\n" for level in LEVELS)


@dataclass(frozen=True, slots=True)
class Tally:
    """How the shifts of some policies came out."""

    shifts: int
    told: int
    turned: int
    neutral: int
    silent: int


def cases() -> list[dict[str, Any]]:
    """Return all policies."""
    found: list[dict[str, Any]] = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))
    return found


def told(case: dict[str, Any]) -> set[tuple[str, str]]:
    """Return the shifts that a review of one policy tells: what gains, what loses."""
    old, new = (_document(case, case[side]) for side in ("old", "new"))
    return {(shift.gains, shift.loses) for shift in compare_texts(old, new).shifts}


def _document(case: dict[str, Any], text: str) -> str:
    return f"{HEAD}\n# {case['title']} {{#policy authority={case['level']}}}\n\n{text}\n{REST}"


def tally(half: str) -> Tally:
    """Return how one half comes out."""
    found = [(case, told(case)) for case in cases() if case["half"] == half]
    wanted = [(wish, there) for case, there in found for wish in case["shifts"]]
    silent = [not there for case, there in found if not case["shifts"]]
    return Tally(
        shifts=len(wanted),
        told=sum(any(pair in there for pair in _pairs(wish["gains"], wish["loses"])) for wish, there in wanted),
        turned=sum(any(pair in there for pair in _pairs(wish["loses"], wish["gains"])) for wish, there in wanted),
        neutral=len(silent),
        silent=sum(silent),
    )


def _pairs(gains: str, loses: str) -> Iterator[tuple[str, str]]:
    return ((one, other) for one in gains.split("|") for other in loses.split("|"))
