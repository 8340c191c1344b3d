"""就業履歴 › 経歴の図と証明: PROOF-01, PROOF-03, PROOF-09."""

from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from ccus.domain.certificates.models import CareerCertificate
from ccus.domain.work_history.terms import State
from tests.documents.papers import pages
from tests.portals.worker import cast
from tests.sealed import get_file

pytestmark = pytest.mark.django_db
CAREER = "/worker/career/"
CERTIFICATES = "/worker/career/certificates/"
WEDNESDAY, THURSDAY = date(2026, 11, 18), date(2026, 11, 19)


@pytest.fixture
def mirai() -> cast.Person:
    """建設 未来 worked on Thursday as 鉄筋工; Wednesday waits for the prime's approval."""
    person, site = cast.settled(), cast.site()
    cast.worked(person, site, THURSDAY, line=cast.on_roster(person, site))
    cast.worked(person, site, WEDNESDAY, State.AWAITING_APPROVAL)
    return person


def issued(browser: Client, **typed: str) -> CareerCertificate:
    assert browser.post(CERTIFICATES, typed).status_code == 302
    return CareerCertificate.objects.latest("pk")


def test_the_page_draws_the_days_and_says_their_sums_in_words(mirai: cast.Person) -> None:
    page = cast.words(cast.signed_in(mirai).get(CAREER))
    for told in ('role="img"', "2026年　就業 1日 正式 1日", "鉄筋工", "職長", "「承認待ち」と「否認」の日は"):
        assert told in page


def test_a_new_worker_reads_that_there_is_nothing_to_draw_yet() -> None:
    page = cast.words(cast.signed_in(cast.settled()).get(CAREER))
    assert "まだ、図にする日がありません" in page
    assert "history.csv" not in page


@pytest.mark.parametrize("ending", ["svg", "pdf"])
def test_the_picture_comes_as_a_file_of_its_own(mirai: cast.Person, ending: str) -> None:
    answer = get_file(cast.signed_in(mirai), f"{CAREER}career.{ending}")
    assert f'filename="ccus-career-20261120.{ending}"' in answer.headers["Content-Disposition"]
    shown = pages(answer.content)[0] if ending == "pdf" else cast.words(answer)
    assert "建設 未来" in shown


def test_the_list_holds_every_day_that_the_worker_sees_with_its_state(mirai: cast.Person) -> None:
    head, waiting, official = cast.words(get_file(cast.signed_in(mirai), f"{CAREER}history.csv")).splitlines()
    assert head.startswith("\ufeff就業日,現場ID,現場名")
    assert waiting.startswith("2026-11-18")
    assert waiting.endswith("承認待ち,,カード")
    assert ",鉄筋工,職長,配筋,7:42,17:10,正式,○,カード" in official


def test_the_list_is_an_excel_file_whose_days_are_days(mirai: cast.Person) -> None:
    answer = get_file(cast.signed_in(mirai), f"{CAREER}history.xlsx")
    page = load_workbook(BytesIO(answer.content)).worksheets[0]
    assert [page.max_row, page["A3"].is_date, page["C3"].value] == [3, True, "虎ノ門四丁目計画 新築工事"]


def test_a_worker_issues_a_certificate_and_opens_it_with_its_code(mirai: cast.Person) -> None:
    browser = cast.signed_in(mirai)
    made = issued(browser, with_sites="on")
    paper = "".join(
        "".join(pages(get_file(browser, f"{CERTIFICATES}{made.key}/certificate.pdf").content)).split()
    )
    for told in ("就業履歴証明", "建設未来", "正式の日数1日", "虎ノ門四丁目計画", "/check/"):
        assert told in paper


def test_a_certificate_of_a_period_stands_in_the_list(mirai: cast.Person) -> None:
    browser = cast.signed_in(mirai)
    issued(browser, from_on="2026年11月1日", until_on="2026/11/19")
    assert "2026年11月1日から2026年11月19日まで" in cast.words(browser.get(CERTIFICATES))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"from_on": "2026-11-01"}, "終わりの日が空いています"),
        ({"until_on": "2026-11-19"}, "はじめの日が空いています"),
        ({"from_on": "2026-11-19", "until_on": "2026-11-01"}, "開始日（2026年11月19日）より前です"),
        ({"from_on": "2026-11-01", "until_on": "2026-11-20"}, "まだ終わっていない日です"),
        ({"from_on": "2020-11-01", "until_on": "2020-11-20"}, "証明できる就業履歴がありません"),
        ({"from_on": "きのう"}, "きのう"),
    ],
)
def test_a_period_that_cannot_be_is_said_with_what_is_wrong(
    mirai: cast.Person, typed: dict[str, str], said: str
) -> None:
    answer = cast.signed_in(mirai).post(CERTIFICATES, typed)
    assert (answer.status_code, said in cast.words(answer)) == (422, True)


def test_a_certificate_that_was_taken_back_opens_no_more(mirai: cast.Person) -> None:
    browser = cast.signed_in(mirai)
    made = issued(browser)
    assert browser.post(f"{CERTIFICATES}{made.key}/revocation/").status_code == 302
    assert "取り消した日" in cast.words(browser.get(CERTIFICATES))
    assert get_file(browser, f"{CERTIFICATES}{made.key}/certificate.pdf").status_code == 404
    assert browser.post(f"{CERTIFICATES}{made.key}/revocation/").status_code == 422


def test_nobody_opens_or_takes_back_the_certificate_of_somebody_else(mirai: cast.Person) -> None:
    made = issued(cast.signed_in(mirai))
    stranger = cast.signed_in(cast.settled("髙橋 一郎", "タカハシ イチロウ"))
    assert get_file(stranger, f"{CERTIFICATES}{made.key}/certificate.pdf").status_code == 404
    assert stranger.post(f"{CERTIFICATES}{made.key}/revocation/").status_code == 404
