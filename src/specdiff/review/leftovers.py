"""Nothing is silent: every changed line lies in some finding's place, is only laid out differently, or is listed here.

removed and added lines ── in a finding's place ───────────────▶ explained, and with it the blank lines beside
                        ── blank, or markup with no words ─────▶ layout   (a tag that closes a section: what is in it is told by its contents)
                        ── only of nodes with the same words ──▶ layout   (reflow, typography, a diff that aligned badly)
                        ── else ───────────────────────────────▶ unexplained
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from specdiff.model.change import Kept, Matching, Merged, Split
from specdiff.model.finding import Finding
from specdiff.model.place import Hunk, Place
from specdiff.model.spec import Commentary, EvalPrompt, Example, Node, Section, Statement
from specdiff.prose.text.normal import fold

_WHOLE_SECTION = frozenset({"section/added", "section/removed", "section/split", "section/merged", "section/moved", "section/reordered"})
_WORD = re.compile(r"\w")
_CLOSING = re.compile(r"\s*</([A-Za-z][\w.-]*)\s*>\s*")
_OPENING = re.compile(r"<([A-Za-z][\w.-]*)")
_WORDS = re.compile(r"\w+")
_FENCE = re.compile(r"^[ \t>]*(?:`{3,}|~{3,})(.*)$", re.MULTILINE)
_POINTERS = re.compile(r"\]\(([^()\s]*)|\[\^([^\]]+)\]|\{(#[^}]*)\}")

_Quoted = tuple[Mapping[tuple[str, int], bool], Mapping[tuple[str, int], bool]]
"""Of the changed lines of the old and of the new side, whether each is quoted."""


class Lines:
    """A set of lines of several files, kept as ranges."""

    def __init__(self, places: Iterable[Place]) -> None:
        by_path: dict[str, list[tuple[int, int]]] = {}
        for place in places:
            by_path.setdefault(place.path, []).append((place.first_line, place.last_line))
        joined = {path: _joined(sorted(ranges)) for path, ranges in by_path.items()}
        self._firsts = {path: [first for first, _ in ranges] for path, ranges in joined.items()}
        self._lasts = {path: [last for _, last in ranges] for path, ranges in joined.items()}

    def has(self, path: str, line: int) -> bool:
        """Whether the line is in the set."""
        return self.meets(Place(path, line, line))

    def meets(self, place: Place) -> bool:
        """Whether any line of the place is in the set."""
        index = bisect_right(self._firsts.get(place.path, ()), place.last_line) - 1
        return index >= 0 and place.first_line <= self._lasts[place.path][index]


def leftovers(hunks: Iterable[Hunk], findings: Sequence[Finding], matching: Matching) -> tuple[tuple[Hunk, ...], int]:
    """Return what no finding accounts for, and how many lines were only laid out differently: of each change the side with more."""
    hunks = tuple(hunks)
    left: list[list[tuple[str, int]]] = []
    laid: list[list[int]] = []
    quoted = _quoted(hunks)
    for back in (True, False):
        explained = Lines(_places(findings, back=back))
        worded, wordless = _open(hunks, explained, _opened(hunks, matching, back=back), back=back)
        same = _same_words(matching, Lines(Place(path, line, line) for path, line in chain(*worded)), quoted, back=back)
        left.append([(path, line) for path, line in chain(*worded) if not same.has(path, line)])
        laid.append([bare + sum(same.has(path, line) for path, line in lines) for lines, bare in zip(worded, wordless, strict=True)])
    gone, come = frozenset(left[0]), frozenset(left[1])
    return tuple(part for hunk in hunks for part in _narrowed(hunk, gone, come)), sum(map(max, *laid)) if hunks else 0


def _opened(hunks: Sequence[Hunk], matching: Matching, *, back: bool) -> frozenset[str]:
    """Return the names of the tags that one side opens in its headings and changed lines: only these can be closed in a changed line."""
    texts = [text for hunk in hunks for text in (hunk.old_text if back else hunk.new_text) if "<" in text]
    if not any(map(_CLOSING.fullmatch, texts)):
        return frozenset()
    spec = matching.old if back else matching.new
    return frozenset(name for text in (*texts, *(one.text for one in spec.sections)) for name in _OPENING.findall(text))


def _open(hunks: Iterable[Hunk], explained: Lines, opened: Collection[str], *, back: bool) -> tuple[list[list[tuple[str, int]]], list[int]]:
    """Return, of each hunk, the changed lines of one side that no finding accounts for, and the number of those that hold no word.

    Blank lines beside what is told are left out.
    """
    left, wordless = [], []
    for hunk in hunks:
        path = (hunk.old_path if back else hunk.new_path) or ""
        lines, texts = (hunk.old_lines(), hunk.old_text) if back else (hunk.new_lines(), hunk.new_text)
        bare = [bool(texts) and _wordless(texts[line - lines.start], opened) for line in lines]
        unsaid = [not explained.has(path, line) for line in lines]
        left.append([(path, line) for line, empty, open_ in zip(lines, bare, unsaid, strict=True) if open_ and not empty])
        told = not all(unsaid)  # the blank lines of what came or went are part of it
        blank = [told and not text.strip() for text in texts] or [False] * len(bare)
        wordless.append(sum(open_ and empty and not beside for empty, open_, beside in zip(bare, unsaid, blank, strict=True)))
    return left, wordless


def _wordless(text: str, opened: Collection[str]) -> bool:
    """Whether a line holds no word, or only closes a tag that is opened."""
    return not _WORD.search(text) or ((closing := _CLOSING.fullmatch(text)) is not None and closing[1] in opened)


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


def _quoted(hunks: Iterable[Hunk]) -> _Quoted:
    """Return of the changed lines of either side whether each is quoted."""
    old: dict[tuple[str, int], bool] = {}
    new: dict[tuple[str, int], bool] = {}
    for hunk in hunks:
        for known, path, lines, texts in (
            (old, hunk.old_path, hunk.old_lines(), hunk.old_text),
            (new, hunk.new_path, hunk.new_lines(), hunk.new_text),
        ):
            known.update(((path or "", line), text.lstrip().startswith(">")) for line, text in zip(lines, texts, strict=False))
    return old, new


def _requoted(change: Kept[Node], quoted: _Quoted) -> bool:
    """Whether a sentence became a quotation or ceased to be one: who says it is another."""
    pairs = zip(quoted, (change.old.place, change.new.place), strict=True)
    return len({known.get((place.path, place.first_line)) for known, place in pairs if place} - {None}) > 1


def _same_words(matching: Matching, wanted: Lines, quoted: _Quoted, *, back: bool) -> Lines:
    """Return, of the wanted lines of one side, those of nodes that were kept where they were with the same words, links and marks.

    A node whose place changed is not among them: that it stands elsewhere must be said by a finding.
    """
    places = [
        place
        for change in matching.changes()
        if isinstance(change, Kept) and not change.moved
        if (place := (change.old if back else change.new).place) is not None and wanted.meets(place) and _same(change, matching)
        if not _requoted(change, quoted)
    ]
    places += (place for place in _divided(matching, back=back) if wanted.meets(place))
    unlike = Lines(_unlike(matching, wanted, back=back)) if places else Lines(())
    alike = [place for place in places if place.first_line != place.last_line or not unlike.meets(place)]
    return Lines((*alike, *_shells(matching, wanted, back=back)))


def _shells(matching: Matching, wanted: Lines, *, back: bool) -> Iterator[Place]:
    """Yield the lines of kept blocks that stand in the other block too: openers, fences, tags, and what was not touched."""
    kept = [one for one in matching.examples if isinstance(one, Kept)]
    blocks: list[Kept[Example] | Kept[Commentary]] = [*kept, *(one for one in matching.commentary if isinstance(one, Kept))]
    for change in blocks:
        block, other = (change.old, change.new) if back else (change.new, change.old)
        if change.moved or not wanted.meets(block.place):
            continue
        there = {fold(line) for line in other.text.splitlines()}
        for number, line in enumerate(block.text.splitlines(), block.place.first_line):
            if fold(line) in there:
                yield Place(block.place.path, number, number)


def _unlike(matching: Matching, wanted: Lines, *, back: bool) -> Iterator[Place]:
    """Yield the places of the sentences of one side that are not the same on the other: their neighbours on a line cannot vouch for it."""
    for change in matching.statements:
        one = None if isinstance(change, Split | Merged) else getattr(change, "old" if back else "new", None)
        if one is not None and wanted.meets(one.place) and not (isinstance(change, Kept) and _same(change, matching)):
            yield one.place


def _divided(matching: Matching, *, back: bool) -> Iterator[Place]:
    """Yield the places of the sentences of one side that were only set as several, or as one with others: they say the same."""
    for change in matching.statements:
        if isinstance(change, Split | Merged):
            nodes = change.old if back else change.new
            yield from (node.place for node in (nodes if isinstance(nodes, tuple) else (nodes,)))


def _same(change: Kept[Node], matching: Matching) -> bool:
    """Whether a kept node says the same and points at the same; a heading may state the same level by the name that the level has now."""
    old, new = change.old, change.new
    if isinstance(old, Section) and isinstance(new, Section):
        level = matching.level_became.get(old.own_level or "", old.own_level)
        return (old.words, old.anchor, old.tags, level) == (new.words, new.anchor, new.tags, new.own_level)
    if isinstance(old, Statement) and isinstance(new, Statement) and bool(old.lead_in) != bool(new.lead_in):
        return False
    return _openers(old) == _openers(new) and old.words == new.words and _pointers(old.text) == _pointers(new.text)


def _openers(node: Node) -> list[str]:
    """The words of the lines that open a block (the kind and title of a remark, the language of a fence), and whatever else somebody wrote there."""
    if isinstance(node, Commentary):
        return _WORDS.findall(fold(node.text.partition("\n")[0]).casefold())
    return [word for line in _FENCE.findall(node.text) for word in _WORDS.findall(fold(line))] if isinstance(node, Example) else []


def _pointers(text: str) -> list[tuple[str, str, str]]:
    """The link targets, footnote marks and heading attributes, which the normal form does not hold."""
    return _POINTERS.findall(text) if "[" in text or "{" in text else []


def _narrowed(hunk: Hunk, gone: Collection[tuple[str, int]], come: Collection[tuple[str, int]]) -> Iterator[Hunk]:
    """Yield what is left of a hunk as runs of lines."""
    old = [line for line in hunk.old_lines() if (hunk.old_path or "", line) in gone]
    new = [line for line in hunk.new_lines() if (hunk.new_path or "", line) in come]
    for first, count in _runs(old):
        start = first - hunk.old_start
        yield Hunk(hunk.old_path, hunk.new_path, first, count, hunk.new_start, 0, hunk.old_text[start : start + count], ())
    for first, count in _runs(new):
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
