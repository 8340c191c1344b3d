"""受け箱: what waits, in what order, for whom, and that it costs the same however much waits (CLAIM-25 to CLAIM-27)."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.companies.policies import Seated
from ccus.domain.companies.terms import Role
from ccus.domain.work_history.actions.answers import approve, confirm
from ccus.domain.work_history.claim_terms import Answer, ClaimKind, Oddity, Party
from ccus.domain.work_history.claims.inbox import (
    Tray,
    claim_asked_of,
    counts_of,
    exact_count,
    inbox_page,
    sites_waiting,
    waiting_for,
)
from ccus.domain.work_history.claims.waiting_sql import Waiting
from ccus.domain.work_history.models import DayAsk, WorkRecord
from ccus.foundation.clock import now
from tests.factories import asked, codes, companies, seats, sites
from tests.factories.personas import Cast, firm

pytestmark = pytest.mark.django_db


def days(count: int) -> list[date]:
    return [asked.DAY - timedelta(days=ago) for ago in range(count)]


def box(cast: Cast, **values: Any) -> Waiting:
    return waiting_for(Seated(0, cast.sato.pk, Role.CHIEF, None), Tray.APPROVE, **values)


def seen(waiting: Waiting, limit: int = 50) -> list[date]:
    return [row.work_on for row in inbox_page(waiting, limit=limit).rows]


def test_what_is_unusual_comes_first_and_then_what_ends_first(cast: Cast) -> None:
    usual, early = asked.DAY, date(2026, 10, 30)
    for on in (usual, early):
        asked.claim(cast, on)
    odd = asked.claim(cast, date(2026, 11, 2), odd=(Oddity.LATE, Oddity.ELSEWHERE))
    assert seen(box(cast)) == [odd.work_on, early, usual]
    assert inbox_page(box(cast), limit=1).rows[0].oddities == (Oddity.ELSEWHERE, Oddity.LATE)


def test_the_pages_hold_every_day_once(cast: Cast) -> None:
    for on in days(5):
        asked.claim(cast, on)
    for on in (date(2026, 10, 1), date(2026, 10, 2)):
        asked.claim(cast, on, odd=(Oddity.LATE,))
    waiting, after, found = box(cast), None, []
    while True:
        page = inbox_page(waiting, after=after, limit=3)
        found += [row.key for row in page.rows]
        after = page.after
        if after is None:
            break
    assert len(found) == len(set(found)) == 7


def test_what_was_answered_waits_for_nobody_any_more(cast: Cast, at: datetime) -> None:
    approve(claim=asked.claim(cast), by=firm(cast.sato), at=at)
    firms = (cast.sato, Tray.APPROVE), (cast.takahashi, Tray.CONFIRM), (cast.suzuki, Tray.CONFIRM)
    for company, tray in firms:
        assert seen(waiting_for(seats.seat(company).seated, tray)) == []


def test_those_who_confirm_find_it_in_their_own_tray(cast: Cast) -> None:
    asked.claim(cast)
    for company in (cast.takahashi, cast.suzuki):
        me = seats.seat(company).seated
        assert (seen(waiting_for(me, Tray.CONFIRM)), seen(waiting_for(me, Tray.APPROVE))) == ([asked.DAY], [])


def test_a_row_says_all_that_a_decider_needs(cast: Cast, at: datetime) -> None:
    claim = asked.claim(cast, remark="朝礼のあと配筋", recorded_by=f"company:{cast.takahashi.pk}")
    confirm(claim=claim, by=firm(cast.suzuki), at=at)
    (row,) = inbox_page(box(cast), limit=5).rows
    assert (row.site, row.firm, row.said_by) == (cast.site.name, "高橋鉄筋", "高橋鉄筋")
    assert (row.work.trade, row.work.position, row.remark) == ("鉄筋工", "職長", "朝礼のあと配筋")
    said = [(each.party, each.company, each.answer) for each in row.confirmations]
    assert said == [
        (Party.EMPLOYER, "高橋鉄筋", None),
        (Party.FIRST_TIER, "鈴木工務店", Answer.CONFIRMED),
    ]


def test_a_correction_shows_what_stands_now_beside_it(cast: Cast) -> None:
    WorkRecord.objects.create(
        worker=cast.mirai.pk,
        work_on=asked.DAY,
        place=cast.site.pk,
        state=0,
        reasons=[],
        evidence=0,
        last_tap_at=now(),
        trade=codes.trade().pk,
        position=codes.position().pk,
    )
    asked.claim(cast, kind=ClaimKind.CORRECTION)
    (row,) = inbox_page(box(cast), limit=5).rows
    assert row.before is not None
    assert (row.before.position, row.work.position) == (codes.position().label, "職長")


def test_a_manager_sees_the_own_site_a_tier_its_units_and_the_chief_all(cast: Cast) -> None:
    branch = seats.unit(cast.sato)
    other = sites.site(prime=cast.sato, unit=branch)
    asked.claim(cast)
    asked.claim(cast, days(2)[1], place=other.place)
    manager = seats.manager_at(cast.site)
    tier = seats.seat(cast.sato, Role.TIER, unit=branch)
    viewer = seats.seat(cast.sato, Role.SITE_VIEWER)
    found = [seen(waiting_for(me.seated, Tray.APPROVE)) for me in (manager, tier, viewer)]
    assert found == [[asked.DAY], [days(2)[1]], []]
    assert len(seen(box(cast))) == 2


def test_the_list_is_narrowed_by_site_firm_and_kind(cast: Cast) -> None:
    other = sites.site(prime=cast.sato)
    asked.claim(cast)
    asked.claim(cast, days(2)[1], place=other.place, company=companies.company(name="別の組"))
    asked.claim(cast, days(3)[2], kind=ClaimKind.CORRECTION)
    assert seen(box(cast, site=other.number)) == [days(2)[1]]
    assert seen(box(cast, firm="別の")) == [days(2)[1]]
    assert seen(box(cast, kind=ClaimKind.CORRECTION)) == [days(3)[2]]
    assert seen(box(cast, site="99999999999999")) == []


def test_the_sites_with_something_waiting_are_offered(cast: Cast) -> None:
    sites.site(prime=cast.sato)
    asked.claim(cast)
    asked.claim(cast, days(2)[1])
    assert sites_waiting(box(cast)) == ((cast.site.number, cast.site.name),)


def test_sites_of_one_reading_stand_by_their_number(cast: Cast) -> None:
    later, first = (sites.site(prime=cast.sato, number=f"9000000000000{n}", name_kana="ア") for n in (2, 1))
    for site in (later, first):
        asked.claim(cast, place=site.place)
    assert [number for number, _ in sites_waiting(box(cast))] == [first.number, later.number]


def test_a_claim_opens_only_to_who_was_asked_about_it(cast: Cast) -> None:
    claim = asked.claim(cast)
    other = seats.seat(cast.sato, Role.SITE_MANAGER).seated
    assert claim_asked_of(seats.manager_at(cast.site).seated, Tray.APPROVE, claim.key) == claim
    assert claim_asked_of(other, Tray.APPROVE, claim.key) is None
    assert claim_asked_of(seats.seat(cast.stranger).seated, Tray.CONFIRM, claim.key) is None


def test_days_are_counted_with_the_unusual_apart(cast: Cast) -> None:
    for on in days(3):
        asked.claim(cast, on)
    asked.claim(cast, date(2026, 10, 1), odd=(Oddity.LATE,))
    counts = counts_of(box(cast))
    assert (counts.usual, counts.odd, counts.is_whole, exact_count(box(cast))) == (3, 1, True, 3)


def test_a_page_takes_the_same_statements_for_one_day_and_for_fifty(cast: Cast) -> None:
    waiting = box(cast)
    asked.claim(cast)
    with CaptureQueriesContext(connection) as one:
        inbox_page(waiting, limit=50)
    for on in days(50)[1:]:
        asked.claim(cast, on)
    with CaptureQueriesContext(connection) as fifty:
        assert len(inbox_page(waiting, limit=50).rows) == 50
    assert len(fifty) == len(one)


MANY = """
with made as (
    insert into day_claim (key, kind, worker_id, place_id, work_on, company_id, work_content, remark, due_at,
                           recorded_at, recorded_by)
    select gen_random_uuid(), 0, %(worker)s, %(place)s, date '2020-01-01' - n, %(firm)s, '', '', %(due)s, %(at)s,
           'system:0'
    from generate_series(1, %(n)s) n returning id
)
insert into day_ask (claim_id, party, company_id, place_id, asked_at, due_at, plea, oddities, is_odd, answered_by,
                     is_own, words)
select id, 3, %(company)s, %(place)s, %(at)s, %(due)s, '', '{}', false, '', false, '' from made
"""


def put_many(cast: Cast, n: int) -> None:
    given = {
        "worker": cast.mirai.pk,
        "place": cast.site.pk,
        "firm": cast.takahashi.pk,
        "company": cast.sato.pk,
        "due": asked.DUE,
        "at": now(),
        "n": n,
    }
    with connection.cursor() as cursor:
        cursor.execute(MANY, given)


def plan_of(waiting: Waiting) -> str:
    """What PostgreSQL does for the last statement of a page's keys."""
    with CaptureQueriesContext(connection) as queries:
        inbox_page(waiting, limit=50)
    statement = next(
        q["sql"] for q in queries if "cross join lateral" in q["sql"] and "false" in q["sql"].lower()
    )
    with connection.cursor() as cursor:
        cursor.execute(f"explain (analyze, costs off, timing off, summary off) {statement}")
        return "\n".join(line for (line,) in cursor.fetchall())


def test_of_thousands_that_wait_a_page_reads_one_stretch_of_the_index(cast: Cast) -> None:
    put_many(cast, 3_000)
    plan = plan_of(box(cast))
    assert "day_ask_inbox" in plan
    assert "Seq Scan on day_ask" not in plan
    assert "actual rows=3000" not in plan
    assert DayAsk.objects.count() == 3_000


def test_counting_stops_at_a_thousand(cast: Cast) -> None:
    put_many(cast, 1_200)
    counts = counts_of(box(cast))
    assert (counts.usual, counts.total, counts.is_whole) == (1_000, 1_000, False)
