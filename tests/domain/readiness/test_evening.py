"""前日の知らせ: who can mend it is told, once (READY-10, READY-11)."""

from datetime import date, datetime

from ccus.domain.accounts.models import User
from ccus.domain.cards.actions.loss import report_loss
from ccus.domain.companies.terms import Role
from ccus.domain.notices.models import Notice
from ccus.domain.readiness.evening import tell_of_tomorrow
from ccus.domain.sites.actions.registration import change_period
from ccus.domain.sites.actions.structure import leave_structure
from tests.factories import seats, sites, workers
from tests.factories.personas import Cast, firm, person

TOMORROW = date(2026, 11, 21)


def told(account: User | int) -> list[str]:
    key = account if isinstance(account, int) else account.pk
    notices = Notice.objects.filter(account=key, source__startswith="readiness:")
    return list(notices.values_list("body", flat=True))


def test_nobody_is_told_of_a_site_where_everybody_counts(cast: Cast, at: datetime) -> None:
    assert tell_of_tomorrow(at=at) == 0
    assert not Notice.objects.filter(source__startswith="readiness:").exists()


def test_the_firm_that_left_is_told_once_however_often_the_evening_comes(cast: Cast, at: datetime) -> None:
    chief, viewer = seats.seat(cast.suzuki), seats.seat(cast.suzuki, Role.SITE_VIEWER)
    leave_structure(member=cast.first_tier, until_on=TOMORROW, by=firm(cast.suzuki), at=at)
    assert [tell_of_tomorrow(at=at), tell_of_tomorrow(at=at)] == [1, 1]
    (body,) = told(chief.account)
    assert "施工体制の要請を承認する）：1人" in body
    assert told(viewer.account) == []


def test_a_worker_is_told_what_is_up_to_the_worker(cast: Cast, at: datetime) -> None:
    report_loss(card=cast.card, lost_from=at, by=person(cast.mirai), at=at)
    tell_of_tomorrow(at=at)
    (body,) = told(cast.account)
    assert "紛失の届けが出ています" in body
    assert cast.site.name in body


def test_for_a_worker_without_an_account_the_firm_of_the_line_is_told(cast: Cast, at: datetime) -> None:
    chief = seats.seat(cast.takahashi)
    somebody = workers.worker()
    workers.affiliation(worker=somebody, company=cast.takahashi)
    sites.roster_line(worker=somebody, member=cast.second_tier)
    tell_of_tomorrow(at=at)
    (body,) = told(chief.account)
    assert "本人：カードの手続きをする）：1人" in body


def test_no_notice_holds_a_name_of_somebody_on_the_roster(cast: Cast, at: datetime) -> None:
    chief = seats.seat(cast.suzuki)
    leave_structure(member=cast.first_tier, until_on=TOMORROW, by=firm(cast.suzuki), at=at)
    tell_of_tomorrow(at=at)
    assert not any(word in told(chief.account)[0] for word in ("未来 ", "ミライ ", cast.mirai.number))


def test_a_site_whose_period_is_over_tomorrow_troubles_nobody(cast: Cast, at: datetime) -> None:
    change_period(site=cast.site, from_on=date(2026, 4, 1), until_on=TOMORROW, by=firm(cast.sato), at=at)
    assert tell_of_tomorrow(at=at) == 0
