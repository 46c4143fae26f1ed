"""Edits of what a sentence asks for: force, polarity, exceptions, conditions, qualifiers, numbers, orders, and where it stands."""

import re
from collections.abc import Callable, Iterator
from random import Random

from edits.document import Change, Document
from edits.edit import Edit, Expected, here, kind, pick
from specdiff.model.language import Force
from specdiff.model.spec import Home, Section, Statement

STRANGE = (
    ("Nobody may print the wifi password on a poster.", "prohibited"),
    ("The night porter must feed the goldfish at dawn.", "required"),
    ("A violinist should tune the strings before the overture.", "recommended"),
    ("The gardener may prune the hawthorn in February.", "permitted"),
    ("Beekeepers must never smoke near an open hive.", "prohibited"),
)
"""Sentences that are about something else than any document, and what they are."""
BLOCK = re.compile(r"\s*(?:[-*+]|\d+[.)])\s|\s{2,}|\t|[|:>]|!!!")
"""A line that begins like this belongs to a list, a quotation, a table or a block."""
SOFT = ("generally", "usually", "typically", "normally")


def single(document: Document, one: Statement) -> bool:
    """Whether a sentence binds where it stands and is found there only, so that it can be written otherwise."""
    return one.home is Home.BODY and "|" not in one.text and document.text.count(one.text) == 1


def sentences(document: Document) -> list[Statement]:
    """Return the sentences of running text and lists that stand once in the document and end with a full stop."""
    return [one for one in document.spec.statements if one.text.rstrip().endswith(".") and single(document, one)]


def rewritten(document: Document, one: Statement, text: str, rule: str, **facts: object) -> Edit | None:
    """Return the document with one sentence written otherwise, of which *rule* must speak."""
    after = document.replaced(one.place, one.text, text)
    section = document.spec.by_id[one.section]
    return after and Edit(after, (Expected(rule, **here(section), facts=facts),), moves_values=True)


def with_cue(document: Document, cue: str) -> list[tuple[Statement, re.Match[str]]]:
    """Return the sentences and items of which one modal verb governs a clause, with its place in the text."""
    found = []
    for one in document.spec.statements:
        places = list(re.finditer(rf"\b{cue}\b(?! (?:only|merely|just|not)\b)", one.text, re.IGNORECASE))
        governed = [clause for clause in one.reading.clauses if clause.cue == cue]
        denied = len(governed) == 1 and governed[0].force.negative and not cue.endswith((" not", " never"))  # by its subject: "no one may"
        if len(places) == len(governed) == 1 and not denied and single(document, one):
            found.append((one, places[0]))
    return found


def cased(word: str, like: str) -> str:
    return word.upper() if like.isupper() else word.capitalize() if like[0].isupper() else word


def forced(cue: str, other: str, rule: str, direction: str) -> Callable[[Document, Random], Edit | None]:
    """Return what writes one modal verb for another."""

    def make(document: Document, chance: Random) -> Edit | None:
        chosen = pick(chance, with_cue(document, cue))
        if chosen is None:
            return None
        one, at = chosen
        text = one.text[: at.start()] + cased(other, at[0]) + one.text[at.end() :]
        return rewritten(document, one, text, rule, direction=direction)

    make.__name__ = f"{cue}_to_{other}"
    return make


must_to_should = kind(forced("must", "should", "statement/weakened", "looser"))
must_to_may = kind(forced("must", "may", "statement/weakened", "looser"))
should_to_must = kind(forced("should", "must", "statement/strengthened", "stricter"))
should_to_may = kind(forced("should", "may", "statement/weakened", "looser"))
may_to_must = kind(forced("may", "must", "statement/strengthened", "stricter"))
may_to_should = kind(forced("may", "should", "statement/strengthened", "stricter"))
must_not_to_should_not = kind(forced("must not", "should not", "statement/weakened", "looser"))
should_not_to_must_not = kind(forced("should not", "must not", "statement/strengthened", "stricter"))


@kind
def not_added(document: Document, chance: Random) -> Edit | None:
    """A duty, piece of advice or permission is turned into its opposite."""
    chosen = pick(chance, [found for cue in ("must", "should", "may") for found in with_cue(document, cue)])
    if chosen is None:
        return None
    one, at = chosen
    text = one.text[: at.end()] + cased(" not", at[0]) + one.text[at.end() :]
    return rewritten(document, one, text, "statement/reversed")


@kind
def not_removed(document: Document, chance: Random) -> Edit | None:
    """A prohibition is turned into its opposite."""
    cues = ("must not", "should not", "may not", "must never", "should never")
    chosen = pick(chance, [found for cue in cues for found in with_cue(document, cue)])
    if chosen is None:
        return None
    one, at = chosen
    text = one.text[: at.start()] + at[0].split()[0] + one.text[at.end() :]
    return rewritten(document, one, text, "statement/reversed")


CONTRARY = {
    "include": "omit", "accept": "reject", "share": "withhold", "reveal": "conceal", "keep": "discard", "follow": "ignore", "allow": "forbid",
    "encourage": "discourage", "reduce": "increase", "respect": "disregard", "confirm": "deny", "continue": "stop", "support": "oppose",
}  # fmt: skip
"""Verbs that take the same object, and ask for the opposite."""


@kind
def verb_to_its_contrary(document: Document, chance: Random) -> Edit | None:
    """The verb right after a modal verb becomes its contrary; the words of force stay."""
    pattern = re.compile(rf"(?<= )(?:{'|'.join((*CONTRARY, *CONTRARY.values()))})(?= \w)")
    chosen = []
    for cue in ("must", "should", "may", "must not", "should not"):
        for one, at in with_cue(document, cue):
            verb = pattern.match(one.text, at.end() + 1)
            if verb is not None and one.text.count(verb[0]) == 1:
                chosen.append((one, verb))
    found = pick(chance, chosen)
    if found is None:
        return None
    one, verb = found
    other = {**CONTRARY, **{value: key for key, value in CONTRARY.items()}}[verb[0]]
    return rewritten(document, one, one.text[: verb.start()] + other + one.text[verb.end() :], "statement/reversed", was=verb[0], now=other)


def binding(document: Document) -> list[Statement]:
    """Return the sentences with one duty, prohibition or piece of advice, and neither exception nor condition."""
    return [
        one
        for one in sentences(document)
        if len(one.reading.clauses) == 1
        and one.reading.force.strength >= Force.RECOMMENDED.strength
        and not one.reading.exceptions
        and not one.reading.conditions
    ]


def ended(one: Statement, more: str) -> str:
    """Return a sentence with some words put before its full stop."""
    text = one.text.rstrip()
    return f"{text[:-1]}{more}."


@kind
def exception_added(document: Document, chance: Random) -> Edit | None:
    one = pick(chance, binding(document))
    more = chance.choice(
        (", unless a judge has ordered it", ", except on public holidays", " unless both parties agree", ", other than in an emergency")
    )
    return one and rewritten(document, one, ended(one, more), "exception/added", direction="looser")


@kind
def exception_removed(document: Document, chance: Random) -> Edit | None:
    """What a sentence excepts at its end, or what it begins with, is gone."""
    fitting = []
    for one in sentences(document):
        if len(one.reading.exceptions) == 1 and not one.footnotes and not one.references:
            text = re.sub(r",? (?:unless|except|other than|apart from)\b[^,;:()\"]*\.$", ".", one.text.rstrip())
            text = re.sub(r"^(?:unless|except)\b[^,;:()\"]*, (\w)", lambda found: found[1].upper(), text, flags=re.IGNORECASE)
            if text != one.text.rstrip():
                fitting.append((one, text))
    chosen = pick(chance, fitting)
    return chosen and rewritten(document, *chosen, "exception/removed")


@kind
def condition_added(document: Document, chance: Random) -> Edit | None:
    one = pick(
        chance,
        [
            one
            for one in sentences(document)
            if len(one.reading.clauses) == 1 and one.reading.force.strength and not one.reading.conditions and not one.reading.exceptions
        ],
    )
    more = chance.choice(
        (" if a judge has ordered it", " when the moon is full", " provided that both parties agree", " as long as the harbour is frozen")
    )
    return one and rewritten(document, one, ended(one, more), "condition/added")


@kind
def condition_removed(document: Document, chance: Random) -> Edit | None:
    """The condition that a sentence ends with, or begins with, is gone."""
    fitting = []
    for one in sentences(document):
        if len(one.reading.conditions) == 1 and one.reading.force.strength and not one.reading.exceptions and not one.footnotes:
            text = re.sub(r",? (?:if|when|whenever|provided that|as long as|in case)\b[^,;:()\"]*\.$", ".", one.text.rstrip())
            text = re.sub(r"^(?:if|when|whenever)\b[^,;:()\"]*, (?:then )?(\w)", lambda found: found[1].upper(), text, flags=re.IGNORECASE)
            if text != one.text.rstrip():
                fitting.append((one, text))
    chosen = pick(chance, fitting)
    return chosen and rewritten(document, *chosen, "condition/removed")


@kind
def softened(document: Document, chance: Random) -> Edit | None:
    """A duty or advice holds "usually"."""
    chosen = pick(chance, [found for cue in ("must", "should", "must not", "should not") for found in with_cue(document, cue)])
    if chosen is None:
        return None
    one, at = chosen
    if any(word in one.text.lower() for word in SOFT):
        return None
    text = f"{one.text[: at.end()]} {chance.choice(SOFT)}{one.text[at.end() :]}"
    return rewritten(document, one, text, "statement/weakened", direction="looser")


@kind
def softening_removed(document: Document, chance: Random) -> Edit | None:
    """A duty or advice that held "usually" holds."""
    fitting = []
    for one in sentences(document):
        if len(one.reading.clauses) == 1 and one.reading.force.strength >= Force.RECOMMENDED.strength:
            text, count = re.subn(r"(?<=\w) (?:generally|usually|typically|normally)(?= \w)", "", one.text)
            if count == 1:
                fitting.append((one, text))
    chosen = pick(chance, fitting)
    return chosen and rewritten(document, *chosen, "statement/strengthened", direction="stricter")


@kind
def permission_limited(document: Document, chance: Random) -> Edit | None:
    """What one may do one may only do."""
    chosen = pick(chance, [found for found in with_cue(document, "may") if "only" not in found[0].text.lower()])
    if chosen is None:
        return None
    one, at = chosen
    return rewritten(document, one, f"{one.text[: at.end()]} only{one.text[at.end() :]}", "statement/strengthened", direction="stricter")


@kind
def number_changed(document: Document, chance: Random) -> Edit | None:
    fitting = [
        (one, at)
        for one in sentences(document)
        for at in re.finditer(r"(?<![\w.,/#:`\[(<-])\d{1,4}(?![\w.,/:)>`%-])(?= [a-z])", one.text)
        if len(re.findall(r"\d+", one.text)) == 1
    ]
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    one, at = chosen
    number = str(int(at[0]) + chance.choice((1, 2, 7, 40)))
    return rewritten(document, one, one.text[: at.start()] + number + one.text[at.end() :], "threshold/changed")


@kind
def order_changed(document: Document, chance: Random) -> Edit | None:
    """Two neighbours of an explicit order change places."""
    fitting = [
        (one, order) for one in document.spec.statements for order in one.reading.orders if one.home is Home.BODY and " > " in one.text
    ]
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    one, order = chosen
    at = chance.randrange(len(order) - 1)
    text = re.sub(
        rf"({re.escape(order[at])}) (>+) ({re.escape(order[at + 1])})",
        lambda found: f"{found[3]} {found[2]} {found[1]}",
        one.text,
        flags=re.IGNORECASE,
    )
    return rewritten(document, one, text, "precedence/changed")


# -- statements that come, go and move ----------------------------------------------------------------------------------


def alone(document: Document) -> list[Statement]:
    """Return the sentences that are the whole of a paragraph between blank lines."""
    lines = document.lines

    def blank(number: int) -> bool:
        return not 0 < number <= len(lines) or not lines[number - 1].strip()

    return [
        one
        for one in sentences(document)
        if not one.lead_in
        and blank(one.place.first_line - 1)
        and blank(one.place.last_line + 1)
        and "\n".join(document.within(one.place)).strip() == one.text.strip()
        and len(one.words.split()) > 7
    ]


def gaps(document: Document, section: Section) -> Iterator[int]:
    """Yield the lines of a section before which a paragraph may be put: blank ones after running text, outside lists and blocks."""
    for one in document.spec.statements:
        line = one.place.last_line + 1
        if one.section != section.id or one.home is not Home.BODY or one.lead_in or not one.text.rstrip().endswith("."):
            continue
        around = (document.lines[one.place.first_line - 1], *document.lines[line - 1 : line + 1], "")[:3]
        if line <= len(document.lines) and not around[1].strip() and not BLOCK.match(around[0]) and not BLOCK.match(around[2]):
            yield line


@kind
def statement_added(document: Document, chance: Random) -> Edit | None:
    section = pick(chance, [one for one in document.spec.sections if any(gaps(document, one))])
    if section is None:
        return None
    words, force = chance.choice(STRANGE)
    line = chance.choice(list(gaps(document, section)))
    return Edit(
        document.changed(Change(line, line - 1, ("", words))),
        (Expected("statement/added", **here(section), facts={"force": force}),),
        moves_values=True,
    )


@kind
def statement_removed(document: Document, chance: Random) -> Edit | None:
    one = pick(chance, [one for one in alone(document) if not one.reading.orders])
    if one is None:
        return None
    section = document.spec.by_id[one.section]
    return Edit(document.without(one), (Expected("statement/removed", **here(section), before=one.text),), moves_values=True)


def moved(document: Document, one: Statement, line: int, text: str = "") -> Document:
    """Return the document with a sentence put before another line, as a paragraph of its own."""
    kept = "\n".join(document.within(one.place)).replace(f" {one.text}", "")
    if kept.strip() == one.text.strip():
        gone = Change(one.place.first_line, document.after(one.place.last_line) - 1)
    else:
        gone = Change(one.place.first_line, one.place.last_line, tuple(kept.split("\n")))
    return document.changed(gone, Change(line, line - 1, ("", *(text or one.text).split("\n"))))


def amid(document: Document) -> list[Statement]:
    """Return the sentences that have one before them in the same paragraph."""
    own: dict[tuple[str, int], list[Statement]] = {}
    for one in document.spec.statements:
        own.setdefault((one.section, one.block), []).append(one)
    return [
        one
        for one in sentences(document)
        if own[one.section, one.block][0] is not one
        and "\n".join(document.within(one.place)).count(f" {one.text}") == 1
        and len(one.words.split()) > 7
    ]


@kind
def sentence_removed(document: Document, chance: Random) -> Edit | None:
    """A sentence is gone from the midst of a paragraph."""
    one = pick(chance, amid(document))
    after = one and document.replaced(one.place, f" {one.text}", "")
    if not after:
        return None
    return Edit(after, (Expected("statement/removed", **here(document.spec.by_id[one.section]), before=one.text),), moves_values=True)


@kind
def moved_within(document: Document, chance: Random) -> Edit | None:
    """A sentence stands elsewhere in its policy, behind at least two others."""
    fitting = []
    for one in alone(document):
        section = document.spec.by_id[one.section]
        own = [other for other in section.statements if other.home is Home.BODY]
        for line in gaps(document, section):
            ahead, behind = sorted((one.place.first_line, line))
            between = [other for other in own if other is not one and ahead <= other.place.first_line < behind]
            if len(between) > 1 and not one.place.first_line - 2 <= line <= one.place.last_line + 2:
                fitting.append((one, line))
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    section = document.spec.by_id[chosen[0].section]
    return Edit(
        moved(document, *chosen),
        (Expected("statement/moved", **here(section), before=chosen[0].text, facts={"where": "within its policy"}),),
    )


def elsewhere(document: Document, chance: Random, fitting: list[Statement]) -> tuple[Statement, Section, int] | None:
    """Return a sentence, and a place in another section of the same level."""
    one = pick(chance, fitting)
    if one is None:
        return None
    level = document.spec.by_id[one.section].level
    targets = [
        section
        for section in document.spec.sections
        if section.id != one.section and section.level == level and any(gaps(document, section))
    ]
    section = pick(chance, targets)
    return None if section is None else (one, section, chance.choice(list(gaps(document, section))))


@kind
def moved_across(document: Document, chance: Random) -> Edit | None:
    """A sentence stands in another policy of the same level."""
    found = elsewhere(document, chance, chance.choice((alone, amid))(document))
    if found is None:
        return None
    one, section, line = found
    return Edit(moved(document, one, line), (Expected("statement/moved", one.section, section.id, before=one.text),))


@kind
def moved_and_changed(document: Document, chance: Random) -> Edit | None:
    """A sentence stands in another policy, and binds less there."""
    places = {id(one): at for one, at in with_cue(document, "must")}
    found = elsewhere(document, chance, [one for one in (*alone(document), *amid(document)) if id(one) in places])
    if found is None:
        return None
    one, section, line = found
    at = places[id(one)]
    text = one.text[: at.start()] + cased("should", at[0]) + one.text[at.end() :]
    expected = (Expected("statement/moved", one.section, section.id), Expected("statement/weakened", one.section, section.id))
    return Edit(moved(document, one, line, text), expected, moves_values=True)
