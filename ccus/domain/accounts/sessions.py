"""ログイン中の端末: the sessions of an account, as its owner sees and ends them (SIGN-24).

A session itself is a row of Django's; a row here says who, on what, since when. Deleting both ends it at once.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib.sessions.models import Session

from ccus.domain.accounts.models import AccountSession
from ccus.foundation.uuid7 import uuid7


@dataclass(frozen=True, slots=True)
class SessionShown:
    """ログイン中の端末: `device` in words, `is_this` the one that asks."""

    key: UUID
    device: str
    began_at: datetime
    used_at: datetime
    is_this: bool


def begin_session(*, account: int, session_key: str, device: str, at: datetime) -> None:
    """ログインの始まり: from now on the owner sees it."""
    AccountSession.objects.update_or_create(
        session_key=session_key,
        defaults={
            "key": uuid7(int(at.timestamp() * 1000)),
            "account_id": account,
            "device": device,
            "began_at": at,
            "used_at": at,
        },
    )


def use_session(*, session_key: str, at: datetime) -> None:
    """最後に使った時刻."""
    AccountSession.objects.filter(session_key=session_key).update(used_at=at)


def move_session(*, before: str, after: str) -> None:
    """The same session under another key: Django gives a new one with a new password."""
    AccountSession.objects.filter(session_key=before).update(session_key=after)


def sessions_of(account: int, *, session_key: str, at: datetime) -> list[SessionShown]:
    """The sessions that live, this one first, then the last used. Two statements."""
    rows = list(AccountSession.objects.filter(account=account).order_by("-used_at", "-pk"))
    named = [row.session_key for row in rows]
    living = set(
        Session.objects.filter(session_key__in=named, expire_date__gt=at).values_list(
            "session_key", flat=True
        )
    )
    shown = [
        SessionShown(row.key, row.device, row.began_at, row.used_at, row.session_key == session_key)
        for row in rows
        if row.session_key in living
    ]
    return sorted(shown, key=lambda session: not session.is_this)


def forget_sessions(account: int, *, only: UUID | None = None, but: str = "") -> int:
    """End the sessions of an account: `only` one, or all `but` one of Django's keys. Returns how many ended."""
    rows = AccountSession.objects.filter(account=account).exclude(session_key=but)
    if only is not None:
        rows = rows.filter(key=only)
    keys = list(rows.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    AccountSession.objects.filter(session_key__in=keys).delete()
    return len(keys)
