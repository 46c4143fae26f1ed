"""Settings that name a section which neither revision has: most often a slip of the pen, so that they do nothing and nobody sees it."""

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase

from specdiff.model.change import Matching
from specdiff.model.settings import Settings


def unfit(matching: Matching, settings: Settings) -> Iterator[str]:
    """Yield a remark for each declared rename and each override whose section is not there, with the id that may be meant."""
    if not settings.renames and all(override.section == "*" for override in settings.overrides):
        return
    old, new = (
        {name: section.title for section in spec.sections for name in (section.id, section.anchor or "")}
        for spec in (matching.old, matching.new)
    )
    for before, after in settings.renames.items():
        yield from _rename(before, after, old, new)
    both = {**old, **new}
    for section in dict.fromkeys(override.section for override in settings.overrides):
        if not any(fnmatchcase(name, section) for name in both):
            yield f"The override for the section {section!r} fits none{_meant(section, both)}"


def _rename(before: str, after: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    """A rename that happened before both revisions, or has yet to happen, is in order; one of which only one end is right is not."""
    what = f"The rename of {before!r} to {after!r} does nothing"
    if before in old and after not in new:
        yield f"{what}: the newer revision has no section {after!r}{_meant(after, new)}"
    elif after in new and before not in old and after not in old:
        yield f"{what}: the older revision has no section {before!r}{_meant(before, old)}"
    elif before not in {**old, **new} and after not in {**old, **new}:
        yield f"{what}: neither revision has either section{_meant(before, {**old, **new})}"


def _meant(name: str, names: Mapping[str, str]) -> str:
    from rapidfuzz import fuzz, process, utils  # noqa: PLC0415 - only for a remark

    near = process.extractOne(name, [one for one in names if one], scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=60)
    return f"; did you mean {near[0]!r}?" if near else "."
