"""How the sections went from the old ladder of levels to the new one: what rose, fell, came, went and stayed."""

from collections.abc import Sequence

from specdiff.model.change import Matching
from specdiff.model.review import Course, Flow, Heading, SectionRef

_COURSES = tuple(Course)


def flows(outline: Sequence[Heading], matching: Matching) -> tuple[Flow, ...]:
    """Return the sections of both revisions by the levels in force before and after: first what moved, from the highest level down."""
    together: dict[tuple[Course, str | None, str | None], list[SectionRef]] = {}
    for section in (heading.section for heading in outline):
        old, new = section.authority_old, section.authority_new
        if old is not None or new is not None:
            together.setdefault((_course(section, matching), old, new), []).append(section)
    names = (matching.old.ladder.names, matching.new.ladder.names)
    ordered = sorted(
        together, key=lambda key: (_COURSES.index(key[0]), _height(key[1], names[0]), _height(key[2], names[1]), key[1] or "", key[2] or "")
    )
    return tuple(Flow(key[1], key[2], key[0], tuple(together[key])) for key in ordered)


def _course(section: SectionRef, matching: Matching) -> Course:
    if section.old is None or section.new is None:
        return Course.CAME if section.old is None else Course.WENT
    before, after = section.authority_old, section.authority_new
    if matching.level_became.get(before or "", before) == after:
        return Course.SAME
    if before is None or after is None:
        return Course.RAISED if before is None else Course.LOWERED
    rungs = matching.rungs(before, after)
    return (Course.RAISED if rungs > 0 else Course.LOWERED) if rungs else Course.OTHER


def _height(level: str | None, names: Sequence[str]) -> int:
    return names.index(level) if level in names else len(names)
