"""Where findings are shown: sections of both revisions in one order, each pair of ids one heading of the review."""

from collections.abc import Iterator

from specdiff.model.change import Matching
from specdiff.model.control import Control
from specdiff.model.finding import Finding
from specdiff.model.place import Place
from specdiff.model.review import Heading, SectionRef
from specdiff.model.spec import Section


class Shelf:
    """Makes section references. Positions count through both revisions: a section that is gone stands after what it stood after."""

    def __init__(self, matching: Matching) -> None:
        self._refs: dict[tuple[str | None, str | None], SectionRef] = {}
        self._old: dict[str, int] = {}
        self._new: dict[str, int] = {}
        self._merged = tuple(_merged(matching))
        self._beside = SectionRef(None, None, "Configuration", None, None, position=len(self._merged) + 1)
        for rank, (side, section) in enumerate(self._merged, 1):
            (self._new if side == "new" else self._old)[section.id] = rank
        for old, new in matching.section_became.items():
            self._old.setdefault(old, self._new.get(new, 0))
        self._sections = matching.new.by_id
        self._was = {new: matching.old.by_id[old] for new, old in matching.section_was.items()}

    def ref(self, finding: Finding) -> SectionRef:
        """Return the section of a finding; one without sections is about the whole document and stands first.

        What governs the review is in no section and stands last.
        """
        if isinstance(finding.new or finding.old, Control):
            return self._beside
        return self._of(finding.section_old, finding.section_new)

    def home(self, ref: SectionRef) -> SectionRef:
        """Return where a finding is shown: what came from another policy stands in the one where it is now, which is not renamed by that."""
        new = self._sections.get(ref.new or "") if ref.old is not None else None
        return self._of(self._was.get(new.id), new) if new is not None else ref

    def outline(self) -> tuple[Heading, ...]:
        """Return the table of contents of both revisions together; text before any heading is in no table of contents."""
        return tuple(
            Heading(
                self._of(section if side == "old" else self._was.get(section.id), section if side == "new" else None),
                section.depth,
                _heading(section if side == "old" else self._was.get(section.id)),
                _heading(section if side == "new" else None),
            )
            for side, section in self._merged
            if section.depth
        )

    def _of(self, old: Section | None, new: Section | None) -> SectionRef:
        key = (old.id if old else None, new.id if new else None)
        if key not in self._refs:
            self._refs[key] = self._made(old, new)
        return self._refs[key]

    def _made(self, old: Section | None, new: Section | None) -> SectionRef:
        shown = new or old
        if shown is None:
            return SectionRef(None, None, "", None, None)
        return SectionRef(
            old=old.id if old else None,
            new=new.id if new else None,
            title=shown.title,
            authority_old=old.level if old else None,
            authority_new=new.level if new else None,
            path=shown.path,
            position=(self._new if new else self._old).get(shown.id, 0),
        )


def _heading(section: Section | None) -> Place | None:
    return section.place if section is not None and section.depth else None


def _merged(matching: Matching) -> Iterator[tuple[str, Section]]:
    """Yield every new section, and after each the old ones without a successor that followed its predecessor."""
    became = matching.section_became
    gone: dict[str, list[Section]] = {}
    after = ""
    for section in matching.old.sections:
        if section.id in became:
            after = became[section.id]
        else:
            gone.setdefault(after, []).append(section)
    yield from (("old", section) for section in gone.get("", ()))
    for section in matching.new.sections:
        yield "new", section
        yield from (("old", old) for old in gone.get(section.id, ()))
