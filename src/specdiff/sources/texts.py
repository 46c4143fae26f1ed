"""Bytes to text: only what is surely text, with the name and the byte offset where it is not."""

from specdiff.errors import SpecdiffError

_MARKS = ((b"\xff\xfe\x00\x00", "UTF-32"), (b"\x00\x00\xfe\xff", "UTF-32"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


def decoded(name: str, raw: bytes) -> str:
    """Return the text of a file; a byte order mark is dropped, lone CR line ends become LF.

    Raises SpecdiffError for binary, UTF-16/32 or invalid UTF-8 data, with the byte offset.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            raise SpecdiffError(f"{name!r} is {encoding}, specdiff reads UTF-8; convert it: iconv -f {encoding} -t UTF-8 (byte offset 0)")
    at = raw.find(b"\0")
    if at >= 0:
        raise SpecdiffError(f"{name!r} is not text: a NUL byte at byte offset {at}; name the spec with --path")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SpecdiffError(f"{name!r} is not valid UTF-8 at byte offset {error.start}; convert it or name the spec with --path") from None
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")
    return text
