"""mistune's block parser with lines.

mistune decides what is a heading, a fence or a list, but gives no positions. So its block state is subclassed: it knows the line
of its cursor and stamps it on every token that is appended. A child state (list item, quotation, admonition) has a source
of its own, dedented, whose lines are the parent's lines one to one from a base line on.
"""

import re
from typing import Any

from mistune.block_parser import BlockParser
from mistune.core import BlockState

from specdiff.parsing import blockrules

NESTING = 12
"""Containers (lists, quotations, admonitions) within one another; what is nested deeper stays text of the innermost."""

_EMPTY_ITEM = re.compile(r"[ \t]*(?:[*+-]|\d{1,9}[.)])\s*$")
_BULLET = re.compile(r"[ \t]*([*+-]|\d{1,9}[.)])")


class State(BlockState):
    """mistune's state, with lines. A paragraph token holds offsets instead of a text that grows line by line."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.base = 1
        self.quote_line: int | None = None
        self.item_at = 0
        self.containers: dict[int, int] | None = None
        self._counted = (0, 0)

    def line_of(self, position: int) -> int:
        """Return the line of the file that *position* of this state's source stands on."""
        at, count = self._counted
        count += self.src.count("\n", at, position) if position >= at else -self.src.count("\n", position, at)
        self._counted = (position, count)
        return self.base + count

    def append_token(self, token: dict[str, Any]) -> None:
        """Append a token, stamped with the line of the cursor."""
        token.setdefault("first", self.line_of(self.cursor))
        self.tokens.append(token)

    def prepend_token(self, token: dict[str, Any]) -> None:
        """Append as well: blocks are sorted by line in the end."""
        self.append_token(token)

    def add_paragraph(self, text: str) -> None:
        """Let the paragraph at the cursor reach over *text*, which starts at the cursor."""
        end = self.cursor + len(text)
        last = self.last_token()
        if last and last["type"] == "paragraph" and not last.get("element"):
            last["end"] = end
        else:
            self.append_token({"type": "paragraph", "src": self.src, "start": self.cursor, "end": end})

    def append_paragraph(self) -> int | None:
        """Add the line at the cursor to the paragraph before it, if there is one, and return the end of the line."""
        last = self.last_token()
        if not last or last["type"] != "paragraph" or last.get("element"):
            return None
        last["end"] = self.find_line_end()
        return int(last["end"])

    def child_state(self, src: str, lazy_line_starts: set[int] | None = None) -> "State":
        """Open the state of a quotation or of the next list item, and note on which line it starts."""
        if self.quote_line is not None:
            return self.inner(src, self.quote_line, lazy=lazy_line_starts)
        head = self.get_line(self.item_at)
        first = self.line_of(self.item_at)
        child = self.inner(src, first + 1 if _EMPTY_ITEM.fullmatch(head) else first, first=first)
        marker = _BULLET.match(head)
        child.tokens[0]["marker"] = marker[1] if marker else ""
        self.item_at = self.src.rfind("\n", 0, max(0, self.cursor - 1)) + 1
        return child

    def inner(self, src: str, base: int, *, first: int | None = None, lazy: set[int] | None = None) -> "State":
        """Return a child state whose first source line is line *base*; the container starts on line *first*."""
        child = super().child_state(src, lazy)
        assert isinstance(child, State)  # noqa: S101 - mistune makes it of this class
        child.base = base
        child.tokens.append({"type": "start", "first": base if first is None else first})
        return child


class Parser(BlockParser):
    """mistune's block parser, line by line, with admonitions, footnotes, tables and containers."""

    state_cls = State

    def __init__(self) -> None:
        super().__init__(max_nested_level=NESTING)
        for name, pattern, method in blockrules.RULES:
            self.register(name, pattern, method)
        self.rules = list(blockrules.ORDER)
        self.block_quote_rules = self.list_rules = self.rules
        self.flat_rules = [rule for rule in self.rules if rule not in blockrules.CONTAINERS]

    def parse(self, state: BlockState, rules: list[str] | None = None) -> None:
        """Parse the rest of a state line by line: every rule is anchored at the start of a line."""
        assert isinstance(state, State)  # noqa: S101 - no other state is ever made here
        match = self.compile_sc(self._within_limit(state, rules)).match
        src, end = state.src, state.cursor_max
        while state.cursor < end:
            letter = src[state.cursor]
            if not letter.isalpha():
                stop = blockrules.indented(state) if letter in " \t" else None
                found = None if stop else match(src, state.cursor)
                stop = stop or (self.parse_method(found, state) if found else None)
                if stop:
                    state.cursor = stop
                    continue
            stop = state.find_line_end()
            state.add_paragraph(src[state.cursor : stop])
            state.cursor = stop

    def _within_limit(self, state: State, rules: list[str] | None) -> list[str]:
        return self.flat_rules if state.depth() >= NESTING else rules or self.rules

    def parse_list(self, m: re.Match[str], state: BlockState) -> int:
        """Parse a list; the state follows on which line each item starts."""
        assert isinstance(state, State)  # noqa: S101 - no other state is ever made here
        around = state.item_at, state.quote_line
        state.item_at, state.quote_line = m.start(), None
        stop = super().parse_list(m, state)
        state.item_at, state.quote_line = around
        return stop

    def parse_block_quote(self, m: re.Match[str], state: BlockState) -> int:
        """Parse a quotation; the state knows on which line it starts."""
        assert isinstance(state, State)  # noqa: S101 - no other state is ever made here
        around = state.quote_line
        state.quote_line = state.line_of(m.start())
        stop = super().parse_block_quote(m, state)
        state.quote_line = around
        return stop

    def parse_atx_heading(self, m: re.Match[str], state: BlockState) -> int:
        """Parse a heading of ``#`` marks, without those that close it."""
        text = m["atx_2"].strip()
        shown = text.rstrip("#")
        if shown != text and shown[-1:] in ("", " ", "\t"):
            text = shown.rstrip()
        state.append_token({"type": "heading", "text": text, "attrs": {"level": len(m["atx_1"])}, "style": "atx"})
        return m.end() + 1

    def parse_fenced_code(self, m: re.Match[str], state: BlockState) -> int | None:
        """Parse a fence; it ends with its closing line, or with the text."""
        assert isinstance(state, State)  # noqa: S101 - no other state is ever made here
        stop = super().parse_fenced_code(m, state)
        if stop is not None:
            state.tokens[-1]["last"] = state.line_of(max(m.start(), stop - 1))
        return stop
