"""Edits of sections as wholes: gone, new, elsewhere, taken apart, put together."""

from collections.abc import Iterator
from random import Random

from edits.document import Change, Document, lines_of
from edits.edit import ANY, Edit, Expected, kind, pick
from edits.kinds.headings import TITLES, pointing
from specdiff.model.spec import Section

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


@kind
def section_split(document: Document, chance: Random) -> Edit | None:
    """The second half of a section stands under a heading of its own, at the same level."""
    fitting = []
    for section in movable(document):
        body = document.body(section)
        blocks = [*section.statements, *section.examples]
        starts = sorted({one.place.first_line for one in blocks})
        cuts = [line for line in starts if not document.lines[line - 2].strip() and not document.lines[line - 1].startswith((" ", "\t"))]
        for cut in cuts:
            halves = [one for one in blocks if one.place.first_line < cut], [one for one in blocks if one.place.first_line >= cut]
            if all(len(half) >= 3 for half in halves) and document.lines[cut - 1][:1].isupper():
                fitting.append((section, cut, body))
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    section, cut, body = chosen
    title = chance.choice(TITLES)
    after = document.changed(Change(cut, cut - 1, (heading(document, section, title, "second_part"), "")))
    return Edit(after, (Expected("section/split", section.id, facts={"title": section.title, "parts": (title,)}),))


@kind
def sections_merged(document: Document, chance: Random) -> Edit | None:
    """A section's heading is gone, so that what it held belongs to the one before it, of the same level."""
    spec = document.spec
    fitting = []
    for section in movable(document):
        siblings = spec.children.get(section.parent, ())
        before = siblings[section.index - 1] if 0 < section.index < len(siblings) else None
        if before is None or bare(before) or spec.children.get(section.id) or spec.children.get(before.id):
            continue
        if (
            before.level == section.level
            and not section.tags
            and len(section.statements) + len(section.examples) >= 3
            and not pointing(document, section)
        ):
            fitting.append((before, section))
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    before, section = chosen
    after = document.changed(Change(section.place.first_line, section.place.last_line))
    return Edit(after, (Expected("section/merged", section.id, before.id, facts={"parts": (section.title,)}),))
