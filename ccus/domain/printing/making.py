"""印刷するもの: what the job draws of fifty cards, read as the officer of the batch, who leaves a trace (PRINT-11)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.accounts.actions import renew_initial_password
from ccus.domain.accounts.models import User
from ccus.domain.accounts.policies import must_change_password
from ccus.domain.accounts.rules import INITIAL_LASTS
from ccus.domain.audit.terms import Actor
from ccus.domain.cards.faces import CardFace, faces
from ccus.domain.cards.models import Card, CardAddress
from ccus.domain.disclosure.reading import workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.printing.models import PrintBatch, PrintPlace
from ccus.domain.printing.rules import places_of
from ccus.domain.workers.leaving import came_back_at, has_left
from ccus.domain.workers.models import Portrait
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of
from ccus.foundation.periods import ONE_DAY

ITEMS = frozenset({Item.CARD, Item.NAME, Item.BIRTH_DATE, Item.CONTACT})


@dataclass(frozen=True, slots=True)
class ToPrint:
    """印刷する一枚: its place, the face, the photograph as JPEG (or empty), the 本人確認番号 of the back."""

    place: int
    card: Card
    face: CardFace
    photo: bytes
    code: str


@dataclass(frozen=True, slots=True)
class ToEnclose:
    """台紙一枚: `number` is the 整理番号; `initial_password` and `until`, its last day, only where one is needed
    (PRINT-06). `kind` says what brought the card.
    """

    face: CardFace
    address: tuple[str, ...]
    addressee: str
    number: str
    initial_password: str | None
    until: date | None
    kind: str


def to_print(batch: PrintBatch, part: int, *, by: Actor, at: datetime) -> list[ToPrint]:
    """The cards of a part in order, without those that were spoiled or revoked before it was made.

    Each worker reads that the office opened name, photograph and address (PRINT-11). A constant number of statements.
    """
    span = places_of(part)
    lying = PrintPlace.objects.filter(batch=batch, place__in=span, spoiled_at=None, card__revocation=None)
    places = list(lying.select_related("card__worker").order_by("place"))
    workers = [place.card.worker_id for place in places]
    reason = f"印刷の束 {batch.pk}"
    seen = workers_as_seen_by(by, workers, purpose=Purpose.CARD_PRINT, reason=reason, at=at, items=ITEMS)
    shown = {worker.worker for worker in seen}
    drawn, photos = faces(place.card_id for place in places), _photos(workers)
    return [
        ToPrint(
            place.place,
            place.card,
            drawn[place.card_id],
            photos.get(place.card.worker_id, b""),
            place.card.security_code,
        )
        for place in places
        if place.card.worker_id in shown
    ]


def to_enclose(batch: PrintBatch, cards: Sequence[ToPrint], *, by: Actor, at: datetime) -> list[ToEnclose]:
    """The letters of those cards, with fresh initial passwords for whoever needs one, as part of an act (PRINT-06)."""
    rows = CardAddress.objects.filter(card__in=[each.card for each in cards], superseded_at=None)
    addresses = {row.card_id: row for row in rows.select_related("prefecture")}
    before = _before([each.card for each in cards])
    letters = []
    for each in cards:
        password = _fresh_password(each.card, by=by, at=at)
        address = addresses[each.card.pk]
        letters.append(
            ToEnclose(
                face=each.face,
                address=lines_of(address),
                addressee=address.addressee,
                number=f"{batch.pk}-{each.place:04d}",
                initial_password=password,
                until=day_of(at + INITIAL_LASTS) - ONE_DAY if password else None,
                kind=_kind(each.card, before.get(each.card.worker_id)),
            )
        )
    return letters


def lines_of(address: CardAddress) -> tuple[str, ...]:
    """An address as the lines of an envelope's window, 〒 first."""
    code = address.postcode
    place = f"{address.prefecture.label}{address.town}{address.street}"
    return tuple(line for line in (f"〒{code[:3]}-{code[3:]}", place, address.building) if line)


def _fresh_password(card: Card, *, by: Actor, at: datetime) -> str | None:
    """A new initial password where the account never had an own one, no screen showed one, and nobody has left.

    Of whoever came back only what was said since counts (LEAVE-05).
    """
    account = User.objects.filter(worker=card.worker_id).first()
    if account is None or not account.is_active or has_left(card.worker_id):
        return None
    back = came_back_at(card.worker_id)
    known = [
        said for said in (account.own_password_at, account.shown_at) if said and not (back and said < back)
    ]
    if known or not must_change_password(account):
        return None
    return renew_initial_password(account=account, by=by, at=at)


def _photos(workers: Collection[int]) -> dict[int, bytes]:
    standing = Portrait.objects.filter(worker__in=workers, superseded_at=None).order_by("valid_from")
    return {worker: bytes(content) for worker, content in standing.values_list("worker", "image__content")}


def _before(cards: Collection[Card]) -> dict[int, Card]:
    """Worker → the card before the one that is printed."""
    serials = {card.worker_id: card.serial for card in cards}
    earlier = Card.objects.filter(worker__in=serials).order_by("serial")
    return {card.worker_id: card for card in earlier if card.serial < serials[card.worker_id]}


def _kind(card: Card, before: Card | None) -> str:
    if before is None:
        return "新規登録"
    if before.expires_on != card.expires_on:
        return "更新"
    return "再発行" if before.colour == card.colour else "カードの色の変更"
