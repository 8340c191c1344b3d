"""止める: one press, by the link or on a signed-in device, ends a request for good (RESET-06)."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.recovery.actions.requests import stop_request
from ccus.domain.recovery.policies import RequestClosed
from ccus.domain.recovery.reading import request_to_stop
from ccus.domain.workers import reading
from ccus.entrance.door import actor
from ccus.entrance.forgotten.pages import shown
from ccus.foundation import clock


@never_cache
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, key: UUID) -> HttpResponse:
    """申し込みを止める: looking changes nothing, because programs open links; the press does."""
    asked = request_to_stop(key)
    if asked is None:
        raise Http404
    if request.method == "GET":
        state = "open" if asked.ended_at is None else "over"
        return shown(request, "stop", {"state": state, "opened_at": asked.opened_at})
    try:
        stop_request(request=asked, by=_who(request, asked.worker_id), at=clock.now())
    except RequestClosed:
        return shown(request, "stop", {"state": "over", "opened_at": asked.opened_at})
    return shown(request, "stop", {"state": "stopped", "opened_at": asked.opened_at})


def _who(request: HttpRequest, owner: int | None) -> Actor:
    """The owner where signed in; otherwise the link alone says it, also in a browser that somebody else uses."""
    me = reading.me(request.user.pk) if request.user.is_authenticated else None
    return actor(me) if me is not None and me.worker == owner else SYSTEM
