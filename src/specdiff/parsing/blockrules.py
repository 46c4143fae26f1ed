"""Block rules that mistune lacks, or has in a shape that loses text: admonitions, containers, footnotes, tables, tags, link definitions.

Each is a name, a pattern anchored at the start of a line, and a method that appends tokens and returns where it stopped
(``None``: no such block here). No pattern can run over a line twice.
"""

import re
from typing import Any

from mistune.list_parser import LIST_PATTERN

_TAGS = r"(?:</?[A-Za-z][\w.:-]*+(?:[ \t][^<>\n]*+)?>[ \t]*+)++$"
_RAW = r"(?:script|pre|style|textarea)(?=[\s>])"
_HTML = rf"^ {{0,3}}(?:<(?:!--|\?|!\[CDATA\[|![A-Z]|{_RAW})|{_TAGS})"
# One line that is one element, as prompts in XML have them; what is text in HTML ("<b>so</b>") is none.
_INLINE = "a|abbr|b|bdi|br|cite|code|del|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var"
_ELEMENT = rf"[ \t]*<(?P<element_name>(?!(?:{_INLINE})\b)[A-Za-z][\w.:-]*+)(?:[ \t][^<>\n]*+)?>[^\n]*</(?P=element_name)>[ \t]*$"
_IN_TAGS = re.compile(rf"[ \t]*{_TAGS}")
_IS_ELEMENT = re.compile(_ELEMENT)
_ENDS = (
    ("<!--", "-->"),
    ("<?", "?>"),
    ("<![", "]]>"),
    ("<!", ">"),
    ("<script", "</script"),
    ("<pre", "</pre"),
    ("<style", "</style"),
    ("<textarea", "</textarea"),
)
_COLONS = re.compile(r"^ {0,3}(:{3,})[ \t]*(\S?)", re.MULTILINE)
_FENCED_LINE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_FOOTNOTE_LINE = re.compile(r" {0,3}\[\^[^\]\s]+\]:")
_TITLE = re.compile(r"[\"“](.*)[\"”]\s*$")
_CELL = re.compile(r"(?<!\\)\|")

CONTAINERS = frozenset({"list", "block_quote", "admonition", "container", "footnote"})
ORDER = (
    "fenced_code",
    "atx_heading",
    "table",
    "setex_heading",
    "thematic_break",
    "admonition",
    "container",
    "block_quote",
    "list",
    "footnote",
    "link",
    "block_html",
    "element",
    "blank_line",
)


def indented(state: Any) -> int | None:
    """Take lines indented by four columns as code, or as more of the paragraph before them; between tags they are text, and tags."""
    line = state.get_line(state.cursor)
    if not _is_indented(line):
        return None
    if (inside := _indented_in_tags(state, line)) is not None:
        return inside
    if state.last_token() and state.last_token()["type"] == "paragraph":
        return int(state.append_paragraph())
    stop = position = state.cursor + len(line)
    while position < state.cursor_max:
        line = state.get_line(position)
        position += len(line)
        if _is_indented(line):
            stop = position
        elif line.strip():
            break
    raw = re.sub(r"(?m)^(?: {4}| {0,3}\t)", "", state.get_text(stop)).rstrip("\n")
    state.append_token({"type": "block_code", "raw": raw, "last": state.line_of(max(state.cursor, stop - 1))})
    return int(stop)


def _indented_in_tags(state: Any, line: str) -> int | None:
    """Take an indented line between tags as what it would be at the margin; ``None`` where it stands between none."""
    before = next((token for token in reversed(state.tokens) if token["type"] != "blank_line"), None)
    said, stop = line.strip(), int(state.cursor + len(line))
    if not before or not (before["type"] == "block_html" or before.get("tagged")):
        return None
    if before["type"] == "block_html" and before["raw"].lstrip().startswith("</") and not said.startswith("<"):
        return None  # what follows a closing tag may be code again
    if _IN_TAGS.match(said) or (said.startswith("<!--") and said.endswith("-->")):
        state.append_token({"type": "block_html", "raw": said, "last": state.line_of(state.cursor)})
    elif before is state.last_token() and before["type"] == "paragraph" and not before.get("element") and not said.startswith("<"):
        before["end"] = stop
    else:
        alone = _IS_ELEMENT.match(said) is not None
        state.append_token({"type": "paragraph", "src": state.src, "start": state.cursor, "end": stop, "element": alone, "tagged": True})
    return stop


def _element(parser: Any, m: re.Match[str], state: Any) -> int | None:  # noqa: ARG001
    """Take a line that is one element as a paragraph of its own; it may not interrupt one of text."""
    before = state.last_token()
    if before and before["type"] == "paragraph" and not before.get("element"):
        return None
    stop = state.find_line_end_at(m.start())
    state.append_token({"type": "paragraph", "src": state.src, "start": m.start(), "end": stop, "element": True, "tagged": True})
    return int(stop)


def _is_indented(line: str) -> bool:
    return line[:1] in " \t" and bool(line.strip()) and (line.startswith("    ") or "\t" in line[: len(line) - len(line.lstrip(" \t"))][:4])


def _parse_inside(parser: Any, state: Any, token: dict[str, Any], body: str, base: int) -> None:
    """Parse *body*, whose first line is line *base*, and append *token* with what is inside."""
    first = state.line_of(state.cursor)
    child = state.inner(body if body.endswith("\n") else body + "\n", base, first=first)
    parser.parse(child)
    state.append_token({**token, "first": first, "children": child.tokens})


def _body(state: Any, position: int, width: int) -> tuple[list[str], int]:
    """Return the lines from *position* on that are indented by *width* columns, dedented, and where they end."""
    lines: list[str] = []
    stop, kept = position, 0
    while position < state.cursor_max:
        line = state.get_line(position)
        position += len(line)
        flat = line.expandtabs(4) if line[:1] in " \t" and "\t" in line[:8] else line
        if not line.strip():
            lines.append("")
            continue
        if not flat.startswith(" " * width):
            break
        lines.append(flat[width:].rstrip("\n"))
        stop, kept = position, len(lines)
    return lines[:kept], stop


def _admonition(parser: Any, m: re.Match[str], state: Any) -> int:
    """Parse ``!!! kind "Title"`` (or ``???``) and its indented body; the first line that is not indented ends it."""
    start = min(m.end() + 1, state.cursor_max)
    after = state.get_line(start).expandtabs(4) if start < state.cursor_max else ""
    indent = len(after) - len(after.lstrip(" ")) if after.strip() else 4
    body, stop = _body(state, start, min(4, indent)) if indent > 1 else ([], start)
    title = _TITLE.search(m["admonition_rest"])
    token = {"type": "admonition", "info": m["admonition_kind"].lower(), "title": title[1].strip() if title else ""}
    line = state.line_of(m.start())
    _parse_inside(parser, state, token, "\n".join(body), line + 1)
    return stop


def _container(parser: Any, m: re.Match[str], state: Any) -> int | None:
    """Parse ``::: kind Title`` up to the ``:::`` that closes it."""
    if state.containers is None:
        state.containers = _paired(state.src)
    close = state.containers.get(m.start())
    if close is None:
        return None
    start = min(m.end() + 1, close)
    stop = state.find_line_end_at(close)
    token = {
        "type": "admonition",
        "info": m["container_kind"].strip("{}.").lower(),
        "title": m["container_rest"].strip(' \t"{}[]'),
        "last": state.line_of(close),
    }
    line = state.line_of(m.start())
    _parse_inside(parser, state, token, state.src[start:close], line + 1)
    return int(stop)


def _paired(src: str) -> dict[int, int]:
    """Return the offset of each line that opens a container, to that of the line that closes it."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for found in _COLONS.finditer(src):
        if found[2]:
            opened.append(found.start())
        elif opened:
            pairs[opened.pop()] = found.start()
    return pairs


def _footnote(parser: Any, m: re.Match[str], state: Any) -> int:
    """Parse ``[^id]: text`` with the lines that continue it and the indented paragraphs below."""
    position = state.find_line_end_at(m.end())
    lines = [state.src[m.end() : position].strip()]
    while position < state.cursor_max:
        line = state.get_line(position)
        if not line.strip() or _FOOTNOTE_LINE.match(line) or _FENCED_LINE.match(line) or line.startswith("#"):
            break
        lines.append(line.strip())
        position += len(line)
    more, stop = _body(state, position, 4) if not state.get_line(position).strip() else ([], position)
    line = state.line_of(m.start())
    _parse_inside(parser, state, {"type": "footnote", "info": m["footnote_id"]}, "\n".join([*lines, *more]), line)
    return stop


def _link(parser: Any, m: re.Match[str], state: Any) -> int | None:  # noqa: ARG001
    """Parse ``[label]: target "title"``, which may not interrupt a paragraph."""
    stop = state.append_paragraph()
    if stop:
        return int(stop)
    state.append_token({"type": "link", "text": m[0].strip()})
    return m.end() + 1


def _html(parser: Any, m: re.Match[str], state: Any) -> int:  # noqa: ARG001
    """Parse a comment, a raw element, or one line that holds tags only: what stands between tags is Markdown."""
    opened = m[0].strip().lower()
    until = next((end for start, end in _ENDS if opened.startswith(start)), None)
    stop = state.find_line_end_at(m.start())
    if until is not None:
        found = re.compile(re.escape(until), re.IGNORECASE).search(state.src, m.end())
        stop = state.find_line_end_at(found.end()) if found else state.cursor_max
    raw = state.src[m.start() : stop].rstrip("\n")
    state.append_token({"type": "block_html", "raw": raw, "last": state.line_of(m.start() + len(raw))})
    return int(stop)


def cells(line: str) -> list[str]:
    """Return the cells of a table row."""
    row = line.strip()
    row = row.removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    return [cell.strip() for cell in _CELL.split(row)]


def _table(parser: Any, m: re.Match[str], state: Any) -> int | None:  # noqa: ARG001
    """Parse a table at its delimiter row: the line before it is the header, the lines with bars after it are the rows."""
    before = state.last_token()
    if not before or before["type"] != "paragraph":
        return None
    header_at = max(state.src.rfind("\n", 0, max(0, before["end"] - 1)) + 1, before["start"])
    header = state.src[header_at : before["end"]].rstrip("\n")
    if "|" not in header or "-" not in m[0] or len(cells(header)) != len(cells(m[0])):
        return None
    if header_at <= before["start"]:
        state.tokens.pop()
    else:
        before["end"] = header_at
    line = state.line_of(m.start())
    rows = [{"type": "row", "first": line - 1, "text": header.strip()}]
    position = m.end() + 1
    while position < state.cursor_max:
        text = state.get_line(position)
        if "|" not in text:
            break
        line += 1
        position += len(text)
        rows.append({"type": "row", "first": line, "text": text.strip()})
    state.append_token({"type": "table", "first": rows[0]["first"], "last": line, "children": rows})
    return int(position)


RULES = (
    (
        "thematic_break",
        r"^ {0,3}(?P<break_mark>[-_*])(?:[ \t]*+(?P=break_mark)){2,}+[ \t]*+$",
        lambda parser, m, state: parser.parse_thematic_break(m, state),
    ),
    ("list", LIST_PATTERN, lambda parser, m, state: parser.parse_list(m, state)),
    ("admonition", r"^ {0,3}(?:!!!|\?\?\?\+?)[ \t]*(?P<admonition_kind>[A-Za-z][\w-]*)(?P<admonition_rest>[^\n]*)$", _admonition),
    ("container", r"^ {0,3}:{3,}[ \t]*(?P<container_kind>\{?\.?[A-Za-z][\w-]*\}?)(?P<container_rest>[^\n]*)$", _container),
    ("footnote", r"^ {0,3}\[\^(?P<footnote_id>[^\]\s]{1,200})\]:[ \t]*", _footnote),
    (
        "link",
        r"^ {0,3}\[(?!\^)[^\[\]\n]{1,500}\]:[ \t]*(?:<[^<>\n]*+>|[^\s<]\S*+)(?:[ \t]++(?:\"[^\"\n]*+\"|'[^'\n]*+'|\([^()\n]*+\)))?[ \t]*$",
        _link,
    ),
    ("table", r"^ {0,3}(?=[|:-])(?=[^\n|]*\|)[|: \t-]++$", _table),
    ("block_html", _HTML, _html),
    ("element", rf"^ {{0,3}}(?=<){_ELEMENT}", _element),
)
