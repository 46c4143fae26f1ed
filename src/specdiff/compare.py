"""The line: everything specdiff does, in the order it does it. The only file that knows that order."""

from collections.abc import Iterable

from specdiff.matching.match import match
from specdiff.model.place import Hunk
from specdiff.model.review import Review
from specdiff.model.settings import Settings
from specdiff.model.snapshot import Snapshot
from specdiff.model.spec import Spec
from specdiff.parsing.parse import parse_both
from specdiff.review.compose import compose
from specdiff.rules.catalogue import check
from specdiff.rules.shifts import weigh


def compare(old: Snapshot, new: Snapshot, hunks: Iterable[Hunk] = (), settings: Settings | None = None) -> Review:
    """Return the review of *new* against *old*.

    *hunks* is the textual difference with no context lines; what no finding accounts for of it is listed as unexplained.
    """
    settings = settings or Settings()
    return compare_specs(*parse_both(old, new, settings), hunks, settings)


def compare_specs(before: Spec, after: Spec, hunks: Iterable[Hunk], settings: Settings) -> Review:
    """Return the review of two specs that were parsed already, for who compares one with many."""
    matching = match(before, after, settings)
    findings = list(check(matching))
    findings += weigh(matching, findings, settings)
    return compose(matching, findings, hunks, settings)
