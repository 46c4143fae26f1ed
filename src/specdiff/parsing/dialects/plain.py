"""Any Markdown: RFC 2119 specifications, charters, system prompts, AGENTS.md, terms of service."""

import re

from specdiff.model.settings import Settings
from specdiff.model.snapshot import Snapshot
from specdiff.model.spec import Spec
from specdiff.parsing.dialect import Dialect
from specdiff.parsing.reader import Reader

_NAME = re.compile(r"(?:^|/)(?:agents|claude|gemini|constitution|model[_-]?spec|.*spec|system[_-]?prompt|.*polic(?:y|ies)|charter)\.(?:md|markdown|txt)$", re.IGNORECASE)


def recognises(path: str, _: str) -> float:
    """Return 0.5 for a file that is named like a spec, 0.2 for any other text."""
    return 0.5 if _NAME.search(path) else 0.2


def read(snapshot: Snapshot, settings: Settings) -> Spec:
    """Return the spec."""
    return Reader(snapshot, settings, "plain").spec()


DIALECT = Dialect("plain", recognises, read)
