"""利用料の月締めの仕事: book, close, settle every prime, count anew. Twice at once, or interrupted, it does no harm."""

import logging
from collections import Counter
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.models import Company
from ccus.domain.site_fees import booking, booking_sql, rules
from ccus.domain.site_fees.actions import AlreadyBilled, MonthNotDue, close_month, settle_month
from ccus.domain.site_fees.models import SiteFeeBill, SiteFeeClose, SiteFeeLine
from ccus.domain.sites.models import Site
from ccus.domain.work_history.models import MonthClose
from ccus.domain.work_history.terms import State
from ccus.foundation.clock import day_of

_log = logging.getLogger(__name__)


def close_due_months(*, at: datetime) -> tuple[date, ...]:
    """締める: every month whose day has come, in order, and finish what an earlier run left. Returns those closed."""
    closed = []
    while (month := _due(day_of(at))) is not None:
        booking.book_days(at=at)
        try:
            close_month(month=month, by=SYSTEM, at=at)
        except MonthNotDue:  # another run was first
            continue
        closed.append(month)
        _finish(at)
    _finish(at)
    return tuple(closed)


def _due(today: date) -> date | None:
    """The first open month, if its day has come and its sums stand (USE-07)."""
    month = booking.first_open_month()
    if month is None or today < rules.closes_on(month):
        return None
    return month if MonthClose.objects.filter(month=month, summed_at__isnull=False).exists() else None


def _finish(at: datetime) -> None:
    """Settle every prime of the closed months that are not finished, the earliest month first."""
    unfinished = SiteFeeClose.objects.filter(finished_at=None).order_by("month")
    for month in unfinished.values_list("month", flat=True):
        if sum(not _settle(company, month, at) for company in primes_to_settle(month)):
            return  # the months after build on it
        official, charged = recount(month)
        SiteFeeClose.objects.filter(month=month, finished_at=None).update(
            finished_at=at, official_days=official, charged_days=charged
        )


def _settle(company: Company, month: date, at: datetime) -> bool:
    """Settle one prime. A fault with one is logged and keeps nobody else from a bill; the next night tries again."""
    try:
        settle_month(company=company, month=month, by=SYSTEM, at=at)
    except AlreadyBilled:
        return True
    except Exception:  # noqa: BLE001 - whatever it was, the others are billed
        _log.exception("the site fees of a prime could not be settled")
        return False
    return True


def primes_to_settle(month: date) -> "QuerySet[Company]":
    """Primes without an account of the month, with days booked in it or something carried over (USE-08)."""
    lines = SiteFeeLine.objects.filter(site=OuterRef("pk"), month=month)
    with_lines = Site.objects.filter(Exists(lines)).values("prime")
    earlier = SiteFeeBill.objects.filter(company=OuterRef("pk"), month__lt=month).order_by("-month")
    billed = SiteFeeBill.objects.filter(company=OuterRef("pk"), month=month)
    owing = Q(pk__in=with_lines) | (Q(carried__isnull=False) & ~Q(carried=0))
    primes = Company.objects.alias(carried=Subquery(earlier.values("carried_on")[:1]))
    return primes.filter(owing).filter(~Exists(billed)).order_by("pk")


def recount(month: date) -> tuple[int, int]:
    """数え直し: the 正式 days with a price in the month, and those that the ledger holds (USE-13)."""
    within = {"first": month, "end": rules.next_month(month), "official": int(State.OFFICIAL)}
    price_on = booking.daily_price()
    official: Counter[date] = Counter()
    charged = 0
    for turn in booking.turns_of_workers():
        official.update(dict(booking.rows(booking_sql.RECOUNT, turn | within)))
        charged += booking.rows(booking_sql.CHARGED, turn | within)[0][0]
    return sum(days for on, days in official.items() if price_on(on)), int(charged)
