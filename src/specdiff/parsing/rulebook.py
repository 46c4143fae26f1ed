"""Sections of documents that have no headings: lines in bold, and numbered rules led by words in bold."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from specdiff.parsing.markdown import Block

_BOLD_LINE = re.compile(r"(\*\*|__)(?P<title>[^*_\n][^\n]{0,118}?)\1:?")
_NUMBERED = re.compile(
    r"(?P<before>(?:(?:section|article|rule|principle)\s+)?\(?\d{1,4}[.)]*\s+)?"
    r"(\*\*|__)(?P<title>[^*_\n][^*\n]{0,118}?)\2[.:]?(?P<after>[ \t]+|\n|$)",
    re.IGNORECASE,
)
_HAS_NUMBER = re.compile(r"(?:(?:section|article|rule|principle|law|§)\s*)?\(?(?:\d{1,4}|[ivxlc]+)(?:\.\d+)*[.):]?(?:\s|$)", re.IGNORECASE)
_RANKED = re.compile(r"\blevels?\b|\bauthority\b|\bpriorit(?:y|ies)\b|\bprecedence\b|\bhierarchy\b", re.IGNORECASE)
_FEWEST = 2


def with_headings(blocks: Sequence[Block], lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the blocks; where none is a heading (but for one title at the top), what serves as headings is made into headings."""
    found = [index for index, block in enumerate(blocks) if block.kind == "heading"]
    if len(found) > 1 or (found and any(block.kind not in ("front", "html", "rule") for block in blocks[: found[0]])):
        return tuple(blocks)
    depth = blocks[found[0]].level + 1 if found else 1
    for made in (_rules(blocks, depth, lines), _lines(blocks, depth, lines)):
        if sum(block.kind == "heading" for block in made) >= _FEWEST + len(found):
            return made
    return tuple(blocks)


def _lines(blocks: Sequence[Block], depth: int, lines: Sequence[str]) -> tuple[Block, ...]:
    """Make a heading of each paragraph that is nothing but words in bold."""
    return tuple(
        _head(block, found["title"], depth, lines) if block.kind == "paragraph" and (found := _BOLD_LINE.fullmatch(block.text)) else block
        for block in blocks
    )


def _rules(blocks: Sequence[Block], depth: int, lines: Sequence[str]) -> tuple[Block, ...]:
    """Make a section of each numbered rule: a paragraph, or an item of an ordered list, that starts with words in bold."""
    out: list[Block] = []
    before = ""
    for block in blocks:
        if block.kind == "paragraph":
            out += _rule(block, (), "", depth, lines) or [block]
        elif block.kind == "list" and not _RANKED.search(before) and all(_bold_item(item) for item in block.children):
            for item in block.children:
                out += _rule(item.children[0], item.children[1:], item.marker, depth, lines)
        else:
            out.append(block)
        before = block.text if block.kind == "paragraph" else ""
    return tuple(out)


def _bold_item(item: Block) -> bool:
    head = item.children[0] if item.children else None
    return item.marker[:1].isdigit() and head is not None and head.kind == "paragraph" and _NUMBERED.match(head.text) is not None


def _rule(block: Block, below: Sequence[Block], marker: str, depth: int, lines: Sequence[str]) -> list[Block]:
    found = _NUMBERED.match(block.text)
    if not found or not (marker or found["before"] or _HAS_NUMBER.match(found["title"])):
        return []
    title = f"{marker or (found['before'] or '').strip()} {found['title']}".strip()
    return [_head(block, title, depth, lines), *_rest(block, found.end()), *below]


def _head(block: Block, title: str, depth: int, lines: Sequence[str]) -> Block:
    written = lines[block.first - 1] if block.first <= len(lines) else title
    found = re.search(r"^.*?(\*\*|__).+?\1", written)
    return replace(
        block, kind="heading", last=block.first, text=title.rstrip(" .:"), level=min(depth, 6), title=found[0].strip() if found else title
    )


def _rest(block: Block, start: int) -> Iterator[Block]:
    """Yield what follows the words in bold."""
    rest = block.text[start:]
    skipped = block.text.count("\n", 0, start)
    if rest.strip():
        yield replace(block, first=block.first + skipped, text=rest)
