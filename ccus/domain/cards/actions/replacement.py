"""色の変更と更新: another card instead of the one in hand."""

from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import require_office
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.cards import rules
from ccus.domain.cards.addresses import SendTo
from ccus.domain.cards.issuing import next_card
from ccus.domain.cards.models import Card, CardRevocation
from ccus.domain.cards.policies import require_not_expired, require_not_revoked, revoked
from ccus.domain.cards.touching import touched
from ccus.domain.workers.policies import require_not_withdrawn
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.refusals import Refusal


class ColourStays(Refusal):
    """同じ色: a new card would look like the old one (CARD-11)."""


@transaction.atomic
def change_colour(*, card: Card, send_to: SendTo | None = None, by: Actor, at: datetime) -> Card:
    """カードの色の変更: the next serial in the colour of today, the same 有効期限; the old card is revoked (CARD-11).

    Raises `ColourStays`, `CardRevoked`, `CardExpired`, `SerialTaken`, `SerialsUsedUp`, `WorkerWithdrawn`.
    """
    require_office(by)
    _require_in_hand(card)
    require_not_expired(card, on=day_of(at))
    new = _instead(card, expires_on=card.expires_on, send_to=send_to, by=by, at=at)
    if new.colour == card.colour:
        raise ColourStays("カードの色は変わりません。登録基幹技能者資格の登録を確かめてください。")
    affects = [touched(new, at)]
    record(
        act=Act.CARD_COLOUR_CHANGED, by=by, at=at, subject=("card", new.pk), affects=affects, replaces=card.pk
    )
    return new


@transaction.atomic
def renew_card(
    *,
    card: Card,
    applied_on: date,
    is_short: bool = False,
    send_to: SendTo | None = None,
    by: Actor,
    at: datetime,
) -> Card:
    """カードの更新: the next serial with a 有効期限 that counts anew, also for an expired card (CARD-12).

    `is_short`: filed with a 技能者の所属に関する証明書 (CARD-31).

    Raises `CardRevoked`, `SerialTaken`, `SerialsUsedUp`, `WorkerWithdrawn`.
    """
    require_office(by)
    _require_in_hand(card)
    birth_on = card.worker.birth_on
    years = rules.years_of_validity(birth_on=birth_on, applied_on=applied_on, is_short=is_short)
    expires_on = rules.expiry(birth_on=birth_on, issued_on=day_of(at), years=years)
    new = _instead(card, expires_on=expires_on, send_to=send_to, by=by, at=at)
    affects = [touched(new, at)]
    record(act=Act.CARD_RENEWED, by=by, at=at, subject=("card", new.pk), affects=affects, replaces=card.pk)
    return new


def _require_in_hand(card: Card) -> None:
    require_not_withdrawn(card.worker)
    one_at_a_time("card", card.worker_id)
    require_not_revoked(card)


def _instead(card: Card, *, expires_on: date, send_to: SendTo | None, by: Actor, at: datetime) -> Card:
    with refusing({"card_revocation_card_id_key": revoked(card)}):
        CardRevocation.objects.create(card=card, revoked_at=at, recorded_by=str(by))
    return next_card(card.worker, expires_on=expires_on, send_to=send_to, by=by, at=at)
