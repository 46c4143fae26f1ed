"""Every rule there is, and the one loop that runs them."""

from collections.abc import Iterator
from functools import cache

from specdiff import rules
from specdiff.discovery import discover
from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Finding
from specdiff.model.spec import Node, Statement
from specdiff.rules.rule import AnyRule, Rule


@cache
def catalogue() -> tuple[AnyRule, ...]:
    """Return all rules, sorted by id."""
    return tuple(sorted((found for _, found in discover(rules, Rule)), key=lambda found: found.info.id))


def check(matching: Matching) -> Iterator[Finding]:
    """Yield the findings of every rule, in the order of the changes, then of the rules' ids."""
    by_key: dict[tuple[type, type | None], list[AnyRule]] = {}
    for one in catalogue():
        for key in one.keys:
            by_key.setdefault(key, []).append(one)
    for one in by_key.get((Matching, None), ()):
        yield from one.findings(matching, matching)
    for change in matching.changes():
        if isinstance(change, Kept) and _stays(change):
            continue
        first = getattr(change, "old", None) or getattr(change, "new", None)
        node = first[0] if isinstance(first, tuple) else first
        for one in by_key.get((type(change), type(node)), ()):
            yield from one.findings(change, matching)


def _stays(pair: Kept[Node]) -> bool:
    """Whether a sentence says the same in the same words in the same place: as most do, and no rule need be asked about it."""
    old, new = pair.old, pair.new
    return (
        isinstance(old, Statement)
        and isinstance(new, Statement)
        and (old.text, old.words, old.home) == (new.text, new.words, new.home)
        and old.read is new.read
        and not (pair.moved or pair.reordered)
    )
