"""Headings: attributes, numbering, slugs."""

import re
from dataclasses import dataclass

from specdiff.prose.normal import normal

_ATTRIBUTES = re.compile(r"\s*\{(?P<inner>[^{}]*)\}\s*#*\s*$")
_PAIR = re.compile(r"([\w-]+)=(?:\"([^\"]*)\"|'([^']*)'|(\S+))")
_NUMBER = re.compile(r"^(?:(?:section|article|chapter|part|rule)\s+)?(?:\d+(?:\.\d+)*|[ivxlc]+)[.):]?\s+(?=\S)|^\d+(?:\.\d+)*[.)]\s*", re.IGNORECASE)
_ROMAN_WORD = re.compile(r"^[ivxlc]+\s", re.IGNORECASE)
_HASHES = re.compile(r"^ {0,3}#{1,6}[ \t]*")


@dataclass(frozen=True, slots=True)
class Title:
    """A heading's text taken apart. ``words`` is the normal form without numbering."""

    title: str
    words: str
    anchor: str | None
    level: str | None
    tags: tuple[str, ...]


def read_title(text: str) -> Title:
    """Return the parts of a heading's text, without its hashes."""
    anchor, level, tags = None, None, []
    found = _ATTRIBUTES.search(text)
    title = text
    if found and re.search(r"#[\w:.-]+|[\w-]+=|\.[\w-]+", found["inner"]):
        title = text[: found.start()]
        inner = found["inner"]
        for key, *values in _PAIR.findall(inner):
            value = next((one for one in values if one), "")
            if key == "authority":
                level = value.strip().lower() or None
            elif key in ("tags", "tag"):
                tags += [part.strip() for part in value.split(",") if part.strip()]
            else:
                tags.append(f"{key}={value}")
        for word in _PAIR.sub(" ", inner).split():
            if word.startswith("#") and anchor is None:
                anchor = word[1:] or None
            elif word.strip("."):
                tags.append(word.lstrip("."))
    title = title.strip()
    return Title(title, unnumbered(normal(title)), anchor, level, tuple(tags))


def unnumbered(words: str) -> str:
    """Return a title's normal form without leading numbering ("4.2. Fees" is "Fees"); a title that is only a number stays."""
    if _ROMAN_WORD.match(words) and not re.match(r"^[IVXLC]+[.)]", words):
        return words
    return _NUMBER.sub("", words, count=1) or words


def slug(words: str) -> str:
    """Return a title's slug: lower case, words joined by hyphens."""
    return re.sub(r"[^\w]+", "-", words.lower()).strip("-") or "section"


def heading_text(source: str) -> str:
    """Return the heading's text from its source lines (ATX or setext), with attributes."""
    if _HASHES.match(source):
        return re.sub(r"\s+#+\s*$", "", _HASHES.sub("", source, count=1)).strip()
    return source.rpartition("\n")[0].strip() or source.strip()
