"""What became of kept statements, compared once for all rules that speak of them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from urllib.parse import urlsplit

from specdiff.model.change import Added, Kept, Matching, Removed
from specdiff.model.finding import Confidence
from specdiff.model.spec import Home, Statement
from specdiff.prose.changes import as_written, quoted_changes
from specdiff.prose.compare import Difference, Trait, compare, turned
from specdiff.prose.disguise import disguises, veils
from specdiff.prose.similar import words
from specdiff.rules.rule import Found

_HEADS = 60
_ADDRESS = re.compile(r"(?<=\]\()\s*<?([a-z][a-z0-9+.-]*:[^\s()<>]+)", re.IGNORECASE)
_OTHERWISE = "statement/changed"
_THROUGHOUT = 3
"""Sentences that must differ by the same words alone before these count as a term that is called otherwise now."""


@lru_cache(maxsize=2)  # the rules are asked one after the other about one pair
def difference(pair: Kept[Statement], matching: Matching) -> Difference:
    """Return what the difference of a kept statement means; the name of a renamed level is no difference."""
    old = _renamed(pair.old.words, matching)
    found = compare(old, pair.new.words, pair.old.reading, pair.new.reading)
    odd = _unread(pair)
    if any(odd) and {trait.rule for trait in found.traits} <= {_OTHERWISE, "statement/reworded"}:
        return Difference((Trait(_OTHERWISE, *odd),))
    return found


def _unread(pair: Kept[Statement]) -> tuple[str, str]:
    """Return what changed of a sentence that its words do not show: letters in disguise, hiding markup, an address."""
    old, new = pair.old, pair.new
    for found in (disguises(old.text, new.text), veils(old.text, new.text)):
        if any(found):
            return found
    return _addresses(old.text, new.text) if old.words == new.words else ("", "")


def _addresses(old: str, new: str) -> tuple[str, str]:
    """Return the addresses that only one of two sources leads to, where they are on other machines."""
    before, after = (Counter(_ADDRESS.findall(text)) for text in (old, new))
    gone, come = [*(before - after).elements()], [*(after - before).elements()]
    if [urlsplit(one).netloc.lower() for one in gone] == [urlsplit(one).netloc.lower() for one in come]:
        return "", ""
    return " ".join(gone), " ".join(come)


def traits(pair: Kept[Statement], matching: Matching, rule: str) -> Iterator[Found]:
    """Yield what *rule* says of a kept statement that binds, one finding with all traits of that name."""
    if pair.old.home is not Home.BODY or pair.new.home is not Home.BODY:
        if rule == _OTHERWISE:
            yield from _code(pair)
        return
    if pair.old.text == pair.new.text and pair.old.reading.force is pair.new.reading.force:
        return
    found = difference(pair, matching).of(rule)
    if not found:
        return
    places = max((_renamed_terms(matching).get((trait.old, trait.new), 0) for trait in found if rule == _OTHERWISE), default=0)
    plainly = bool(places) or rule == "threshold/changed"  # a term is the same one wherever it stands, and "Two" is a number
    confidence = Confidence.LIKELY if any(trait.sure for trait in found) else Confidence.TENTATIVE
    directions = {trait.direction for trait in found}
    yield Found(
        was=_joined(trait.old if plainly else as_written(trait.old, pair.old.words) for trait in found),
        now=_joined(trait.new if plainly else as_written(trait.new, pair.new.words) for trait in found),
        direction=directions.pop() if len(directions) == 1 else "other",
        confidence=confidence,
        facts={"throughout": places} if places else {},
    )


@lru_cache(maxsize=1)
def _renamed_terms(matching: Matching) -> Mapping[tuple[str, str], int]:
    """Return the terms that are called otherwise throughout, old and new, with the number of sentences that differ in nothing else.

    The new term was nowhere in the old text, and of the old one less than half is left (the word may mean something else, too).
    """
    found = Counter(
        quoted_changes(pair.old.words, pair.new.words)
        for pair in matching.statements
        if isinstance(pair, Kept) and pair.old.words != pair.new.words
    )
    often = {(old, new): count for (old, new), count in found.items() if count >= _THROUGHOUT and old and new}
    if not often:
        return {}
    before, after = (
        " ".join(word for one in spec.statements for word in ("", *words(one.words), "")) for spec in (matching.old, matching.new)
    )
    return {
        (old, new): count
        for (old, new), count in often.items()
        if f" {new} " not in before and 2 * after.count(f" {old} ") < before.count(f" {old} ")
    }


def _code(pair: Kept[Statement]) -> Iterator[Found]:
    """Yield that code says something else, or that a sentence became code or ceased to be; there every letter and symbol counts."""
    homes = {pair.old.home, pair.new.home}
    odd = disguises(pair.old.text, pair.new.text)
    if any(odd):
        yield Found(was=_clipped(odd[0]) or None, now=_clipped(odd[1]) or None, direction="other", confidence=Confidence.CERTAIN)
    elif Home.CODE in homes and homes <= {Home.CODE, Home.BODY} and pair.old.words != pair.new.words:
        was, now = (" ".join(run) for run in _tokens(pair.old.words, pair.new.words))
        yield Found(was=_clipped(was) or None, now=_clipped(now) or None, direction="other", confidence=Confidence.CERTAIN)


def _tokens(old: str, new: str) -> tuple[list[str], list[str]]:
    """Return what stands between blanks in only one of two texts."""
    before, after = Counter(old.split()), Counter(new.split())
    return list((before - after).elements()), list((after - before).elements())


def turns(change: Added[Statement] | Removed[Statement], matching: Matching) -> Iterator[Found]:
    """Yield the rule of the same section that a new sentence turns round: one that its own sentence does not state any more.

    Backwards: the rule that a sentence says now, and of which one that is gone said the opposite.
    """
    back = isinstance(change, Removed)
    lone = change.old if isinstance(change, Removed) else change.new
    if lone.home is not Home.BODY or not lone.reading.force.strength:
        return
    for pair in _rewritten(matching, back).get(lone.section, ()):
        found = turned(pair.old.reading, pair.new.reading, lone.reading, back=back)
        if found is not None:
            old, new = (lone, pair.new) if back else (pair.old, lone)
            yield Found(old=old, new=new, was=found[0], now=found[1], direction="other", confidence=Confidence.TENTATIVE)
            return


@lru_cache(maxsize=2)
def _rewritten(matching: Matching, back: bool) -> Mapping[str, tuple[Kept[Statement], ...]]:  # noqa: FBT001 - a key of the cache
    """Return the kept sentences that lost (*back*: won) a clause, by the section that they are in on the other side."""
    found: dict[str, list[Kept[Statement]]] = {}
    for pair in matching.statements:
        if isinstance(pair, Kept) and pair.old.words != pair.new.words and pair.old.home is pair.new.home is Home.BODY:
            more, fewer = (pair.new, pair.old) if back else (pair.old, pair.new)
            if len(more.reading.clauses) > len(fewer.reading.clauses):
                found.setdefault(fewer.section, []).append(pair)
    return {section: tuple(pairs) for section, pairs in found.items()}


def shown(statement: Statement) -> str:
    """Return the beginning of a statement, for a sentence about it."""
    return _clipped(statement.words)


def _clipped(text: str) -> str:
    return text if len(text) <= _HEADS else text[:_HEADS].rsplit(" ", 1)[0] + " …"


def _joined(parts: Iterator[str]) -> str | None:
    return "; ".join(dict.fromkeys(part for part in parts if part)) or None


def _renamed(words: str, matching: Matching) -> str:
    """Return a text with the names of renamed levels replaced."""
    for old, new in matching.level_became.items():
        words = words.replace(old, new).replace(old.capitalize(), new.capitalize())
    return words
