"""Measure specdiff against what a person read in real releases and documents; writes ``docs/accuracy.md``.

Needs the annotated material in ``../shared``; without it nothing is measured and the exit status is 0 with a line that says so. ``--quick`` keeps the
table of known edits that the page has, which takes a minute or more to make.
"""

import ast
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
PAGE = ROOT / "docs" / "accuracy.md"
PAIRS = (("v2025.02.12", "v2025.04.11"), ("v2025.04.11", "v2025.09.12"))
EDITS = """
## One known edit at a time

Written by `make edits`: edits of real releases, other real documents and our own example spec, made at random places. *Hit*: exactly the finding that the edit
means is there, with its section and direction. *Clean*: nothing else is said above editorial, but for what is folded under that finding, and every changed line
is accounted for. An edit that changes what is asked for, or who may override it, may also be a shift of values, if nothing else is evidence for the
shift. Below the table stand the edits that fell short: what is missing (-), and what should not be there (+)."""
TRADES = """Shifts are told from the words of the sentences that changed. Where these name what is traded, in one of its many names, that
works; where it has to be known from the world ("the app waits for the child to ask", "the next story starts by itself") nothing is told, and silence
is no proof that nothing was traded. Of 120 invented policies that mostly name no value (`tests/trades`):"""
FIGURES = (
    "recall_high", "recall_medium", "recall_low", "exact_high", "exact_medium", "named", "precision_major", "ranked_high", "ranking_auc",
    "top20", "loud_per_gold", "invented", "findings",
)  # fmt: skip


def run(*command: str) -> str:
    """Return what a command prints."""
    return subprocess.run(  # noqa: S603 - our own commands
        command, check=True, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(ROOT / "tests")}
    ).stdout


def edits(page: str) -> str:
    """Return the table of known edits, made anew or (``--quick``) as the page has it."""
    if "--quick" in sys.argv and EDITS in page:
        return page.partition(EDITS)[2]
    return f"\n\n{run(sys.executable, '-m', 'edits')}"


def brief(line: str) -> str:
    """Return a line that a scorer prints, without the sentences that it quotes."""
    words = line.split(" | ")
    if line.startswith(" "):
        return " | ".join(words[:2]).strip()
    kind, severity, rule, *section = words[0].split(maxsplit=3)
    if section and section[0].startswith("{"):
        ids = ast.literal_eval(section[0])
        section = [ids["new"] or ids["old"] or ""]
    return " ".join((kind, severity, rule, *section))


def shifts(old: str, new: str, reported: list[dict[str, Any]]) -> list[str]:
    """Return a row of a table for each shift of values that a person found, and whether the review has it there in that direction.

    A person names a value in words of their own ("user control / informed consent"); it is ours where ours is one of them.
    """
    gold = json.loads((SHARED / "gold.json").read_text(encoding="utf-8"))["transitions"]
    wanted = [one for pair in gold if (pair["old"], pair["new"]) == (old, new) for one in pair["changes"] if one["kind"] == "value_shift"]
    return [
        f"| {old}..{new} | {one['gains']} | {one['loses']} | {one['confidence']} | "
        + ("yes" if any(_is(shift, one) for shift in reported) else "no")
        + " |"
        for one in wanted
    ]


def _is(shift: dict[str, Any], wanted: dict[str, Any]) -> bool:
    here = (wanted["section_new"] or wanted["section_old"]) in shift["sections"]
    return here and shift["gains"] in wanted["gains"] and shift["loses"] in wanted["loses"]


def main() -> int:
    """Measure and write the page; return the exit status."""
    if not (SHARED / "gold.json").exists():
        sys.stderr.write("the annotated material (../shared) is not here; nothing is measured\n")
        return 0
    specdiff = str(Path(sys.executable).parent / "specdiff")
    rows: dict[str, list[str]] = {name: [] for name in FIGURES}
    misses: list[str] = []
    told: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        spec = f"{folder}/spec"
        run("git", "clone", "--quiet", str(SHARED / "model_spec.bundle"), spec)
        for old, new in PAIRS:
            review = f"{folder}/review.json"
            run(specdiff, old, new, "--repo", spec, "--format", "json", "--output", review)
            printed = run(sys.executable, str(SHARED / "score.py"), str(SHARED / "gold.json"), old, new, review, "--misses", "--false")
            figures, end = json.JSONDecoder().raw_decode(printed)
            for name in FIGURES:
                rows[name].append(str(figures.get(name)))
            misses += [f"{old}..{new}: {brief(line)}" for line in printed[end:].splitlines() if line.strip()]
            told += shifts(old, new, json.loads(Path(review).read_text(encoding="utf-8"))["shifts"])
    *lines, facts = run(
        sys.executable, str(SHARED / "facts.py"), str(SHARED / "facts.json"), "--command", specdiff, "--misses"
    ).splitlines()  # fmt: skip
    misses += dict.fromkeys(f"other documents: {brief(line)}" for line in lines if line.startswith(" "))
    table = "\n".join(f"| {name} | {' | '.join(values)} |" for name, values in rows.items())
    heads = " | ".join(f"{old}..{new}" for old, new in PAIRS)
    PAGE.write_text(
        "# Accuracy\n\nWritten by `make accuracy`: hand-annotated releases of a real model spec, and known facts of twelve pairs of other real documents.\n\n"
        f"| figure | {heads} |\n|---|---|---|\n{table}\n\nOther documents (`plain`): `{facts}`\n\n## Shifts of values\n\n"
        "| transition | gains | over | marked | reported in its section |\n|---|---|---|---|---|\n"
        + "\n".join(told)
        + f"\n\n{TRADES}\n\n{run(sys.executable, '-m', 'trades')}"
        + "\n## What is missed, or loud without a reason\n\n"
        + "\n".join(f"- {line}" for line in misses)
        + f"\n{EDITS}{edits(PAGE.read_text(encoding='utf-8'))}",
        encoding="utf-8",
    )
    sys.stdout.write(PAGE.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
