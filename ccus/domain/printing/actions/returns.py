"""返戻と再発送: what the post brings back, and the same card posted again (PRINT-10)."""

from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.cards.messages import tell_holder
from ccus.domain.cards.models import Card, CardAddress, CardLoss
from ccus.domain.notices.texts import Text
from ccus.domain.printing.models import CardPosting
from ccus.domain.printing.policies import DayWrong, NotReadyToPost, require_printer
from ccus.domain.printing.postings import NotPosted, on_its_way, words_of
from ccus.domain.recovery.addresses import tell_everywhere
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.japanese import date_words


@transaction.atomic
def note_return(*, token: str, came_back_on: date, by: Actor, at: datetime) -> None:
    """返戻: the post brought a card back on a day; its holder is told on every way but the post (PRINT-10).

    `token` is what stands on the card, 16 digits. Raises `NotAllowed`, `NotPosted`, `AlreadyArrived`, `DayWrong`.
    """
    require_printer(by)
    card = _card(token)
    one_at_a_time("card", card.worker_id)
    posting = on_its_way(card)
    _require_day(came_back_on, since=posting.posted_on, at=at, field="came_back_on")
    CardPosting.objects.filter(pk=posting.pk).update(
        came_back_on=came_back_on, came_back_at=at, came_back_by=str(by)
    )
    tell_everywhere(
        worker=posting.card.worker,
        text=Text.CARD_CAME_BACK,
        source=f"card_came_back:{posting.pk}",
        at=at,
        card=words_of(posting.card),
        on=came_back_on,
    )
    record(act=Act.CARD_CAME_BACK, by=by, at=at, subject=("card", card.pk))


@transaction.atomic
def post_again(*, token: str, posted_on: date, by: Actor, at: datetime) -> None:
    """再発送: the same card, to an address that was put right or confirmed since it came back (PRINT-10, CARD-14).

    Raises `NotAllowed`, `NotPosted` where it did not come back, `NotReadyToPost`, `DayWrong`.
    """
    require_printer(by)
    card = _card(token)
    one_at_a_time("card", card.worker_id)
    last = CardPosting.objects.filter(card=card).order_by("-pk").first()
    if last is None or last.came_back_on is None:
        raise NotPosted("このカードは、戻ってきていません。カードの番号を確かめてください。", "number")
    _require_day(posted_on, since=last.came_back_on, at=at, field="posted_on")
    address = CardAddress.objects.filter(card=card, superseded_at=None).first()
    if address is None or address.pk == last.address_id:
        raise NotReadyToPost("送付先が、まだ直されていません。持ち主に確かめて、送付先を入力してください。")
    if hasattr(card, "revocation") or CardLoss.objects.filter(card=card, found_at=None).exists():
        raise NotReadyToPost("このカードは止められているか、失効しています。送らないでください。")
    posting = CardPosting.objects.create(
        card=card, address=address, posted_on=posted_on, posted_at=at, posted_by=str(by)
    )
    tell_holder(card, Text.CARD_POSTED, source=f"card_posted_again:{posting.pk}", at=at, on=posted_on)
    record(act=Act.CARD_POSTED_AGAIN, by=by, at=at, subject=("card", card.pk))


def _card(token: str) -> Card:
    card = Card.objects.select_related("worker").filter(token=token).first()
    if card is None:
        raise NotPosted("この番号のカードはありません。カードの16桁の番号を確かめてください。", "number")
    return card


def _require_day(day: date, *, since: date, at: datetime, field: str) -> None:
    if not since <= day <= day_of(at):
        raise DayWrong(
            f"{date_words(day)}にはできません。{date_words(since)}から今日までの日にしてください。", field
        )
