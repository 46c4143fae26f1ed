"""What became of kept statements, compared once for all rules that speak of them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from specdiff.model.change import Added, Kept, Matching, Removed
from specdiff.model.finding import Confidence, Fact
from specdiff.model.language import Clause
from specdiff.model.spec import Home, Statement
from specdiff.prose.comparison.compare import compare, lost, turned_round
from specdiff.prose.paraphrase.contraries import contrary
from specdiff.prose.paraphrase.kin import told
from specdiff.prose.sentence.quantities import other_amount, same_amounts
from specdiff.prose.sentence.reading import read
from specdiff.prose.text.changes import as_written, quoted_changes
from specdiff.prose.text.disguise import disguises, veils
from specdiff.prose.text.numbering import followed
from specdiff.prose.text.similar import words
from specdiff.prose.text.struck import is_comment
from specdiff.prose.traits import Difference, Trait
from specdiff.rules.rule import Found
from specdiff.rules.standing import counts_its_list, other_level
from specdiff.rules.unbound import flips

_HEADS = 60
_OTHERWISE = "statement/changed"
_VAGUE = frozenset({_OTHERWISE, "statement/reworded"})
_NUMBER = "threshold/changed"  # counts in a definition as well: it is the limit of every rule that uses the term
_SAYS = {
    "other cases": "An exception covers other cases than before: “{now}” instead of “{was}”",
    "act": "A rule asks for something else: “{now}” instead of “{was}”",
    "other words": "A sentence is told in other words, and may say something else: “{now}” instead of “{was}”",
}
"""What is said where the rule's own sentence would say too much."""
_CODE = "Code, or another text for machines, says something else: “{now}” instead of “{was}”"
_TARGET = re.compile(r"\[[^\]\s^][^\]]*\]:\s\S+$")
_THROUGHOUT = 3
"""Sentences that must differ by the same words alone before these count as a term that is called otherwise now."""


@lru_cache(maxsize=2)  # the rules are asked one after the other about one pair
def difference(pair: Kept[Statement], matching: Matching) -> Difference:
    """Return what the difference of a kept statement means.

    The name of a renamed level is none, nor the number of a renumbered clause, nor an amount in another form.
    """
    old, new = (_renamed(one.words, matching) for one in (pair.old, pair.new))
    called, counted = followed(old, new, matching.renumbered), same_amounts(old, new)
    otherwise = old != new and called == counted
    old, new = called, counted
    before, after = (
        one.reading if words == one.words else read(words, lead_in=one.lead_in) for one, words in ((pair.old, old), (pair.new, new))
    )
    found = _placed(compare(old, new, before, after), pair, matching)
    if otherwise or _same_columns(pair, matching):
        found = Difference((Trait("statement/reworded"),))
    elif found.of("statement/reworded") and pair.old.words != pair.new.words and _same_cells(pair.old, pair.new):
        found = Difference((Trait(_OTHERWISE, pair.old.words, pair.new.words),))
    if {trait.rule for trait in found.traits} == {_OTHERWISE} and _set_as_a_list(pair):
        found = Difference((Trait("statement/reworded"),))
    if {trait.rule for trait in found.traits} == {_OTHERWISE} and (amount := other_amount(old, new)):
        found = Difference((Trait(_NUMBER, *amount),))
    found = Difference(tuple(_as_it_stood(trait, pair.old, matching) for trait in found.traits))
    for unread in (disguises, veils):  # what makes other words of those that look the same, or says something beside them
        odd = unread(pair.old.text, pair.new.text)
        if any(odd):
            return Difference((*(trait for trait in found.traits if trait.rule not in _VAGUE), Trait(_OTHERWISE, *odd)))
    return found


def _set_as_a_list(pair: Kept[Statement]) -> bool:
    """Whether one side says in a sentence what the other says in an item together with what leads into the list, with the same telling words."""
    if bool(pair.old.lead_in) == bool(pair.new.lead_in):
        return False
    item, sentence = (pair.new, pair.old) if pair.new.lead_in else (pair.old, pair.new)
    return sorted(told(f"{item.lead_in} {item.words}")) == sorted(told(sentence.words))


def _as_it_stood(trait: Trait, old: Statement, matching: Matching) -> Trait:
    """Return a trait that quotes the older sentence with the names that its levels had there."""
    stood = old.words.lower()
    for was, became in matching.level_became.items():
        if trait.old.lower() not in stood and (quoted := trait.old.replace(became, was)).lower() in stood:
            return replace(trait, old=quoted)
    return trait


def _placed(found: Difference, pair: Kept[Statement], matching: Matching) -> Difference:
    """Return a difference as it is where the sentence stands: what only counts the list below is wording, another level of authority is none."""
    traits = tuple(one for one in found.traits if one.rule != _NUMBER or not counts_its_list(one, pair, matching))
    level = other_level(pair, matching)
    if level is not None:
        traits = (*(one for one in traits if one.rule not in _VAGUE), level)
    return Difference(traits or (Trait("statement/reworded"),))


def _same_columns(pair: Kept[Statement], matching: Matching) -> bool:
    """Whether a row of a table has the same cells below the same headings, in another order; the headings have, where all rows went with them."""
    return " | " in pair.old.words and _same_below([pair] if pair.old.lead_in else _rows_below(pair, matching))


def _same_below(rows: list[Kept[Statement]]) -> bool:
    return bool(rows) and all(_cells(one.old) == _cells(one.new) for one in rows)


def _rows_below(heads: Kept[Statement], matching: Matching) -> list[Kept[Statement]]:
    """Return the kept rows of the table that has these headings on both sides."""
    lead_ins = (heads.old.words, heads.new.words)
    return [one for one in matching.statements if isinstance(one, Kept) and (one.old.lead_in, one.new.lead_in) == lead_ins]


def _same_cells(old: Statement, new: Statement) -> bool:
    """Whether two rows have the same cells, wherever they stand."""
    return sorted(old.words.split(" | ")) == sorted(new.words.split(" | "))


def _cells(row: Statement) -> list[tuple[str, str]]:
    """Return the cells of a row, each with its heading, in an order of their own; a row that has not one for each heading is a single cell."""
    heads, cells = row.lead_in.split(" | "), row.words.split(" | ")
    return sorted(zip(heads, cells, strict=True)) if len(heads) == len(cells) else [(row.lead_in, row.words)]


def traits(pair: Kept[Statement], matching: Matching, rule: str) -> Iterator[Found]:
    """Yield what *rule* says of a kept statement that binds, one finding with all traits of that name."""
    if pair.old.home is not Home.BODY or pair.new.home is not Home.BODY:
        if rule == _OTHERWISE:
            yield from _code(pair)
        if rule != _NUMBER or not pair.old.home is pair.new.home is Home.DEFINITION:
            return
    if flips(pair, matching):
        return  # told as what came or went, for all the rules around it
    if pair.old.text == pair.new.text and (pair.old.reading.force is pair.new.reading.force or _set_otherwise(pair, matching)):
        return
    found = difference(pair, matching).of(rule)
    if not found:
        return
    confidence = Confidence.LIKELY if any(trait.sure for trait in found) else Confidence.TENTATIVE
    if rule == _OTHERWISE and (term := renamed_in(pair.old.words, pair.new.words, matching)):
        yield Found(was=term.old, now=term.new, direction="other", confidence=confidence, facts={"throughout": term.places})
        return
    directions = {trait.direction for trait in found}
    about = min(trait.about for trait in found)  # nothing, unless it holds of all
    yield Found(
        was=_joined(as_written(trait.old, pair.old.words) for trait in found),
        now=_joined(as_written(trait.new, pair.new.words) for trait in found),
        direction=directions.pop() if len(directions) == 1 else "other",
        confidence=confidence,
        facts={"about": about} if about else {},
        says=_SAYS.get(about, ""),
    )


def _set_otherwise(pair: Kept[Statement], matching: Matching) -> bool:
    """Whether a sentence that reads the same only falls under another one by how its list is set (a blank line): all stand where they stood."""
    old, new = (spec.by_id[one.section].statements for one, spec in ((pair.old, matching.old), (pair.new, matching.new)))
    leads = {pair.old.lead_in, pair.new.lead_in} - {""}
    said = {one.words for one in old} & {one.words for one in new}
    return not leads - said and _right_before(pair.old, old) == _right_before(pair.new, new)


def _right_before(statement: Statement, statements: Sequence[Statement]) -> list[str]:
    """Return the words of the sentence right before one, if any is."""
    return [one.words for one in takewhile(lambda one: one is not statement, statements)][-1:]


class Term(NamedTuple):
    """A term that is called otherwise throughout: its names, and the number of sentences that differ in nothing else."""

    old: str
    new: str
    places: int


def renamed_in(was: str, now: str, matching: Matching) -> Term | None:
    """Return the term that is called otherwise throughout, where two normal forms differ in nothing else, however often it names it; else ``None``."""
    terms = _renamed_terms(matching)
    if not terms:
        return None
    before, after = (" ".join(words(one)) for one in (was, now))
    for (old, new), places in terms.items():
        if old in before and re.sub(rf"(?<!\S){re.escape(old)}(s?)(?!\S)", rf"{new}\1", before) == after:
            return Term(old, new, places)
    return None


@lru_cache(maxsize=1)
def _renamed_terms(matching: Matching) -> Mapping[tuple[str, str], int]:
    """Return the terms that are called otherwise throughout, old and new, with the number of sentences that differ in nothing else.

    The new term was nowhere in the old text, unless the old one is a name that no language has ("read_page"), and of the old one less than
    half is left (the word may mean something else, too). What is contrary ("public" for "confidential") is no other name.
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
        if not contrary(old, new) and (f" {new} " not in before or "_" in old) and 2 * after.count(f" {old} ") < before.count(f" {old} ")
    }


def _code(pair: Kept[Statement]) -> Iterator[Found]:
    """Yield that code says something else, or that a sentence became code or ceased to be; there every letter and symbol counts."""
    homes = {pair.old.home, pair.new.home}
    if went_or_came(pair):
        return
    odd = disguises(pair.old.text, pair.new.text)
    if any(odd):
        yield Found(was=_clipped(odd[0]) or None, now=_clipped(odd[1]) or None, direction="other", confidence=Confidence.CERTAIN)
    elif Home.CODE in homes and pair.old.words != pair.new.words:
        was, now = (" ".join(run) for run in _tokens(pair.old.words, pair.new.words))
        yield Found(was=_clipped(was) or None, now=_clipped(now) or None, direction="other", confidence=Confidence.CERTAIN, says=_CODE)


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
    if lone.home is not Home.BODY:
        return
    for half, clauses in _halves(matching, back).get(lone.section, ()):
        found = turned_round(clauses, lone.reading)
        if found is not None:
            (old, was), (new, now) = ((lone, found[1]), (half, found[0])) if back else ((half, found[0]), (lone, found[1]))
            yield Found(old=old, new=new, was=was, now=now, direction="other", confidence=Confidence.TENTATIVE)
            return


@lru_cache(maxsize=2)
def _halves(matching: Matching, back: bool) -> Mapping[str, list[tuple[Statement, tuple[Clause, ...]]]]:  # noqa: FBT001 - a key of the cache
    """Return the sentences that lost clauses and are still there, with these, by the section that they are in now.

    Backwards: those that won clauses and were there before, by the section that they were in.
    """
    found: dict[str, list[tuple[Statement, tuple[Clause, ...]]]] = {}
    for pair in matching.statements:
        if isinstance(pair, Kept) and pair.old.words != pair.new.words and pair.old.home is pair.new.home is Home.BODY:
            here, there = (pair.new, pair.old) if back else (pair.old, pair.new)
            if gone := lost(here.reading, there.reading):
                found.setdefault(there.section, []).append((here, gone))
    return found


def stands_as(statement: Statement) -> str:
    """Return as what a statement stands in the text: the target of a "link", or its home; of "code", what is "struck", and links every change is told."""
    return "link" if _TARGET.match(statement.words) else str(statement.home)


def taken_back(statement: Statement, other: Statement) -> str:
    """Return how a sentence that is still there was taken back: "struck out", "commented out" or "put in code"; nothing for one that holds.

    *other* is the one on the other side: of code only what is a rule there, word by word, was one.
    """
    if statement.home is Home.STRUCK:
        return "struck out"
    if statement.home is not Home.CODE:
        return ""
    if is_comment(statement.text):
        return "commented out"
    rule = other.home is Home.BODY and other.reading.force.strength > 0 and statement.words.endswith(other.words)
    return "put in code" if rule else ""


def went_or_came(pair: Kept[Statement]) -> bool:
    """Whether a sentence that is still there is told as a rule that went or came, since it was taken back on one side."""
    old, new = pair.old, pair.new
    return Home.BODY in (old.home, new.home) and bool(taken_back(old, new) or taken_back(new, old))


def stated(one: Statement, direction: str, says: str = "", facts: dict[str, Fact] | None = None) -> Found:
    """Return what is found of a sentence that came or went, or is told as if it did."""
    return Found(force=str(one.reading.force), start=shown(one), direction=direction, facts=facts, says=says)


def shown(statement: Statement) -> str:
    """Return the beginning of a statement, for a sentence about it."""
    return _clipped(statement.words)


def _clipped(text: str) -> str:
    return text if len(text) <= _HEADS else text[:_HEADS].rsplit(" ", 1)[0] + " …"


def _joined(parts: Iterator[str]) -> str | None:
    return "; ".join(dict.fromkeys(parts)) or None


def _renamed(words: str, matching: Matching) -> str:
    """Return a text of either side with the names of renamed levels replaced: one may be a common word that stays in other places."""
    for old, new in matching.level_became.items():
        words = words.replace(old, new).replace(old.capitalize(), new.capitalize())
    return words
