"""What a cross reference hangs on: the statement or the example around it, under a name that both sides share."""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Mapping, Sequence

from specdiff.matching.links import Link
from specdiff.model.spec import Example, Reference, Spec, Statement

Host = Statement | Example


def hosts(old: Spec, new: Spec, statements: Mapping[int, Link], examples: Mapping[int, Link]) -> tuple[list[Hashable], list[Hashable]]:
    """Return for each reference of either side the name of its host, ``None`` where it has none."""
    names_old: dict[int, Hashable] = {}
    names_new: dict[int, Hashable] = {id(node): ("statement", index) for index, node in enumerate(new.statements)}
    names_new.update({id(node): ("example", index) for index, node in enumerate(new.examples)})
    for kind, nodes, links in (("statement", old.statements, statements), ("example", old.examples, examples)):
        for index, node in enumerate(nodes):
            link = links.get(index)
            names_old[id(node)] = (kind, link.new) if link else ("gone", kind, index)
    return _named(old, names_old), _named(new, names_new)


def _named(spec: Spec, names: Mapping[int, Hashable]) -> list[Hashable]:
    around = {path: _Around(path, spec.statements, spec.examples) for path in {reference.place.path for reference in spec.references}}
    found: list[Hashable] = []
    for reference in spec.references:
        host = around[reference.place.path].host(reference)
        found.append(None if host is None else names.get(id(host)))
    return found


class _Around:
    """The statements and examples of one file by line."""

    def __init__(self, path: str, *groups: Iterable[Host]) -> None:
        self._nodes: Sequence[Host] = sorted(
            (node for group in groups for node in group if node.place.path == path), key=lambda node: (node.place.first_line, node.position)
        )
        self._starts = [node.place.first_line for node in self._nodes]

    def host(self, reference: Reference) -> Host | None:
        """Return the last node that begins at or above a reference's line, reaches it, and holds its text."""
        index = bisect_right(self._starts, reference.place.first_line) - 1
        nearest = None
        while index >= 0 and self._starts[index] >= reference.place.first_line - 400:
            node = self._nodes[index]
            if node.place.last_line >= reference.place.first_line:
                if reference.text in node.text:
                    return node
                nearest = nearest or node
            elif nearest is None and node.place.last_line < reference.place.first_line - 400:
                break
            index -= 1
        return nearest
