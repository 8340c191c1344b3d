"""短い命のアドレス: of an image or of a file about somebody, for an hour and one session (DISC-17).

A page prints `{% file_url "company:employee-image" number key size="small" %}`; the view is `@short_lived`, below its
door. What the view itself checks stays as it is: the seal is no right, it only ends one.
"""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from urllib.parse import urlencode

from django import template
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template import RequestContext
from django.urls import reverse
from django.utils.http import base36_to_int, int_to_base36

from ccus.domain.disclosure.photos import ONE_LOOK
from ccus.entrance.came_from import page_before
from ccus.foundation import clock

P = ParamSpec("P")
Who = TypeVar("Who")
Page = Callable[Concatenate[HttpRequest, Who, P], HttpResponseBase]

SEAL = "seal"
_SALT = "ccus.entrance.short_lived"

register = template.Library()


@register.simple_tag(takes_context=True)
def file_url(context: RequestContext, page: str, *places: object, **asked: object) -> str:
    """The address of a page that is a file, with a seal and what else is `asked` behind the `?`."""
    address = reverse(page, args=places)
    return sealed(context.request, f"{address}?{urlencode(asked)}" if asked else address)


@register.simple_tag(name="sealed", takes_context=True)
def sealed_in(context: RequestContext, address: str) -> str:
    """The same for an address that is at hand already."""
    return sealed(context.request, address)


def sealed(request: HttpRequest, address: str) -> str:
    """An address of this register, for an hour and the session of this request; "" stays ""."""
    path, _, query = address.partition("?")
    if not path:
        return ""
    seal = seal_of(path, request.session.session_key, until=clock.now() + ONE_LOOK)
    return f"{path}?{query}&{SEAL}={seal}" if query else f"{path}?{SEAL}={seal}"


def seal_of(path: str, session: str | None, *, until: datetime) -> str:
    """The seal of a path for a session until an instant, in whole seconds."""
    seconds = int_to_base36(int(until.timestamp()))
    return f"{seconds}.{Signer(salt=_SALT).signature(_signed(path, session, seconds))}"


def short_lived(view: Page[Who, P]) -> Page[Who, P]:
    """ファイルのページ: opened by a fresh address of this session alone; any other says so (403)."""

    @wraps(view)
    def page(request: HttpRequest, who: Who, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        return view(request, who, *args, **kwargs) if _is_fresh(request) else _too_old(request)

    vars(page)["is_short_lived"] = True
    return page


def _is_fresh(request: HttpRequest) -> bool:
    seconds, _, signature = request.GET.get(SEAL, "").partition(".")
    said = _signed(request.path, request.session.session_key, seconds)
    try:
        Signer(salt=_SALT).unsign(f"{said}:{signature}")
        return clock.now().timestamp() < base36_to_int(seconds)
    except (BadSignature, ValueError):
        return False


def _signed(path: str, session: str | None, seconds: str) -> str:
    return f"{path} {session} {seconds}"


def _too_old(request: HttpRequest) -> HttpResponse:
    """The sentence, and the way back: to the page whose link it was, else to the first page of that side."""
    before, side = page_before(request), request.resolver_match
    back = before._replace(scheme="", netloc="").geturl() if before.path != request.path else ""
    context = {
        "back": back or reverse(f"{side.namespace if side else 'worker'}:home"),
        "is_known": bool(back),
    }
    return render(request, "entrance/too_old.html", context, status=403)
