"""How a mutant is tried: in a fork of a process in which all specs of the tests are parsed and matched already, and every test was seen to pass.

A test can only notice a mutant if it calls the function that the mutant is of: which tests do was recorded, and only these run, those of
the rule itself first, then the quickest. What is loaded once (a threshold) is loaded anew, with all tests. Time is the processor's, so a busy machine kills no mutant.
"""

import contextlib
import functools
import gc
import importlib
import importlib.abc
import importlib.util
import inspect
import io
import itertools
import os
import signal
import sys
import time
import traceback
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from mutants.made import PACKAGE, Mutant
from specdiff.model.finding import Case

HERE = Path(__file__).parents[1]
RULES = "specdiff.rules"
FOLDERS = ("rules", "review")
LOADED = (RULES, "rules.", "review.", "tools.pages", "specdiff.compare", "conftest", "reviewing")
"""What holds the rules, or was made from them: loaded anew with what is loaded once."""

SECONDS = 5.0
"""Of the processor, beyond ten times what the tests take without a change."""

KILLED, SURVIVED, ENDLESS = "killed", "survived", "endless"
PARAM = type(pytest.param())


class Test(NamedTuple):
    """A test with its parameters bound; what it took, in seconds of the processor; the functions of the rules that it called."""

    name: str
    run: Callable[[], None]
    seconds: float = 0.0
    calls: frozenset[tuple[str, str]] = frozenset()


class Changed(importlib.abc.MetaPathFinder, importlib.abc.SourceLoader):
    """Finds one module: the mutant."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, fullname: str, _: object, __: object = None) -> object:
        return importlib.util.spec_from_loader(fullname, self) if fullname == self.mutant.module else None

    def get_filename(self, _: str) -> str:
        return str(self.mutant.path)

    def get_data(self, _: str) -> bytes:
        return self.mutant.text.encode()


def prepared() -> list[Test]:
    """Return the tests, each seen to pass, with what it calls."""
    _remember()
    tests = _fresh()
    for test in tests:
        test.run()
    tests = [_recorded(test) for test in tests]
    gc.freeze()
    return tests


def outcomes(some: Iterable[Mutant], tests: list[Test], at_once: int) -> Iterator[tuple[Mutant, str]]:
    """Yield what became of each mutant, in no order; *at_once* of them are tried side by side."""
    running: dict[int, Mutant] = {}
    waiting = iter(some)
    while True:
        for mutant in itertools.islice(waiting, at_once - len(running)):
            running[_forked(mutant, tests)] = mutant
        if not running:
            return
        process, status = os.waitpid(-1, 0)
        yield running.pop(process), {0: SURVIVED, 1: KILLED, -signal.SIGPROF: ENDLESS}[os.waitstatus_to_exitcode(status)]


def _forked(mutant: Mutant, tests: list[Test]) -> int:
    process = os.fork()
    if process:
        return process
    code = 2
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            code = _tried(mutant, tests)
    except BaseException:  # noqa: BLE001 - the fork ends here in any case
        traceback.print_exc()
    finally:
        os._exit(code)


def _tried(mutant: Mutant, tests: list[Test]) -> int:
    """Return 0 where no test notices, 1 where one does."""
    if mutant.function:
        tests = [test for test in tests if (mutant.module, mutant.function) in test.calls]
        _put_in(mutant)
    _limit(sum(test.seconds for test in tests))
    try:
        if not mutant.function:
            sys.meta_path.insert(0, Changed(mutant))
            tests = _fresh()
        own = mutant.module.removeprefix(f"{RULES}.").replace(".", "/").replace("_", "-")
        for test in sorted(tests, key=lambda one: (own not in one.name, one.seconds)):
            _forget()
            test.run()
    except Exception:  # noqa: BLE001 - whatever it is, it was noticed
        return 1
    return 0


def _limit(seconds: float) -> None:
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, SECONDS + 10 * seconds)


def _put_in(mutant: Mutant) -> None:
    """Give the function the code that it has in the mutant."""
    module = sys.modules[mutant.module]
    sys.modules[mutant.module] = made = types.ModuleType(mutant.module)
    exec(compile(mutant.text, str(mutant.path), "exec"), vars(made))  # noqa: S102 - our own module
    sys.modules[mutant.module] = module
    before, after = (_function(vars(one), mutant.function) for one in (module, made))
    before.__code__, before.__defaults__, before.__kwdefaults__ = after.__code__, after.__defaults__, after.__kwdefaults__


def _function(names: Mapping[str, object], name: str) -> types.FunctionType:
    """Return a function or method, also behind a rule, a property or a cache."""
    owner, _, method = name.partition(".")
    one = vars(names[owner])[method] if method else names[owner]
    one = getattr(one, "check", None) or getattr(one, "fget", None) or one
    return inspect.unwrap(one)


def _recorded(test: Test) -> Test:
    calls = set()

    def seen(frame: types.FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(str(PACKAGE / "rules")):
            calls.add((frame.f_globals["__name__"], frame.f_code.co_qualname.partition(".<locals>")[0]))

    _forget()
    sys.setprofile(seen)
    try:
        test.run()
    finally:
        sys.setprofile(None)
    _forget()
    begun = time.process_time()
    test.run()
    return test._replace(calls=frozenset(calls), seconds=time.process_time() - begun)


def _forget() -> None:
    """Empty the caches of the rules: what an earlier test was told says nothing about this one."""
    for cached in _cached():
        cached.cache_clear()


@functools.cache
def _cached() -> tuple[functools._lru_cache_wrapper, ...]:
    theirs = (vars(module) for name, module in sorted(sys.modules.items()) if name.startswith("specdiff."))
    return tuple(
        {
            id(one): one for names in theirs for one in names.values() if hasattr(one, "cache_clear") and one.__module__.startswith(RULES)
        }.values()
    )


def _remember() -> None:
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


def _fresh() -> list[Test]:
    """Load the rules and their tests anew; return each test with its parameters bound. Those that need a fixture are left out."""
    _cached.cache_clear()
    for name in [name for name in sys.modules if name.startswith(LOADED)]:
        del sys.modules[name]
    found = list(_pages())
    for path in sorted(path for folder in FOLDERS for path in (HERE / folder).glob("test_*.py")):
        module = importlib.import_module(f"{path.parent.name}.{path.stem}")
        for title, function in vars(module).items():
            if title.startswith("test_"):
                bound = (one for one in _parameters(function) if len(one) == len(inspect.signature(function).parameters))
                found += [Test(f"{title} {one}", functools.partial(function, **one)) for one in bound]
    return found


def _pages() -> Iterator[Test]:
    """Yield, for each case of each rule, what ``make pages-check`` holds: the page of the rule has the sentences that are said of it."""
    pages = importlib.import_module("tools.pages")

    def is_written(case: Case, page: str) -> None:
        assert pages.shown(case).strip() in page

    for one in pages.catalogue():
        page = (pages.DOCS / f"{one.info.id}.md").read_text(encoding="utf-8")
        yield from (Test(f"page {one.info.id}", functools.partial(is_written, case, page)) for case in (*one.info.fires, *one.info.silent))


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
