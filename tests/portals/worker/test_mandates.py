"""代行の委任, on the worker's side (PROXY-01, PROXY-03, PROXY-04)."""

from datetime import datetime

import pytest
from django.test import Client

from ccus.domain.applications.actions.drafts import open_application
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.proxies.actions.asks import ask_for_mandate
from ccus.domain.proxies.models import MandateAsk
from ccus.domain.workers.models import Mandate
from tests.factories import mandates
from tests.factories.personas import Cast, firm
from tests.factories.seats import seat

pytestmark = pytest.mark.django_db
PAGE, NEW = "/worker/mandates/", "/worker/mandates/new/"


def text(client: Client, address: str, **sent: object) -> str:
    response = client.post(address, sent, follow=True) if sent else client.get(address)
    return str(response.content.decode())


def test_without_a_mandate_the_page_says_that_none_is_needed(me: Client) -> None:
    page = text(me, PAGE)
    assert "委任している相手はいません" in page
    assert "パスワードは、だれにも教えないでください" in page


def test_only_employer_upper_firms_and_an_agent_can_be_chosen(me: Client, cast: Cast) -> None:
    page = text(me, NEW)
    for name in (
        "高橋鉄筋（所属事業者）",
        "鈴木工務店（現場の元請・上位の事業者）",
        "佐藤建設（",
        "登録行政書士",
    ):
        assert name in page
    assert cast.stranger.name not in page


def test_a_worker_entrusts_an_agent_by_its_id(me: Client, cast: Cast) -> None:
    agent = mandates.agent()
    said = text(me, NEW, company="agent", agent=agent.number, from_on="2026-11-20", last_on="2026-12-31")
    assert "見本行政書士事務所に、申請の代行を委任しました" in said
    assert "2026年11月20日から2026年12月31日まで" in said
    assert Mandate.objects.get().company == agent


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"company": "agent", "from_on": "2026-11-20"}, "事業者IDが入力されていません"),
        ({"company": "agent", "agent": "12345678901222", "from_on": "2026-11-20"}, "登録されていません"),
        ({"company": "takahashi", "from_on": "2026-11-19"}, "今日（2026年11月20日）より前"),
        ({"company": "takahashi", "from_on": "2026-11-20", "last_on": "2027-11-20"}, "1年をこえています"),
        ({"company": "stranger", "from_on": "2026-11-20"}, "まかせる会社"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(
    sent: dict[str, str], sentence: str, me: Client, cast: Cast
) -> None:
    named = {"takahashi": cast.takahashi.number, "stranger": cast.stranger.number}
    answer = me.post(NEW, sent | {"company": named.get(sent["company"], sent["company"])})
    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert not Mandate.objects.exists()


def test_a_firm_that_is_no_agent_cannot_be_named_as_one(me: Client, cast: Cast) -> None:
    said = text(me, NEW, company="agent", agent=cast.stranger.number, from_on="2026-11-20")
    assert "他社には、委任できません" in said


def test_a_worker_ends_a_mandate_with_one_press(me: Client, cast: Cast) -> None:
    mandates.mandate(cast.mirai, cast.takahashi)
    assert "高橋鉄筋への委任を終えました" in text(me, f"{PAGE}{cast.takahashi.number}/end/", go="1")
    assert "終わった委任" in text(me, PAGE)
    assert me.post(f"{PAGE}{cast.takahashi.number}/end/").status_code == 404


def test_a_worker_reads_everything_that_was_done_also_after_the_end(
    me: Client, cast: Cast, at: datetime
) -> None:
    mandates.mandate(cast.mirai, cast.takahashi)
    by = seat(cast.takahashi).actor
    case = open_application(kind=ApplicationKind.CHANGE, worker=cast.mirai.pk, by=by, at=at)
    text(me, f"{PAGE}{cast.takahashi.number}/end/", go="1")
    page = text(me, PAGE)
    assert "高橋鉄筋が、申請を始めました" in page
    assert case.number in page


def test_a_question_is_answered_with_yes_by_the_form(me: Client, cast: Cast, at: datetime) -> None:
    ask_for_mandate(company=cast.suzuki, number=cast.mirai.number, by=firm(cast.suzuki), at=at)
    assert f"{NEW}?company={cast.suzuki.number}" in text(me, PAGE)
    text(me, NEW, company=cast.suzuki.number, from_on="2026-11-20")
    assert "お願いしています" not in text(me, PAGE)


def test_a_question_is_answered_with_no(me: Client, cast: Cast, at: datetime) -> None:
    ask_for_mandate(company=cast.suzuki, number=cast.mirai.number, by=firm(cast.suzuki), at=at)
    assert "お願いを断りました" in text(me, f"{PAGE}{cast.suzuki.number}/decline/", go="1")
    assert MandateAsk.objects.get().is_given is False
    assert me.post(f"{PAGE}{cast.suzuki.number}/decline/").status_code == 404
