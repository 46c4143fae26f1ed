"""Edits that mean nothing: nothing above editorial may be said of them."""

import re
from collections.abc import Iterator
from random import Random
from typing import Any

from edits.document import Change, Document
from edits.edit import Edit, kind

ITEM = re.compile(r"(\s*)([-*+]|\d+[.)])( +)(?=\S)")
SPECIAL = re.compile(r"\s*([-*+#>|=~<!:_]|\d+[.)]|`{3}|\[[^\]]*\]:|\*\*Example)")
"""A line that begins like this may be more than running text."""
FENCE = re.compile(r"\s*(`{3,}|~{3,})")


def prose(document: Document) -> list[int]:
    """Return the numbers of the lines outside fenced blocks and the front matter."""
    found, fence = [], ""
    front = document.lines.index("---", 1) + 1 if document.lines[0] == "---" else 0
    for number, line in enumerate(document.lines[front:], front + 1):
        mark = FENCE.match(line)
        if not fence and mark:
            fence = mark[1]
        elif fence:
            closes = mark and mark[1][0] == fence[0] and len(mark[1]) >= len(fence) and not line[mark.end() :].strip()
            fence = "" if closes else fence
        else:
            found.append(number)
    return found


def some(chance: Random, found: list[int]) -> list[int]:
    """Return one, about a third, or all of some lines."""
    share = chance.choice((0.0, 0.3, 1.0))
    return [one for one in found if chance.random() < share] or chance.sample(found, 1)


def meaningless(document: Document, text: str) -> Edit | None:
    return Edit(document.written(text)) if text != document.text else None


def per_line(document: Document, chance: Random, fitting: list[int], rewrite: dict[str, Any]) -> Edit | None:
    """Return the document with *rewrite* done in some of the lines that it changes."""

    def rewritten(line: str) -> str:
        for before, after in rewrite.items():
            line = re.sub(before, after, line)
        return line

    fitting = [number for number in fitting if rewritten(document.lines[number - 1]) != document.lines[number - 1]]
    if not fitting:
        return None
    return Edit(document.changed(*(Change(one, one, (rewritten(document.lines[one - 1]),)) for one in some(chance, fitting))))


def paragraphs(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the first and last lines of the paragraphs and list items of running text, with no blank or special line in them."""
    fitting = set(prose(document))

    def blank(number: int) -> bool:
        return not 0 < number <= len(document.lines) or not document.lines[number - 1].strip()

    for first in sorted(fitting):
        if blank(first) or not blank(first - 1):
            continue
        last = first
        while not blank(last + 1):
            last += 1
        lines = document.lines[first - 1 : last]
        begins = ITEM.match(lines[0]) or not SPECIAL.match(lines[0])
        plain = not any(SPECIAL.match(line) for line in lines[1:]) and not any(line.endswith(("  ", "\\")) for line in lines)
        indents = {len(line) - len(line.lstrip()) for line in lines}
        if begins and plain and len(indents) == 1 and set(range(first, last + 1)) <= fitting and "<" not in "".join(lines):
            yield first, last


@kind
def reflow(document: Document, chance: Random) -> Edit | None:
    """Paragraphs are wrapped at another width."""
    found = dict(paragraphs(document))
    width = chance.choice((50, 72, 100, 100_000))
    changes = []
    for first in some(chance, sorted(found)) if found else ():
        lines = wrapped(document.lines[first - 1 : found[first]], width)
        if not any(SPECIAL.match(line) for line in lines[1:]):
            changes.append(Change(first, found[first], lines))
    return meaningless(document, document.changed(*changes).text)


def wrapped(lines: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Return a paragraph wrapped at *width*; nothing else than blanks between words is touched."""
    item = ITEM.match(lines[0])
    first = item[0] if item else lines[0][: len(lines[0]) - len(lines[0].lstrip())]
    words = "\n".join(lines)[len(first) :].split()
    found = [first]
    for word in words:
        begins = len(found[-1]) == len(first)
        if not begins and len(found[-1]) + 1 + len(word) > width:
            found.append(" " * len(first) + word)
        else:
            found[-1] += word if begins else f" {word}"
    return tuple(found)


@kind
def typography(document: Document, chance: Random) -> Edit | None:
    """Quotes, apostrophes, dashes, dots and blanks of another make."""
    plain = [
        number for number in prose(document) if not re.search(r"[`<{|]|\]\(|\]:|^\s*(-{3,}|\*{3,})\s*$|^---", document.lines[number - 1])
    ]
    curly = {
        r"(?<=\w)'(?=\w)": "’", r'(^|(?<=[\s(]))"(?=\w)': "“", r'(?<=[\w.,!?])"(?=$|[\s).,;:])': "”",
        r"(?<=\w) --- (?=\w)": " — ", r"(?<=\w)\.\.\.": "…",
    }  # fmt: skip
    straight = {"’": "'", "[“”]": '"', "(?<=[\\w ])—(?=[\\w ])": "---", "…": "...", "\u00a0": " ", "‑": "-"}
    hard = {r"(?<=\w) (?=\d)": "\u00a0", r"(?<=[a-z])-(?=[a-z])": "‑"}
    return per_line(document, chance, plain, chance.choice((curly, curly, straight, hard)))


@kind
def bullets(document: Document, chance: Random) -> Edit | None:
    """Every list of the document has another bullet."""
    mark = chance.choice("*-+")
    lines = list(document.lines)
    for number in prose(document):
        item = ITEM.match(lines[number - 1])
        if item and item[2] in "*-+" and not re.fullmatch(r"\s*([-*_]\s*){3,}", lines[number - 1]):
            lines[number - 1] = f"{item[1]}{mark}{lines[number - 1][len(item[1]) + 1 :]}"
    return meaningless(document, "\n".join(lines))


@kind
def blank_lines(document: Document, chance: Random) -> Edit | None:
    """Two or three blank lines for one."""
    fitting = [number for number in prose(document)[:-1] if not document.lines[number - 1].strip()]
    if not fitting:
        return None
    return Edit(document.changed(*(Change(one, one, ("",) * chance.randint(2, 3)) for one in some(chance, fitting))))


@kind
def crlf(document: Document, chance: Random) -> Edit | None:
    """Other line endings."""
    return meaningless(document, document.text.replace("\n", "\r\n"))


@kind
def trailing_blanks(document: Document, chance: Random) -> Edit | None:
    """A blank at the end of lines; two where nothing follows that a hard break could part."""
    lines = list(document.lines)
    fitting = [number for number in range(1, len(lines)) if lines[number - 1].strip()]
    for number in some(chance, fitting):
        lines[number - 1] += " " if lines[number].strip() else chance.choice((" ", "  ", "\t"))
    return meaningless(document, "\n".join(lines))


@kind
def closed_headings(document: Document, chance: Random) -> Edit | None:
    """Headings with number signs at their end, as some editors write them."""
    return per_line(
        document, chance, [one for one in prose(document) if "{" not in document.lines[one - 1]], {r"^(#+)( .*[^#\s])\s*$": r"\1\2 \1"}
    )


@kind
def other_emphasis(document: Document, chance: Random) -> Edit | None:
    """Emphasis with underscores for asterisks."""
    plain = [one for one in prose(document) if not re.search(r"[`<_|]|\]\(|^\s*\*|\*\*Example", document.lines[one - 1])]
    return per_line(
        document,
        chance,
        plain,
        {r"(?<![\w*])(\*{1,2})(\w[^*]*\w)\1(?![\w*])": lambda found: "_" * len(found[1]) + found[2] + "_" * len(found[1])},
    )


@kind
def entities(document: Document, chance: Random) -> Edit | None:
    """Characters written as HTML entities."""
    plain = [one for one in prose(document) if not re.search(r"[`<{|&]|\]\(|\]:", document.lines[one - 1])]
    rewrite = {
        r"(?<=\w)'(?=\w)": "&rsquo;",
        r"(?<=\w) --- (?=\w)": " &mdash; ",
        r'(?<=\w)"(?=[\s.,;)])': "&quot;",
        r"(?<=\w) (?=\d)": "&nbsp;",
    }
    return per_line(document, chance, plain, rewrite)


@kind
def loose_lists(document: Document, chance: Random) -> Edit | None:
    """Blank lines between the items of lists that have none."""
    lines = document.lines
    fitting = [one for one in prose(document)[1:] if ITEM.match(lines[one - 1]) and lines[one - 2].strip()]
    fitting = [
        one
        for one in fitting
        if ITEM.match(lines[one - 2]) and (ITEM.match(lines[one - 2]) or one)[1] == (ITEM.match(lines[one - 1]) or one)[1]
    ]
    return Edit(document.changed(*(Change(one, one - 1, ("",)) for one in some(chance, fitting)))) if fitting else None


@kind
def other_numbering(document: Document, chance: Random) -> Edit | None:
    """Numbers of list items with a bracket for a full stop, in the whole document."""
    fitting = [one for one in prose(document) if re.match(r"\s*\d{1,2}\. +\S", document.lines[one - 1])]
    fitting = [one for one in fitting if document.lines[one - 2].strip() == "" or ITEM.match(document.lines[one - 2])]
    changes = [Change(one, one, (re.sub(r"^(\s*\d{1,2})\.", r"\1)", document.lines[one - 1]),)) for one in fitting]
    return meaningless(document, document.changed(*changes).text)


@kind
def other_fences(document: Document, chance: Random) -> Edit | None:
    """Examples between longer fences."""
    changes = []
    for example in document.spec.examples:
        fences = [
            number
            for number in range(example.place.first_line, example.place.last_line + 1)
            if document.lines[number - 1].startswith("~~~")
        ]
        if len(fences) == 2:
            changes += [Change(one, one, (f"~~{document.lines[one - 1]}",)) for one in fences]
    return meaningless(document, document.changed(*changes).text)


@kind
def padded_tables(document: Document, chance: Random) -> Edit | None:
    """Cells of tables padded to another width."""
    fitting = [one for one in prose(document) if re.match(r"\|.*\|\s*$", document.lines[one - 1]) and "`" not in document.lines[one - 1]]
    return per_line(document, chance, fitting, {r" *(?<!\\)\|(?=.)": "  |  ", r"(?<=[^-:|\s]) *\|$": "    |"})


@kind
def underlined_headings(document: Document, chance: Random) -> Edit | None:
    """Headings of the two highest depths underlined, as Markdown also has them."""
    # "1. Title" over a line is an item of a list over a break
    heading = re.compile(r"#{1,2} (?![-*+>|]\s|\d+[.)]\s)\S")
    fitting = [one for one in prose(document)[:-1] if heading.match(document.lines[one - 1]) and not document.lines[one].strip()]
    changes = []
    for one in some(chance, fitting) if fitting else ():
        signs, _, title = document.lines[one - 1].partition(" ")
        changes.append(Change(one, one, (title, ("=" if len(signs) == 1 else "-") * 12)))
    return meaningless(document, document.changed(*changes).text)
