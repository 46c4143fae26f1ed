"""Every rule there is, and the one loop that runs them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any

from specdiff import rules
from specdiff.discovery import discover
from specdiff.model.change import Change, Kept, Matching
from specdiff.model.finding import Finding
from specdiff.model.spec import Example, Message, Node, Reply, Statement
from specdiff.rules.rule import AnyRule, Rule
from specdiff.rules.together import together


@cache
def catalogue() -> tuple[AnyRule, ...]:
    """Return all rules, sorted by id."""
    return tuple(sorted((found for _, found in discover(rules, Rule)), key=lambda found: found.info.id))


def check(matching: Matching) -> Iterator[Finding]:
    """Yield the findings of every rule, in the order of the changes, then of the rules' ids."""
    for one, subject in asked(matching):
        yield from one.findings(subject, matching)


def asked(matching: Matching) -> Iterator[tuple[AnyRule, Matching | Change[Any]]]:
    """Yield each rule with each change that it is asked about."""
    by_key: dict[tuple[type, type | None], list[AnyRule]] = {}
    for one in catalogue():
        for key in one.keys:
            by_key.setdefault(key, []).append(one)
    for one in by_key.get((Matching, None), ()):
        yield one, matching
    for one_change in matching.changes():
        change = together(one_change)
        if isinstance(change, Kept) and _stays(change):
            continue
        first = getattr(change, "old", None) or getattr(change, "new", None)
        node = first[0] if isinstance(first, tuple) else first
        for one in by_key.get((type(change), type(node)), ()):
            yield one, change


_PLACE = frozenset({"place", "section", "position", "block", "turn", "example", "comparison", "messages", "replies"})
"""What says where a node stands, and its parts, which are nodes of their own: not what it says."""
_SAID: Mapping[type[Node], Callable[[Node], object]] = {
    kind: attrgetter(*(one.name for one in fields(kind) if one.name not in _PLACE)) for kind in (Statement, Example, Message, Reply)
}


def _stays(pair: Kept[Node]) -> bool:
    """Whether a sentence, an example or a part of one is the same in the same place: as most are, and no rule need be asked about it."""
    said = _SAID.get(type(pair.old))
    return said is not None and not (pair.moved or pair.reordered) and said(pair.old) == said(pair.new)
