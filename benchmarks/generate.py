"""Behaviour specs of any size, made up: the shape of a real one, words that nobody has written, no sentence twice.

The same seed gives the same text. New words come at the rate at which they come in prose (their number grows with the root of the length), so
that a longer spec is no repeat of a shorter one.
"""

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SECTIONS = 76
"""Sections of a spec of size 1, which is about a quarter of a megabyte."""
SHARES = (1, 10, 50)
"""Percentages of the sections that are changed."""
LEVELS = ("root", "system", "developer", "user", "guideline")
_FORCES = ("must", "must not", "should", "should not", "may", "should never", "must always", "can", "is required to", "should generally")
_CONDITIONS = (
    "",
    "",
    "",
    "if the {} is {}",
    "when {} asks about {}",
    "unless the {} says {}",
    "except for {} in {}",
    "as long as {} stays {}",
)
_LINKS = ("and", "or", "with", "for", "about", "without", "before", "after", "to", "from")
_SYLLABLES = (
    "ba",
    "cor",
    "den",
    "fi",
    "gal",
    "hu",
    "jin",
    "kel",
    "lo",
    "mar",
    "nes",
    "or",
    "pi",
    "qua",
    "ris",
    "su",
    "tam",
    "ul",
    "ven",
    "wy",
)


@dataclass(frozen=True)
class Policy:
    """One section. ``blocks`` are its paragraphs, lists, commentary and examples, as Markdown."""

    anchor: str
    title: str
    level: str
    depth: int
    blocks: tuple[str, ...]

    def text(self) -> str:
        """Return the section as Markdown."""
        head = f"{'#' * self.depth} {self.title} {{#{self.anchor} authority={self.level}}}"
        return "\n\n".join((head, *self.blocks)) + "\n\n"


class Writer:
    """Makes up sections, in words from a vocabulary that fits a spec of *size* times the real one."""

    def __init__(self, size: float, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - no secret
        self.size = size
        self.words = self._vocabulary(round(3000 * size**0.5))

    def _vocabulary(self, count: int) -> list[str]:
        words: dict[str, None] = {}
        while len(words) < count:
            words["".join(self.random.choices(_SYLLABLES, k=self.random.randint(1, 4)))] = None
        return sorted(words, key=len)

    def some(self, count: int) -> str:
        """Return *count* words, short ones frequently (Zipf), with little ones between."""
        out = []
        for number in range(count):
            if number and self.random.random() < 0.35:  # noqa: PLR2004 - the share of little words in English
                out.append(self.random.choice(_LINKS))
            out.append(self.words[int(len(self.words) ** self.random.random()) - 1])
        return " ".join(out)

    def sentence(self) -> str:
        """Return a sentence that binds."""
        condition = self.random.choice(_CONDITIONS).format(self.some(2), self.some(3))
        said = f"The assistant {self.random.choice(_FORCES)} {self.some(self.random.randint(4, 10))}"
        return f"{said} {condition}." if condition else f"{said}."

    def paragraph(self) -> str:
        """Return some sentences."""
        return " ".join(self.sentence() for _ in range(self.random.randint(2, 5)))

    def listing(self) -> str:
        """Return a list with what leads into it."""
        items = "\n".join(f"- {self.some(self.random.randint(5, 12))}." for _ in range(self.random.randint(3, 6)))
        return f"The assistant {self.random.choice(_FORCES)}:\n\n{items}"

    def commentary(self) -> str:
        """Return a block of commentary."""
        return f'!!! meta "Commentary"\n    {self.paragraph()}'

    def example(self) -> str:
        """Return an example with a good and a bad reply."""
        prompt, good, bad = (self.some(self.random.randint(*span)).capitalize() for span in ((6, 24), (10, 50), (10, 36)))
        return (
            f"**Example**: {self.some(4)}\n\n~~~xml\n<user>\n{prompt}?\n</user>\n<comparison>\n<assistant> <!-- GOOD: {self.some(4)} -->\n{good}.\n"
            f"</assistant>\n<assistant> <!-- BAD: {self.some(4)} -->\n{bad}.\n</assistant>\n</comparison>\n~~~"
        )

    def policy(self, number: int, others: int) -> Policy:
        """Return a section that refers to one of the *others*."""
        random = self.random
        blocks = [self.paragraph() for _ in range(random.randint(2, 4))]
        blocks.append(f"{self.sentence()[:-1]} as in [?](#policy_{random.randrange(others)}).")
        blocks += [self.listing()] * (random.random() < 0.5)  # noqa: PLR2004 - every other section
        blocks += [self.commentary()] * (random.random() < 0.35)  # noqa: PLR2004 - a third
        blocks += [self.example() for _ in range(random.randint(0, 5))]
        depth = 1 if number % 12 == 0 else random.choice((2, 2, 3))
        return Policy(f"policy_{number}", self.some(4).capitalize(), random.choice(LEVELS), depth, tuple(blocks))

    def spec(self) -> list[Policy]:
        """Return all sections."""
        count = round(SECTIONS * self.size)
        return [self.policy(number, count) for number in range(count)]

    def changed(self, spec: list[Policy], share: float) -> list[Policy]:
        """Return the sections with a *share* of them changed in one of the ways that releases change them."""
        return [self._change(policy) if self.random.random() < share else policy for policy in spec]

    def moved(self, spec: list[Policy]) -> list[Policy]:
        """Return the sections in another order, each under another one than before."""
        return self.random.sample(spec, len(spec))

    def _change(self, policy: Policy) -> Policy:
        ways: tuple[Callable[[Policy], Policy], ...] = (
            lambda one: replace(one, level=self.random.choice(LEVELS)),
            lambda one: replace(one, title=self.some(4).capitalize()),
            lambda one: replace(one, blocks=(*one.blocks, self.example())),
            lambda one: replace(one, blocks=(*one.blocks, self.paragraph())),
            lambda one: replace(one, blocks=one.blocks[:-1]),
            lambda one: replace(one, blocks=tuple(block.replace(" must ", " should ") for block in one.blocks)),
            lambda one: replace(one, blocks=tuple(block.replace(".", f" unless {self.some(3)}.", 1) for block in one.blocks)),
            lambda one: replace(one, blocks=tuple(self._reworded(block) for block in one.blocks)),
        )
        return self.random.choice(ways)(policy)

    def _reworded(self, block: str) -> str:
        """Return a block with a tenth of its words changed."""
        words = block.split(" ")
        return " ".join(self.some(1) if word.isalpha() and word.islower() and self.random.random() < 0.1 else word for word in words)  # noqa: PLR2004


def text(spec: list[Policy]) -> str:
    """Return the whole spec as Markdown."""
    return "# Overview\n\nThe assistant follows the levels of authority.\n\n" + "".join(policy.text() for policy in spec)


def write(folder: Path, size: int) -> None:
    """Write a spec of *size* and what became of it: a share of its sections changed, and every section moved."""
    writer = Writer(size, seed=size)
    before = writer.spec()
    folder.mkdir(parents=True, exist_ok=True)
    versions = {
        "before": before,
        "moved": writer.moved(before),
        **{f"changed-{share}": writer.changed(before, share / 100) for share in SHARES},
    }
    for name, spec in versions.items():
        (folder / f"{name}.md").write_text(text(spec), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
