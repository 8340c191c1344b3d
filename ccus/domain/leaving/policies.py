"""戻れるか: within five years of leaving, once (LEAVE-05)."""

from datetime import date

from ccus.domain.leaving.rules import last_day_to_return
from ccus.domain.workers.models import Withdrawal, Worker
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal


class NobodyLeft(Refusal):
    """退会していない: there is no such worker, or the worker is in the register (LEAVE-05)."""


class TooLateToReturn(Refusal):
    """再登録の期限切れ: more than five years ago, or erased already (LEAVE-05, LEAVE-06)."""


def require_returnable(number: str, *, on: date) -> Withdrawal:
    """The open withdrawal of a worker who may come back on a day. Raises `NobodyLeft`, `TooLateToReturn`."""
    worker = Worker.objects.filter(number=number).first()
    withdrawal = Withdrawal.objects.filter(worker=worker, returned_at=None).first() if worker else None
    if withdrawal is None:
        raise NobodyLeft(
            f"技能者ID {number} の方は、退会していないか、登録がありません。番号を確かめてください。",
            "number",
        )
    last_on = last_day_to_return(day_of(withdrawal.withdrawn_at))
    if withdrawal.erased_at is not None or on > last_on:
        raise TooLateToReturn(
            f"戻れる期限（{date_words(last_on)}）を過ぎています。個人情報は消えています。新規登録を案内してください。",
            "number",
        )
    return withdrawal
