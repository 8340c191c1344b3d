"""就業している現場一覧."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.work_history.reading import sites_of
from ccus.domain.work_history.site_sums import work_at
from ccus.domain.workers.reading import Me
from ccus.entrance.door import worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock


@require_safe
@worker_page
def sites(request: HttpRequest, me: Me) -> HttpResponse:
    """就業している現場一覧 (guide G08-6)."""
    listed = sites_of(me.worker, today=clock.today())
    works = work_at(me.worker, [site.place for site in listed])
    context = {
        "sites": listed,
        "worked": [(site, works[site.place]) for site in listed if site.place in works],
    }
    return framed(request, "worker/sites/page.html", context, current="sites")
