"""Where to point in the newer side, which is what a pull request shows: at the change itself, or next to the gap that it left."""

from bisect import bisect_right
from collections.abc import Iterable

from specdiff.model.change import Matching
from specdiff.model.control import Control
from specdiff.model.finding import Finding
from specdiff.model.place import Hunk, Place


class Pointer:
    """Finds a place in NEW for every finding."""

    def __init__(self, matching: Matching, hunks: Iterable[Hunk]) -> None:
        self._matching = matching
        self._gone: dict[str, list[Hunk]] = {}
        for hunk in hunks:
            if hunk.old_path is not None and hunk.old_count:
                self._gone.setdefault(hunk.old_path, []).append(hunk)
        for many in self._gone.values():
            many.sort(key=lambda hunk: hunk.old_start)

    def at(self, finding: Finding) -> Place | None:
        """Return the finding's own place in NEW; for what went, the line that stands there now, else the nearest heading that is left.

        ``None`` where NEW has no text at all.
        """
        if finding.new is not None and finding.new.place is not None:
            return finding.new.place
        if isinstance(finding.old, Control):
            return self._file(finding.old.place.path) or self._top()
        gap = self._gap(finding.old.place) if finding.old is not None and finding.old.place is not None else None
        return gap or self._heading(finding) or self._top()

    def _gap(self, old: Place) -> Place | None:
        """Return the line where old lines went: the first that replaced them, or the last before the gap."""
        many = self._gone.get(old.path, [])
        index = bisect_right(many, old.last_line, key=lambda hunk: hunk.old_start) - 1
        if index < 0 or many[index].new_path is None:
            return None
        hunk = many[index]
        if hunk.old_start + hunk.old_count <= old.first_line:
            return None
        first = max(1, hunk.new_start)
        return Place(many[index].new_path or "", first, first)

    def _heading(self, finding: Finding) -> Place | None:
        """Return the heading of the section now, or of the last one before it that is left."""
        if finding.section_new is not None:
            return finding.section_new.place
        if finding.section_old is None:
            return None
        became, old = self._matching.section_became, self._matching.old
        before = old.sections[: finding.section_old.position + 1]
        kept = next((became[section.id] for section in reversed(before) if section.id in became), None)
        return self._matching.new.by_id[kept].place if kept is not None else None

    def _file(self, path: str) -> Place | None:
        """Return the first line of a file of the configuration that NEW still has something in."""
        return Place(path, 1, 1) if any(control.place.path == path for control in self._matching.new.controls) else None

    def _top(self) -> Place | None:
        paths = self._matching.new.paths
        return Place(paths[0], 1, 1) if paths else None
