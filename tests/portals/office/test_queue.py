"""審査待ちの一覧とホーム: OFFICE-03."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ccus.domain.accounts.officers import OfficerMe
from ccus.domain.applications.actions.review import take
from ccus.domain.applications.models import Application
from ccus.domain.applications.terms import ApplicationKind
from ccus.foundation import clock
from ccus.portals.office.queue import view
from tests.factories import applications, officers

PAGE = "/office/queue/"


def waiting(kind: ApplicationKind = ApplicationKind.REISSUE, days: int = 0) -> Application:
    case = applications.submitted(kind)
    Application.objects.filter(pk=case.pk).update(queued_at=clock.now() - timedelta(days=days))
    return case


def test_the_oldest_stands_first_with_its_age_and_no_name(desk: Client) -> None:
    young, old = waiting(), waiting(ApplicationKind.REGISTRATION, days=9)
    page = desk.get(PAGE).content.decode()
    assert page.index(old.number) < page.index(young.number)
    assert "9日" in page
    assert "山田" not in page
    assert "ヤマダ" not in page


def test_one_kind_is_shown_alone(desk: Client) -> None:
    reissue, registration = waiting(), waiting(ApplicationKind.REGISTRATION)
    page = desk.get(PAGE, {"kind": "registration"}).content.decode()
    assert registration.number in page
    assert reissue.number not in page


def test_a_case_in_hand_says_whose_it_is_and_until_when(desk: Client) -> None:
    colleague = officers.officer(name="同僚 次郎")
    case = waiting()
    take(number=case.number, by=colleague.actor, at=clock.now())
    page = desk.get(PAGE).content.decode()
    assert "同僚 次郎（12:30まで）" in page


def test_what_does_not_fit_on_a_page_stands_behind_it(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view, "PAGE", 2)
    oldest, older, old = (waiting(days=days) for days in (9, 8, 7))
    first = desk.get(PAGE).context
    assert [row.number for row in first["rows"]] == [oldest.number, older.number]
    rest = desk.get(PAGE, {"after": first["after"]}).context
    assert ([row.number for row in rest["rows"]], rest["after"]) == ([old.number], None)


def test_a_place_that_nobody_gave_out_begins_at_the_front(desk: Client) -> None:
    case = waiting()
    assert [row.number for row in desk.get(PAGE, {"after": "x_y"}).context["rows"]] == [case.number]


def test_an_empty_queue_says_so(desk: Client) -> None:
    assert "審査を待っている申請はありません" in desk.get(PAGE).content.decode()


def test_the_next_case_is_the_oldest_that_nobody_has(desk: Client) -> None:
    young, old, taken = waiting(days=1), waiting(days=5), waiting(days=9)
    take(number=taken.number, by=officers.officer().actor, at=clock.now())
    answer = desk.post(f"{PAGE}next/")
    assert answer.headers["Location"] == f"/office/cases/{old.number}/"
    assert desk.post(f"{PAGE}next/").headers["Location"] == f"/office/cases/{young.number}/"


def test_with_nothing_left_the_officer_is_told(desk: Client) -> None:
    answer = desk.post(f"{PAGE}next/", follow=True)
    assert "担当できる申請は、もうありません。" in answer.content.decode()


def test_home_counts_what_waits_and_shows_what_is_in_hand(desk: Client, officer: OfficerMe) -> None:
    waiting(days=8)
    mine = waiting(days=15)
    take(number=mine.number, by=officer.actor, at=clock.now())
    page = desk.get("/office/").content.decode()
    assert "14日をこえて待っている申請" in page
    assert f"審査中の申請：{mine.number}" in page
    assert "2件" in page


def test_the_list_takes_as_many_statements_for_many_as_for_one(desk: Client) -> None:
    waiting()
    with CaptureQueriesContext(connection) as few:
        desk.get(PAGE)
    for _ in range(4):
        waiting()
    with CaptureQueriesContext(connection) as many:
        desk.get(PAGE)
    assert len(many) == len(few)
