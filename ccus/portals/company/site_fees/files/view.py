"""現場利用料のファイル: the account as PDF, its days as CSV and Excel (USE-11)."""

from collections.abc import Sequence
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.documents.site_fees import site_fees_pdf
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.site_fees.grouped import by_site
from ccus.domain.site_fees.people import Person, people_behind
from ccus.domain.site_fees.reading import FeeDay, bill_of, fee_days
from ccus.entrance.attached import attached, table_attached
from ccus.entrance.door import company_page
from ccus.entrance.short_lived import short_lived
from ccus.foundation import clock
from ccus.portals.company.site_fees.asked import POWER, month_asked

HEAD = ("現場ID", "現場名", "技能者ID", "フリガナ", "氏名", "就業日", "金額（円）")


@require_safe
@company_page(Power.COMPANY_DATA)
@short_lived
def site_fee_bill(request: HttpRequest, seat: SeatMe, month: str) -> HttpResponse:
    """請求書 with every day behind it."""
    asked = month_asked(month)
    bill = bill_of(seat.company, asked)
    if bill is None:
        raise Http404
    days, people = _behind(seat, asked)
    content = site_fees_pdf(bill, by_site(days, people), made_at=clock.now())
    return attached(content, "pdf", name=f"現場利用料_{bill.number}", plain=f"ccus-site-fees-{asked:%Y%m}")


@require_safe
@company_page(POWER)
@short_lived
def site_fee_file(request: HttpRequest, seat: SeatMe, month: str, kind: str) -> HttpResponse:
    """Every day of the month, a row each, as far as the account reaches."""
    asked = month_asked(month)
    days, people = _behind(seat, asked)
    if not days:
        raise Http404
    rows = [_cells(day, people[day.worker].at_site(day.site_number)) for day in days]
    name, plain = f"現場利用料の就業日_{asked:%Y%m}", f"site-fee-days-{asked:%Y%m}"
    return table_attached(kind, "現場利用料の就業日", HEAD, rows, name=name, plain=plain)


def _behind(seat: SeatMe, month: date) -> tuple[Sequence[FeeDay], dict[int, Person]]:
    days = fee_days(seat.seated, month)
    return days, people_behind(seat.actor, [day.worker for day in days], clock.now())


def _cells(day: FeeDay, person: Person) -> tuple[object, ...]:
    return (
        day.site_number,
        day.site_name,
        person.number,
        person.kana,
        person.name or "非公開",
        day.on,
        day.amount,
    )
