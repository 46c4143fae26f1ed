"""Who may override what: how a policy's or a statement's level of authority changed.

Levels are compared on a ladder: that of NEW, on which a renamed level stands under its new name. A level that is gone is compared
on OLD's. A name that neither ladder knows has no rank, and then nothing is said about up or down.
"""

from collections.abc import Iterator
from typing import NamedTuple

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Confidence
from specdiff.model.spec import Home, Section, Spec, Statement
from specdiff.rules.rule import Found

WORD_FOR_WORD = 0.6
"""How alike a statement that moved must be to the one it was, for its new level to be a fact about the same rule."""


class Change(NamedTuple):
    """A level that is not what it was. ``step``: rungs up (positive) or down (negative), ``None`` where a rank is unknown.

    ``before`` and ``after`` are the levels that count: the headings' own, or those in force. ``moved`` are the statements that went
    from one policy to another, where the change is theirs and not a policy's own. ``inherited``: the policy
    itself states no level and came under another parent.
    """

    old: Section
    new: Section
    before: str | None
    after: str | None
    step: int | None
    inherited: bool = False
    moved: tuple[Kept[Statement], ...] = ()


def changes(matching: Matching) -> Iterator[Change]:
    """Yield every change of level: of policies, in order, then of statements that moved to a policy of another level."""
    for pair in matching.sections:
        if isinstance(pair, Kept) and (change := _of_section(pair, matching)) is not None:
            yield change
    yield from _of_moved(matching)


def same(before: str | None, after: str | None, matching: Matching) -> bool:
    """Whether a level is still the same one, under whatever name."""
    return matching.level_became.get(before or "", before) == after


def way(rungs: int | None) -> str:
    """Say which way so many rungs lead: up is "stricter", down "looser", none or nobody knows how many "other"."""
    rungs = rungs or 0
    return "stricter" if rungs > 0 else "looser" if rungs < 0 else "other"


def followers(section: Section, spec: Spec) -> tuple[str, ...]:
    """Return the titles of the policies below *section* that state no level and so have its."""
    found: list[str] = []
    below = list(reversed(spec.children.get(section.id, ())))
    while below:
        child = below.pop()
        if child.own_level is None:
            found.append(child.title)
            below.extend(reversed(spec.children.get(child.id, ())))
    return tuple(found)


def _of_section(pair: Kept[Section], matching: Matching) -> Change | None:
    old, new = pair.old, pair.new
    if old.own_level is None and new.own_level is None:
        stayed = (matching.section_became.get(old.parent) if old.parent else "") == new.parent
        if stayed or same(old.level, new.level, matching):
            return None
        return Change(old, new, old.level, new.level, matching.rungs(old.level, new.level), inherited=True)
    if same(old.own_level, new.own_level, matching):
        return None
    return Change(old, new, old.own_level, new.own_level, matching.rungs(old.own_level, new.own_level))


def _of_moved(matching: Matching) -> Iterator[Change]:
    together: dict[tuple[str, str], list[Kept[Statement]]] = {}
    for pair in matching.statements:
        if isinstance(pair, Kept) and pair.moved and _binds(pair) and pair.score >= WORD_FOR_WORD:
            together.setdefault((pair.old.section, pair.new.section), []).append(pair)
    for (source, target), pairs in together.items():
        old, new = matching.old.by_id[source], matching.new.by_id[target]
        rungs = matching.rungs(old.level, new.level)
        if rungs and matching.section_became.get(source) != target:
            yield Change(old, new, old.level, new.level, rungs, moved=tuple(pairs))


def _binds(pair: Kept[Statement]) -> bool:
    return pair.old.home is Home.BODY and pair.new.home is Home.BODY


def found(change: Change, matching: Matching, direction: str) -> Found:
    """Return what the rules of this group say of a change. A rule that moved is itself the evidence, a policy's heading for a policy."""
    moved = change.moved
    return Found(
        old=moved[0].old if moved else change.old,
        new=moved[0].new if moved else change.new,
        confidence=Confidence.LIKELY if moved else Confidence.CERTAIN,
        what=_subject(change),
        title=change.new.title,
        in_force_old=change.old.level,
        in_force_new=change.new.level,
        old_level=change.before,
        new_level=change.after,
        steps=abs(change.step or 0),
        inherited=change.inherited,
        inherited_by=() if moved else followers(change.new, matching.new),
        statements=tuple(pair.new.words for pair in moved),
        direction=direction,
    )


def in_force(change: Change, matching: Matching) -> str:
    """Say which way the level in force went where a heading began or ceased to state one: "stricter", "looser" or "other"."""
    before, after = change.old.level, change.new.level
    rungs = matching.rungs(before, after)
    return way((before is None) - (after is None) if rungs is None else rungs)


def _subject(change: Change) -> str:
    """Say what it is whose level changed."""
    if not change.moved:
        return f"“{change.new.title}”" + (" (by its new place)" if change.inherited else "")
    count = len(change.moved)
    return f"{'A rule' if count == 1 else f'{count} rules'} moved from “{change.old.title}” to “{change.new.title}”"
