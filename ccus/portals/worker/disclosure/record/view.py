"""設定の記録."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ccus.domain.disclosure.changes import changes_of, cursor_in
from ccus.domain.workers.reading import Me
from ccus.entrance.door import worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock

PAGE = 30


@require_safe
@worker_page
def disclosure_record(request: HttpRequest, me: Me) -> HttpResponse:
    """Every opening and closing, the worker's and the employers', newest first."""
    before, today = cursor_in(request.GET.get("before", "")), clock.today()
    changes = changes_of(me.worker, before=before, limit=PAGE, today=today)
    last = changes[-1].cursor if len(changes) >= PAGE else None
    older = last is not None and changes_of(me.worker, before=last, limit=1, today=today)
    context = {"changes": changes, "is_first": before is None, "older": last if older else None}
    return framed(request, "worker/disclosure/record/page.html", context, current="disclosure")
