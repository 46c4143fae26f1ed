"""What a spec, a path, a revision or a configuration says never reaches the terminal as anything but text."""

import re
import sys

import pytest

from sources.repositories import Work

if sys.platform == "win32":
    pytest.skip("names with control characters are POSIX", allow_module_level=True)

from hard.limited import run

RED, LINK, TITLE, C1 = "\x1b[31m", "\x1b]8;;https://evil.example\x1b\\", "\x1b]0;owned\x07", "\x9b2J"
BIDI = "\u202e\u2066\u200f\u061c"
HOSTILE = f"{RED}{LINK}{TITLE}{C1}{BIDI}\x08\x7f\u2028\u200b"
NAME = HOSTILE.replace("/", "")
OURS = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;(?:https://[!-~]*)?\x1b\\")
"""The only sequences that specdiff itself writes: looks, and links to the repository's site."""
OLD = f"# Spec{HOSTILE} {{#spec{HOSTILE} authority=user}}\n\nThe {HOSTILE}assistant should be kind{HOSTILE}.\n\n**Example**: a{HOSTILE}b\n\n~~~xml\n<user>\n{HOSTILE}\n</user>\n~~~\n"
NEW = OLD.replace("should", "must").replace("a\x1b", "c\x1b") + f"\n## New{HOSTILE}\n\nNever {HOSTILE} lie.[^{HOSTILE.replace(' ', '')}]\n"


def obeyed(text: str, *, coloured: bool = False) -> set[str]:
    """Return what a terminal would obey in a text, or nobody would see."""
    rest = OURS.sub("", text) if coloured else text
    return {letter for letter in rest if not letter.isprintable() and letter != "\n"}


@pytest.fixture
def hostile(work: Work) -> Work:
    """A repository whose file, folder, tag, remote and configuration are hostile too."""
    work.git("remote", "add", "origin", f"https://example.com/a{RED}/b")
    for tag, text in (("h1", OLD), ("h2", NEW)):
        (work.folder / "spec.md").unlink(missing_ok=True)
        (work.folder / f"d{RED}").mkdir(exist_ok=True)
        (work.folder / f"d{RED}" / f"s{NAME}.md").write_text(text)
        work.commit(tag)
    work.git("branch", f"b{BIDI}", "h1")
    return work


@pytest.mark.parametrize(
    "words",
    [
        ("h1", "h2"),
        ("h1", "h2", "--verbose"),
        (f"b{BIDI}", "h2"),
        ("h1", "h2", "--format", "markdown"),
        ("h1", "h2", "--format", "json"),
        ("tree", "h2", "--statements"),
        ("tree", "h2", "--json"),
        ("match", "h1", "h2", "--all"),
        ("match", "h1", "h2", "--json"),
        ("explain", "--shift", "honesty:kindness", "h1", "h2"),
    ],
    ids="review verbose branch markdown json tree tree-json match match-json shift".split(),
)
def test_what_is_printed(hostile: Work, words: tuple[str, ...]) -> None:
    ran = run(hostile.folder, *words)
    assert ran.status == 0, ran.err
    assert ran.out
    assert obeyed(ran.out + ran.err) == set()


def test_colours_and_links_are_the_only_sequences(hostile: Work) -> None:
    ran = run(hostile.folder, "h1", "h2", "--color", "always", "--verbose")
    assert ran.status == 0
    assert "\x1b[" in ran.out
    assert obeyed(ran.out, coloured=True) == set()
    assert "evil" not in "".join(OURS.findall(ran.out))


@pytest.mark.parametrize(
    "words",
    [
        (f"v{HOSTILE}", "h2"),
        ("h1", f"h2:x{HOSTILE}.md"),
        (f"./x{HOSTILE}.md", "./y.md"),
        ("h1", "h2", "--path", f"x{HOSTILE}.md"),
        ("h1", "h2", "--repo", f"x{HOSTILE}"),
        ("h1", "h2", "--config", f"x{HOSTILE}"),
        ("h1", "h2", "--format", f"x{HOSTILE}"),
        ("h1", "h2", "--output", f"no{HOSTILE}/where"),
        ("h1", "h2", f"--x{HOSTILE}"),
        ("h1", "h2", "--dialect", f"x{HOSTILE}"),
        ("explain", f"x{HOSTILE}"),
        ("approve", f"x{HOSTILE}", "--reason", "a", "--by", "b"),
    ],
    ids="revision path-of-revision file path repo config format output option dialect rule fingerprint".split(),
)
def test_what_is_said_of_a_mistake(hostile: Work, words: tuple[str, ...]) -> None:
    ran = run(hostile.folder, *words)
    assert (ran.status, ran.out) == (2, "")
    assert re.fullmatch(r"specdiff: [^\n]+\n", ran.err)
    assert obeyed(ran.err) == set()


@pytest.mark.parametrize(
    "config",
    [
        f'x"{HOSTILE}',
        '"x\\u001b[31m\\u202e" = 1',
        'dialect = "x\\u001b[31m\\u202e"',
        'path = "x\\u001b[31m\\u202e.md"',
        '[severity]\n"x\\u001b[31m\\u202e" = "minor"',
        'pairs = [["x\\u001b[31m\\u202e", "honesty"]]',
        'repository-url = "\\u001b[31m\\u202e"',
        'fail-on = "\\u001b[31m\\u202e"',
    ],
    ids="syntax key dialect path rule pair url severity".split(),
)
def test_what_is_said_of_a_configuration(hostile: Work, config: str) -> None:
    hostile.commit("h3", specdiff__toml=config)
    ran = run(hostile.folder, "h1", "h3")
    assert (ran.status, ran.out) == (2, "")
    assert re.fullmatch(r"specdiff: [^\n]+\n", ran.err)
    assert obeyed(ran.err) == set()


def test_two_specs_to_choose_from(hostile: Work) -> None:
    for name in (f"a{NAME}.md", f"b{NAME}.md"):
        (hostile.folder / name).write_text(OLD)
    hostile.commit("h4")
    ran = run(hostile.folder, "h4", "h4")
    assert (ran.status, ran.out) == (2, "")
    assert obeyed(ran.err) == set()
