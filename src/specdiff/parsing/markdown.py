"""Markdown to blocks, each with the lines it stands on."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from specdiff.parsing.blockparser import Parser, State

_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\n(?=[\w\"'#-])(?:(?!\1[ \t]*$)[^\n]*\n)*?(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_ALERT = re.compile(
    r"(?:\[!(?P<kind>\w+)\]|(?:\*\*|__)(?P<word>note|tip|info|warning|important|caution):?(?:\*\*|__):?(?=[ \t]*\n))[ \t]*(?P<title>[^\n]*)(?:\n|$)",
    re.IGNORECASE,
)

_KINDS = {
    "paragraph": "paragraph",
    "block_text": "paragraph",
    "heading": "heading",
    "block_code": "code",
    "list": "list",
    "list_item": "item",
    "block_quote": "quote",
    "block_html": "html",
    "thematic_break": "rule",
    "admonition": "admonition",
    "footnote": "footnote",
    "table": "table",
    "row": "row",
    "link": "link",
}


@dataclass(frozen=True, slots=True)
class Block:
    """One block and the 1-based first and last line it stands on.

    ``kind``: heading, paragraph, code, list, item, quote, admonition, footnote, table, row, html, link, front, rule. ``text`` is the
    inline Markdown of headings, paragraphs and rows and the contents of code, freed from the marks and indentation of the
    containers around it. ``level`` is the depth of a heading, ``marker`` the bullet or number of an item.
    ``info`` is a fence's info string, an admonition's kind or a footnote's id; ``title`` an admonition's title.
    """

    kind: str
    first: int
    last: int
    text: str = ""
    level: int = 0
    marker: str = ""
    info: str = ""
    title: str = ""
    children: tuple["Block", ...] = ()


@cache
def _parser() -> Parser:
    return Parser()


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a whole file, in order. Never raises, whatever the text."""
    source = text.replace("\r\n", "\n")
    if not source.endswith("\n"):
        source += "\n"
    found = []
    state = State()
    front = _FRONT_MATTER.match(source)
    if front:
        rows = front[0].rstrip("\n").split("\n")
        found.append(Block("front", 1, len(rows), "\n".join(rows[1:-1])))
        source = source[front.end() :]
        state.base = len(rows) + 1
    state.process(source)
    _parser().parse(state)
    return (*found, *_converted(state.tokens))


def _converted(tokens: Iterable[dict[str, Any]]) -> tuple[Block, ...]:
    made = (_block(token) for token in tokens if token["type"] in _KINDS)
    return tuple(sorted((block for block in made if block), key=lambda block: block.first))


def _block(token: dict[str, Any]) -> Block | None:
    kind = _KINDS[token["type"]]
    if "start" in token:
        return _prose(kind, token)
    if "children" in token:
        return _container(kind, token)
    attributes = token.get("attrs") or {}
    first = token["first"]
    text = token.get("text", token.get("raw", ""))
    last = token.get("last", first)
    return Block(kind, first, last, text, attributes.get("level", 0), info=attributes.get("info", ""))


def _prose(kind: str, token: dict[str, Any]) -> Block | None:
    """Return a paragraph, or a heading made of one by a line of ``===`` or ``---`` below it."""
    text = token["src"][token["start"] : token["end"]].rstrip()
    shown = text.lstrip("\n")
    if not shown.strip():
        return None
    first = token["first"] + len(text) - len(shown)
    last = first + shown.count("\n")
    if kind == "heading":
        return Block(kind, first, last + 1, shown.strip(), token["attrs"]["level"])
    return Block(kind, first, last, shown.lstrip(" \t"))


def _container(kind: str, token: dict[str, Any]) -> Block:
    children = _converted(token["children"])
    start = next((child for child in token["children"] if child["type"] == "start"), None)
    first = token.get("first", children[0].first if children else 1)
    if kind == "list":
        first = children[0].first
    elif start is not None:
        first = start["first"]
    last = max([first, token.get("last", first), *(child.last for child in children)])
    marker = start.get("marker", "") if start else ""
    if kind == "quote" and children and children[0].kind == "paragraph":
        alert = _ALERT.match(children[0].text)
        if alert:
            return _alert(alert, first, last, children)
    return Block(kind, first, last, "", 0, marker, token.get("info", ""), token.get("title", ""), children)


def _alert(alert: re.Match[str], first: int, last: int, children: tuple[Block, ...]) -> Block:
    """Return the admonition that a quotation with ``[!NOTE]`` or ``**Note**`` as its first line is."""
    head = children[0]
    rest = head.text[alert.end() :]
    skipped = head.text.count("\n", 0, alert.end())
    body = (Block("paragraph", head.first + skipped, head.last, rest), *children[1:]) if rest.strip() else children[1:]
    return Block("admonition", first, last, "", 0, "", (alert["kind"] or alert["word"]).lower(), alert["title"].strip(), body)
