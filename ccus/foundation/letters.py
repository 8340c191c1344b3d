"""文字: what people see as one letter, and what of a typed text nobody sees.

Kanji stay as typed, with their variation selectors: 髙, 𠮷 and 葛󠄀 are letters of a name (DATA-20).
"""

import re
import unicodedata

_JOINERS = {"\u200c", "\u200d"}
_VARIATIONS = {*map(chr, range(0xFE00, 0xFE10)), *map(chr, range(0xE0100, 0xE01F0))}
_MARKS = {"Mn", "Mc", "Me"}
_LETTERS_WITH_JOINERS = range(0x0600, 0x18B0)
"""Arabic, the scripts of India, Burmese, Khmer and Mongolian: there an invisible joiner changes a letter."""
_COMPATIBILITY_KANJI = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f])")
_NEWER_KANJI = range(0x20000, 0x40000)
_EMOJI = (range(0x2600, 0x27C0), range(0x1F000, 0x20000), range(0x20E3, 0x20E4), range(0x2B05, 0x2B56))
_SIGNS = set("★☆♀♂♪♭♯")
"""Signs of every Japanese keyboard that lie between the emoji."""


def visible(text: str) -> str:
    r"""The text without what nobody sees: control characters, marks of direction, zero widths, lone surrogates.

    Letters that were typed in two parts (か and ゛) become one. Line breaks stay.

    >>> visible("abc\u202edef\u200b")
    'abcdef'
    """
    if text.isascii() and text.isprintable():
        return text  # quick: files hold numbers and days by the hundred thousand
    kept: list[str] = []
    for character in text:
        before = kept[-1] if kept else ""
        if _is_kept(character, before):
            kept.append(character)
    runs = _COMPATIBILITY_KANJI.split("".join(kept))
    return "".join(run if place % 2 else unicodedata.normalize("NFC", run) for place, run in enumerate(runs))


def letters(text: str) -> list[str]:
    r"""The text by letters, as people count them: marks and variation selectors belong to what they stand on.

    >>> len(letters("𠮷葛\U000e0100"))
    2
    """
    found: list[str] = []
    for character in text:
        if found and (_is_mark(character) or character in _JOINERS or found[-1][-1] == "\u200d"):
            found[-1] += character
        else:
            found.append(character)
    return found


def emoji_in(text: str) -> str:
    """The first 絵文字 of a text, or nothing."""
    return next((c for c in text if c not in _SIGNS and any(ord(c) in block for block in _EMOJI)), "")


def is_unknown(character: str) -> bool:
    """Whether no other machine would show the letter: 外字 of one computer, unassigned, or already damaged."""
    if character == "\ufffd":
        return True
    category = unicodedata.category(character)
    return category == "Co" or (category == "Cn" and ord(character) not in _NEWER_KANJI)


def _is_kept(character: str, before: str) -> bool:
    category = unicodedata.category(character)
    if character in _JOINERS:
        return before != "" and ord(before) in _LETTERS_WITH_JOINERS
    if _is_mark(character):
        return before != "" and not before.isspace() and character not in {"\ufe0e", "\ufe0f"}
    return character.isspace() or category not in {"Cc", "Cf", "Cs"}


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in _MARKS or character in _VARIATIONS
