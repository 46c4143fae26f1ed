"""The first sentences of a review: what a person who reads nothing else must know, the most important first."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import cast

from specdiff.model.finding import Severity
from specdiff.model.place import Hunk
from specdiff.model.review import Entry, Outcome, Shift, Side
from specdiff.prose.text.wording import counted

_NAMED = 3
_POLICIES = 5
_SHIFTS = 5
_SAID_APART = frozenset({"statement/added", "statement/removed", "statement/reversed"})
_BINDING = frozenset({"statement", "exception", "condition", "threshold", "precedence", "definition"})


def opening(
    outcome: Outcome, old: Side, new: Side, entries: Sequence[Entry], shifts: Sequence[Shift], unexplained: Sequence[Hunk]
) -> tuple[str, ...]:
    """Return plain sentences about *entries* (those that are no echo, worst first), and that there are changed lines of which nothing is known."""
    if outcome is Outcome.IDENTICAL:
        return ("The two revisions are identical.",)
    if outcome is Outcome.WORDING and not entries:
        return ("Only layout and typography changed; every sentence has the words it had before.",)
    if outcome is Outcome.WORDING:
        return ("Only the wording changed; no rule, level, example or reference says anything else than before.",)
    beside = [entry for entry in entries if entry.rule.group == "config"]
    of_spec = [entry for entry in entries if entry.rule.group != "config"]
    if unexplained and not any(entry.severity.weight > Severity.MINOR.weight for entry in of_spec):
        return (*_governing(beside), _unknown(unexplained))
    return (*_governing(beside), *_spec(old, new, of_spec, shifts, alone=not beside))


def _unknown(hunks: Sequence[Hunk]) -> str:
    lines = sum(max(hunk.old_count, hunk.new_count) for hunk in hunks)
    return f"What {counted(lines, 'changed line')} may mean is not known: read what is listed as unexplained."


def _spec(old: Side, new: Side, entries: Sequence[Entry], shifts: Sequence[Shift], *, alone: bool) -> tuple[str, ...]:
    """Say what changed in the spec; *alone*: nothing else is said."""
    if not entries and not alone:
        return ("No rule, level, example or reference of the spec itself says anything else than before.",)
    said = (
        *_levels(old, new),
        *_policies("Gone", "section/removed", entries),
        *_policies("New policies", "section/added", entries),
        *_apart(entries),
        *_standing("Easier to override", ("authority/lowered", "authority/unassigned"), entries),
        *_standing("Harder to override", ("authority/raised", "authority/assigned"), entries),
        *_bound(entries),
        *_rules("Now the opposite", [entry for entry in _loud(entries) if entry.rule.id == "statement/reversed"]),
        *_rules("Stricter", _turned("stricter", entries)),
        *_rules("Looser", _turned("looser", entries)),
        *_rules("Something else than before", _turned("other", entries)),
        *_values(entries, shifts),
        *_examples(entries),
        *_rules("New rules in policies that stay", [entry for entry in _stated(entries) if entry.rule.id == "statement/added"]),
        *_rules("Rules gone from policies that stay", [entry for entry in _stated(entries) if entry.rule.id == "statement/removed"]),
    )
    return said or (_small(entries),)


def _bound(entries: Iterable[Entry]) -> Iterator[str]:
    """Name the policies whose rules stay and are said not to bind, or to bind again."""
    for direction, what in (("looser", "Said not to bind any more"), ("stricter", "Not said any more not to bind")):
        found = [entry for entry in _unbound(entries) if entry.facts.get("direction") == direction]
        if found:
            yield f"{what}: {_listed(list(dict.fromkeys(map(_policy, found))), _POLICIES)}."


def _unbound(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in _loud(entries) if entry.facts.get("about") == "unbound"]


def _stated(entries: Iterable[Entry]) -> list[Entry]:
    """Return what is loud and speaks of one rule, not of all around it."""
    return [entry for entry in _loud(entries) if entry.facts.get("about") != "unbound"]


def _governing(entries: Sequence[Entry]) -> Iterator[str]:
    """Say that the terms of the review changed, before anything that they govern."""
    if entries:
        keys = [str(entry.facts["key"]) for entry in entries]
        yield f"What governs this review is changed with what it reviews: {_listed(keys, _POLICIES)}."


def _loud(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.severity.weight >= Severity.MAJOR.weight]


def _levels(old: Side, new: Side) -> Iterator[str]:
    if old.levels != new.levels and old.levels and new.levels:
        yield f"The levels of authority were {' > '.join(old.levels)} and are now {' > '.join(new.levels)}."


def _policies(what: str, rule: str, entries: Iterable[Entry]) -> Iterator[str]:
    found = [entry for entry in entries if entry.rule.id == rule]
    if found:
        yield f"{what}: {_listed([_policy(entry) for entry in found], _POLICIES)}."


def _policy(entry: Entry) -> str:
    level = entry.section.authority_new if entry.section.new else entry.section.authority_old
    return f"“{entry.section.title}”" + (f" ({level})" if level else "")


def _apart(entries: Iterable[Entry]) -> Iterator[str]:
    """Say which policies were split or merged, in the rules' own words."""
    found = [entry for entry in entries if entry.rule.id in ("section/split", "section/merged")]
    for entry in found[:_NAMED]:
        yield f"{entry.message}."


def _standing(what: str, rules: Collection[str], entries: Iterable[Entry]) -> Iterator[str]:
    found = [entry for entry in _loud(entries) if entry.rule.id in rules]
    if found:
        moved = [
            f"{_whose(entry)} ({entry.section.authority_old or 'no level'} to {entry.section.authority_new or 'no level'})"
            for entry in found
        ]
        yield f"{what}: {_listed(list(dict.fromkeys(moved)), _POLICIES)}."


def _whose(entry: Entry) -> str:
    """Name what stands at another level: a policy, or only the rules that moved into one."""
    moved = cast("tuple[str, ...]", entry.facts.get("statements") or ())
    came = f"{counted(len(moved), 'rule that', 'rules that')} moved to " if moved else ""
    return f"{came}“{entry.section.title}”"


def _turned(direction: str, entries: Iterable[Entry]) -> list[Entry]:
    """Return what binds more, less, or says something else, among rules that were there before and still are."""
    return [
        entry
        for entry in _loud(entries)
        if entry.facts.get("direction") == direction and entry.rule.group in _BINDING and entry.rule.id not in _SAID_APART
    ]


def _rules(what: str, found: Sequence[Entry], noun: str = "rule") -> Iterator[str]:
    """Count what was found and name the policies that hold them, in order of the worst."""
    if not found:
        return
    counts = Counter(entry.section.title for entry in found)
    named = [f"“{title}”" + (f" ({count})" if count > 1 and len(counts) > 1 else "") for title, count in counts.items() if title]
    where = f", in {_listed(named, _NAMED)}" if named else ""
    yield f"{what}: {counted(len(found), noun)}{where}."


def _values(entries: Iterable[Entry], shifts: Sequence[Shift]) -> Iterator[str]:
    titles = {(entry.facts.get("gains"), entry.facts.get("loses")): entry.section.title for entry in entries if entry.rule.group == "value"}
    said = []
    for shift in shifts:
        title = titles.get((shift.gains, shift.loses))
        said.append(f"{shift.gains} over {shift.loses}" + (f" in “{title}”" if title and len(shift.sections) == 1 else ""))
    if said:
        yield f"Values that gained: {_listed(said, _SHIFTS)}."


def _examples(entries: Sequence[Entry]) -> Iterator[str]:
    gone = [entry for entry in entries if entry.rule.id == "example/removed"]
    if gone:
        titles = [f"“{entry.facts.get('title') or 'untitled'}” ({entry.section.title})" for entry in gone]
        yield f"{counted(len(gone), 'example')} went: {_listed(titles, _NAMED)}."
    judged = {
        (entry.section.new, entry.facts.get("title")): entry for entry in reversed(entries) if entry.rule.id == "example/verdict-changed"
    }
    yield from _rules("Examples that judge a reply otherwise", list(reversed(judged.values())), "example")


def _listed(items: Sequence[str], limit: int) -> str:
    """Join words as a sentence does; beyond the limit only their number is said."""
    if len(items) > limit:
        return f"{', '.join(items[:limit])} and {len(items) - limit} more"
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _small(entries: Sequence[Entry]) -> str:
    minor = [entry for entry in entries if entry.severity is Severity.MINOR]
    titles = list(dict.fromkeys(f"“{entry.section.title}”" for entry in minor if entry.section.title))
    where = f", in {_listed(titles, _NAMED)}" if titles else ""
    return f"No rule binds more or less than before; {counted(len(minor), 'smaller change')}{where}."
