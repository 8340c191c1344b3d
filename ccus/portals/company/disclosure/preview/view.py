"""見え方の確認 of an own worker: as その他事業者 would see one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.disclosure.preview import ASKED, employers_preview, sums_in_employers_preview
from ccus.domain.disclosure.switches import Wish
from ccus.domain.employees.staff import own_worker
from ccus.domain.workers.terms import Item
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.portals.company.disclosure.items import named
from ccus.ui.seen import seen_worker


@require_http_methods(["GET", "HEAD", "POST"])
@company_page(Power.EMPLOYEES)
def disclosure_preview(request: HttpRequest, seat: SeatMe, number: str) -> HttpResponse:
    """What others see today; a form sends a choice that is not saved, and no setting is written."""
    worker = own_worker(seat.company, number, on=clock.today())
    if worker is None:
        raise Http404
    is_choice = request.method == "POST"
    wish = Wish(named(request.POST.getlist("item")), seat.company) if is_choice else None
    now = clock.now()
    seen = employers_preview(worker, wish=wish, by=seat.actor, at=now)
    sums = sums_in_employers_preview(seen, by=seat.actor, at=now)
    context = {
        "view": seen_worker(seen, asked=ASKED, sums=sums),
        "has_days": sums is None and Item.WORK_HISTORY in seen.items,
        "is_choice": is_choice,
        "wish": sorted(item.value for item in wish.items) if wish else [],
        "shown": sorted(item.value for item in named(request.POST.getlist("shown"))),
    }
    return framed(request, "company/disclosure/preview/page.html", context, current="disclosure")
