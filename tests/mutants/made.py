"""What is changed: cosmic-ray's operators that make another rule of a rule, three of our own, and every mutant of a module that they make.

Left alone, with the reason:

- strings: ids of rules, facts and words for people. The tests of the catalogue hold every id and every blank against every fact; a typing error
  in a sentence changes no meaning.
- what stands above a function (``@rule(…)``, ``@lru_cache(maxsize=2)``): a header is data with its cases, which are the tests themselves; a cache
  that holds more or fewer answers gives the same ones.
- exchanged types, ``<`` for ``is``, arithmetic on what cannot be reckoned with: a mutant that cannot run tells nothing of the tests.
"""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import parso
from cosmic_ray import plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator

import specdiff

PACKAGE = Path(specdiff.__file__).parent
OPERATORS = re.compile(
    r"""AddNot|NumberReplacer|ReplaceAndWithOr|ReplaceOrWithAnd|ReplaceTrueWithFalse|ReplaceFalseWithTrue|ReplaceBreakWithContinue|ReplaceContinueWithBreak
    |ZeroIterationForLoop|ReplaceUnaryOperator_(Delete_Not|USub_UAdd)|ReplaceBinaryOperator_(Add_Sub|Sub_Add|Mul_Div|Div_Mul|Pow_Mul|BitAnd_BitOr)
    |ReplaceComparisonOperator_(Eq_NotEq|NotEq_Eq|Is_IsNot|IsNot_Is|Lt_LtE|Lt_GtE|LtE_Lt|LtE_Gt|Gt_GtE|Gt_LtE|GtE_Gt|GtE_Lt)""",
    re.VERBOSE,
)


class Mutant(NamedTuple):
    """One change: the module and its file, the function (or "" for what is loaded once), the line before and after, the whole text with it."""

    module: str
    path: Path
    function: str
    was: str
    becomes: str
    text: str

    def __str__(self) -> str:
        parts = ((name, json.dumps(getattr(self, name), ensure_ascii=False)) for name in ("module", "function", "was", "becomes"))
        return "[[survivor]]\n" + "".join(f"{name} = {value}\n" for name, value in parts) + 'why = ""\n'


class _Exchanging(Operator):
    """Exchanges parts of the tree for other code: ``others`` says which child of a node for what."""

    def others(self, node) -> Iterator[tuple[int, str]]:
        raise NotImplementedError

    def mutation_positions(self, node):
        for child, _ in self.others(node):
            yield node.children[child].start_pos, node.children[child].end_pos

    def mutate(self, node, index):
        child, code = list(self.others(node))[index]
        node.children[child] = parso.parse(code)
        return node

    @classmethod
    def examples(cls):
        return ()


class Decided(_Exchanging):
    """A condition that always holds, or never does: of ``if``, ``elif``, the ternary and comprehensions."""

    def others(self, node):
        at = {"if_stmt": (one + 1 for one, child in enumerate(getattr(node, "children", ())) if child in ("if", "elif"))}
        at |= {"test": (2,), "ternary": (2,), "comp_if": (1,), "sync_comp_if": (1,)}
        for child in at.get(node.type, ()):
            yield from ((child, " True"), (child, " False"))


class Within(_Exchanging):
    """``in`` for ``not in`` and the other way round; loops and comprehensions keep theirs."""

    def others(self, node):
        if node.type == "comparison" and node.children[1] == "in":
            yield 1, " not in"
        elif node.type == "comparison" and node.children[1].type == "comp_op" and node.children[1].children[-1] == "in":
            yield 1, " in"


class Nothing(_Exchanging):
    """A function that returns nothing instead of something."""

    def others(self, node):
        if node.type == "return_stmt" and len(node.children) > 1 and node.children[1] != "None":
            yield 1, " None"


def operators() -> tuple[Operator, ...]:
    """Return what makes mutants."""
    theirs = sorted(name for name in plugins.operator_names() if OPERATORS.fullmatch(name.partition("/")[2]))
    return *(plugins.get_operator(name)() for name in theirs), Decided(), Within(), Nothing()


def modules(parts: list[str]) -> Iterator[tuple[str, Path, str]]:
    """Yield the modules of the rules whose names hold one of *parts* (or all), with their files and texts."""
    for path in sorted((PACKAGE / "rules").rglob("*.py")):
        name = ".".join(("specdiff", *path.relative_to(PACKAGE).with_suffix("").parts))
        if path.name != "__init__.py" and (not parts or any(part in name for part in parts)):
            yield name, path, path.read_text(encoding="utf-8")


def mutants(name: str, path: Path, text: str) -> Iterator[Mutant]:
    """Yield every mutant of a module once, whichever operators make it."""
    lines, nodes = text.split("\n"), list(ast_nodes(get_ast(text)))
    functions, above = _functions(ast.parse(text))
    made = {text}
    for operator in operators():
        places = [place for node in nodes for place, _ in operator.mutation_positions(node)]
        for occurrence, (row, column) in enumerate(places):
            if row in above or lines[row - 1].startswith("*,", column):  # which is no product
                continue
            changed = mutate_code(text, operator, occurrence)
            if changed is not None and changed not in made and _is_code(changed):
                made.add(changed)
                differ = ((one, other) for one, other in zip(lines, changed.split("\n"), strict=True) if one != other)
                was, becomes = next(differ)
                yield Mutant(name, path, functions.get(row, ""), was.strip(), becomes.strip(), changed)


def _is_code(text: str) -> bool:
    """Whether Python takes a text: stars before arguments are no products."""
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


def _functions(tree: ast.Module) -> tuple[dict[int, str], set[int]]:
    """Return, by line, the outermost function that it stands in; and the lines above functions and classes."""
    within: dict[int, str] = {}
    above: set[int] = set()
    for owner, one in [("", one) for one in tree.body] + [
        (f"{kind.name}.", one) for kind in tree.body if isinstance(kind, ast.ClassDef) for one in kind.body
    ]:
        if isinstance(one, ast.FunctionDef | ast.ClassDef):
            above.update(line for decorator in one.decorator_list for line in range(decorator.lineno, (decorator.end_lineno or 0) + 1))
        if isinstance(one, ast.FunctionDef):
            within.update(dict.fromkeys(range(one.lineno, (one.end_lineno or 0) + 1), owner + one.name))
    return within, above
