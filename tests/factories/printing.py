"""印刷を待つカード: holders with an address and the password of no letter yet, and batches of their cards."""

from collections.abc import Sequence
from uuid import UUID

from ccus.domain.accounts.models import User
from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.actions.issue import issue_card
from ccus.domain.cards.models import Card
from ccus.domain.printing.actions.batches import post_batch, take_batch
from ccus.domain.printing.actions.files import fetch_letters, make_part
from ccus.domain.printing.making import ToEnclose, ToPrint
from ccus.domain.printing.models import PrintBatch
from ccus.domain.printing.rules import parts_of
from ccus.domain.workers.models import Contact, Worker
from ccus.foundation.clock import now, today
from tests.factories import accounts, officers, workers
from tests.factories.facts import BEGAN, RECORDED_AT


def holder(**values: object) -> Worker:
    """A worker who is registered today: contact, and an account with an initial password that nobody has seen."""
    account = values.pop("account", None) or accounts.account(is_initial=True)
    worker = workers.worker(account=account, **values)
    Contact.objects.create(
        worker=worker,
        postcode="1050001",
        prefecture_id="13",
        town="港区虎ノ門",
        street="4丁目1番1号",
        building="未来荘201",
        phone="+819012345678",
        mail="mirai@example.jp",
        valid_from=BEGAN,
        recorded_at=RECORDED_AT,
        recorded_by="system:0",
    )
    return worker


def waiting_card(**values: object) -> Card:
    """A card that was issued just now and waits for printing."""
    return issue_card(worker=holder(**values), by=SYSTEM, at=now())


def printer(**values: object) -> OfficerMe:
    """An officer of カードの印刷と発送."""
    return officers.officer(Duty.CARDS, **values)


def faces(cards: Sequence[ToPrint]) -> bytes:
    """Print data of a test: the numbers on the cards, a line each."""
    return "\n".join(f"{card.face.number}{card.face.serial:02d} {card.code}" for card in cards).encode()


def letters(letters: Sequence[ToEnclose]) -> bytes:
    """Letters of a test: number, initial password and address, a line each."""
    lines = [f"{each.face.number} {each.initial_password or '－'} {each.address[1]}" for each in letters]
    return "\n".join(lines).encode()


def make_all(batch: UUID, officer: OfficerMe) -> None:
    """Every part of a batch."""
    for part in range(1, parts_of(PrintBatch.objects.get(key=batch).size) + 1):
        make_part(batch=batch, part=part, faces=faces, letters=letters, by=officer.actor, at=now())


def batch(officer: OfficerMe, **values: int) -> UUID:
    """A batch of what waits, every part of it made."""
    key = take_batch(by=officer.actor, at=now(), **values)
    make_all(key, officer)
    return key


def posted(officer: OfficerMe) -> UUID:
    """A batch that was fetched and posted today."""
    key = batch(officer)
    for part in range(1, parts_of(PrintBatch.objects.get(key=key).size) + 1):
        fetch_letters(batch=key, part=part, by=officer.actor, at=now())
    post_batch(batch=key, posted_on=today(), by=officer.actor, at=now())
    return key


def account_of(card: Card) -> User:
    """The account of the holder, as it is now."""
    return User.objects.get(worker=card.worker_id)
