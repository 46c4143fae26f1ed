"""The explicit orders that a sentence states: "A > B", "A over B", "in this order: …", "A first, B second"."""

import re

# neither arrows ("a -> b", "a => b"), where no ranking is announced, nor where a program writes to ("2>/dev/null") rank anything
_ARROW = re.compile(r"\s?(?:[-=]>|\u2192)\s?")
_RANKING = re.compile(r"\b(?:priorit(?:y|ies)|precedence|hierarchy|ranking)\b[^.;:]{0,30}:", re.IGNORECASE)
_CHAIN = re.compile(r"[^<>;.,:()\u2192]+(?:(?<![-=\d])>{1,3}(?![=/&])[^<>;.,:()\u2192]+)+")
_BESIDE = re.compile(r"\s?\([^()<>]*\)(?=\s?(?:>|$|[.;,:]))")  # "the owner (always) > the guest"
_PLACEHOLDER = re.compile(r"<(/?[A-Za-z][^<>\s]*)>")
_OVER = re.compile(
    r"\b(\w[\w' -]{0,40}?)\s(?:takes? (?:precedence|priority) over|outranks?|prevails? over)\s(\w[\w' -]{0,40})", re.IGNORECASE
)
_THING = re.compile(r"(?:[\"'(]\s?)?(?:\d{1,2}[.)]\s)?[^\W\d]")  # "more than > 10 steps" compares numbers, "[>]" is a sign
_RANKED = re.compile(
    r"(?<!\bthe\s)(?<!\ba\s)(?<!\bits\s)(?<!\btheir\s)\b(?:prioriti[sz]\w*|prefers?|preferring|preferred|favou?rs?|favou?ring|values?|valuing|puts?|putting|places?|placing|ranks?|ranking|chooses?|choosing)"
    r"\s(?!of\b)(\w[\w' -]{0,40}?)\s(?:over|above|ahead of)\s(\w[\w' -]{0,40})",
    re.IGNORECASE,
)
_ABOVE = re.compile(r"\s(?:over|above|ahead of)\s|outrank")
# An order that is announced ("in this order") and then listed
_IN_ORDER = re.compile(
    r"\b(?:in )?(?:this|that|the following|descending|decreasing) order\b|\border of (?:priority|precedence|importance)\b"
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_PLACED = re.compile(r"(?P<what>[^,;:.]*?[\w'-]) (?:comes? |goe?s? )?(?P<place>first|second|third|fourth|fifth|last)(?=[,;:.]|\sand\b|$)")
_PUTS = re.compile(r"^.*\b(?:puts?|places?|ranks?|sets?|and|then)\s")
_NEXT = re.compile(r",\s*(?:and\s+)?(?:then\s+)?|\s+(?:and\s+)?then\s+|\s+and\s+")
# The little words that end or begin a phrase
_LITTLE = re.compile(
    r"\b(?:in|on|at|by|with|for|from|to|as|if|when|where|while|unless|except|until|because|so|that|which|who|and|but|or|is|are|be|must|should|may|can|will|shall|always|never|also)\b"
)
_SHORT = 4


def orders(words: str) -> tuple[tuple[str, ...], ...]:
    """Return the explicit orders that a sentence in normal form states ("A > B", "A over B"), each from first to last."""
    out: list[tuple[str, ...]] = []
    if ">" in words or "\u2192" in words:
        words = _ARROW.sub(" > ", words) if ">" not in _ARROW.sub("", words) and _RANKING.search(words) else words
        plain = _BESIDE.sub("", _PLACEHOLDER.sub(r"\1", words))
        for chain in _CHAIN.finditer("" if "<" in plain else plain):  # where both signs stand they are brackets, or compare numbers
            items = [item.strip().lower() for item in re.split(r">+", chain[0])]
            if not all(items) or not _THING.search(items[0]) or not all(map(_THING.match, items[1:])):
                continue
            announced = plain[: chain.start()].rstrip().endswith((":", "("))
            closed = plain[chain.end() : chain.end() + 1] in ("", ".", ",", ";", ":", ")")
            first = items[0] if announced or items[0].count(" ") < _SHORT else items[0].rpartition(" ")[2]
            last = items[-1] if closed and (announced or items[-1].count(" ") < _SHORT) else items[-1].partition(" ")[0]
            out.append((first, *items[1:-1], last))
    lower = words.lower()
    if _ABOVE.search(lower):
        pairs = [(_tail(found[1]), _head(found[2])) for pattern in (_OVER, _RANKED) for found in pattern.finditer(lower)]
        out += [pair for pair in pairs if all(pair)]
    if "order" in words:
        out += _listed(lower)
    if " first" in lower and (placed := _counted_off(lower)):
        out.append(placed)
    return tuple(out)


def _counted_off(words: str) -> tuple[str, ...]:
    """Return what a sentence in lower case puts first, second and so on, from first to last ("put safety first, speed second")."""
    found = list(_PLACED.finditer(words))
    numbers = [_ORDINALS.get(one["place"], len(found)) for one in found]
    told = tuple(_tail(_PUTS.sub("", one["what"])) for one in found)
    return told if len(told) > 1 and numbers == [*range(1, len(found) + 1)] and all(told) else ()


def _listed(words: str) -> tuple[tuple[str, ...], ...]:
    """Return the order that a sentence in lower case announces and lists ("in this order: A, then B and C")."""
    announced = _IN_ORDER.search(words)
    if announced is None:
        return ()
    parts = _NEXT.split(re.split(r"[.;]", words[announced.end() :].lstrip(" ,:-"), maxsplit=1)[0])
    told = len(parts) > 1 and all(part and part.count(" ") < _SHORT for part in parts)
    return (tuple(part.strip() for part in parts),) if told else ()


def _tail(text: str) -> str:
    """Return the last few words, after any little word that shows where a phrase begins."""
    return " ".join(_LITTLE.split(text)[-1].split()[-_SHORT:])


def _head(text: str) -> str:
    """Return the first few words, up to a little word that begins another phrase."""
    return " ".join(_LITTLE.split(text)[0].split()[:_SHORT])
