"""技能者退会 → 登録内容 → 「削除申請」 → 「申請番号確認」 (LEAVE-01, LEAVE-02)."""

from datetime import date, datetime

import pytest
from django.test import Client

from ccus.domain.applications.models import Application
from ccus.domain.applications.terms import ApplicationKind, State
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.features.actions import set_opening
from ccus.domain.features.terms import Feature
from ccus.domain.fees.actions import set_tariff
from ccus.domain.fees.terms import FeeKind
from ccus.domain.leaving.actions.leave import withdraw_worker
from tests.factories import seats
from tests.factories.personas import Cast, person
from tests.portals.worker.cast import words

pytestmark = pytest.mark.django_db
REQUEST = "/worker/leaving/request/"


@pytest.fixture
def is_open(at: datetime) -> None:
    set_opening(feature=Feature.WITHDRAWAL, opens_on=date(2026, 4, 1), by=SYSTEM, at=at)


def filed() -> list[tuple[str, str]]:
    return list(Application.objects.values_list("kind", "state"))


def test_the_menu_leads_to_what_is_registered_and_below_it_to_the_request(me: Client, is_open: None) -> None:
    assert 'href="/worker/leaving/"' in words(me.get("/worker/"))
    page = words(me.get("/worker/leaving/"))
    assert page.index("登録内容") < page.index("職種情報") < page.index(f'href="{REQUEST}"')


def test_until_the_office_opens_it_the_page_says_that_it_is_announced(me: Client) -> None:
    page = words(me.get("/worker/leaving/"))
    assert "準備ができしだい、ホームページでお知らせします" in page
    assert REQUEST not in page
    assert me.post(REQUEST, {"confirmed": "1"})["Location"] == "/worker/leaving/"
    assert filed() == []


def test_one_confirmation_files_it_and_shows_the_number_to_note(me: Client, is_open: None) -> None:
    answer = me.post(REQUEST, {"confirmed": "1", "reason": ""}, follow=True)
    page, case = words(answer), Application.objects.get()
    assert "申請番号確認" in page
    assert case.number in page
    assert filed() == [(ApplicationKind.WITHDRAWAL, State.SUBMITTED)]


def test_without_the_confirmation_nothing_is_filed(me: Client, is_open: None) -> None:
    answer = me.post(REQUEST, {"reason": "引っこすため"})
    assert answer.status_code == 422
    assert "印" in words(answer)
    assert "引っこすため" in words(answer)
    assert filed() == []


def test_a_second_press_shows_the_same_number(me: Client, is_open: None) -> None:
    first = me.post(REQUEST, {"confirmed": "1"})["Location"]
    assert me.post(REQUEST, {"confirmed": "1"})["Location"] == first
    assert me.get(REQUEST)["Location"] == first
    assert len(filed()) == 1


def test_the_page_says_what_ends_what_stays_and_what_coming_back_costs(
    me: Client, is_open: None, at: datetime
) -> None:
    set_tariff(kind=FeeKind.REISSUE, amount=1000, from_on=at.date(), by=SYSTEM, at=at)
    page = words(me.get(REQUEST))
    said = ["終わること", "残ること", "「退会した技能者」", "2031年11月20日まで", "1,000円"]
    assert [sentence for sentence in said if sentence not in page] == []


def test_what_waits_is_shown_on_the_first_page_with_the_way_to_take_it_back(
    me: Client, is_open: None
) -> None:
    me.post(REQUEST, {"confirmed": "1"})
    page = words(me.get("/worker/leaving/"))
    assert f"申請番号 {Application.objects.get().number}" in page
    assert "取り下げられます" in page


def test_a_chief_is_told_that_the_portal_of_the_company_closes_too(
    me: Client, is_open: None, cast: Cast
) -> None:
    seats.seat(cast.takahashi, account=cast.account)
    assert "事業者ポータル（高橋鉄筋）にも、ログインできなくなります" in words(me.get(REQUEST))


def test_the_list_of_applications_leads_to_the_same_page(me: Client, is_open: None) -> None:
    assert 'href="/worker/leaving/">手続きを見る' in words(me.get("/filing/"))


def test_whoever_left_is_sent_to_the_sign_in(me: Client, cast: Cast, at: datetime) -> None:
    withdraw_worker(worker=cast.mirai, by=person(cast.mirai), at=at)
    assert me.get("/worker/leaving/").status_code == 302
