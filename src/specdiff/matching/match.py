"""The line of the matching: sections by their headings, contents by those, sections by their contents, and all the rest by both."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from specdiff.matching.became import Became
from specdiff.matching.candidates import Search
from specdiff.matching.controls import pair_controls
from specdiff.matching.divided import divided
from specdiff.matching.examples import Examples
from specdiff.matching.headings import Headings
from specdiff.matching.hosts import hosts
from specdiff.matching.levels import pair_levels
from specdiff.matching.links import Link, relate
from specdiff.matching.marks import pair_blocks, pair_orders, pair_prompts, pair_references
from specdiff.matching.order import shifted_contents, shifted_sections
from specdiff.matching.renumbered import renumbered
from specdiff.matching.sections import by_contents, parted, weigh
from specdiff.matching.statements import Statements
from specdiff.matching.turns import pair_messages, pair_replies
from specdiff.matching.yardstick import Yardstick
from specdiff.model.change import Change, Kept, Matching, Merged, Split
from specdiff.model.settings import Settings
from specdiff.model.spec import Message, Node, Reply, Section, Spec

N = TypeVar("N", bound=Node)

ROUNDS = 6
"""Rounds of looking for sections by what they hold at most; two or three are usual."""
COARSE = "The texts differ so much that only the likeliest pairs of sentences were compared; some moved ones may be reported as removed and added."


def match(old: Spec, new: Spec, settings: Settings) -> Matching:
    """Return which node of *old* is which node of *new*."""
    yard = Yardstick([node.words for node in old.statements], [node.words for node in new.statements])
    search = Search(yard)
    headings, statements, examples = _skeleton(old, new, settings, search)
    became = _became(old, new, headings, yard)
    contents = weigh(old, new, statements.values(), examples.values(), became.sections)
    turned = shifted_contents(old, new, became, statements, examples)

    successors = {id(old.statements[link.old]): new.statements[link.new] for link in statements.values()}

    definitions = pair_blocks(old.definitions, new.definitions, became, search, lambda node: node.term.casefold())
    commentary = pair_blocks(old.commentary, new.commentary, became, search, lambda _: "", lone=True)
    orders = pair_orders(old.orders, new.orders, became)
    references = pair_references(old.references, new.references, hosts(old, new, statements, examples), became)
    prompts = pair_prompts(old.eval_prompts, new.eval_prompts, successors)
    messages, replies = _inside(old, new, examples, yard)
    sections = _sections(headings, parted(headings, contents), yard)
    said = divided(_related(old.statements, new.statements, statements, became, turned[0]), old.statements, new.statements)
    return Matching(
        old=old,
        new=new,
        levels=relate(old.ladder.levels, new.ladder.levels, pair_levels(old, new, became.sections, yard)),
        sections=sections,
        statements=said,
        examples=_related(old.examples, new.examples, examples, became, turned[1]),
        messages=messages,
        replies=replies,
        commentary=_related(old.commentary, new.commentary, commentary.links, became),
        definitions=_related(old.definitions, new.definitions, definitions.links, became),
        references=_related(old.references, new.references, references.links, became),
        orders=_related(old.orders, new.orders, orders.links, became),
        eval_prompts=_related(old.eval_prompts, new.eval_prompts, prompts.links, became),
        controls=pair_controls(old.controls, new.controls),
        renumbered=renumbered(sections, said),
        notes=(COARSE,) if search.coarse else (),
        coarse=search.coarse,
    )


Links = Mapping[int, Link]


def _skeleton(old: Spec, new: Spec, settings: Settings, search: Search) -> tuple[Headings, Links, Links]:
    """Return the sections, statements and examples: each round knows more sections, until none is added."""
    headings = Headings(old, new)
    headings.declared(settings.renames)
    headings.anchors()
    headings.top()
    headings.contents()
    headings.titles()
    for left in reversed(range(ROUNDS)):
        became = _became(old, new, headings, search.yard)
        statements = Statements(old.statements, new.statements, became, search).run()
        examples = Examples(old.examples, new.examples, became, search).run()
        contents = weigh(old, new, statements.values(), examples.values(), became.sections)
        if not left or not (by_contents(headings, contents, search.yard) or headings.titles() or headings.twins() or headings.numbered()):
            break
        headings.titles()
    return headings, statements, examples


def _became(old: Spec, new: Spec, headings: Headings, yard: Yardstick) -> Became:
    """Return what is known so far: sections, and levels as the sections tell."""
    sections = headings.became
    levels = pair_levels(old, new, sections, yard).values()
    before, after = old.ladder.levels, new.ladder.levels
    return Became(sections, {before[link.old].name.casefold(): after[link.new].name.casefold() for link in levels})


def _related(old: Sequence[N], new: Sequence[N], links: Links, became: Became, reordered: Iterable[int] = ()) -> tuple[Change[N], ...]:
    moved = [one for one, link in links.items() if became.old(old[one].section) != became.new(new[link.new].section)]
    return relate(old, new, links, moved, reordered)


def _inside(old: Spec, new: Spec, examples: Links, yard: Yardstick) -> tuple[tuple[Change[Message], ...], tuple[Change[Reply], ...]]:
    """Return what became of the messages and replies of the kept examples."""
    messages: list[Change[Message]] = []
    replies: list[Change[Reply]] = []
    for link in examples.values():
        before, after = old.examples[link.old], new.examples[link.new]
        messages.extend(relate(before.messages, after.messages, pair_messages(before.messages, after.messages, yard)))
        replies.extend(relate(before.replies, after.replies, pair_replies(before.replies, after.replies, yard)))
    return tuple(messages), tuple(replies)


def _sections(headings: Headings, parts: tuple[Change[Section], ...], yard: Yardstick) -> tuple[Change[Section], ...]:
    """Return what became of each section; one that came apart or was put together is not also removed or added."""
    told = {id(change.old) for change in parts if isinstance(change, Split)} | {
        id(change.new) for change in parts if isinstance(change, Merged)
    }
    links = headings.scored(yard)
    moved, reordered = shifted_sections(headings)
    plain = relate(headings.old, headings.new, links, moved, reordered)
    single = tuple(
        change
        for change in plain
        if isinstance(change, Kept) or id(getattr(change, "old", None) or getattr(change, "new", None)) not in told
    )
    return (*single, *parts)
