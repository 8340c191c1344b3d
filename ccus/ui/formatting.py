"""書き方: dates, times, numbers and names as Japanese pages write them. Pure functions; days are Asia/Tokyo's."""

import re
import unicodedata
from datetime import date, datetime, timedelta

from ccus.foundation.clock import JST

WEEKDAYS = "月火水木金土日"


def weekday(on: date) -> str:
    """One letter: 金."""
    return WEEKDAYS[on.weekday()]


def month_day(on: date) -> str:
    """11月20日（金）."""
    return f"{on.month}月{on.day}日（{weekday(on)}）"


def clock_time(at: datetime, of: date | None = None) -> str:
    """7:42 in Asia/Tokyo; 翌1:30 when it belongs to the day `of` but fell on a later one."""
    local = at.astimezone(JST)
    next_day = "翌" if of is not None and local.date() > of else ""
    return f"{next_day}{local.hour}:{local.minute:02d}"


def span_words(span: timedelta) -> str:
    """時間の長さ, in whole minutes.

    >>> span_words(timedelta(hours=9, minutes=28, seconds=40))
    '9時間28分'
    """
    hours, minutes = divmod(int(span.total_seconds()) // 60, 60)
    return (f"{hours}時間" if hours else "") + (f"{minutes}分" if minutes or not hours else "")


def ruby_parts(name: str, kana: str) -> list[tuple[str, str]]:
    """氏名とフリガナ: pairs of a part of the name and its reading; one pair when the parts do not match in number.

    A name without kanji is read as it is written: its reading is empty here (`reading_below` has it).
    """
    if not has_kanji(name):
        return [(name.strip(), "")]
    parts, readings = re.split(r"[ 　]+", name.strip()), re.split(r"[ 　]+", kana.strip())
    if len(parts) != len(readings):
        return [(name.strip(), kana.strip())]
    return list(zip(parts, readings, strict=True))


def reading_below(name: str, kana: str) -> str:
    """The reading that stands under a name instead of over it: Nguyễn Văn Anh is too wide for kana above."""
    return "" if has_kanji(name) or name.strip() == kana.strip() else kana


def has_kanji(text: str) -> bool:
    """Whether there is a character that only a reading makes speakable."""
    return any(unicodedata.name(c, "").startswith("CJK") for c in text)


def width_units(text: str) -> float:
    """How wide a text is, in full-width characters; Latin letters take a little over half of one."""
    return sum(0.58 if ord(c) < 0x2000 else 1.0 for c in text)
