"""Where a text speaks of a value: the words of ``lexicon/values.toml`` and of the user, in all their usual endings."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from specdiff.prose.lexicon import alternation, lexicon

_TOKEN = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")
_STEM = 3
_BETWEEN = 4  # words that may stand where a phrase has "…"
_OPENS = frozenset({"if", "when", "where", "whether", "unless", "until", "because", "while", "which", "who", "but", "although", "though"})
"""Open a clause of their own, in which no phrase goes on."""
_DENIES = frozenset({"no", "nobody", "nothing", "none", "not", "never"})
_VOWELS = "aeiou"
_PAIRS = {"pair": True, "near": False}
_REST = ("verbs", "say", "senses")
_INFLECTED = ("protective", "harmful", "flips")


class Meaning(NamedTuple):
    """The words for a value, those contrary to it, and those that only show that it is at stake.

    Lower case; a final ``*`` is any ending, a final ``=`` none, ``…`` up to four words.
    """

    name: str
    words: tuple[str, ...]
    contrary: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


class Mention(NamedTuple):
    """One word or phrase for (``sign`` 1) or against (-1) a value, or only of its subject (``topic``), by offsets in the text."""

    value: str
    start: int
    end: int
    sign: int
    topic: bool = False


class _Term(NamedTuple):
    value: str
    tokens: tuple[frozenset[str], ...]
    prefix: str  # what words of any ending begin with; of others, and of phrases, the first word
    sign: int
    topic: bool
    gap: int = 0  # how many of the tokens stand before others that may come in between ("keep … to itself")

    def length(self, words: list[str], index: int) -> int:
        """Return over how many words from *index* on the phrase reaches, 0 where it is not there; its first word is."""
        if not self.gap:
            return len(self.tokens) if _stand(self.tokens, words, index) else 0
        rest = index + self.gap
        ends = (at + len(self.tokens) - self.gap for at in range(rest, rest + _BETWEEN + 1) if _stand(self.tokens[self.gap :], words, at))
        end = next(ends, index) if _stand(self.tokens[: self.gap], words, index) else index
        return end - index if _OPENS.isdisjoint(self._between(words[index:end])) else 0

    def denied(self, words: list[str]) -> bool:
        """Return whether what comes in between, in the words of a mention, denies it: "keeps nobody safe"."""
        return not _DENIES.isdisjoint(self._between(words))

    def _between(self, words: list[str]) -> list[str]:
        return words[self.gap : len(words) - len(self.tokens) + self.gap] if self.gap else []


def _stand(tokens: tuple[frozenset[str], ...], words: list[str], index: int) -> bool:
    return len(words) >= index + len(tokens) and all(words[index + step] in token for step, token in enumerate(tokens))


class Glossary:
    """Finds the mentions of some values. One look-up for each word of a text, whatever the number of values."""

    def __init__(self, meanings: Iterable[Meaning]) -> None:
        self._by_word: dict[str, list[_Term]] = {}
        self._heads: dict[str, dict[str, None]] = {}  # the first words of phrases, by their forms: "keeps" to "keep"
        self._by_pair: dict[tuple[str, str], list[_Term]] = {}  # phrases by their first word and the forms of their second
        self._by_stem: dict[str, list[_Term]] = {}
        self._gapped: dict[str, list[_Term]] = {}
        for meaning in (*meanings, _of_no_value()):
            for term in _terms(meaning):
                if term.gap:
                    for form in term.tokens[0]:
                        self._gapped.setdefault(form, []).append(term)
                elif len(term.tokens) > 1:
                    for form in term.tokens[0]:
                        self._heads.setdefault(form, {})[term.prefix] = None
                    for form in term.tokens[1]:
                        self._by_pair.setdefault((term.prefix, form), []).append(term)
                elif term.tokens:
                    for form in term.tokens[0]:
                        self._by_word.setdefault(form, []).append(term)
                else:
                    self._by_stem.setdefault(term.prefix[:_STEM], []).append(term)

    def mentions(self, lower: str) -> list[Mention]:
        """Return the mentions in a lower-case text, in order. A word inside a longer phrase ("safe" in "safe completion") is no mention."""
        tokens = list(_TOKEN.finditer(lower))
        words = [token[0] for token in tokens]
        spans = [
            (index, index + length, term)
            for index, word in enumerate(words)
            if word in self._by_word or word in self._heads or word in self._gapped or word[:_STEM] in self._by_stem
            for term, length in self._at(index, word, words)
        ]
        return [
            Mention(
                term.value, tokens[first].start(), tokens[last - 1].end(), term.sign * (1 - 2 * term.denied(words[first:last])), term.topic
            )
            for first, last, term in _longest(spans)
            if term.value
        ]

    def _at(self, index: int, word: str, words: list[str]) -> Iterator[tuple[_Term, int]]:
        for term in self._by_word.get(word, ()):
            yield term, 1
        following = words[index + 1] if len(words) > index + 1 else ""
        for head in self._heads.get(word, ()):
            for term in self._by_pair.get((head, following), ()):
                if length := term.length(words, index):
                    yield term, length
        for term in self._gapped.get(word, ()):
            if length := term.length(words, index):
                yield term, length
        for term in self._by_stem.get(word[:_STEM], ()):
            if word.startswith(term.prefix):
                yield term, 1


def _longest(spans: list[tuple[int, int, _Term]]) -> Iterator[tuple[int, int, _Term]]:
    """Yield the spans that lie in no longer one; the same span may stand for several values, but once for each, and for none if for no value."""
    end, start, seen = 0, -1, set[str]()
    for first, last, term in sorted(spans, key=lambda one: (one[0], one[0] - one[1], one[2].value)):
        if first >= end:
            start, end, seen = first, last, set()
        if (first, last) == (start, end) and term.value not in seen and "" not in seen:
            seen.add(term.value)
            yield first, last, term


@cache
def _of_no_value() -> Meaning:
    """Return the phrases that have a word for a value in another sense ("hope that", "help desk")."""
    return Meaning("", tuple(lexicon("values")["senses"]["other"]))


def _terms(meaning: Meaning) -> Iterator[_Term]:
    for entries, sign, topic in ((meaning.words, 1, False), (meaning.contrary, -1, False), (meaning.topics, 1, True)):
        for entry in entries:
            words = _TOKEN.findall(entry.lower())
            if not words:
                continue
            if entry.endswith("*") and len(words) == 1:
                yield _Term(meaning.name, (), words[0], sign, topic)
            else:
                ends = (0,) if entry.endswith("=") else (0, len(words) - 1)
                forms = tuple(_forms(word) if at in ends else frozenset({word}) for at, word in enumerate(words))
                yield _Term(meaning.name, forms, words[0], sign, topic, len(_TOKEN.findall(entry.partition("…")[0])) if "…" in entry else 0)


@cache
def _forms(word: str) -> frozenset[str]:
    """Return a word with its usual endings."""
    if len(word) < _STEM:
        return frozenset({word})
    forms = {word, f"{word}s", f"{word}'s", f"{word}es", f"{word}ed", f"{word}ing", f"{word}ly"}
    if word.endswith("ie"):
        forms |= {f"{word[:-2]}ying", f"{word}d"}
    elif word.endswith("e"):
        forms |= {f"{word[:-1]}ing", f"{word}d"}
    elif word.endswith("y"):
        forms |= {f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word[:-1]}ily"}
    elif word[-1] not in _VOWELS and word[-2] in _VOWELS:
        forms |= {f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"}
    return frozenset(forms)


@cache
def built_in() -> tuple[tuple[Meaning, ...], Mapping[tuple[str, str], bool]]:
    """Return the values that specdiff knows, and the pairs worth watching.

    With each pair stands whether a section is summed for it; if not, only a sentence that speaks of both counts.
    """
    data = lexicon("values")
    meanings = tuple(
        Meaning(name, tuple(entry["words"]), tuple(entry["contrary"]), tuple(entry.get("topics", ())))
        for name, entry in data.items()
        if name not in (*_PAIRS, *_REST)
    )
    return meanings, {(first, second): summed for key, summed in _PAIRS.items() for first, second in (pair["values"] for pair in data[key])}


@cache
def restraining() -> frozenset[str]:
    """Return the values that are kept by limits on what is done for who asks."""
    return frozenset(name for name, entry in lexicon("values").items() if isinstance(entry, dict) and entry.get("restrains"))


@cache
def of_levels() -> Mapping[str, str]:
    """Return the value of who has a level of authority, by the level's name."""
    entries = [(name, entry) for name, entry in lexicon("values").items() if isinstance(entry, dict)]
    return {level: name for name, entry in entries for level in entry.get("levels", ())}


class Turns(NamedTuple):
    """Words and phrases of one kind, apart, so that words are looked up and only the few phrases are searched for."""

    words: frozenset[str]
    phrases: tuple[str, ...]

    def count(self, text: str) -> int:
        """Return how many of them occur in a text whose words are parted by single blanks."""
        padded = f" {text} "
        return len(self.words.intersection(text.split())) + sum(f" {phrase} " in padded for phrase in self.phrases)


@cache
def turning() -> Mapping[str, Turns]:
    """Return the words around a value's name that turn its sign; verbs in all their endings."""
    found = {}
    for key, entries in lexicon("values")["verbs"].items():
        words = frozenset(entry for entry in entries if " " not in entry)
        if key in _INFLECTED:
            words = frozenset(form for word in words for form in _forms(word))
        found[key] = Turns(words, tuple(entry for entry in entries if " " in entry))
    return found


@cache
def says() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return, for the value of each kind of people who have a say, what finds that a rule leaves a decision to them ("unless the user agrees")."""
    words = lexicon("values")["say"]
    verbs, passive = alternation(words["verbs"]), alternation(words["passive"])
    return tuple(
        (value, re.compile(rf"{who}(?:\s\w+){{0,2}}?\s{verbs}|{passive}(?:\s\w+){{0,2}}?\s{who}"))
        for value, who in ((value, alternation(names)) for value, names in words["agents"].items())
    )
