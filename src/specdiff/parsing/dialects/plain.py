"""Any Markdown: RFC 2119 specifications, charters, system prompts, AGENTS.md, terms of service."""

import re

from specdiff.model.settings import Settings
from specdiff.model.snapshot import Snapshot
from specdiff.model.spec import Spec
from specdiff.parsing.dialect import Dialect
from specdiff.parsing.dress import Titles
from specdiff.parsing.reader import read_spec

_SUFFIX = re.compile(r"\.(?:md|markdown|mdx|mdc|txt)$|(?:^|/)-$|^[^.]*$", re.IGNORECASE)
_NAME = re.compile(
    r"(?:^|[/_.-])(?:agents?|claude|gemini|constitution|spec(?:ification)?|prompts?|polic(?:y|ies)|charter|rules?|terms|guidelines?|code[_-]of[_-]conduct)"
    r"(?:[_.-][^/]*)?$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:^|/)(?:readme|changelog|changes|history|contributing|licen[sc]e|notice|authors|security|todo|index)\b[^/]*$", re.IGNORECASE
)
_NORM = re.compile(r"\b(?:must|shall|should|may not|never|required|prohibited|always|do not|don't)\b")
_SAMPLE = 50_000


def recognises(path: str, text: str) -> float:
    """Return up to 0.5: for a name that says rules, and for words that bind; 0 for what is no text of this kind."""
    if not _SUFFIX.search(path):
        return 0.0
    if _OTHER.search(path):
        return 0.1
    sample = text[:_SAMPLE].lower()
    density = len(_NORM.findall(sample)) * 200 / max(1, len(sample.split()))
    return round(0.15 + 0.2 * bool(_NAME.search(path)) + 0.15 * min(1.0, density), 3)


def read(snapshot: Snapshot, settings: Settings, wanted: Titles) -> Spec:
    """Return the spec."""
    return read_spec(snapshot, settings, wanted, dialect=DIALECT.name)


DIALECT = Dialect("plain", recognises, read)
