"""本人の端末: a browser that has opened an account before is counted apart, so that strangers who keep guessing
at an ID slow only themselves and never lock its owner out (SIGN-08).
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_COOKIE = "known"
_YEAR = 365 * 24 * 60 * 60


def is_known_device(request: HttpRequest, login_id: str) -> bool:
    """Whether this browser signed in with this ID within the last year."""
    return bool(request.get_signed_cookie(_COOKIE, "", salt=login_id, max_age=_YEAR))


def remember_device(response: HttpResponse, login_id: str) -> None:
    """Leave the signed mark; it holds no secret and opens nothing."""
    response.set_signed_cookie(
        _COOKIE,
        "1",
        salt=login_id,
        max_age=_YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
