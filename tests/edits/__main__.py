"""Make every kind of edit with many seeds and print how many were found, and found alone: ``python -m edits [--seeds N] [--first SEED] [KIND …]``.

Below the table stands a line for each edit that was not; ``--show`` prints these in full: what was expected, what was said instead, and the edit as
a line diff.
"""

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from os import cpu_count

from edits.run import Outcome, all_kinds, run, told

SEEDS = 20


@dataclass(frozen=True)
class Share:
    """How a kind of edit fared: edits made, those that mean something, those of them that were found, those of which nothing else was said."""

    family: str
    kind: str
    made: int
    meant: int
    hit: int
    clean: int


def tried(which: tuple[str, str], *, seeds: range, show: bool) -> tuple[Share, list[str]]:
    """Return how a kind fared with some seeds, and in words what went wrong."""
    family, name = which
    (kind,) = [one for one in all_kinds()[family] if one.name == name]
    outcomes = [outcome for seed in seeds if (outcome := run(kind, seed)) is not None]
    meant = [one for one in outcomes if one.edit.expected]
    share = Share(family, name, len(outcomes), len(meant), sum(one.hit for one in meant), sum(one.clean for one in outcomes))
    return share, [told(one) if show else line(one) for one in outcomes if not (one.hit and one.clean)]


def line(outcome: Outcome) -> str:
    """Say in one line what was not found (-) and what should not have been said (+)."""
    said = [f"- `{one.rule}`" for one in outcome.missing] + [f"+ `{one.rule.id}`" for one in outcome.extra]
    said += ["lines that no finding accounts for"] if outcome.review.unexplained else []
    return f"- {outcome.kind}, seed {outcome.seed}, in {outcome.before.name}: {', '.join(said)}"


def table(shares: Sequence[Share]) -> str:
    """Return the shares as a Markdown table with totals for each family and for all."""
    rows = []
    for family in dict.fromkeys(share.family for share in shares):
        ones = [share for share in shares if share.family == family]
        rows += [row(share.kind, [share]) for share in ones] + [row(f"**{family}**", ones)]
    return "\n".join(["| edit | made | hit | clean |", "|---|---:|---:|---:|", *rows, row("**all**", shares)])


def row(name: str, shares: Sequence[Share]) -> str:
    made, meant, hit, clean = (sum(getattr(share, what) for share in shares) for what in ("made", "meant", "hit", "clean"))
    return f"| {name} | {made} | {percent(hit, meant)} | {percent(clean, made)} |"


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="edits", description=__doc__)
    parser.add_argument("kinds", nargs="*", help="kinds or families (default: all)")
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--first", type=int, default=0, metavar="SEED", help="the first seed (default: 0)")
    parser.add_argument("--show", action="store_true")
    chosen = parser.parse_args(arguments)
    wanted = [
        (family, kind.name)
        for family, ones in all_kinds().items()
        for kind in ones
        if not chosen.kinds or family in chosen.kinds or kind.name in chosen.kinds
    ]
    shares, failed = [], []
    with ProcessPoolExecutor(cpu_count()) as pool:
        seeds = range(chosen.first, chosen.first + chosen.seeds)
        for share, said in pool.map(partial(tried, seeds=seeds, show=chosen.show), wanted):
            sys.stderr.write(f"{row(share.kind, [share])}\n")
            shares.append(share)
            failed += said
    sys.stdout.write("\n".join([table(shares), "", *failed, ""]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
