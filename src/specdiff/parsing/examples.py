"""Examples: a titled fence with messages in tags, comparisons of replies, and a verdict in a comment behind a reply's tag."""

import re
from dataclasses import dataclass

from specdiff.model.place import Place
from specdiff.model.spec import Message, Reply, Verdict
from specdiff.prose.normal import fold

TITLE = re.compile(r"^\*\*Examples?(?:\*\*\s*:|:\s*\*\*|\*\*$)\s*(?P<title>.*)", re.DOTALL | re.IGNORECASE)
_OPEN = re.compile(r"^[ \t]*\*?<(?P<name>[A-Za-z][\w.-]*)(?P<attributes>(?:\s[^<>]*)?)>[ \t]*(?:<!--(?P<comment>.*?)-->)?(?P<rest>.*)$")
_VERDICT = re.compile(r"^\s*(?P<verdict>GOOD|OK|BAD)\b\s*(?P<tag>\[[^\]]*\])?\s*[:,;-]*\s*(?P<reason>.*)$", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


@dataclass(frozen=True, slots=True)
class Parts:
    """What an example's fence holds; ``comparisons`` counts the comparison blocks."""

    messages: tuple[Message, ...]
    replies: tuple[Reply, ...]
    comparisons: int


def read_example(lines: list[str], path: str, first: int, section: str, title: str) -> Parts:
    """Return the messages and replies in the lines of a fence (without the fence itself); *first* is the first one's line."""
    messages: list[Message] = []
    replies: list[Reply] = []
    comparisons, turn, index = 0, 0, 0
    while index < len(lines):
        line = lines[index]
        found = _OPEN.match(line)
        if found is None or found["name"].lower() == "comparison":
            comparisons += found is not None
            index += 1
            continue
        name = found["name"]
        end, body = _body(lines, index, name, found["rest"])
        place = Place(path, first + index, first + end)
        attributes = tuple((key, a or b or c) for key, a, b, c in _ATTRIBUTE.findall(found["attributes"]))
        text = "\n".join(lines[index : end + 1])
        verdict = _VERDICT.match(found["comment"] or "")
        if verdict:
            tags = tuple(tag.strip().lstrip("#") for tag in (verdict["tag"] or "[]")[1:-1].split(",") if tag.strip())
            replies.append(
                Reply(
                    Verdict(verdict["verdict"].lower()), fold(verdict["reason"]), tags, name, text, fold(body), place, section, title, turn,
                    max(0, comparisons - 1), attributes,
                )
            )  # fmt: skip
        else:
            messages.append(Message(name, text, fold(body), place, section, title, turn, attributes))
        turn += 1
        index = end + 1
    return Parts(tuple(messages), tuple(replies), comparisons)


def _body(lines: list[str], start: int, name: str, rest: str) -> tuple[int, str]:
    """Return the index of the line that closes the tag opened on line *start*, and the text between."""
    close = f"</{name}>"
    if close in rest:
        return start, rest.partition(close)[0]
    for end in range(start + 1, len(lines)):
        line = lines[end]
        if close in line:
            return end, "\n".join([rest, *lines[start + 1 : end], line.partition(close)[0]]).strip()
        if line.strip().lstrip("*") == "</comparison>" or (line.lstrip(" *").startswith("<assistant") and name == "assistant"):
            return end - 1, "\n".join([rest, *lines[start + 1 : end]]).strip()
    return len(lines) - 1, "\n".join([rest, *lines[start + 1 :]]).strip()
