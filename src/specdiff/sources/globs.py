"""Globs over paths with forward slashes: ``*`` and ``?`` stay inside a folder, ``**`` crosses folders."""

import re
from fnmatch import translate
from functools import cache
from unicodedata import normalize

MAGIC = re.compile(r"[*?\[]")
_PARTS = re.compile(r"\*\*/|\*\*|\*|\?|\[[!^]?\]?[^\]/]*\]|[^*?\[]+|\[")


def matches(path: str, pattern: str) -> bool:
    """Whether the whole *path* matches. Composed and decomposed accents are the same."""
    return _compiled(pattern).fullmatch(normalize("NFC", path)) is not None


def escaped(path: str) -> str:
    """Return a glob that matches exactly *path*."""
    return re.sub(r"[*?\[]", lambda found: f"[{found[0]}]", path)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile("".join(map(_regex, _PARTS.findall(normalize("NFC", pattern)))), re.DOTALL)


def _regex(part: str) -> str:
    fixed = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]", "[": r"\["}
    if part in fixed:
        return fixed[part]
    if not part.startswith("["):
        return re.escape(part)
    negated = f"[!{part[2:]}" if part.startswith("[^") else part
    return f"(?!/){translate(negated).rpartition(chr(92))[0]}"  # without the end of text that it closes with
