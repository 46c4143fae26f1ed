"""Values as JSON text: letters as they are, but nothing raw that a terminal obeys, that hides, or that is no Unicode text."""

import json
import re
from typing import Any

_UNSEEN = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\uffff\U000e0000-\U000e0fff]")


def dumps(value: Any) -> str:  # noqa: ANN401 - what JSON can hold
    """Return indented JSON with a final line feed. A reader gets the very same strings: what is unseen is written as an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], text) + "\n"
