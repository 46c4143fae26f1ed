"""Markdown to blocks with exact lines.

mistune decides what is a heading, a fence or a list; it gives no positions, so the block state is subclassed and stamps the line of
its cursor on every token that is appended. A child state (list item, quotation, admonition) has its own, dedented
source whose lines are the parent's lines one to one from a base line on.
"""

import re
from dataclasses import dataclass
from typing import Any

from mistune.block_parser import BlockParser
from mistune.core import BlockState

ADMONITION = r"^!!![ \t]+(?P<adm_kind>[\w-]+)(?:[ \t]+\"(?P<adm_title>[^\"\n]*)\")?[ \t]*$"
TABLE_RULE = re.compile(r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
MAX_NESTING = 12
MAX_LIST_LINES = 200_000


@dataclass(frozen=True, slots=True)
class Block:
    """One block: ``kind``, the 1-based first and last line, its source lines joined (dedented in containers), and what is inside.

    Kinds: heading, paragraph, code, list, item, quote, admonition, html, rule, reference. ``level`` is the depth of a heading (1-6).
    ``info`` is a fence's info string or an admonition's kind, ``title`` an admonition's title.
    """

    kind: str
    first: int
    last: int
    text: str
    level: int = 0
    info: str = ""
    title: str = ""
    children: tuple["Block", ...] = ()


class _State(BlockState):
    def __init__(self, parent: Any = None) -> None:  # noqa: ANN401 - mistune's own signature
        super().__init__(parent)
        self.base = 1
        self.item_at: int | None = None
        self.item_lines: list[int] = []
        self.child_base: int | None = None
        self._seen = (0, 0)

    def line_at(self, position: int) -> int:
        """Return the line of the whole file that *position* of this state's source stands on."""
        at, count = self._seen
        count = count + self.src.count("\n", at, position) if position >= at else self.src.count("\n", 0, position)
        self._seen = (position, count)
        return self.base + count

    def append_token(self, token: dict[str, Any]) -> None:
        token.setdefault("line", self.line_at(self.cursor))
        super().append_token(token)

    def prepend_token(self, token: dict[str, Any]) -> None:
        token.setdefault("line", self.line_at(self.cursor))
        super().prepend_token(token)

    def add_paragraph(self, text: str) -> None:
        last = self.last_token()
        if last and last["type"] == "paragraph":
            last["text"] += text
        else:
            self.tokens.append({"type": "paragraph", "text": text, "line": self.line_at(self.cursor)})

    def child_state(self, src: str, lazy_line_starts: set[int] | None = None) -> "BlockState":
        child: Any = super().child_state(src, lazy_line_starts)
        if self.child_base is not None:
            child.base = self.child_base
            self.child_base = None
        elif self.item_at is not None:
            line = self.src[self.item_at : self.find_line_end_at(self.item_at)]
            empty = re.match(r"[ \t]*(?:[*+-]|\d{1,9}[.)])[ \t]*$", line.rstrip("\n")) is not None
            start = self.line_at(self.item_at)
            child.base = start + 1 if empty else start
            self.item_lines.append(start)
            self.item_at = self.src.rfind("\n", 0, max(0, self.cursor - 1)) + 1
        return child  # type: ignore[no-any-return]


class _Blocks(BlockParser):
    state_cls = _State

    def __init__(self) -> None:
        super().__init__(max_nested_level=MAX_NESTING)
        self.register("admonition", ADMONITION, _admonition, before="list")
        self.block_quote_rules = list(self.rules)
        self.list_rules = list(self.rules)

    def parse_list(self, m: re.Match[str], state: Any) -> int:  # noqa: ANN401
        before, start = len(state.tokens), m.start()
        outer = state.item_at, state.item_lines
        state.item_at, state.item_lines = start, []
        line = state.line_at(start)
        end = super().parse_list(m, state)
        for token in state.tokens[before:]:
            if token["type"] == "list" and "lines" not in token:
                token["line"], token["lines"] = line, state.item_lines
                break
        state.item_at, state.item_lines = outer
        return end

    def parse_block_quote(self, m: re.Match[str], state: Any) -> int:  # noqa: ANN401
        before, line = len(state.tokens), state.line_at(m.start())
        state.child_base = line
        end = super().parse_block_quote(m, state)
        state.child_base = None
        for token in state.tokens[max(0, before - 1) :]:
            if token["type"] == "block_quote" and "stamped" not in token:
                token["line"], token["stamped"] = line, True
        return end

    def parse_ref_link(self, m: re.Match[str], state: Any) -> int | None:  # noqa: ANN401
        count, last = len(state.tokens), dict(state.last_token() or {})
        line = state.line_at(m.start())
        end = super().parse_ref_link(m, state)
        if end and len(state.tokens) == count and (state.last_token() or {}) == last:
            state.tokens.append({"type": "ref_link", "line": line})
        return end


def _admonition(_: BlockParser, m: re.Match[str], state: Any) -> int:  # noqa: ANN401
    """Parse ``!!! kind "Title"`` with its indented body; the first line that is neither blank nor indented ends it."""
    line = state.line_at(m.start())
    position = min(m.end() + 1, len(state.src))
    body: list[str] = []
    end = position
    while position < len(state.src):
        raw = state.get_line(position)
        if raw.strip() and not raw.startswith(("    ", "\t")):
            break
        position += len(raw)
        body.append(re.sub(r"^(?: {4}|\t)", "", raw).rstrip("\n"))
        if raw.strip():
            end = position
    state.child_base, item = line + 1, state.item_at
    child = state.child_state("\n".join(body).rstrip() + "\n")
    state.item_at = item
    blocks = _Blocks.shared()
    rules = [rule for rule in blocks.rules if state.depth() < MAX_NESTING - 1 or rule not in ("list", "block_quote", "admonition")]
    blocks.parse(child, rules)
    state.append_token(
        {"type": "admonition", "line": line, "children": child.tokens, "kind": m["adm_kind"], "title": m["adm_title"] or ""}
    )
    return int(end)


_SHARED: list[_Blocks] = []


def _shared() -> _Blocks:
    if not _SHARED:
        _SHARED.append(_Blocks())
    return _SHARED[0]


_Blocks.shared = staticmethod(_shared)  # type: ignore[attr-defined]

_KINDS = {
    "heading": "heading",
    "paragraph": "paragraph",
    "block_text": "paragraph",
    "block_code": "code",
    "list": "list",
    "block_quote": "quote",
    "admonition": "admonition",
    "block_html": "html",
    "thematic_break": "rule",
    "ref_link": "reference",
}


def blocks(text: str, first_line: int = 1) -> tuple[Block, ...]:
    """Return the blocks of a Markdown text whose first line is line *first_line* of its file. Never raises on any text."""
    source = text.replace("\r\n", "\n").replace("\r", "\n")
    if not source.endswith("\n"):
        source += "\n"
    state = _State()
    state.base = first_line
    state.process(source)
    parser = _shared()
    try:
        parser.parse(state, parser.rules)
    except RecursionError:
        last = source.count("\n")
        return (Block("paragraph", first_line, first_line + last - 1, source.strip("\n")),)
    lines = source.split("\n")
    return _convert(state.tokens, _Lines(lines, first_line), first_line + len(lines) - 2)


class _Lines:
    def __init__(self, lines: list[str], first: int) -> None:
        self.lines, self.first = lines, first

    def trimmed(self, start: int, end: int) -> int:
        """Return the last line of start..end that is not blank (in the file as written)."""
        while end > start and not self.lines[end - self.first].strip(" \t>"):
            end -= 1
        return end

    def source(self, start: int, end: int) -> str:
        """Return the lines as written."""
        return "\n".join(self.lines[start - self.first : end - self.first + 1])


def _convert(tokens: list[dict[str, Any]], lines: _Lines, last: int) -> tuple[Block, ...]:
    """Turn tokens into blocks; a block ends on the last non-blank line before the next one."""
    real = [token for token in tokens if token["type"] in _KINDS]
    out = []
    for index, token in enumerate(real):
        first = min(token["line"], last)
        after = real[index + 1]["line"] - 1 if index + 1 < len(real) else last
        end = lines.trimmed(first, max(first, min(after, last)))
        out.append(_block(token, lines, first, end))
    return tuple(out)


def _block(token: dict[str, Any], lines: _Lines, first: int, last: int) -> Block:
    kind = _KINDS[token["type"]]
    if kind == "paragraph":
        text = token.get("text", "").rstrip("\n")
        return Block(kind, first, min(last, first + text.count("\n")), text)
    if kind == "list":
        starts = [*token.get("lines", ()), last + 1]
        items = []
        for index, item in enumerate(token["children"]):
            start = min(starts[index], last) if index < len(starts) else last
            stop = starts[index + 1] - 1 if index + 1 < len(starts) else last
            end = lines.trimmed(start, max(start, min(stop, last)))
            items.append(Block("item", start, end, lines.source(start, end), children=_convert(item["children"], lines, end)))
        return Block(kind, first, last, lines.source(first, last), children=tuple(items))
    if kind in ("quote", "admonition"):
        inner = _convert(token["children"], lines, last)
        return Block(kind, first, last, lines.source(first, last), 0, token.get("kind", ""), token.get("title", ""), inner)
    if kind == "heading":
        return Block(kind, first, last, lines.source(first, last), token["attrs"]["level"], title=token["text"])
    if kind == "code":
        info = (token.get("attrs") or {}).get("info") or ""
        return Block(kind, first, last, lines.source(first, last), info=info, title=token.get("raw", ""))
    return Block(kind, first, last, lines.source(first, last))
