"""現場利用料の請求書: the account of a prime's month, and every day behind it by site and worker (USE-11)."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings

from ccus.documents.cells import moment
from ccus.documents.contact import contact
from ccus.documents.typesetting import pdf
from ccus.domain.site_fees.grouped import SiteDays, WorkerDays
from ccus.domain.site_fees.reading import BillShown
from ccus.domain.site_fees.terms import month_words
from ccus.foundation.clock import day_of
from ccus.foundation.identifiers import grouped
from ccus.foundation.japanese import date_words

NOTES = (
    "1日は、1人の技能者の、1つの現場の、1つの日付の正式な就業履歴です。",
    "「取消し」は、前に請求した日が正式でなくなったものです。",
    "氏名を見られない技能者は、フリガナと技能者IDをのせています。",
)


def site_fees_pdf(bill: BillShown, sites: Sequence[SiteDays], *, made_at: datetime) -> bytes:
    """請求書, or 精算書 where nothing was billed, as a tagged PDF."""
    return pdf("site_fees", site_fees_data(bill, sites, made_at=made_at))


def site_fees_data(bill: BillShown, sites: Sequence[SiteDays], *, made_at: datetime) -> dict[str, object]:
    """What the template takes."""
    month = month_words(bill.month)
    return {
        "title": f"現場利用料の{'請求書' if bill.billed else '精算書'}",
        "head": {"who": f"{bill.company_name}　{month}分", "what": f"番号 {bill.number}"},
        "to": bill.company_name,
        "month": month,
        "total": _yen(bill.billed) if bill.billed else "今月の請求はありません",
        "facts": _facts(bill, made_at),
        "account": (
            ("前の月からの繰越", _yen(bill.carried)),
            (f"{month}に計上した{bill.days:,}日分", _yen(bill.booked)),
            ("今回の請求", _yen(bill.billed)),
            ("次の月への繰越", _yen(bill.carried_on)),
        ),
        "sums": [(site.name, grouped(site.number), f"{site.days:,}日", _yen(site.amount)) for site in sites],
        "whole": (f"{sum(site.days for site in sites):,}日", _yen(sum(site.amount for site in sites))),
        "sites": [_site(site) for site in sites],
        "notes": NOTES,
        "contact": contact(),
    }


def _facts(bill: BillShown, made_at: datetime) -> list[tuple[str, str]]:
    facts = [
        ("番号", bill.number),
        ("発行した日", date_words(day_of(bill.issued_at))),
        ("この書類を作成した日時", moment(made_at)),
    ]
    if bill.charge is not None:
        paid = date_words(bill.charge.paid_on) if bill.charge.paid_on else ""
        facts.insert(2, ("支払いの期限", date_words(bill.charge.due_on)))
        facts.insert(3, ("支払いの方法", settings.CONTACT_PAYMENT.replace("申請番号", "上の番号")))
        facts += [("入金の日", paid)] if paid else []
    return [(label, words) for label, words in facts if words]


def _site(site: SiteDays) -> dict[str, object]:
    return {
        "name": site.name,
        "number": grouped(site.number),
        "rows": [_row(worker) for worker in site.workers],
        "sum": (f"{site.days:,}日", _yen(site.amount)),
    }


def _row(worker: WorkerDays) -> tuple[str, str, str, str, str]:
    days = [worker.charged_words] if worker.charged else []
    days += [f"取消し {worker.reversed_words}"] if worker.reversed else []
    name = worker.person.words
    return grouped(worker.person.number), name, "\n".join(days), f"{worker.days:,}日", _yen(worker.amount)


def _yen(amount: int) -> str:
    return f"{amount:,}円".replace("-", "−")
