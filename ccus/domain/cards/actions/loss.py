"""紛失と発見."""

from datetime import datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import require_one_of
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.cards.messages import tell_holder
from ccus.domain.cards.models import Card, CardLoss
from ccus.domain.cards.policies import require_not_replaced, require_not_revoked
from ccus.domain.cards.touching import touched
from ccus.domain.notices.texts import Text
from ccus.domain.workers.policies import as_actor
from ccus.foundation.clock import JST
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.refusals import Refusal


class AlreadyLost(Refusal):
    """紛失の届出済み (CARD-08)."""


class LossInFuture(Refusal):
    """先の日時の紛失 (CARD-08)."""


class NotLost(Refusal):
    """紛失の届出なし: nothing to take back (CARD-08)."""


@transaction.atomic
def report_loss(*, card: Card, lost_from: datetime, by: Actor, at: datetime) -> CardLoss:
    """紛失の届出, by the holder or the office: from `lost_from` the card opens nothing (CARD-08, CARD-20).

    Raises `AlreadyLost`, `LossInFuture`, `CardRevoked`.
    """
    require_one_of(by, as_actor(card.worker), who="カードの持ち主")
    return stop_card(card=card, lost_from=lost_from, by=by, at=at)


@transaction.atomic
def stop_card(*, card: Card, lost_from: datetime, by: Actor, at: datetime) -> CardLoss:
    """カードを止める, as part of an act that has asked who may: the loss, and the notice to its holder (CARD-20).

    Raises `AlreadyLost`, `LossInFuture`, `CardRevoked`.
    """
    one_at_a_time("card", card.worker_id)
    require_not_revoked(card)
    if lost_from > at:
        raise LossInFuture(
            "なくした日時が、今より先です。今か、それより前の日時を入力してください。", "lost_from"
        )
    lost = AlreadyLost(
        f"カード{card.serial:02d}は、すでに紛失の届けが出ています。見つかったときは、届けを取り下げてください。"
    )
    with refusing({"card_lost_once_at_a_time": lost}):
        loss = CardLoss.objects.create(card=card, lost_from=lost_from, recorded_by=str(by))
    when = f"{lost_from.astimezone(JST):%Y年%-m月%-d日 %H:%M}"
    tell_holder(card, Text.CARD_LOST, source=f"card_loss:{loss.pk}", at=at, when=when)
    record(act=Act.CARD_LOST, by=by, at=at, subject=("card", card.pk), affects=[touched(card, lost_from)])
    return loss


@transaction.atomic
def report_found(*, card: Card, by: Actor, at: datetime) -> None:
    """紛失の届けの取り下げ: from now the card opens again; taps while it was lost stay refused (CARD-08, CARD-22).

    Raises `NotLost`, `CardReplaced`, `CardRevoked`.
    """
    require_one_of(by, as_actor(card.worker), who="カードの持ち主")
    one_at_a_time("card", card.worker_id)
    require_not_replaced(card)
    require_not_revoked(card)
    loss = CardLoss.objects.filter(card=card, found_at__isnull=True).first()
    if loss is None:
        raise NotLost(
            f"カード{card.serial:02d}には、紛失の届けが出ていません。カードの番号を確かめてください。"
        )
    CardLoss.objects.filter(pk=loss.pk).update(found_at=at)
    tell_holder(card, Text.CARD_FOUND, source=f"card_found:{loss.pk}", at=at)
    record(act=Act.CARD_FOUND, by=by, at=at, subject=("card", card.pk), affects=[touched(card, at)])
