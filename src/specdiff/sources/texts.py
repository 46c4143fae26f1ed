"""Bytes to text: only what is surely text, with the name and the byte offset where it is not."""

import re

from specdiff.errors import SpecdiffError

MAX_BYTES = 40 * 1024 * 1024
MAX_LINE = 2 * 1024 * 1024
_MARK = b"\xef\xbb\xbf"
_OTHER_MARKS = ((b"\xff\xfe\x00\x00", "UTF-32"), (b"\x00\x00\xfe\xff", "UTF-32"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
_POINTER = b"version https://git-lfs.github.com/spec/"
_LONE = re.compile(r"\r(?!\n)")


def quoted(name: str) -> str:
    r"""Return a name in quotes, on one line: what cannot be printed is escaped, bytes that are no UTF-8 as ``\xNN``."""
    return repr(name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"))


def printable(text: str) -> str:
    """Return a text as it is where it can be printed on one line, else quoted."""
    return text if text.isprintable() else quoted(text)


def decoded(raw: bytes, what: str, instead: str = "name the spec with --path, or convert it to UTF-8") -> str:
    r"""Return the text of a file. *what* names it in errors ("'spec.md' in 'v1'"); *instead* says what to do about one that is no text.

    A byte order mark is dropped. Line ends stay as written, and every line end holds one ``\n``, so that a line's number is one more than
    the ``\n`` before it: where carriage returns alone end the lines they become ``\n``, and a stray one becomes a blank.
    Raises SpecdiffError for binary data, UTF-16 or UTF-32, invalid UTF-8, what is too large, and a line that nobody wrote.
    """
    sized(len(raw), what)
    for mark, encoding in _OTHER_MARKS:
        if raw.startswith(mark):
            raise SpecdiffError(f"{what} is {encoding} (its mark is at byte 0), not UTF-8; convert it: iconv -f {encoding} -t UTF-8")
    null = raw.find(b"\0")
    if null >= 0:
        raise SpecdiffError(f"{what} is not text: there is a NUL at byte {null}; {instead}")
    if raw.startswith(_POINTER):
        raise SpecdiffError(f"{what} is only a Git LFS pointer; fetch it (git lfs pull) and compare the files themselves")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = error.start + (len(_MARK) if raw.startswith(_MARK) else 0)
        raise SpecdiffError(
            f"{what} is not UTF-8: byte {byte} (0x{raw[byte]:02X}) cannot be decoded; convert it, e.g. iconv -f LATIN1 -t UTF-8"
        ) from None
    lone = text.count("\r") - text.count("\r\n") if "\r" in text else 0
    return _written(_LONE.sub("\n" if lone > text.count("\n") else " ", text) if lone else text, what)


def _written(text: str, what: str) -> str:
    """Return the text. Raises SpecdiffError for a line longer than any that somebody wrote."""
    if len(text) > MAX_LINE:
        for number, line in enumerate(text.split("\n"), 1):
            if len(line) > MAX_LINE:
                raise SpecdiffError(
                    f"{what} has {len(line) // 2**20} MB in line {number}, and {MAX_LINE // 2**20} MB is the most that is read;"
                    " name the Markdown that it was made of with --path, or wrap the line"
                )
    return text


def sized(size: int, what: str) -> None:
    """Raise SpecdiffError for a file that is too large to review (*size* in bytes)."""
    if size > MAX_BYTES:
        raise SpecdiffError(
            f"{what} has {size // 2**20} MB, and {MAX_BYTES // 2**20} MB is the most that is read; name a smaller file with --path"
        )


def head(raw: bytes, size: int = 2**18) -> str:
    """Return the beginning of a file as text, whatever it holds: enough to tell what it is. *size* in bytes."""
    return raw[:size].decode("utf-8-sig", "replace")
