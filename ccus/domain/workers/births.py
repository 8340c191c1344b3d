"""近い生年月日: the dates that a mistyped birth date may have been (SAME-12). Pure."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from ccus.domain.workers.terms import Likeness

_YEARS = range(1900, 2100)


@lru_cache(maxsize=4096)
def near_births(born: date) -> Mapping[date, Likeness]:
    """Every date that is alike, itself included, with in which way.

    >>> near_births(date(1985, 3, 12))[date(1985, 12, 3)].label
    '生年月日の数字か、月と日が入れかわっている'
    """
    near = dict.fromkeys(_beside(born), Likeness.BIRTH_BESIDE)
    near |= dict.fromkeys(_exchanged(born), Likeness.BIRTH_SWAPPED)
    near |= dict.fromkeys(_one_digit_off(born), Likeness.BIRTH_DIGIT)
    return near | {born: Likeness.BIRTH}


def _beside(born: date) -> Iterator[date]:
    """The day or the year before or after, where more than one digit is off."""
    yield born - timedelta(days=1)
    yield born + timedelta(days=1)
    for year in (born.year - 1, born.year + 1):
        yield from _dates(f"{year:04}{born:%m%d}")


def _exchanged(born: date) -> Iterator[date]:
    digits = f"{born:%Y%m%d}"
    yield from _dates(digits[:4] + digits[6:] + digits[4:6])
    for here, there in pairwise(range(len(digits))):
        yield from _dates(digits[:here] + digits[there] + digits[here] + digits[there + 1 :])


def _one_digit_off(born: date) -> Iterator[date]:
    digits = f"{born:%Y%m%d}"
    for place in range(len(digits)):
        for digit in "0123456789":
            yield from _dates(digits[:place] + digit + digits[place + 1 :])


def _dates(digits: str) -> Iterator[date]:
    if int(digits[:4]) not in _YEARS:
        return
    try:
        yield date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return
