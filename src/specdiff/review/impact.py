"""What else a reviewer must look at: evals of the policies that changed, and policies that refer to them."""

from collections.abc import Iterable

from specdiff.model.change import Matching
from specdiff.model.finding import Severity
from specdiff.model.review import Entry

_PLACE_ONLY = ("section/moved", "section/reordered")


def changed_sections(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the ids, in NEW, of sections in which more changed than wording or place."""
    return frozenset(
        entry.section.new
        for entry in entries
        if entry.section.new and entry.severity is not Severity.EDITORIAL and entry.rule.id not in _PLACE_ONLY
    )


def eval_prompts(entries: Iterable[Entry], matching: Matching) -> tuple[str, ...]:
    """Return the ids of the eval prompts marked in changed policies, in document order: those to run again."""
    changed = changed_sections(entries)
    return tuple(prompt.id for prompt in matching.new.eval_prompts if prompt.marked and prompt.section in changed)


def referring_sections(entries: Iterable[Entry], matching: Matching) -> tuple[str, ...]:
    """Return the ids of the sections of NEW that point at a changed section and are not it, in document order."""
    changed = changed_sections(entries)
    found = {one.section for one in matching.new.references if one.target in changed and one.section != one.target}
    return tuple(section.id for section in matching.new.sections if section.id in found)
