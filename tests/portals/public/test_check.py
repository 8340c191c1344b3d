"""証明書を確かめる: PROOF-05 to PROOF-08."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client

from ccus.domain.accounts.rules import LIMITS
from ccus.domain.accounts.terms import Counted
from ccus.domain.certificates.actions import issue_certificate, revoke_certificate
from ccus.domain.certificates.codes import code_for
from ccus.domain.certificates.models import CareerCertificate
from ccus.domain.certificates.rules import code_of, grouped
from ccus.domain.work_history.models import WorkRecord
from ccus.domain.work_history.terms import State
from ccus.foundation import clock as now_of
from tests.factories.personas import Cast, person
from tests.factories.records import record

pytestmark = pytest.mark.django_db
NOBODYS = "この確認コードの証明書は、見つかりません"


@pytest.fixture
def certificate(cast: Cast) -> CareerCertificate:
    """建設 未来 had one day certified."""
    record(cast.mirai, cast.site, date(2026, 11, 19))
    me = person(cast.mirai)
    return issue_certificate(worker=cast.mirai, period=None, with_sites=True, by=me, at=now_of.now())


def page_of(code: str) -> str:
    return Client().get(f"/check/{code}/").content.decode()


def test_a_code_as_it_is_printed_leads_to_what_was_certified(certificate: CareerCertificate) -> None:
    typed = grouped(code_for(certificate.key)).lower()
    page = Client().post("/check/", {"code": typed}, follow=True).content.decode()
    for told in (
        "今の登録と同じです",
        "ケンセツ ミライ",
        "2026年11月19日～2026年11月19日",
        "未来タワー新築工事",
    ):
        assert told in page


def test_the_page_says_nothing_that_the_certificate_does_not(certificate: CareerCertificate) -> None:
    page = page_of(code_for(certificate.key))
    for kept in ("建設 未来", "1989", "高橋鉄筋", "佐藤建設", "7:42"):
        assert kept not in page


def test_days_that_changed_since_are_said_beside_what_was_certified(
    cast: Cast, certificate: CareerCertificate
) -> None:
    WorkRecord.objects.filter(worker=cast.mirai.pk).update(state=State.UNLINKED)
    page = page_of(code_for(certificate.key))
    assert "発行のあと、登録が変わりました" in page
    assert "正式の日数" in page


def test_a_code_that_was_mistyped_is_said_at_its_field() -> None:
    answer = Client().post("/check/", {"code": "12345"})
    assert (answer.status_code, "入力は5文字でした" in answer.content.decode()) == (422, True)


def test_codes_of_nobody_all_get_the_same_answer() -> None:
    answers = [Client().get(f"/check/{code_of(bytes([n]) * 32)}/") for n in (1, 2)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert all(NOBODYS in answer.content.decode() for answer in answers)


def test_whoever_guesses_codes_waits_for_an_hour(clock: time_machine.Traveller) -> None:
    code = code_of(bytes([7]) * 32)
    for _ in range(LIMITS[Counted.CHECKED_CODE].tries):
        Client().get(f"/check/{code}/")
    answer = Client().get(f"/check/{code}/")
    assert (answer.status_code, int(answer.headers["Retry-After"]) > 0) == (429, True)
    clock.shift(timedelta(hours=1))
    assert Client().get(f"/check/{code}/").status_code == 404


def test_whoever_has_the_paper_may_look_as_often_as_needed(certificate: CareerCertificate) -> None:
    code = code_for(certificate.key)
    looks = {Client().get(f"/check/{code}/").status_code for _ in range(70)}
    assert looks == {200}


def test_a_certificate_that_was_taken_back_shows_its_day_and_no_sums(
    cast: Cast, certificate: CareerCertificate
) -> None:
    revoke_certificate(worker=cast.mirai, key=certificate.key, by=person(cast.mirai), at=now_of.now())
    page = page_of(code_for(certificate.key))
    assert "この証明書は、取り消されています" in page
    assert "ケンセツ" not in page


def test_a_certificate_that_ran_out_says_so(
    certificate: CareerCertificate, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(days=366))
    assert "この証明書は、有効期限が切れています" in page_of(code_for(certificate.key))


def test_the_page_is_kept_by_no_cache_and_found_by_no_search(certificate: CareerCertificate) -> None:
    headers = Client().get(f"/check/{code_for(certificate.key)}/").headers
    assert "no-store" in headers["Cache-Control"]
    assert headers["X-Robots-Tag"] == "noindex"
