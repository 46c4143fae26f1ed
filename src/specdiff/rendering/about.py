"""A rule explained, from its own header: as text for a terminal and as Markdown, in the same words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from specdiff.model.finding import RuleInfo
from specdiff.rendering.gfm import safe

_WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class Sample:
    """A case of a rule: what is shown of it before and after."""

    title: str
    before: str
    after: str


def parts(info: RuleInfo) -> Iterator[str | Sample]:
    """Yield paragraphs, then cases: what happened, why anybody should care, severity and mirror, what it says, what to ask."""
    yield info.summary
    yield from (" ".join(paragraph.split()) for paragraph in info.why.split("\n\n") if paragraph.strip())
    echoes = f" On the same node, or inside it, it explains {', '.join(info.explains)}." if info.explains else ""
    mirror = "itself" if info.mirror == info.id else info.mirror
    yield f"Severity by default: {info.severity}. Looks at: {info.looks_at}. With time running backwards: {mirror}.{echoes}"
    yield f"Says: {info.says}"
    yield f"Ask the author: {info.asks}"
    for title, cases in (("Reported", info.fires), ("Not reported", info.silent)):
        for case in cases:
            yield Sample(f"{title}: {case.why}".rstrip(), case.old, case.new)


def plain(info: RuleInfo, wrap: Callable[[str], list[str]] = lambda paragraph: [paragraph]) -> str:
    """Return the explanation as text; *wrap* breaks a paragraph into lines."""
    out = [info.id]
    for part in parts(info):
        if isinstance(part, str):
            out += ["", *wrap(part)]
        else:
            out += ["", *wrap(part.title), "  before", *_indented(part.before), "  after", *_indented(part.after)]
    return "\n".join(out) + "\n"


def _indented(text: str) -> list[str]:
    return [f"    {line}".rstrip() for line in text.rstrip("\n").split("\n")]


def markdown(info: RuleInfo) -> str:
    """Return the explanation as Markdown."""
    out = [f"# {safe(info.id)}"]
    for part in parts(info):
        if isinstance(part, str):
            out.append(safe(part, _WHOLE))
        else:
            out += [safe(part.title, _WHOLE), f"before\n\n{_fenced(part.before)}", f"after\n\n{_fenced(part.after)}"]
    return "\n\n".join(out) + "\n"


def _fenced(text: str) -> str:
    fence = "`" * max(4, 1 + max((len(run) for run in text.replace("\n", " ").split() if set(run) == {"`"}), default=0))
    return f"{fence}md\n{text.rstrip()}\n{fence}"
