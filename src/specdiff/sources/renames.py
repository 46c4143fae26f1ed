"""Following a file that has another name on the other side, by how much of its text stands in both."""

from collections import Counter
from posixpath import basename, splitext

from specdiff.sources.side import Side

MARKDOWN = (".md", ".markdown", ".mdx", ".mdown", ".mkd")
SAME = 0.5  # as git: at least half of the text


def is_markdown(path: str) -> bool:
    """Whether a file is Markdown by its name."""
    return path.lower().endswith(MARKDOWN)


def below(side: Side) -> str:
    """Return what every path of the folder that a side was narrowed to begins with."""
    return f"{side.scope}/" if side.scope else ""


def followed(known: Side, path: str, other: Side) -> str | None:
    """Return the file of the other side that *path* was renamed from or to, or ``None``: the most alike, at least half.

    A name that both sides have is taken only where its own text on the two sides is not alike (the spec moved away and left a stub).
    """
    suffix = splitext(path)[1]
    fit = [name for name in other.tree.names() if name.startswith(below(other)) and (is_markdown(name) or splitext(name)[1] == suffix)]
    both = set(known.tree.names()) - {path}
    fresh, taken = [name for name in fit if name not in both], [name for name in fit if name in both]
    same = known.tree.alike(path)
    exact = [name for name in fresh if same is not None and other.tree.alike(name) == same]
    if exact:
        return min(exact, key=lambda name: (basename(name) != basename(path), name))
    lines = _weights(known.tree.read([path])[path])
    return _most_alike(lines, path, fresh, other) or _most_alike(
        lines, path, [name for name in taken if _differ(known, other, name)], other
    )


def _most_alike(lines: Counter[bytes], path: str, names: list[str], side: Side) -> str | None:
    likeness = {name: _likeness(lines, _weights(raw)) for name, raw in side.tree.readable(names)[0].items()}
    best = max(likeness, key=lambda name: (likeness[name], basename(name) == basename(path), name), default=None)
    return best if best is not None and likeness[best] >= SAME else None


def _differ(known: Side, other: Side, name: str) -> bool:
    """Whether a file that both sides have holds unlike texts."""
    same = known.tree.alike(name)
    if same is not None and same == other.tree.alike(name):
        return False
    here, there = known.tree.readable([name])[0].get(name), other.tree.readable([name])[0].get(name)
    return here is not None and there is not None and _likeness(_weights(here), _weights(there)) < SAME


def _weights(raw: bytes) -> Counter[bytes]:
    """Return how many bytes stand in each distinct line."""
    counted = Counter(line.strip() for line in raw.splitlines())
    return Counter({line: count * len(line) for line, count in counted.items() if line})


def _likeness(one: Counter[bytes], other: Counter[bytes]) -> float:
    """Return the share of the larger text that stands in both, line by line (0 to 1)."""
    larger = max(one.total(), other.total())
    if not larger or min(one.total(), other.total()) < SAME * larger:
        return 0.0
    return (one & other).total() / larger
