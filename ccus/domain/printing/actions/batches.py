"""印刷の束: taken by an officer, spoiled cards taken out, posted (PRINT-02, PRINT-07, PRINT-08)."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.cards.models import WaitingCard
from ccus.domain.printing import posting
from ccus.domain.printing.models import CardPosting, PrintBatch, PrintPart, PrintPlace
from ccus.domain.printing.policies import (
    DayWrong,
    NoSuchPlace,
    NothingWaits,
    readable_reason,
    require_printer,
    unposted_alone,
)
from ccus.domain.printing.terms import MOST_IN_A_BATCH
from ccus.foundation.clock import day_of
from ccus.foundation.japanese import date_words

TASK = "make_cards"
"""The job that makes the parts of a batch; `ccus.jobs` knows it by this name."""


@transaction.atomic
def take_batch(*, most: int = MOST_IN_A_BATCH, by: Actor, at: datetime) -> UUID:
    """印刷の束をつくる: the cards that have waited longest, `most` at the most, and a job that makes them (PRINT-02).

    Somebody else who takes at the same moment takes others. Returns the key. Raises `NotAllowed`, `NothingWaits`.
    """
    require_printer(by)
    waiting = WaitingCard.objects.filter(card__revocation=None).order_by("since", "card")
    taken = list(
        waiting.select_for_update(skip_locked=True, of=("self",)).values_list("card", flat=True)[
            : min(most, MOST_IN_A_BATCH)
        ]
    )
    if not taken:
        raise NothingWaits("印刷を待っているカードは、ありません。")
    batch = PrintBatch.objects.create(size=len(taken), taken_at=at, taken_by=str(by))
    batch.refresh_from_db(fields=["key"])
    PrintPlace.objects.bulk_create(
        PrintPlace(batch=batch, place=place, card_id=card) for place, card in enumerate(taken, start=1)
    )
    WaitingCard.objects.filter(card__in=taken).delete()
    record(act=Act.CARDS_TAKEN, by=by, at=at, subject=("print_batch", batch.pk), cards=len(taken))
    app.configure_task(TASK).defer(key=str(batch.key))
    return batch.key


@transaction.atomic
def spoil_card(*, batch: UUID, place: int, reason: str, by: Actor, at: datetime) -> None:
    """書き損じ: the card waits again, with the same number, serial and 本人確認番号 (PRINT-07).

    Raises `NotAllowed`, `BatchPosted`, `NoSuchPlace`, `ReasonWrong`.
    """
    require_printer(by)
    words = readable_reason(reason)
    held = unposted_alone(batch)
    lying = PrintPlace.objects.filter(batch=held, place=place, spoiled_at=None)
    card = lying.values_list("card", flat=True).first()
    if card is None:
        raise NoSuchPlace(
            f"{place}番のカードは、この束にないか、書き損じにしてあります。番号を確かめてください。", "place"
        )
    lying.update(spoiled_at=at, spoiled_by=str(by), spoiled_reason=words)
    WaitingCard.objects.create(card_id=card, since=at)
    record(act=Act.CARD_SPOILED, by=by, at=at, subject=("card", card), batch=held.pk)


@transaction.atomic
def post_batch(*, batch: UUID, posted_on: date, by: Actor, at: datetime) -> int:
    """発送: every card but the spoiled and the revoked; holders are told, print data is erased (PRINT-04, PRINT-08).

    Returns how many were posted. Raises `NotAllowed`, `BatchPosted`, `DayWrong`, `NotReadyToPost`.
    """
    require_printer(by)
    held = unposted_alone(batch)
    if not day_of(held.taken_at) <= posted_on <= day_of(at):
        raise DayWrong(
            f"発送日は、束をつくった{date_words(day_of(held.taken_at))}から今日までの日にしてください。",
            "posted_on",
        )
    posting.require_ready(held)
    places = posting.to_post(held)
    addresses = posting.addresses_of([place.card_id for place in places])
    CardPosting.objects.bulk_create(
        CardPosting(
            card_id=place.card_id,
            address_id=addresses[place.card_id],
            posted_on=posted_on,
            posted_at=at,
            posted_by=str(by),
        )
        for place in places
    )
    PrintBatch.objects.filter(pk=held.pk).update(
        posted_on=posted_on, posted_at=at, posted_by=str(by), fault=""
    )
    PrintPart.objects.filter(batch=held).update(content=None, erased_at=at)
    posting.tell_holders(places, posted_on=posted_on, at=at)
    record(act=Act.CARDS_POSTED, by=by, at=at, subject=("print_batch", held.pk), cards=len(places))
    return len(places)
