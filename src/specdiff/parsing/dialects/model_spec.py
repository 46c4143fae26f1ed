"""The notation of OpenAI's Model Spec: levels of authority in headings, examples with verdicts, footnotes that name eval prompts."""

import re

from specdiff.model.settings import Settings
from specdiff.model.snapshot import Snapshot
from specdiff.model.spec import Spec
from specdiff.parsing.dialect import Dialect
from specdiff.parsing.dress import Titles
from specdiff.parsing.reader import read_spec

_LEVELS = ("root", "system", "developer", "user", "guideline")
_HEADING = re.compile(r"^ {0,3}(?:#{1,6}[ \t]|[^\s\-=][^\n]*\n {0,3}(?:=+|-+)[ \t]*$)", re.MULTILINE)
_LEVEL = r"[^\n]*\{[^{}\n]*\bauthority="
_AUTHORITY = re.compile(rf"^ {{0,3}}(?:#{{1,6}}[ \t]{_LEVEL}|[^\s\-=]{_LEVEL}[^\n]*\}}[ \t]*\n {{0,3}}(?:=+|-+)[ \t]*$)", re.MULTILINE)
_COMPARISON = re.compile(r"^[ \t*]*<comparison>", re.MULTILINE)
_EXAMPLE = re.compile(r"^(?:\*\*Example\*\*:|\*\*Example:\*\*)[^\n]*\n\s*(?:~~~|```)[^\n]*\n[ \t*]*<", re.MULTILINE)
_COMMENTARY = re.compile(r"^!!! meta\b", re.MULTILINE)
_MARK = re.compile(r"(?<!^)\[\^([^\]\s]+)\]", re.MULTILINE)
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)
_PROMPTS = "examples/*.md"


def recognises(path: str, text: str) -> float:
    """Return 0.7 to 1 for a text with levels of authority in its headings, 0.6 for one with only other signs of the notation."""
    if not path.lower().endswith((".md", ".markdown", ".mdx", ".txt", "-")) or not _HEADING.search(text):
        return 0.0
    examples = _COMPARISON.search(text) is not None
    commentary = _COMMENTARY.search(text) is not None
    if _AUTHORITY.search(text):
        return (7 + 2 * examples + commentary) / 10
    if examples or commentary or _EXAMPLE.search(text):
        return 0.6
    return 0.6 if set(_MARK.findall(text)) - set(_NOTE.findall(text)) else 0.0


def read(snapshot: Snapshot, settings: Settings, wanted: Titles) -> Spec:
    """Return the spec."""
    return read_spec(snapshot, settings, wanted, dialect=DIALECT.name, levels=_LEVELS, prompts=_PROMPTS, examples=True)


DIALECT = Dialect("model-spec", recognises, read, (_PROMPTS,))
