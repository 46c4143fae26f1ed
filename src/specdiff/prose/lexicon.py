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
    """Return a pattern that matches any of the phrases as whole words, the longest first."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return r"(?<![\w-])(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) + r")(?![\w-])"
