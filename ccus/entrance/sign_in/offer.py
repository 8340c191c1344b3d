"""「顔や指紋でログイン」のすすめ: after a sign-in by password, at most once a month on one browser (SIGN-22).

The page shows it only where the device says that it can, and never in the way.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_COOKIE, _OFFERED = "offered", "passkey_offer"
_MONTH = 30 * 24 * 60 * 60


def offer_passkey(request: HttpRequest, response: HttpResponse) -> None:
    """Offer it in this session, unless this browser was offered it within the month."""
    if _COOKIE in request.COOKIES:
        return
    request.session[_OFFERED] = True
    response.set_cookie(
        _COOKIE, "1", max_age=_MONTH, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )


def take_offer_back(request: HttpRequest) -> None:
    """Answered: later, or done."""
    request.session.pop(_OFFERED, None)
