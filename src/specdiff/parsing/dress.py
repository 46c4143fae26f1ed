"""A heading in another dress. A section is the same one whether its title is a heading, a line in bold, words in bold before a text, or a tag.

    ## 2.4 Quorum          ◀──▶   **2.4 Quorum.** Five members …      ◀──▶   <quorum> … </quorum>
    Five members …

What may be a title is only read as one where the other side of a comparison has a heading of these words. Where most titles of one look are
headings there, the others of that look are titles too.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from specdiff.model.language import Force
from specdiff.model.spec import Section
from specdiff.parsing.headings import unnumbered
from specdiff.parsing.markdown import Block
from specdiff.parsing.rulebook import after_lead, as_heading, paired
from specdiff.prose.sentence.reading import read
from specdiff.prose.text.normal import normal

Titles = Mapping[str, tuple[int, ...]]
"""Headings of the other side, as letters and digits alone, to how deep those of that name stand."""

_LONGEST = 120
_NUMBER = (
    r"(?P<before>(?:(?:section|article|rule|clause|question|§+)\s*)?\(?(?:\d{1,3}(?:\.\d{1,3})*[.:)]*|(?:[ivxlc]{1,5}|[a-z])[.:)]+)\s+)?"
)
_RUN_IN = re.compile(_NUMBER + r"(\*\*|__)(?P<title>[^*_\n][^*\n]{0,118}?)\2(?P<mark>[.:?!]?)[ \t\n]+(?=\S)", re.IGNORECASE)
_PLAIN_RUN_IN = re.compile(
    r"(?P<before>(?:(?:section|article|rule|clause|§+)\s*)?\d{1,3}(?:\.\d{1,3})*[.:)]*\s+)(?P<title>[A-Z][^.:\n]{0,60})[.:][ \t\n]+(?=\S)",
    re.IGNORECASE,
)
_LINE = re.compile(_NUMBER + r"(?P<bold>\*\*|__|\*|_|)(?P<title>[^*_\n#>|][^*\n]{0,118}?)(?P=bold)[.:]?", re.IGNORECASE)
_LEADS = re.compile(r"(?:\*\*|__)(?P<title>.{1,120}?)(?:\*\*|__)")
_TAG = re.compile(r"<([A-Za-z][\w.-]*)(?:\s[^<>]*)?>")
_COUNTED = re.compile(r"^\d{1,3}(?:\.\d{1,3})*\s+(?=[^\W\d])")  # "3 Limits", where the number has no full stop
_SEVERAL = 2
_OTHER = re.compile(r"[\W_]+")
_NEITHER = re.compile(r"[^\w\n]+|_+")
_END = 6


class _Lead(NamedTuple):
    """What may be a title: ``number`` and ``title`` as written, its look, and where the text after it begins, if any does."""

    block: Block
    number: str
    title: str
    look: str
    end: int = 0
    below: tuple[Block, ...] = ()

    @property
    def key(self) -> str:
        """The title as letters and digits alone."""
        return key(self.title)


def key(words: str) -> str:
    """Return a title as letters and digits alone, without its number."""
    return _OTHER.sub("", _COUNTED.sub("", unnumbered(words.strip(" *_"))).casefold())


def titles(other: Iterable[Section], own: Iterable[Section], texts: Iterable[str]) -> Titles:
    """Return the headings that only the other side has, but for those that stand as words in bold somewhere in its *texts* too."""
    known = {key(section.words) for section in own}
    found: dict[str, tuple[int, ...]] = {}
    set_bold: Counter[str] = Counter()
    for section in other:
        name = key(section.words) if section.depth else ""
        if name and name not in known:
            found[name] = (*found.get(name, ()), section.depth)
            set_bold[name] += _LEADS.search(section.text) is not None
    leads = Counter(key(lead["title"]) for text in texts for lead in _bold(text)) if found else Counter()
    return {name: depths for name, depths in found.items() if leads[name] <= set_bold[name]}


def _bold(text: str) -> Iterator[re.Match[str]]:
    """Yield the first words in bold of each line, but for headings."""
    for line in text.splitlines():
        if line[:1] != "#" and ("**" in line or "__" in line) and (lead := _LEADS.search(line[: 2 * _LONGEST])):
            yield lead


def has_any(text: str, wanted: Titles) -> bool:
    """Whether any line of a text may be one of the titles, or begin with one."""
    if not wanted or not text:
        return False
    ends = {name[-_END:] for name in wanted}  # few short lines end as a title does, and what they are is worth a closer look
    lines = text.splitlines()
    letters = _NEITHER.sub("", "\n".join(line if len(line) <= _LONGEST else "" for line in lines).casefold()).split("\n")
    return any(
        name in wanted for line, word in zip(lines, letters, strict=True) if word[-_END:] in ends or _led(line) for name in _names(line)
    )


def _led(line: str) -> bool:
    """Whether a line may begin with words that are its title."""
    return "**" in line or "__" in line or _PLAIN_RUN_IN.match(line.lstrip()) is not None


def _names(line: str) -> Iterator[str]:
    line = line.strip()
    if len(line) <= _LONGEST:
        yield key(line.strip("<>"))
    if (found := _LEADS.search(line[: 2 * _LONGEST])) or (found := _PLAIN_RUN_IN.match(line)):
        yield key(found["title"])


def dressed(blocks: Sequence[Block], lines: Sequence[str], wanted: Titles) -> tuple[Block, ...]:
    """Return the blocks of a file with headings for what is a title on the other side."""
    if not wanted:
        return tuple(blocks)
    blocks = _tagged(blocks, wanted)
    leads = {id(lead.block): lead for lead in _told(tuple(lead for block in blocks for lead in _leads(block)), wanted)}
    levels = _levels(leads.values(), wanted)
    out: list[Block] = []
    for block in blocks:
        pieces = block.children if block.kind == "list" else (block,)
        if block.kind == "list" and not all(_level(leads.get(id(item)), wanted, levels) for item in pieces):
            out.append(block)
            continue
        for piece in pieces:
            lead = leads.get(id(piece))
            level = _level(lead, wanted, levels)
            out += _headed(lead, level, lines) if lead and level else [piece]
    return tuple(out)


def _told(leads: Sequence[_Lead], wanted: Titles) -> Iterator[_Lead]:
    """Yield what may be a title without what no one can say of: more of one name than there are headings, and lines beside those in bold."""
    bold = Counter(lead.key for lead in leads if lead.look != "plain")
    plain = Counter(lead.key for lead in leads if lead.look == "plain")
    for lead in leads:
        name = lead.key
        if name in wanted and (bold[name] or plain[name]) > len(wanted[name]):
            continue
        if lead.look != "plain" or not bold[name]:
            yield lead


def _leads(block: Block) -> Iterator[_Lead]:
    if block.kind == "list":
        for item in block.children:
            start = item.children[0] if item.children else None
            if start is None or start.kind != "paragraph":
                continue
            number = item.marker if item.marker[:1].isdigit() else ""
            if found := _RUN_IN.match(start.text):
                yield _Lead(item, number, found["title"], "item", found.end(), item.children)
            elif number and "\n" not in start.text and len(start.text) <= _LONGEST:
                yield _Lead(item, number, start.text, "plain", 0, item.children)
    elif block.kind == "paragraph":
        line = _LINE.fullmatch(block.text) if "\n" not in block.text and len(block.text) <= _LONGEST else None
        if line and line["bold"]:
            yield _Lead(block, (line["before"] or "").strip(), line["title"], "line" + line["bold"])
        elif found := _RUN_IN.match(block.text):
            yield _Lead(block, (found["before"] or "").strip(), found["title"], f"run in {bool(found['before'])}", found.end())
        elif found := _PLAIN_RUN_IN.match(block.text):
            yield _Lead(block, found["before"].strip(), found["title"], "numbered", found.end())
        elif line and (line["before"] or not block.text.endswith(".")):  # what ends like a sentence is one
            yield _Lead(block, (line["before"] or "").strip(), line["title"], "plain")


def _levels(leads: Iterable[_Lead], wanted: Titles) -> Mapping[str, int]:
    """Return the looks that titles have, each with how deep most of them are."""
    known: dict[str, list[int]] = {}
    every: Counter[str] = Counter()
    for lead in leads:
        every[lead.look] += 1
        if lead.key in wanted:
            known.setdefault(lead.look, []).append(wanted[lead.key][0])
    return {
        look: Counter(depths).most_common(1)[0][0]
        for look, depths in known.items()
        if look != "plain" and len(depths) >= _SEVERAL and 2 * len(depths) >= every[look]
    }


def _level(lead: _Lead | None, wanted: Titles, levels: Mapping[str, int]) -> int:
    """Return how deep the heading is that a lead would be, 0 where it is none: a rule in bold among titles stays a rule."""
    if lead is None:
        return 0
    return wanted[lead.key][0] if lead.key in wanted else (0 if _binds(lead.title) else levels.get(lead.look, 0))


def _binds(title: str) -> bool:
    return read(normal(title)).force is not Force.DESCRIPTIVE


def _headed(lead: _Lead, level: int, lines: Sequence[str]) -> list[Block]:
    """Return a title as a heading, and what follows it."""
    first = lead.below[0] if lead.below else lead.block
    title = as_heading(first, f"{lead.number} {lead.title}".strip(), level, lines)
    if lead.look == "numbered":
        title = replace(title, title=first.text[: lead.end].strip())
    return [title, *(after_lead(first, lead.end) if lead.end else ()), *lead.below[1:]]


def _tagged(blocks: Sequence[Block], wanted: Titles) -> tuple[Block, ...]:
    """Make a heading of each tag that is called like a section of the other side; what follows the tag that closes it stands around it again."""
    names = {at: found[1] for at, block in enumerate(blocks) if block.kind == "html" and (found := _TAG.fullmatch(block.text.strip()))}
    pairs = {at: end for at, end in paired(blocks).items() if key(names.get(at, "")) in wanted}
    closing = {end: at for at, end in pairs.items()}
    out: list[Block] = []
    for at, block in enumerate(blocks):
        if at in pairs:
            out.append(Block("heading", block.first, block.first, names[at], wanted[key(names[at])][0], title=block.text.strip()))
            continue
        if at in closing:
            out.append(Block("back", block.last, block.last, level=wanted[key(names[closing[at]])][0] - 1))
        else:
            out.append(block)
    return tuple(out)
