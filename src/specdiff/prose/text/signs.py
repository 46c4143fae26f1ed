"""Signs: what is no word and says something, such as "≤", "✗", "5 %" and "-5"; patterns, paths and formulas, where every symbol counts."""

import re
from collections import Counter
from functools import lru_cache

_SYMBOL = re.compile(r"[\\|^{}=+*~#@$]|\w\[|\]\w")
_SIGN = re.compile(
    r"[%&]|(?<![\w)\]])[-.](?=\d)|(?<=\d)/(?=\d)|(?<![\w-])--?(?=[A-Za-z])"
    r"|[^\x00-\x7f\w\s\u00a1\u00a6-\u00a9\u00ab-\u00ae\u00b6-\u00b8\u00bb\u00bf\u0300-\u036f\u200b-\u202f\u2031-\u2046\u2048-\u206f\u2122"
    r"\u25a0-\u25ff\u3000-\u303f\ufe00-\ufe6f\uff00-\uff65\ufeff\U000e0000-\U000e01ef]"  # typography, and what no person sees
)
_TOKEN = re.compile(r"\S")
_GLUED = re.compile(r" (?:(?<=\d )(?=[%‰°€£])|(?<=[€£$] )(?=\d))")  # begins with what it takes out, so that the search can skip to it
_AROUND = "\"'().,;:!?"


@lru_cache(maxsize=16)  # asked several times about one pair
def changed_signs(old: str, new: str) -> tuple[str, str]:
    """Return what only one of two normal forms has of patterns, paths, formulas and signs; where signs differ, the words that they stand in."""
    old, new = (_GLUED.sub("", text) for text in (old, new))
    before, after = _SIGN.findall(old), _SIGN.findall(new)
    telling = _SYMBOL if before == after else _TOKEN
    lost, won = (Counter(token.strip(_AROUND) for token in text.split() if telling.search(token)) for text in (old, new))
    gone, come = " ".join((lost - won).elements()), " ".join((won - lost).elements())
    return (gone, come) if gone or come or before == after else (" ".join(before), " ".join(after))
