"""この端末が持つもの: which code or request this browser asked for, signed, for half an hour (RESET-03)."""

from urllib.parse import quote, unquote
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from ccus.entrance.asked import key_of

_CODE, _TAKEN = "forgotten_code", "forgotten_request"
_LASTS = 30 * 60
_PATH = "/forgotten/"


def held_code(request: HttpRequest) -> UUID | None:
    """The key of the code that this browser asked for."""
    return key_of(request.get_signed_cookie(_CODE, "", max_age=_LASTS) or "")


def held_request(request: HttpRequest) -> tuple[str, str]:
    """受付番号 and 合言葉 that this browser gave rightly; empty where it gave none."""
    ticket, _, phrase = (request.get_signed_cookie(_TAKEN, "", max_age=_LASTS) or "").partition(":")
    return ticket, unquote(phrase)


def hold_code(response: HttpResponseBase, key: UUID) -> None:
    """The browser that asked, and no other, can use the code."""
    let_go(response)
    _hold(response, _CODE, str(key))


def hold_request(response: HttpResponseBase, ticket: str, phrase: str) -> None:
    """The browser goes on to the choice of a password."""
    let_go(response)
    _hold(response, _TAKEN, f"{ticket}:{quote(phrase)}")  # a cookie holds plain letters only


def let_go(response: HttpResponseBase) -> None:
    """Nothing of it stays."""
    for name in (_CODE, _TAKEN):
        response.delete_cookie(name, path=_PATH)


def _hold(response: HttpResponseBase, name: str, value: str) -> None:
    response.set_signed_cookie(
        name,
        value,
        max_age=_LASTS,
        path=_PATH,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
