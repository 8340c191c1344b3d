"""日付の読み取り: 1989-04-01, 1989/4/1, 19890401, 1989年4月1日, 昭和64年1月7日, S49.5.3, 平成元年… (DATA-22)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from ccus.foundation.entry.block import Field
from ccus.foundation.entry.faults import OutOfBounds, unreadable
from ccus.foundation.japanese import date_words, half_width

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
_MEND = "「1989年4月1日」「1989/4/1」「昭和64年1月7日」のように、年・月・日を入力してください。"


@dataclass(frozen=True, slots=True)
class Era:
    """元号: `last` is the last day that papers write in it; papers of 平成 ran on for their years of validity."""

    name: str
    letter: str
    first: date
    last: date


ERAS = (
    Era("明治", "M", date(1868, 1, 25), date(1912, 7, 29)),
    Era("大正", "T", date(1912, 7, 30), date(1926, 12, 24)),
    Era("昭和", "S", date(1926, 12, 25), date(1989, 1, 7)),
    Era("平成", "H", date(1989, 1, 8), date(2031, 12, 31)),
    Era("令和", "R", date(2019, 5, 1), LATEST),
)
_BY_SIGN = {sign: era for era in ERAS for sign in (era.name, era.letter)}
_REST = r"(?:年|[-/.])\s*(?P<month>[0-9]{1,2})\s*(?:月|[-/.])\s*(?P<day>[0-9]{1,2})\s*日?"
_COMPACT = r"(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
_SIGN = "(?P<era>" + "|".join(_BY_SIGN) + r")\s*"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<year>[0-9]{{4}})\s*{_REST}",
        rf"(?P<year>[0-9]{{4}}){_COMPACT}",
        rf"{_SIGN}(?P<year>元|[0-9]{{1,2}})\s*{_REST}",
        rf"{_SIGN}(?P<year>[0-9]{{2}}){_COMPACT}",
    )
)
_BEHIND = re.compile(r"\s*(?:\([月火水木金土日](?:曜日?)?\)|生(?:まれ)?)$")
_DASHES = str.maketrans("‐‑–—―−ー", "-------")


def day(field: Field, typed: str, *, today: date) -> date:
    """日付. Raises `Unreadable`, `OutOfBounds`: no such day, outside its era, before 1900, or still to come."""
    plain = _BEHIND.sub("", half_width(typed).translate(_DASHES).strip())
    spaced = re.sub(r"(?<=[0-9元])\s+(?=[0-9])", "/", plain)
    found = next((match for form in _FORMS if (match := form.fullmatch(spaced))), None)
    if found is None:
        raise unreadable(field, plain, _MEND)
    parts = found.groupdict()
    era = _BY_SIGN[parts["era"].upper()] if parts.get("era") else None
    year = 1 if parts["year"] == "元" else int(parts["year"])
    if era is not None:
        year += era.first.year - 1
    on = _existing(field, plain, year, int(parts["month"]), int(parts["day"]))
    if era is not None and not era.first <= on <= era.last:
        raise OutOfBounds(
            f"{field.label}（{plain}）は、{era.name}にない日です。{_in_its_era(on)}ではありませんか。書類を見て、確かめてください。",
            field.name,
        )
    return _within(field, on, today=today)


def _existing(field: Field, typed: str, year: int, month: int, day_of_month: int) -> date:
    seen = f"{field.label}（{typed}）"
    if year < EARLIEST.year:
        raise OutOfBounds(f"{seen}は、1900年より前の日です。年を確かめてください。", field.name)
    if not 1 <= month <= 12:
        raise OutOfBounds(f"{seen}の{month}月は、暦にありません。月を確かめてください。", field.name)
    last = monthrange(year, month)[1]
    if not 1 <= day_of_month <= last:
        raise OutOfBounds(
            f"{seen}は、暦にない日です。{year}年{month}月は{last}日までです。日を確かめてください。",
            field.name,
        )
    return date(year, month, day_of_month)


def _within(field: Field, on: date, *, today: date) -> date:
    seen = f"{field.label}（{date_words(on)}）"
    if field.is_past and on > today:
        raise OutOfBounds(
            f"{seen}は、まだ来ていない日です。今日（{date_words(today)}）までの日を入力してください。",
            field.name,
        )
    if on > LATEST:
        raise OutOfBounds(f"{seen}は、先すぎます。年を確かめてください。", field.name)
    return on


def _in_its_era(on: date) -> str:
    era = next(era for era in reversed(ERAS) if era.first <= on)
    year = on.year - era.first.year + 1
    return f"{era.name}{'元' if year == 1 else year}年{on.month}月{on.day}日（{on.year}年）"
