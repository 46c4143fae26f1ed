"""Bytes to text, addresses, globs, spellings: small laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specdiff.errors import SpecdiffError
from specdiff.sources.globs import escaped, matches
from specdiff.sources.naming import Range, is_file_only, split_path, split_range
from specdiff.sources.texts import decoded, printable, quoted
from specdiff.sources.web import web_address


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"a\nb\n", "a\nb\n"),
        (b"\xef\xbb\xbfa\n", "a\n"),
        (b"a\r\nb\r\n", "a\r\nb\r\n"),
        (b"a\rb\rc", "a\nb\nc"),
        (b"a\rb\rc\rd\n", "a\nb\nc\nd\n"),
        (b"a\rb\nc\nd\n", "a b\nc\nd\n"),
        (b"a\r\r\nb\r\r\n", "a \r\nb \r\n"),
        (b"", ""),
        ("a\u2028b\x0bc\x0cd\n".encode(), "a\u2028b\x0bc\x0cd\n"),
    ],
)
def test_every_line_end_holds_one_line_feed(raw: bytes, text: str) -> None:
    assert decoded(raw, "x") == text


@given(st.text(alphabet=st.sampled_from("ab\r\n \u2028"), max_size=30))
def test_no_carriage_return_is_left_but_before_a_line_feed(text: str) -> None:
    read = decoded(text.encode(), "x")
    assert "\r" not in read.replace("\r\n", "")
    if read.count("\r") == read.count("\n") == text.count("\n"):
        assert read.count("\n") == text.count("\n")


@given(st.binary(max_size=60))
def test_any_bytes_give_a_text_or_one_line(raw: bytes) -> None:
    try:
        said = "x is a NUL\n" if "\0" in decoded(raw, "x") else "x is text"
    except SpecdiffError as error:
        said = str(error)
    assert said.startswith("x is ")
    assert said.isprintable()


def test_names_in_messages_fit_one_line() -> None:
    assert quoted("a\nb\x1b\u202e") == r"'a\nb\x1b\u202e'"
    assert quoted("caf\udce9") == r"'caf\\xe9'"
    assert (printable("a b"), printable("a\nb")) == ("a b", r"'a\nb'")


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://github.com/a/b.git", "https://github.com/a/b"),
        ("https://github.com/a/b/", "https://github.com/a/b"),
        ("https://user:secret@github.com/a/b.git", "https://github.com/a/b"),
        ("https://x-access-token:abc@d@github.com/a/b", "https://github.com/a/b"),
        ("https://git.example.com:8443/a/b.git", "https://git.example.com:8443/a/b"),
        ("http://git.example.com:8080/a/b.git", "https://git.example.com/a/b"),
        ("git@github.com:a/b.git", "https://github.com/a/b"),
        ("github.com:a/b", "https://github.com/a/b"),
        ("ssh://git@github.com/a/b.git", "https://github.com/a/b"),
        ("ssh://git@github.com:2222/a/b.git", "https://github.com/a/b"),
        ("git@gitlab.example.org:group/sub/b.git", "https://gitlab.example.org/group/sub/b"),
        ("git://GitHub.com/a/b.git", "https://github.com/a/b"),
        ("", None),
        ("/srv/git/a.git", None),
        ("../a", None),
        ("file:///srv/a.git", None),
        ("C:\\repos\\a", None),
        ("work:a/b.git", None),
        ("https://github.com/", None),
        ('https://github.com/a/b"><script>', None),
        ("https://github.com/a b", None),
        ("javascript:alert(1)", None),
        ("https://evil.example\n/a", None),
    ],
)
def test_the_web_address_of_a_remote(url: str, address: str | None) -> None:
    assert web_address(url) == address


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*.md", "a.md", True),
        ("*.md", "x/a.md", False),
        ("**/*.md", "a.md", True),
        ("**/*.md", "x/y/a.md", True),
        ("x/**", "x/y/a.md", True),
        ("x/**", "y/a.md", False),
        ("?.md", "a.md", True),
        ("?.md", "/.md", False),
        ("[ab].md", "b.md", True),
        ("[!ab].md", "c.md", True),
        ("[!ab].md", "a.md", False),
        ("[a-c].md", "b.md", True),
        ("[a].md", "[a].md", False),
        ("[", "[", True),
        ("a.md", "aXmd", False),
        ("e\u0301.md", "\u00e9.md", True),
        ("a\n*.md", "a\nb.md", True),
        ("[]].md", "].md", True),
        ("[]", "[]", True),
    ],
)
def test_globs(pattern: str, path: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert matches(path, pattern) is expected


@given(st.text(alphabet=st.sampled_from("a*?[]!-^\\/. \n"), min_size=1, max_size=12))
def test_an_escaped_path_matches_itself(path: str) -> None:
    assert matches(path, escaped(path))


@given(st.text(alphabet=st.sampled_from("a*?[]!-^\\/. &|~"), max_size=12), st.text(alphabet=st.sampled_from("a[]!-/"), max_size=6))
def test_any_glob_is_understood_somehow(pattern: str, path: str) -> None:
    assert matches(path, pattern) in (True, False)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a..b", Range("a", "b", base=False)),
        ("a...b", Range("a", "b", base=True)),
        ("a..", Range("a", "HEAD", base=False)),
        ("..b", Range("HEAD", "b", base=False)),
        ("v1.0..v1.1", Range("v1.0", "v1.1", base=False)),
        ("HEAD^{/x..y}..b", Range("HEAD^{/x..y}", "b", base=False)),
        ("v1:a.md..v2:b.md", Range("v1:a.md", "v2:b.md", base=False)),
        ("HEAD^{/x..y}", None),
        ("v1:../a.md", None),
        ("v1:a/../b.md", None),
        ("../a", None),
        ("..", None),
        ("./a..b", None),
        ("main@{yesterday}", None),
    ],
)
def test_ranges(name: str, expected: Range | None) -> None:
    assert split_range(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("v1", ("v1", None)),
        ("v1:a.md", ("v1", "a.md")),
        ("v1:", ("v1", "")),
        ("v1:a:b.md", ("v1", "a:b.md")),
        ("HEAD^{/fix: this}", ("HEAD^{/fix: this}", None)),
        ("main@{2025-01-01 10:00}:a.md", ("main@{2025-01-01 10:00}", "a.md")),
        (":/fix: this", (":/fix: this", None)),
        (":a.md", ("", "a.md")),
        (":0:a.md", ("", "a.md")),
    ],
)
def test_paths_in_revisions(name: str, expected: tuple[str, str | None]) -> None:
    assert split_path(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("./a", True),
        ("../a", True),
        ("/a", True),
        (".", True),
        ("..", True),
        ("C:\\a", True),
        ("a", False),
        ("a/b", False),
        ("-", False),
        (".a", False),
    ],
)
def test_names_that_can_only_be_files(name: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert is_file_only(name) is expected
