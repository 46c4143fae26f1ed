"""Mutation testing of the rules: ``make mutants``. Does some test notice if a rule compares the other way round?

cosmic-ray's operators change one thing at a time in a module of ``specdiff.rules``; a fork of this process, in which all specs of the tests
are parsed and matched already, loads the rules anew with that change and runs the tests of ``tests/rules``, the module's own cases first. A
mutant that no test notices must stand in ``survivors.toml`` with the reason, or the run fails.

    python -m mutants [PART OF A MODULE'S NAME]
"""

import functools
import gc
import importlib
import importlib.abc
import importlib.util
import inspect
import io
import itertools
import os
import re
import signal
import sys
import tomllib
import types
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from cosmic_ray import plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

import specdiff

PACKAGE = Path(specdiff.__file__).parent
HERE = Path(__file__).parent
RULES = "specdiff.rules"
TESTS = ("catalogue", "cases", "rule", "shifts", "wording")
SECONDS = 60
OPERATORS = re.compile(
    r"""AddNot|NumberReplacer|ReplaceAndWithOr|ReplaceOrWithAnd|ReplaceTrueWithFalse|ReplaceFalseWithTrue|ReplaceBreakWithContinue|ReplaceContinueWithBreak
    |ZeroIterationForLoop|ReplaceUnaryOperator_(Delete_Not|USub_UAdd)|ReplaceBinaryOperator_(Add_Sub|Sub_Add|Mul_Div|Div_Mul|Pow_Mul|BitAnd_BitOr)
    |ReplaceComparisonOperator_(Eq_NotEq|NotEq_Eq|Is_IsNot|IsNot_Is|Lt_LtE|Lt_GtE|LtE_Lt|LtE_Gt|Gt_GtE|Gt_LtE|GtE_Gt|GtE_Lt)""",
    re.VERBOSE,
)
"""Those of cosmic-ray's operators that make another rule of a rule; the others exchange types in annotations, or make what cannot be compared."""


PARAM = type(pytest.param())
Test = tuple[str, Callable[[], None]]


class Mutant(NamedTuple):
    """One change: the module, cosmic-ray's operator, the line that it stands on, and the module's text with it."""

    module: str
    operator: str
    line: str
    number: int
    text: str

    def __str__(self) -> str:
        return f"{self.module}:{self.number} {self.operator}: {self.line}"


def modules(part: str) -> Iterator[tuple[str, Path]]:
    """Yield the modules of the rules whose names hold *part*, with their files."""
    for path in sorted((PACKAGE / "rules").rglob("*.py")):
        name = ".".join(("specdiff", *path.relative_to(PACKAGE).with_suffix("").parts))
        if path.name != "__init__.py" and part in name:
            yield name, path


def mutants(name: str, path: Path) -> Iterator[Mutant]:
    """Yield every mutant of a module."""
    text = path.read_text(encoding="utf-8")
    tree = get_ast(text)
    for operator_name in sorted(plugins.operator_names()):
        if not OPERATORS.fullmatch(operator_name.partition("/")[2]):
            continue
        operator = plugins.get_operator(operator_name)()
        places = [place for node in ast_nodes(tree) for place in operator.mutation_positions(node)]
        for occurrence, ((row, _), _) in enumerate(places):
            changed = mutate_code(text, operator, occurrence)
            if changed is not None and changed != text:
                yield Mutant(name, operator_name.partition("/")[2], text.split("\n")[row - 1].strip(), row, changed)


class Changed(importlib.abc.MetaPathFinder, importlib.abc.SourceLoader):
    """Finds one module: the mutant."""

    def __init__(self, mutant: Mutant, path: str) -> None:
        self.mutant, self.path = mutant, path

    def find_spec(self, fullname: str, _: object, __: object = None) -> object:
        return importlib.util.spec_from_loader(fullname, self) if fullname == self.mutant.module else None

    def get_filename(self, _: str) -> str:
        return self.path

    def get_data(self, _: str) -> bytes:
        return self.mutant.text.encode()


def remembered() -> None:
    """Parse and match each pair of specs once: both come before the rules."""
    matching, parsing = importlib.import_module("specdiff.matching.match"), importlib.import_module("specdiff.parsing.parse")
    parse, match = parsing.parse, matching.match
    specs: dict[object, object] = {}
    pairs: dict[object, object] = {}

    def parse_once(snapshot, settings):
        key = (repr(snapshot), repr(settings))
        if key not in specs:
            specs[key] = parse(snapshot, settings)
        return specs[key]

    def match_once(old, new, settings):
        key = (id(old), id(new), repr(settings))
        if key not in pairs:
            pairs[key] = (match(old, new, settings), old, new)
        return pairs[key][0]

    parsing.parse, matching.match = parse_once, match_once


def fresh() -> list[Test]:
    """Load the rules and their tests anew; return each test with its parameters bound, under a name. Those that need a fixture are left out."""
    for name in list(sys.modules):
        if name.startswith((RULES, "rules.")) or name in ("specdiff.compare", "conftest"):
            del sys.modules[name]
    found = []
    for name in TESTS:
        module = importlib.import_module(f"rules.test_{name}")
        for title, function in vars(module).items():
            if title.startswith("test_"):
                bound = (
                    parameters for parameters in _parameters(function) if len(parameters) == len(inspect.signature(function).parameters)
                )
                found += [(str(parameters), functools.partial(function, **parameters)) for parameters in bound]
    return found


def _parameters(function: Callable[..., None]) -> Iterator[dict[str, object]]:
    """Yield the parameters of a test, as pytest would bind them."""
    columns = []
    for mark in getattr(function, "pytestmark", ()):
        if mark.name != "parametrize":
            continue
        names, values = mark.args[0], mark.args[1]
        names = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
        rows = [value.values if isinstance(value, PARAM) else value if len(names) > 1 else (value,) for value in values]
        columns.append([dict(zip(names, tuple(row), strict=True)) for row in rows])
    for combination in itertools.product(*columns):
        yield {name: value for row in combination for name, value in row.items()}


def survives(mutant: Mutant, path: str, tests: list[Test]) -> bool:
    """Whether no test notices a mutant. It is tried in a fork, which is gone afterwards."""
    process = os.fork()
    if process == 0:
        os._exit(_tried(mutant, path, tests))
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0


def _tried(mutant: Mutant, path: str, tests: list[Test]) -> int:
    signal.alarm(SECONDS)
    sys.stdout = sys.stderr = io.StringIO()
    own = mutant.module.removeprefix(f"{RULES}.").replace(".", "/").replace("_", "-")
    try:
        if not put_in(mutant):
            sys.meta_path.insert(0, Changed(mutant, path))
            tests = fresh()
        for _, test in sorted(tests, key=lambda one: own not in one[0]):
            test()
    except BaseException:  # noqa: BLE001 - whatever it is, it was noticed
        return 1
    return 0


def put_in(mutant: Mutant) -> bool:
    """Give the functions of the module the code of the mutant, if that is where it differs: loading everything anew takes long."""
    before = sys.modules[mutant.module]
    sys.modules[mutant.module] = made = types.ModuleType(mutant.module)
    exec(compile(mutant.text, mutant.module, "exec"), vars(made))  # noqa: S102 - our own module
    sys.modules[mutant.module] = before
    theirs = dict(_functions(vars(made)))
    differ = [(one, theirs[name]) for name, one in _functions(vars(before)) if name in theirs and _code(one) != _code(theirs[name])]
    for one, other in differ:
        one.__code__ = other.__code__
        one.__defaults__ = other.__defaults__
    return bool(differ)


def _code(function: types.FunctionType) -> tuple[object, ...]:
    return _unplaced(function.__code__), function.__defaults__


def _unplaced(code: types.CodeType) -> tuple[object, ...]:
    """What a code does, wherever it was compiled from."""
    return code.co_code, code.co_names, tuple(_unplaced(one) if isinstance(one, types.CodeType) else repr(one) for one in code.co_consts)


def _functions(names: Mapping[str, object], above: str = "") -> Iterator[tuple[str, types.FunctionType]]:
    """Yield the functions of a module, those in rules and classes and behind caches too."""
    for name, one in names.items():
        plain = getattr(one, "check", None) or inspect.unwrap(one) if callable(one) or hasattr(one, "check") else None
        plain = plain.fget if isinstance(one, property) else plain
        if isinstance(plain, types.FunctionType) and plain.__module__ == names.get("__module__", names.get("__name__")):
            yield above + name, plain
        elif isinstance(one, type) and one.__module__ == names.get("__name__"):
            yield from _functions(vars(one), f"{name}.")


def main() -> int:
    """Try every mutant; return 0 where each is killed or explained."""
    part = sys.argv[1] if len(sys.argv) > 1 else ""
    known = tomllib.loads((HERE / "survivors.toml").read_text(encoding="utf-8")).get("survivor", [])
    explained = {(one["module"], one["operator"], one["line"]) for one in known}
    remembered()
    tests = fresh()
    for _, test in tests:
        test()
    gc.freeze()
    counts: Counter[str] = Counter()
    for name, path in modules(part):
        for mutant in mutants(name, path):
            told = "killed"
            if survives(mutant, str(path), tests):
                told = "explained" if (mutant.module, mutant.operator, mutant.line) in explained else "SURVIVED"
            counts[told] += 1
            if told == "SURVIVED":
                print(mutant, flush=True)
    print(
        f"{sum(counts.values()):,} mutants: {counts['killed']:,} killed, {counts['explained']} equivalent with a reason, {counts['SURVIVED']} survived"
    )
    return 1 if counts["SURVIVED"] else 0


if __name__ == "__main__":
    sys.exit(main())
