"""Every setting there is: what it means, what it is without one, where it may be said. ``init`` and docs/configuration.md are written from this."""

from collections.abc import Iterator
from textwrap import wrap
from typing import NamedTuple

WIDTH = 100
HEAD = """\
# specdiff: a semantic diff and change review for behaviour specs. Every setting is optional.
# An option of the command line is over the environment (SPECDIFF_…), and that over this file.
# Under CI the file of the older revision holds; see docs/configuration.md.
"""


class Key(NamedTuple):
    """A top key of ``specdiff.toml``. ``sample`` is TOML that shows its use; ``option`` and ``variable`` are empty where it has none."""

    name: str
    about: str
    default: str
    sample: str
    option: str = ""
    variable: str = ""
    several: str = ""


KEYS = (
    Key(
        "path",
        "The files that are the spec: paths or globs in the repository.",
        "the one Markdown file that reads like a spec is found",
        'path = ["policies/model_spec.md"]',
        "--path",
        "SPECDIFF_PATH",
        "separated by the system's path separator (a colon, on Windows a semicolon)",
    ),
    Key(
        "dialect",
        'How the spec is written: "model-spec" or "plain".',
        "it is recognised",
        'dialect = "model-spec"',
        "--dialect",
        "SPECDIFF_DIALECT",
    ),
    Key(
        "levels",
        "The levels of authority, highest first, for a spec that does not list its own. A list in the document itself is over this one.",
        "those that the dialect knows, else none",
        'levels = ["root", "system", "developer", "user", "guideline"]',
        "",
        "SPECDIFF_LEVELS",
        "separated by commas",
    ),
    Key(
        "fail-on",
        'Exit with 1 where a finding that nobody accepted is at or above this severity: "critical", "major", "minor", "editorial" or "never".',
        '"never"',
        'fail-on = "critical"',
        "--fail-on",
        "SPECDIFF_FAIL_ON",
    ),
    Key(
        "format",
        "The format of the review where none is asked for; a list for several.",
        '"terminal"',
        'format = "markdown"',
        "--format",
        "SPECDIFF_FORMAT",
        "separated by commas",
    ),
    Key(
        "approvals",
        "The file of findings that were accepted, in the repository (see `specdiff approve`).",
        '".specdiff/approvals.toml"',
        'approvals = ".specdiff/approvals.toml"',
        "",
        "SPECDIFF_APPROVALS",
    ),
    Key(
        "repository-url",
        "Where the lines of both revisions can be read, for links.",
        'the web address of the remote "origin"',
        'repository-url = "https://github.com/OWNER/REPOSITORY"',
        "",
        "SPECDIFF_REPOSITORY_URL",
    ),
    Key(
        "pairs",
        "Pairs of values to weigh against each other, besides the built-in ones. A value is a built-in one or one of [values].",
        "the built-in pairs",
        'pairs = [["thrift", "helpfulness"]]',
    ),
    Key(
        "severity",
        'The severity of a rule, or of all rules that a glob names; "off" too (see `specdiff rules`). The last that fits decides.',
        "each rule's own, raised or lowered by what it touches",
        '[severity]\n"commentary/*" = "off"\n"example/retitled" = "editorial"',
    ),
    Key(
        "override",
        "The same in some sections only: a glob of rules, a glob of section ids, or both. These are over [severity], and the last that fits decides.",
        "none",
        '[[override]]\nrule = "statement/*"\nsection = "style_*"\nseverity = "minor"',
    ),
    Key(
        "values",
        "Values of your own, or more words for a built-in one: words that speak for it, and words that speak against it. A final * is any ending.",
        "the built-in values",
        '[values.thrift]\nwords = ["thrift", "save"]\ncontrary = ["waste", "squander"]',
    ),
    Key(
        "renames",
        "Sections that are known to have another id now: the old id, and the new one.",
        "sections are recognised by their ids, titles and contents",
        '[renames]\nold_id = "new_id"',
    ),
)
NAMES = tuple(sorted(key.name for key in KEYS))


def template() -> str:
    """Return a ``specdiff.toml`` in which every setting is explained and none is made."""
    return HEAD + "".join(f"\n{_explained(key)}" for key in KEYS)


def _explained(key: Key) -> str:
    comment = "\n".join(f"# {line}" for line in wrap(f"{key.about} Default: {key.default}.", WIDTH - 2))
    return f"{comment}\n" + "".join(f"# {line}\n" for line in key.sample.splitlines())


def reference() -> Iterator[str]:
    """Yield docs/configuration.md's part on each setting, paragraph by paragraph."""
    for key in KEYS:
        yield f"### `{key.name}`"
        yield key.about
        yield f"```toml\n{key.sample}\n```"
        ways = [f"option `{key.option}`"] if key.option else []
        ways += [f"environment `{key.variable}`{f' ({key.several})' if key.several else ''}"] if key.variable else []
        yield f"Default: {key.default}. " + (f"Also: {', '.join(ways)}." if ways else "In the file only.")
