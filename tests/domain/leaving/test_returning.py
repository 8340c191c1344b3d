"""再登録 (LEAVE-05)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.hashers import check_password

from ccus.domain.accounts.policies import must_change_password
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.models import Affect
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.models import Card
from ccus.domain.fees.actions import set_tariff
from ccus.domain.fees.models import Charge
from ccus.domain.fees.terms import FeeKind
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.leaving.actions.returning import let_return
from ccus.domain.leaving.policies import NobodyLeft, TooLateToReturn
from ccus.domain.leaving.rules import last_day_to_return
from ccus.domain.notices.models import Notice
from ccus.domain.printing.making import _fresh_password
from ccus.domain.recovery.addresses import own_mailboxes
from ccus.domain.recovery.terms import Means
from ccus.domain.workers.leaving import came_back_at, has_left
from ccus.domain.workers.models import Withdrawal
from tests.domain.recovery.people import OWN, mails, with_contact
from tests.factories.officers import officer, two
from tests.factories.personas import Cast, person

pytestmark = pytest.mark.django_db
LATER = timedelta(days=200)


@pytest.fixture
def left(cast: Cast, at: datetime) -> Cast:
    withdraw_worker(worker=cast.mirai, by=person(cast.mirai), at=at)
    return cast


def come_back(cast: Cast, at: datetime) -> Card:
    by = two(Duty.IDENTITY)
    let_return(number=cast.mirai.number, means=Means.TELEPHONE, by=by, at=at)
    return Card.objects.filter(worker=cast.mirai).latest("serial")


def test_whoever_came_back_has_the_same_id_and_the_next_serial(left: Cast, at: datetime) -> None:
    new = come_back(left, at + LATER)
    assert (new.worker, new.serial, new.token[:14]) == (left.mirai, 2, left.mirai.number)
    assert not has_left(left.mirai.pk)


def test_the_old_card_stays_revoked_after_the_return(left: Cast, at: datetime) -> None:
    come_back(left, at + LATER)
    left.card.refresh_from_db()
    assert left.card.revocation.revoked_at == at


def test_the_account_opens_with_a_password_that_nobody_has_seen(left: Cast, at: datetime) -> None:
    before = left.account.password
    come_back(left, at + LATER)
    left.account.refresh_from_db()
    assert left.account.is_active
    assert must_change_password(left.account)
    assert left.account.password != before


def test_the_letter_brings_an_initial_password_to_whoever_came_back(left: Cast, at: datetime) -> None:
    type(left.account).objects.filter(pk=left.account.pk).update(own_password_at=at - LATER)
    new = come_back(left, at + LATER)
    initial = _fresh_password(new, by=SYSTEM, at=at + LATER)
    left.account.refresh_from_db()
    assert initial is not None
    assert check_password(initial, left.account.password)


def test_the_days_since_the_return_are_looked_at_anew(left: Cast, at: datetime) -> None:
    come_back(left, at + LATER)
    assert date(2027, 6, 7) in set(Affect.objects.values_list("from_on", flat=True))


def test_the_return_is_told_and_charged_by_the_tariff(left: Cast, at: datetime) -> None:
    set_tariff(kind=FeeKind.REISSUE, amount=1000, from_on=at.date(), by=SYSTEM, at=at)
    come_back(left, at + LATER)
    assert Notice.objects.filter(account=left.account, title="再登録が終わりました").exists()
    assert Charge.objects.get().amount == 1000


def test_own_addresses_of_before_are_told_and_open_nothing_any_more(cast: Cast, at: datetime) -> None:
    with_contact(cast.mirai)
    withdraw_worker(worker=cast.mirai, by=person(cast.mirai), at=at)
    come_back(cast, at + LATER)
    assert OWN in mails("再登録")
    assert own_mailboxes(cast.mirai) == []


def test_nobody_comes_back_who_has_not_left(cast: Cast, at: datetime) -> None:
    with pytest.raises(NobodyLeft):
        come_back(cast, at)


def test_a_second_press_finds_nobody_who_left(left: Cast, at: datetime) -> None:
    come_back(left, at + LATER)
    with pytest.raises(NobodyLeft):
        come_back(left, at + LATER)


def test_whoever_came_back_may_leave_and_come_back_again(left: Cast, at: datetime) -> None:
    come_back(left, at + LATER)
    withdraw_worker(worker=left.mirai, by=person(left.mirai), at=at + 2 * LATER)
    assert come_back(left, at + 3 * LATER).serial == 3
    assert Withdrawal.objects.filter(worker=left.mirai).count() == 2
    assert came_back_at(left.mirai.pk) == at + 3 * LATER


def test_an_officer_of_another_duty_lets_nobody_return(left: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="本人確認"):
        let_return(
            number=left.mirai.number, means=Means.TELEPHONE, by=officer(Duty.REVIEW).actor, at=at + LATER
        )


def test_the_last_day_to_return_is_five_years_after_leaving(left: Cast) -> None:
    assert come_back(left, datetime(2031, 11, 20, 14, 59, tzinfo=UTC)).serial == 2


def test_a_day_after_five_years_is_too_late_to_return(left: Cast) -> None:
    with pytest.raises(TooLateToReturn, match="2031年11月20日"):
        come_back(left, datetime(2031, 11, 20, 15, 0, tzinfo=UTC))


def test_whoever_left_on_29_february_may_return_until_the_28th() -> None:
    assert last_day_to_return(date(2028, 2, 29)) == date(2033, 2, 28)


def test_whose_data_was_erased_cannot_return(cast: Cast, at: datetime) -> None:
    Withdrawal.objects.create(worker=cast.mirai, withdrawn_at=at - LATER, erased_at=at)
    with pytest.raises(TooLateToReturn):
        come_back(cast, at)
