"""ホーム: what waits for the company."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed


@require_safe
@company_page()
def home(request: HttpRequest, seat: SeatMe) -> HttpResponse:
    """ホーム."""
    return framed(request, "company/home/page.html", {"seat": seat}, current="home")
