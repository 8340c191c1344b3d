"""次のカード: serial, colour and token of the card that comes next (CARD-02, CARD-03)."""

from datetime import date, datetime

from django.db.models import Max

from ccus.domain.audit.terms import Actor
from ccus.domain.cards import rules
from ccus.domain.cards.addresses import SendTo, address_new_card
from ccus.domain.cards.models import Card
from ccus.domain.workers.models import CoreWorkerQualification, Worker
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import refusing
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import standing_on


class SerialTaken(Refusal):
    """枝番の重なり: another card was issued in the same moment (CARD-02)."""


class SerialsUsedUp(Refusal):
    """枝番の終わり: ninety-nine cards were issued to one worker (CARD-02)."""


def next_card(worker: Worker, *, expires_on: date, send_to: SendTo | None, by: Actor, at: datetime) -> Card:
    """次のカード, as part of an act, with where it goes (CARD-02, CARD-03, CARD-14).

    Raises `SerialTaken`, `SerialsUsedUp`.
    """
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
        card = Card.objects.create(
            worker=worker,
            serial=serial,
            token=rules.token(worker.number, serial),
            colour=rules.colour(is_core_worker=held.exists()),
            issued_at=at,
            expires_on=expires_on,
        )
    address_new_card(card, send_to, by=by, at=at)
    return card
