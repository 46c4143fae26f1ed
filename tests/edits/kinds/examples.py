"""Edits of examples and of what they hold."""

import re
from random import Random

from edits.document import Change, Document, lines_of
from edits.edit import Edit, Expected, kind, pick
from specdiff.model.spec import Example, Message, Reply, Verdict

TITLES = (
    "two trains that leave at once",
    "a letter without a stamp",
    "asking for the shorter way",
    "the user mixes up two ports",
    "a recipe for nine people",
)
SAYINGS = (
    "By the way, the ferry to the island leaves at a quarter past nine.",
    "Could you also count the chairs in the second room?",
    "My sister painted the fence green last summer.",
    "There are fourteen boxes of oranges in the cellar.",
)
"""Sentences that no document at hand has."""
REASONS = ("mentions the ferry without being asked", "keeps the count of the chairs right", "forgets the colour of the fence")


def examples(document: Document) -> list[Example]:
    """Return the examples with a title of their own and a reply."""
    titles = [example.title for example in document.spec.examples]
    return [one for one in document.spec.examples if one.title and one.replies and titles.count(one.title) == 1]


def in_section(example: Example) -> dict[str, str]:
    return {"old": example.section, "new": example.section}


def marker(document: Document, reply: Reply) -> int | None:
    """Return the number of the line with a reply's verdict, ``None`` where it is written in another way than as a comment in the tag."""
    return next(
        (
            number
            for number in range(reply.place.first_line, reply.place.last_line + 1)
            if re.search(rf"<!-- *{reply.verdict.upper()}", document.lines[number - 1])
        ),
        None,
    )


@kind
def verdicts_swapped(document: Document, chance: Random) -> Edit | None:
    """A good reply is called bad, and a bad one good; the words stay."""
    fitting = []
    for example in examples(document):
        goods = [one for one in example.replies if one.verdict is Verdict.GOOD and marker(document, one)]
        bads = [one for one in example.replies if one.verdict is Verdict.BAD and marker(document, one)]
        fitting += [(example, good, bad) for good in goods for bad in bads]
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    example, good, bad = chosen
    changes = []
    for reply, verdict in ((good, "BAD"), (bad, "GOOD")):
        number = marker(document, reply)
        line = document.lines[number - 1].replace(reply.verdict.upper(), verdict, 1)
        changes.append(Change(number, number, (line,)))
    expected = [
        Expected("example/verdict-changed", **in_section(example), facts={"old_verdict": before, "new_verdict": after})
        for before, after in (("GOOD", "BAD"), ("BAD", "GOOD"))
    ]
    return Edit(document.changed(*changes), tuple(expected), moves_values=True)


@kind
def example_removed(document: Document, chance: Random) -> Edit | None:
    """An example is gone."""
    example = pick(chance, examples(document))
    if example is None:
        return None
    expected = Expected("example/removed", **in_section(example), facts={"title": example.title})
    return Edit(document.without(example), (expected,), moves_values=True)


@kind
def example_added(document: Document, chance: Random) -> Edit | None:
    """There is a new example."""
    neighbour = pick(chance, examples(document))
    if neighbour is None:
        return None
    title, (asks, good, bad) = chance.choice(TITLES), chance.sample(SAYINGS, 3)
    lines = (
        "", f"**Example**: {title}", "", "~~~xml", "<user>", asks, "</user>", "<comparison>", "<assistant> <!-- GOOD -->", good, "</assistant>",
        f"<assistant> <!-- BAD: {chance.choice(REASONS)} -->", bad, "</assistant>", "</comparison>", "~~~",
    )  # fmt: skip
    after = document.changed(Change(neighbour.place.last_line + 1, neighbour.place.last_line, lines))
    return Edit(after, (Expected("example/added", **in_section(neighbour), facts={"title": title}),), moves_values=True)


@kind
def example_moved(document: Document, chance: Random) -> Edit | None:
    """An example stands at the end of another section."""
    chosen = pick(
        chance,
        [(one, to) for one in examples(document) for to in document.spec.sections if to.id != one.section and to.depth and to.statements],
    )
    if chosen is None:
        return None
    example, section = chosen
    last = document.body(section).last_line
    block = ("", *lines_of(document.within(example.place)), "")
    gone = Change(example.place.first_line, document.after(example.place.last_line) - 1)
    after = document.changed(Change(last + 1, last, block), gone)
    return Edit(after, (Expected("example/moved", example.section, section.id, facts={"title": example.title, "within": False}),))


@kind
def example_moved_within_its_section(document: Document, chance: Random) -> Edit | None:
    """The first of several examples of a section stands behind the others."""
    fitting = []
    for section in document.spec.sections:
        ones = [one for one in section.examples if one in examples(document)]
        if len(ones) > 2 and not any(
            ones[0].place.first_line < one.place.first_line < ones[-1].place.first_line for one in section.statements
        ):
            fitting.append((ones[0], ones[-1]))
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    first, last = chosen
    block = ("", *lines_of(document.within(first.place)))
    gone = Change(first.place.first_line, document.after(first.place.last_line) - 1)
    after = document.changed(Change(last.place.last_line + 1, last.place.last_line, block), gone)
    return Edit(after, (Expected("example/moved", **in_section(first), facts={"title": first.title, "within": True}),))


@kind
def example_retitled(document: Document, chance: Random) -> Edit | None:
    """An example has another title."""
    example = pick(chance, examples(document))
    title = chance.choice(TITLES)
    after = example and document.replaced(example.place, example.title, title)
    return after and Edit(after, (Expected("example/retitled", **in_section(example), facts={"old_title": example.title, "title": title}),))


def said(document: Document, chance: Random, part: Message | Reply) -> Document | None:
    """Return the document with a sentence more or less in what somebody says, ``None`` where there is nothing to say it after."""
    lines = [number for number in range(part.place.first_line, part.place.last_line + 1) if plain(document.lines[number - 1])]
    if not lines:
        return None
    if len(lines) > 1 and chance.random() < 0.3:
        gone = chance.choice(lines)
        return document.changed(Change(gone, gone))
    number = chance.choice((lines[0], lines[-1]))
    return document.changed(Change(number, number, (f"{document.lines[number - 1]} {chance.choice(SAYINGS)}",)))


def plain(line: str) -> bool:
    """Whether a line of a conversation is running text."""
    return bool(re.match(r"[A-Za-z\"“'].*[.!?\"”)]\s*$", line)) and "<" not in line


def reply_edited(document: Document, chance: Random, verdict: Verdict) -> Edit | None:
    chosen = pick(chance, [(example, reply) for example in examples(document) for reply in example.replies if reply.verdict is verdict])
    after = chosen and said(document, chance, chosen[1])
    if not after:
        return None
    facts = {"title": chosen[0].title, "verdict": verdict.upper(), "what": "changed"}
    return Edit(after, (Expected("example/reply-changed", **in_section(chosen[0]), facts=facts),))


@kind
def good_reply_edited(document: Document, chance: Random) -> Edit | None:
    """What is held up as right says more or less."""
    return reply_edited(document, chance, Verdict.GOOD)


@kind
def bad_reply_edited(document: Document, chance: Random) -> Edit | None:
    """What is held up as wrong says more or less."""
    return reply_edited(document, chance, Verdict.BAD)


@kind
def reply_rewritten(document: Document, chance: Random) -> Edit | None:
    """A reply says something else altogether under the same verdict."""
    fitting = [(one, reply) for one in examples(document) for reply in one.replies if marker(document, reply) == reply.place.first_line]
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    example, reply = chosen
    facts = {"title": example.title, "verdict": reply.verdict.upper(), "what": "changed"}
    after = document.changed(Change(reply.place.first_line + 1, reply.place.last_line - 1, tuple(chance.sample(SAYINGS, 2))))
    return Edit(after, (Expected("example/reply-changed", **in_section(example), facts=facts),))


@kind
def reply_edited_by_a_word(document: Document, chance: Random) -> Edit | None:
    """One word of a reply is another one."""
    fitting = [
        (one, reply, number, word)
        for one in examples(document)
        for reply in one.replies
        for number in range(reply.place.first_line, reply.place.last_line + 1)
        if plain(document.lines[number - 1])
        for word in re.findall(r"(?<=\w )[a-z]{5,}(?= \w)", document.lines[number - 1])
    ]
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    example, reply, number, word = chosen
    line = document.lines[number - 1].replace(f" {word} ", " zeppelin ", 1)
    facts = {"title": example.title, "verdict": reply.verdict.upper(), "what": "changed"}
    return Edit(document.changed(Change(number, number, (line,))), (Expected("example/reply-changed", **in_section(example), facts=facts),))


@kind
def message_removed(document: Document, chance: Random) -> Edit | None:
    """A party says nothing any more in an example."""
    fitting = [(one, message) for one in examples(document) if len(one.messages) > 1 for message in one.messages if message.role]
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    example, message = chosen
    after = document.changed(Change(message.place.first_line, message.place.last_line))
    facts = {"title": example.title, "what": "is gone"}
    return Edit(after, (Expected("example/prompt-changed", **in_section(example), facts=facts),))


@kind
def example_retitled_moved_and_edited(document: Document, chance: Random) -> Edit | None:
    """An example has another title and another good reply, and stands in another section."""
    spec = document.spec
    fitting = [
        (example, reply, to)
        for example in examples(document)
        if len(example.replies) > 1
        for reply in example.replies
        if marker(document, reply) == reply.place.first_line
        for to in spec.sections
        if to.id != example.section and to.depth and to.statements
    ]
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    example, reply, section = chosen
    title = chance.choice(TITLES)
    first, last = reply.place.first_line - example.place.first_line, reply.place.last_line - example.place.first_line
    lines = list(document.within(example.place))
    lines[first + 1 : last] = chance.sample(SAYINGS, 2)
    block = ("", *"\n".join(lines).replace(example.title, title, 1).split("\n"), "")
    end = document.body(section).last_line
    gone = Change(example.place.first_line, document.after(example.place.last_line) - 1)
    expected = (
        Expected("example/moved", example.section, section.id, facts={"title": title}),
        Expected("example/retitled", example.section, section.id, facts={"old_title": example.title, "title": title}),
        Expected("example/reply-changed", example.section, section.id, facts={"verdict": reply.verdict.upper(), "what": "changed"}),
    )
    return Edit(document.changed(Change(end + 1, end, block), gone), expected, moves_values=True)


@kind
def reply_removed(document: Document, chance: Random) -> Edit | None:
    """An example lacks one of its replies."""
    fitting = [(one, reply) for one in examples(document) if len(one.replies) > 2 for reply in one.replies]
    chosen = pick(chance, fitting)
    if chosen is None:
        return None
    example, reply = chosen
    facts = {"title": example.title, "verdict": reply.verdict.upper(), "what": "is gone"}
    after = document.changed(Change(reply.place.first_line, reply.place.last_line))
    return Edit(after, (Expected("example/reply-changed", **in_section(example), facts=facts),), moves_values=True)


@kind
def reply_added(document: Document, chance: Random) -> Edit | None:
    """An example has another reply."""
    chosen = pick(chance, [(one, reply) for one in examples(document) for reply in one.replies if marker(document, reply)])
    if chosen is None:
        return None
    example, reply = chosen
    verdict = chance.choice(("GOOD", "BAD"))
    lines = (f"<assistant> <!-- {verdict}: {chance.choice(REASONS)} -->", *chance.sample(SAYINGS, 2), "</assistant>")
    facts = {"title": example.title, "verdict": verdict, "what": "is new"}
    after = document.changed(Change(reply.place.last_line + 1, reply.place.last_line, lines))
    return Edit(after, (Expected("example/reply-changed", **in_section(example), facts=facts),), moves_values=True)


@kind
def prompt_edited(document: Document, chance: Random) -> Edit | None:
    """What a party says before the replies is different."""
    chosen = pick(chance, [(one, message) for one in examples(document) for message in one.messages if message.role])
    after = chosen and said(document, chance, chosen[1])
    if not after:
        return None
    facts = {"title": chosen[0].title, "part": f"{chosen[1].role} message", "what": "changed"}
    return Edit(after, (Expected("example/prompt-changed", **in_section(chosen[0]), facts=facts),))


@kind
def reason_changed(document: Document, chance: Random) -> Edit | None:
    """The reason for a verdict is another one, is given now, or no longer given."""
    chosen = pick(chance, [(one, reply) for one in examples(document) for reply in one.replies if marker(document, reply)])
    if chosen is None:
        return None
    example, reply = chosen
    number = marker(document, reply)
    line = document.lines[number - 1]
    if reply.reason not in line:
        return None
    what = "changed" if reply.reason else "is given now"
    new = chance.choice(REASONS)
    if reply.reason and chance.random() < 0.3:
        new, what = "", "is no longer given"
    tag = "".join(f"[#{one}]" for one in reply.tags)
    mark = f"<!-- {reply.verdict.upper()}{tag}{': ' if new else ''}{new} -->"
    after = document.changed(Change(number, number, (re.sub(r"<!--.*?-->", mark.replace("\\", r"\\"), line),)))
    facts = {"title": example.title, "verdict": reply.verdict.upper(), "what": what}
    return Edit(after, (Expected("example/reason-changed", **in_section(example), facts=facts),), moves_values=True)
