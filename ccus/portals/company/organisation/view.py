"""組織と利用者: the tree, and who signs in (menu 810_事業者管理 > 10_組織管理)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.reading import organisation_of
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed


@require_safe
@company_page(Power.ORGANISATION)
def organisation(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """The tree as far as the account reaches, with everybody in it (ORG-06)."""
    shown = organisation_of(seat.seated)
    context = {"shown": shown, "seat": seat}
    return framed(request, "company/organisation/page.html", context, current="organisation")
