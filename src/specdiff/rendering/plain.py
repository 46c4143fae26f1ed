"""Text of a spec made safe to show: no control characters, no escapes, no invisible direction marks."""

import re
import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_LAST_OF_FOUR_DIGITS = 0xFFFF
_OBEYED = re.compile(r"(?<!\S)::(?=[^\s:])")


def printable(text: str) -> str:
    """Return *text* with control, format (bidirectional, zero-width) and unassigned characters shown as escapes with their code point.

    Line feeds stay (a carriage return before one goes), tabs become four blanks.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return "".join(map(_shown, text.replace("\r\n", "\n")))


def _shown(character: str) -> str:
    if character == "\n" or character.isprintable():
        return character
    if character == "\t":
        return "    "
    category = unicodedata.category(character)
    if category not in _UNSEEN:
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= _LAST_OF_FOUR_DIGITS else f"\\U{code:08x}"


def one_line(text: str) -> str:
    """Return *text* as one printable line: every run of blanks and line breaks is one blank."""
    return printable(" ".join(text.split()))


def calm(text: str) -> str:
    """Return *text* with what a CI runner would obey in a log, ``::name`` at the beginning of a word and ``##[``, shown as escapes too."""
    return _OBEYED.sub(r"\\u003a:", text).replace("##[", "##\\u005b")
