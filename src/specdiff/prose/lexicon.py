"""The words of general English that specdiff knows, from the data files in ``lexicon/``."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Return the data file *name* (without suffix)."""
    return tomllib.loads((files("specdiff.prose") / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))


def alternation(phrases: list[str]) -> str:
    """Return a pattern that matches any of the phrases as whole words, the longest first; in lower case, for a text that is (see ``lowered``).

    Phrases are put together by their first words, and these by their first letters, since a regular expression tries one alternative after the other.
    """
    return rf"(?<![\w-]){_branches([phrase.lower().split() for phrase in phrases])}(?![\w-])"


def _branches(phrases: list[list[str]]) -> str:
    heads: dict[str, list[list[str]]] = {}
    for head, *rest in phrases:
        heads.setdefault(head, []).append(rest)
    initials: dict[str, list[str]] = {}
    for head, rests in sorted(heads.items(), key=lambda one: (-len(one[0]), one[0])):
        initials.setdefault(head[0], []).append(re.escape(head[1:]) + _rest(rests))
    return _any([re.escape(initial) + _any(endings) for initial, endings in initials.items()])


def _rest(rests: list[list[str]]) -> str:
    """Return the pattern of what may follow a word; nothing, if a phrase ends with it."""
    longer = [rest for rest in rests if rest]
    if not longer:
        return ""
    following = rf"\s+{_branches(longer)}"
    return f"(?:{following})?" if len(longer) < len(rests) else following


def _any(patterns: list[str]) -> str:
    return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"


def lowered(text: str) -> str:
    """Return a text in lower case, letter for letter, so that offsets are the same in both. Ignoring case in a pattern costs five times as much."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


@cache
def pattern(name: str, key: str) -> re.Pattern[str]:
    """Return the pattern of the phrases under *key* in a data file, for text in lower case."""
    return re.compile(alternation(lexicon(name)[key]))
