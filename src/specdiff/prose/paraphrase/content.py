"""What a text is about: its telling words, whatever their endings."""

import re
from collections.abc import Collection
from functools import cache, lru_cache

from specdiff.prose.lexicon import lexicon
from specdiff.prose.paraphrase.forms import form
from specdiff.prose.sentence.limits import common

_PLURAL = re.compile(r"(?<=\w\w)(?:(?<=ss|sh|ch|[^aeious]x)es|(?<![sui])s)$")
_ENDING = re.compile(r"(?<=\w\w\w)(?:ing|(?<!e)ed)$|(?<=^us)(?:ing|ed)$")
_ADVERB = re.compile(
    r"(?<=\w{4})(?<!^hard)(?<!^near)(?<!^bare)(?<!^late)(?<!^rare)(?<!^scarce)(?<!^short)ly$"
)  # "hardly" is no form of "hard"
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"(?<=\w\w)([bdgmnprt])\1$")
_ANYHOW = re.compile(
    r"\b(?:even|also|including|regardless|irrespective|no matter|whether or not|despite|in spite of|too|as well as|although|though|before|after|until)\b"
    r"|\b(?:not|never|no|cannot|\w+n't)\b"
)
_MOST = 2 / 3
"""Share of the telling words of a part that must stand elsewhere for it to be said there."""


@lru_cache(maxsize=4096)
def telling(text: str) -> tuple[str, ...]:
    """Return the stems of the words of a normal form that tell what it is about, in order."""
    little = common()
    return tuple(known(word) for word in form(text) if word not in little)


@cache
def known(word: str) -> str:
    """Return the stem of a word (case folded), of words of one meaning that of the first."""
    return _synonyms().get(found := stem(word), found)


@cache
def stem(word: str) -> str:
    """Return a word (case folded) without the endings of its forms: "asks", "asked" and "asking" are "ask", "override" and "overridden" "overrid"."""
    word = word.removesuffix("'s").rstrip("'")
    word = lexicon("same")["participles"].get(word) or lexicon("same")["plurals"].get(word, word)
    if word.startswith("un") and word[2:] in lexicon("same")["participles"]:  # "unknown" is of "know"
        word = "un" + lexicon("same")["participles"][word[2:]]
    if word.endswith(("ies", "ied", "ily")) and len(word) > 4:  # noqa: PLR2004 - "tied" is of "tie"
        return word[:-3] + "y"
    word = _ADVERB.sub("", _PLURAL.sub("", word))
    shorter = _ENDING.sub("", word)
    if shorter != word and _VOWEL.search(shorter):
        return _DOUBLED.sub(r"\1", shorter).removesuffix("e")
    return word.removesuffix("e") if len(word) > 2 else word  # noqa: PLR2004 - "use", but not "be"


def most_of(said: Collection[str], there: Collection[str]) -> bool:
    """Whether most of what is said, in stems, stands there, too; of nothing it does not."""
    return bool(said) and sum(word in there for word in said) >= _MOST * len(said)


def said_elsewhere(part: str, whole: str, other: str) -> bool:
    """Whether what a part of a sentence says stands in another sentence too, in another build.

    It does where most of the words stand there that it tells, but for those that the rest of its own sentence has too. What the other
    sentence denies, puts off or says to hold anyhow ("not", "before", "whether or not") is no longer what it depends on.
    """
    if len(_ANYHOW.findall(other.lower())) != len(_ANYHOW.findall(whole.lower())):
        return False
    rest = set(telling(whole.lower().replace(part.lower(), " ", 1)))
    own = [word for word in telling(part) if word not in rest]
    return most_of(own, set(telling(other)))


@cache
def _synonyms() -> dict[str, str]:
    return {stem(other): stem(first) for first, *others in lexicon("same")["synonyms"] for other in others}
