"""The scenes: the cast's papers, the office, and an application in every state, before a visitor comes."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from ccus.demo import load
from ccus.demo.plan.roles import INITIAL_PASSWORD, MIRAI, PASSWORD, ROLES
from ccus.demo.scenes.applicants import APPROVED, DRAFTING
from ccus.demo.scenes.firms import CLERKS
from ccus.demo.scenes.office import POSTS
from ccus.demo.scenes.people import worker_of
from ccus.demo.scenes.play import play
from ccus.demo.scenes.poaching import AGENT
from ccus.domain.accounts.officers import officer_of
from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.reading.entrusted import proxies_of
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.corrections.reading import set_of, sets
from ccus.domain.corrections.reports import preview_of
from ccus.domain.corrections.terms import SetState, StopKind
from ccus.domain.looks.actions.watching import watch
from ccus.domain.looks.questions import questions_about
from ccus.domain.looks.terms import SignKind
from ccus.domain.notices.reading import announcements
from ccus.domain.proxies.reading.given import asks_of
from ccus.domain.searching.criteria import Criteria
from ccus.domain.searching.finding import hits
from ccus.domain.work_history.claim_terms import Answer, ClaimKind, Party
from ccus.domain.work_history.claims.filters import waits_for_the_worker
from ccus.domain.work_history.claims.own_sites import own_site_row, own_sites_of
from ccus.domain.work_history.claims.proposals import entered_days, proposals_for
from ccus.domain.work_history.rules import date_of
from ccus.domain.workers.blocks.catalogue import CATALOGUE
from ccus.domain.workers.registered import registered
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import end_of
from tests.databases import Stock, pointing_at
from tests.demo.village import CAREER, SPAN, TODAY, VILLAGE
from tests.factories.officers import client_of

pytestmark = [pytest.mark.usefixtures("played"), pytest.mark.thorough]


@pytest.fixture(scope="module")
def played(stock: Stock, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database of the module's own with the village and what happens in it."""
    with stock.copy() as databases, django_db_blocker.unblock(), pointing_at(databases):
        load.write(VILLAGE, 4, SPAN, CAREER.from_day, lambda _part, _written: None)
        play(SPAN)
        yield


def rows(query: str, *given: str | int) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, given)
        return list(cursor.fetchall())


def test_mirai_has_something_in_every_block() -> None:
    held = registered(worker_of(MIRAI).pk, on=date_of(TODAY))
    assert {block.block.key for block in CATALOGUE if not held.get(block.block.key)} == set()


def test_everybody_of_the_cast_has_a_photograph() -> None:
    assert [
        role
        for role in ROLES
        if not registered(worker_of(role).pk, on=date_of(TODAY), keys=["photo"])["photo"]
    ] == []


def test_everybody_has_what_is_asked_of_everybody() -> None:
    tables = (
        "worker_name",
        "registration_grade",
        "personal_status",
        "contact",
        "social_insurance",
        "worker_trade",
    )
    ((workers,),) = rows("select count(*) from worker")
    assert {
        table: rows(f"select count(distinct worker_id) from {table}")[0][0] for table in tables
    } == dict.fromkeys(tables, workers)


def test_an_application_waits_in_every_state_a_visitor_may_meet() -> None:
    lasting = "select state from application where state not in ('rejected', 'withdrawn')"
    states = Counter(state for (state,) in rows(lasting))
    assert states == {"draft": 2, "fee_due": 2, "submitted": 2, "in_review": 1, "returned": 1, "approved": 2}


def test_a_year_of_answers_is_counted_under_the_hints_that_stood() -> None:
    street = "(t.kind, t.section, t.field) = ('change', 'contact', 'street')"
    assert rows("select count(*) > 5, sum(answers) > 20 from figure_wait") == [(True, True)]
    assert rows(f"select count(*) from form_text t where {street}") == [(2,)]
    counted = (
        f"select sum(r.returned) > 4 from figure_return r join form_text t on t.id = r.text_id where {street}"
    )
    assert rows(counted) == [(True,)]


def test_what_was_approved_is_a_worker_with_a_card() -> None:
    found = rows(
        "select c.colour from applicant a join card c on c.worker_id = a.worker_id where a.mail = %s",
        APPROVED.mail,
    )
    assert found == [("white",)]


def test_nothing_of_it_happened_after_the_country_s_today_began() -> None:
    assert rows("select max(at) < '2026-11-20 00:00+09' from application_step") == [(True,)]


def test_the_homepage_has_news() -> None:
    assert len(announcements(date_of(TODAY), 5)) == 2


def shown(capsys: pytest.CaptureFixture[str]) -> str:
    call_command("demo_sign_ins")
    return capsys.readouterr().out


def test_the_sign_ins_introduce_officers_and_applicants_too(capsys: pytest.CaptureFixture[str]) -> None:
    said = shown(capsys)
    assert all(post.name in said for post in POSTS)
    assert DRAFTING.name in said
    assert "/office/" in said
    assert "/filing/" in said


def test_a_visitor_can_be_a_prime_an_upper_firm_an_employer_or_one_that_was_asked() -> None:
    seats = rows("select c.name, s.role from seat s join company c on c.id = s.company_id order by s.id")
    assert seats == [(clerk.firm, clerk.role) for clerk in CLERKS]
    waiting = """select coalesce(c.name, m.stand_in_name) from structure_member m
        left join company c on c.id = m.company_id
        where not exists (select from structure_acceptance a where a.member_id = m.id) order by m.id desc limit 2"""
    assert rows(waiting) == [("ひかり足場",), ("他社工業株式会社",)]


@pytest.mark.parametrize(
    ("door", "query"),
    [
        ("office", "select login_id from account a join officer o on o.account_id = a.id limit 1"),
        (
            "company",
            "select login_id from account a join seat s on s.account_id = a.id where s.role = 'chief' limit 1",
        ),
    ],
)
def test_a_visitor_without_a_telephone_signs_in_with_the_code_that_is_printed(
    door: str, query: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ((login_id,),) = rows(query)
    visitor = Client()
    visitor.post(f"/{door}/sign-in/", {"login_id": login_id, "password": PASSWORD})
    call_command("demo_code")
    visitor.post("/sign-in/second-step/", {"code": capsys.readouterr().out.split()[0]})
    assert visitor.get(f"/{door}/").status_code == 200


def test_a_password_that_was_changed_is_not_printed_any_more(capsys: pytest.CaptureFixture[str]) -> None:
    assert INITIAL_PASSWORD in shown(capsys)
    rows(
        "update account set initial_password_until = null, password = '!' where login_id = %s returning id",
        ROLES[1].number,
    )
    said = shown(capsys)
    assert INITIAL_PASSWORD not in said
    assert "変更ずみ" in said
    assert PASSWORD in said


def test_the_primes_have_a_bill_of_last_month_with_its_days_behind_it() -> None:
    closed = rows("select month, official_days, charged_days from site_fee_close order by month desc limit 1")
    ((month, official, charged),) = closed
    assert (month, official) == (date(2026, 10, 1), charged)
    assert charged > 0
    assert rows("select count(*) from charge where kind = 'site_use'") != [(0,)]


def asks(party: int) -> Counter[tuple[int | None, bool]]:
    """(answer, unusual) of what was asked of a party, and how many days of each."""
    return Counter(rows("select answer, is_odd from day_ask where party = %s", party))


def test_the_prime_finds_forgotten_days_one_of_them_unusual_and_a_change() -> None:
    found = asks(Party.PRIME)
    assert found[None, True] >= 1
    assert found[None, False] >= 3
    assert found[Answer.REFUSED, False] + found[Answer.REFUSED, True] == 2
    kinds = rows(
        "select kind, count(*) from day_claim c join day_ask a on a.claim_id = c.id"
        " where a.party = 3 and a.answer is null group by 1 order by 1"
    )
    assert kinds[1] == (ClaimKind.CORRECTION, 1)


def test_one_refusal_is_before_the_office_and_one_is_for_mirai_to_answer() -> None:
    assert asks(Party.OFFICE) == {(None, False): 1}
    assert waits_for_the_worker(worker_of(MIRAI).pk) == 1


def test_the_house_that_mirai_typed_has_a_registered_site_that_matches() -> None:
    (own,) = own_sites_of(worker_of(MIRAI).pk)
    row = own_site_row(worker_of(MIRAI).pk, own.key)
    assert row is not None
    assert [found.name for found in proposals_for(row, entered_days(row))] == ["山田邸 屋根改修工事"]


def test_mirai_has_entrusted_the_employer_and_the_firm_above_asks() -> None:
    mirai, today = worker_of(MIRAI), date_of(SPAN.today)
    case = mirai.applications.get(kind="colour_change")
    assert [proxy.company for proxy in proxies_of(case.pk)] == ["高橋鉄筋株式会社"]
    assert [ask.company for ask in asks_of(mirai.pk, on=today)] == ["鈴木工務店株式会社"]


def named_in_cases() -> list[tuple[Any, ...]]:
    return rows(
        "select c.name, s.kind, s.counted from look_case k join company c on c.id = k.company_id"
        " join look_sign s on s.case_id = k.id order by s.id"
    )


def test_the_poacher_is_found_as_one_case_and_nobody_else_is_named() -> None:
    found = named_in_cases()
    assert len({name for name, *_ in found}) == 1
    assert [kind for _, kind, _ in found] == list(SignKind)
    assert {name for name, *_ in found}.isdisjoint({clerk.firm for clerk in CLERKS} | {AGENT})


def test_the_case_is_about_whoever_opened_another_firm_s_workers() -> None:
    ((poacher, robbed),) = rows(
        "select k.company_id, s.employer_id from look_case k join look_sign s on s.case_id = k.id"
        " where s.employer_id is not null"
    )
    opened = rows(
        "select distinct company from disclosure_trace t where purpose = 'search' and exists (select from"
        " affiliation a where a.worker_id = t.worker_id and a.company_id = %s) and"
        " (at at time zone 'Asia/Tokyo')::time >= '22:00'",
        robbed,
    )
    assert opened == [(poacher,)]


def test_innocent_firms_looked_as_much_as_the_poacher_and_at_night_too() -> None:
    late = (
        "select t.relation, count(*) >= 5 from disclosure_trace t"
        " where (at at time zone 'Asia/Tokyo')::time >= '22:00' group by 1 order by 1"
    )
    assert rows(late) == [("employer", True), ("other", True), ("proxy", True), ("site", True)]
    honest = rows("select count(distinct company) from disclosure_trace where purpose = 'search'")
    assert honest == [(2,)]


def test_another_night_names_nobody_else() -> None:
    before = named_in_cases()
    watch(by=SYSTEM, at=end_of(date_of(TODAY)))
    assert named_in_cases() == before


def test_the_list_of_cases_shows_the_poacher_and_no_innocent_firm() -> None:
    desk = next(
        officer
        for (account,) in rows("select account_id from officer order by id")
        if (officer := officer_of(account)) and Duty.CONTACT in officer.duties
    )
    page = client_of(desk).get("/office/looks/").content.decode()
    ((poacher, *_), *_) = named_in_cases()
    assert poacher in page
    assert not [firm for firm in ({clerk.firm for clerk in CLERKS} | {AGENT}) if firm in page]


def test_mirai_reads_an_answer_and_the_prime_has_one_to_give() -> None:
    asked = questions_about(worker_of(MIRAI).pk, [date(2026, 11, 19)], at=end_of(date(2026, 11, 19)))
    assert sorted(question.state for question in asked.values()) == ["answered", "asked"]


def test_a_firm_that_searches_finds_somebody_who_opened_what_it_asks_for() -> None:
    for trade, prefecture in rows(
        "select distinct t.code, c.prefecture_id from disclosure_switch s"
        " join worker_trade w on w.worker_id = s.worker_id and w.rank = 1 join trade t on t.id = w.trade_id"
        " join contact c on c.worker_id = s.worker_id where s.item = %s and s.side = 'worker'",
        Item.CONTACT,
    ):
        found, _ = hits(Criteria(trade=trade, prefecture=prefecture), company=0, on=date_of(TODAY), page=1)
        assert any(hit.fits for hit in found)
    assert rows("select count(distinct worker_id) > 10 from disclosure_switch")[0][0]


def test_the_contact_centre_has_a_case_in_every_state() -> None:
    assert dict(rows("select state, count(*) from desk_case group by state")) == {
        "done": 1,
        "received": 2,
        "taken": 1,
        "waiting": 1,
    }


def test_one_correction_is_stopped_as_in_2019_and_one_waits_for_a_word() -> None:
    found = {each.state: each for each in sets().sets}
    assert set(found) == {SetState.STOPPED, SetState.WAITING}
    written = set_of(found[SetState.STOPPED].key)
    assert written is not None
    preview = preview_of(written)
    assert preview is not None
    assert preview.stops.keys() == {StopKind.STRANGER}
    assert preview.stops[StopKind.STRANGER] >= 10
