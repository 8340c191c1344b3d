"""席にいる: what an open page of the office or a company asks while somebody sits before it (SIGN-11)."""

from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_safe

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.companies.seats import SeatMe
from ccus.entrance.door import company_page, office_page


@require_safe
@office_page()
def still_here(request: HttpRequest, officer: OfficerMe) -> JsonResponse:
    """The hour begins again. Answers with the token that the page's forms need after another sign-in."""
    return JsonResponse({"token": get_token(request)})


@require_safe
@company_page()
def still_at_work(request: HttpRequest, seat: SeatMe) -> JsonResponse:
    """The same for a company's page."""
    return JsonResponse({"token": get_token(request)})
