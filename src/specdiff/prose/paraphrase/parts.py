"""Whether several sentences say together what one says: an aside that became a sentence, a list within a sentence that was set as one."""

import re
from collections.abc import Sequence

from specdiff.prose.lexicon import lexicon
from specdiff.prose.paraphrase.forms import form
from specdiff.prose.text.changes import changed_words
from specdiff.prose.text.similar import words

_COUNTED = re.compile(r"(?<![^\s(])\(?(?:[ivx]{1,4}|[a-h]|\d{1,2})\)(?=\s)", re.IGNORECASE)
_AGAIN = re.compile(r"^(?:this|that|the same) (?:also )?(?:holds|applies|goes|is so|is true|is the case)(?: too| also)?\b", re.IGNORECASE)
_LINKS = frozenset({"and", "but", "because", "since", "so"})
_JOINING = frozenset({"or", "nor", "but"})


def told_in_parts(whole: str, first: str, others: Sequence[str]) -> tuple[int, ...]:
    """Return which of the others say, in order, just what the first does not say of the whole (normal forms); empty where none or not all is said."""
    gone, come = changed_words(_COUNTED.sub("", whole), first)
    if _telling(come):
        return ()
    left, found = _telling(gone), []
    head: list[str] = []
    for index, other in enumerate(others):
        part = _telling(words(_AGAIN.sub("", _COUNTED.sub("", other))))
        for said in (part, _behind(part, head)):
            if said and left[: len(said)] == said:
                left = left[len(said) :]
                head = head or part
                found.append(index)
                break
    return () if left else tuple(found)


def _behind(part: Sequence[str], head: Sequence[str]) -> list[str]:
    """Return a part without the words that the first one begins with, too, which need be said once: "a guest's key", "a guest's lamp"."""
    shared = next((at for at, (a, b) in enumerate(zip(part, head, strict=False)) if a != b), 0)
    return list(part[shared:])


def said_in_pieces(whole: str, pieces: Sequence[str]) -> int:
    """Return how many pieces, from the first on, say in other forms exactly what the whole says; 0 where they say something else.

    Nothing joins them but an "and", a "but", or what makes one the reason of the other.
    """
    sentence, at = form(_COUNTED.sub("", whole)), 0
    for count, piece in enumerate(pieces, 1):
        said = form(piece)
        said = said[:-1] if said[-1:] == ("and",) else said
        at += bool(at and sentence[at : at + 1] and sentence[at] in _LINKS and said[:1] != sentence[at : at + 1])
        if not said or sentence[at : at + len(said)] != said:
            return 0
        at += len(said)
        if at == len(sentence):
            return count
    return 0


def _telling(parts: Sequence[str]) -> list[str]:
    empty = frozenset(lexicon("reach")["empty"]) | _JOINING
    return [word for word in parts if word not in empty]
