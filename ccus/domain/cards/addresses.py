"""カードの送付先: where a card goes, kept with the card as it was when the card was made (CARD-14)."""

from dataclasses import dataclass
from datetime import date, datetime

from ccus.domain.audit.terms import Actor
from ccus.domain.cards.models import Card, CardAddress, WaitingCard
from ccus.domain.workers.models import Contact, Worker, WorkerName
from ccus.foundation.clock import day_of
from ccus.foundation.reading_as import REGISTER, reading_as
from ccus.foundation.superseding import standing_on


@dataclass(frozen=True, slots=True)
class SendTo:
    """送付先: as it stands on an envelope. `postcode` is 7 digits, `prefecture` its code; `building` may be empty."""

    addressee: str
    postcode: str
    prefecture: str
    town: str
    street: str
    building: str = ""


@reading_as(REGISTER)
def registered_address(worker: Worker, *, on: date) -> SendTo | None:
    """登録された連絡先 and 氏名 as they hold on a day; None where one of them is missing. Two statements."""
    contact = standing_on(Contact.objects.filter(worker=worker), on).first()
    name = standing_on(WorkerName.objects.filter(worker=worker), on).first()
    if contact is None or name is None:
        return None
    return SendTo(
        name.official,
        contact.postcode,
        contact.prefecture_id,
        contact.town,
        contact.street,
        contact.building,
    )


def write_address(card: Card, send_to: SendTo, *, by: Actor, at: datetime) -> CardAddress:
    """The address of a card from now on, as part of an act; the one before is superseded (CARD-14)."""
    CardAddress.objects.filter(card=card, superseded_at=None).update(superseded_at=at)
    return CardAddress.objects.create(
        card=card,
        addressee=send_to.addressee,
        postcode=send_to.postcode,
        prefecture_id=send_to.prefecture,
        town=send_to.town,
        street=send_to.street,
        building=send_to.building,
        recorded_at=at,
        recorded_by=str(by),
    )


def address_new_card(card: Card, send_to: SendTo | None, *, by: Actor, at: datetime) -> None:
    """A card just made waits for printing, if it has somewhere to go (CARD-14, PRINT-01)."""
    where = send_to or registered_address(card.worker, on=day_of(at))
    if where is not None:
        write_address(card, where, by=by, at=at)
        WaitingCard.objects.create(card=card, since=at)


def send_to_of(address: CardAddress) -> SendTo:
    """An address that is kept, as a value."""
    return SendTo(
        address.addressee,
        address.postcode,
        address.prefecture_id,
        address.town,
        address.street,
        address.building,
    )
