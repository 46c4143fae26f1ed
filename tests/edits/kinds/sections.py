"""Edits of sections as wholes: gone, new, elsewhere, taken apart, put together."""

import re
from collections.abc import Iterator
from random import Random

from edits.document import Change, Document, lines_of
from edits.edit import ANY, Edit, Expected, here, kind, pick
from edits.kinds.headings import TITLES, pointing
from specdiff.model.spec import Section

ALONE = r"(?!First|Second|Third|Last|Finally|Also|However|For example|This|These|That|Such)[A-Z]"
"""How a paragraph begins that leans on none before it."""
DEEPEST, LEAST = 5, 3
"""The greatest depth of a section that gets another one below it, and the least number of sentences and examples of a part."""
RULES = (
    "Meeting rooms must be booked at least two days ahead.",
    "The assistant should thank people who report a mistake.",
    "Nobody may change a booking that somebody else made, unless the owner agreed in writing.",
    "If a reply would take longer than a minute, the assistant should say so first.",
    "Old catalogues may be given away after ten years.",
    "The assistant must not guess the size of an attachment that it has not opened.",
    "Printed copies are kept in the archive of the northern office.",
    "When a form is incomplete, the assistant should list the missing fields.",
    "Holiday closures are announced on the notice board a month before.",
)
"""Sentences that no document at hand has."""


def below(document: Document, section: Section) -> Iterator[Section]:
    """Yield a section and those below it."""
    yield section
    for child in document.spec.children.get(section.id, ()):
        yield from below(document, child)


def ranks_levels(document: Document, section: Section) -> bool:
    """Whether levels of authority are listed in a section or below it."""
    spec = document.spec
    places = [level.place for level in spec.ladder.levels if level.place] + [order.place for order in spec.orders if order.levels]
    return any(section.span.holds(place) for place in places)


def bare(section: Section) -> bool:
    """Whether a section is nothing but a heading."""
    return not (section.statements or section.examples or section.commentary or section.definitions)


def movable(document: Document) -> list[Section]:
    """Return sections with a heading that say something, and do not list the levels themselves."""
    return [
        section
        for section in document.spec.sections
        if section.depth and section.title and not bare(section) and not ranks_levels(document, section)
        if len({one.title for one in document.spec.sections if one.title == section.title}) == 1
    ]


def block(document: Document, section: Section) -> tuple[str, ...]:
    """Return the lines of a section and all below it, with one blank line around."""
    return ("", *lines_of(document.within(section.span)), "")


def heading(document: Document, like: Section, title: str, anchor: str) -> str:
    """Return a heading of the same depth and level as another one."""
    if not document.has_levels and not like.anchor:
        return f"{'#' * like.depth} {title}"
    level = f" authority={like.own_level}" if like.own_level else ""
    return f"{'#' * like.depth} {title} {{#{anchor}{level}}}"


def outside(document: Document, section: Section) -> list[str]:
    """Return the ids of the sections outside of one whose references lead into it, one for each reference."""
    inside = {one.id for one in below(document, section)}
    return [one for target in below(document, section) for one in pointing(document, target) if one not in inside]


@kind
def section_removed(document: Document, chance: Random) -> Edit | None:
    """A section is gone, with those below it and the references to it left behind."""
    fitting = [one for one in movable(document) if len(list(below(document, one))) < 4 and len(outside(document, one)) < 4]
    section = pick(chance, fitting)
    if section is None:
        return None
    after = document.changed(Change(section.span.first_line, section.span.last_line))
    gone = [Expected("section/removed", one.id, None, facts={"title": one.title}) for one in below(document, section)]
    broken = [Expected("reference/broken", where, ANY) for where in outside(document, section)]
    return Edit(after, (*gone, *broken), moves_values=True)


@kind
def section_added(document: Document, chance: Random) -> Edit | None:
    """There is a new section, with rules that no other has."""
    neighbour = pick(chance, movable(document))
    if neighbour is None:
        return None
    title = chance.choice(TITLES)
    rules = chance.sample(RULES, chance.randint(2, 5))
    lines = ("", heading(document, neighbour, title, "a_new_part"), "", *(line for rule in rules for line in (rule, "")))
    after = document.changed(Change(neighbour.span.last_line + 1, neighbour.span.last_line, lines))
    return Edit(after, (Expected("section/added", None, ANY, facts={"title": title}),), moves_values=True)


@kind
def section_moved(document: Document, chance: Random) -> Edit | None:
    """A section stands below another one, at the same depth and level."""
    spec = document.spec
    fitting = [
        (section, parent)
        for section in movable(document)
        for parent in spec.sections
        if parent.depth == section.depth - 1 and parent.id != section.parent and spec.children.get(parent.id)
        if section.own_level or section.level == parent.level
    ]
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    section, parent = chosen
    last = parent.span.last_line
    after = document.changed(Change(last + 1, last, block(document, section)), Change(section.span.first_line, section.span.last_line))
    facts = {"title": section.title, "new_parent": f"“{parent.title}”"}
    return Edit(after, (Expected("section/moved", section.id, facts=facts),))


@kind
def sections_in_another_order(document: Document, chance: Random) -> Edit | None:
    """A section stands elsewhere among its siblings. Of two that change places either may be the one that moved."""
    fitting = [
        (one, other)
        for one in movable(document)
        for other in document.spec.children.get(one.parent, ())
        if one.index != other.index and one.index != other.index + 1 and one.depth == other.depth
    ]
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    section, before = chosen
    first = before.span.last_line + 1
    after = document.changed(Change(first, first - 1, block(document, section)), Change(section.span.first_line, section.span.last_line))
    passed = before.index - section.index if before.index > section.index else section.index - before.index - 1
    facts = {"title": section.title} if passed > 1 else {}
    return Edit(after, (Expected("section/reordered", facts=facts),))


@kind
def section_moved_below_the_one_before(document: Document, chance: Random) -> Edit | None:
    """A section's heading is one deeper, so that it is part of the section before it."""
    fitting = [
        (section, siblings[section.index - 1])
        for section in movable(document)
        for siblings in [document.spec.children.get(section.parent, ())]
        if section.index > 0 and not document.spec.children.get(section.id) and document.lines[section.place.first_line - 1].startswith("#")
        if siblings[section.index - 1].depth == section.depth and (section.own_level or siblings[section.index - 1].level == section.level)
    ]
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    section, before = chosen
    line = section.place.first_line
    after = document.changed(Change(line, line, (f"#{document.lines[line - 1]}",)))
    facts = {"title": section.title, "new_parent": f"“{before.title}”"}
    return Edit(after, (Expected("section/moved", section.id, facts=facts),))


def halves(document: Document) -> list[tuple[Section, int]]:
    """Return sections with the number of a line at which they may be cut in two."""
    fitting = []
    for section in movable(document):
        blocks = [*section.statements, *section.examples]
        starts = sorted({one.place.first_line for one in blocks})
        cuts = [line for line in starts if not document.lines[line - 2].strip() and re.match(ALONE, document.lines[line - 1])]
        for cut in cuts:
            first = sum(one.place.first_line < cut for one in blocks)
            if min(first, len(blocks) - first) >= LEAST and not section.definitions and not document.spec.children.get(section.id):
                fitting.append((section, cut))
    return fitting


@kind
def section_split(document: Document, chance: Random) -> Edit | None:
    """The second half of a section stands under a heading of its own, at the same level."""
    chosen = pick(chance, halves(document))
    if chosen is None:
        return None
    section, cut = chosen
    title = chance.choice(TITLES)
    after = document.changed(Change(cut, cut - 1, (heading(document, section, title, "second_part"), "")))
    return Edit(after, (Expected("section/split", section.id, facts={"title": section.title, "parts": (title,)}),))


@kind
def section_split_by_a_subheading(document: Document, chance: Random) -> Edit | None:
    """The second half of a section stands under a heading below it."""
    chosen = pick(chance, [one for one in halves(document) if one[0].depth < DEEPEST])
    if chosen is None:
        return None
    section, cut = chosen
    title = chance.choice(TITLES)
    line = "#" + heading(document, section, title, "second_part")
    after = document.changed(Change(cut, cut - 1, (line, "")))
    return Edit(after, (Expected("section/split", section.id, facts={"title": section.title, "parts": (title,)}),))


@kind
def section_split_in_two_places(document: Document, chance: Random) -> Edit | None:
    """The second half of a section stands under a heading of its own, behind another section."""
    chosen = pick(chance, halves(document))
    if chosen is None:
        return None
    section, cut = chosen
    others = [one for one in movable(document) if one.depth == section.depth and one.parent == section.parent and one is not section]
    other = pick(chance, others)
    if other is None:
        return None
    title = chance.choice(TITLES)
    body = document.body(section)
    half = lines_of(document.lines[cut - 1 : body.last_line])
    lines = ("", heading(document, section, title, "second_part"), "", *half, "")
    after = document.changed(Change(cut, body.last_line), Change(other.span.last_line + 1, other.span.last_line, lines))
    return Edit(after, (Expected("section/split", section.id, facts={"title": section.title, "parts": (title,)}),))


def dissolvable(document: Document, section: Section) -> bool:
    """Whether a section's heading may go without changing more than where its contents belong."""
    if document.spec.children.get(section.id) or section.tags or section.definitions or pointing(document, section):
        return False
    return len(section.statements) + len(section.examples) >= LEAST


@kind
def section_merged_into_the_one_above(document: Document, chance: Random) -> Edit | None:
    """The heading of a first subsection is gone, so that what it held belongs to the section around it."""
    spec = document.spec
    fitting = [
        (spec.by_id[section.parent], section)
        for section in movable(document)
        if section.index == 0 and section.parent and dissolvable(document, section)
        if spec.by_id[section.parent].level == section.level and not bare(spec.by_id[section.parent])
    ]
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    above, section = chosen
    after = document.changed(Change(section.place.first_line, section.place.last_line))
    return Edit(after, (Expected("section/merged", section.id, above.id, facts={"parts": (section.title,)}),))


@kind
def section_merged_elsewhere(document: Document, chance: Random) -> Edit | None:
    """What a section held stands at the end of another one of the same level."""
    fitting = [
        (section, other)
        for section in movable(document)
        if dissolvable(document, section)
        for other in movable(document)
        if other is not section and other.level == section.level and not other.definitions and other.id != section.parent
    ]
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    section, other = chosen
    last = document.body(other).last_line
    held = lines_of(document.lines[section.place.last_line : section.span.last_line])
    after = document.changed(Change(last + 1, last, ("", *held, "")), Change(section.span.first_line, section.span.last_line))
    return Edit(after, (Expected("section/merged", section.id, other.id, facts={"parts": (section.title,)}),))


@kind
def section_retitled_moved_and_changed_in_level(document: Document, chance: Random) -> Edit | None:
    """One section has another title, another level and another section around it."""
    spec = document.spec
    ranked = [level.name for level in spec.ladder.levels if level.rank >= 0]
    fitting = [
        (section, parent)
        for section in movable(document)
        if section.own_level in ranked and section.anchor and not section.definitions and section.title in section.text
        for parent in spec.sections
        if parent.depth == section.depth - 1 and parent.id != section.parent and spec.children.get(parent.id)
    ]
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    section, parent = chosen
    title, level = chance.choice(TITLES), chance.choice([one for one in ranked if one != section.own_level])
    head, *rest = lines_of(document.within(section.span))
    head = head.replace(section.title, title, 1).replace(f"authority={section.own_level}", f"authority={level}")
    last = parent.span.last_line
    after = document.changed(Change(last + 1, last, ("", head, *rest, "")), Change(section.span.first_line, section.span.last_line))
    up = ranked.index(level) < ranked.index(section.own_level)
    expected = (
        Expected("section/renamed", **here(section), facts={"old_title": section.title, "new_title": title}),
        Expected("section/moved", **here(section), facts={"new_parent": f"“{parent.title}”"}),
        Expected("authority/raised" if up else "authority/lowered", **here(section), facts={"new_level": level}),
    )
    return Edit(after, expected, moves_values=True)


@kind
def sections_merged(document: Document, chance: Random) -> Edit | None:
    """A section's heading is gone, so that what it held belongs to the one before it, of the same level."""
    spec = document.spec
    fitting = []
    for section in movable(document):
        siblings = spec.children.get(section.parent, ())
        before = siblings[section.index - 1] if 0 < section.index < len(siblings) else None
        if (
            before
            and not bare(before)
            and not spec.children.get(before.id)
            and before.level == section.level
            and dissolvable(document, section)
        ):
            fitting.append((before, section))
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    before, section = chosen
    after = document.changed(Change(section.place.first_line, section.place.last_line))
    return Edit(after, (Expected("section/merged", section.id, before.id, facts={"parts": (section.title,)}),))
