"""Exceptions that are sentences of their own: announced by another sentence, or calling themselves one.

    "There are two cases that may override this rule."  ◀─ announces ─  "First, …", "Second, …", or the items of its list
    "There are no exceptions."  ──▶  "One departure is tolerated: …"    what was denied is there now

Such a sentence is a permission or a rule like any other, and at the same time a hole in the rule that it belongs to.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from specdiff.model.change import Added, Kept, Matching, Removed
from specdiff.model.language import Force
from specdiff.model.spec import Home, Spec, Statement
from specdiff.prose.sentence.announcing import announces_exceptions, denies_exceptions, is_exception, is_told_off
from specdiff.rules.meaning import difference


@lru_cache(maxsize=2)
def announced(spec: Spec) -> Mapping[int, Statement]:
    """Return, for the ``id()`` of each statement that is announced as an exception, the sentence that announces it."""
    found: dict[int, Statement] = {}
    body = [statement for statement in spec.statements if statement.home is Home.BODY]
    for index, lead in enumerate(body):
        if announces_exceptions(lead.words):
            found.update((id(one), lead) for one in _told(lead, body[index + 1 :]))
    return found


def _told(lead: Statement, after: Iterable[Statement]) -> Iterator[Statement]:
    """Yield what a sentence announces: the items of its list, else the sentences counted after it, else the very next one."""
    near = []
    for one in after:
        if one.section != lead.section or (announces_exceptions(one.words) and not one.lead_in):
            break
        near.append(one)
    listed = [one for one in near if one.lead_in and one.lead_in.endswith(lead.words)]
    counted = [one for one in near if not one.lead_in and is_told_off(one.words)]
    yield from listed or counted or near[:1]


def went(change: Kept[Statement] | Removed[Statement], matching: Matching) -> tuple[Statement, Statement | None] | None:
    """Return the sentence that was an exception and is none now, with what announces the others today; ``None`` where that did not happen."""
    became = change.new if isinstance(change, Kept) else None
    if became is not None and _made(change.old, became):
        return change.old, became
    if isinstance(change, Kept) and not _turned(change, matching):
        return None
    return _ended(change.old, became, (matching.old, matching.new), matching)


def came(change: Kept[Statement] | Added[Statement], matching: Matching) -> tuple[Statement, Statement | None] | None:
    """Return the sentence that is an exception now and was none, with what announced the others before; the mirror of ``went``."""
    was = change.old if isinstance(change, Kept) else None
    if was is not None and _made(change.new, was):
        return change.new, was
    if isinstance(change, Kept) and not _turned(change, matching):
        return None
    return _ended(change.new, was, (matching.new, matching.old), matching)


def _made(one: Statement, other: Statement) -> bool:
    """Whether a sentence is an exception, or permits something, that denies exceptions on the other side."""
    excepts = is_exception(one.words) or one.reading.force is Force.PERMITTED
    return excepts and one.home is Home.BODY and denies_exceptions(other.words) and not denies_exceptions(one.words)


def _turned(pair: Kept[Statement], matching: Matching) -> bool:
    """Whether a kept sentence left its policy or was turned round: renumbering alone makes and takes no exception."""
    return pair.moved or bool(difference(pair, matching).of("statement/reversed"))


def _ended(
    one: Statement, other: Statement | None, specs: tuple[Spec, Spec], matching: Matching
) -> tuple[Statement, Statement | None] | None:
    """Return *one* of the first spec and the announcing sentence in the second, where *other*, what it is there, is not announced by that."""
    if one.home is not Home.BODY:
        return None
    lead = announced(specs[0]).get(id(one))
    if lead is None:
        return _undenied(one, specs[1], matching) if other is None else None
    pair = matching.kept(lead)
    counterpart = None if pair is None else pair.new if pair.old is lead else pair.old
    if not isinstance(counterpart, Statement) or (other is not None and announced(specs[1]).get(id(other)) is counterpart):
        return None
    return one, counterpart


def _undenied(one: Statement, there: Spec, matching: Matching) -> tuple[Statement, Statement | None] | None:
    """Return a sentence without counterpart that calls itself an exception, with the one that denied them and does so no more, if there is such a one.

    Where there is, what only permits something counts as well, if nothing in its section calls itself an exception.
    """
    back = there is matching.old
    denial = _denials(matching, back).get(one.section)
    if is_exception(one.words):
        return one, denial
    return (one, denial) if denial is not None and one is _first_permission(matching, back).get(one.section) else None


@lru_cache(maxsize=2)
def _denials(matching: Matching, back: bool) -> Mapping[str, Statement]:  # noqa: FBT001 - a key of the cache
    """Return the sentences of OLD that denied exceptions, where what they became does not, by the section in NEW; unless *back* the reverse."""
    spec, other = (matching.old, matching.section_became) if back else (matching.new, matching.section_was)
    found: dict[str, Statement] = {}
    for one in spec.statements:
        if one.home is Home.BODY and denies_exceptions(one.words) and one.section in other:
            pair = matching.kept(one)
            became = None if pair is None else pair.new if back else pair.old
            if not isinstance(became, Statement) or not denies_exceptions(became.words):
                found.setdefault(other[one.section], one)
    return found


@lru_cache(maxsize=2)
def _first_permission(matching: Matching, back: bool) -> Mapping[str, Statement]:  # noqa: FBT001 - a key of the cache
    """Return the first sentence without counterpart in each section of NEW that permits something; none where one calls itself an exception."""
    lone = [
        one
        for change in matching.statements
        for one in (
            [change.new] if back and isinstance(change, Added) else [change.old] if not back and isinstance(change, Removed) else []
        )
        if one.home is Home.BODY
    ]
    told = {one.section for one in lone if is_exception(one.words)}
    found: dict[str, Statement] = {}
    for one in lone:
        if one.section not in told and one.reading.force is Force.PERMITTED:
            found.setdefault(one.section, one)
    return found
