"""入れ替え: a new password for a forgotten one; a factor is never touched (RESET-09)."""

from collections.abc import Collection
from datetime import datetime

from ccus.domain.accounts.actions import replace_password
from ccus.domain.accounts.policies import AccountOver
from ccus.domain.audit.terms import Actor
from ccus.domain.notices.texts import Text
from ccus.domain.recovery.addresses import tell_everywhere, time_words
from ccus.domain.recovery.models import ResetRequest
from ccus.domain.recovery.terms import Ending
from ccus.domain.workers.leaving import has_left
from ccus.domain.workers.models import Worker


def replace(*, worker: Worker, new: str, about: Collection[str], by: Actor, at: datetime) -> None:
    """新しいパスワードにする, and tell every channel. Raises `PasswordRefused`, `AccountOver`."""
    if worker.account is None or has_left(worker.pk):
        raise AccountOver
    replace_password(account=worker.account, new=new, birth_on=worker.birth_on, about=about, by=by, at=at)
    tell_everywhere(
        worker=worker,
        text=Text.PASSWORD_RESET,
        source=f"reset:{at.isoformat()}",
        at=at,
        when=time_words(at),
    )


def end_open(*, worker: Worker, ending: Ending, at: datetime) -> int:
    """申し込みを終える: the open request of a worker, if there is one. Returns how many ended."""
    return ResetRequest.objects.filter(worker=worker, ended_at=None).update(ended_at=at, ending=ending)
