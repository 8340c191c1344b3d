"""一度に何人も, by whom, and what the six fields ask for (SITE-09, SITE-10, SITE-24, SITE-26)."""

from collections.abc import Sequence
from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.audit.models import Affect, Event
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import Act
from ccus.domain.companies.terms import Role
from ccus.domain.sites.actions.consents import agree_to_proxy, end_consent
from ccus.domain.sites.actions.proxies import give_structure_proxy
from ccus.domain.sites.actions.roster import NotInList, change_many, end_many, enter_many
from ccus.domain.sites.models import RosterLine, SitePost
from ccus.domain.sites.terms import Post
from ccus.domain.sites.work import Entry, Work
from ccus.domain.sites.writers import ConsentMissing, WorkerOfNobodyHere
from ccus.domain.workers.models import Worker
from ccus.foundation.superseding import AlreadyChanged
from tests.factories import codes, seats, workers
from tests.factories.personas import Cast, firm, person
from tests.factories.sites import FIRST_DAY

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
REBAR = Work(codes.REBAR, "general", "配筋")
pytestmark = pytest.mark.django_db


def crew_of(cast: Cast, heads: int) -> list[Worker]:
    crew = [workers.worker() for _ in range(heads)]
    for worker in crew:
        workers.affiliation(worker=worker, company=cast.takahashi)
    return crew


def enter(cast: Cast, crew: Sequence[Worker], at: datetime, **changes: object) -> list[RosterLine]:
    work = changes.pop("work", REBAR)
    entries = [Entry(worker.pk, work, NOVEMBER) for worker in crew]  # type: ignore[arg-type]  # a Work
    values = {"member": cast.second_tier, "by": firm(cast.takahashi)} | changes
    return enter_many(entries=entries, at=at, **values)  # type: ignore[arg-type]  # one call, many cases


def test_several_workers_come_in_with_one_event_that_names_all_their_days(cast: Cast, at: datetime) -> None:
    crew = crew_of(cast, 3)
    enter(cast, crew, at)
    event = Event.objects.get(act=Act.ROSTER_ENTERED)
    assert set(Affect.objects.filter(event_id=event.pk).values_list("worker", flat=True)) == {
        w.pk for w in crew
    }


def test_one_who_cannot_come_in_stops_the_whole_press_and_is_named(cast: Cast, at: datetime) -> None:
    crew = [*crew_of(cast, 2), workers.worker()]
    with pytest.raises(WorkerOfNobodyHere, match=f"技能者ID {crew[2].number}：.*先に「所属」"):
        enter(cast, crew, at)
    assert not RosterLine.objects.filter(worker__in=crew).exists()


def test_three_hundred_lines_cost_as_many_statements_as_three(cast: Cast, at: datetime) -> None:
    counts = []
    for heads in (3, 300):
        crew = crew_of(cast, heads)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            enter(cast, crew, at)
        counts.append(len(asked))
    assert counts[1] <= counts[0] + 2


def test_the_six_fields_stand_on_the_line(cast: Cast, at: datetime) -> None:
    work = Work(codes.REBAR, "foreman", "配筋", ("dust",), (), ("C0011",), NOVEMBER, NOVEMBER)
    (line,) = enter(cast, crew_of(cast, 1), at, work=work)
    line.refresh_from_db()
    assert (line.hazards, line.qualifications, line.entered_on) == (["dust"], ["C0011"], NOVEMBER)


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("hazards", "有害物質の取扱い"),
        ("special_checks", "特殊健康診断"),
        ("qualifications", "必要な保有資格"),
    ],
)
def test_what_is_in_no_list_is_refused(field: str, label: str, cast: Cast, at: datetime) -> None:
    work = Work(codes.REBAR, "general", **{field: ("nothing",)})  # type: ignore[arg-type]  # codes of a list
    with pytest.raises(NotInList, match=label):
        enter(cast, crew_of(cast, 1), at, work=work)


def test_a_change_fills_one_field_down_and_leaves_the_others(cast: Cast, at: datetime) -> None:
    lines = enter(cast, crew_of(cast, 3), at)
    changed = change_many(lines=lines, changes={"position": "team_leader"}, by=firm(cast.takahashi), at=at)
    assert {(line.position.code, line.work_content) for line in changed} == {("team_leader", "配筋")}
    assert RosterLine.objects.filter(superseded_at=None, place=cast.site.pk).count() == 4


def test_several_lines_end_in_one_press_or_none(cast: Cast, at: datetime) -> None:
    lines = enter(cast, crew_of(cast, 3), at)
    end_many(lines=lines[:1], until_on=DECEMBER, by=firm(cast.takahashi), at=at)
    with pytest.raises(AlreadyChanged):
        end_many(lines=lines, until_on=DECEMBER, by=firm(cast.takahashi), at=at)
    assert RosterLine.objects.filter(superseded_at=None, valid_until=DECEMBER).count() == 1


def test_a_bond_of_long_ago_or_a_request_is_bond_enough(cast: Cast, at: datetime) -> None:
    former = workers.worker()
    workers.affiliation(worker=former, company=cast.takahashi, valid_until=date(2020, 1, 1))
    assert enter(cast, [former], at)


def test_a_proxy_writes_where_firm_and_worker_agree(cast: Cast, at: datetime) -> None:
    (worker,) = crew_of(cast, 1)
    give_structure_proxy(giver=cast.takahashi, taker=cast.suzuki, by=firm(cast.takahashi), at=at)
    with pytest.raises(ConsentMissing, match="代理手続きに同意していません"):
        enter(cast, [worker], at, by=firm(cast.suzuki))
    agree_to_proxy(worker=worker, company=cast.suzuki, by=person(worker), at=at)
    enter(cast, [worker], at, by=firm(cast.suzuki))
    detail = Event.objects.get(act=Act.ROSTER_ENTERED).detail
    assert detail == {"for_company": cast.takahashi.pk, "proxy": cast.suzuki.pk}


def test_a_withdrawn_consent_bites_at_once(cast: Cast, at: datetime) -> None:
    (worker,) = crew_of(cast, 1)
    give_structure_proxy(giver=cast.takahashi, taker=cast.suzuki, by=firm(cast.takahashi), at=at)
    agree_to_proxy(worker=worker, company=cast.suzuki, by=person(worker), at=at)
    end_consent(worker=worker, company=cast.suzuki, by=person(worker), at=at)
    with pytest.raises(ConsentMissing):
        enter(cast, [worker], at, by=firm(cast.suzuki))


def test_a_site_manager_writes_the_roster_of_the_own_site_only(cast: Cast, at: datetime) -> None:
    manager = seats.seat(cast.takahashi, Role.SITE_MANAGER)
    crew = crew_of(cast, 1)
    with pytest.raises(NotAllowed):
        enter(cast, crew, at, by=manager.actor)
    post = {"valid_from": FIRST_DAY, "recorded_at": at, "recorded_by": "system:0"}
    SitePost.objects.create(site=cast.site, seat_id=manager.seat, post=Post.MANAGER, **post)
    assert enter(cast, crew, at, by=manager.actor)
