"""カードの発行と再発行."""

from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import require_office
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.cards import rules
from ccus.domain.cards.addresses import SendTo
from ccus.domain.cards.issuing import next_card
from ccus.domain.cards.models import Card, CardRevocation
from ccus.domain.cards.policies import (
    require_no_usable_card,
    require_not_expired,
    require_not_revoked,
    revoked,
)
from ccus.domain.cards.touching import touched
from ccus.domain.workers.models import Worker
from ccus.domain.workers.policies import require_not_withdrawn
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing


@transaction.atomic
def issue_card(
    *,
    worker: Worker,
    is_short: bool = False,
    applied_on: date | None = None,
    send_to: SendTo | None = None,
    by: Actor,
    at: datetime,
) -> Card:
    """カードの発行: the next serial, colour and expiry by the rules (CARD-02 to CARD-06).

    `is_short`: registered with a 技能者の所属に関する証明書. `applied_on`: the day that the age counts on, today
    if nothing is said. `send_to`: the registered 連絡先 and name if nothing is said (CARD-14).

    Raises `CardStillUsable`, `SerialTaken`, `SerialsUsedUp`, `WorkerWithdrawn`.
    """
    require_office(by)
    one_at_a_time("card", worker.pk)
    require_not_withdrawn(worker)
    today = day_of(at)
    require_no_usable_card(worker, on=today)
    years = rules.years_of_validity(
        birth_on=worker.birth_on, applied_on=applied_on or today, is_short=is_short
    )
    card = next_card(
        worker,
        expires_on=rules.expiry(birth_on=worker.birth_on, issued_on=today, years=years),
        send_to=send_to,
        by=by,
        at=at,
    )
    record(act=Act.CARD_ISSUED, by=by, at=at, subject=("card", card.pk), affects=[touched(card, at)])
    return card


@transaction.atomic
def reissue_card(*, card: Card, send_to: SendTo | None = None, by: Actor, at: datetime) -> Card:
    """カードの再発行: the old card is revoked, the new one has the next serial and the same expiry (CARD-07).

    Raises `CardRevoked`, `CardExpired`, `SerialTaken`, `SerialsUsedUp`, `WorkerWithdrawn`.
    """
    require_office(by)
    require_not_withdrawn(card.worker)
    one_at_a_time("card", card.worker_id)
    require_not_revoked(card)
    require_not_expired(card, on=day_of(at))
    with refusing({"card_revocation_card_id_key": revoked(card)}):
        CardRevocation.objects.create(card=card, revoked_at=at, recorded_by=str(by))
    new = next_card(card.worker, expires_on=card.expires_on, send_to=send_to, by=by, at=at)
    record(
        act=Act.CARD_REISSUED,
        by=by,
        at=at,
        subject=("card", new.pk),
        affects=[touched(new, at)],
        replaces=card.pk,
    )
    return new
