"""利用料を読む: what a prime's pages and papers show. Every function is a constant number of statements."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Min, Q, QuerySet, Sum
from django.db.models.functions import Sign

from ccus.domain.companies.policies import Seated
from ccus.domain.companies.terms import Power, Scope
from ccus.domain.companies.units import units_below
from ccus.domain.fees.reading import ChargeShown, charges_of
from ccus.domain.site_fees import rules
from ccus.domain.site_fees.booking import first_open_month
from ccus.domain.site_fees.models import SiteFeeBill, SiteFeeClose, SiteFeeLine
from ccus.domain.site_fees.terms import SUBJECT, bill_number
from ccus.foundation.identifiers import digits_of

_DIGITS = 20
POWER = Power.REGISTER_SITE
"""Who reads the days of sites, as far as the role reaches (USE-12)."""


@dataclass(frozen=True, slots=True)
class BillShown:
    """精算: a prime's account of one month, in yen; `charge` None where nothing was billed."""

    month: date
    number: str
    company_name: str
    carried: int
    days: int
    booked: int
    billed: int
    carried_on: int
    issued_at: datetime
    charge: ChargeShown | None


@dataclass(frozen=True, slots=True)
class SiteSum:
    """現場の合計: days net of reversals, and yen."""

    number: str
    name: str
    days: int
    amount: int
    reversals: int


@dataclass(frozen=True, slots=True)
class FeeDay:
    """台帳の一日: `worker` is the key; a negative amount reverses an earlier charge."""

    site_number: str
    site_name: str
    worker: int
    on: date
    amount: int


@dataclass(frozen=True, slots=True)
class CloseShown:
    """月締め: for the office, with what was counted anew (USE-13). `amount`: billed to all primes."""

    month: date
    closed_at: datetime
    is_finished: bool
    official_days: int | None
    charged_days: int | None
    bills: int
    amount: int
    carried_on: int

    @property
    def differs_by(self) -> int:
        """正式 days that the ledger lacks; below 0: that it has too many."""
        return (self.official_days or 0) - (self.charged_days or 0)


def open_months(today: date) -> tuple[date, ...]:
    """締めていない月 that began, newest first."""
    month, found = first_open_month() or rules.month_of(today), []
    while month <= today:
        found.append(month)
        month = rules.next_month(month)
    return tuple(reversed(found))


def site_sums(sitting: Seated, month: date) -> tuple[SiteSum, ...]:
    """The sites of the company with days booked in the month, as far as the account reaches; by name."""
    lines = _reached(sitting, SiteFeeLine.objects.filter(month=month))
    return _sums(lines)


def fee_days(sitting: Seated, month: date, *, site: str = "") -> tuple[FeeDay, ...]:
    """The days booked in the month, of one site (現場ID) or all, as far as the account reaches; by site and worker."""
    lines = _reached(sitting, SiteFeeLine.objects.filter(month=month))
    if site:
        lines = lines.filter(site__number=site)
    columns = ("site__number", "site__name", "worker", "work_on", "amount")
    ordered = lines.order_by("site__name", "site", "worker__number", "work_on", "n")
    return tuple(FeeDay(*row) for row in ordered.values_list(*columns))


def bills_of(company: int, *, limit: int = 36) -> tuple[BillShown, ...]:
    """精算の一覧, newest month first."""
    bills = SiteFeeBill.objects.filter(company=company).order_by("-month")[:limit]
    return _shown(bills.select_related("company"))


def bill_of(company: int, month: date) -> BillShown | None:
    """精算 of one month; None where there is none."""
    found = _shown(SiteFeeBill.objects.filter(company=company, month=month).select_related("company"))
    return found[0] if found else None


def bill_numbers(subjects: Collection[str]) -> dict[str, str]:
    """What charges are for → 請求番号, of those that are for site fees."""
    keys = [int(subject.removeprefix(SUBJECT)) for subject in subjects if subject.startswith(SUBJECT)]
    bills = SiteFeeBill.objects.filter(pk__in=keys).values_list("pk", "month", "company__number")
    return {f"{SUBJECT}{key}": bill_number(month, number) for key, month, number in bills}


def subjects_of_bills(numbers: Collection[str]) -> dict[str, str]:
    """請求番号 as people type it (with or without its hyphen) → what its charge is for; others are left out."""
    asked: dict[tuple[date, str], str] = {}
    for number in numbers:
        digits = digits_of(number)
        if len(digits) == _DIGITS and 1 <= int(digits[4:6]) <= 12:
            asked[date(int(digits[:4]), int(digits[4:6]), 1), digits[6:]] = number
    months, companies = {month for month, _ in asked}, {company for _, company in asked}
    bills = SiteFeeBill.objects.filter(month__in=months, company__number__in=companies)
    found = bills.values_list("pk", "month", "company__number") if asked else ()
    return {
        asked[month, number]: f"{SUBJECT}{key}" for key, month, number in found if (month, number) in asked
    }


def closes(*, limit: int = 24) -> tuple[CloseShown, ...]:
    """月締めの一覧, newest first: two statements."""
    shown = list(SiteFeeClose.objects.order_by("-month")[:limit])
    bills = SiteFeeBill.objects.filter(month__in=[close.month for close in shown]).values("month")
    sums = bills.annotate(
        count=Count("pk", filter=Q(billed__gt=0)), yen=Sum("billed"), rest=Sum("carried_on")
    )
    totals = {month: rest for month, *rest in sums.values_list("month", "count", "yen", "rest")}
    return tuple(
        CloseShown(
            close.month,
            close.closed_at,
            close.finished_at is not None,
            close.official_days,
            close.charged_days,
            *totals.get(close.month, (0, 0, 0)),
        )
        for close in shown
    )


def _reached(sitting: Seated, lines: "QuerySet[SiteFeeLine]") -> "QuerySet[SiteFeeLine]":
    """Of own sites: all, or those of the own unit and below (ORG-06)."""
    own = lines.filter(site__prime=sitting.company)
    match sitting.scope(POWER):
        case Scope.ALL:
            return own
        case Scope.BELOW:
            return own.filter(site__unit__in=units_below(sitting.unit))
        case _:
            return own.none()


def _sums(lines: "QuerySet[SiteFeeLine]") -> tuple[SiteSum, ...]:
    summed = lines.values("site").annotate(
        number=Min("site__number"),
        name=Min("site__name"),
        days=Sum(Sign(F("amount"))),
        yen=Sum("amount"),
        reversals=Count("pk", filter=Q(amount__lt=0)),
    )
    return tuple(
        SiteSum(row["number"], row["name"], row["days"], row["yen"], row["reversals"])
        for row in summed.order_by("name", "number")
    )


def _shown(bills: "QuerySet[SiteFeeBill]") -> tuple[BillShown, ...]:
    listed = list(bills)
    charges = charges_of([f"{SUBJECT}{bill.pk}" for bill in listed if bill.billed])
    return tuple(
        BillShown(
            month=bill.month,
            number=bill_number(bill.month, bill.company.number),
            company_name=bill.company.name,
            carried=bill.carried,
            days=bill.days,
            booked=bill.booked,
            billed=bill.billed,
            carried_on=bill.carried_on,
            issued_at=bill.issued_at,
            charge=charges.get(f"{SUBJECT}{bill.pk}"),
        )
        for bill in listed
    )
