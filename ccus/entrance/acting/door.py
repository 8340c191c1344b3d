"""申請の扉: the pages of one application, also for somebody who files it for a worker (PROXY-06, PROXY-07)."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Concatenate, ParamSpec

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse

from ccus.domain.applications.reading.entrusted import acting_on, acting_with
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Actor
from ccus.domain.proxies.policies import MandateOver
from ccus.domain.proxies.reading.banner import banner_of
from ccus.entrance.door import View, filer_page
from ccus.entrance.frame import framed
from ccus.entrance.who import Filer
from ccus.foundation import clock

P = ParamSpec("P")
Page = Callable[Concatenate[HttpRequest, Filer, P], HttpResponseBase]


def filing_page(view: Page[P]) -> View[P]:
    """申請のページ: its own filer's, or of a company to which the worker entrusted it; 404 for everybody else.

    Of a company the right follows from the application and the mandate, asked at each request; until the answer is
    out the mandate cannot end (PROXY-07).
    """

    @wraps(view)
    def page(request: HttpRequest, filer: Filer, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        number = str(kwargs.get("number", ""))
        try:
            acting = acting_on(filer.agent, number, at=clock.now()) if filer.agent else None
        except MandateOver as over:
            return mandate_over(request, over)
        except NotAllowed as refusal:
            raise PermissionDenied(refusal.sentence) from refusal
        return view(request, as_agent(request, filer, acting) if acting else filer, *args, **kwargs)

    return filer_page(page)


def client_page(view: Page[P]) -> View[P]:
    """委任した方のページ: by the 技能者ID in the address; 404 without a mandate (PROXY-08)."""

    @wraps(view)
    def page(request: HttpRequest, filer: Filer, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        try:
            number = str(kwargs.get("worker", ""))
            acting = acting_with(filer.agent, number, at=clock.now()) if filer.agent else None
        except MandateOver as over:
            return mandate_over(request, over)
        except NotAllowed as refusal:
            raise PermissionDenied(refusal.sentence) from refusal
        if acting is None:
            raise Http404
        return view(request, as_agent(request, filer, acting), *args, **kwargs)

    return filer_page(page)


def as_agent(request: HttpRequest, filer: Filer, acting: Actor) -> Filer:
    """The filer as one who files for a worker; the page says so above everything (PROXY-06)."""
    vars(request)["acting"] = banner_of(acting, at=clock.now())
    return replace(filer, actor=acting, worker=acting.client, applicant=None, company=None, birth_on=None)


def mandate_over(request: HttpRequest, over: MandateOver) -> HttpResponse:
    """委任の終わり: nothing is stored, and nothing of the worker is shown (PROXY-07)."""
    if request.POST.get("act") == "keep":
        return JsonResponse({"words": over.sentence, "stopped": True}, status=409)
    context = {"sentence": over.sentence}
    return framed(request, "entrance/acting/over.html", context, current="company:clients", status=403)
