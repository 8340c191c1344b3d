"""申告の状況: CLAIM-05, CLAIM-09, CLAIM-11; PORTAL-26, PORTAL-27."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import Traveller

from ccus.domain.work_history.actions.answers import confirm, decide, refuse
from ccus.domain.work_history.claim_terms import Ground, Party
from ccus.domain.work_history.claims.reading import claims_of
from ccus.domain.work_history.models import DayAsk, DayClaim
from ccus.foundation.clock import now
from tests.conftest import STANDING_MOMENT
from tests.factories import claims as made
from tests.factories import workers
from tests.factories.officers import officer
from tests.factories.personas import Cast, firm
from tests.portals.worker.cast import words

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)


@pytest.fixture
def claim(cast: Cast) -> DayClaim:
    return made.entered(cast.mirai, cast.site, MONDAY)[0]


@pytest.fixture
def refused(cast: Cast, claim: DayClaim) -> DayClaim:
    refuse(claim=claim, ground=Ground.OTHER_DAY, words="16日は雨で休みでした。", by=firm(cast.sato), at=now())
    return claim


def page_of(me: Client, claim: DayClaim) -> str:
    return words(me.get(f"/worker/claims/{claim.key}/"))


def test_the_list_says_whose_turn_it_is_and_until_when(me: Client, claim: DayClaim) -> None:
    page = words(me.get("/worker/claims/"))
    for said in (
        "2026年11月16日（月）",
        "承認待ち",
        "元請事業者の佐藤建設が、2026年12月31日までに答えます。",
    ):
        assert said in page


def test_an_empty_list_says_how_to_begin(me: Client) -> None:
    assert "申告はありません" in words(me.get("/worker/claims/"))


def test_the_page_says_who_was_asked_and_who_answered(me: Client, cast: Cast, claim: DayClaim) -> None:
    confirm(claim=claim, by=firm(cast.takahashi), at=now())
    page = page_of(me, claim)
    for said in (
        "所属事業者：高橋鉄筋",
        "2026年11月20日に答えがありました",
        "元請事業者：佐藤建設",
        "カードを忘れた",
    ):
        assert said in page


def test_a_refusal_shows_reason_and_words_and_asks_for_one_answer(me: Client, refused: DayClaim) -> None:
    page = page_of(me, refused)
    for said in (
        Ground.OTHER_DAY.label,
        "16日は雨で休みでした。",
        "申し立てるときは、2026年12月4日まで",
        "申し立てを送る",
    ):
        assert said in page
    assert "あなたの番です（" in words(me.get("/worker/claims/"))


def test_a_refusal_waits_on_the_home_page_until_it_is_answered(me: Client, refused: DayClaim) -> None:
    waits = "元請事業者が否認した日が、1日あります"
    assert waits in words(me.get("/worker/"))
    me.post(f"/worker/claims/{refused.key}/", {"act": "answer", "plea": "現場にいました。"})
    assert waits not in words(me.get("/worker/"))


def test_ten_claims_are_read_in_as_many_statements_as_one(cast: Cast, claim: DayClaim) -> None:
    with CaptureQueriesContext(connection) as one:
        claims_of(cast.mirai.pk)
    made.entered(cast.mirai, cast.site, *(date(2026, 11, day) for day in range(2, 12)))
    with CaptureQueriesContext(connection) as many:
        assert len(claims_of(cast.mirai.pk)) == 11
    assert len(many) == len(one)


def test_an_answer_goes_to_the_office_and_is_asked_no_more(me: Client, refused: DayClaim) -> None:
    address = f"/worker/claims/{refused.key}/"
    assert me.post(address, {"act": "answer", "plea": "高橋さんと配筋をしました。"}).status_code == 302
    assert DayAsk.objects.get(party=Party.OFFICE).plea == "高橋さんと配筋をしました。"
    page = page_of(me, refused)
    assert "運営主体が、2026年12月20日までに決めます。" in page
    assert "申し立てを送る" not in page


@pytest.mark.parametrize("plea", ["", "　", "あ" * 401])
def test_an_answer_that_says_nothing_or_too_much_is_kept(me: Client, refused: DayClaim, plea: str) -> None:
    answer = me.post(f"/worker/claims/{refused.key}/", {"act": "answer", "plea": plea})
    assert answer.status_code == 422
    assert plea in words(answer)


def test_a_refusal_is_answered_for_fourteen_days_only(
    me: Client, cast: Cast, refused: DayClaim, clock: Traveller
) -> None:
    clock.move_to(STANDING_MOMENT + timedelta(days=15))
    me.force_login(cast.account)
    page = page_of(me, refused)
    assert "申し立てを送る" not in page
    assert "申し立ての期限が過ぎました" in page


def test_a_claim_is_withdrawn_while_nobody_has_decided(me: Client, claim: DayClaim) -> None:
    assert me.post(f"/worker/claims/{claim.key}/", {"act": "withdraw"}).status_code == 302
    assert "申告はありません" in words(me.get("/worker/claims/"))
    assert "取下げ" in words(me.get("/worker/claims/", {"show": "gone"}))


def test_a_day_that_waits_is_withdrawn_and_not_corrected(me: Client, claim: DayClaim) -> None:
    made.settled()
    day = words(me.get(f"/worker/history/day/{claim.work_on}/"))
    assert f"/worker/claims/{claim.key}/" in day
    assert "/worker/corrections/" not in day
    assert f"/worker/history/day/{claim.work_on}/" in page_of(me, claim)


def test_an_approved_claim_cannot_be_withdrawn(me: Client, claim: DayClaim) -> None:
    made.approved(claim)
    assert "取り下げる</button>" not in page_of(me, claim)
    assert me.post(f"/worker/claims/{claim.key}/", {"act": "withdraw"}).status_code == 422


def test_each_filter_shows_its_own_claims(me: Client, cast: Cast, refused: DayClaim) -> None:
    made.approved(made.entered(cast.mirai, cast.site, TUESDAY)[0])
    made.entered_there(made.own_site(cast.mirai), date(2026, 11, 18))
    made.entered(cast.mirai, cast.site, date(2026, 11, 19))
    days = {"mine": 16, "refused": 16, "approved": 17, "alone": 18, "waiting": 19}
    for shown, day in days.items():
        page = words(me.get("/worker/claims/", {"show": shown}))
        assert [n for n in range(16, 20) if f"11月{n}日（" in page] == [day]


def test_what_the_office_ruled_stands_beside_the_answer(me: Client, refused: DayClaim) -> None:
    me.post(f"/worker/claims/{refused.key}/", {"act": "answer", "plea": "現場にいました。"})
    decide(claim=refused, is_for=True, words="日報で確かめました。", by=officer().actor, at=now())
    page = page_of(me, refused)
    assert "日報で確かめました。" in page
    assert "申し立てを認めました" in page


def test_more_claims_than_a_page_holds_lead_on(me: Client, cast: Cast) -> None:
    own = made.own_site(cast.mirai)
    made.entered_there(own, *(date(2026, 10, 1) + timedelta(days=n) for n in range(51)))
    page = words(me.get("/worker/claims/"))
    assert "2026年10月1日（" not in page
    after = page.split("after=")[1].split('"')[0]
    assert "2026年10月1日（" in words(me.get("/worker/claims/", {"after": after}))


def test_a_claim_of_somebody_else_has_no_page(me: Client) -> None:
    own = made.own_site(workers.worker())
    (other,) = made.entered_there(own, MONDAY)
    assert me.get(f"/worker/claims/{other.key}/").status_code == 404


def test_the_worker_reads_that_the_firm_confirmed_its_own_entry(cast: Cast, me: Client) -> None:
    made.entered(cast.mirai, cast.site, MONDAY, company=cast.takahashi, by=firm(cast.takahashi))
    claim = DayClaim.objects.get()
    assert "この会社が入力した日です" in page_of(me, claim)
    assert "この会社が入力した日です" in words(me.get(f"/worker/history/day/{MONDAY}/"))
