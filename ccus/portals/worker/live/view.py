"""新しい記録."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ccus.domain.workers.reading import Me
from ccus.entrance.door import worker_page
from ccus.foundation import clock
from ccus.portals.worker.home.stamp import stamp_of
from ccus.portals.worker.home.view import panels


@require_safe
@worker_page
def live(request: HttpRequest, me: Me) -> HttpResponse:
    """The home page's panels if they differ from what the browser has seen, else 204 and nothing (PORTAL-05)."""
    if request.GET.get("seen") == stamp_of(me, clock.today()):
        return HttpResponse(status=204)
    return render(request, "worker/home/panels.html", {**panels(me), "is_news": True})
