"""月次報告を読む: the days of a month at one site, and those of an employer's workers (REPORT-01 to REPORT-04).

Keys only: names come from `disclosure`. Each function is one statement, whatever the number of days.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from ccus.domain.work_history import reading
from ccus.domain.work_history.month_sql import AT_SITE, OF_OWN
from ccus.domain.work_history.terms import State


@dataclass(frozen=True, slots=True)
class SiteDay:
    """現場の一日: `firm` is the name under which the worker was there, "" where nothing says it; `tier` 0: prime."""

    worker: int
    on: date
    state: State
    firm: str
    firm_number: str
    tier: int | None


@dataclass(frozen=True, slots=True)
class OwnDay:
    """自社の一日: a day under the own firm; `site_number` "" where no site is registered."""

    worker: int
    on: date
    state: State
    site: str
    site_number: str


def days_at_site(place: int, month: date) -> tuple[SiteDay, ...]:
    """Every record of a month at a site, by firm from the prime down, then フリガナ and day (REPORT-01)."""
    return tuple(
        SiteDay(worker, on, State(state), firm, number, tier)
        for worker, on, state, firm, number, tier in _rows(AT_SITE, month, place=place)
    )


def days_of_own(company: int, month: date, *, worker: int | None = None) -> tuple[OwnDay, ...]:
    """The records of a month under a firm (key), by フリガナ and day; of one worker alone where asked (REPORT-02)."""
    return tuple(
        OwnDay(key, on, State(state), site, number)
        for key, on, state, site, number in _rows(OF_OWN, month, company=company, only=worker)
    )


def _rows(statement: str, month: date, **given: int | None) -> list[tuple[Any, ...]]:
    asked: dict[str, Any] = {"first": month, "until": reading.month_after(month), **given}
    with connection.cursor() as cursor:
        cursor.execute(statement, asked)
        return list(cursor.fetchall())
