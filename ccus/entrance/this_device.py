"""この端末: the session of a request in the owner's list (SIGN-24)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.http import HttpRequest

from ccus.domain.accounts.sessions import begin_session, forget_sessions, move_session, use_session
from ccus.entrance.device_words import device_words
from ccus.foundation import clock

_SEEN = "seen_at"
_EVERY_SECONDS = 10 * 60
"""How exactly 「最後に使った時刻」 is kept: a page is read without a write."""


def key_of(request: HttpRequest) -> str:
    """Django's key of the session."""
    return request.session.session_key or ""


def device_of(request: HttpRequest) -> str:
    """Device and browser in words."""
    return device_words(request.headers.get("User-Agent", ""))


def begin(request: HttpRequest, account: int, *, at: datetime) -> None:
    """From now on the session stands in the list; Django has just given it a new key."""
    request.session[_SEEN] = at.timestamp()
    request.session.save()
    begin_session(account=account, session_key=key_of(request), device=device_of(request), at=at)


@contextmanager
def kept(request: HttpRequest, account: int) -> Iterator[None]:
    """A new password: Django gives this session a new key inside; all others are over and leave the list (SIGN-09)."""
    before = key_of(request)
    forget_sessions(account, but=before)
    yield
    request.session.save()
    move_session(before=before, after=key_of(request))


def seen(request: HttpRequest) -> None:
    """A page was asked for: noted every ten minutes, for sessions that stand in the list."""
    now, before = clock.now(), request.session.get(_SEEN)
    if before is not None and now.timestamp() - before >= _EVERY_SECONDS:
        request.session[_SEEN] = now.timestamp()
        use_session(session_key=key_of(request), at=now)
