"""What must hold for any two texts, however broken: used by the property tests, by ``make fuzz``, and for everything that it ever found."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import chain

from specdiff.compare import compare
from specdiff.model.place import Hunk, Place
from specdiff.model.review import Quote, Review
from specdiff.model.settings import Settings
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.parsing.parse import parse
from specdiff.prose.text.normal import fold
from specdiff.rendering.catalogue import formats
from specdiff.rendering.format import Style
from specdiff.rules.catalogue import catalogue

PATH = "model_spec.md"
BETWEEN = "\n=====8<=====\n"
"""What stands between the two texts of a file in the corpus."""
STYLES = (Style(80), Style(41, colour=True, links=True, verbose=True))
DIALECTS = (None, "model-spec", "plain")
MIRRORS = {one.info.id: one.info.mirror for one in catalogue()}
WHOLE = {f"section/{what}" for what in ("added", "removed", "split", "merged", "moved", "reordered")}
_LOOK = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;[!-~]*\x1b\\")
_NUMBER = re.compile(r"(?m)^[ \t>*+-]*\d+[.)](?=\s)")
_WORD = re.compile(r"\w+")
_NOT_SHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def parted(data: bytes) -> tuple[str, str, str | None]:
    """Return the two texts and the dialect in a file of the corpus: the dialect's number, the texts with a line between them.

    What is no text is read as ``sources`` would read it if it were.
    """
    number, rest = data[:1], data[1:].decode("utf-8", "replace").replace("\0", "\ufffd")
    before, between, after = rest.partition(BETWEEN)
    dialect = DIALECTS[int(number) % len(DIALECTS)] if number.isdigit() else None
    return (before, after, dialect) if between else (before, doubled(before), dialect)


def doubled(text: str) -> str:
    """Return a text with its first half last: what a single text is compared with."""
    half = len(text) // 2
    return text[half:] + text[:half]


def snapshot(text: str, label: str) -> Snapshot:
    """Return the snapshot of one file."""
    return Snapshot(Revision(label), (PATH,), {PATH: text})


def lines(text: str) -> list[str]:
    r"""Return the lines of a text as ``sources`` counts them: only ``\n`` ends one."""
    split = [line.removesuffix("\r") for line in text.split("\n")]
    return split if split[-1] else split[:-1]


def hunks(before: str, after: str) -> list[Hunk]:
    """Return the textual difference, without git."""
    old, new = lines(before), lines(after)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [
        Hunk(PATH, PATH, a + 1 if b > a else a, b - a, c + 1 if d > c else c, d - c, tuple(old[a:b]), tuple(new[c:d]))
        for kind, a, b, c, d in codes
        if kind != "equal"
    ]


def review(before: str, after: str, dialect: str | None = None) -> Review:
    """Return the review of two texts."""
    return compare(snapshot(before, "old"), snapshot(after, "new"), hunks(before, after), Settings(dialect=dialect))


def check(before: str, after: str, dialect: str | None = None) -> None:
    """Assert everything that holds for every pair of texts."""
    told = check_told(before, after, dialect)
    check_mirrored(told, review(after, before, dialect))
    check_same(after, dialect)
    assert everything(told) == everything(review(before, after, dialect)), "two runs differ"


def check_told(before: str, after: str, dialect: str | None = None) -> Review:
    """Assert what can be seen in one review, and return it."""
    told = review(before, after, dialect)
    for text in (before, after):
        check_places_of_nodes(text, dialect)
    check_places(told, before, after)
    check_nothing_is_silent(told, before, after, dialect)
    check_formats(told)
    return told


def check_same(text: str, dialect: str | None = None) -> None:
    """Nothing is said of a text that did not change."""
    told = review(text, text, dialect)
    assert (told.entries, told.unexplained) == ((), ()), [(entry.rule.id, entry.message) for entry in told.entries]


def check_places_of_nodes(text: str, dialect: str | None) -> None:
    """Every node stands inside its file."""
    spec = parse(snapshot(text, "new"), Settings(dialect=dialect))
    last = max(1, text.count("\n") + 1)
    groups = (
        spec.sections,
        spec.statements,
        spec.examples,
        spec.commentary,
        spec.definitions,
        spec.references,
        spec.orders,
        spec.eval_prompts,
    )
    for node in chain(*groups):
        assert 1 <= node.place.first_line <= node.place.last_line <= last, node
    for section in spec.sections:
        assert 1 <= section.span.first_line <= section.span.last_line <= last, section


def check_places(told: Review, before: str, after: str) -> None:
    """Every finding and every unexplained change stands inside its file."""
    ends = (max(1, before.count("\n") + 1), max(1, after.count("\n") + 1))
    for entry in told.entries:
        for quote, last in zip((entry.old, entry.new), ends, strict=True):
            assert quote is None or 1 <= quote.place.first_line <= quote.place.last_line <= last, entry
        assert entry.message, entry
        assert entry.explained_by is None or entry.explained_by in {one.fingerprint for one in told.entries}, entry
    for hunk in told.unexplained:
        for place, last in zip((hunk.old_place, hunk.new_place), ends, strict=True):
            assert place is None or 1 <= place.first_line <= place.last_line <= last, hunk
    fingerprints = [entry.fingerprint for entry in told.entries]
    assert len(fingerprints) == len(set(fingerprints)), "two findings have one fingerprint"


def check_nothing_is_silent(told: Review, before: str, after: str, dialect: str | None) -> None:
    """A changed line with a word that the other text has nowhere is in the place of a finding or listed as unexplained.

    (Other changed lines may be layout: the same words in other lines. A level that is called otherwise is told once for all headings.)
    """
    changed = hunks(before, after)
    renamed = {word for entry in told.entries if entry.rule.id == "authority/level-renamed" for word in words(entry.message)}
    sides = (
        ([(line, text) for hunk in changed for line, text in zip(hunk.old_lines(), hunk.old_text, strict=True)], before, after, "old"),
        ([(line, text) for hunk in changed for line, text in zip(hunk.new_lines(), hunk.new_text, strict=True)], after, before, "new"),
    )
    for rows, own, other, side in sides:
        known = {*words(other), *renamed}
        covered = {line for place in _told(told, own, side, dialect) for line in range(place.first_line, place.last_line + 1)}
        for line, text in rows:
            strange = [word for word in words(text) if word not in known]
            assert not strange or line in covered, f"line {line} ({side}) is silent: {text!r}"


def words(text: str) -> list[str]:
    """Return the words of a text, typography folded; the number of a list item is none."""
    return _WORD.findall(fold(_NUMBER.sub("", text)).casefold())


def _told(told: Review, own: str, side: str, dialect: str | None) -> Iterator[Place]:
    sections = parse(snapshot(own, side), Settings(dialect=dialect)).by_id
    for entry in told.entries:
        quote, section = getattr(entry, side), getattr(entry.section, side)
        if quote is not None and entry.rule.group != "value":
            yield quote.place
            if entry.rule.id in WHOLE and section in sections:
                yield sections[section].span
    for hunk in told.unexplained:
        place = getattr(hunk, f"{side}_place")
        if place is not None:
            yield place


def check_mirrored(there: Review, back: Review) -> None:
    """With the sides exchanged every finding is its mirror."""
    one = Counter((entry.rule.id, *_ends(entry.rule.id, entry.old, entry.new)) for entry in there.entries if entry.rule.group != "value")
    other = Counter(
        (MIRRORS[entry.rule.id], *_ends(entry.rule.id, entry.new, entry.old)) for entry in back.entries if entry.rule.group != "value"
    )
    assert one == other, f"there only: {one - other}; back only: {other - one}"


def _ends(rule: str, *quotes: Quote | None) -> tuple[str | None, ...]:
    """Return the words of a finding on both sides (not the lines: which of two equal sentences moved, nobody can tell).

    Of several parts of one section only one is quoted, in one direction.
    """
    return () if rule in ("section/split", "section/merged") else tuple(quote and quote.text for quote in quotes)


def everything(told: Review) -> str:
    """Return all that a review says, as text."""
    return formats()["json"].render(told, STYLES[0])


def check_formats(told: Review) -> None:
    """Every format takes every review; nothing that a terminal would obey is in any of them."""
    for name, one in formats().items():
        for style in STYLES:
            text = one.render(told, style)
            if name == "json":
                json.loads(text)
            seen = _LOOK.sub("", text) if name == "terminal" and style.colour else text
            found = _NOT_SHOWN.search(seen)
            assert found is None, f"{name} holds {found[0]!r} at {found.start()}"
            text.encode("utf-8")
