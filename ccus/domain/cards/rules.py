"""カードの規則: expiry, colour, token. Pure."""

from calendar import monthrange
from datetime import date

from ccus.domain.cards.terms import CardColour

ORDINARY_YEARS = 9
SHORT_YEARS = 2
SENIOR_YEARS = 14
SENIOR_AGE = 60
LAST_SERIAL = 99
REMINDED_MONTHS = (6, 3, 1)
"""Months before the 有効期限 at which a renewal is announced; from the first on it can be filed (CARD-30)."""
DEFECT_DAYS = 60
"""初期不良: until so many days after the issue (CARD-23)."""


def years_of_validity(*, birth_on: date, applied_on: date, is_short: bool) -> int:
    """Full years after issue before the birthday that ends the card (CARD-05).

    A short card (所属に関する証明書 instead of identity documents) stays short at any age.
    """
    if is_short:
        return SHORT_YEARS
    return SENIOR_YEARS if age(birth_on, applied_on) >= SENIOR_AGE else ORDINARY_YEARS


def expiry(*, birth_on: date, issued_on: date, years: int) -> date:
    """有効期限: the first birthday strictly after `years` years from issue; the card's last day (CARD-04, D-03).

    29 February counts as 28 February in common years, for birthdays and for days of issue.
    """
    passed = _in_year(issued_on, issued_on.year + years)
    birthday = _in_year(birth_on, passed.year)
    return birthday if birthday > passed else _in_year(birth_on, passed.year + 1)


def renewable_from(expires_on: date) -> date:
    """更新できる最初の日 of a card (CARD-30)."""
    return months_before(expires_on, REMINDED_MONTHS[0])


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, the last of that month where it has no such day.

    >>> months_before(date(2027, 8, 31), 6)
    datetime.date(2027, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def age(birth_on: date, on: date) -> int:
    """Full years on a day."""
    return on.year - birth_on.year - (on < _in_year(birth_on, on.year))


def may_be_defective(*, issued_on: date, on: date) -> bool:
    """Whether what is wrong with a card can be 初期不良 still (CARD-23)."""
    return (on - issued_on).days <= DEFECT_DAYS


def colour(*, is_core_worker: bool) -> CardColour:
    """Gold for whoever holds a 登録基幹技能者資格 on the day of issue, else white (CARD-03, guide G02-2)."""
    return CardColour.GOLD if is_core_worker else CardColour.WHITE


def token(number: str, serial: int) -> str:
    """What a reader types: the 技能者ID and the two digits after the hyphen (CARD-02, D-02)."""
    return f"{number}{serial:02d}"


def _in_year(day: date, year: int) -> date:
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, 2, 28) if (day.month, day.day) == (2, 29) and not is_leap else day.replace(year=year)
