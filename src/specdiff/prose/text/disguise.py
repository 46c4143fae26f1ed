"""Letters that a person does not see, or takes for others: a word that holds them is another word to a machine and to a search."""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache

from specdiff.prose.text.sentences import without_code
from specdiff.prose.text.struck import unstruck

_JOINERS = frozenset("\u200c\u200d")
_BREAKS = frozenset("\u00ad\u200b\u2060\ufeff\u034f\u180e\u115f\u1160\u3164\uffa0")
_LIGATURES = range(0xFB00, 0xFB07)
_LONGEST = 12
_RUN = re.compile(r"[^\W_]+")
_UNLIKE = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "BOPOMOFO")
"""Scripts of which no letter looks like a Latin one, and that stand beside these without a blank."""
_VEIL = re.compile(
    r"<!--.*?-->|<(?:del|s|strike|template|details)\b[^<>]*>|<[a-z][^<>]*\s(?:hidden|style|class)\b[^<>]*>", re.DOTALL | re.IGNORECASE
)


def disguises(old: str, new: str) -> tuple[str, str]:
    """Return the words that only one of two sources has, where one of them is disguised, with the code points that cannot be told by eye.

    Both are empty where no disguised word came or went.
    """
    if old.isascii() and new.isascii() and "&" not in old + new:
        return "", ""
    before, after = (Counter(html.unescape(text).split()) for text in (old, new))
    gone, come = [*(before - after).elements()], [*(after - before).elements()]
    if not any(map(_odd, (*gone, *come))):
        return "", ""
    return _told(gone), _told(come)


def _told(words: list[str]) -> str:
    told = [f"{word} ({', '.join(f'U+{ord(letter):04X}' for letter in odd[:_LONGEST])})" if (odd := _odd(word)) else word for word in words]
    return " ".join(told[:_LONGEST])


@cache
def _odd(word: str) -> str:
    """Return the letters of a word that disguise it."""
    return "" if word.isascii() else "".join(dict.fromkeys(_hidden(word))) + _foreign(word)


def _hidden(word: str) -> Iterator[str]:
    """Yield what cannot be seen: breaks within a word, controls of direction, tags; marks laid over Latin letters."""
    word = unicodedata.normalize("NFC", word)
    for at, letter in enumerate(word):
        before, after = word[at - 1 : at], word[at + 1 : at + 2]
        category = unicodedata.category(letter)
        if letter in _BREAKS or (letter in _JOINERS and before.isascii()):
            if before.isalnum() and after.isalnum():
                yield letter
        elif (category == "Cf" and letter not in _JOINERS) or (category in ("Mn", "Me") and before.isascii() and before.isalpha()):
            yield letter


def _foreign(token: str) -> str:
    """Return the letters of another script in a word with Latin ones, and letters that are plain Latin ones in another shape."""
    return "".join(letter for word in _RUN.findall(token) for letter in _of_others(word))


def _of_others(word: str) -> list[str]:
    """Return the letters of one run that are not what they look like; "/ru/index" beside "Русский" without a blank are two runs."""
    plain = any(letter.isascii() and letter.isalpha() for letter in word)
    letters = [letter for letter in word if letter.isalpha() and not letter.isascii() and ord(letter) not in _LIGATURES]
    return [letter for letter in letters if _reshaped(letter) or (plain and _looks_latin(letter))]


def _reshaped(letter: str) -> bool:
    """Whether a letter is a plain Latin one in another shape (wide, bold, in a circle)."""
    folded = unicodedata.normalize("NFKC", letter)
    return folded.isascii() and folded.isalpha() and unicodedata.category(letter) not in ("Lo", "Lm")


def _looks_latin(letter: str) -> bool:
    """Whether a letter is of another script, and one that may be taken for Latin."""
    folded = unicodedata.normalize("NFKC", letter)
    return folded.isalpha() and not _latin(folded) and not unicodedata.name(folded[0], "").startswith(_UNLIKE)


def _latin(letter: str) -> bool:
    name = unicodedata.name(letter[0], "")
    return name.startswith("LATIN ") or letter in "\u00b5\u03bc"


def veils(old: str, new: str) -> tuple[str, str]:
    """Return what only one of two sources has of markup that hides or says something beside the words: comments, styles, a strike that never ends."""
    if "<" not in old and "<" not in new:
        return "", ""
    before, after = (Counter(" ".join(found.split()) for found in _VEIL.findall(without_code(unstruck(text)))) for text in (old, new))
    return " ".join((before - after).elements()), " ".join((after - before).elements())
