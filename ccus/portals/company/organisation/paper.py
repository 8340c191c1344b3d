"""IDと初期パスワードの紙: made on request, on this answer only (ORG-02, ORG-10)."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from ccus.domain.companies.actions.seats import renew_seat_password
from ccus.domain.companies.reading import organisation_of, seat_at
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.entrance.ways import sign_in_of
from ccus.entrance.who import Side
from ccus.foundation import clock
from ccus.foundation.refusals import Refusal


@sensitive_variables("secret")
@require_http_methods(["GET", "HEAD", "POST"])
@company_page(Power.ORGANISATION)
def paper(request: HttpRequest, seat: SeatMe, person: str) -> HttpResponse:
    """The ID always; a new initial password on request, to print and hand over, or mailed."""
    someone, held = organisation_of(seat.seated).person(person), seat_at(seat.company, person)
    if someone is None or held is None or not someone.may_be_managed:
        raise Http404
    secret = error = ""
    by_mail = request.POST.get("act") == "mail"
    if request.method == "POST":
        try:
            secret = renew_seat_password(seat=held, by_mail=by_mail, by=seat.actor, at=clock.now())
        except Refusal as refusal:
            error = refusal.sentence
    context = {
        "someone": someone,
        "seat": seat,
        "secret": "" if by_mail else secret,
        "is_mailed": by_mail and not error,
        "error": error,
        "address": request.build_absolute_uri(sign_in_of(Side.COMPANY)),
    }
    status = 422 if error else 200
    return framed(request, "company/organisation/paper.html", context, current="organisation", status=status)
