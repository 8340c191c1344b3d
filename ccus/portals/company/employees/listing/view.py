"""所属技能者の一覧."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.disclosure.reading import workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.employees.staff import StaffPage, Wanted, staff_of
from ccus.domain.employees.terms import Order
from ccus.domain.workers import options
from ccus.entrance.attached import table_attached
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.entrance.short_lived import short_lived
from ccus.foundation import clock
from ccus.portals.company.employees.listing.rows import HEAD, ITEMS, KEYS, Row, row_of
from ccus.ui.entry.choices import grouped

PAGE = 50
LONGEST = 60


@require_safe
@company_page(Power.EMPLOYEES)
def employees(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """一覧: fifty a page, from the one after the 技能者ID in `after` (EMP-03)."""
    wanted, after = _wanted(request), request.GET.get("after", "")[:14]
    page = staff_of(seat.company, on=clock.today(), wanted=wanted, after=after, limit=PAGE)
    context = {
        "rows": _rows(seat, page),
        "page": page,
        "is_first": not after,
        "wanted": wanted,
        "is_narrowed": bool(wanted.words or wanted.trade),
        "orders": list(Order),
        "trades": grouped(options.options("trade")),
        "asked": _asked(wanted),
        "tab": "employees",
    }
    return framed(request, "company/employees/listing/page.html", context, current="employees")


@require_safe
@company_page(Power.EMPLOYEES)
@short_lived
def employees_file(request: HttpRequest, seat: SeatMe, kind: str) -> HttpResponse:
    """一覧 as CSV or Excel: what the pages show, all of them (EMP-08)."""
    today = clock.today()
    rows = [row.cells for row in _rows(seat, staff_of(seat.company, on=today, wanted=_wanted(request)))]
    name, plain = f"所属技能者_{today:%Y%m%d}", f"employees-{today:%Y%m%d}"
    return table_attached(kind, "所属技能者", HEAD, rows, name=name, plain=plain)


def _rows(seat: SeatMe, page: StaffPage) -> list[Row]:
    seen = workers_as_seen_by(
        seat.actor, page.workers, purpose=Purpose.EMPLOYEES, at=clock.now(), items=ITEMS, keys=KEYS
    )
    return [row_of(one, seat.company_number) for one in seen]


def _wanted(request: HttpRequest) -> Wanted:
    """検索の条件 in the address; what nobody offers is left aside."""
    order, trade = request.GET.get("order", ""), request.GET.get("trade", "")
    known = {option.value for option in options.options("trade")}
    return Wanted(
        words=request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST],
        trade=trade if trade in known else "",
        order=Order(order) if order in set(Order) else Order.KANA,
    )


def _asked(wanted: Wanted) -> dict[str, str]:
    """The conditions as the next page's address names them."""
    given = {"q": wanted.words, "trade": wanted.trade, "order": wanted.order.value}
    return {name: value for name, value in given.items() if value and value != Order.KANA}
