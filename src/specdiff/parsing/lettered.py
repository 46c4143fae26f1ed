"""Clauses that laws and policies count by letters at the start of lines: "(a) …", "b) …", "c. …", "(iv) …". Markdown knows no such list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from specdiff.parsing.markdown import Block

_CLAUSE = re.compile(r"[ \t]*(?P<marker>\((?:[a-z]|[ivx]{2,4}|\d{1,2})\)|[a-z]\)|(?-i:[a-z]|[ivx]{2,4})\.)[ \t]+(?=\S)", re.IGNORECASE)
_COUNTS = re.compile(r"[a-z\d][.)][ \t]", re.IGNORECASE)
_SEVERAL = 2


def lettered(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with such clauses, in one paragraph or each in one of its own, as the lists that they are; a single one is a paragraph."""
    found: list[Block] = []
    for block in (piece for whole in blocks for piece in _pieces(whole)):
        if block.kind == "list" and found and found[-1].kind == "list" and _counted(block) and _counted(found[-1]):
            found[-1] = replace(found[-1], last=block.last, children=(*found[-1].children, *block.children))
        elif block.kind == "list" and found and _counted(found[-1]) and _leads(found[-1].children[-1]):
            found[-1] = _with_list(found[-1], block)
        else:
            found.append(block)
    return [piece for block in found for piece in (_paragraphs(block) if _counted(block) and len(block.children) < _SEVERAL else (block,))]


def _leads(item: Block) -> bool:
    """Whether a clause leads into the list below it."""
    return item.children[-1].text.rstrip().endswith(":")


def _with_list(clauses: Block, block: Block) -> Block:
    """Return clauses with a list below the last of them."""
    *others, item = clauses.children
    return replace(clauses, last=block.last, children=(*others, replace(item, last=block.last, children=(*item.children, block))))


def _counted(block: Block) -> bool:
    return block.info == "lettered"


def _pieces(block: Block) -> Iterator[Block]:
    """Yield a block as it is, or what stands before its clauses and a list of them."""
    lines = block.text.split("\n") if block.kind == "paragraph" and _COUNTS.search(block.text) else []
    heads = {number: head for number, line in enumerate(lines) if (head := _CLAUSE.match(line))}
    starts = list(heads)
    if not starts or (starts[0] and len(starts) < _SEVERAL):  # a line that was wrapped there may begin with a letter
        yield block
        return
    if starts[0]:
        yield replace(block, text="\n".join(lines[: starts[0]]), last=block.first + starts[0] - 1)
    items = [_item(heads[start], lines[start:end], block.first + start) for start, end in pairwise((*starts, len(lines)))]
    yield Block("list", block.first + starts[0], block.last, "\n".join(lines[starts[0] :]), info="lettered", children=tuple(items))


def _item(head: re.Match[str], lines: Sequence[str], first: int) -> Block:
    last = first + len(lines) - 1
    text = "\n".join((lines[0][head.end() :], *lines[1:]))
    return Block("item", first, last, marker=head["marker"], children=(Block("paragraph", first, last, text),))


def _paragraphs(block: Block) -> tuple[Block, ...]:
    """Return the paragraph that a single clause was, and what is below it."""
    clause, *below = block.children[0].children
    return (Block("paragraph", block.first, clause.last, block.text), *below)
