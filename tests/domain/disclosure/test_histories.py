"""就業履歴 by relation: which days count for whoever looks (DISC-18)."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Role
from ccus.domain.disclosure.actions import set_employers_half, set_own_half
from ccus.domain.disclosure.histories import sums_as_seen_by
from ccus.domain.disclosure.reading import workers_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.work_history.reading.sums_of_many import WorkSum
from ccus.domain.work_history.terms import State
from ccus.domain.workers.models import Worker
from ccus.domain.workers.terms import Item
from tests.factories import mandates, officers, sites, workers
from tests.factories.personas import Cast, firm, person
from tests.factories.records import record
from tests.factories.seats import seat, unit

pytestmark = pytest.mark.django_db
NOTHING: dict[int, WorkSum | None] = {}
BEFORE = date(2025, 3, 3)
"""A day at another site, under another firm."""


@pytest.fixture
def days(cast: Cast) -> None:
    """Three days at 未来タワー under 高橋鉄筋, one of them 連結待ち, one refused; one day elsewhere, of before."""
    for day, state in ((16, State.OFFICIAL), (17, State.OFFICIAL), (18, State.UNLINKED), (19, State.REFUSED)):
        record(cast.mirai, cast.site, date(2026, 11, day), state, line=cast.line)
    elsewhere = sites.site(prime=cast.stranger)
    spot = sites.accept(sites.spot(elsewhere, cast.suzuki, sites.prime_spot(elsewhere)))
    line = sites.roster_line(worker=cast.mirai, member=spot, valid_from=BEFORE, valid_until=date(2025, 4, 1))
    record(cast.mirai, elsewhere, BEFORE, line=line)


def seen_by(
    actor: Actor, worker: Worker, purpose: Purpose, at: datetime, reason: str = ""
) -> dict[int, WorkSum | None]:
    seen = workers_as_seen_by(
        actor, [worker.pk], purpose=purpose, reason=reason, at=at, items=[Item.WORK_HISTORY]
    )
    return sums_as_seen_by(actor, seen)


def opened(cast: Cast, at: datetime, by: Company) -> None:
    one = {"items": [Item.WORK_HISTORY], "is_open": True, "at": at}
    set_own_half(worker=cast.mirai, by=person(cast.mirai), **one)  # type: ignore[arg-type]
    set_employers_half(company=by, workers=[cast.mirai.pk], by=firm(by), **one)  # type: ignore[arg-type]


@pytest.mark.usefixtures("days")
def test_the_employer_counts_the_days_under_its_own_link_alone(cast: Cast, at: datetime) -> None:
    found = seen_by(firm(cast.takahashi), cast.mirai, Purpose.EMPLOYEES, at)
    assert found == {cast.mirai.pk: WorkSum(3, 2, date(2026, 11, 16))}


@pytest.mark.usefixtures("days")
def test_the_prime_counts_the_days_of_its_site_alone(cast: Cast, at: datetime) -> None:
    found = seen_by(firm(cast.sato), cast.mirai, Purpose.ROSTER, at)
    assert found == {cast.mirai.pk: WorkSum(3, 2, date(2026, 11, 16))}


@pytest.mark.usefixtures("days")
def test_an_account_counts_no_days_of_a_site_it_was_not_given(cast: Cast, at: datetime) -> None:
    manager = seat(cast.sato, Role.TIER, unit=unit(cast.sato)).actor
    assert seen_by(manager, cast.mirai, Purpose.ROSTER, at) == NOTHING


@pytest.mark.usefixtures("days")
def test_a_certified_system_counts_the_days_of_its_site(cast: Cast, at: datetime) -> None:
    gate = Actor(ActorKind.READER, sites.reader(cast.site, token="nintei", system="現場クラウド").pk)
    assert seen_by(gate, cast.mirai, Purpose.GATE, at) == {cast.mirai.pk: WorkSum(3, 2, date(2026, 11, 16))}


@pytest.mark.usefixtures("days")
def test_others_read_the_sums_of_all_days_only_when_both_opened_them(cast: Cast, at: datetime) -> None:
    by = seat(cast.stranger).actor
    assert seen_by(by, cast.mirai, Purpose.SEARCH, at) == NOTHING
    opened(cast, at, cast.takahashi)
    assert seen_by(by, cast.mirai, Purpose.SEARCH, at) == {cast.mirai.pk: WorkSum(4, 3, BEFORE)}


@pytest.mark.usefixtures("days")
def test_the_office_and_the_worker_count_all_days(cast: Cast, at: datetime) -> None:
    all_days = {cast.mirai.pk: WorkSum(4, 3, BEFORE)}
    assert seen_by(person(cast.mirai), cast.mirai, Purpose.OWN, at) == all_days
    by = officers.officer(Duty.CONTACT).actor
    assert seen_by(by, cast.mirai, Purpose.ENQUIRY, at, "電話で聞かれたため") == all_days


@pytest.mark.usefixtures("days")
def test_an_agent_who_files_reads_no_days(cast: Cast, at: datetime) -> None:
    mandates.licence(cast.stranger)
    mandates.mandate(cast.mirai, cast.stranger)
    assert seen_by(firm(cast.stranger), cast.mirai, Purpose.PROXY_FILING, at) == NOTHING


def test_whoever_did_not_ask_for_the_history_is_given_none(cast: Cast, at: datetime) -> None:
    by = firm(cast.takahashi)
    seen = workers_as_seen_by(by, [cast.mirai.pk], purpose=Purpose.EMPLOYEES, at=at)
    assert sums_as_seen_by(by, seen) == NOTHING


def test_somebody_without_a_day_is_there_without_a_sum(cast: Cast, at: datetime) -> None:
    assert seen_by(firm(cast.takahashi), cast.mirai, Purpose.EMPLOYEES, at) == {cast.mirai.pk: None}


def test_the_days_of_twenty_are_counted_in_as_many_statements_as_of_one(cast: Cast, at: datetime) -> None:
    by = firm(cast.takahashi)
    crew = [workers.affiliation(worker=workers.worker(), company=cast.takahashi).worker_id for _ in range(20)]
    counted = []
    for those in (crew[:1], crew):
        seen = workers_as_seen_by(by, those, purpose=Purpose.EMPLOYEES, at=at, items=[Item.WORK_HISTORY])
        with CaptureQueriesContext(connection) as asked:
            assert len(sums_as_seen_by(by, seen)) == len(those)
        counted.append(len(asked))
    assert counted[0] == counted[1]
