"""閲覧の記録: who looked, for what, at what; asking why and reading the answer (DISC-07, LOOK-01 to LOOK-04)."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ccus.domain.audit.terms import Actor
from ccus.domain.companies.models import Company
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.looks.actions.questions import answer_for_good, answer_question
from ccus.domain.looks.models import LookQuestion
from ccus.domain.workers.terms import Item
from ccus.foundation import clock
from tests.factories.officers import officer
from tests.factories.personas import firm
from tests.portals.worker import cast

pytestmark = pytest.mark.django_db
TODAY = "2026-11-20"
EMPTY = "まだだれも見ていません"


@pytest.fixture
def mirai() -> cast.Person:
    return cast.settled()


@pytest.fixture
def employer(mirai: cast.Person) -> Company:
    """高橋鉄筋, of which 建設 未来 is."""
    made = cast.company("高橋鉄筋")
    cast.employ(mirai, made)
    return made


@pytest.fixture
def me(mirai: cast.Person) -> Client:
    return cast.signed_in(mirai)


def ago(**span: int) -> datetime:
    return clock.now() - timedelta(**span)


def office_looked(
    person: cast.Person, reason: str = "電話での確認", by: Actor | None = None, **span: int
) -> None:
    worker_as_seen_by(
        by or officer().actor,
        person.worker.pk,
        purpose=Purpose.ENQUIRY,
        reason=reason,
        items={Item.CONTACT, Item.BLOOD},
        at=ago(**span),
    )


def looked(by: Company, person: cast.Person, purpose: Purpose = Purpose.EMPLOYEES, **span: int) -> None:
    worker_as_seen_by(firm(by), person.worker.pk, purpose=purpose, items={Item.HEALTH}, at=ago(**span))


def page(me: Client, address: str = "") -> str:
    return me.get(f"/worker/viewed/{address}").content.decode()


def statements(me: Client) -> int:
    with CaptureQueriesContext(connection) as queries:
        page(me)
    return len(queries)


def of(company: Company) -> str:
    return f"{TODAY}/{company.number}/"


def test_the_office_is_told_with_its_reason_and_without_a_name(mirai: cast.Person, me: Client) -> None:
    office_looked(mirai)
    said = page(me)
    told = "お問い合わせに答えるために、「血液型」、「住所・電話番号・メール」を見ました。"
    assert all(words in said for words in ("運営主体", told, "「電話での確認」", "2026年11月20日"))
    assert "審査 花子" not in said


def test_a_company_is_told_in_one_sentence(mirai: cast.Person, employer: Company, me: Client) -> None:
    looked(employer, mirai)
    said = page(me)
    assert "高橋鉄筋" in said
    assert "あなたの所属事業者として、所属している人の登録を管理するために、「健康診断」を見ました。" in said


def test_all_looks_of_a_company_on_a_day_are_one_part_of_the_story(
    mirai: cast.Person, employer: Company, me: Client
) -> None:
    for minutes in (0, 5, 40):
        looked(employer, mirai, minutes=minutes)
    looked(employer, mirai, Purpose.ROSTER, minutes=60)
    said = page(me)
    assert said.count('class="visit__who"') == 1
    assert "11:00から12:00まで、4回" in said
    assert "11:20から12:00まで、3回" in said
    assert "作業員名簿を作り、確かめるため" in said


def test_another_day_of_the_same_company_is_told_apart(
    mirai: cast.Person, employer: Company, me: Client
) -> None:
    for days in (0, 1):
        looked(employer, mirai, days=days)
    said = page(me)
    assert said.count('class="visit__who"') == 2
    assert said.index("11月20日") < said.index("11月19日")


def test_a_look_at_midnight_belongs_to_the_day_in_japan(mirai: cast.Person, me: Client) -> None:
    office_looked(mirai, "その日の夜", hours=12, minutes=1)
    office_looked(mirai, "日の変わり目", hours=12)
    said = page(me)
    assert (
        said.index("11月20日")
        < said.index("日の変わり目")
        < said.index("11月19日")
        < said.index("その日の夜")
    )


def test_a_name_in_a_list_of_results_is_told_as_such(mirai: cast.Person, me: Client) -> None:
    other = cast.company("北斗架設")
    looked(other, mirai, Purpose.FOUND)
    assert "技能者の検索をして、あなたが一覧に出ました。" in page(me)
    looked(other, mirai, Purpose.SEARCH)
    assert "技能者の検索であなたを見つけて、だれでも見られること" in page(me)


def test_nobody_has_looked_yet_is_said_so(me: Client) -> None:
    assert EMPTY in page(me)


def test_who_looked_at_another_worker_is_not_told(me: Client) -> None:
    other = cast.settled("佐藤 健一", "サトウ ケンイチ")
    office_looked(other, "よその理由")
    assert EMPTY in page(me)


def test_older_days_lie_on_further_pages_and_none_is_lost(mirai: cast.Person, me: Client) -> None:
    by = officer().actor
    for days in range(15):
        office_looked(mirai, f"理由その{days}。", by, days=days)
    first = page(me)
    older = first.split('href="?before=')[1].split('"')[0]
    second = page(me, f"?before={older}")
    assert [f"理由その{n}。" in first for n in (0, 13, 14)] == [True, True, False]
    assert [f"理由その{n}。" in second for n in (13, 14)] == [False, True]
    assert "?before=" not in second


@pytest.mark.parametrize("typed", ["x", "-1", "9" * 40, "１", "0", "2026-13-01", "0001-01-01", "9999-12-31"])
def test_an_odd_page_address_breaks_nothing(typed: str, me: Client) -> None:
    assert me.get("/worker/viewed/", {"before": typed}).status_code == 200


def test_the_menu_leads_from_the_home_page_to_who_looked(me: Client) -> None:
    assert 'href="/worker/viewed/"' in me.get("/worker/").content.decode()


def test_a_day_of_many_companies_costs_no_more_statements_than_one(
    mirai: cast.Person, employer: Company, me: Client
) -> None:
    looked(employer, mirai)
    page(me)
    from_one = statements(me)
    for n in range(8):
        looked(cast.company(f"第{n}工業"), mirai, Purpose.SEARCH)
    assert statements(me) == from_one


def test_the_worker_asks_why_with_own_words(mirai: cast.Person, employer: Company, me: Client) -> None:
    looked(employer, mirai)
    assert f'href="/worker/viewed/{of(employer)}"' in page(me)
    answer = me.post(f"/worker/viewed/{of(employer)}", {"words": "休みの日でした。"}, follow=True)
    assert "聞きました。" in answer.content.decode()
    assert "休みの日でした。" in page(me)
    assert "会社の答えを待っています" in page(me)
    assert "2026年11月27日" in page(me)


def test_a_second_press_changes_nothing(mirai: cast.Person, employer: Company, me: Client) -> None:
    looked(employer, mirai)
    me.post(f"/worker/viewed/{of(employer)}")
    again = me.post(f"/worker/viewed/{of(employer)}", {"words": "もう一度"})
    assert (again.status_code, "もう聞いています" in again.content.decode()) == (422, True)
    assert LookQuestion.objects.get().words == ""


def test_too_many_words_come_back_at_their_field(mirai: cast.Person, employer: Company, me: Client) -> None:
    looked(employer, mirai)
    answer = me.post(f"/worker/viewed/{of(employer)}", {"words": "あ" * 401})
    assert (answer.status_code, LookQuestion.objects.exists()) == (422, False)
    assert "あ" * 401 in answer.content.decode()


@pytest.mark.parametrize("who", ["office", "99999999999999", "x"])
def test_who_did_not_look_has_no_page(who: str, mirai: cast.Person, employer: Company, me: Client) -> None:
    looked(employer, mirai)
    assert me.get(f"/worker/viewed/{TODAY}/{who}/").status_code == 404
    assert me.post(f"/worker/viewed/{TODAY}/{who}/").status_code == 404


def test_a_look_of_more_than_a_year_ago_is_not_asked_about(mirai: cast.Person, me: Client) -> None:
    office_looked(mirai, days=366)
    assert "なぜ見たか、聞く" not in page(me)
    assert "1年より前の閲覧です" in page(me, "2025-11-19/office/")
    assert me.post("/worker/viewed/2025-11-19/office/").status_code == 422


def test_the_answers_stand_in_the_story(mirai: cast.Person, employer: Company, me: Client) -> None:
    looked(employer, mirai)
    me.post(f"/worker/viewed/{of(employer)}")
    question = LookQuestion.objects.get()
    answer_question(question=question, words="名簿の確認です。", by=firm(employer), at=clock.now())
    assert "名簿の確認です。" in page(me)
    me.post(f"/worker/viewed/{of(employer)}not-enough/")
    assert "運営主体が調べています" in page(me)
    answer_for_good(question=question, words="必要な閲覧でした。", by=officer().actor, at=clock.now())
    assert all(
        words in page(me) for words in ("まだ分かりません", "必要な閲覧でした。", "運営主体が答えました")
    )


def test_an_answer_is_called_not_enough_once(mirai: cast.Person, employer: Company, me: Client) -> None:
    looked(employer, mirai)
    assert me.post(f"/worker/viewed/{of(employer)}not-enough/").status_code == 404
    me.post(f"/worker/viewed/{of(employer)}")
    assert me.post(f"/worker/viewed/{of(employer)}not-enough/").status_code == 422


def test_the_question_of_another_worker_is_not_shown(mirai: cast.Person, employer: Company) -> None:
    looked(employer, mirai)
    other = cast.settled("佐藤 健一", "サトウ ケンイチ")
    assert cast.signed_in(other).get(f"/worker/viewed/{of(employer)}").status_code == 404
