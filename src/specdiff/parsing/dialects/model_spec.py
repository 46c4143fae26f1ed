"""The notation of OpenAI's Model Spec: heading attributes, authority levels, examples with verdicts, eval prompt footnotes."""

import re

from specdiff.model.settings import Settings
from specdiff.model.snapshot import Snapshot
from specdiff.model.spec import Spec
from specdiff.parsing.dialect import Dialect
from specdiff.parsing.reader import Reader

LEVELS = ("root", "system", "developer", "user", "guideline")
_MARKS = (
    re.compile(r"^#{1,6} .*\{#[\w-]+[^}]*authority=", re.MULTILINE),
    re.compile(r"^\*\*Example\*\*:", re.MULTILINE),
    re.compile(r"^[ \t]*\*?<comparison>", re.MULTILINE),
)


def recognises(path: str, text: str) -> float:
    """Return 1 for a text with authority attributes in headings and examples with comparisons, less for only some of that."""
    if not path.lower().endswith((".md", ".markdown", ".mdx", ".txt", "-")):
        return 0.0
    return (0.0, 0.7, 0.9, 1.0)[sum(mark.search(text) is not None for mark in _MARKS)]


def read(snapshot: Snapshot, settings: Settings) -> Spec:
    """Return the spec."""
    return Reader(snapshot, settings, "model-spec", LEVELS).spec()


DIALECT = Dialect("model-spec", recognises, read, ("examples/*.md",))
