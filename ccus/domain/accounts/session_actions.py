"""ログイン中の端末の行為 (SIGN-24)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ccus.domain.accounts.models import User
from ccus.domain.accounts.sessions import forget_sessions
from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor


@transaction.atomic
def end_sessions(*, account: User, only: UUID | None, but: str, by: Actor, at: datetime) -> int:
    """ログアウトさせる: `only` one of the own sessions, or all but the one that asks; at once (SIGN-24).

    Returns how many ended; one that was over before is none.
    """
    ended = forget_sessions(account.pk, only=only, but=but)
    record(act=Act.SESSIONS_ENDED, by=by, at=at, subject=("account", account.pk), ended=ended)
    return ended
