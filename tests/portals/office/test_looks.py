"""閲覧の見守り in the office: questions for good, cases without names, two officers (LOOK-04 to LOOK-09)."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from ccus.domain.accounts.models import Officer
from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import Actor
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.looks.actions.cases import close_case, decline_stop, take_case
from ccus.domain.looks.cases import shown, workers_of
from ccus.domain.looks.models import LookCase, LookQuestion
from ccus.domain.looks.terms import Verdict
from ccus.domain.searching.policies import stopped_until
from ccus.domain.workers.models import Worker
from ccus.foundation.identifiers import grouped
from tests.domain.looks.asking import WEEK, asked, looked_and_asked, office_asked, office_looked
from tests.domain.looks.poaching import opened_case, proposed_stop
from tests.factories.factors import enter
from tests.factories.officers import officer
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db
LIST = "/office/looks/"
LONGER = date(2027, 6, 1)
WORDS = {"words": "記録を調べました。必要な閲覧でした。"}


@pytest.fixture
def by() -> Actor:
    """The officer of the contact centre who has the case."""
    return officer(Duty.CONTACT, name="藤井 健").actor


@pytest.fixture
def desk(by: Actor) -> Client:
    return _client(by)


@pytest.fixture
def case(at: datetime) -> LookCase:
    """北斗架設 opened ten workers of 高田鉄筋."""
    return opened_case(at)


def text(client: Client, address: str = LIST) -> str:
    return client.get(address).content.decode()


def of(case: LookCase, act: str = "") -> str:
    return f"{LIST}cases/{case.key}/{act}"


def concluded(case: LookCase) -> str:
    """Which conclusion a page of the case shows."""
    verdict = shown(case).verdict
    return verdict.mark if verdict else ""


def said(client: Client, case: LookCase, act: str, **typed: str) -> str:
    sent = {f"{act}-{name}": value for name, value in typed.items()}
    return client.post(of(case, f"{act}/"), sent, follow=True).content.decode()


def test_empty_lists_say_so(desk: Client) -> None:
    assert "調べる案件はありません" in text(desk)
    assert "答えを待っている質問はありません" in text(desk)


def test_a_case_stands_in_the_list_without_any_worker(case: LookCase, desk: Client) -> None:
    numbers = Worker.objects.filter(pk__in=workers_of(case)).values_list("number", flat=True)
    for page in (text(desk), text(desk, of(case))):
        assert "北斗架設" in page
        assert "10人" in page
        assert "タカハシ イチロウ" not in page
        assert not [number for number in numbers if grouped(number) in page]


def test_reading_a_case_leaves_no_row_with_the_workers(case: LookCase, desk: Client) -> None:
    before = DisclosureTrace.objects.count()
    text(desk, of(case))
    assert DisclosureTrace.objects.count() == before


def test_the_workers_are_opened_with_a_reason_that_they_read(case: LookCase, desk: Client) -> None:
    page = desk.post(of(case), {"reason": "閲覧の調査のため"}).content.decode()
    assert page.count("タカハシ イチロウ") == 10
    rows = DisclosureTrace.objects.filter(actor_kind="operator", reason="閲覧の調査のため")
    assert set(rows.values_list("worker", flat=True)) == set(workers_of(case))


def test_without_a_reason_nobody_is_opened(case: LookCase, desk: Client) -> None:
    answer = desk.post(of(case), {"reason": " "})
    assert answer.status_code == 422
    assert "タカハシ イチロウ" not in answer.content.decode()


def test_an_officer_takes_asks_and_closes(case: LookCase, desk: Client) -> None:
    assert "この案件を担当します" in said(desk, case, "take")
    assert "会社に質問を送りました" in said(desk, case, "ask", words="どんな仕事のためでしたか。")
    assert "案件を終えました" in said(desk, case, "close", verdict="caution", words="求人には使えません。")
    assert "求人には使えません。" in text(desk, of(case))
    assert "注意" in text(desk)


def test_a_second_officer_confirms_a_stop(case: LookCase, desk: Client, at: datetime) -> None:
    said(desk, case, "take")
    page = said(desk, case, "close", verdict="stop", last_on="2026-12-20", words="引き抜きの準備でした。")
    assert "停止を提案しました" in page
    assert "ご自分の結論は、確認できません" in page
    assert "停止を確認する" not in page
    other = _client(officer(Duty.CONTACT).actor)
    assert "技能者の検索を止めました" in said(other, case, "confirm", of=concluded(case))
    assert str(stopped_until(case.company_id, on=at.date())) == "2026-12-20"


def test_an_old_page_confirms_no_other_stop_than_it_showed(by: Actor, at: datetime) -> None:
    case = proposed_stop(at, by)
    other, old = officer(Duty.CONTACT).actor, concluded(case)
    decline_stop(case=case, by=other, at=at)
    later = at + timedelta(minutes=5)
    close_case(case=case, verdict=Verdict.STOP, until_on=LONGER, words="1年止めます。", by=by, at=later)
    for typed in ({"confirm-of": old}, {}):
        answer = _client(other).post(of(case, "confirm/"), typed)
        assert answer.status_code == 422
    assert stopped_until(case.company_id, on=at.date()) is None


def test_the_officer_who_proposed_is_refused_behind_the_page(by: Actor, at: datetime) -> None:
    case = proposed_stop(at, by)
    answer = _client(by).post(of(case, "confirm/"), {"confirm-of": concluded(case)})
    assert (answer.status_code, "ご自分の結論には、答えられません" in answer.content.decode()) == (422, True)
    assert stopped_until(case.company_id, on=at.date()) is None


def test_a_second_officer_declines_a_stop(by: Actor, at: datetime) -> None:
    case = proposed_stop(at, by)
    other = _client(officer(Duty.CONTACT, name="三浦 翔").actor)
    assert "停止を認めませんでした" in said(other, case, "decline", of=concluded(case))
    assert "三浦 翔が認めませんでした" in text(other, of(case))


@pytest.mark.parametrize(
    "typed",
    [
        {"words": "よし。"},
        {"verdict": "x", "words": "よし。"},
        {"verdict": "fine", "words": ""},
        {"verdict": "stop", "words": "よし。"},
        {"verdict": "stop", "last_on": "2026-11-20", "words": "よし。"},
        {"verdict": "stop", "last_on": "9999-12-31", "words": "よし。"},
    ],
)
def test_a_conclusion_that_lacks_something_comes_back(
    typed: dict[str, str], case: LookCase, desk: Client
) -> None:
    said(desk, case, "take")
    sent = {f"close-{name}": value for name, value in typed.items()}
    assert desk.post(of(case, "close/"), sent).status_code == 422
    assert not case.verdicts.exists()


def test_a_case_of_another_officer_is_not_taken(case: LookCase, desk: Client, at: datetime) -> None:
    take_case(case=case, by=officer(Duty.CONTACT).actor, at=at)
    assert "この案件を担当する" not in text(desk, of(case))
    assert desk.post(of(case, "take/")).status_code == 422


@pytest.mark.parametrize("act", ["x", "take_case", "answer"])
def test_a_word_that_nobody_says_is_not_there(act: str, case: LookCase, desk: Client) -> None:
    assert desk.post(of(case, f"{act}/")).status_code == 404


def test_only_the_contact_centre_opens_the_pages(cast: Cast, case: LookCase, at: datetime) -> None:
    question = office_asked(cast, at)
    other = _client(officer(*(set(Duty) - {Duty.CONTACT})).actor)
    addresses = (LIST, of(case), f"{LIST}questions/{question.key}/")
    assert [other.get(address).status_code for address in addresses] == [403, 403, 403]
    assert other.post(of(case, "take/")).status_code == 403


def test_a_question_to_the_office_is_answered_for_good(cast: Cast, desk: Client, at: datetime) -> None:
    question = office_asked(cast, at)
    assert "ケンセツ ミライ" in text(desk)
    assert "技能者に知らせました" in desk.post(_of(question), WORDS, follow=True).content.decode()
    assert WORDS["words"] in text(desk, _of(question))
    assert desk.post(_of(question), WORDS).status_code == 422


def test_whoever_answers_reads_the_reason_that_the_officer_wrote(
    cast: Cast, desk: Client, at: datetime
) -> None:
    page = text(desk, _of(office_asked(cast, at)))
    assert "書かれた理由：「" in page
    assert "その会社も読みます" in page


def test_an_officer_asked_about_an_own_look_is_offered_no_answer(
    cast: Cast, by: Actor, desk: Client, at: datetime
) -> None:
    office_looked(cast, at, by)
    page = text(desk, _of(asked(cast, at, "office")))
    assert "別の係員が答えます" in page
    assert "<textarea" not in page


def test_a_question_that_the_company_left_unanswered_comes_to_the_office(
    cast: Cast, desk: Client, at: datetime
) -> None:
    question = looked_and_asked(cast, at - WEEK)
    assert "7日のうちに答えがありませんでした" in text(desk, _of(question))


def test_a_question_that_waits_for_the_company_is_not_there(cast: Cast, desk: Client, at: datetime) -> None:
    question = looked_and_asked(cast, at)
    assert [desk.get(_of(question)).status_code, desk.post(_of(question)).status_code] == [404, 404]


def test_the_worker_reads_that_the_office_read_the_question(cast: Cast, desk: Client, at: datetime) -> None:
    question = looked_and_asked(cast, at - WEEK)
    text(desk, _of(question))
    reasons = DisclosureTrace.objects.filter(actor_kind="operator").values_list("reason", flat=True)
    assert list(reasons) == ["2026年11月13日の閲覧についての、ご本人の質問に答えるため"]


def test_the_home_page_counts_cases_and_questions(
    cast: Cast, case: LookCase, desk: Client, at: datetime
) -> None:
    office_asked(cast, at)
    home = text(desk, "/office/")
    assert 'いつもと違う閲覧の案件が<b class="num">1件</b>' in home
    assert '質問が<b class="num">1件</b>' in home
    assert "閲覧の見守り" not in text(_client(officer(Duty.REVIEW).actor), "/office/")


def _of(question: LookQuestion) -> str:
    return f"{LIST}questions/{question.key}/"


def _client(by: Actor) -> Client:
    return enter(Client(), Officer.objects.get(pk=by.id).account)
