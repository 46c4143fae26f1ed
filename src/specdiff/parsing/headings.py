"""Headings: the attributes at their end, the number before their title, and ids made of titles."""

import re
from typing import NamedTuple

from specdiff.prose.text.normal import normal

_PIECE = r"(?:#[^\s{}]+|\.[\w-]+|[\w:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'{}]+)|[\w:-]+)"
_ATTRIBUTES = re.compile(r"\{:?\s*+((?:" + _PIECE + r"\s*+)++)\}\s*+$")
_TOKENS = re.compile(_PIECE)
_HTML_ANCHOR = re.compile(r"<a\s+(?:name|id)\s*=\s*[\"']?([^\"'>\s]+)[\"']?\s*/?>(?:\s*</a>)?\s*", re.IGNORECASE)
_STATED = re.compile(r"[\[(](?:authority|level)\s*[:=]\s*([\w-]+)\s*[\])]\s*+$", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:(?:section|article|chapter|part|rule|principle|appendix|annex|clause|§)(?:\s*\d+(?:\.\d+)*|\s+(?:[ivxlc]+|[a-z]))\b[.:)]*(?:\s+[-\u2013\u2014:]\s*|\s+|$)"
    r"|\(?(?:\d+(?:\.\d+)*|[ivxlc]{1,6}|[a-z])[.):]+(?:\s+|$)"
    r"|q(?:uestion)?\s*\d*[.:)]\s+"
    r"|\d+(?:\.\d+)+\s+)",
    re.IGNORECASE,
)
_LIST_NUMBER = re.compile(r"\s*\d+[.)]\s+")
_NOT_IN_SLUG = re.compile(r"[^\w\s-]")


class Heading(NamedTuple):
    """What a heading says of its section. ``tags`` are all attributes but the id and the level.

    ``named``: the anchor is an attribute, which takes the place of the id that renderers make of a title.
    """

    title: str
    words: str
    anchor: str | None = None
    level: str | None = None
    tags: tuple[str, ...] = ()
    named: bool = False


def heading(text: str) -> Heading:
    """Read the text of a heading (without its ``#``)."""
    anchor = level = None
    tags: list[str] = []
    attribute = False
    found = _ATTRIBUTES.search(text) if "{" in text else None
    if found and re.search(r"[#.=]", found[1]):
        text = text[: found.start()]
        anchor, level, tags = _attributes(found[1])
    attribute = anchor is not None
    if "<" in text and (named := _HTML_ANCHOR.search(text)):
        anchor = anchor or named[1]
        text = _HTML_ANCHOR.sub("", text)
    if stated := _STATED.search(text):
        level = level or stated[1].lower()
        text = text[: stated.start()]
    title = text.strip()
    return Heading(title, unnumbered(normal(title)), anchor, level, tuple(tags), attribute)


def _attributes(source: str) -> tuple[str | None, str | None, list[str]]:
    """Return the first id, the last level, and whatever else stands there: also an id or a level that another one overrides."""
    anchor = level = None
    tags: list[str] = []
    for token in _TOKENS.findall(source):
        key, equals, value = token.partition("=")
        key, value = key.strip(), value.strip().strip("\"'")
        if token.startswith("#"):
            tags += [token] if anchor and anchor != token[1:] else []
            anchor = anchor or token[1:]
        elif not equals:
            tags.append(token)
        elif key.lower() == "id":
            anchor = anchor or value
        elif key.lower() in ("authority", "level"):
            tags += [f"{key.lower()}={level}"] if level and level != value.lower() else []
            level = value.lower()
        elif key.lower() in ("tags", "tag"):
            tags += [tag.strip() for tag in value.split(",") if tag.strip()]
        else:
            tags.append(f"{key}={value}")
    return anchor, level, tags


def html_anchor(markup: str) -> str | None:
    """Return the id of a line that is nothing but an HTML anchor."""
    found = _HTML_ANCHOR.fullmatch(markup.strip())
    return found[1] if found else None


def unnumbered(words: str) -> str:
    """Return a title without its number ("3. ", "4.2 ", "Section 7. ") and its full stop, unless it has nothing else."""
    found = _NUMBER.match(words)
    rest = words[found.end() :] if found else words
    return rest.strip(" .:") or words


def slug(words: str) -> str:
    """Return the id that most Markdown renderers make of a title in normal form."""
    return "-".join(_NOT_IN_SLUG.sub("", words.lower()).split())


def rendered_ids(title: str) -> tuple[str, str]:
    """Return the ids that renderers make of a title as written: each blank a hyphen, or each run of blanks."""
    number = _LIST_NUMBER.match(title)
    words = (number[0] if number else "") + normal(title)
    kept = _NOT_IN_SLUG.sub("", words.lower()).strip()
    return re.sub(r"\s", "-", kept), "-".join(kept.split())


class Names:
    """Hands out ids, each only once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def unique(self, name: str, first: int = 2) -> str:
        """Return *name*, or ``name-2``, ``name-3`` … where it is taken."""
        chosen = name
        count = self._next.get(name, first)
        while chosen in self._taken:
            chosen = f"{name}-{count}"
            count += 1
            self._next[name] = count
        self._taken.add(chosen)
        return chosen
