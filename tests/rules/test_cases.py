"""The long tail of the rules, as Markdown: near misses, odd spellings, known limits.

A heading names a case, a sentence says why it is interesting where that is not plain, then come fenced blocks ``before``, ``after`` and ``findings``. A
line of the last is a rule, facts that matter, and ``@`` the section (the new one, else the old one). Beside facts it may name what is ``said``, how
``sure`` that is, and the ``lines`` shown ("3>5", "->5"). Exactly these findings are expected, apart from those folded under another; a block that
says ``echo`` before a rule expects it folded.
"""

import re
import shlex
from pathlib import Path

import pytest

from conftest import compare_texts
from specdiff.model.finding import Fact
from specdiff.model.review import Entry

FOLDER = Path(__file__).parent / "cases"
CASE = re.compile(
    r"^## (?P<name>[^\n]+)\n\n[^`]*?````before\n(?P<before>.*?)^````\n\n````after\n(?P<after>.*?)^````\n\n````findings\n(?P<findings>.*?)^````$",
    re.MULTILINE | re.DOTALL,
)


def cases() -> list[pytest.param]:
    return [
        pytest.param(case.groupdict(), id=f"{path.parent.name}: {case['name']}")
        for path in sorted(FOLDER.glob("*/*.md"))
        for case in CASE.finditer(path.read_text(encoding="utf-8"))
    ]


def shown(fact: Fact) -> str:
    return ", ".join(fact) if isinstance(fact, tuple) else str(fact)


def line(entry: Entry, wanted: str) -> str:
    """Write an entry as the expected line is written, with the facts that it names."""
    facts = [word.partition("=")[0] for word in shlex.split(wanted) if "=" in word]
    lines = ">".join(str(side.place.first_line) if side else "-" for side in (entry.old, entry.new))
    told = {**entry.facts, "said": entry.message, "sure": str(entry.confidence), "lines": lines}
    words = [entry.rule.id, *(f"{name}={shlex.quote(shown(told.get(name)))}" for name in facts)]
    return " ".join((*words, f"@ {entry.section.new or entry.section.old}"))


@pytest.mark.parametrize("case", cases())
def test_exactly_these_findings(case: dict[str, str]) -> None:
    review = compare_texts(case["before"], case["after"])
    wanted = [one for one in case["findings"].splitlines() if one.strip()]
    folded = sorted(one.removeprefix("echo ") for one in wanted if one.startswith("echo "))
    alone = sorted(one for one in wanted if not one.startswith("echo "))
    loose = [entry for entry in review.entries if entry.explained_by is None]
    echoes = [entry for entry in review.entries if entry.explained_by is not None]
    assert sorted(_best(entry, alone) for entry in loose) == alone
    assert set(folded) <= {_best(entry, folded) for entry in echoes}
    assert review.unexplained == ()


def _best(entry: Entry, wanted: list[str]) -> str:
    """Write the entry as the wanted line that it equals, else plainly."""
    return next((one for one in wanted if line(entry, one) == one), line(entry, ""))


def test_every_heading_is_a_case() -> None:
    texts = [path.read_text(encoding="utf-8") for path in FOLDER.glob("*/*.md")]
    assert len(cases()) == sum(text.count("````before\n") for text in texts) > 10
