"""What the number of a clause became: who puts in a new clause renumbers all that follow, and with them every reference to one of those."""

import re
from collections.abc import Iterable, Iterator, Mapping

from specdiff.model.change import Change, Kept
from specdiff.model.spec import Section, Statement

_NUMBER = re.compile(
    r"(?:(?:section|clause|article|rule|chapter|part|paragraph|principle)\s+|\u00a7+\s*)?((?:[a-z]\.)?\d{1,3}(?:\.\d{1,3})*)(?=[.:)\s]|$)",
    re.IGNORECASE,
)


def renumbered(sections: Iterable[Change[Section]], statements: Iterable[Change[Statement]]) -> Mapping[str, str]:
    """Return the number of each kept clause to the one that it has now, empty where none has another; a number given twice tells nothing."""
    found: dict[str, set[str]] = {}
    for old, new in _numbers(sections, statements):
        found.setdefault(old, set()).add(new)
    known = {old: min(news) for old, news in found.items() if len(news) == 1}
    return known if any(old != new for old, new in known.items()) else {}


def _numbers(sections: Iterable[Change[Section]], statements: Iterable[Change[Statement]]) -> Iterator[tuple[str, str]]:
    for section in sections:
        if isinstance(section, Kept):
            old, new = _NUMBER.match(section.old.title.strip("* ")), _NUMBER.match(section.new.title.strip("* "))
            if old and new:
                yield old[1], new[1]
    for statement in statements:
        if isinstance(statement, Kept) and statement.old.label and statement.new.label:
            yield statement.old.label, statement.new.label
