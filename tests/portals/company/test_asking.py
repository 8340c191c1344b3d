"""お問い合わせ in the companies' portal: for every account, each its own (DESK-02, DESK-07, DESK-12)."""

from datetime import datetime

import pytest

from ccus.domain.companies.terms import Role
from ccus.domain.desk.models import DeskCase
from tests.domain.desk.asking import called, centre
from tests.factories.personas import Cast
from tests.factories.seats import client_of, seat

pytestmark = pytest.mark.django_db
LIST = "/company/asking/"
WORDS = {"words": "利用料の計算が分かりません。"}


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.TIER}))
def test_an_account_asks_and_reads_the_own_case_whatever_its_role(role: Role, cast: Cast) -> None:
    client = client_of(seat(cast.takahashi, role))
    page = client.post(f"{LIST}about/fees/", WORDS, follow=True).content.decode()
    assert "利用料の計算が分かりません。" in page
    assert DeskCase.objects.get().number in client.get(LIST).content.decode()


def test_the_case_of_a_colleague_is_not_found(cast: Cast) -> None:
    client_of(seat(cast.takahashi, Role.SITE_VIEWER)).post(f"{LIST}about/fees/", WORDS)
    chief = client_of(seat(cast.takahashi))
    assert chief.get(f"{LIST}{DeskCase.objects.get().key}/").status_code == 404


def test_what_the_company_telephoned_is_read_by_its_chief(cast: Cast, at: datetime) -> None:
    case = called(at, centre(), company=cast.takahashi.number)
    page = client_of(seat(cast.takahashi)).get(f"{LIST}{case.key}/").content.decode()
    assert "電話かメールで聞いたこと" in page


def test_a_company_is_offered_the_screens_of_its_own_portal(cast: Cast) -> None:
    page = client_of(seat(cast.takahashi)).get(f"{LIST}about/sites/").content.decode()
    assert "施工体制の要請が届きました" in page
    assert 'href="/company/structure/"' in page


def test_nobody_of_a_company_asks_about_a_day_of_a_worker(cast: Cast) -> None:
    client = client_of(seat(cast.takahashi))
    assert client.get("/worker/asking/day/2026-11-19/").status_code == 403
    assert client.get(f"{LIST}about/days/").status_code == 404
