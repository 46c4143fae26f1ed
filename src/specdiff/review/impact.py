"""What else a reviewer must look at: evals of the policies that changed, and policies that refer to them."""

from collections.abc import Iterable

from specdiff.model.change import Matching
from specdiff.model.finding import Severity
from specdiff.model.review import Entry

_PLACE_ONLY = ("section/moved", "section/reordered")


def changed_sections(entries: Iterable[Entry]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids, in OLD and in NEW, of sections in which more changed than wording or place."""
    old: set[str] = set()
    new: set[str] = set()
    for entry in entries:
        if entry.severity is Severity.EDITORIAL or entry.rule.id in _PLACE_ONLY:
            continue
        if entry.section.new:
            new.add(entry.section.new)
        elif entry.section.old:
            old.add(entry.section.old)
    return frozenset(old), frozenset(new)


def eval_prompts(entries: Iterable[Entry], matching: Matching) -> tuple[str, ...]:
    """Return the ids of the eval prompts marked in changed policies, in document order: those to run again, then those of policies gone."""
    old, new = changed_sections(entries)
    now = [prompt.id for prompt in matching.new.eval_prompts if prompt.marked and prompt.section in new]
    before = [prompt.id for prompt in matching.old.eval_prompts if prompt.marked and prompt.section in old]
    return tuple(dict.fromkeys((*now, *before)))


def referring_sections(entries: Iterable[Entry], matching: Matching) -> tuple[str, ...]:
    """Return the ids of the sections of NEW that point at a changed section and are not it, in document order."""
    _, new = changed_sections(entries)
    found = {
        reference.section for reference in matching.new.references if reference.target in new and reference.section != reference.target
    }
    return tuple(section.id for section in matching.new.sections if section.id in found)
