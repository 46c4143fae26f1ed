"""A sentence that was set as several, or several that were set as one, with the same words.

    "Each parcel needs (i) a label; and (ii) a seal."   ◀──▶  "Each parcel needs:" and two items
    "Anyone may row; no pass is needed."                ◀──▶  "Anyone may row. No pass is needed."
    "Ring the bell (even if the shop is open)."         ◀──▶  "Ring the bell. This holds even if the shop is open."

    "Do not shout, and do not run."             ◀──▶  "Please:" and two items

    "Guests pay. Porters carry bags."           ◀──▶  "Guests pay, for which bags are carried by porters."    (in other words)

What the first of the several does not say of the one, the others say in the same order. An item that says more, or less, stays a change of its own.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from specdiff.model.change import Added, Change, Kept, Merged, Removed, Split
from specdiff.model.language import Force
from specdiff.model.spec import Home, Statement
from specdiff.prose.comparison.compare import turned_round
from specdiff.prose.paraphrase.content import most_of, telling
from specdiff.prose.paraphrase.parts import said_in_pieces, told_in_parts
from specdiff.prose.paraphrase.provisos import demanded
from specdiff.prose.sentence.announcing import holds_always

SAID = "the same words, divided otherwise"
TOLD = "one says what several said, in other words"
_SOME = 3
"""Words of a sentence, beside what one piece of it says, of which another piece must tell most."""
_FEWEST = 2
"""Words that tell something which it must have of its own."""


def divided(changes: Sequence[Change[Statement]], old: Sequence[Statement], new: Sequence[Statement]) -> tuple[Change[Statement], ...]:
    """Return the changes with each sentence that was only divided as one ``Split``, and each that was only put together as one ``Merged``."""
    lone = {id(one.new) for one in changes if isinstance(one, Added)} | {id(one.old) for one in changes if isinstance(one, Removed)}
    if not lone:
        return tuple(changes)
    told: dict[int, Split[Statement] | Merged[Statement]] = {}
    gone: set[int] = set()
    for change in changes:
        if not isinstance(change, Kept) or change.moved or change.old.words == change.new.words:
            continue
        if parts := _parts(change.old, change.new, new, lone):
            told[id(change)] = Split(change.old, (change.new, *parts), SAID)
        elif parts := _pieces(change.old, change.new, new, lone):
            told[id(change)] = Split(change.old, parts, SAID)
        elif parts := _pieces(change.new, change.old, old, lone):
            told[id(change)] = Merged(parts, change.new, SAID)
        elif parts := _led_into(change.old, change.new, new, lone):
            told[id(change)] = Split(change.old, parts, SAID)
        elif parts := _led_into(change.new, change.old, old, lone):
            told[id(change)] = Merged(parts, change.new, SAID)
        elif parts := _parts(change.new, change.old, old, lone):
            told[id(change)] = Merged((change.old, *parts), change.new, SAID)
        elif parts := _taken_in(change.old, change.new, old, lone):
            told[id(change)] = Merged(parts, change.new, TOLD, reworded=True)
        elif parts := _taken_in(change.new, change.old, new, lone):
            told[id(change)] = Split(change.old, parts, TOLD, reworded=True)
        gone.update(id(part) for part in parts if id(part) in lone)
    return tuple(
        told.get(id(one), one) for one in changes if id(getattr(one, "old", None)) not in gone and id(getattr(one, "new", None)) not in gone
    )


def _parts(whole: Statement, first: Statement, side: Sequence[Statement], lone: Collection[int]) -> tuple[Statement, ...]:
    """Return what follows the first part of a sentence and says the rest of it, empty where that is not all that differs."""
    if not whole.home is first.home is Home.BODY:
        return ()
    following = [one for one in _following(first, side) if id(one) in lone]
    parts = (
        tuple(following[index] for index in told_in_parts(whole.words, first.words, [one.words for one in following])) if following else ()
    )
    if not parts or whole.reading.force is not first.reading.force or _pointers(whole) != sum(map(_pointers, parts), _pointers(first)):
        return ()
    forces = {clause.force for clause in whole.reading.clauses} | {Force.DESCRIPTIVE}
    return parts if all(one.reading.force in forces or holds_always(one.words) for one in parts) else ()


def _pieces(whole: Statement, piece: Statement, side: Sequence[Statement], lone: Collection[int]) -> tuple[Statement, ...]:
    """Return the piece with its neighbours that say a sentence together in the same order, empty where they do not; it may be any of them."""
    if not whole.home is piece.home is Home.BODY or len(piece.words) >= len(whole.words):
        return ()
    start = end = piece.position
    while start and _loose(side[start - 1], piece, lone):
        start -= 1
    while end + 1 < len(side) and _loose(side[end + 1], piece, lone):
        end += 1
    for first in range(start, piece.position + 1):
        count = said_in_pieces(whole.words, [one.words for one in side[first : end + 1]])
        run = tuple(side[first : first + count])
        if count > 1 and piece in run and _pointers(whole) == sum(map(_pointers, run), Counter()):
            return run
    return ()


def _led_into(whole: Statement, lead: Statement, side: Sequence[Statement], lone: Collection[int]) -> tuple[Statement, ...]:
    """Return a few words that lead into a list with its items, which say a sentence together and bind as it does; empty where they do not."""
    if not whole.home is lead.home is Home.BODY or len(telling(lead.words)) > _FEWEST:
        return ()
    items = [one for one in _following(lead, side) if id(one) in lone and one.lead_in]
    forces = {clause.force for clause in whole.reading.clauses}
    binding_alike = all(clause.force in forces for one in items for clause in one.reading.clauses)
    said = bool(items) and binding_alike and said_in_pieces(whole.words, [one.words for one in items]) == len(items)
    return (lead, *items) if said and _pointers(whole) == sum(map(_pointers, items), _pointers(lead)) else ()


def _taken_in(piece: Statement, whole: Statement, side: Sequence[Statement], lone: Collection[int]) -> tuple[Statement, ...]:
    """Return a sentence with the neighbours that what became of it has taken in as well, in order; empty where it took in none."""
    if not whole.home is piece.home is Home.BODY or len(piece.words) >= len(whole.words):
        return ()
    start = end = piece.position
    while start and _loose(side[start - 1], piece, lone) and _told(side[start - 1], piece, whole):
        start -= 1
    while end + 1 < len(side) and _loose(side[end + 1], piece, lone) and _told(side[end + 1], piece, whole):
        end += 1
    return tuple(side[start : end + 1]) if start < end else ()


def _told(one: Statement, piece: Statement, whole: Statement) -> bool:
    """Whether of a neighbour of a piece and the rest of the whole one tells most of the other.

    The whole must bind as often as both, turn nothing round, and except no more.
    """
    besides, there, here = (set(telling(part.words)) for part in (piece, whole, one))
    said = [word for word in dict.fromkeys(telling(one.words)) if word not in besides]
    rest = there - besides
    excepted = [len(side.reading.exceptions) for side in (one, piece, whole)]
    return (
        one.block == piece.block
        and len(said) >= _FEWEST
        and (most_of(said, there) or (len(rest) > _SOME and most_of(rest, here)))
        and sum(excepted[:2]) >= excepted[2]
        and (_binding(one) == 0 or _bound(whole) > _bound(piece) or demanded(said, whole.reading) or _all_said(one, whole))
        and turned_round(one.reading.clauses, whole.reading) is None
    )


def _all_said(one: Statement, whole: Statement) -> bool:
    """Whether another sentence asks as strongly for most of what each clause of a sentence asks for, in a clause that may ask for more."""
    return all(
        any(clause.force is other.force and most_of(telling(clause.act), telling(other.act)) for other in whole.reading.clauses)
        for clause in one.reading.clauses
    )


def _binding(one: Statement) -> int:
    return sum(clause.force.strength >= Force.RECOMMENDED.strength for clause in one.reading.clauses)


def _bound(one: Statement) -> int:
    return sum(clause.force is not Force.DESCRIPTIVE for clause in one.reading.clauses)


def _loose(one: Statement, piece: Statement, lone: Collection[int]) -> bool:
    return one.section == piece.section and one.home is Home.BODY and id(one) in lone


def _following(first: Statement, side: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the rest of the paragraph of a sentence, and the list that it leads into."""
    for index in range(first.position + 1, len(side)):
        one = side[index]
        if one.section != first.section or (one.block != first.block and not (one.lead_in and first.words.endswith(one.lead_in))):
            return
        yield one


def _pointers(statement: Statement) -> Counter[str]:
    return Counter((*statement.references, *statement.footnotes))
