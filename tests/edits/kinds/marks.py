"""Edits of references, footnotes, commentary and definitions."""

from dataclasses import replace
from random import Random

from edits.document import Change, Document
from edits.edit import Edit, Expected, here, kind, pick
from edits.kinds.examples import SAYINGS
from specdiff.model.spec import EvalPrompt, Reference, Section, Spelling, Statement


def redirected(document: Document, reference: Reference, target: str) -> Document | None:
    """Return the document with a reference that names another target, ``None`` where it is written more than once there."""
    return document.replaced(reference.place, reference.text, reference.text.replace(f"#{reference.target}", f"#{target}"))


def references(document: Document) -> list[Reference]:
    """Return the references in running text and examples that lead somewhere and are written out."""
    return [
        one
        for one in document.spec.references
        if one.spelling is not Spelling.VERDICT and document.spec.target(one.target) and f"#{one.target}" in one.text
    ]


@kind
def reference_retargeted(document: Document, chance: Random) -> Edit | None:
    """A reference leads to another section."""
    reference = pick(chance, references(document))
    if reference is None:
        return None
    before = document.spec.target(reference.target)
    target = pick(chance, [one.anchor for one in document.spec.sections if one.anchor and one is not before])
    after = target and redirected(document, reference, target)
    facts = {"old_target": reference.target, "new_target": target}
    return after and Edit(after, (Expected("reference/retargeted", **here(document.spec.by_id[reference.section]), facts=facts),))


@kind
def verdict_with_another_reference(document: Document, chance: Random) -> Edit | None:
    """A verdict names another section."""
    reference = _tagged(document, chance)
    if reference is None:
        return None
    before = document.spec.target(reference.target)
    target = pick(chance, [one.anchor for one in document.spec.sections if one.anchor and one is not before])
    after = target and document.replaced(reference.place, f"[#{reference.target}]", f"[#{target}]")
    facts = {"what": "names other policies"}
    return after and Edit(after, (Expected("example/reason-changed", **here(document.spec.by_id[reference.section]), facts=facts),))


@kind
def verdict_with_a_broken_reference(document: Document, chance: Random) -> Edit | None:
    """A verdict names a section that is not there."""
    reference = _tagged(document, chance)
    after = reference and document.replaced(reference.place, f"[#{reference.target}]", "[#nowhere_at_all]")
    facts = {"target": "nowhere_at_all", "was": reference.target} if reference else {}
    return after and Edit(after, (Expected("reference/broken", **here(document.spec.by_id[reference.section]), facts=facts),))


def _tagged(document: Document, chance: Random) -> Reference | None:
    """Return a reference in the tag of a verdict."""
    return pick(chance, [one for one in document.spec.references if one.spelling is Spelling.VERDICT and document.spec.target(one.target)])


@kind
def reference_broken(document: Document, chance: Random) -> Edit | None:
    """A reference names an anchor that no heading has."""
    reference = pick(chance, references(document))
    if reference is None:
        return None
    target = chance.choice((f"{reference.target}_old", reference.target[:-2], "nowhere_at_all"))
    after = None if document.spec.target(target) else redirected(document, reference, target)
    facts = {"target": target, "was": reference.target}
    return after and Edit(after, (Expected("reference/broken", **here(document.spec.by_id[reference.section]), facts=facts),))


def marks(document: Document) -> list[EvalPrompt]:
    """Return the footnote marks that name a file."""
    return [one for one in document.spec.eval_prompts if one.marked and one.body is not None]


def unmarked(document: Document, prompt: EvalPrompt) -> Document | None:
    return document.replaced(prompt.place, f"[^{prompt.id}]", "")


@kind
def footnote_dropped(document: Document, chance: Random) -> Edit | None:
    """A footnote mark is gone, the prompt that it named is left behind."""
    prompt = pick(chance, marks(document))
    after = prompt and unmarked(document, prompt)
    return after and Edit(after, (Expected("eval-prompt/orphaned", facts={"id": prompt.id}),))


@kind
def footnote_and_prompt_dropped(document: Document, chance: Random) -> Edit | None:
    """A footnote mark is gone with the prompt that it named."""
    prompt = pick(chance, marks(document))
    after = prompt and unmarked(document, prompt)
    if not after:
        return None
    kept = {path: text for path, text in document.companions.items() if path != prompt.body_place.path}
    section = document.spec.by_id[prompt.section]
    return Edit(replace(after, companions=kept), (Expected("eval-prompt/removed", **here(section), facts={"id": prompt.id}),))


@kind
def footnote_moved(document: Document, chance: Random) -> Edit | None:
    """A footnote mark hangs on another sentence."""
    ends = [one for one in document.spec.statements if plain(document, one)]
    prompt = pick(chance, marks(document))
    to = pick(chance, [one for one in ends if prompt and one is not prompt.statement and one.place.first_line != prompt.place.first_line])
    after = to and unmarked(document, prompt)
    after = after and after.replaced(to.place, to.text, f"{to.text[:-1]}[^{prompt.id}]{to.text[-1]}")
    return after and Edit(after, (Expected("eval-prompt/moved", prompt.section, to.section, facts={"id": prompt.id}),))


def plain(document: Document, statement: Statement) -> bool:
    """Whether a sentence stands in one line, ends with a full stop and has no mark of its own."""
    line = document.lines[statement.place.first_line - 1]
    return line.count(statement.text) == 1 and statement.text.endswith(".") and not statement.footnotes


@kind
def prompt_file_edited(document: Document, chance: Random) -> Edit | None:
    """The file of an eval prompt says something else."""
    prompt = pick(chance, marks(document))
    if prompt is None:
        return None
    path = prompt.body_place.path
    text = document.companions[path].rstrip("\n") + f"\n\n{chance.choice(SAYINGS)}\n"
    after = replace(document, companions={**document.companions, path: text})
    return Edit(after, (Expected("eval-prompt/changed", facts={"id": prompt.id}),))


@kind
def commentary_removed(document: Document, chance: Random) -> Edit | None:
    """A block that explains a section is gone."""
    block = pick(chance, [one for one in document.spec.commentary if one.statements])
    return block and Edit(
        document.without(block), (Expected("commentary/removed", **here(document.spec.by_id[block.section])),), moves_values=True
    )


@kind
def commentary_added(document: Document, chance: Random) -> Edit | None:
    """There is a new block that explains a section."""
    spec = document.spec
    section = pick(chance, [one for one in spec.sections if spec.commentary and not one.commentary and one.statements and one.depth])
    if section is None:
        return None
    last = document.body(section).last_line
    lines = ("", '!!! meta "Commentary"', *(f"    {one}" for one in chance.sample(SAYINGS, 2)), "")
    return Edit(document.changed(Change(last + 1, last, lines)), (Expected("commentary/added", **here(section)),))


@kind
def definition_changed(document: Document, chance: Random) -> Edit | None:
    """The definition of a term says more or something else."""
    fitting = [(one, sentence) for one in document.spec.definitions for sentence in one.statements if plain(document, sentence)]
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    definition, sentence = chosen
    said = chance.choice((" that was made in the northern office", ", also on the day after a public holiday", " or its northern office"))
    after = document.replaced(sentence.place, sentence.text, f"{sentence.text[:-1]}{said}.")
    facts = {"term": definition.term}
    return after and Edit(after, (Expected("definition/changed", **_in(document, definition.section), facts=facts),), moves_values=True)


@kind
def definition_removed(document: Document, chance: Random) -> Edit | None:
    """A term is defined no more."""
    definition = pick(chance, document.spec.definitions)
    return definition and Edit(
        document.without(definition),
        (Expected("definition/removed", **_in(document, definition.section), facts={"term": definition.term}),),
        moves_values=True,
    )


def _in(document: Document, section: str) -> dict[str, str]:
    found: Section = document.spec.by_id[section]
    return here(found)
