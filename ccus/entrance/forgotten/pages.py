"""ページを見せる: the frame of getting back in, and the words of limits."""

from collections.abc import Mapping

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from ccus.domain.accounts import tries
from ccus.domain.accounts.terms import Counted
from ccus.entrance.sign_in.device import is_known_device
from ccus.foundation import clock


def shown(
    request: HttpRequest, page: str, context: Mapping[str, object] | None = None, *, status: int = 200
) -> HttpResponse:
    """A page of `entrance/forgotten/`, kept by nobody on the way."""
    response = render(request, f"entrance/forgotten/{page}.html", dict(context or {}), status=status)
    add_never_cache_headers(response)
    return response


def counted(request: HttpRequest, kind: Counted, value: str) -> tries.Try:
    """What an asking counts against: what was typed, and the network. A browser that signed in with the ID is counted
    apart, so that strangers cannot use up its owner's askings (SIGN-08).
    """
    network = get_adapter(request).network(request)
    known = "known:" if is_known_device(request, value) else ""
    return tries.Try(((kind, f"{known}{value}"), (Counted.RESET_NETWORK, network)), clock.now())
