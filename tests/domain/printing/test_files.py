"""印刷データと台紙: fetched, erased, made anew; who gets an initial password (PRINT-04 to PRINT-06)."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.contrib.auth.hashers import check_password

from ccus.domain.accounts.actions import close_account, reissue_password, renew_initial_password
from ccus.domain.accounts.models import User
from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.models import Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Act
from ccus.domain.cards.models import Card
from ccus.domain.printing.actions.batches import post_batch, spoil_card
from ccus.domain.printing.actions.files import fetch_faces, fetch_letters, make_letters_anew
from ccus.domain.printing.models import LetterFile, PrintPart
from ccus.domain.printing.policies import AlreadyFetched, BatchPosted, NotMade, ReasonWrong
from ccus.foundation.clock import day_of
from tests.factories import accounts, officers, printing

WORDLESS = "－"


def fetched(batch: UUID, officer: OfficerMe, at: datetime) -> str:
    return fetch_letters(batch=batch, part=1, by=officer.actor, at=at).decode()


def password_of(line: str) -> str:
    return line.split()[1]


def anew(batch: UUID, officer: OfficerMe, at: datetime, reason: str = "プリンターが止まった") -> None:
    make_letters_anew(batch=batch, part=1, reason=reason, letters=printing.letters, by=officer.actor, at=at)


def letter_for(account: User, officer: OfficerMe, at: datetime) -> str:
    """The letter that the holder of this account gets."""
    printing.waiting_card(account=account)
    return fetched(printing.batch(officer), officer, at)


def test_print_data_is_fetched_as_often_as_needed_and_each_time_noted(
    batch: UUID, officer: OfficerMe, at: datetime
) -> None:
    twice = {fetch_faces(batch=batch, part=1, by=officer.actor, at=at) for _ in range(2)}
    assert len(twice) == 1
    assert Event.objects.filter(act=Act.PRINT_DATA_FETCHED, actor_id=officer.officer).count() == 2


def test_posting_erases_the_print_data(batch: UUID, officer: OfficerMe, at: datetime) -> None:
    fetched(batch, officer, at)
    post_batch(batch=batch, posted_on=day_of(at), by=officer.actor, at=at)
    assert PrintPart.objects.get().content is None
    with pytest.raises(BatchPosted):
        fetch_faces(batch=batch, part=1, by=officer.actor, at=at)


def test_letters_are_fetched_once_and_are_gone(batch: UUID, officer: OfficerMe, at: datetime) -> None:
    assert fetched(batch, officer, at)
    assert LetterFile.objects.get().content is None
    with pytest.raises(AlreadyFetched, match="消えています"):
        fetched(batch, officer, at)


@pytest.mark.parametrize("fetch", [fetch_faces, fetch_letters])
def test_only_whoever_prints_fetches_a_file(fetch: object, batch: UUID, at: datetime) -> None:
    assert callable(fetch)
    contact = officers.officer(Duty.CONTACT)
    with pytest.raises(NotAllowed):
        fetch(batch=batch, part=1, by=contact.actor, at=at)


def test_a_part_that_is_not_there_cannot_be_fetched(batch: UUID, officer: OfficerMe, at: datetime) -> None:
    with pytest.raises(NotMade):
        fetch_letters(batch=batch, part=2, by=officer.actor, at=at)


def test_letters_made_anew_open_the_account_and_the_lost_ones_nothing(
    batch: UUID, card: Card, officer: OfficerMe, at: datetime
) -> None:
    lost = password_of(fetched(batch, officer, at))
    anew(batch, officer, at)
    found = password_of(fetched(batch, officer, at))
    account = printing.account_of(card)
    assert (check_password(found, account.password), check_password(lost, account.password)) == (True, False)


def test_letters_are_not_made_anew_without_a_reason_or_while_some_wait(
    batch: UUID, officer: OfficerMe, at: datetime
) -> None:
    with pytest.raises(AlreadyFetched, match="受け取れる台紙があります"):
        anew(batch, officer, at)
    fetched(batch, officer, at)
    with pytest.raises(ReasonWrong):
        anew(batch, officer, at, reason="")


def test_a_spoiled_card_stands_in_no_letter_made_anew(officer: OfficerMe, at: datetime) -> None:
    cards = [printing.waiting_card() for _ in range(2)]
    key = printing.batch(officer)
    fetched(key, officer, at)
    spoil_card(batch=key, place=1, reason="折れた", by=officer.actor, at=at)
    anew(key, officer, at)
    assert fetched(key, officer, at).split()[0] == cards[1].worker.number


def test_the_password_of_a_letter_is_good_for_sixty_days_from_its_making(
    batch: UUID, card: Card, officer: OfficerMe, at: datetime
) -> None:
    account = printing.account_of(card)
    assert account.initial_password_until == at + timedelta(days=60)
    assert check_password(password_of(fetched(batch, officer, at)), account.password)


def test_no_table_keeps_a_password_of_a_letter_that_was_fetched(
    batch: UUID, officer: OfficerMe, at: datetime
) -> None:
    password = password_of(fetched(batch, officer, at))
    rows = [*LetterFile.objects.values(), *PrintPart.objects.values(), *Event.objects.values()]
    assert password not in f"{rows}"


def test_whoever_chose_a_password_gets_a_letter_without_one(officer: OfficerMe, at: datetime) -> None:
    assert WORDLESS in letter_for(accounts.account(own_password_at=at), officer, at)


def test_whoever_was_given_a_new_start_after_an_own_password_gets_none(
    officer: OfficerMe, at: datetime
) -> None:
    account = accounts.account(own_password_at=at)
    reissue_password(account=account, by=SYSTEM, at=at)
    assert WORDLESS in letter_for(account, officer, at)


def test_whoever_was_shown_a_password_on_a_screen_gets_none(officer: OfficerMe, at: datetime) -> None:
    account = accounts.account(is_initial=True)
    shown = renew_initial_password(account=account, is_shown=True, by=SYSTEM, at=at)
    assert WORDLESS in letter_for(account, officer, at)
    assert check_password(shown, User.objects.get(pk=account.pk).password)


def test_a_closed_account_gets_no_password(officer: OfficerMe, at: datetime) -> None:
    account = accounts.account(is_initial=True)
    printing.waiting_card(account=account)
    close_account(account=account, by=SYSTEM, at=at)
    assert WORDLESS in fetched(printing.batch(officer), officer, at)


def test_the_address_stands_in_the_letter(batch: UUID, officer: OfficerMe, at: datetime) -> None:
    assert fetched(batch, officer, at).endswith("東京都港区虎ノ門4丁目1番1号")
