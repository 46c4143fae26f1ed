"""What stands inside a text: cross references and footnote marks."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from specdiff.model.spec import Spelling
from specdiff.prose.text.normal import normal

_LABEL = r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
_LINK = re.compile(_LABEL + r"\(\s*<?([^\s()<>]*#[^\s()<>]+)>?(?:\s+[\"'(][^()\n]*)?\s*\)")
_BY_LABEL = re.compile(_LABEL + r"(?:\[([^\[\]]*)\])?(?![(:])")
_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)


class Link(NamedTuple):
    """A cross reference, and the offset in its text at which it starts. ``target`` is what stands after the ``#``."""

    at: int
    file: str
    target: str
    spelling: Spelling
    text: str

    @property
    def words(self) -> str:
        """The normal form, with the target."""
        return f"{normal(self.text)} #{self.target}"


def links(text: str, labels: Mapping[str, str]) -> list[Link]:
    """Return the cross references in *text*, in order. *labels* are the targets of link definitions that lead into the spec."""
    if "[" not in text:
        return []
    found = []
    masked = masked_code(text)
    if "#" in text:
        for link in _LINK.finditer(masked):
            file, _, target = link[2].partition("#")
            if "://" not in file:
                spelling = Spelling.AUTO if link[1].strip() == "?" else Spelling.LINK
                found.append(Link(link.start(), file, target, spelling, text[link.start() : link.end()]))
    if labels:
        for link in _BY_LABEL.finditer(masked):
            target = labels.get(" ".join((link[2] or link[1]).lower().split()), "")
            if target:
                found.append(Link(link.start(), "", target, Spelling.LINK, text[link.start() : link.end()]))
    return sorted(found, key=lambda one: one.at)


def marks(text: str) -> list[tuple[int, str]]:
    """Return (offset, id) of each footnote mark."""
    return [(mark.start(), mark[1]) for mark in _MARK.finditer(masked_code(text))] if "[^" in text else []


def masked_code(text: str) -> str:
    """Return *text* with code spans blanked out, each character by another."""
    return _CODE.sub(lambda found: "\0" * len(found[0]), text) if "`" in text else text
