"""The textual difference: exact line ranges, whatever ends or fills a line."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specdiff.model.place import Hunk
from specdiff.sources import hunks as module
from specdiff.sources.hunks import hunks

PAIRS = (("a.md", "b.md"),)


def of(old: str, new: str) -> tuple[Hunk, ...]:
    return hunks({"a.md": old}, {"b.md": new}, PAIRS)


def lines(text: str) -> list[str]:
    return [line.removesuffix("\r") for line in text.split("\n")][: None if text and not text.endswith("\n") else -1]


def applied(old: str, found: tuple[Hunk, ...]) -> list[str]:
    """Return the old lines with the hunks carried out."""
    out = lines(old)
    for one in reversed(found):
        start = one.old_start - 1 if one.old_count else one.old_start
        assert tuple(out[start : start + one.old_count]) == one.old_text
        out[start : start + one.old_count] = one.new_text
    return out


def test_equal_texts_give_nothing() -> None:
    assert of("a\nb\n", "a\nb\n") == ()


def test_a_changed_line_an_added_line_and_a_removed_line() -> None:
    assert of("a\nb\nc\nd\ne\n", "a\nB\nc\nx\ny\nd\n") == (
        Hunk("a.md", "b.md", 2, 1, 2, 1, ("b",), ("B",)),
        Hunk("a.md", "b.md", 3, 0, 4, 2, (), ("x", "y")),
        Hunk("a.md", "b.md", 5, 1, 6, 0, ("e",), ()),
    )


def test_a_file_that_was_added_or_removed_is_one_hunk() -> None:
    assert hunks({"a.md": "x\ny\n"}, {}, [("a.md", None)]) == (Hunk("a.md", None, 1, 2, 0, 0, ("x", "y"), ()),)
    assert hunks({}, {"b.md": "x"}, [(None, "b.md")]) == (Hunk(None, "b.md", 0, 0, 1, 1, (), ("x",)),)
    assert hunks({}, {"b.md": ""}, [(None, "b.md")]) == (Hunk(None, "b.md", 0, 0, 0, 0, (), ()),)


def test_several_files_in_the_order_given() -> None:
    old, new = {"z": "1\n", "m": "1\n", "a": "1\n"}, {"z": "2\n", "m": "1\n", "a": "2\n", "k": "3\n"}
    found = hunks(old, new, [("z", "z"), ("m", "m"), ("a", "a"), (None, "k")])
    assert [(one.old_path, one.new_path) for one in found] == [("z", "z"), ("a", "a"), (None, "k")]


def test_more_than_ten_files_keep_their_names() -> None:
    old, new = {str(n): f"{n}\n" for n in range(25)}, {str(n): f"{n}!\n" for n in range(25)}
    found = hunks(old, new, [(str(n), str(n)) for n in range(25)])
    assert [(one.old_path, one.new_text) for one in found] == [(str(n), (f"{n}!",)) for n in range(25)]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85"])
def test_only_a_line_feed_ends_a_line(separator: str) -> None:
    found = of(f"a{separator}b\nc\n", f"a{separator}b\nd{separator}e\n")
    assert found == (Hunk("a.md", "b.md", 2, 1, 2, 1, ("c",), (f"d{separator}e",)),)


def test_a_carriage_return_before_a_line_feed_is_no_difference() -> None:
    assert of("a\r\nb\r\nc\r\n", "a\nB\nc\n") == (Hunk("a.md", "b.md", 2, 1, 2, 1, ("b",), ("B",)),)


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("a\nb\n", "a\r\nb\r\n", [(1, 2)]),
        ("a\nb", "a\nb\n", [(2, 1)]),
        ("a\nb\n", "a\nb", [(2, 1)]),
        ("a\nb\nc\n", "a\r\nb\nc\r\n", [(1, 1), (3, 1)]),
        ("a\nb\nc", "a\r\nb\nc\n", [(1, 1), (3, 1)]),
    ],
)
def test_where_only_line_ends_differ_the_hunks_are_the_lines_that_end_otherwise(old: str, new: str, lines: list[tuple[int, int]]) -> None:
    assert [(one.old_start, one.old_count) for one in of(old, new)] == lines
    assert all((one.new_start, one.new_count) == (one.old_start, one.old_count) and one.old_text == one.new_text for one in of(old, new))


@pytest.mark.parametrize(
    "line",
    [
        "--- a/x",
        "+++ b/x",
        "@@ -1,3 +1,3 @@",
        "diff --git a/x b/x",
        "\\ No newline at end of file",
        "index 123..456 100644",
        "Binary files a and b differ",
        "-",
        "+",
        "\\",
        " ",
        "",
    ],
)
def test_a_text_that_looks_like_a_patch(line: str) -> None:
    changed, added = Hunk("a.md", "b.md", 2, 1, 2, 1, (line,), ("c",)), Hunk("a.md", "b.md", 3, 0, 4, 1, (), (line,))
    assert of(f"a\n{line}\nb\n", f"a\nc\nb\n{line}\n") == (changed, added)


def test_without_git_the_ranges_are_as_exact(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    old, new = "a\nb\nc\nd\ne\n", "a\nB\nc\nx\ny\nd\n"
    expected = of(old, new)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert of(old, new) == expected
    assert of("a\n", "a\nb\n") == (Hunk("a.md", "b.md", 1, 0, 2, 1, (), ("b",)),)
    monkeypatch.setattr(module, "FEW", 2)
    assert of(old, new) == (Hunk("a.md", "b.md", 2, 4, 2, 5, ("b", "c", "d", "e"), ("B", "c", "x", "y", "d")),)
    assert of("a\nb\n", "x\na\nb\n") == (Hunk("a.md", "b.md", 0, 0, 1, 1, (), ("x",)),)
    assert of("a\nb\n", "a\n") == (Hunk("a.md", "b.md", 2, 1, 1, 0, ("b",), ()),)


TEXTS = st.lists(
    st.sampled_from(["", "a", "b", "c d", "é\u2028x", "-", "+ y", "\\ No newline at end of file", "@@ -1 +1 @@"]), max_size=12
).map("\n".join)


@given(TEXTS, TEXTS)
def test_carrying_out_the_hunks_gives_the_new_text(old: str, new: str) -> None:
    found = of(old, new)
    assert applied(old, found) == lines(new)
    for one in found:
        assert tuple(lines(new)[number - 1] for number in one.new_lines()) == one.new_text
        assert tuple(lines(old)[number - 1] for number in one.old_lines()) == one.old_text


@given(TEXTS, TEXTS)
def test_without_git_carrying_out_the_hunks_gives_the_new_text(old: str, new: str) -> None:
    ranges = module._coarse(lines(old), lines(new))  # noqa: SLF001 - the way that is taken where there is no git
    found = tuple(
        Hunk("a", "b", a, n, b, m, tuple(lines(old)[a - 1 : a - 1 + n]) if n else (), tuple(lines(new)[b - 1 : b - 1 + m]) if m else ())
        for a, n, b, m in ranges
    )
    assert applied(old, found) == lines(new)


def test_growth_stays_bearable_for_texts_of_many_megabytes() -> None:
    source = random.Random(7)  # noqa: S311 - no secret
    text = [" ".join(str(source.randrange(10**6)) for _ in range(12)) if n % 2 else "" for n in range(100_000)]
    changed = [f"{line}!" if line and n % 20 == 1 else line for n, line in enumerate(text)]
    start = time.process_time()
    found = of("\n".join(text) + "\n", "\n".join(changed) + "\n")
    assert len(found) == 5000
    assert time.process_time() - start < 20  # a guard against quadratic growth, which would take minutes; no measure
