"""失効と退会."""

from datetime import datetime

from django.db import transaction

from ccus.domain.accounts.models import User
from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.policies import require_office, require_one_of
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.cards.models import Card, CardRevocation
from ccus.domain.cards.policies import revoked
from ccus.domain.cards.touching import touched
from ccus.domain.workers.models import Withdrawal, Worker
from ccus.domain.workers.policies import as_actor, require_not_withdrawn
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.periods import ONE_DAY


@transaction.atomic
def revoke_card(*, card: Card, by: Actor, at: datetime) -> CardRevocation:
    """カードの失効, by the office, for good (CARD-09). Raises `CardRevoked`."""
    require_office(by)
    with refusing({"card_revocation_card_id_key": revoked(card)}):
        revocation = CardRevocation.objects.create(card=card, revoked_at=at, recorded_by=str(by))
    record(act=Act.CARD_REVOKED, by=by, at=at, subject=("card", card.pk), affects=[touched(card, at)])
    return revocation


@transaction.atomic
def withdraw_worker(*, worker: Worker, by: Actor, at: datetime) -> Withdrawal:
    """技能者退会: the account closes, every card is revoked, later taps make no record (REG-15, D-18).

    Stands in this room because it reaches from the account up to the cards. Raises `WorkerWithdrawn`.
    """
    require_one_of(by, as_actor(worker), who="技能者本人")
    one_at_a_time("card", worker.pk)
    require_not_withdrawn(worker)
    withdrawal = Withdrawal.objects.create(worker=worker, withdrawn_at=at, recorded_by=str(by))
    User.objects.filter(worker=worker, closed_at__isnull=True).update(closed_at=at)
    CardRevocation.objects.bulk_create(
        CardRevocation(card=card, revoked_at=at, recorded_by=str(by))
        for card in Card.objects.filter(worker=worker, revocation__isnull=True)
    )
    record(
        act=Act.WORKER_WITHDRAWN,
        by=by,
        at=at,
        subject=("worker", worker.pk),
        affects=[Touched(worker=worker.pk, from_on=day_of(at) - ONE_DAY)],
    )
    return withdrawal
