"""閲覧の記録."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.disclosure.traces import traces_of
from ccus.domain.workers.reading import Me
from ccus.entrance.door import worker_page
from ccus.entrance.frame import framed
from ccus.portals.worker.viewed.folding import folded

PAGE = 30
LONGEST_CURSOR = 16


@require_safe
@worker_page
def viewed(request: HttpRequest, me: Me) -> HttpResponse:
    """閲覧の記録: newest first, thirty a page; `before` in the address is where the page before ended."""
    typed = request.GET.get("before", "")
    is_cursor = typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST_CURSOR
    traces = traces_of(me.worker, before=int(typed) if is_cursor else None, limit=PAGE)
    last = traces[-1].cursor if len(traces) >= PAGE else None
    context = {
        "looks": folded(traces),
        "is_first": not is_cursor,
        "older": last if last is not None and traces_of(me.worker, before=last, limit=1) else None,
    }
    return framed(request, "worker/viewed/page.html", context, current="viewed")
