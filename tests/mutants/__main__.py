"""Mutation testing of the rules: ``make mutants``. Does some test notice if a rule compares the other way round?

One thing at a time is changed in a module of ``specdiff.rules`` (``made``), and the tests of rules and review that can see it run, and the checks of the rules' pages (``tried``). A
mutant that no test notices must stand in ``survivors.toml`` with the reason, or the run fails; so it does for an entry there of which no mutant
is left, or whose mutants are noticed by now.

    python -m mutants [PART OF A MODULE'S NAME …]
"""

import os
import sys
import tomllib
from collections import Counter
from pathlib import Path

from mutants.made import Mutant, modules, mutants
from mutants.tried import ENDLESS, KILLED, SURVIVED, outcomes, prepared

LIST = Path(__file__).parent / "survivors.toml"
Key = tuple[str, str, str, str]


def explained() -> dict[Key, str]:
    """Return the reasons, by what is changed where."""
    listed = tomllib.loads(LIST.read_text(encoding="utf-8")).get("survivor", [])
    assert all(one["why"].strip() for one in listed), "an entry of survivors.toml says no reason"
    return {(one["module"], one["function"], one["was"], one["becomes"]): one["why"] for one in listed}


def key(mutant: Mutant) -> Key:
    return mutant.module, mutant.function, mutant.was, mutant.becomes


def main() -> int:
    """Try every mutant; return 0 where each is killed or explained, and every explanation is needed."""
    parts = sys.argv[1:]
    reasons = explained()
    tests = prepared()
    some = list(modules(parts))
    names = {name for name, _, _ in some}
    every = (mutant for module in some for mutant in mutants(*module))
    counts: Counter[str] = Counter()
    needed: set[Key] = set()
    for mutant, became in outcomes(every, tests, at_once=min(2, os.cpu_count() or 1)):
        counts[became] += 1
        if became == SURVIVED and key(mutant) in reasons:
            needed.add(key(mutant))
            counts["explained"] += 1
        elif became == SURVIVED:
            print(mutant, flush=True)
    needless = [one for one in reasons if one[0] in names and one not in needed]
    for one in needless:
        print("no mutant survives that is listed as", *one, sep="\n  ")
    left = counts[SURVIVED] - counts["explained"]
    print(
        f"{sum(counts[one] for one in (KILLED, ENDLESS, SURVIVED)):,} mutants in {len(names)} modules, {len(tests):,} tests:"
        f" {counts[KILLED] + counts[ENDLESS]:,} killed ({counts[ENDLESS]} by never ending), {counts['explained']} equivalent with a reason, {left} survived"
    )
    return 1 if left or needless else 0


if __name__ == "__main__":
    sys.exit(main())
