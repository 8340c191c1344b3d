"""申し立て in the office: who sees one, what stands on it, how it is decided (CLAIM-31, CLAIM-32)."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from ccus.domain.accounts.terms import Duty
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.work_history.actions.answers import answer_refusal, confirm, refuse
from ccus.domain.work_history.claim_terms import ClaimState, Ground
from ccus.domain.work_history.claims.answering import state_of
from ccus.domain.work_history.models import DayClaim, WorkRecord
from ccus.domain.workers.terms import Item
from tests.factories import asked, claims, sites, workers
from tests.factories.officers import client_of, officer
from tests.factories.personas import Cast, firm, person

pytestmark = pytest.mark.django_db
LIST = "/office/disputes/"
NO, PLEA = "控えにお名前がありません。", "職長と二人で配筋をしていました。"


@pytest.fixture
def claim(cast: Cast, at: datetime) -> DayClaim:
    """A day that 鈴木工務店 confirmed, 佐藤建設 refused, and 建設 未来 insists on."""
    made = asked.claim(cast)
    confirm(claim=made, by=firm(cast.suzuki), at=at)
    refuse(claim=made, ground=Ground.NOT_THERE, words=NO, by=firm(cast.sato), at=at)
    answer_refusal(claim=made, plea=PLEA, by=person(cast.mirai), at=at)
    return made


@pytest.fixture
def desk(db: None) -> Client:
    return client_of(officer(Duty.DISPUTES))


def test_a_page_says_what_each_side_said(claim: DayClaim, desk: Client) -> None:
    assert f"{LIST}{claim.key}/" in desk.get(LIST).content.decode()
    page = desk.get(f"{LIST}{claim.key}/").content.decode()
    for said in (NO, PLEA, "鈴木工務店：確認", "その日、この現場に入場していない", "ケンセツ ミライ"):
        assert said in page
    assert "建設 未来" not in page


def test_the_worker_reads_that_the_office_looked_and_why(cast: Cast, claim: DayClaim, desk: Client) -> None:
    desk.get(f"{LIST}{claim.key}/")
    trace = DisclosureTrace.objects.get(worker_id=cast.mirai.pk)
    assert trace.reason == "2026年11月16日の就業についての申し立ての裁定"


def test_the_facts_around_the_day_stand_beside_it(cast: Cast, claim: DayClaim, desk: Client) -> None:
    claims.tapped(cast, asked.DAY, hour=7)
    line = sites.roster_line(worker=workers.worker(), member=cast.second_tier)
    usual = {"state": 0, "reasons": [], "evidence": 0, "last_tap_at": claim.recorded_at}
    WorkRecord.objects.create(worker=line.worker_id, place=cast.site.pk, work_on=asked.DAY, **usual)
    eve = asked.DAY - timedelta(days=1)
    WorkRecord.objects.create(worker=cast.mirai.pk, place=cast.site.pk, work_on=eve, **usual)
    page = desk.get(f"{LIST}{claim.key}/").content.decode()
    for said in ("7:00", '正式 <span class="num">1人</span>', "2026年11月15日の就業履歴"):
        assert said in page


@pytest.mark.parametrize(("result", "state"), [("for", ClaimState.APPROVED), ("against", ClaimState.UPHELD)])
def test_an_officer_decides_with_words(result: str, state: ClaimState, claim: DayClaim, desk: Client) -> None:
    form = {"result": result, "ground": "1", "words": "控えと日報を確かめました。"}
    answer = desk.post(f"{LIST}{claim.key}/", form, follow=True)
    assert "申し立てを裁定しました" in answer.content.decode()
    assert state_of(claim) is state
    assert "控えと日報を確かめました。" in desk.get(f"{LIST}{claim.key}/").content.decode()
    assert "待っている申し立てはありません" in desk.get(LIST).content.decode()


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"words": "はい"}, "結果が選ばれていません"),
        ({"result": "against", "words": "いいえ"}, "裁定の理由が選ばれていません"),
        ({"result": "for", "words": " "}, "裁定の説明が入力されていません"),
    ],
)
def test_a_decision_that_lacks_something_is_refused(
    form: dict[str, str], said: str, claim: DayClaim, desk: Client
) -> None:
    answer = desk.post(f"{LIST}{claim.key}/", form)
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert state_of(claim) is ClaimState.DISPUTED


def test_only_the_duty_of_disputes_opens_the_pages(claim: DayClaim) -> None:
    other = client_of(officer(Duty.REVIEW))
    assert [other.get(path).status_code for path in (LIST, f"{LIST}{claim.key}/")] == [403, 403]


def test_a_claim_that_nobody_disputes_is_not_there(cast: Cast, desk: Client) -> None:
    assert desk.get(f"{LIST}{asked.claim(cast).key}/").status_code == 404


def test_the_worker_reads_that_the_days_around_were_looked_at(claim: DayClaim, desk: Client) -> None:
    desk.get(f"{LIST}{claim.key}/")
    assert Item.WORK_HISTORY in DisclosureTrace.objects.get(purpose="dispute").items


def test_an_empty_list_says_so(desk: Client) -> None:
    assert "待っている申し立てはありません" in desk.get(LIST).content.decode()


def test_a_decided_dispute_is_found_again_with_its_result_and_officer(claim: DayClaim, desk: Client) -> None:
    desk.post(f"{LIST}{claim.key}/", {"result": "for", "words": "控えと日報を確かめました。"})
    page = desk.get(LIST)
    assert [(each.key, each.is_for) for each in page.context["decided"]] == [(claim.key, True)]
    assert f"{LIST}{claim.key}/" in page.content.decode()


def test_the_home_page_says_how_many_disputes_wait_and_until_when(claim: DayClaim, desk: Client) -> None:
    home = desk.get("/office/").content.decode()
    assert '申し立てが<b class="num">1件</b>' in home
    assert "2026年12月20日" in home
    assert "裁定を待っている" not in client_of(officer(Duty.REVIEW)).get("/office/").content.decode()


def test_the_office_reads_that_the_firm_confirmed_its_own_entry(
    cast: Cast, desk: Client, at: datetime
) -> None:
    by = firm(cast.takahashi)
    (made,) = claims.entered(cast.mirai, cast.site, asked.DAY, company=cast.takahashi, by=by)
    refuse(claim=made, ground=Ground.NOT_THERE, words=NO, by=firm(cast.sato), at=at)
    answer_refusal(claim=made, plea=PLEA, by=person(cast.mirai), at=at)
    assert "入力したのも、この事業者です" in desk.get(f"{LIST}{made.key}/").content.decode()
