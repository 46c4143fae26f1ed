"""Edits of who may override what."""

import re
from random import Random

from edits.document import Change, Document
from edits.edit import Edit, Expected, here, kind, pick
from specdiff.model.spec import Section


def reheaded(document: Document, section: Section, pattern: str, written: str) -> Document | None:
    """Return the document with a part of a section's heading written otherwise, ``None`` where the heading has no such part."""
    line = document.lines[section.place.first_line - 1]
    changed = re.sub(pattern, written, line, count=1)
    return document.changed(Change(section.place.first_line, section.place.first_line, (changed,))) if changed != line else None


def stepped(document: Document, chance: Random, *, up: bool) -> Edit | None:
    """Return the document with a section at a higher or lower level."""
    ladder = document.spec.ladder
    ranks = {name: ladder.rank(name) for name in ladder.names}
    fitting = [
        (section, name)
        for section in document.spec.sections
        for name, rank in ranks.items()
        if rank is not None and section.own_level and ranks.get(section.own_level) is not None
        if (rank < (ranks[section.own_level] or 0)) is up and rank != ranks[section.own_level]
    ]
    chosen = pick(chance, fitting)
    after = chosen and reheaded(document, chosen[0], r"authority=\w+", f"authority={chosen[1]}")
    if not after:
        return None
    section, name = chosen
    facts = {"old_level": section.own_level, "new_level": name, "direction": "stricter" if up else "looser"}
    return Edit(after, (Expected("authority/raised" if up else "authority/lowered", **here(section), facts=facts),), moves_values=True)


@kind
def level_up(document: Document, chance: Random) -> Edit | None:
    """Fewer parties may override a policy."""
    return stepped(document, chance, up=True)


@kind
def level_down(document: Document, chance: Random) -> Edit | None:
    """More parties may override a policy."""
    return stepped(document, chance, up=False)


@kind
def level_dropped(document: Document, chance: Random) -> Edit | None:
    """A heading no longer states a level."""
    section = pick(chance, [one for one in document.spec.sections if one.own_level])
    after = section and reheaded(document, section, r"\s*authority=\w+", "")
    return after and Edit(after, (Expected("authority/unassigned", **here(section), facts={"old_level": section.own_level}),))


@kind
def level_given(document: Document, chance: Random) -> Edit | None:
    """A heading begins to state a level."""
    section = pick(chance, [one for one in document.spec.sections if not one.own_level and "{#" in one.text])
    if section is None or not document.has_levels:
        return None
    name = chance.choice([level.name for level in document.spec.ladder.levels if level.rank >= 0])
    after = reheaded(document, section, r"\{#([\w-]+)", rf"{{#\1 authority={name}")
    return after and Edit(after, (Expected("authority/assigned", **here(section), facts={"new_level": name}),))


@kind
def level_inserted(document: Document, chance: Random) -> Edit | None:
    """The list of levels has one more."""
    level = pick(chance, [one for one in document.spec.ladder.levels if one.place and one.rank >= 0])
    if level is None:
        return None
    name = chance.choice(("bedrock", "keystone", "registrar"))
    line = level.place.first_line
    item = re.match(r"\s*(?:\d+[.)]|[-*+]) +", document.lines[line - 1])
    if item is None:
        return None
    loose = ("",) if not document.lines[line - 2].strip() and level.rank else ()
    lines = (f"{item[0]}**{name.capitalize()}**: rules that the office of the {name} sends by letter.", *loose)
    after = document.changed(Change(line, line - 1, lines))
    return Edit(after, (Expected("authority/level-added", facts={"name": name, "below": level.name}),))


@kind
def level_no_longer_listed(document: Document, chance: Random) -> Edit | None:
    """The list of levels has one less; no heading states it."""
    used = {section.own_level for section in document.spec.sections}
    level = pick(chance, [one for one in document.spec.ladder.levels if one.place and one.name not in used])
    if level is None:
        return None
    last = document.after(level.place.last_line) - 1
    while document.lines[last].startswith("    "):
        last = document.after(last + 1) - 1
    after = document.changed(Change(level.place.first_line, last))
    return Edit(after, (Expected("authority/level-removed", facts={"name": level.name}),))


@kind
def level_renamed_everywhere(document: Document, chance: Random) -> Edit | None:
    """A level has another name: in the headings, in the lists of levels, and in running text.

    Where the level is called like a party ("user"), running text that speaks of the party stays.
    """
    used = {section.own_level for section in document.spec.sections if section.own_level}
    roles = {message.role for example in document.spec.examples for message in example.messages}
    name = pick(chance, sorted(used & {level.name for level in document.spec.ladder.levels if level.place}))
    if name is None:
        return None
    new = chance.choice([one for one in ("bedrock", "tier", "keystone", "charter") if one not in document.text.lower()])
    text = re.sub(rf"(\{{#[^}}]*authority=){name}\b", rf"\g<1>{new}", document.text)
    if name not in roles:
        text = re.sub(rf"(?<![\w#<_/=-]){name}(?![\w_])", new, text)
        text = re.sub(rf"(?<![\w#<_/=-]){name.capitalize()}(?![\w_])", new.capitalize(), text)
    else:
        text = re.sub(rf"\b{name}(?=-level)", new, text)
        text = re.sub(rf"(?m)^(\s*(?:\d+\.|[-*]) \*\*){name}(?=:?\*\*)", rf"\g<1>{new}", text)
        text = re.sub(rf"(?m)^(\s*(?:\d+\.|[-*]) \*\*){name.capitalize()}(?=:?\*\*)", rf"\g<1>{new.capitalize()}", text)
    return Edit(document.written(text), (Expected("authority/level-renamed", facts={"old_name": name, "new_name": new}),))
