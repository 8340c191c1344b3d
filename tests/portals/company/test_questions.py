"""閲覧についての質問, on the company's side: what waits, who of it looked, the answer (LOOK-03, LOOK-08)."""

from datetime import datetime

import pytest
from django.test import Client

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Role
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.looks.actions.cases import ask_company, close_case
from ccus.domain.looks.actions.questions import say_not_enough
from ccus.domain.looks.models import LookAnswer, LookQuestion
from ccus.domain.looks.terms import Verdict
from ccus.domain.workers.models import Withdrawal
from tests.domain.looks.asking import WEEK, asked, looked_and_asked
from tests.domain.looks.poaching import taken_case
from tests.factories.officers import officer
from tests.factories.personas import Cast, person
from tests.factories.seats import client_of, seat

pytestmark = pytest.mark.django_db
LIST = "/company/questions/"
BECAUSE = "名簿の確認です。"


@pytest.fixture
def clerk(cast: Cast) -> SeatMe:
    return seat(cast.takahashi, name="高橋 明子")


@pytest.fixture
def desk(clerk: SeatMe) -> Client:
    """高橋 明子 of 高橋鉄筋, at the browser."""
    return client_of(clerk)


@pytest.fixture
def question(cast: Cast, clerk: SeatMe, at: datetime) -> LookQuestion:
    """建設 未来 asks why the employer looked."""
    worker_as_seen_by(clerk.actor, cast.mirai.pk, purpose=Purpose.EMPLOYEES, at=at)
    return asked(cast, at, words="休みの日でした。")


def text(client: Client, address: str = LIST) -> str:
    return client.get(address).content.decode()


def of(question: LookQuestion) -> str:
    return f"{LIST}{question.key}/"


def test_an_empty_list_says_so(desk: Client) -> None:
    assert "答えを待っている質問はありません" in text(desk)


def test_a_question_names_the_worker_by_reading_and_number_alone(
    question: LookQuestion, desk: Client
) -> None:
    for page in (text(desk), text(desk, of(question))):
        assert "ケンセツ ミライ" in page
        assert "1234 5678 9012 34" in page
        assert "建設 未来" not in page


def test_the_company_reads_who_of_it_looked_and_the_worker_does_not(
    cast: Cast, question: LookQuestion, desk: Client
) -> None:
    assert "高橋 明子" in text(desk, of(question))
    me = Client()
    me.force_login(cast.account)
    assert "高橋 明子" not in text(me, "/worker/viewed/")


def test_an_answer_is_given_and_read(question: LookQuestion, desk: Client) -> None:
    answer = desk.post(of(question), {"words": BECAUSE}, follow=True)
    assert "答えました。" in answer.content.decode()
    assert BECAUSE in text(desk, of(question))
    assert "答えを待っている質問はありません" in text(desk)


@pytest.mark.parametrize("words", ["", "あ" * 401])
def test_an_answer_that_says_nothing_or_too_much_comes_back(
    words: str, question: LookQuestion, desk: Client
) -> None:
    answer = desk.post(of(question), {"words": words})
    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    assert not LookAnswer.objects.exists()


def test_a_second_answer_is_refused_in_words(question: LookQuestion, desk: Client) -> None:
    desk.post(of(question), {"words": BECAUSE})
    again = desk.post(of(question), {"words": "別の答え"})
    assert (again.status_code, "もう答えがある" in again.content.decode()) == (422, True)


def test_a_question_that_went_to_the_office_is_not_answered_here(
    cast: Cast, question: LookQuestion, desk: Client, at: datetime
) -> None:
    desk.post(of(question), {"words": BECAUSE})
    say_not_enough(question=question, by=person(cast.mirai), at=at)
    page = text(desk, of(question))
    assert "運営主体が引き取って調べています" in page
    assert 'name="words"' not in page


def test_a_question_of_eight_days_ago_went_to_the_office(cast: Cast, desk: Client, at: datetime) -> None:
    late = looked_and_asked(cast, at - WEEK)
    assert "運営主体が引き取って調べています" in text(desk, of(late))
    assert desk.post(of(late), {"words": BECAUSE}).status_code == 422


@pytest.mark.parametrize("role", [Role.SITE_MANAGER, Role.SITE_VIEWER, Role.PROXY_CLERK])
def test_a_role_without_workers_to_manage_has_no_questions(
    role: Role, cast: Cast, question: LookQuestion
) -> None:
    other = client_of(seat(cast.takahashi, role))
    assert [other.get(address).status_code for address in (LIST, of(question))] == [403, 403]


def test_the_questions_of_another_company_are_not_there(cast: Cast, question: LookQuestion) -> None:
    other = client_of(seat(cast.suzuki))
    assert [other.get(of(question)).status_code, other.post(of(question)).status_code] == [404, 404]
    assert "ケンセツ ミライ" not in text(other)


def test_who_left_in_the_meantime_has_no_number(
    cast: Cast, question: LookQuestion, desk: Client, at: datetime
) -> None:
    Withdrawal.objects.create(worker=cast.mirai, withdrawn_at=at, recorded_by="system:0")
    assert "退会した技能者" in text(desk, of(question))
    assert "1234 5678 9012 34" not in text(desk, of(question))


def test_the_home_page_says_that_questions_wait(question: LookQuestion, desk: Client) -> None:
    assert "閲覧についての質問が1件" in text(desk, "/company/")
    desk.post(of(question), {"words": BECAUSE})
    assert "閲覧についての質問が" not in text(desk, "/company/")


def test_the_office_asks_and_the_company_answers_on_its_page(at: datetime) -> None:
    case = taken_case(at, by := officer().actor)
    desk, address = client_of(seat(case.company)), f"{LIST}cases/{case.key}/"
    assert desk.get(address).status_code == 404
    ask_company(case=case, words="どんな仕事のためでしたか。", by=by, at=at)
    assert "運営主体からの質問" in text(desk)
    assert "どんな仕事のためでしたか。" in text(desk, address)
    assert "答えました。" in desk.post(address, {"words": "求人です。"}, follow=True).content.decode()
    assert desk.post(address, {"words": "別の答え"}).status_code == 422


def test_a_case_that_is_over_wants_no_answer_any_more(at: datetime) -> None:
    case = taken_case(at, by := officer().actor)
    ask_company(case=case, words="どんな仕事のためでしたか。", by=by, at=at)
    close_case(case=case, verdict=Verdict.FINE, words="求人でした。", by=by, at=at)
    desk = client_of(seat(case.company))
    assert "答えは、もういりません" in text(desk, f"{LIST}cases/{case.key}/")
    assert desk.post(f"{LIST}cases/{case.key}/", {"words": "求人です。"}).status_code == 422


def test_another_company_does_not_read_what_the_office_asked(cast: Cast, desk: Client, at: datetime) -> None:
    case = taken_case(at, by := officer().actor)
    ask_company(case=case, words="どんな仕事のためでしたか。", by=by, at=at)
    assert desk.get(f"{LIST}cases/{case.key}/").status_code == 404
