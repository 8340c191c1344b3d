"""利用料の行為: closing a month, and the account of one prime (USE-07 to USE-10)."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Sum
from django.db.models.functions import Sign

from ccus.domain.accounts.officers import require_duty
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.companies.letters import tell_company
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import as_actor
from ccus.domain.companies.terms import Power
from ccus.domain.fees.actions import charge
from ccus.domain.fees.terms import FeeKind
from ccus.domain.notices.texts import Text
from ccus.domain.site_fees import rules
from ccus.domain.site_fees.booking import first_open_month, keep_ledger_still
from ccus.domain.site_fees.models import SiteFeeBill, SiteFeeClose, SiteFeeLine
from ccus.domain.site_fees.terms import SUBJECT, bill_number, month_words
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal


class MonthNotDue(Refusal):
    """締められない月: closed before, not the next one, or too early (USE-07)."""


class AlreadyBilled(Refusal):
    """精算済み: one account of a prime and month (USE-08)."""


@transaction.atomic
def close_month(*, month: date, by: Actor, at: datetime) -> None:
    """利用料の月締め, by the system or the office: from now on nothing is booked in the month. Raises `MonthNotDue`."""
    require_duty(by, Duty.FEES)
    keep_ledger_still()
    first = first_open_month()
    if month != first:
        raise MonthNotDue(
            f"{month_words(month)}の利用料は締められません。締めていない最初の月から、順に締めてください。"
        )
    if day_of(at) < rules.closes_on(month):
        raise MonthNotDue(
            f"{month_words(month)}の利用料は、まだ締められません。"
            f"{date_words(rules.closes_on(month))}からあとに締めてください。"
        )
    SiteFeeClose.objects.create(month=month, closed_at=at)
    record(act=Act.SITE_FEES_CLOSED, by=by, at=at, subject=("month", month.year * 100 + month.month))


@transaction.atomic
def settle_month(*, company: Company, month: date, by: Actor, at: datetime) -> SiteFeeBill:
    """精算する a prime's closed month: bill it or carry it on, and tell the prime (USE-08 to USE-10).

    Raises `MonthNotDue`, `AlreadyBilled`.
    """
    require_duty(by, Duty.FEES)
    one_at_a_time("site_fees", company.pk)
    if not SiteFeeClose.objects.filter(month=month).exists():
        raise MonthNotDue(f"{month_words(month)}の利用料は、まだ締められていません。先に締めてください。")
    booked = SiteFeeLine.objects.filter(site__prime=company, month=month).aggregate(
        days=Sum(Sign("amount")), yen=Sum("amount")
    )
    before = SiteFeeBill.objects.filter(company=company, month__lt=month).order_by("-month").first()
    carried, yen = before.carried_on if before else 0, booked["yen"] or 0
    account = rules.account(carried=carried, booked=yen, month=month)
    with refusing({"site_fee_bill_once": AlreadyBilled(f"{month_words(month)}の利用料は、精算済みです。")}):
        bill = SiteFeeBill.objects.create(
            company=company,
            month=month,
            carried=carried,
            days=booked["days"] or 0,
            booked=yen,
            billed=account.billed,
            carried_on=account.carried_on,
            issued_at=at,
        )
    record(act=Act.SITE_FEES_SETTLED, by=by, at=at, subject=("site_fee_bill", bill.pk), billed=account.billed)
    if account.billed:
        _bill(bill, by=by, at=at)
    return bill


def _bill(bill: SiteFeeBill, *, by: Actor, at: datetime) -> None:
    """請求する, and tell whoever sees to the company's data."""
    owed = charge(
        kind=FeeKind.SITE_USE,
        subject=f"{SUBJECT}{bill.pk}",
        payer=str(as_actor(bill.company)),
        amount=bill.billed,
        by=by,
        at=at,
    )
    if owed is None:
        raise ValueError("a bill without an amount")
    tell_company(
        bill.company_id,
        text=Text.SITE_FEES_BILLED,
        source=f"site_fee_bill:{bill.pk}",
        at=at,
        power=Power.COMPANY_DATA,
        mail=True,
        month=month_words(bill.month),
        number=bill_number(bill.month, bill.company.number),
        days=bill.days,
        amount=bill.billed,
        due_on=owed.due_on,
    )
