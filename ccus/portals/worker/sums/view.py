"""就業履歴 › 集計."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.work_history.reading.counters import totals
from ccus.domain.work_history.reading.sums import sums_of
from ccus.domain.workers.reading import Me
from ccus.entrance.door import worker_page
from ccus.entrance.frame import framed


@require_safe
@worker_page
def sums(request: HttpRequest, me: Me) -> HttpResponse:
    """集計 of the whole career, or of the year in the address (guide G15-6)."""
    typed = request.GET.get("year", "")
    year = (
        int(typed) if len(typed) == 4 and typed.isascii() and typed.isdecimal() and typed >= "2000" else None
    )
    context = {"sums": sums_of(me.worker, year=year), "totals": totals(me.worker), "year": year}
    return framed(request, "worker/sums/page.html", context, current="history")
