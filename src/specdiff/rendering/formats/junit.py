"""The review as JUnit XML: for every CI that shows test reports. A critical or major finding is a failed test."""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from specdiff.model.finding import Severity
from specdiff.model.review import Entry, Review
from specdiff.rendering import phrases
from specdiff.rendering.format import Format, Style
from specdiff.rendering.remarks import details, file, remarks, sentence, spot


def render(review: Review, _: Style) -> str:
    """Return one suite with a test for each finding; without any, its one test passes, for a report without tests reads as a broken one."""
    found = remarks(review)
    counts = _counts(found)
    root = ET.Element("testsuites", {"name": "specdiff", **counts})
    suite = ET.SubElement(root, "testsuite", {"name": f"specdiff {phrases.ends(review)}", **counts, "skipped": _skipped(found)})
    told = ET.SubElement(suite, "properties")
    for name, value in (("outcome", review.outcome.value), ("verdict", phrases.verdict(review)), ("files", phrases.files(review))):
        ET.SubElement(told, "property", {"name": name, "value": value})
    for entry in found:
        _case(suite, entry, review)
    if not found:
        ET.SubElement(suite, "testcase", {"classname": "specdiff", "name": phrases.verdict(review)})
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _counts(found: Iterable[Entry]) -> dict[str, str]:
    entries = tuple(found)
    return {"tests": str(len(entries) or 1), "failures": str(sum(map(_fails, entries))), "errors": "0"}


def _skipped(found: Iterable[Entry]) -> str:
    return str(sum(entry.accepted is not None for entry in found))


def _fails(entry: Entry) -> bool:
    return entry.accepted is None and entry.severity.weight >= Severity.MAJOR.weight


def _case(suite: ET.Element, entry: Entry, review: Review) -> None:
    """Add a test. Its name ends with the fingerprint: of tests with the same name only the first is shown."""
    said = sentence(entry)
    case = ET.SubElement(suite, "testcase", {"classname": entry.rule.id, "name": f"{said} [{entry.fingerprint}]"})
    place = spot(review, entry)
    text = "\n".join((f"{file(place)}:{place.first_line}: {entry.severity} {entry.rule.id}", said, *details(review, entry)))
    if entry.accepted is not None:
        ET.SubElement(case, "skipped", {"type": entry.severity.value, "message": phrases.until(entry)}).text = text
    elif _fails(entry):
        ET.SubElement(case, "failure", {"type": entry.severity.value, "message": said}).text = text
    else:
        ET.SubElement(case, "system-out").text = text


FORMAT = Format("junit", ".xml", "JUnit XML: critical and major findings are failed tests", render)
