"""Measure specdiff beside its floor and beside line and word diffs; writes ``docs/performance.md``.

Arguments are the sizes of the generated specs, in times of a real one (default: 1 10 100). All figures of a page come from one run on one machine.
"""

import os
import platform
import subprocess
import sys
import venv
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from statistics import median

from generate import SHARES
from measure import Cost, cache, inside, ratio, rounds, run, typical

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "performance.md"
BUNDLE = ROOT.parent / "shared" / "model_spec.bundle"
PYTHON = sys.executable
SPECDIFF = str(Path(PYTHON).with_name("specdiff"))
TURNS = 9
BOUND = 60.0
"""Seconds by the clock that another tool gets."""
OTHERS = ("iddiff", "redlines")
FLOOR = """
import sys
from pathlib import Path
import git, mistune, rapidfuzz.distance, sentencex, typer, unidiff
if sys.argv[1:]:
    parse = mistune.create_markdown(renderer=None)
    for name in sys.argv[1:]:
        parse(Path(name).read_text(encoding="utf-8"))
"""
ANALYSIS = """
import json, sys, time
from pathlib import Path
import mistune, rapidfuzz.distance, sentencex
from specdiff.compare import compare
from specdiff.model.snapshot import Revision, Snapshot
from specdiff.parsing.parse import dialects
from specdiff.rules.catalogue import catalogue
from specdiff.sources.hunks import hunks
dialects(), catalogue()
texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]
old, new = (Snapshot(Revision(name), ("spec.md",), {"spec.md": text}) for name, text in zip(("old", "new"), texts))
changed = hunks(old.files, new.files, [("spec.md", "spec.md")])
parse = mistune.create_markdown(renderer=None)
marks = [time.process_time()]
for text in texts:
    parse(text)
marks.append(time.process_time())
for _ in range(2):
    compare(old, new, changed)
    marks.append(time.process_time())
print(json.dumps([after - before for before, after in zip(marks, marks[1:])]))
"""
WHY = """The first two targets are missed where "met" says no. The floor finds blocks and links, and nothing else. Beyond it specdiff imports its own
modules and a hundred rules (about an eighth of a whole process), makes the patterns that it reads by (a tenth, some of it while it imports), reads by its
cue words every sentence that is not the same on both sides, pairs sections, examples and sentences by words weighted by how rare they are, asks every rule
about all that did not stay as it was, and weighs what they found, in Python. Of a first analysis of the larger pairs parsing and matching take rather more
than a fifth each, the rules with the reading they ask for nearly a third, the weighing of values a fifth, putting the review together the rest; no
function takes more than a twentieth by itself. Compiling its modules with mypyc was tried and brought a twentieth: the time is spent in patterns,
dictionaries and strings, which are compiled already. Looking phrases up word by word, in place of patterns of them, brought nothing. Coming down to the
targets would take reading less."""
Row = tuple[str, ...]


def main() -> int:
    """Measure and write the page; return the exit status."""
    sizes = [int(size) for size in sys.argv[1:]] or [1, 10, 100]
    folder = cache()
    for size in sizes:
        subprocess.run([PYTHON, str(Path(__file__).with_name("generate.py")), str(folder / str(size)), str(size)], check=True)  # noqa: S603
    parts = [*_releases(folder), *_grown(folder, sizes), *_start(), *_others(folder, sizes)]
    PAGE.write_text("\n\n".join((_heading(), *parts)) + "\n", encoding="utf-8")
    sys.stdout.write(PAGE.read_text(encoding="utf-8"))
    return 0


def _heading() -> str:
    git = subprocess.run(["git", "--version"], check=True, capture_output=True, text=True).stdout.strip()  # noqa: S607
    machine = f"{platform.system()} on {platform.machine()}, {os.cpu_count()} processors, CPython {platform.python_version()}, {git}"
    return (
        "# Performance\n\nWritten by `make bench`, in one run on one machine "
        f"({machine}; load {os.getloadavg()[0]:.1f} when it ended). Seconds differ from machine to machine and with what else it does; "
        "ratios are what to compare. CPU is user and system time of a whole process with all that it started; a ratio is the median of ratios between "
        "processes that ran one after the other."
    )


def _releases(folder: Path) -> Iterator[str]:
    """Yield what two real releases take, as whole processes and as a library."""
    if not BUNDLE.exists():
        yield "## Real releases\n\nThe annotated releases (`../shared`) were not there; nothing was measured."
        return
    spec = folder / "releases"
    if not spec.exists():
        subprocess.run(["git", "clone", "--quiet", str(BUNDLE), str(spec)], check=True)  # noqa: S603, S607
    tags = subprocess.run(["git", "-C", str(spec), "tag"], check=True, capture_output=True, text=True).stdout.split()  # noqa: S603, S607
    files = {tag: folder / f"{tag}.md" for tag in tags}
    for tag, file in files.items():
        file.write_bytes(subprocess.run(["git", "-C", str(spec), "show", f"{tag}:model_spec.md"], check=True, capture_output=True).stdout)  # noqa: S603, S607
    rows: list[Row] = []
    targets: list[Row] = []
    for old, new in combinations(tags, 2):
        texts = (str(files[old]), str(files[new]))
        costs = rounds(
            {
                "imports": [PYTHON, "-c", FLOOR],
                "floor": [PYTHON, "-c", FLOOR, *texts],
                "specdiff": [SPECDIFF, old, new, "--repo", str(spec), "--format", "json"],
                "terminal": [SPECDIFF, old, new, "--repo", str(spec), "--format", "terminal", "--no-pager"],
                "git": ["git", "-C", str(spec), "diff", "--word-diff", old, new],
            },
            TURNS,
        )
        floor, git = costs["floor"], costs["git"]
        shown = (
            ("imports", "only imports what specdiff uses"),
            ("floor", "imports, and mistune parses both texts (the floor)"),
            ("specdiff", "specdiff --format json"),
            ("terminal", "specdiff --format terminal"),
            ("git", "git diff --word-diff"),
        )
        rows += [(f"{old}..{new}: {said}", *_figures(typical(costs[name])), f"{ratio(costs[name], floor):.2f}") for name, said in shown]
        inner = inside(PYTHON, ANALYSIS, *texts, times=TURNS)
        first, again = (median(one[at] / one[0] for one in inner) for at in (1, 2))
        rows.append((f"{old}..{new}: two mistune parses, inside a process", f"{median(one[0] for one in inner):.3f}", "", "", ""))
        rows.append((f"{old}..{new}: the analysis, inside a process", f"{median(one[1] for one in inner):.3f}", "", "", ""))
        whole = ratio(costs["specdiff"], floor)
        targets += [
            (f"{old}..{new}: whole process, CPU against the floor", "2.2", f"{whole:.2f}", _met(whole, 2.2)),
            (f"{old}..{new}: analysis against two mistune parses, first call in a process", "2.5", f"{first:.2f}", _met(first, 2.5)),
            (f"{old}..{new}: the same, called again (sentences are remembered)", "", f"{again:.2f}", ""),
            (f"{old}..{new}: whole process, CPU against git diff --word-diff", "", f"{ratio(costs['specdiff'], git):.1f}", ""),
        ]
    yield "## Real releases\n\n" + _table(("what", "CPU s", "by the clock s", "peak MB", "CPU against the floor"), rows)
    yield _table(("ratio", "target: at most", "measured", "met"), targets)
    if any(row[3].startswith("no") for row in targets):
        yield WHY


def _start() -> Iterator[str]:
    """Yield what commands take that read no spec, and the packaged fixture."""
    fixtures = ROOT / "fixtures" / "lantern"
    costs = rounds(
        {
            "python -c 'import typer, rich'": [PYTHON, "-c", "import typer, rich"],
            "specdiff --help": [SPECDIFF, "--help"],
            "specdiff rules": [SPECDIFF, "rules"],
            "specdiff fixtures/lantern/v1 v5": [SPECDIFF, str(fixtures / "v1"), str(fixtures / "v5"), "--format", "json"],
        },
        TURNS,
    )
    base = next(iter(costs.values()))
    rows = []
    for name, one in costs.items():
        against, bound = ratio(one, base), "1.3" if name in ("specdiff --help", "specdiff rules") else ""
        rows.append((name, *_figures(typical(one)), f"{against:.2f}", bound, _met(against, 1.3) if bound else ""))
    yield "## Starting\n\n" + _table(
        ("what", "CPU s", "by the clock s", "peak MB", "CPU against the first", "target: at most", "met"), rows
    )


def _grown(folder: Path, sizes: Sequence[int]) -> Iterator[str]:
    """Yield how cost grows with the text."""
    kinds = [*(f"changed-{share}" for share in SHARES), "moved"]
    start = _start_up(folder)
    first: dict[str, Cost] = {}
    rows: list[Row] = []
    for size in sizes:
        for kind in kinds:
            cost = _median_of(max(1, 7 // size), folder / str(size) / "before.md", folder / str(size) / f"{kind}.md")
            megabytes = (folder / str(size) / "before.md").stat().st_size / 1e6
            base = first.setdefault(kind, cost)
            times = (cost.cpu / base.cpu, cost.peak / base.peak)
            rows.append(
                (
                    f"{size}x ({megabytes:.1f} MB a side), {_said(kind)}",
                    *_figures(cost),
                    *(f"{one:.1f}" for one in times),
                    *_bound(size, sizes[0], cost, base),
                )
            )
            sys.stderr.write(f"{rows[-1]}\n")
    heads = (
        "spec",
        "CPU s",
        "by the clock s",
        "peak MB",
        "times the CPU",
        "times the peak",
        "target: at most",
        "met",
    )
    yield (
        "## Growth\n\nGenerated specs with the shape of a real one and words of their own (`benchmarks/generate.py`), compared as files with `--format json`; "
        f"what a whole process takes to compare two files of one line is {start.cpu:.2f} s and {start.peak:.0f} MB. "
        "Most of the smallest is that start, so that the text costs more than in proportion where it is not counted.\n\n"
        + _table(heads, rows)
    )


def _bound(size: int, base: int, cost: Cost, first: Cost) -> tuple[str, str]:
    """Return what ten and a hundred times the text may cost, and whether that was kept."""
    times, peak = {10: (12.0, 0.0), 100: (140.0, 2500.0)}.get(size, (0.0, 0.0)) if base == 1 else (0.0, 0.0)
    if not times:
        return "", ""
    worst = max(cost.cpu / first.cpu, cost.peak / first.peak) / times
    said = f"{times:.0f} times{f', {peak:.0f} MB' if peak else ''}"
    return said, _met(max(worst, cost.peak / peak) if peak else worst, 1.0)


def _start_up(folder: Path) -> Cost:
    files = [folder / "one.md", folder / "two.md"]
    for file, word in zip(files, ("must", "should"), strict=True):
        file.write_text(f"The assistant {word} answer.\n", encoding="utf-8")
    return _median_of(TURNS, *files)


def _median_of(times: int, old: Path, new: Path) -> Cost:
    return (
        typical(rounds({"specdiff": [SPECDIFF, str(old), str(new), "--format", "json"]}, times)["specdiff"])
        if times > 1
        else _once(old, new)
    )


def _once(old: Path, new: Path) -> Cost:
    cost = run([SPECDIFF, str(old), str(new), "--format", "json"])
    if cost is None:
        raise RuntimeError(f"{old} {new}")
    return cost


def _others(folder: Path, sizes: Sequence[int]) -> Iterator[str]:
    """Yield what other tools take, in an environment of their own."""
    python = _environment(folder)
    rows: list[Row] = []
    given_up: set[str] = set()
    for size in sizes:
        old, new = (str(folder / str(size) / f"{name}.md") for name in ("before", "changed-10"))
        commands = {
            "specdiff": [SPECDIFF, old, new, "--format", "json"],
            "git diff --word-diff": ["git", "diff", "--no-index", "--word-diff", old, new],
            "iddiff": [str(python.with_name("iddiff")), old, new],
            "redlines": [str(python.with_name("redlines")), "markdown", "--quiet", old, new],
        }
        for name, command in commands.items():
            if name in OTHERS and not Path(command[0]).exists():
                rows.append((f"{size}x: {name}", "could not be installed", "", ""))
                continue
            if name in given_up:
                rows.append((f"{size}x: {name}", "not tried", "", ""))
                continue
            cost = run(command, seconds=BOUND if name in OTHERS else 3600.0, good=(0, 1))
            given_up |= set() if cost else {name}
            rows.append((f"{size}x: {name}", *(_figures(cost) if cost else (f"failed, or not done in {BOUND:.0f} s", "", ""))))
            sys.stderr.write(f"{rows[-1]}\n")
    yield (
        "## Beside other tools\n\nThe generated specs with 10 % of their sections changed. "
        "These tools show which words differ and say nothing of what that means.\n\n"
        + _table(("what", "CPU s", "by the clock s", "peak MB"), rows)
    )


def _environment(folder: Path) -> Path:
    """Return the Python of an environment that holds the other tools."""
    home = folder / "others"
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *OTHERS, "typing_extensions"], check=False)  # noqa: S603
    return python


def _said(kind: str) -> str:
    return "every section moved" if kind == "moved" else f"{kind.partition('-')[2]} % changed"


def _figures(cost: Cost) -> Row:
    return f"{cost.cpu:.2f}", f"{cost.wall:.2f}", f"{cost.peak:.0f}"


def _met(measured: float, target: float) -> str:
    return "yes" if measured <= target else f"no: {measured / target:.2f} times the target"


def _table(heads: Sequence[str], rows: Sequence[Row]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    raise SystemExit(main())
