"""期限の近い技能者 and the morning's notices (EMP-04 to EMP-06)."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.audit.terms import Actor
from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Role
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.employees.radar import Near, radar_of
from ccus.domain.employees.telling import tell_expiries
from ccus.domain.employees.terms import RunsOut
from ccus.domain.notices.models import Notice
from ccus.domain.sites.models import AccumulationPeriod
from ccus.domain.workers.models import HealthCheck, PersonalStatus, Qualification, Withdrawal, Worker
from ccus.foundation.superseding import end_on, supersede
from tests.factories import cards
from tests.factories.facts import RECORDED_AT
from tests.factories.personas import Cast, firm
from tests.factories.seats import seat
from tests.factories.sites import prime_spot, roster_line, site
from tests.factories.workers import affiliation, worker

pytestmark = pytest.mark.django_db
FACT = {"recorded_at": RECORDED_AT, "recorded_by": "system:0"}
TODAY = date(2026, 11, 20)


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


def stay(of: Worker, until: date) -> None:
    status = {"sex": "male", "nationality_id": "VN", "residence_status_id": "ssw1"}
    PersonalStatus.objects.create(
        worker=of, residence_until=until, valid_from=date(2024, 1, 1), **status, **FACT
    )


def check(of: Worker, on: date) -> None:
    HealthCheck.objects.create(worker=of, systolic=120, diastolic=80, valid_from=on, **FACT)


def licence(of: Worker, last_on: date | None) -> None:
    Qualification.objects.create(
        worker=of,
        qualification_id="C0011",
        number=f"{last_on}",
        valid_from=date(2021, 1, 1),
        valid_until=last_on + timedelta(days=1) if last_on else None,
        **FACT,
    )


def mirais(radar: tuple[Near, ...]) -> list[tuple[RunsOut, int]]:
    return [(near.expiry.kind, near.days_left) for near in radar]


def radar(cast: Cast, at: datetime, actor: Actor | None = None) -> tuple[Near, ...]:
    return radar_of(actor or firm(cast.takahashi), cast.takahashi.pk, at=at)


def told(account: int | None) -> list[str]:
    return list(Notice.objects.filter(account=account).order_by("pk").values_list("body", flat=True))


def test_everything_that_runs_out_soon_stands_there_the_soonest_first(cast: Cast, at: datetime) -> None:
    stay(cast.mirai, in_days(30))
    check(cast.mirai, date(2025, 11, 23))
    licence(cast.mirai, in_days(14))
    cards.card(worker=cast.mirai, serial=2, expires_on=in_days(-1))
    expected = [(RunsOut.HEALTH, 3), (RunsOut.QUALIFICATION, 14), (RunsOut.RESIDENCE, 30)]
    assert mirais(radar(cast, at)) == expected  # the other card lasts


def test_what_was_renewed_or_never_ends_does_not_stand_there(cast: Cast, at: datetime) -> None:
    check(cast.mirai, date(2025, 11, 23))
    check(cast.mirai, date(2026, 10, 1))
    licence(cast.mirai, in_days(3))
    licence(cast.mirai, None)
    assert radar(cast, at) == ()


def test_beside_it_stand_the_days_of_the_own_roster_lines(cast: Cast, at: datetime) -> None:
    licence(cast.mirai, in_days(10))
    [near] = radar(cast, at)
    [hit] = near.spoilt
    assert (hit.site, hit.first_on, hit.last_on) == ("未来タワー新築工事", in_days(11), date(2027, 3, 31))


def test_the_days_follow_the_period_of_the_site_as_it_stands_now(cast: Cast, at: datetime) -> None:
    licence(cast.mirai, in_days(10))
    period = AccumulationPeriod.objects.get(site=cast.site)
    end_on(period, in_days(15), at=at)
    [near] = radar(cast, at)
    assert [(hit.first_on, hit.last_on) for hit in near.spoilt] == [(in_days(11), in_days(14))]


def test_a_site_without_a_period_and_lines_of_other_firms_touch_nothing(cast: Cast, at: datetime) -> None:
    licence(cast.mirai, in_days(10))
    supersede(AccumulationPeriod.objects.get(site=cast.site), at=at)
    elsewhere = site()
    roster_line(worker=cast.mirai, member=prime_spot(elsewhere))
    [near] = radar(cast, at)
    assert near.spoilt == ()


def test_only_those_who_are_named_get_a_trace(cast: Cast, at: datetime) -> None:
    affiliation(worker=worker(), company=cast.takahashi)
    licence(cast.mirai, in_days(10))
    clerk = seat(cast.takahashi)
    assert len(radar(cast, at, clerk.actor)) == 1
    trace = DisclosureTrace.objects.get()
    assert (trace.worker_id, set(trace.items)) == (cast.mirai.pk, {"card", "name", "qualifications"})


def test_a_clerk_without_the_power_sees_an_empty_radar(cast: Cast, at: datetime) -> None:
    licence(cast.mirai, in_days(10))
    assert radar(cast, at, seat(cast.takahashi, Role.SITE_VIEWER).actor) == ()


def statements(count: int, at: datetime) -> int:
    employer = Company.objects.create(
        number=f"{count:012d}22", name="見本", name_kana="ミホン", registered_at=at
    )
    for _ in range(count):
        one = worker()
        affiliation(worker=one, company=employer)
        licence(one, in_days(5))
    with CaptureQueriesContext(connection) as captured:
        assert len(radar_of(firm(employer), employer.pk, at=at)) == count
    return len(captured)


def test_the_radar_of_sixty_costs_as_many_statements_as_of_two(at: datetime) -> None:
    statements(1, at)  # lists of codes are read once a process
    assert statements(2, at) == statements(60, at)


def test_the_worker_reads_what_runs_out_and_which_site_it_touches(cast: Cast, at: datetime) -> None:
    licence(cast.mirai, in_days(14))
    assert tell_expiries(at=at) == 1
    [body] = told(cast.account.pk)
    assert "2026年12月4日まで（未来タワー新築工事の2026年12月5日からの予定にかかわります）" in body


def test_the_company_reads_how_many_and_no_name(cast: Cast, at: datetime) -> None:
    chief, viewer = seat(cast.takahashi), seat(cast.takahashi, Role.SITE_VIEWER)
    licence(cast.mirai, in_days(14))
    check(cast.mirai, date(2025, 11, 23))
    tell_expiries(at=at)
    [body] = told(chief.account)
    assert "・健康診断 1件\n・資格 1件" in body
    assert not {"未来", "ミライ", cast.mirai.number} & set(body.split())
    assert told(viewer.account) == []


def test_the_same_threshold_is_told_once_and_the_next_one_again(cast: Cast, at: datetime) -> None:
    licence(cast.mirai, in_days(30))
    counts = [tell_expiries(at=at + timedelta(days=days)) for days in (0, 0, 1, 15, 16, 17, 27, 28, 31)]
    assert counts == [1, 0, 0, 0, 1, 0, 1, 0, 0]
    assert len(told(cast.account.pk)) == 3


def test_a_missed_month_is_made_up_for_with_the_nearest_threshold_only(cast: Cast, at: datetime) -> None:
    licence(cast.mirai, in_days(30))
    assert tell_expiries(at=at + timedelta(days=28)) == 1
    assert len(told(cast.account.pk)) == 1


def test_who_left_the_register_is_told_nothing(cast: Cast, at: datetime) -> None:
    licence(cast.mirai, in_days(3))
    Withdrawal.objects.create(worker=cast.mirai, withdrawn_at=at, recorded_by="system:0")
    assert (tell_expiries(at=at), radar(cast, at)) == (0, ())
