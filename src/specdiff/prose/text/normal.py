"""The normal form of inline Markdown: what a reader reads, with typography folded.

Two sources with the same normal form say the same in the same words.
"""

import html
import re

# Each alternative begins with the character it is about and looks back over it, so that the search can skip to the next such character.
_FOOTNOTE = re.compile(r"\[(?<=[^\n]\[)\^[^\]\s]+\]|\[\^[^\]\s]+\](?!:)")
_CODE = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_HELD = re.compile("\ue000(\\d+)\ue001")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])")
_AUTOLINK = re.compile(r"<((?:https?|mailto):[^>\s]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(
    r"\*(?:(?<![\w*]\*)\*{0,2}(?=\S)|(?<=\S\*)\*{0,2}(?![\w*])|(?<=\w\*)\*|\*(?=\w)|(?<=\w\*)(?=\w))"
    r"|_(?:(?<!\w_)_{0,2}(?=\S)|(?<=\S_)_{0,2}(?!\w))"
)
_MARKER = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
# A picture before a heading or an item is its dress; one that judges ("✅", "🚫") is not.
_ORNAMENT = re.compile(
    r"^(?:(?![✅❌❎✔✖✓✗✘☑☒⚠⛔🚫🛑👍👎🟢🔴🟡🟠❗❓‼⁉🔞🙅])[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff][\ufe0f\u200d]*)+\s+(?=\w)"
)
_DASH = re.compile(r"[\u2012-\u2015]|\u2212(?!\d)|-(?:(?<=\s-)-{0,2}(?=\s)|(?<![-<!]-)-{1,2}(?![->]))")
_FOLD = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2212": "-", "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None, "\ufeff": None,
        "\u2026": "...", "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u2022": "*",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """Return *text* with typography folded (quotes, dashes, spaces, ellipses, entities) and blanks collapsed; markup stays."""
    if "&" in text:
        text = html.unescape(text)
    if not text.isascii():
        text = _DASH.sub(" - ", text).translate(_FOLD)
    elif "--" in text:
        text = _DASH.sub(" - ", text)
    return " ".join(text.split())


def normal(markdown: str) -> str:
    """Return the normal form of inline Markdown: markup stripped, footnote marks dropped, typography folded.

    Links become their text, ``[?](#x)`` becomes ``[?]``; the case of letters is kept.
    """
    text = _MARKER.sub("", markdown)
    held: list[str] = []
    if "`" in text:
        text = _CODE.sub(lambda found: _hold(found[2], held), text)
    if "[" in text:
        text = _FOOTNOTE.sub("", text)
        text = _IMAGE.sub(r"\1", text)
        text = _LINK.sub(lambda found: "[?]" if found[1] == "?" else found[1], text)
    if "<" in text:
        text = _AUTOLINK.sub(r"\1", text)
        text = _TAG.sub("", text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub("", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    text = fold(text.replace("`", ""))
    if not text.isascii():
        text = _ORNAMENT.sub("", text)
    return _HELD.sub(lambda found: held[int(found[1])] if int(found[1]) < len(held) else found[0], text) if held else text


def _hold(code: str, held: list[str]) -> str:
    """Put a code span by: what looks like markup or typography in it is what it says."""
    held.append(" ".join(code.split()))
    return f"\ue000{len(held) - 1}\ue001"
