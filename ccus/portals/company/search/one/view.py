"""見つかった技能者."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power
from ccus.domain.disclosure.histories import sums_as_seen_by
from ccus.domain.disclosure.photos import picture_of
from ccus.domain.disclosure.reading import READ_HERE, workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.searching.shown import shown_today
from ccus.domain.workers.terms import Item
from ccus.entrance.attached import image_answer
from ccus.entrance.door import company_page
from ccus.entrance.frame import framed
from ccus.entrance.short_lived import short_lived
from ccus.foundation import clock
from ccus.ui.seen import seen_worker

ASKED = READ_HERE | {Item.WORK_HISTORY}


@require_safe
@company_page(Power.EMPLOYEES)
def found_worker(request: HttpRequest, seat: SeatMe, number: str) -> HttpResponse:
    """見え方 of somebody whom a search of today showed; any other number is searched for first, which counts."""
    worker = shown_today(seat.company, number, on=clock.today())
    asked = [worker] if worker is not None else []
    found = workers_as_seen_by(seat.actor, asked, purpose=Purpose.SEARCH, at=clock.now(), items=ASKED)
    if not found:  # nor is anybody, once the registration of the company is over
        return redirect(f"{reverse('company:search-workers')}?{urlencode({'number': number[:20]})}")
    (seen,) = found
    context = {
        "view": seen_worker(seen, asked=ASKED, sums=sums_as_seen_by(seat.actor, [seen])),
        "is_own": seen.relation is Relation.EMPLOYER,
        "today": clock.today(),
    }
    return framed(request, "company/search/one/page.html", context, current="search-workers")


@require_safe
@company_page(Power.EMPLOYEES)
@short_lived
def found_image(request: HttpRequest, seat: SeatMe, number: str, key: UUID) -> HttpResponse:
    """顔写真 or the image of a certificate, where the item is open."""
    worker = shown_today(seat.company, number, on=clock.today())
    if worker is None:
        raise Http404
    is_small = request.GET.get("size") == "small"
    found = picture_of(seat.actor, worker, key, purpose=Purpose.SEARCH, at=clock.now(), is_preview=is_small)
    return image_answer(found)
