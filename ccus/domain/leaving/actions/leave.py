"""技能者退会."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from ccus.domain.accounts.factors.reading import rows_of
from ccus.domain.accounts.models import User
from ccus.domain.accounts.sessions import forget_sessions
from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.policies import require_one_of
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.cards.models import Card, CardRevocation
from ccus.domain.leaving.ending import end_ties
from ccus.domain.recovery.replacing import end_open
from ccus.domain.recovery.terms import Ending
from ccus.domain.workers.leaving import gone_among, ids_of
from ccus.domain.workers.models import Withdrawal, Worker
from ccus.domain.workers.policies import as_actor, require_not_withdrawn
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.periods import ONE_DAY


@transaction.atomic
def withdraw_worker(*, worker: Worker, by: Actor, at: datetime) -> Withdrawal:
    """技能者退会: from now on nothing of the worker opens anything, and taps make no record (LEAVE-03, REG-15, D-18).

    Of every ID of the person the account closes, sessions and factors end, cards are revoked, mandates, consents and
    switches of disclosure end, and what waits for an answer is closed.

    Raises `WorkerWithdrawn`.
    """
    require_one_of(by, as_actor(worker), who="技能者本人")
    one_at_a_time("card", worker.pk)
    one_at_a_time("mandate", worker.pk)
    require_not_withdrawn(worker)
    ids, day = ids_of(worker.pk), day_of(at)
    withdrawal, *_ = Withdrawal.objects.bulk_create(
        Withdrawal(worker_id=key, withdrawn_at=at, recorded_by=str(by)) for key in _still_here(ids)
    )
    _close_accounts(ids, at=at)
    CardRevocation.objects.bulk_create(
        CardRevocation(card=card, revoked_at=at, recorded_by=str(by))
        for card in Card.objects.filter(worker__in=ids, revocation__isnull=True)
    )
    end_open(worker=worker, ending=Ending.STOPPED, at=at)
    ended = end_ties(ids, on=day, at=at)
    record(
        act=Act.WORKER_WITHDRAWN,
        by=by,
        at=at,
        subject=("worker", worker.pk),
        affects=[Touched(worker=key, from_on=day - ONE_DAY) for key in ids],
        **ended,
    )
    return withdrawal


def _still_here(ids: Sequence[int]) -> list[int]:
    gone = gone_among(ids)
    return [key for key in ids if key not in gone]


def _close_accounts(ids: Sequence[int], *, at: datetime) -> None:
    """Also the login of the application by which somebody was registered: it would go on to show what was filed."""
    whose = Q(worker__in=ids) | Q(applicant__worker__in=ids)
    for account in User.objects.filter(whose, closed_at=None):
        User.objects.filter(pk=account.pk).update(closed_at=at)
        forget_sessions(account.pk)
        rows_of(account.pk).delete()
