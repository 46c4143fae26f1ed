"""Text of a spec inside GitHub Markdown: shown as it is; it mentions nobody, links nothing, closes no tag and breaks no table."""

import html
import re

from specdiff.rendering.plain import one_line
from specdiff.rendering.redline import shortened

_APART = "\u200b"
"""A zero-width blank between letters that mean something together. Printable text never holds one; it is written so that it can be seen in the source."""
_LINKING = re.compile(r"(?i)(@|www(?=\.)|:(?=//)|#(?=\d)|gh-(?=\d)|#(?=#*\[)|^[-+=:#]+(?=[\s:-]|$)|^\d+(?=[.)]))")
_MARKUP = re.compile(r"[`*_\[\]~]")
_ENTITIES = {ord(letter): f"&#{ord(letter)};" for letter in "|\\$"}
_SPAN = str.maketrans({"`": "'", "|": "/"})


def safe(text: str, limit: int = 600) -> str:
    """Return text for a paragraph, a list item or a table cell; beyond *limit* letters it is cut at a word."""
    return _seen(_MARKUP.sub(r"\\\g<0>", _escaped(text, limit)))


def inside_html(text: str, limit: int = 300) -> str:
    """Return text for the inside of a tag on a line of its own, where Markdown is not read (``<summary>``)."""
    return _seen(_escaped(text, limit))


def code(text: str, limit: int = 160) -> str:
    """Return text as a code span; the letters that would end it or a table cell are exchanged."""
    return f"`{shortened(one_line(text), limit).translate(_SPAN).strip() or ' '}`"


def _escaped(text: str, limit: int) -> str:
    apart = _LINKING.sub(rf"\1{_APART}", shortened(one_line(text), limit))
    return html.escape(apart, quote=False).translate(_ENTITIES)


def _seen(text: str) -> str:
    return text.replace(_APART, "&#8203;")
