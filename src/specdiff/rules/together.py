"""Sentences that became one in other words, or came out of one, as a pair that can be compared."""

from collections.abc import Sequence
from dataclasses import fields, replace
from functools import partial

from specdiff.model.change import Change, Kept, Merged, Split
from specdiff.model.language import Reading
from specdiff.model.place import Place
from specdiff.model.spec import Node, Statement


def together(change: Change[Node]) -> Change[Node]:
    """Return a change as the rules look at it: of a sentence and several that say it in other words the pair of it and all these as one."""
    if isinstance(change, Merged) and change.reworded:
        return Kept(_joined([one for one in change.old if isinstance(one, Statement)]), change.new, 0.0, change.because)
    if isinstance(change, Split) and change.reworded:
        return Kept(change.old, _joined([one for one in change.new if isinstance(one, Statement)]), 0.0, change.because)
    return change


def _joined(parts: Sequence[Statement]) -> Statement:
    """Return sentences that follow one another as one statement: it says all that they say."""
    first, last = parts[0], parts[-1]
    return replace(
        first,
        text=" ".join(one.text for one in parts),
        words=" ".join(one.words for one in parts),
        place=Place(first.place.path, first.place.first_line, last.place.last_line),
        read=partial(_all_said, parts),
        references=tuple(target for one in parts for target in one.references),
        footnotes=tuple(mark for one in parts for mark in one.footnotes),
    )


def _all_said(parts: Sequence[Statement]) -> Reading:
    readings = [one.reading for one in parts]
    return Reading(**{part.name: tuple(said for one in readings for said in getattr(one, part.name)) for part in fields(Reading)})
