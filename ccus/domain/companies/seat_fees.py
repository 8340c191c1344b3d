"""管理者ID利用料: what the account of a company costs a year (FEE-11)."""

from datetime import date, datetime

from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.companies.models import Seat
from ccus.domain.companies.terms import Role
from ccus.domain.fees.actions import charge
from ccus.domain.fees.reading import charges_of
from ccus.domain.fees.terms import FeeKind
from ccus.foundation.clock import day_of

_PAID = (Role.CHIEF, Role.TIER)
_FREE_BEFORE = date(2020, 4, 1)
"""The first ID of a company was free in the fiscal year 2019."""


def charge_for_seat(seat: Seat, *, by: Actor, at: datetime) -> None:
    """請求する the year of the account that runs, once; as part of the act that opens it or changes its role."""
    if seat.role not in _PAID or (seat.role == Role.CHIEF and day_of(at) < _FREE_BEFORE):
        return
    # The ID stays when its person changes (ORG-03); a 一人親方's is older than the company.
    began = max(seat.account.opened_at, seat.company.registered_at)
    subject = f"manager_id:{seat.account_id}:{_year_of(day_of(began), day_of(at))}"
    if subject in charges_of([subject]):
        return
    kind = FeeKind.MANAGER_ID_SOLE if seat.company.is_sole_proprietor else FeeKind.MANAGER_ID
    charge(kind=kind, subject=subject, payer=f"company:{seat.company_id}", by=by, at=at)


def charge_year_of_seats(*, after: int, at: datetime, limit: int = 500) -> int | None:
    """年ごとの請求: of the next accounts behind the key `after`; returns the last key, None where there are no more."""
    open_ones = Seat.objects.filter(pk__gt=after, role__in=_PAID, closed_at=None).order_by("pk")
    last = None
    for seat in open_ones.select_related("company", "account")[:limit]:
        charge_for_seat(seat, by=SYSTEM, at=at)
        last = seat.pk
    return last


def _year_of(opened_on: date, today: date) -> int:
    """Which year of the ID runs, from 1."""
    has_come = (today.month, today.day) >= (opened_on.month, opened_on.day)
    return today.year - opened_on.year + has_come
