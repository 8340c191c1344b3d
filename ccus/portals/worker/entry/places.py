"""就業履歴 › 入力: which site it was (PORTAL-20)."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.sites.reading.finding import MOST, find_sites
from ccus.domain.work_history.claims.own_sites import own_sites_of
from ccus.domain.work_history.reading import sites_of
from ccus.domain.workers.reading import Me
from ccus.entrance.door import worker_page
from ccus.entrance.entering.ticks import day_in
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.japanese import tidy


@require_safe
@worker_page
def entry(request: HttpRequest, me: Me) -> HttpResponse:
    """現場をえらぶ: present sites first, then a search, then sites that are not registered; `?on=` goes along."""
    text = request.GET.get("q", "")
    found = find_sites(text)
    context = {
        "sites": [site for site in sites_of(me.worker, today=clock.today()) if site.number],
        "own_sites": own_sites_of(me.worker),
        "text": text,
        "on": day_in(request.GET.get("on", "")),
        "is_asked": bool(tidy(text)),
        "found": found,
        "most": MOST,
    }
    return framed(request, "worker/entry/page.html", context, current="entry")
