"""Careers for the tests of pictures: days of so many years, always the same."""

from datetime import date, timedelta
from random import Random

from ccus.documents.career import CareerPicture, PictureDay, career_picture
from ccus.documents.career_marks import Fill

LAST = date(2026, 11, 19)
TRADES = (
    "鉄筋工",
    "とび工",
    "型わく工",
    "普通作業員",
    "設備機械工",
    "交通誘導警備員A",
    "ソーラーシステム取付工",
    "左官",
    "塗装工",
    "",
)


def worked_days(years: int) -> list[PictureDay]:
    """Weekdays of so many years up to LAST, with every trade and every filling."""
    chance, first = Random(years), date(LAST.year - years + 1, 1, 1)
    weekdays = (first + timedelta(days=n) for n in range((LAST - first).days + 1))
    fills = chance.choices(list(Fill), (86, 9, 5), k=366 * years)
    return [
        PictureDay(on, TRADES[on.toordinal() // 45 % len(TRADES)], fill, fill is not Fill.EMPTY)
        for on, fill in zip(weekdays, fills, strict=False)
        if on.weekday() < 5
    ]


def career_of(years: int) -> CareerPicture:
    return career_picture(worked_days(years))
