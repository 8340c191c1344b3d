"""日本語の文字: spaces, kana and dates, as people type and read them.

Kanji are never normalised: NFKC and even NFC replace compatibility ideographs, which changes how a name is written.
"""

import re
import unicodedata
from datetime import date

import jaconv

from ccus.foundation.letters import visible

_SPACES = re.compile(r"\s+")
_KATAKANA = re.compile(r"[ァ-ヺー・ヽヾ゛゜A-Za-z .,'’-]+")
_DASH_AFTER_KANA = re.compile("(?<=[ァ-ヺー])[‐‑–—―−]")


def tidy(text: str) -> str:
    """One line without what nobody sees, no space at the ends, single half-width spaces inside.

    >>> tidy("　髙橋　  一郎 ")
    '髙橋 一郎'
    """
    return _SPACES.sub(" ", visible(_SPACES.sub(" ", text))).strip()


def katakana(text: str) -> str:
    """フリガナ: hiragana and half-width kana become full-width katakana, full-width letters become half-width.

    >>> katakana("けんせつ　ﾐﾗｲ")
    'ケンセツ ミライ'
    """
    wide = jaconv.h2z(tidy(text), kana=True, ascii=False, digit=False)
    katakana_only: str = jaconv.hira2kata(jaconv.z2h(wide, kana=False, ascii=True, digit=True))
    return tidy(_DASH_AFTER_KANA.sub("ー", katakana_only.replace("･", "・")))


def is_katakana(text: str) -> bool:
    """Whether a フリガナ can be read out: katakana, with letters where a name has no kana of its own."""
    return _KATAKANA.fullmatch(text) is not None


def not_katakana(text: str) -> str:
    """The first letter that does not belong into a フリガナ, or nothing."""
    return next((letter for letter in text if not is_katakana(letter)), "")


def half_width(text: str) -> str:
    """Digits, letters and signs as a keyboard without kana types them; for numbers and addresses, never for names.

    >>> half_width("０９０－１２３４")
    '090-1234'
    """
    plain = unicodedata.normalize("NFKC", visible(text))
    if plain.isascii():
        return plain
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in plain)


def date_words(on: date) -> str:
    """A date as a sentence says it.

    >>> date_words(date(2029, 4, 1))
    '2029年4月1日'
    """
    return f"{on.year}年{on.month}月{on.day}日"
