"""カードの発行と再発行."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import require_office
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.cards import rules
from ccus.domain.cards.models import Card, CardRevocation
from ccus.domain.cards.policies import (
    require_no_usable_card,
    require_not_expired,
    require_not_revoked,
    revoked,
)
from ccus.domain.cards.touching import touched
from ccus.domain.workers.models import CoreWorkerQualification, Worker
from ccus.domain.workers.policies import require_not_withdrawn
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import standing_on


class SerialTaken(Refusal):
    """枝番の重なり: another card was issued in the same moment (CARD-02)."""


class SerialsUsedUp(Refusal):
    """枝番の終わり: ninety-nine cards were issued to one worker (CARD-02)."""


@transaction.atomic
def issue_card(
    *, worker: Worker, is_short: bool = False, applied_on: date | None = None, by: Actor, at: datetime
) -> Card:
    """カードの発行: the next serial, colour and expiry by the rules (CARD-02 to CARD-06).

    `is_short`: registered with a 技能者の所属に関する証明書. `applied_on`: the day that the age counts on, today
    if nothing is said. Raises `CardStillUsable`, `SerialTaken`, `SerialsUsedUp`,
    `WorkerWithdrawn`.
    """
    require_office(by)
    require_not_withdrawn(worker)
    one_at_a_time("card", worker.pk)
    today = day_of(at)
    require_no_usable_card(worker, on=today)
    years = rules.years_of_validity(
        birth_on=worker.birth_on, applied_on=applied_on or today, is_short=is_short
    )
    card = _next_card(
        worker,
        expires_on=rules.expiry(birth_on=worker.birth_on, issued_on=today, years=years),
        at=at,
    )
    record(act=Act.CARD_ISSUED, by=by, at=at, subject=("card", card.pk), affects=[touched(card, at)])
    return card


@transaction.atomic
def reissue_card(*, card: Card, by: Actor, at: datetime) -> Card:
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
    new = _next_card(card.worker, expires_on=card.expires_on, at=at)
    record(
        act=Act.CARD_REISSUED,
        by=by,
        at=at,
        subject=("card", new.pk),
        affects=[touched(new, at)],
        replaces=card.pk,
    )
    return new


def _next_card(worker: Worker, *, expires_on: date, at: datetime) -> Card:
    last = Card.objects.filter(worker=worker).aggregate(last=Max("serial"))["last"] or 0
    serial = last + 1
    held = standing_on(CoreWorkerQualification.objects.filter(worker=worker), day_of(at))
    if serial > rules.LAST_SERIAL:
        raise SerialsUsedUp(
            f"この技能者のカードは、枝番{rules.LAST_SERIAL}まで発行されています。お問い合わせセンターに連絡してください。"
        )
    taken = SerialTaken(
        f"枝番{serial:02d}のカードが、同時に発行されています。発行されたカードを確かめてください。"
    )
    with refusing({"card_serial_once": taken, "card_token_key": taken}):
        return Card.objects.create(
            worker=worker,
            serial=serial,
            token=rules.token(worker.number, serial),
            colour=rules.colour(is_core_worker=held.exists()),
            issued_at=at,
            expires_on=expires_on,
        )
