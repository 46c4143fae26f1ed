"""Text of a spec made safe to show: no control characters, no escapes, no invisible direction marks."""

import unicodedata

_KEPT = {"\n", "\t"}


def printable(text: str) -> str:
    """Return *text* with control, format (bidirectional, zero-width) and unassigned characters shown as escapes with their code point; tabs become blanks."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character == "\t":
        return "    "
    if character in _KEPT:
        return character
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return f"\\u{ord(character):04x}"
    return character


def one_line(text: str) -> str:
    """Return *text* as one printable line."""
    return printable(" ".join(text.split()))
