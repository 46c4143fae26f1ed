"""The first sentences of a review: what a person who reads nothing else must know, the most important first."""

from collections.abc import Iterable, Iterator, Sequence

from specdiff.model.finding import Severity
from specdiff.model.review import Entry, Outcome, Shift, Side

_STRICTER = frozenset(
    {"statement/strengthened", "exception/removed", "exception/narrowed", "condition/removed", "authority/raised", "authority/assigned"}
)
_LOOSER = frozenset(
    {"statement/weakened", "exception/added", "exception/widened", "condition/added", "authority/lowered", "authority/unassigned"}
)
_NAMED = 3
_SHIFTS = 4


def opening(outcome: Outcome, old: Side, new: Side, entries: Sequence[Entry], shifts: Sequence[Shift]) -> tuple[str, ...]:
    """Return plain sentences about *entries* (those that are no echo, worst first)."""
    if outcome is Outcome.IDENTICAL:
        return ("The two revisions are identical.",)
    if outcome is Outcome.WORDING:
        return ("Only the wording changed; no rule, level, example or reference says anything else than before.",)
    said = [
        *_levels(old, new),
        *_sections("New policies", "section/added", entries),
        *_sections("Policies gone", "section/removed", entries),
        *_sections("Policies taken apart", "section/split", entries),
        *_rules("Now says the opposite", ("statement/reversed",), entries),
        *_rules("Stricter", _STRICTER, entries),
        *_rules("Looser", _LOOSER, entries),
        *(shift.message for shift in shifts[:_SHIFTS]),
        *_examples(entries),
        *_loose_rules("New rules", "statement/added", entries),
        *_loose_rules("Rules gone", "statement/removed", entries),
    ]
    return tuple(said) or (_small(entries),)


def _levels(old: Side, new: Side) -> Iterator[str]:
    if old.levels != new.levels and old.levels and new.levels:
        yield f"The levels of authority were {_ladder(old.levels)} and are now {_ladder(new.levels)}."


def _ladder(levels: Sequence[str]) -> str:
    return " > ".join(levels)


def _sections(what: str, rule: str, entries: Iterable[Entry]) -> Iterator[str]:
    found = [entry for entry in entries if entry.rule.id == rule]
    if found:
        yield f"{what}: {_listed([_policy(entry) for entry in found], 5)}."


def _policy(entry: Entry) -> str:
    level = entry.section.authority_new if entry.section.new else entry.section.authority_old
    return f"“{entry.section.title}”" + (f" ({level})" if level else "")


def _rules(what: str, rules: Iterable[str], entries: Iterable[Entry]) -> Iterator[str]:
    wanted = frozenset(rules)
    found = [entry for entry in entries if entry.rule.id in wanted and entry.severity.weight >= Severity.MAJOR.weight]
    if found:
        yield f"{what}: {_many(found, 'change')}, {_where(found)}."


def _loose_rules(what: str, rule: str, entries: Iterable[Entry]) -> Iterator[str]:
    """Name rules that came or went inside policies that were there before and after."""
    found = [entry for entry in entries if entry.rule.id == rule and entry.severity.weight >= Severity.MAJOR.weight]
    if found:
        yield f"{what}: {len(found)}, {_where(found)}."


def _examples(entries: Iterable[Entry]) -> Iterator[str]:
    gone = [entry for entry in entries if entry.rule.id == "example/removed"]
    if gone:
        titles = [
            f"“{entry.facts.get('title')}” ({entry.section.title})" if entry.facts.get("title") else f"in “{entry.section.title}”"
            for entry in gone
        ]
        yield f"{_many(gone, 'example')} went: {_listed(titles, _NAMED)}."
    turned = [entry for entry in entries if entry.rule.id == "example/verdict-changed"]
    if turned:
        yield f"{_many(turned, 'example')} now judge{'s' if len(turned) == 1 else ''} a reply differently, {_where(turned)}."


def _where(found: Sequence[Entry]) -> str:
    titles = list(dict.fromkeys(f"“{entry.section.title}”" for entry in found if entry.section.title))
    if not titles:
        return "in the document as a whole"
    return ("most of all in " if len(titles) > _NAMED else "in ") + _listed(titles, _NAMED, rest=False)


def _listed(items: Sequence[str], limit: int, *, rest: bool = True) -> str:
    shown = list(items[:limit])
    more = len(items) - len(shown)
    if more and rest:
        return f"{', '.join(shown)} and {more} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _many(found: Sequence[Entry], noun: str) -> str:
    return f"{len(found)} {noun}{'' if len(found) == 1 else 's'}"


def _small(entries: Sequence[Entry]) -> str:
    minor = [entry for entry in entries if entry.severity is Severity.MINOR]
    return f"No rule binds more or less than before; {_many(minor or entries, 'smaller change')}, {_where(minor or entries)}."
