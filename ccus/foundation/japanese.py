"""日本語の文字: spaces, kana and dates, as people type and read them.

Kanji are never normalised: NFKC and even NFC replace compatibility ideographs, which changes how a name is written.
"""

import re
import unicodedata
from datetime import date

import jaconv

_SPACES = re.compile(r"\s+")
_KATAKANA = re.compile(r"[ァ-ヺー・ヽヾ゛゜A-Za-z .,'’-]+")


def tidy(text: str) -> str:
    """One line without control characters, no space at the ends, single half-width spaces inside.

    >>> tidy("　髙橋　  一郎 ")
    '髙橋 一郎'
    """
    spaced = "".join(" " if c.isspace() else c for c in text)
    return _SPACES.sub(" ", "".join(c for c in spaced if unicodedata.category(c) not in {"Cc", "Cs"})).strip()


def katakana(text: str) -> str:
    """フリガナ: hiragana and half-width kana become full-width katakana, full-width letters become half-width.

    >>> katakana("けんせつ　ﾐﾗｲ")
    'ケンセツ ミライ'
    """
    wide = jaconv.h2z(tidy(text), kana=True, ascii=False, digit=False)
    katakana_only: str = jaconv.hira2kata(jaconv.z2h(wide, kana=False, ascii=True, digit=True))
    return katakana_only.replace("･", "・")


def is_katakana(text: str) -> bool:
    """Whether a フリガナ can be read out: katakana, with letters where a name has no kana of its own."""
    return _KATAKANA.fullmatch(text) is not None


def date_words(on: date) -> str:
    """A date as a sentence says it.

    >>> date_words(date(2029, 4, 1))
    '2029年4月1日'
    """
    return f"{on.year}年{on.month}月{on.day}日"
