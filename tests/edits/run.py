"""Making an edit and looking at what is said of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from random import Random

from rapidfuzz.distance import LCSseq

from edits import kinds as package
from edits.document import Document, documents
from edits.edit import Edit, Expected, Kind
from specdiff.compare import compare_specs
from specdiff.discovery import discover
from specdiff.model.finding import Severity
from specdiff.model.place import Hunk
from specdiff.model.review import Entry, Review
from specdiff.model.settings import Settings


@dataclass(frozen=True)
class Outcome:
    """What came of one edit. ``missing`` are expected findings that are not there, ``extra`` those that should not be."""

    kind: str
    seed: int
    before: Document
    edit: Edit
    review: Review
    missing: tuple[Expected, ...]
    extra: tuple[Entry, ...]

    @property
    def hit(self) -> bool:
        """Whether every expected finding was there; nothing can be missed of an edit that means nothing."""
        return not self.missing

    @property
    def clean(self) -> bool:
        """Whether nothing was said beyond what was expected, and every changed line was accounted for."""
        return not self.extra and not self.review.unexplained


def all_kinds() -> dict[str, list[Kind]]:
    """Return every kind of edit, by the module that defines it."""
    found: dict[str, list[Kind]] = {}
    for module, one in discover(package, Kind):
        found.setdefault(module.rpartition(".")[2], []).append(one)
    return found


def run(kind: Kind, seed: int, groups: Sequence[str] = ()) -> Outcome | None:
    """Make one edit of a kind and compare; ``None`` where no document has a place for it. The same seed gives the same edit.

    *groups* are the documents to choose from (all that are at hand).
    """
    chance = Random(f"{kind.name}/{seed}")  # noqa: S311 - a choice of places, not a secret
    for document in _choices(chance, groups):
        edit = kind.make(document, chance)
        if edit is not None:
            return judged(kind, seed, document, edit)
    return None


def _choices(chance: Random, groups: Sequence[str]) -> Iterable[Document]:
    """Yield all documents, first one of each group: a small group is edited as often as a large one."""
    left = {group: chance.sample(ones, len(ones)) for group, ones in documents().items() if not groups or group in groups}
    while left:
        for group in chance.sample(sorted(left), len(left)):
            yield left[group].pop()
            if not left[group]:
                del left[group]


def judged(kind: Kind, seed: int, document: Document, edit: Edit) -> Outcome:
    """Compare a document before and after an edit, and hold what is said against what is expected."""
    review = compare_specs(document.spec, edit.after.spec, hunks(document, edit.after), Settings())
    loud = [entry for entry in review.entries if entry.explained_by is None and entry.severity is not Severity.EDITORIAL]
    missing, expected = [], []
    for wanted in edit.expected:
        found = next((entry for entry in loud if entry not in expected and wanted.met_by(entry)), None)
        (missing if found is None else expected).append(wanted if found is None else found)
    told = {entry.fingerprint for entry in expected}
    told |= {entry.fingerprint for entry in review.entries if entry.explained_by in told}
    extra = tuple(entry for entry in loud if entry.fingerprint not in told and not (edit.moves_values and follows(entry, review, told)))
    return Outcome(kind.name, seed, document, edit, review, tuple(missing), extra)


def follows(entry: Entry, review: Review, told: set[str]) -> bool:
    """Whether a finding is a shift of values, and all evidence for it is among the findings *told*."""
    if entry.rule.id != "value/shifted":
        return False
    evidence = {
        one.fingerprint
        for shift in review.shifts
        if shift.gains == entry.facts["gains"] and shift.loses == entry.facts["loses"]
        for one in shift.evidence
    }
    return bool(evidence) and evidence <= told


def hunks(before: Document, after: Document) -> list[Hunk]:
    """Return the textual difference, with no context lines."""
    old, new = ([line.rstrip("\r") for line in one.lines[: -1 if not one.lines[-1] else None]] for one in (before, after))
    return [
        Hunk(before.path, after.path, step.src_start + 1, len(gone), step.dest_start + 1, len(come), gone, come)
        for step in LCSseq.opcodes(old, new)
        if step.tag != "equal"
        for gone, come in [(tuple(old[step.src_start : step.src_end]), tuple(new[step.dest_start : step.dest_end]))]
    ]


def told(outcome: Outcome) -> str:
    """Say what was not found and what should not have been, with the edit."""
    diff = list(unified_diff(outcome.before.lines, outcome.edit.after.lines, lineterm="", n=1))[2:]
    lines = [f"== {outcome.kind} {outcome.seed} in {outcome.before.name}"]
    lines += [f"   missing {one}" for one in outcome.missing]
    lines += [
        f"   extra   {one.rule.id} {one.section.old} -> {one.section.new}: {one.message}\n           {shown(one)}" for one in outcome.extra
    ]
    lines += [f"   unexplained {one.old_start},{one.old_count} {one.new_start},{one.new_count}" for one in outcome.review.unexplained]
    return "\n".join([*lines, *(f"      | {line[:300]}" for line in diff[:30])])


def shown(entry: Entry) -> str:
    return " -> ".join(quote.text[:200] if quote else "-" for quote in (entry.old, entry.new))
