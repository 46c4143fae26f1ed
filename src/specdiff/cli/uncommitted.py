"""Settings and approvals that lie in the working tree and do not count: two revisions are reviewed by what a revision holds."""

from collections.abc import Iterable, Iterator

from specdiff.cli.controls import controls
from specdiff.errors import SpecdiffError
from specdiff.model.control import Control
from specdiff.sources.revisions import Side, Sides


def uncommitted(sides: Sides, side: Side, named: str | None, approvals: str | None) -> Iterator[str]:
    """Yield what to say where the working tree says something else than *side*, whose configuration and approvals are in force.

    Where it says what the newer side says that is told anyway, and a file that it lacks is not checked out rather than taken back.
    *named* and *approvals* are as for ``controls``.
    """
    beside = sides.work_tree
    if beside is None:
        return
    here, used, proposed = (controls(one.read, named, approvals) for one in (beside, side, sides.new))
    files = dict.fromkeys(one.place.path for one in (*here, *used))
    other = [path for path in files if _said(here, path) not in (_said(used, path), _said(proposed, path)) and _lies(beside, path)]
    if other:
        verb, these = ("is", "that") if len(other) == 1 else ("are", "those")
        yield (
            f"{' and '.join(other)} in the working tree {verb} not in force between two revisions, {these} of {side.label} {verb};"
            " commit first, or leave the newer revision away to compare with the working tree."
        )


def _said(each: Iterable[Control], path: str) -> set[tuple[str, str]]:
    return {(one.key, one.words) for one in each if one.place.path == path}


def _lies(side: Side, path: str) -> bool:
    try:
        return side.read(path) is not None
    except SpecdiffError:
        return True
