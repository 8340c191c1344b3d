"""代行申請, on the company's side (PROXY-04, PROXY-08)."""

from datetime import datetime

import pytest
from django.test import Client

from ccus.domain.applications.actions.drafts import open_application
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.companies.terms import Role
from ccus.domain.proxies.models import MandateAsk
from ccus.domain.workers.models import Mandate
from ccus.foundation.identifiers import grouped
from tests.factories import mandates
from tests.factories.personas import Cast
from tests.factories.seats import client_of, seat

pytestmark = pytest.mark.django_db
PAGE = "/company/clients/"


@pytest.fixture
def clerk(cast: Cast) -> Client:
    """代行登録担当者 of 高橋鉄筋."""
    return client_of(seat(cast.takahashi, Role.PROXY_CLERK))


def text(client: Client, address: str = PAGE, **sent: object) -> str:
    response = client.post(address, sent, follow=True) if sent else client.get(address)
    return str(response.content.decode())


def test_without_clients_the_page_says_how_to_get_them(clerk: Client) -> None:
    page = text(clerk)
    assert "委任した方はいません" in page
    assert "本人のパスワードは、聞かないでください" in page


def test_an_own_client_is_shown_by_name_and_leads_to_the_applications(clerk: Client, cast: Cast) -> None:
    mandates.mandate(cast.mirai, cast.takahashi)
    page = text(clerk)
    assert "建設 未来" in page
    assert f"/filing/for/{cast.mirai.number}/" in page


@pytest.mark.parametrize("query", ["", "?number=12345678901234"])
def test_a_client_of_another_company_is_shown_nowhere(query: str, clerk: Client, cast: Cast) -> None:
    mandates.mandate(cast.mirai, cast.suzuki)
    page = text(clerk, PAGE + query)
    assert "建設 未来" not in page
    assert "/filing/for/" not in page


def test_what_waits_stands_above_with_the_name_of_the_client(clerk: Client, cast: Cast, at: datetime) -> None:
    mandates.mandate(cast.mirai, cast.takahashi)
    by = seat(cast.takahashi, Role.PROXY_CLERK).actor
    case = open_application(kind=ApplicationKind.CHANGE, worker=cast.mirai.pk, by=by, at=at)
    page = text(clerk)
    assert page.index(case.number) < page.index("委任した方")
    assert "建設 未来：登録内容の変更" in page


@pytest.mark.parametrize("number", ["12345678901234", "99999999999921"])
def test_the_answer_to_a_wrong_id_is_the_answer_to_a_right_one(number: str, clerk: Client) -> None:
    page = text(clerk, number=number)
    assert (
        f"技能者ID {grouped(number)} の方に、お願いを送りました。番号が正しければ、本人に届きます。" in page
    )
    assert "答えを待っています" in page
    assert MandateAsk.objects.count() == 1


def test_a_second_question_is_refused_at_its_field(clerk: Client, cast: Cast) -> None:
    text(clerk, number=cast.mirai.number)
    answer = clerk.post(PAGE, {"number": cast.mirai.number})
    assert (answer.status_code, "もうお願いしています" in answer.content.decode()) == (422, True)


def test_the_company_gives_a_mandate_back(clerk: Client, cast: Cast) -> None:
    mandates.mandate(cast.mirai, cast.takahashi)
    assert "この方の代行をやめますか" in text(clerk, f"{PAGE}{cast.mirai.number}/end/")
    assert "代行をやめました" in text(clerk, f"{PAGE}{cast.mirai.number}/end/", go="1")
    assert not Mandate.objects.filter(superseded_at=None, valid_until__gt="2026-11-20").exists()


def test_nobody_gives_back_the_mandate_of_another(clerk: Client, cast: Cast) -> None:
    mandates.mandate(cast.mirai, cast.suzuki)
    assert clerk.post(f"{PAGE}{cast.mirai.number}/end/").status_code == 404


def test_a_role_without_the_power_finds_no_such_page(cast: Cast) -> None:
    assert client_of(seat(cast.takahashi, Role.SITE_MANAGER)).get(PAGE).status_code == 403


def test_who_only_files_for_others_is_led_from_the_filing_to_the_clients(clerk: Client) -> None:
    assert clerk.get("/filing/")["Location"] == PAGE
