"""What serves as headings where Markdown sees none: bold lines, numbered rules, capitals, tags around sections.

Headings that were broken by hand or by a tool that wraps lines are mended in every document; all else is only looked for in
documents that have no headings but a title, or whose headings all stand within such tags.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from specdiff.parsing.markdown import Block

_BOLD = re.compile(r"(\*\*|__)(?P<title>[^*_\n][^\n]{0,118}?)\1:?")
_NAMED = re.compile(r"(?:section|article|chapter|part|title|annex|schedule)\s+(?:\d{1,4}|[ivxlc]+)\b[^.!?;\n]{0,100}[.:]?", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?P<before>(?:(?:section|article|rule|principle)\s+)?\(?\d{1,4}[.)]*\s+)?"
    r"(\*\*|__)(?P<title>[^*_\n][^*\n]{0,118}?)\2[.:]?(?P<after>[ \t]+|\n|$)",
    re.IGNORECASE,
)
_HAS_NUMBER = re.compile(r"(?:(?:section|article|rule|principle|law|§)\s*)?\(?(?:\d{1,4}|[ivxlc]+)(?:\.\d+)*[.):]?(?:\s|$)", re.IGNORECASE)
_RANKED = re.compile(r"\blevels?\b|\bauthority\b|\bpriorit(?:y|ies)\b|\bprecedence\b|\bhierarchy\b", re.IGNORECASE)
_OPENS = re.compile(r"<([A-Za-z][\w.-]*)(?:\s[^<>]*)?>")
_CLOSES = re.compile(r"</([A-Za-z][\w.-]*)\s*>")
_OF_HTML = frozenset(
    [
        "a",
        "abbr",
        "article",
        "aside",
        "b",
        "blockquote",
        "body",
        "br",
        "center",
        "code",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "link",
        "main",
        "mark",
        "meta",
        "nav",
        "ol",
        "p",
        "picture",
        "q",
        "s",
        "section",
        "small",
        "source",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
        "video",
    ]
)
_FEWEST = 2
_WRAPS_AT = 60
_FEW_WORDS = 3
_LONGEST_TITLE = 100


def with_headings(blocks: Sequence[Block], lines: Sequence[str]) -> tuple[Block, ...]:
    """Return the blocks of a file; what serves as headings is made into headings.

    A block of kind ``back`` says that what follows it belongs to the section around the one before, which is ``level`` deep.
    """
    mended = tuple(_mended(blocks, lines))
    found = [index for index, block in enumerate(mended) if block.kind == "heading"]
    outer = _outermost(mended)
    titled = found[:1] if all(block.kind in ("front", "html", "rule") for block in mended[: found[0] if found else 0]) else []
    titled = [] if any(at < head < end for at, end in outer for head in titled) else titled
    depth = mended[titled[0]].level + 1 if titled else 1
    if inner := found[len(titled) :]:
        tagged = len(outer) >= _FEWEST and all(any(at < head < end for at, end in outer) for head in inner)
        return _tags(mended, depth) if tagged else mended
    for made in (_tags(mended, depth), _rules(mended, depth, lines), _lines(mended, depth, lines)):
        if sum(block.kind == "heading" for block in made) >= _FEWEST + len(found):
            return made
    return mended


def _mended(blocks: Sequence[Block], lines: Sequence[str]) -> Iterator[Block]:
    """Join a heading with the last words of it that a wrapping tool put on the next line; underline a numbered title."""
    skip = False
    for block, after in zip_longest(blocks, blocks[1:]):
        if skip:
            skip = False
        elif after is not None and after.first == block.last + 1 and _wrapped(block, after, lines):
            yield replace(block, last=after.last, text=f"{block.text} {after.text}")
            skip = True
        elif after is not None and after.first == block.last + 1 and _underlined(block, after, lines):
            item = block.children[0]
            yield Block("heading", block.first, after.last, f"{item.marker} {item.children[0].text}", 2)
            skip = True
        else:
            yield block


def _wrapped(block: Block, after: Block, lines: Sequence[str]) -> bool:
    if block.kind != "heading" or after.kind != "paragraph" or after.first != after.last or block.first != block.last:
        return False
    short = len(after.text.split()) <= _FEW_WORDS and after.text[:1].isalpha()
    return short and len(lines[block.first - 1]) >= _WRAPS_AT and not block.text.endswith((".", ":", "}"))


def _underlined(block: Block, after: Block, lines: Sequence[str]) -> bool:
    return _one_line(block) is not None and after.kind == "rule" and re.fullmatch(r" {0,3}-{3,}\s*", lines[after.first - 1]) is not None


def _one_line(block: Block) -> Block | None:
    """Return the paragraph of a numbered list that is one item of one line, if it could be a title."""
    if block.kind != "list" or len(block.children) != 1 or block.first != block.last:
        return None
    item = block.children[0]
    head = item.children[0] if item.children else None
    if head is None or head.kind != "paragraph" or not item.marker[:1].isdigit() or head.text.endswith((".", ";", ":")):
        return None
    return head if len(head.text) <= _LONGEST_TITLE else None


def _lines(blocks: Sequence[Block], depth: int, lines: Sequence[str]) -> tuple[Block, ...]:
    """Make a heading of each line in bold or in capitals that stands alone, and of each that is called a section or article."""
    return tuple(as_heading(block, title, depth, lines) if (title := _title(block)) else block for block in blocks)


def _title(block: Block) -> str:
    if head := _one_line(block):
        return f"{block.children[0].marker} {head.text}" if _capitals(head.text) else ""
    if block.kind != "paragraph" or block.first != block.last or len(block.text) > _LONGEST_TITLE + 20:
        return ""
    if bold := _BOLD.fullmatch(block.text):
        return bold["title"]
    return block.text if _capitals(block.text) or _NAMED.fullmatch(block.text) else ""


def _capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > _FEW_WORDS and not any(letter.islower() for letter in letters) and not text.endswith((".", "!", "?", ";", ","))


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
    return [as_heading(block, title, depth, lines), *after_lead(block, found.end()), *below]


def as_heading(block: Block, title: str, depth: int, lines: Sequence[str]) -> Block:
    """Return the heading that the first line of a block is, or begins with."""
    written = lines[block.first - 1].strip() if block.first <= len(lines) else title
    found = re.search(r"^.*?(\*\*|__).+?\1", written)
    return Block("heading", block.first, block.first, title.rstrip(" .:"), min(depth, 6), title=found[0] if found else written)


def after_lead(block: Block, start: int) -> Iterator[Block]:
    """Yield what follows the words in bold."""
    rest = block.text[start:]
    skipped = block.text.count("\n", 0, start)
    if rest.strip():
        yield replace(block, first=block.first + skipped, text=rest)


def _tags(blocks: Sequence[Block], depth: int) -> tuple[Block, ...]:
    """Make a section of what stands between a tag on a line of its own and the one that closes it, unless the tag is HTML."""
    pairs = paired(blocks)
    closing = set(pairs.values())
    out: list[Block] = []
    level = depth - 1
    for index, block in enumerate(blocks):
        if block.kind == "heading" and level >= depth:
            out.append(replace(block, level=block.level + level - depth + 1))
            continue
        if index in pairs:
            level += 1
            found = _OPENS.match(block.text.strip())
            title = found[1] if found else ""
            out.append(Block("heading", block.first, block.first, title, level, title=block.text.strip()))
            continue
        if index in closing:
            level -= 1
            out.append(Block("back", block.last, block.last, level=level))
        else:
            out.append(block)
    return tuple(out)


def _outermost(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Return the indexes of the tags that no other tag stands around, each with that of the one that closes it."""
    found: list[tuple[int, int]] = []
    for at, end in sorted(paired(blocks).items()):
        if not found or at > found[-1][1]:
            found.append((at, end))
    return found


def paired(blocks: Sequence[Block]) -> dict[int, int]:
    """Return the index of each block that opens a section with a tag, to that of the block that closes it."""
    pairs: dict[int, int] = {}
    opened: list[tuple[str, int]] = []
    for index, block in enumerate(blocks):
        text = block.text.strip() if block.kind == "html" else ""
        if (tag := _OPENS.fullmatch(text)) and tag[1].lower() not in _OF_HTML and not text.endswith("/>"):
            opened.append((tag[1], index))
        elif tag := _CLOSES.fullmatch(text):
            at = next((place for place in range(len(opened) - 1, max(-1, len(opened) - 12), -1) if opened[place][0] == tag[1]), None)
            if at is not None:
                pairs[opened[at][1]] = index
                del opened[at:]
    return pairs
