"""What goes before what, in whatever words a sentence says it, and whether another sentence says it the other way round.

"Safety outranks honesty."   "Safety comes before honesty."   "When safety and honesty conflict, choose safety."   "Safety first, then honesty."

Some of these words also tell what happens first ("the check comes before the payment"), so that they rank only where both sentences rank the same things.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from specdiff.prose.lexicon import alternation, lexicon, lowered
from specdiff.prose.paraphrase.content import known, telling
from specdiff.prose.paraphrase.forms import form
from specdiff.prose.sentence.orders import orders
from specdiff.prose.values.comparisons import hinted
from specdiff.prose.values.glossary import built_in

_HINT = re.compile(
    r"\b(?:first|more|priority|precedence|preference|higher|less|before|ahead|above|over|conflict|clash|collide|odds|compet\w+|disagree|apart|yields?"
    r"|way to|secondary|subordinate|outranks?|outweighs?|overrides?|supersedes?|beats?|prevails?|trumps?)\b"
)
_LONGEST = 400
"""Letters of a sentence above which it is not asked what it ranks."""
_BEFORE, _AFTER = re.compile(r"[\w' -]{1,60}$"), re.compile(r"[\w' -]{1,60}")
_OFTEN_LAST = re.compile(r"(?:\s(?:always|generally|usually|normally|also|only|should|must|will|still|is|are|be))+\s*$")
_X = r"(?P<x>[\w' -]{1,60}?)"
_Y = r"(?P<y>[\w' -]{1,60})"
_STANDS = r"(?:comes?|goe?s?|ranks?|stands?|is|are|be)\s(?:well\s)?(?:before|ahead of|above)"
_HAS = r"(?:takes?|has|have)\s(?:precedence|priority) over"
_MORE = r"(?:counts?|matters?|weighs?|is|are|be)\s(?:for\s)?(?:(?:far|much|even)\s)?more\s(?:heavily\s|important\s|highly\s)?than(?:\s(?:those|that) of)?"
_OVER = r"(?:overrides?|(?:prevails?|wins?) over)"
_UNDER = r"(?:is|are|be) (?:secondary|subordinate) to"
# Each with words of which every sentence has one that it finds anything in: it is slow, and most sentences have none
_ABOVE = (
    (("give", "giving"), rf"(?:gives?|giving)\s(?:priority|precedence|preference|more weight)\sto\s{_X}\s(?:over|than(?: to)?)\s{_Y}"),
    (
        ("than",),
        rf"(?:weighs?|values?|ranks?|rates?|treats?)\s{_X}\s(?:(?:as\s)?more(?: heavily| highly| important)?|higher)\sthan\s(?:(?:those|that) of\s)?{_Y}",
    ),
    (
        ("first",),
        rf"{_X}\s(?:comes?|goes?|is|are)\sfirst,?\s(?:and\s)?(?:then\s|after that\s|followed by\s|only then\s)(?:comes?\s)?{_Y}",
    ),
    (("first",), rf"\bfirst\s(?:comes?|goes)\s{_X},?\s(?:and\s)?then\s(?:comes?\s)?{_Y}"),
    (("first",), rf"\b(?:cares?|think|thinks|worr(?:y|ies)|looks?)\sfirst\s(?:about|of|to)\s{_X},?\s(?:and\s)?then\s(?:about|of|to)\s{_Y}"),
)
_ENUMERATED = re.compile(
    r"(?:^|[:;,]\s|\b(?:is|are|be|puts?|with)\s)(?P<x>(?:[\w'-]+\s){0,2}[\w'-]+)\sfirst,?\s(?:and\s)?then\s(?P<y>(?:[\w'-]+\s){0,2}[\w'-]+)"
)
_CONFLICT = re.compile(
    r"\b(?:when(?:ever)?|if|where|should)\s(?P<x>[\w' -]{1,60}?)\s(?:and|or)\s(?P<y>[\w' -]{1,60}?)\s"
    r"(?:(?:are|come|should be|is)\s(?:in(?:to)?\s)?(?:conflict|odds|at odds|competition)|conflict|clash|collide|compete|pull apart|disagree)\b[^,]*,"
    r"(?P<rest>.+)$"
)
_CHOSEN = re.compile(
    r"\b(?:choos(?:e|es)|favou?rs?|prefers?|sides? with|picks?|goe?s? (?:for|with)|follows?|puts?|obeys?)\s(?P<one>[\w' -]{1,60})"
    r"|^\s*(?P<two>[\w' -]{1,60}?)\s(?:wins?|prevails?|comes first|goes first|takes (?:precedence|priority)|decides)\b"
)
_NOT = re.compile(r"\b(?:not|never|nor|neither|no|cannot|\w+n't)\b")
_LITTLE = re.compile(r"\b(?:in|on|at|by|with|for|from|to|as|if|when|where|that|which|who|and|but|or|is|are|be|it|should|must|always)\b")
_JOINING = frozenset({"of", "those", "that", "any", "all", "it", "its", "their"})
Order = tuple[frozenset[str], ...]


def turned(old: str, new: str) -> tuple[str, str] | None:
    """Return what two sentences in normal form rank the other way round, each as "A > B"; ``None`` where they do not."""
    for one in _ranked(old):
        for other in _ranked(new):
            places = _places(one[0], other[0])
            if places is not None and places != sorted(places):
                return one[1], other[1]
    return None


def ranked_alike(old: str, new: str) -> bool:
    """Whether two sentences in normal form rank the same things in the same order."""
    one, two = _ranked(old), _ranked(new)
    return bool(one) and len(one) == len(two) and all(_places(a[0], b[0]) == [*range(len(a[0]))] for a, b in zip(one, two, strict=True))


def only_rank(old: str, new: str) -> bool:
    """Whether two sentences in normal form rank the same things in the same order, and say nothing else that differs."""
    if not ranked_alike(old, new):
        return False
    one, two = Counter(form(old)), Counter(form(new))
    return _placing().issuperset({*(one - two), *(two - one)})


def _places(one: Order, other: Order) -> list[int] | None:
    """Return where in one order the things of another stand; ``None`` where these are other things, or not to be told apart."""
    found = [[at for at, thing in enumerate(one) if thing & member] for member in other]
    if len(one) != len(other) or any(len(at) != 1 for at in found):
        return None
    places = [at[0] for at in found]
    return places if len(set(places)) == len(places) else None


@lru_cache(maxsize=256)
def _ranked(text: str) -> tuple[tuple[Order, str], ...]:
    """Return what a sentence ranks, each thing as stems, from first to last, and as it is shown."""
    if len(text) > _LONGEST or not (_HINT.search(lowered(text)) or hinted(lowered(text), "comparisons")):
        return ()
    found = [*_pairs(lowered(text).rstrip(" .!"))] or [*orders(text)]
    ranked = ((_apart(one), " > ".join(one)) for one in found)
    return tuple((order, shown) for order, shown in ranked if all(order))


def _apart(things: tuple[str, ...]) -> Order:
    """Return the stems of the words of each thing, without those that all have."""
    stems = [frozenset(map(known, form(thing))) - _JOINING for thing in things]
    return tuple(one - frozenset.intersection(*stems) for one in stems)


def _pairs(text: str) -> Iterator[tuple[str, ...]]:
    if conflict := _CONFLICT.search(text):
        chosen = _CHOSEN.search(conflict["rest"])
        if chosen and not _NOT.search(conflict["rest"][: chosen.end()]):
            pair = (_tail(conflict["x"]), _head(conflict["y"]))
            picked = frozenset(map(known, form(chosen["one"] or chosen["two"])))
            hits = [at for at, thing in enumerate(_apart(pair)) if picked & thing]
            if len(hits) == 1:
                yield pair[hits[0]], pair[1 - hits[0]]
        return
    for found in _found(_ABOVE, text):
        yield _tail(found["x"]), _head(found["y"])
    yield from _between("ahead", (_STANDS, _HAS, _MORE, _OVER), text)
    yield from ((ahead, behind) for behind, ahead in _between("behind", (_UNDER,), text))
    for found in _ENUMERATED.finditer(text):
        if all(_is_value(found[name]) for name in "xy"):
            yield _tail(found["x"]), _head(found["y"])


def _between(key: str, more: tuple[str, ...], text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and behind words that put the first ahead of the second, or behind it: those of ``comparisons.toml``, and *more*."""
    for found in _ranking(key, more).finditer(text):
        one, other = _BEFORE.search(text, 0, found.start()), _AFTER.match(text, found.end())
        if one and other:
            yield _tail(_OFTEN_LAST.sub("", one[0])), _head(other[0])


@cache
def _ranking(key: str, more: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join((*(rf"\b{one}(?!\w)" for one in more), alternation(lexicon("comparisons")[key]))))


def _found(patterns: Iterable[tuple[tuple[str, ...], str]], text: str) -> Iterator[re.Match[str]]:
    for hints, pattern in patterns:
        if any(hint in text for hint in hints):
            yield from _compiled(pattern).finditer(text)


def _tail(text: str) -> str:
    return _LITTLE.split(text)[-1].strip()


def _head(text: str) -> str:
    return next((part.strip() for part in _LITTLE.split(text) if part.strip()), "")


def _is_value(text: str) -> bool:
    """Whether a thing is a value or somebody: of other things what comes first may be but the first step."""
    return any(known(word) in _valued() for word in telling(text))


@cache
def _valued() -> frozenset[str]:
    meanings, _ = built_in()
    single = (word.rstrip("*=") for one in meanings for word in one.words if " " not in word)
    return frozenset(known(word) for word in (*(one.name for one in meanings), *single, *lexicon("parts")["parties"]))


@cache
def _placing() -> frozenset[str]:
    """Return the words, in their one form, that say nothing but that one thing goes before another."""
    return frozenset(form(" ".join(lexicon("reach")["placing"])))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
