"""Nothing is silent: every changed line lies in some finding's place, is only laid out differently, or is listed here.

removed and added lines ── in a finding's place ───────────────▶ explained
                        ── blank, or markup with no words ─────▶ layout
                        ── only of nodes with the same words ──▶ layout   (reflow, typography, a diff that aligned badly)
                        ── else ───────────────────────────────▶ unexplained
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from specdiff.model.change import Kept, Matching
from specdiff.model.finding import Finding
from specdiff.model.place import Hunk, Place
from specdiff.model.spec import EvalPrompt, Node, Section

_WHOLE_SECTION = frozenset({"section/added", "section/removed", "section/split", "section/merged", "section/moved", "section/reordered"})
_WORD = re.compile(r"\w")
_POINTERS = re.compile(r"\]\(([^()\s]*)|\[\^([^\]]+)\]|\{(#[^}]*)\}")


class Lines:
    """A set of lines of several files, kept as ranges."""

    def __init__(self, places: Iterable[Place]) -> None:
        by_path: dict[str, list[tuple[int, int]]] = {}
        for place in places:
            by_path.setdefault(place.path, []).append((place.first_line, place.last_line))
        self._ranges = {path: _joined(sorted(ranges)) for path, ranges in by_path.items()}

    def has(self, path: str | None, line: int) -> bool:
        """Whether the line is in the set."""
        ranges = self._ranges.get(path or "", [])
        index = bisect_right(ranges, line, key=lambda one: one[0]) - 1
        return index >= 0 and line <= ranges[index][1]


def leftovers(hunks: Iterable[Hunk], findings: Sequence[Finding], matching: Matching) -> tuple[tuple[Hunk, ...], int]:
    """Return what no finding accounts for, and the number of lines that were only laid out differently."""
    old, new = (Lines(_places(findings, back=back)) for back in (True, False))
    same_old, same_new = _same_words(matching)
    unexplained: list[Hunk] = []
    layout = 0
    for hunk in hunks:
        gone, spare = _left(hunk.old_lines(), hunk.old_text, hunk.old_path, (old, same_old))
        come, more = _left(hunk.new_lines(), hunk.new_text, hunk.new_path, (new, same_new))
        layout += spare + more
        unexplained += _narrowed(hunk, gone, come)
    return tuple(unexplained), layout


def _left(lines: range, texts: tuple[str, ...], path: str | None, known: tuple[Lines, Lines]) -> tuple[list[int], int]:
    """Return the lines of one side that are left over, and how many are layout only. *known*: lines explained, lines of the same words."""
    explained, same = known
    left, layout = [], 0
    for line in lines:
        if explained.has(path, line):
            continue
        wordless = bool(texts) and not _WORD.search(texts[line - lines.start])
        if wordless or same.has(path, line):
            layout += 1
        else:
            left.append(line)
    return left, layout


def _places(findings: Iterable[Finding], *, back: bool) -> Iterator[Place]:
    """Yield where the findings of one side stand. A shift is a sum of others and accounts for no line itself."""
    for finding in findings:
        node = finding.old if back else finding.new
        if node is None or finding.evidence:
            continue
        whole = isinstance(node, Section) and finding.rule.id in _WHOLE_SECTION
        places = (
            node.span if isinstance(node, Section) and whole else node.place,
            node.body_place if isinstance(node, EvalPrompt) else None,
        )
        yield from (place for place in places if place is not None)


def _same_words(matching: Matching) -> tuple[Lines, Lines]:
    """Lines of nodes that were kept where they were with the same words, links and marks.

    A node whose place changed is not among them: that it stands elsewhere must be said by a finding.
    """
    kept = [change for change in matching.changes() if isinstance(change, Kept) and not change.moved and _same(change, matching)]
    sides = []
    for back in (True, False):
        unlike = Lines(_unlike(matching, back=back))
        places = (place for change in kept if (place := (change.old if back else change.new).place) is not None)
        sides.append(
            Lines(place for place in places if place.first_line != place.last_line or not unlike.has(place.path, place.first_line))
        )
    return sides[0], sides[1]


def _unlike(matching: Matching, *, back: bool) -> Iterator[Place]:
    """Yield the places of the sentences of one side that are not the same on the other: their neighbours on a line cannot vouch for it."""
    for change in matching.statements:
        if isinstance(change, Kept) and _same(change, matching):
            continue
        node = getattr(change, "old" if back else "new", None)
        yield from (one.place for one in (node if isinstance(node, tuple) else (node,)) if one is not None)


def _same(change: Kept[Node], matching: Matching) -> bool:
    """Whether a kept node says the same and points at the same; a heading may state the same level by the name that the level has now."""
    old, new = change.old, change.new
    if isinstance(old, Section) and isinstance(new, Section):
        level = matching.level_became.get(old.own_level or "", old.own_level)
        return (old.words, old.anchor, old.tags, level) == (new.words, new.anchor, new.tags, new.own_level)
    return old.words == new.words and _pointers(old.text) == _pointers(new.text)


def _pointers(text: str) -> list[tuple[str, str, str]]:
    """The link targets, footnote marks and heading attributes, which the normal form does not hold."""
    return _POINTERS.findall(text) if "[" in text or "{" in text else []


def _narrowed(hunk: Hunk, gone: list[int], come: list[int]) -> Iterator[Hunk]:
    """Yield what is left of a hunk as runs of lines."""
    for first, count in _runs(gone):
        start = first - hunk.old_start
        yield Hunk(hunk.old_path, hunk.new_path, first, count, hunk.new_start, 0, hunk.old_text[start : start + count], ())
    for first, count in _runs(come):
        start = first - hunk.new_start
        yield Hunk(hunk.old_path, hunk.new_path, hunk.old_start, 0, first, count, (), hunk.new_text[start : start + count])


def _runs(lines: list[int]) -> Iterator[tuple[int, int]]:
    """Yield (first, count) of each run of consecutive numbers."""
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index] != lines[index - 1] + 1:
            yield lines[start], index - start
            start = index


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Merge sorted ranges that touch."""
    joined: list[tuple[int, int]] = []
    for first, last in ranges:
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined
