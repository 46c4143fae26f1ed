"""Edits of a heading: its anchor, its title, its tags."""

import re
from random import Random

from edits.document import Change, Document
from edits.edit import Edit, Expected, here, kind, pick
from edits.kinds.levels import reheaded
from specdiff.model.spec import Section

TITLES = (
    "Leave room for other views", "What to do at the end of a visit", "Limits of advice", "Working side by side", "Keep records short",
    "Taking turns", "Before the first meeting", "Questions about schedules", "How complaints are handled", "Use of numbers and units",
)  # fmt: skip
"""Titles that no document at hand has."""


def anchored(document: Document) -> list[Section]:
    return [section for section in document.spec.sections if section.anchor and f"{{#{section.anchor}" in section.text]


def renamable(document: Document) -> list[Section]:
    """Return the sections whose title may change without changing more: none that holds definitions, which the title may make them."""
    return [
        one
        for one in document.spec.sections
        if one.depth and one.title and one.title in document.lines[one.place.first_line - 1] and not one.definitions
    ]


def pointing(document: Document, section: Section) -> list[str]:
    """Return the ids of the sections whose references lead to a section, one for each reference."""
    return [one.section for one in document.spec.references if document.spec.target(one.target) is section]


@kind
def anchor_changed(document: Document, chance: Random) -> Edit | None:
    """A section has another anchor, and all references to it follow."""
    section = pick(chance, anchored(document))
    if section is None:
        return None
    new = chance.choice((f"{section.anchor}_policy", f"on_{section.anchor}", "part_seven_b", "keeping_time"))
    text = re.sub(rf"(\{{#|\]\(#|\[#){re.escape(section.anchor)}(?=[\s}})\]])", rf"\g<1>{new}", document.text)
    expected = Expected("section/id-changed", section.id, new, facts={"old_id": section.anchor, "new_id": new})
    return Edit(document.written(text), (expected,))


@kind
def anchor_changed_alone(document: Document, chance: Random) -> Edit | None:
    """A section has another anchor, and the references to it are left behind."""
    fitting = [section for section in anchored(document) if 0 < len(pointing(document, section)) < 6]
    section = pick(chance, fitting)
    if section is None:
        return None
    new = chance.choice((f"{section.anchor}_policy", "part_seven_b"))
    after = reheaded(document, section, rf"\{{#{re.escape(section.anchor)}\b", f"{{#{new}")
    broken = [Expected("reference/broken", facts={"target": section.anchor}) for _ in pointing(document, section)]
    return after and Edit(after, (Expected("section/id-changed", section.id, new), *broken))


@kind
def section_retitled(document: Document, chance: Random) -> Edit | None:
    """A section has another title, its anchor stays. A title may be an instruction ("Do not …")."""
    section = pick(chance, [one for one in renamable(document) if one.anchor or not pointing(document, one)])
    if section is None:
        return None
    title = chance.choice(TITLES)
    line = document.lines[section.place.first_line - 1]
    after = document.changed(Change(section.place.first_line, section.place.first_line, (line.replace(section.title, title, 1),)))
    new = section.id if section.anchor else next(one.id for one in after.spec.sections if one.title == title)
    return Edit(
        after, (Expected("section/renamed", section.id, new, facts={"old_title": section.title, "new_title": title}),), moves_values=True
    )


@kind
def retitled_with_another_anchor(document: Document, chance: Random) -> Edit | None:
    """A section has another title and another anchor; the references to it follow."""
    named = anchored(document)
    section = pick(chance, [one for one in renamable(document) if one in named and one.statements])
    if section is None:
        return None
    title = chance.choice(TITLES)
    retitled = reheaded(document, section, re.escape(section.title), title)
    text = retitled and re.sub(rf"(\{{#|\]\(#|\[#){re.escape(section.anchor)}(?=[\s}})\]])", r"\g<1>another_part", retitled.text)
    facts = {"old_title": section.title, "new_title": title}
    return text and Edit(document.written(text), (Expected("section/renamed", section.id, "another_part", facts=facts),), moves_values=True)


@kind
def tag_added(document: Document, chance: Random) -> Edit | None:
    """A heading says that its section is for some only."""
    section = pick(chance, [one for one in anchored(document) if not one.tags])
    tag = chance.choice(("under_18", "enterprise", "voice", "beta"))
    after = section and reheaded(document, section, r"\}\s*$", f" tags={tag}}}")
    return after and Edit(after, (Expected("scope/tagged", **here(section), facts={"tags": (tag,)}),))


@kind
def tag_removed(document: Document, chance: Random) -> Edit | None:
    """A heading no longer says that its section is for some only."""
    section = pick(chance, [one for one in anchored(document) if one.tags and "tags=" in one.text])
    after = section and reheaded(document, section, r"\s*tags=[\w,]+", "")
    return after and Edit(after, (Expected("scope/untagged", **here(section), facts={"tags": section.tags}),))
