"""What stands inside what, on one side: a sentence in its commentary, a reply in its example, everything in its section and those above."""

from functools import cached_property

from specdiff.model.spec import EvalPrompt, Example, Level, Message, Node, Order, Reference, Reply, Section, Spec, Statement

_Carrier = Statement | Message | Reply | Example


class Inside:
    """Answers, for a node of one spec, which nodes it is the same as and which are around it. Nodes are named by ``id()``."""

    def __init__(self, spec: Spec) -> None:
        self._spec = spec

    def same(self, node: Node | None) -> tuple[int, ...]:
        """The node and, for what a sentence or reply carries (a reference, an order, an eval mark), also that carrier."""
        if node is None:
            return ()
        carrier = self._carrier(node)
        return (id(node),) if carrier is None else (id(node), id(carrier))

    def around(self, node: Node | None) -> tuple[int, ...]:
        """The node, its carrier, and all that is around them, from the nearest to the topmost section."""
        if node is None or isinstance(node, Level):
            return () if node is None else (id(node),)
        keys = list(self.same(node))
        block = self._blocks.get(keys[-1])
        if block is not None:
            keys.append(id(block))
        section = node if isinstance(node, Section) else self._spec.by_id.get(node.section)
        while section is not None:
            if id(section) not in keys:
                keys.append(id(section))
            section = self._spec.by_id.get(section.parent)
        return tuple(keys)

    def _carrier(self, node: Node) -> _Carrier | None:
        if isinstance(node, EvalPrompt):
            return node.statement
        if isinstance(node, Reference | Order):
            line = (node.place.path, node.place.first_line)
            return next((one for one in self._carriers.get(line, ()) if one.place.holds(node.place) and node.text in one.text), None)
        return None

    @cached_property
    def _carriers(self) -> dict[tuple[str, int], list[_Carrier]]:
        """What may carry a reference or an order, by the lines that have one; the smaller before the whole example."""
        places = [*(one.place for one in self._spec.references), *(one.place for one in self._spec.orders)]
        wanted = {(place.path, place.first_line) for place in places}
        found: dict[tuple[str, int], list[_Carrier]] = {line: [] for line in wanted}
        carriers: list[_Carrier] = list(self._spec.statements)
        for example in self._spec.examples:
            carriers += [*example.replies, *example.messages, example]
        for carrier in carriers:
            for number in range(carrier.place.first_line, carrier.place.last_line + 1):
                if (carrier.place.path, number) in wanted:
                    found[carrier.place.path, number].append(carrier)
        return found

    @cached_property
    def _blocks(self) -> dict[int, Node]:
        """The block around a part, by the part's ``id()``."""
        found: dict[int, Node] = {}
        for example in self._spec.examples:
            found.update((id(message), example) for message in example.messages)
            found.update((id(reply), example) for reply in example.replies)
        for commentary in self._spec.commentary:
            found.update((id(statement), commentary) for statement in commentary.statements)
        for definition in self._spec.definitions:
            found.update((id(statement), definition) for statement in definition.statements)
        return found
