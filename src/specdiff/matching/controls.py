"""Settings and approvals are the same by their key alone."""

from collections.abc import Sequence

from specdiff.matching.links import Link, relate
from specdiff.model.change import Change
from specdiff.model.control import Control


def pair_controls(old: Sequence[Control], new: Sequence[Control]) -> tuple[Change[Control], ...]:
    """Return what became of each."""
    at = {control.key: index for index, control in enumerate(new)}
    links = {
        index: Link(index, at[control.key], 1.0 if control.words == new[at[control.key]].words else 0.0, "the same key")
        for index, control in enumerate(old)
        if control.key in at
    }
    return relate(old, new, links)
