"""From findings to the finished review: fold, weigh, name, order, and say what is left over."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from specdiff.model.change import Matching
from specdiff.model.finding import Finding, Severity
from specdiff.model.place import Hunk
from specdiff.model.review import Accepted, Entry, Outcome, Quote, Review, SectionRef, Topic
from specdiff.model.settings import Settings
from specdiff.model.spec import Node
from specdiff.prose.text.edits import edits, whole
from specdiff.review.accepted import accepted
from specdiff.review.claims import claims
from specdiff.review.counts import side
from specdiff.review.fingerprint import fingerprints
from specdiff.review.flows import flows
from specdiff.review.impact import eval_prompts, referring_sections
from specdiff.review.leftovers import leftovers
from specdiff.review.opening import opening
from specdiff.review.order import urgency
from specdiff.review.pointing import Pointer
from specdiff.review.questions import Questions
from specdiff.review.sections import Shelf
from specdiff.review.shifts import shifts
from specdiff.review.unfit import unfit
from specdiff.review.weight import chosen, severity, standing

_WORST = 5


class _Draft(NamedTuple):
    """A finding on its way to an entry: ``urgency`` orders, ``echo_of`` is the index of the finding that explains it."""

    finding: Finding
    fingerprint: str
    severity: Severity
    urgency: float
    echo_of: int | None
    accepted: Accepted | None


def compose(matching: Matching, findings: Iterable[Finding], hunks: Iterable[Hunk], settings: Settings) -> Review:
    """Return everything that is said about the two revisions."""
    found, hunks = list(findings), tuple(hunks)
    drafts, notes = _drafts(found, matching, settings)
    shelf = Shelf(matching)
    entries = _entries(drafts, shelf, Questions(matching), Pointer(matching, hunks))
    alone = tuple(entry for entry in entries if entry.explained_by is None)
    unexplained, layout = leftovers(hunks, found, matching)
    outline = shelf.outline()
    outcome = _outcome(entries, hunks, unexplained)
    old, new = side(matching.old), side(matching.new)
    tilted = shifts([draft.finding for draft in drafts.values()], {id(draft.finding): draft.fingerprint for draft in drafts.values()})
    return Review(
        old=old,
        new=new,
        outcome=outcome,
        entries=entries,
        topics=_topics(alone, shelf),
        echoes=_echoes(entries),
        by_severity=_tally_severities(alone),
        by_rule=dict(sorted(Counter(entry.rule.id for entry in alone).items())),
        opening=opening(outcome, old, new, alone, tilted, unexplained),
        worst=_worst(alone),
        shifts=tilted,
        eval_prompts=eval_prompts(entries, matching),
        referring_sections=referring_sections(entries, matching),
        unexplained=unexplained,
        notes=(*matching.notes, *unfit(matching, settings), *_layout_note(layout), *_whole_note(entries), *notes),
        rules=tuple(
            {draft.finding.rule.id: draft.finding.rule for draft in sorted(drafts.values(), key=lambda one: one.finding.rule.id)}.values()
        ),
        repository_url=settings.repository_url,
        outline=outline,
        flows=flows(outline, matching),
    )


def _drafts(findings: Sequence[Finding], matching: Matching, settings: Settings) -> tuple[dict[int, _Draft], tuple[str, ...]]:
    """Weigh every finding, by its index, and return the remarks on approvals too.

    Those that the user turned off are left out, and what they explained stands alone; so does what follows from an accepted finding and was
    not accepted with it. A finding weighs at least as much as the worst of its echoes, unless the user set its severity: folding must not hide.
    """
    touched = [standing(finding, matching) for finding in findings]
    weighed = {
        index: inforce
        for index, finding in enumerate(findings)
        if (inforce := severity(finding, touched[index], settings.overrides)) is not None
    }
    names = fingerprints(findings)
    folded = {echo: top for echo, top in claims(findings, matching).items() if top in weighed and echo in weighed}
    agreed, notes = accepted(settings, [names[index] for index in weighed], [(names[echo], names[top]) for echo, top in folded.items()])
    echo_of = {echo: top for echo, top in folded.items() if names[top] not in agreed or names[echo] in agreed}
    for echo, top in echo_of.items():
        if names[echo] not in agreed and chosen(findings[top], settings.overrides) is None:
            weighed[top] = max(weighed[top], weighed[echo], key=lambda one: one.weight)
    traded = _traded(findings)
    drafts = {
        index: _Draft(
            findings[index],
            names[index],
            inforce,
            urgency(findings[index], inforce, touched[index], traded[id(findings[index])]),
            echo_of.get(index),
            agreed.get(names[index]),
        )
        for index, inforce in weighed.items()
    }
    return drafts, notes


def _traded(findings: Iterable[Finding]) -> Mapping[int, float]:
    """Return, by the ``id()`` of a finding, how much it says at most for or against one of the values that a shift trades."""
    traded: defaultdict[int, float] = defaultdict(float)
    for finding in findings:
        for sign in finding.evidence:
            traded[id(sign.finding)] = max(traded[id(sign.finding)], abs(sign.weight))
    return traded


def _entries(drafts: Mapping[int, _Draft], shelf: Shelf, questions: Questions, pointer: Pointer) -> tuple[Entry, ...]:
    """Order the drafts, worst first and echoes after what they echo, and make entries of them."""
    refs = {index: shelf.ref(draft.finding) for index, draft in drafts.items()}

    def key(index: int) -> tuple[float, int, int, str, int]:
        draft = drafts[index]
        node = draft.finding.new or draft.finding.old
        line = node.place.first_line if node is not None and node.place is not None else 0
        return -draft.urgency, refs[index].position, line, draft.finding.rule.id, index

    below: dict[int, list[int]] = {}
    for index, draft in drafts.items():
        if draft.echo_of is not None:
            below.setdefault(draft.echo_of, []).append(index)
    ordered: list[int] = []
    for top in sorted((index for index, draft in drafts.items() if draft.echo_of is None), key=key):
        ordered += [top, *sorted(below.get(top, ()), key=key)]
    return tuple(
        Entry(
            fingerprint=draft.fingerprint,
            rule=draft.finding.rule,
            severity=draft.severity,
            confidence=draft.finding.confidence,
            message=draft.finding.message,
            section=refs[index],
            old=_quote(draft.finding.old),
            new=_quote(draft.finding.new),
            facts=draft.finding.facts,
            question=questions.ask(draft.finding, draft.severity),
            edits=edits(draft.finding.old.text, draft.finding.new.text)
            if draft.finding.old is not None and draft.finding.new is not None
            else (),
            explained_by=drafts[draft.echo_of].fingerprint if draft.echo_of is not None else None,
            accepted=draft.accepted,
            at=pointer.at(draft.finding),
        )
        for index in ordered
        if (draft := drafts[index])
    )


def _quote(node: Node | None) -> Quote | None:
    return Quote(node.text, node.place) if node is not None and node.place is not None else None


def _worst(alone: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the few that must be seen; smaller ones only where nothing is major. A value that gains in several policies is seen once."""
    shown = [entry for entry in alone if entry.severity is not Severity.EDITORIAL and entry.accepted is None]
    loud = [entry for entry in shown if entry.severity.weight >= Severity.MAJOR.weight]
    once = {_once(entry): entry for entry in reversed(loud or shown)}
    return tuple(reversed(once.values()))[:_WORST]


def _once(entry: Entry) -> object:
    """Return what tells a finding from all others; of a shift of values which value gains over which."""
    return (entry.facts.get("gains"), entry.facts.get("loses")) if entry.rule.group == "value" else entry.fingerprint


def _outcome(entries: Sequence[Entry], hunks: Sequence[Hunk], unexplained: Sequence[Hunk]) -> Outcome:
    """What nobody could explain may mean something, so it counts as a change of meaning."""
    if unexplained or any(entry.severity is not Severity.EDITORIAL for entry in entries):
        return Outcome.MEANING
    return Outcome.WORDING if entries or hunks else Outcome.IDENTICAL


def _topics(alone: Sequence[Entry], shelf: Shelf) -> tuple[Topic, ...]:
    """Group by section, in document order; within a section the order of importance stays."""
    grouped: dict[tuple[int, str, str], list[Entry]] = {}
    homes: dict[tuple[int, str, str], SectionRef] = {}
    for entry in alone:
        home = shelf.home(entry.section)
        key = home.position, home.old or "", home.new or ""
        homes[key] = home
        grouped.setdefault(key, []).append(entry)
    return tuple(Topic(homes[key], tuple(found)) for key, found in sorted(grouped.items()))


def _echoes(entries: Sequence[Entry]) -> dict[str, tuple[Entry, ...]]:
    grouped: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.explained_by is not None:
            grouped.setdefault(entry.explained_by, []).append(entry)
    return {top: tuple(found) for top, found in grouped.items()}


def _tally_severities(entries: Sequence[Entry]) -> dict[str, int]:
    found = Counter(entry.severity.value for entry in entries)
    return {one.value: found[one.value] for one in Severity}


def _whole_note(entries: Iterable[Entry]) -> tuple[str, ...]:
    long = sum(whole(entry.old.text, entry.new.text) for entry in entries if entry.old and entry.new)
    findings = "finding is about a text" if long == 1 else "findings are about texts"
    return (f"{long} {findings} too long to be compared word by word; what differs is shown as a whole.",) if long else ()


def _layout_note(layout: int) -> tuple[str, ...]:
    lines = "line differs" if layout == 1 else "lines differ"
    return (f"{layout} changed {lines} in layout or typography only.",) if layout else ()
