"""文字の読み取り: names, lines, sentences, kana and roman letters. Takes typed text, gives what is kept."""

import re
import unicodedata

from ccus.foundation.entry.block import Field
from ccus.foundation.entry.faults import LetterRefused, TooLong
from ccus.foundation.japanese import katakana, not_katakana, tidy
from ccus.foundation.letters import emoji_in, is_unknown, letters, visible

CODE_POINTS_A_LETTER = 4
"""A column holds this many characters for each letter that a form allows."""
_LINE_BREAKS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_EMPTY_LINES = re.compile("\n{3,}")
_BESIDE_ROMAN = " -'."
_APOSTROPHES = str.maketrans("’‘`´ʼ＇", "''''''")
_DASHES = str.maketrans("‐‑–—―−ー", "-------")


def line(field: Field, typed: str) -> str:
    """一行: letters and kanji as typed, only spaces put right (DATA-20). Raises `LetterRefused`, `TooLong`."""
    return _kept(field, tidy(typed))


def text(field: Field, typed: str) -> str:
    """文章: the same, with its line breaks."""
    lines = [tidy(part) for part in _LINE_BREAKS.split(visible(_LINE_BREAKS.sub("\n", typed)))]
    return _kept(field, _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip())


def kana(field: Field, typed: str) -> str:
    """フリガナ: hiragana and half-width kana become katakana (DATA-21)."""
    read = _kept(field, katakana(typed))
    strange = not_katakana(read)
    if strange:
        raise LetterRefused(
            f"{field.label}に、カタカナでない文字（{strange}）が入っています。全角カタカナで入力してください。",
            field.name,
        )
    return read


def roman(field: Field, typed: str) -> str:
    """ローマ字: letters of Europe with their marks, spaces, hyphens, apostrophes and dots (DATA-21)."""
    plain = unicodedata.normalize("NFKC", visible(typed).translate(_APOSTROPHES).translate(_DASHES))
    read = _kept(field, tidy(plain))
    strange = next((c for c in letters(read) if not _is_roman(c)), "")
    if strange:
        raise LetterRefused(
            f"{field.label}に、ローマ字でない文字（{strange}）が入っています。在留カードや旅券のとおりに、AからZまでの文字で入力してください。",
            field.name,
        )
    return read


def _is_roman(letter: str) -> bool:
    return letter in _BESIDE_ROMAN or unicodedata.name(letter[0], "").startswith("LATIN ")


def _kept(field: Field, read: str) -> str:
    emoji = emoji_in(read)
    if emoji:
        raise LetterRefused(
            f"{field.label}に絵文字（{emoji}）が入っています。絵文字は登録できません。文字だけで入力してください。",
            field.name,
        )
    if any(is_unknown(c) for c in read):
        raise LetterRefused(
            f"{field.label}に、ほかの機械では表示できない文字（外字など）が入っています。"
            "近い形の文字で入力してください。正しい字は、書類の画像で確かめます。",
            field.name,
        )
    count = len(letters(read))
    if count > field.longest:
        raise TooLong(
            f"{field.label}が{count}文字です。{field.longest}文字以内で入力してください。", field.name
        )
    if len(read) > field.longest * CODE_POINTS_A_LETTER:
        raise TooLong(
            f"{field.label}の文字に、記号が重なりすぎています。記号を減らして入力してください。", field.name
        )
    return read
