"""From what the user named and chose to a review or a spec: the outer ends of the line."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from specdiff.cli.controls import spec_file
from specdiff.cli.settings import Chosen, Options, configured
from specdiff.errors import SpecdiffError
from specdiff.sources.revisions import Sides, open_one, open_sides

if TYPE_CHECKING:
    from specdiff.model.change import Matching
    from specdiff.model.review import Review
    from specdiff.model.spec import Spec
    from specdiff.sources.revisions import Pair


class Start(NamedTuple):
    """Two sides that exist, and what is in force for them."""

    sides: Sides
    chosen: Chosen


def opened(old: str, new: str | None, options: Options) -> Start:
    """Resolve both sides and the configuration. Raises SpecdiffError for whatever cannot be."""
    if options.staged and new is not None:
        raise SpecdiffError("--staged compares OLD with the index; leave NEW away, or --staged")
    sides = open_sides(old, new, repo=_folder(options), staged=options.staged)
    return _started(sides, options)


def reviewed(start: Start) -> "Review":
    """Return the review."""
    from specdiff.compare import compare

    pair = _governed(_read(start), start)
    settings = start.chosen.settings
    url = settings.repository_url or start.sides.repository_url
    review = compare(pair.old, pair.new, pair.hunks, replace(settings, repository_url=url))
    notes = (*(one if one.endswith(".") else f"{one}." for one in start.sides.notes), *start.chosen.notes)
    return replace(review, notes=(*review.notes, *notes)) if notes else review


def matched(start: Start) -> "Matching":
    """Return what was paired with what."""
    from specdiff.matching.match import match
    from specdiff.parsing.parse import parse_both

    pair, settings = _governed(_read(start), start), start.chosen.settings
    return match(*parse_both(pair.old, pair.new, settings), settings)


def understood(revision: str, options: Options) -> "Spec":
    """Return the spec of one revision."""
    from specdiff.parsing.parse import parse

    start = _started(open_one(revision, repo=_folder(options)), options)
    return parse(_read(start).new, start.chosen.settings)


def _started(sides: Sides, options: Options) -> Start:
    if options.paths and sides.old.named is not None and sides.new.named is not None:
        raise SpecdiffError("--path says where the spec stands in a revision or a folder, and files are named here; leave it away")
    return Start(sides, configured(options, sides))


def _folder(options: Options) -> Path | None:
    return Path(options.repo) if options.repo is not None else None


def _read(start: Start) -> "Pair":
    from specdiff.parsing.parse import companions, recognises

    return start.sides.snapshots(paths=start.chosen.paths, recognises=recognises, companions=companions(), lead=start.chosen.trusted)


def _governed(pair: "Pair", start: Start) -> "Pair":
    """Put what governs each side beside its spec: the configuration, the approvals, and which file is the spec."""
    old, new = (replace(side, controls=controls) for side, controls in zip((pair.old, pair.new), start.chosen.controls, strict=True))
    found = start.sides.old.whole and start.sides.new.whole and len(old.paths) == len(new.paths) == 1
    if start.chosen.trusted == "old" and found:
        old, new = (replace(side, controls=(*side.controls, spec_file(side.paths[0]))) for side in (old, new))
    return replace(pair, old=old, new=new)
