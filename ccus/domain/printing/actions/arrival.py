"""届いた・届かない: what the holder says of a card that was posted (PRINT-09)."""

from datetime import datetime

from django.db import transaction

from ccus.domain.accounts.officers import require_two
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import require_own
from ccus.domain.audit.terms import Act, Actor, ActorKind
from ccus.domain.cards.actions.loss import report_found, stop_card
from ccus.domain.cards.addresses import SendTo, write_address
from ccus.domain.cards.models import Card, CardLoss, WaitingCard
from ccus.domain.notices.texts import Text
from ccus.domain.printing.models import CardPosting, PrintPlace
from ccus.domain.printing.postings import (
    newest_card,
    nothing_to_send,
    on_its_way,
    require_redirectable,
    words_of,
)
from ccus.domain.printing.rules import asked_from, is_overdue
from ccus.domain.recovery.addresses import tell_everywhere
from ccus.domain.workers.policies import as_actor
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.japanese import date_words
from ccus.foundation.refusals import Refusal

_HOLDER = "カードの持ち主"


class NotYetOverdue(Refusal):
    """まだ郵便の途中かもしれない: asked from 14 days after posting (PRINT-09)."""


class AlreadyMissing(Refusal):
    """届かないと届け済み (PRINT-09)."""


@transaction.atomic
def confirm_arrival(*, worker: int, by: Actor, at: datetime) -> None:
    """カードが届いた: one that was said not to have arrived opens gates again (PRINT-09, CARD-22).

    Raises `NotPosted`, `AlreadyArrived`.
    """
    one_at_a_time("card", worker)
    posting = on_its_way(newest_card(worker))
    require_own(by, as_actor(posting.card.worker), who=_HOLDER)
    CardPosting.objects.filter(pk=posting.pk).update(arrived_at=at)
    if posting.missing_at is not None and _is_lost(posting.card):
        report_found(card=posting.card, by=by, at=at)
    record(act=Act.CARD_ARRIVED, by=by, at=at, subject=("card", posting.card_id))


@transaction.atomic
def report_missing(*, worker: int, by: Actor, at: datetime) -> None:
    """カードが届かない: it is stopped like a lost one from the posting on, and its reissue is free (PRINT-09).

    Raises `NotPosted`, `AlreadyArrived`, `NotYetOverdue`, `AlreadyMissing`.
    """
    one_at_a_time("card", worker)
    posting = on_its_way(newest_card(worker))
    require_own(by, as_actor(posting.card.worker), who=_HOLDER)
    if not is_overdue(posting.posted_on, today=day_of(at)):
        raise NotYetOverdue(
            f"{date_words(posting.posted_on)}に発送したカードです。まだ郵便の途中かもしれません。"
            f"{date_words(asked_from(posting.posted_on))}になっても届かないときに、知らせてください。"
        )
    if posting.missing_at is not None:
        raise AlreadyMissing(
            "届かないことは、もう知らせてあります。カードの再発行を無料で申し込んでください。"
        )
    CardPosting.objects.filter(pk=posting.pk).update(missing_at=at)
    if not _is_lost(posting.card):
        stop_card(card=posting.card, lost_from=posting.posted_at, by=by, at=at)
    record(act=Act.CARD_MISSING, by=by, at=at, subject=("card", posting.card_id))


@transaction.atomic
def redirect_card(*, worker: int, send_to: SendTo, by: Actor, at: datetime) -> None:
    """カードの送付先を直す, by the holder or two officers, until it has arrived (CARD-14, EYES-02). The holder is told.

    A card that has had no address yet gets one from the office alone: it may have been in hand for years. Raises
    `NotAllowed`, `NotPosted` where there is no card, `AlreadyArrived`.
    """
    one_at_a_time("card", worker)
    card = newest_card(worker)
    if card is None or (by == as_actor(card.worker) and not card.addresses.exists()):
        raise nothing_to_send()
    if by.kind is ActorKind.OPERATOR:
        require_two(by, Duty.CARDS)
    else:
        require_own(by, as_actor(card.worker), who=_HOLDER)
    require_redirectable(worker)
    write_address(card, send_to, by=by, at=at)
    if not _was_taken(card):
        WaitingCard.objects.get_or_create(card=card, defaults={"since": at})
    tell_everywhere(
        worker=card.worker,
        text=Text.CARD_REDIRECTED,
        source=f"card_redirected:{card.pk}:{at.isoformat()}",
        at=at,
        card=words_of(card),
    )
    record(act=Act.CARD_REDIRECTED, by=by, at=at, subject=("card", card.pk))


def _is_lost(card: Card) -> bool:
    return CardLoss.objects.filter(card=card, found_at=None).exists()


def _was_taken(card: Card) -> bool:
    return PrintPlace.objects.filter(card=card, spoiled_at=None).exists()
