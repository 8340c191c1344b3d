"""更新のお知らせ (CARD-30)."""

from datetime import date, datetime, timedelta

import pytest

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.cards.models import CardRevocation
from ccus.domain.employees.renewals import announce_renewals
from ccus.domain.features.actions import set_opening
from ccus.domain.features.terms import Feature
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.notices.models import Mail, Notice
from ccus.domain.workers.models import Contact, Worker
from tests.factories import accounts, cards, workers
from tests.factories.facts import RECORDED_AT

pytestmark = pytest.mark.django_db


def holder(expires_on: date) -> Worker:
    worker = workers.worker(account=accounts.account())
    return cards.card(worker=worker, expires_on=expires_on).worker


def opened(at: datetime) -> None:
    set_opening(feature=Feature.RENEWAL, opens_on=date(2026, 4, 1), by=SYSTEM, at=at)


@pytest.mark.parametrize(
    ("expires_on", "told"),
    [
        (date(2027, 5, 21), 0),
        (date(2027, 5, 20), 1),
        (date(2027, 2, 20), 1),
        (date(2026, 12, 20), 1),
        (date(2027, 5, 14), 1),
        (date(2027, 5, 13), 0),
    ],
    ids=["a day too early", "six months", "three months", "one month", "made up for", "too long ago"],
)
def test_the_holder_hears_six_three_and_one_month_before(at: datetime, expires_on: date, told: int) -> None:
    holder(expires_on)
    assert announce_renewals(at=at) == told


def test_each_time_is_told_once_however_often_the_job_runs(at: datetime) -> None:
    opened(at)
    holder(date(2027, 5, 20))
    for days in (0, 0, 1, 6):
        announce_renewals(at=at + timedelta(days=days))
    assert Notice.objects.get().title == "カードの更新の時期です（有効期限 2027年5月20日）"


def test_the_announcement_comes_by_own_mail_too(at: datetime) -> None:
    worker = holder(date(2027, 5, 20))
    Contact.objects.create(
        worker=worker,
        mail="mirai@example.jp",
        phone="+81312345678",
        postcode="1050001",
        prefecture_id="13",
        town="港区虎ノ門",
        street="1丁目2番3号",
        valid_from=date(2026, 4, 1),
        recorded_at=RECORDED_AT,
        recorded_by="system:0",
    )
    announce_renewals(at=at)
    assert Mail.objects.get().to == "mirai@example.jp"


def test_until_the_office_opens_it_the_letter_says_so(at: datetime) -> None:
    holder(date(2027, 5, 20))
    announce_renewals(at=at)
    assert "準備ができしだい、ホームページでお知らせします" in Notice.objects.get().body


def test_who_left_or_has_a_newer_card_is_not_asked_to_renew(at: datetime) -> None:
    gone, renewed = holder(date(2027, 5, 20)), holder(date(2027, 5, 20))
    withdraw_worker(worker=gone, by=SYSTEM, at=at)
    CardRevocation.objects.create(card=renewed.cards.get(), revoked_at=at, recorded_by="system:0")
    assert announce_renewals(at=at) == 0
