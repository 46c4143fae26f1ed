"""Values as JSON text: letters as they are, but nothing raw that a terminal obeys, that hides, or that is no Unicode text."""

import json
import re
from typing import Any

_ODD = re.compile(r"[^\n\x20-\x7e]")


def dumps(value: Any) -> str:  # noqa: ANN401 - what JSON can hold
    """Return indented JSON with a final line feed. A reader gets the very same strings: what cannot be seen is written as an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=2).replace(
        "##[", "##\\u005b"
    )  # which a CI runner obeys wherever it stands in a log
    return _ODD.sub(lambda found: _seen(found[0]), text) + "\n"


def _seen(letter: str) -> str:
    return letter if letter.isprintable() else json.dumps(letter)[1:-1]
