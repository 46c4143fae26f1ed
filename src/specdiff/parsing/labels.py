"""The numbers that a document gives its clauses: "1.1 …", "**2.4 Quorum.** …", "B.4 …", "Section 3.06. …", and the "A:" before an answer.

They name a clause and say nothing of what it rules: who puts in a new clause renumbers all that follow. So they are no part of the words of a
sentence; what refers to a clause by its number is compared by ``Matching.renumbered``.
"""

import re
from collections.abc import Iterable

_BOLD = r"(?P<bold>\*\*|__)?"
_LABEL = re.compile(
    _BOLD + r"(?:(?P<named>section|clause|article|rule|paragraph)\s+|§+\s*)?(?P<number>[A-Z](?:\.\d{1,3})+|\d{1,3}(?:\.\d{1,3})*)"
    r"(?P<end>[.:)]?(?:(?P=bold)[.:]?)?(?:\s+[-\u2013\u2014]\s+|[ \t]+))",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"(?:(\*\*|__)(?:A|Answer)\d*(?:[:.]\1|\1[:.])|(?:A|Answer)\d*:)\s+(?=\S)")
_MEASURE = re.compile(r"(?:[KMGT]i?B|[KMG]bits?|[KMG]?Hz|USD|EUR|GBP|Million|Billion|Percent|Euros?|Dollars?)\b")  # "2.5 GB" is an amount
_OPENING = "\"'\u201c\u2018([*_`"
_TITLE = 60
_TOGETHER = 2
"""Clauses that must be numbered in one row before a number with a point in it, which may be an amount, is taken for a label."""


def numbering(lines: Iterable[str]) -> frozenset[str]:
    """Return what the numbers of clauses in a text begin with: "4" where there are a "4.1" and a "4.2", or a heading "4. …"."""
    rows: dict[str, set[str]] = {}
    headed: set[str] = set()
    for line in lines:
        found = _labelled(line.lstrip("#> \t"))
        if found and (line.startswith("#") or (len(line) < _TITLE and not line.rstrip().endswith((".", ";", ",", ":")))):
            headed.add(found["number"])
        if found and "." in found["number"]:
            rows.setdefault(_row(found["number"]), set()).add(found["number"])
    return frozenset(row for row, numbers in rows.items() if row in headed or len(numbers) >= _TOGETHER)


def label(text: str, rows: frozenset[str]) -> tuple[str, int]:
    """Return the number of the clause that a paragraph is, empty where it has none, and where its words begin.

    *rows* are those of the document (see ``numbering``). A word in bold goes on where its label was cut off.
    """
    if answer := _ANSWER.match(text):
        return "", answer.end()
    found = _labelled(text)
    if not found:
        return "", 0
    number = found["number"]
    if found["named"] and not (found["bold"] or found["end"][0] in ".:)"):
        return "", 0  # "Article 5 GDPR applies"
    if "." in number:
        return (number, found.end()) if found["named"] or "\u00a7" in found[0] or _row(number) in rows else ("", 0)
    counted = found["named"] or "\u00a7" in found[0] or (found["bold"] and found["end"][0] in ".)")
    return (number, found.end()) if counted else ("", 0)


def _labelled(text: str) -> re.Match[str] | None:
    """Return the label, if a capital follows it."""
    found = _LABEL.match(text)
    after = text[found.end() :].lstrip(_OPENING) if found else ""
    return found if after[:1].isupper() and not _MEASURE.match(after) else None


def _row(number: str) -> str:
    return number.rpartition(".")[0]
