"""Whether two sentences say the same in another build: the same telling words, bound, denied and limited alike, and nothing that changed places.

"Because A, B."                          "A, so B."
"What it should serve is tea."           "It should serve tea."
"The clerk keeps the list, and locks it." "The list is kept by the clerk, and locked."

Words alone do not decide: "the clerk may overrule the guest" has those of "the guest may overrule the clerk". So each word is looked at together
with what governs it (if, unless, before, not, only, …), and no two words may have changed places around a third.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from specdiff.model.language import Force, Reading
from specdiff.prose.lexicon import lexicon, lowered
from specdiff.prose.paraphrase.content import known, telling
from specdiff.prose.paraphrase.forms import form
from specdiff.prose.sentence.force import every_cue
from specdiff.prose.sentence.limits import hits
from specdiff.prose.text.signs import changed_signs

_LONGEST = 1200
"""Letters of a sentence above which it is not taken apart."""
_FEWEST = 3
"""Telling words that both sentences must have, where one has others, too."""
_UNLIKE = 4
"""Telling words that only one of them may have: a noun that is "it" on the other side, words of little weight."""
_AGENT = 6
"""Words that whoever acts has at most after "by"."""
_SAME_ACTS = 0.75
"""Share of the telling words of the clauses of one force that both sentences must have, where they have clauses of several."""
_STOP = re.compile(r"[,;:()]|\s-\s")
_STRESSED = re.compile(r"^what\s+([^,;:()]+?)\s+(?:is|are)\s+(?=\S)")
_NAMED_LAST = re.compile(r"^([^,;:()]+?)\s+(?:is|are)\s+what\s+([^,;:()]+)")
_POINTED = re.compile(r"\b(?:this|these|those|such)\s+(\w+)")
_WHOEVER = re.compile(r"\b(?:any|each|every) (?=\w+ who\b)")
"""Who is meant is told by what follows: "tell any guest who asks", "if a guest asks, tell him"."""
_NEITHER = re.compile(r"\bneither (\w+) nor\b")
_WITH_NO = re.compile(r"\bwith no\b")
_CONCEDED = re.compile(r"^while\s(?=[^,;:.]*,)|\bwhile\s(?=\w+ing\b)")
"""Joins, and is no condition."""
_ENDS_AS_ONE = re.compile(r"(?:\w(?<!e)ed|\w\w\wen)$")
_IF = ("governor", "if")
_WHO = frozenset({"who", "whom", "whose"})
_AGAIN = frozenset({"it", "its", "they", "them"})
_JOINS = frozenset({"and", "or", "but", "nor"})
_BE = frozenset({"be", "were", "been"})
_DENYING = frozenset({"no", "nor", "neither"})
_BINDING = frozenset({"must", "should"})


class _Token(NamedTuple):
    """A word of a sentence: its stem, what governs it, and of what kind it is; what only governs or stops has no stem."""

    word: str
    stem: str
    governor: str
    kind: str


def retold(old: str, new: str, before: Reading, after: Reading) -> bool:
    """Whether two sentences (normal forms and readings) say the same in another build."""
    if max(len(old), len(new)) > _LONGEST or not _about_the_same(old, new) or any(changed_signs(old, new)):
        return False
    if not (bound_alike(before, after) or _one_cue(old, new)) or hits("soft", old) != hits("soft", new):
        return False
    one, two = _tokens(old), _tokens(new)
    return _same_words(one, two, old, new) and _governed_alike(one, two) and _caused_alike(one, two) and not _exchanged(one, two)


def placed_alike(old: str, new: str) -> bool:
    """Whether in two sentences with the same words all that stands under an "if", "without" and the like stands under it in the same place."""
    if max(len(old), len(new)) > _LONGEST:
        return True
    one, two = _tokens(old), _tokens(new)
    return _governed_alike(one, two) and _caused_alike(one, two)


def repartnered(old: str, new: str) -> bool:
    """Whether two words of a sentence exchanged the words that they stand by in another one: "keeps nets and sells oars", "keeps oars and sells nets"."""
    return max(len(old), len(new)) <= _LONGEST and _repartnered(_tokens(old), _tokens(new))


def _about_the_same(old: str, new: str) -> bool:
    """Whether hardly a word tells something in one sentence alone; asked first, since it costs little."""
    one, two = set(telling(old)), set(telling(new))
    return (len(one & two) >= _FEWEST and len(one ^ two) <= _UNLIKE) or (one == two and len(one) > 1)


def bound_alike(before: Reading, after: Reading) -> bool:
    """Whether the clauses of each force ask for the same, one force with another left aside."""
    one, two = _acts(before), _acts(after)
    if set(one) != set(two):
        return False
    return len(one) < 2 or all(len(one[force] & two[force]) >= _SAME_ACTS * len(one[force] | two[force]) for force in one)  # noqa: PLR2004


def _one_cue(old: str, new: str) -> bool:
    """Whether both have one word of force, and the same: it may bind in one build and stand in a subordinate clause in the other."""
    cues = [every_cue().findall(lowered(text)) for text in (old, new)]
    return len(cues[0]) == 1 and cues[0] == cues[1]


def _acts(reading: Reading) -> dict[Force, set[str]]:
    found: dict[Force, set[str]] = {}
    for clause in reading.clauses:
        if clause.force is not Force.DESCRIPTIVE:
            found.setdefault(clause.force, set()).update(word for word in telling(clause.act) if word not in _grammar())
    return found


# -- taking a sentence apart ------------------------------------------------------------------------------------------


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[_Token, ...]:
    """Return the words of a sentence in the active voice, with nothing put in front to stress it."""
    text = lowered(text).rstrip(".!")
    text = _NAMED_LAST.sub(r"\2 \1", _STRESSED.sub(_unstressed, _WITH_NO.sub("without", text)))
    text = _WHOEVER.sub("", text)
    text = _NEITHER.sub(r"not \1 or", _CONCEDED.sub("", text))
    found: list[_Token] = []
    opened = ""
    for piece in _STOP.split(text):
        words = form(piece)
        going_on = opened if words[:1] == ("or",) and words[1:2] not in (("if",), ("unless",)) else ""
        tokens = list(_governed(words, going_on))
        opened = next((token.governor for token in reversed(tokens) if token.kind != "governor"), "")
        found += [*_active(tokens), _Token("", "", "", "stop")]
    return tuple(found)


def _unstressed(found: re.Match[str]) -> str:
    """Return what is stressed ("what it serves is tea") as it is said plainly; "what it serves is decided by the cook" stresses nothing."""
    following = found.string[found.end() :].split(" ", 1)[0]
    return found[0] if _participle(following.strip(",;:.")) else f"{found[1]} "


def _governed(piece: Sequence[str], governor: str) -> Iterator[_Token]:
    """Yield the words between two stops, each with what governs it; the one before "who" is as if it stood after it."""
    kinds, governors = _kinds(), _governors()
    relative = 0  # words since "who", whose clause ends before the modal verb of the main one
    for at, word in enumerate(piece):
        kind = kinds.get(word, "word")
        relative = relative + 1 if relative and kind == "word" else int(word in _WHO) or relative
        if kind == "modal" and relative > 1:
            governor, relative = "", 0
        if word in governors and piece[at - 1 : at] != ("rather",):
            governor = governors[word]
            yield _Token(word, "", governor, "governor")
            continue
        whose = governors[piece[at + 1]] if kind == "word" and _WHO.intersection(piece[at + 1 : at + 2]) else governor
        yield _Token(word, known(word) if kind == "word" else word, whose, kind)


def _active(piece: list[_Token]) -> list[_Token]:
    """Return the words of a clause with whoever acts before the verb, and what it is done to behind it."""
    for at in range(1, len(piece)):
        verb = next((index for index in range(at + 1, min(at + 4, len(piece))) if _participle(piece[index].word)), None)
        if piece[at].word not in _BE or verb is None or any(one.kind == "governor" for one in piece[at:verb]):
            continue
        start = max((index + 1 for index in range(at) if piece[index].kind == "governor"), default=0)
        start = next((index for index in range(start, at) if piece[index].kind != "free"), at)
        patient, between, rest = piece[start:at], piece[at + 1 : verb], piece[verb + 1 :]
        helping = [one for one in patient if one.kind == "modal" or one.word in ("not", "never")]
        patient = [one for one in patient if one not in helping]
        near = rest[
            : next((index for index, one in enumerate(rest[:_AGENT]) if one.word in _BE or (one.kind, one.governor) == _IF), _AGENT)
        ]
        by = next((index for index, one in enumerate(near) if one.word == "by"), None)
        agent: list[_Token] = []
        if by is None:
            agent = [_Token("", "", "", "unnamed")]
        else:
            last = next((index for index in range(by + 1, len(rest)) if rest[index].kind in ("place", "governor")), len(rest))
            first = by - 1 if by and rest[by - 1].kind == "turning" else by  # "only by the owner"
            agent = [one._replace(governor=piece[verb].governor) for one in (*rest[first:by], *rest[by + 1 : last])]
            rest = [*rest[:first], *rest[last:]]
        return [*piece[:start], *agent, *helping, *between, piece[verb], *patient, *rest]
    return piece


def _participle(word: str) -> bool:
    return word in lexicon("same")["participles"] or _ENDS_AS_ONE.search(word) is not None


# -- comparing two that were taken apart ------------------------------------------------------------------------------


def _same_words(one: Sequence[_Token], two: Sequence[_Token], old: str, new: str) -> bool:
    """Whether both say the same words, and turn and qualify the same ones."""
    if _governing_nothing(one) != _governing_nothing(two):
        return False
    first, second = (Counter(token.stem for token in side if token.kind == "word") for side in (one, two))
    lost, won = ({word for word in a if word not in b} - _light() for a, b in ((first, second), (second, first)))
    if not (lost <= _excused(one, two, old) and won <= _excused(two, one, new)):
        return False
    again = _pronouns(two) - _pronouns(one)  # what is named again may be "it" on the other side
    if sum(((first - second) & second).values()) > max(again, 0) or sum(((second - first) & first).values()) > max(-again, 0):
        return False
    modals = [{token.word for token in side if token.kind == "modal"} for side in (one, two)]
    return _turned(one) == _turned(two) and modals[0] == modals[1]


def _governing_nothing(side: Sequence[_Token]) -> Counter[str]:
    """Count the words that elsewhere govern what follows, and here nothing that is seen: "on the day before", "without a boat which …"."""
    return Counter(token.word for token, following in pairwise(side) if token.kind == "governor" and following.governor != token.governor)


def _excused(one: Sequence[_Token], two: Sequence[_Token], text: str) -> set[str]:
    """Return the words of one sentence that the other need not have: a noun named just before that it calls "it", who acts where it leaves that out."""
    found: set[str] = set()
    if _named_before(two) >= max(_named_before(one), 1):
        found |= {known(noun[1]) for noun in _POINTED.finditer(lowered(text))}
    if _pronouns(two) > _pronouns(one):
        found |= {known(name) for name in lexicon("build")["addressed"]}  # "it" is whom the document speaks to
    modals = {token.word for token in two if token.kind == "modal"}
    if any(token.kind == "unnamed" for token in two) and not any(token.kind == "unnamed" for token in one) and modals <= _BINDING:
        found |= {a.stem for a, b in pairwise(one) if a.word in lexicon("build")["addressed"] and b.kind == "modal"}
    return found


def _named_before(side: Sequence[_Token]) -> int:
    """Count the pronouns that stand for what was named before; "you" and "one" do not."""
    return sum(token.word in _AGAIN for token in side)


def _pronouns(side: Sequence[_Token]) -> int:
    return sum(token.kind == "pronoun" for token in side)


def _turned(side: Sequence[_Token]) -> Counter[tuple[str, str]]:
    """Count the words that deny or limit, and figures, each with the word it speaks of."""
    found: Counter[tuple[str, str]] = Counter()
    for at, token in enumerate(side):
        if token.kind == "turning" or token.word[:1].isdigit():
            name = "not" if token.word in _DENYING else token.word
            found[name, next((other.stem for other in side[at + 1 :] if other.kind == "word"), "")] += 1
    return found


def _governed_alike(one: Sequence[_Token], two: Sequence[_Token]) -> bool:
    """Whether each word is governed by the same, and what is governed together stands at an end of both sentences, or behind the same word."""
    shared = _shared(one, two)
    first, second = (
        {(token.governor, token.stem) for token in side if token.stem in shared and token.kind == "word"} for side in (one, two)
    )
    named = {stem for _, stem in first & second}  # a word that is said again may be "it" on the other side
    return {stem for _, stem in first ^ second} <= named and _hosts(one, shared, first & second) == _hosts(two, shared, first & second)


def _shared(one: Sequence[_Token], two: Sequence[_Token]) -> set[str]:
    first, second = ({token.stem for token in side if token.kind == "word"} for side in (one, two))
    return (first & second) - _light()


def _hosts(side: Sequence[_Token], shared: set[str], governed: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return where the words stand that something governs: behind which other word, or ("") at an end of the sentence."""
    free = [at for at, token in enumerate(side) if token.kind == "word" and not token.governor and token.stem in shared]
    found = set()
    for at, token in enumerate(side):
        if token.kind == "word" and token.governor and (token.governor, token.stem) in governed:
            ahead = [index for index in free if index < at]
            outside = not ahead or ahead[-1] == free[-1]
            found.add((token.stem, "" if outside else side[ahead[-1]].stem))
    return found


def _caused_alike(one: Sequence[_Token], two: Sequence[_Token]) -> bool:
    """Whether nothing that is given as a reason in one sentence is what follows in the other."""
    first, second = _reasons(one), _reasons(two)
    return not first or not second or first == second


def _reasons(side: Sequence[_Token]) -> set[str]:
    """Return the words of what is given as a reason: what stands before "so", or after "because" up to the next stop."""
    data = lexicon("build")
    for at, token in enumerate(side):
        opens = not at or side[at - 1].kind == "stop" or side[at - 1].word == "and"
        if token.word in data["outcome"] and at and opens:
            return {other.stem for other in side[:at] if other.kind == "word"}
        if token.word in data["reason"]:
            end = next((index for index in range(at, len(side)) if side[index].kind == "stop"), len(side))
            return {other.stem for other in side[at:end] if other.kind == "word"}
    return set()


def _exchanged(one: Sequence[_Token], two: Sequence[_Token]) -> bool:
    """Whether two words changed places around a third that is governed alike, or stand side by side in the other order."""
    return (
        any(_crossed(_sequence(one, name), _sequence(two, name)) for name in {token.governor for token in one})
        or _swapped(one, two)
        or _repartnered(one, two)
    )


def _sequence(side: Sequence[_Token], governor: str) -> list[str]:
    return [token.stem for token in side if token.stem and token.governor == governor and token.kind in ("word", "place", "pronoun")]


def _crossed(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether three things that both have stand in one in the reverse order of the other."""
    old, new = Counter(first), Counter(second)
    place = {word: at for at, word in enumerate(second) if new[word] == old[word] == 1}
    longest: list[int] = []  # the ends of falling runs, negated
    for word in first:
        if word in place:
            value = -place[word]
            at = bisect_left(longest, value)
            longest[at : at + 1] = [value]
    return len(longest) > 2  # noqa: PLR2004 - three


def _swapped(one: Sequence[_Token], two: Sequence[_Token]) -> bool:
    beside = {(a.stem, b.stem) for a, b in pairwise(one) if a.kind == b.kind == "word"}
    return any((b.stem, a.stem) in beside and a.stem != b.stem for a, b in pairwise(two) if a.kind == b.kind == "word")


def _repartnered(one: Sequence[_Token], two: Sequence[_Token]) -> bool:
    """Whether two words exchanged the words that they stand by."""
    first, second = _partners(one), _partners(two)
    old, new = [pair for pair in first if pair not in second], [pair for pair in second if pair not in first]
    return any(
        len(pair & other) == 1 and len(pair & other_new) == 1
        for pair in old
        for at, other in enumerate(new)
        for other_new in new[at + 1 :]
        if not other & other_new
        for left in old
        if not left & pair and len(left & other) == 1 and len(left & other_new) == 1
    )


def _partners(side: Sequence[_Token]) -> list[frozenset[str]]:
    """Return the pairs of words of a sentence that stand side by side, but for little words, with nothing that joins in between."""
    found, before = [], ""
    for token in side:
        if token.kind == "word":
            if before and before != token.stem:
                found.append(frozenset({before, token.stem}))
            before = token.stem
        elif token.kind in ("stop", "governor") or token.word in _JOINS:
            before = ""
    return found


@cache
def _kinds() -> dict[str, str]:
    data = lexicon("build")
    kinds = (("free", "free"), ("pronouns", "pronoun"), ("places", "place"), ("turning", "turning"), ("modal", "modal"))
    found = {word: kind for key, kind in kinds for word in data[key]}
    counted = {phrase: "free" for phrase in lexicon("reach")["soft"] if " " not in phrase}  # see ``hits``
    joining = dict.fromkeys((*data["reason"], *data["outcome"]), "free")
    return {**counted, **found, **joining, "not": "turning", "than": "free"}


@cache
def _grammar() -> frozenset[str]:
    return frozenset(known(word) for word in (*_kinds(), *_governors()))


@cache
def _light() -> frozenset[str]:
    return frozenset(known(word) for word in lexicon("build")["light"])


@cache
def _governors() -> dict[str, str]:
    return {word: name for name, words in lexicon("build")["governing"].items() for word in words}
