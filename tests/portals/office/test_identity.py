"""本人確認: the office's page of requests for a new password (RESET-07, RESET-10)."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.disclosure.models import DisclosureTrace
from ccus.domain.evidence.terms import Purpose
from ccus.domain.recovery import rules
from ccus.domain.recovery.actions.requests import stop_request
from ccus.domain.recovery.models import ResetRequest
from ccus.domain.workers.actions.registered import enter_fact
from ccus.foundation import clock as now_of
from tests.domain.recovery.people import forgetful, opened
from tests.factories import officers
from tests.portals.office.second import second_page
from tests.portals.worker.registered import image as picture

pytestmark = pytest.mark.django_db
LIST = "/office/identity/"


def words(client: Client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.fixture
def desk() -> Client:
    return officers.client_of(officers.officer(Duty.IDENTITY))


def test_a_request_is_confirmable_after_its_day_and_says_so(
    desk: Client, clock: time_machine.Traveller
) -> None:
    address = f"{LIST}{opened(forgetful()).request.key}/"
    assert "24時間を待っています" in words(desk, LIST)
    assert "11月21日 12:00から" in words(desk, LIST).replace("（土）", "")
    assert "本人の言う受付番号" not in words(desk, address)
    clock.shift(rules.WAIT)
    next_day = officers.client_of(officers.officer(Duty.IDENTITY))
    assert "確かめられます" in words(next_day, LIST)
    assert "本人の言う受付番号" in words(next_day, address)


def test_the_page_never_shows_the_number_that_the_caller_has_to_say(clock: time_machine.Traveller) -> None:
    done = opened(forgetful())
    clock.shift(rules.WAIT)
    next_day = officers.client_of(officers.officer(Duty.IDENTITY))
    page = words(next_day, LIST) + words(next_day, f"{LIST}{done.request.key}/")
    assert "本人の言う受付番号" in page
    assert done.request.ticket not in page


def test_after_the_confirmation_the_page_says_until_when_the_worker_may_choose(
    clock: time_machine.Traveller,
) -> None:
    done = opened(forgetful())
    clock.shift(rules.WAIT)
    desk = officers.client_of(officers.officer(Duty.IDENTITY))
    said = {"ticket": done.request.ticket, "means": "telephone", "words": "電話で聞いた。"}
    desk.post(f"{LIST}{done.request.key}/", said)
    assert "別の係員の確認を待っています" in words(desk, f"{LIST}{done.request.key}/")
    assert done.request.ticket not in second_page(officers.officer(Duty.IDENTITY))
    officers.confirmed_by_another(Duty.IDENTITY)
    assert "2026年11月28日 12:00</span>まで" in words(desk, f"{LIST}{done.request.key}/")


def test_a_wrong_number_is_refused_with_what_to_do(clock: time_machine.Traveller) -> None:
    done = opened(forgetful())
    clock.shift(rules.WAIT)
    desk = officers.client_of(officers.officer(Duty.IDENTITY))
    said = {"ticket": "0000000001", "means": "telephone", "words": "電話で聞いた。"}
    answer = desk.post(f"{LIST}{done.request.key}/", said)
    assert answer.status_code == 422
    assert "ほかの人の申し込みです" in answer.content.decode()


def test_stopped_requests_are_seen_as_what_they_are(desk: Client) -> None:
    done = opened(forgetful())
    stop_request(request=done.request, by=SYSTEM, at=now_of.now())
    assert "本人が止めた" in words(desk, LIST)


def test_an_officer_stops_a_request_whose_caller_is_not_the_worker(desk: Client) -> None:
    done = opened(forgetful())
    desk.post(f"{LIST}{done.request.key}/stopping/")
    assert ResetRequest.objects.get(pk=done.request.pk).ending == "refused"


def test_the_home_page_counts_requests_that_may_be_confirmed(
    desk: Client, clock: time_machine.Traveller
) -> None:
    opened(forgetful())
    assert '24時間を待っているものが<b class="num">1件</b>' in words(desk, "/office/")
    clock.shift(rules.WAIT)
    next_day = officers.client_of(officers.officer(Duty.IDENTITY))
    assert '本人に確かめられる申し込みが<b class="num">1件</b>' in words(next_day, "/office/")


def test_stopping_for_good_is_asked_about_first(desk: Client) -> None:
    page = words(desk, f"{LIST}{opened(forgetful()).request.key}/")
    assert "元に戻せません" in page.partition("<details")[2].partition("申し込みを止める")[0]


def test_pictures_that_prove_nothing_on_the_telephone_have_no_empty_panel(desk: Client) -> None:
    worker = forgetful()
    image = {"image": str(picture(Purpose.PORTRAIT))}
    enter_fact(worker=worker, key="photo", values=image, by=SYSTEM, at=now_of.now())
    page = words(desk, f"{LIST}{opened(worker).request.key}/")
    assert "<h2" in page
    assert ">顔写真</h2>" not in page


def test_looking_at_a_request_leaves_a_trace_that_the_worker_reads(desk: Client) -> None:
    worker = forgetful()
    words(desk, f"{LIST}{opened(worker).request.key}/")
    assert DisclosureTrace.objects.filter(worker=worker, purpose="identity").count() == 1


def test_officers_without_the_duty_find_no_page() -> None:
    other = officers.client_of(officers.officer(Duty.CONTACT))
    done = opened(forgetful())
    assert other.get(LIST).status_code == 403
    assert other.post(f"{LIST}{done.request.key}/stopping/").status_code == 403


def test_a_request_that_was_opened_wrongly_has_no_page(desk: Client) -> None:
    done = opened(forgetful(), proof="0" * 64)
    assert desk.get(f"{LIST}{done.request.key}/").status_code == 404
    assert "開いている申し込みはありません" in words(desk, LIST)


def test_a_request_that_ended_long_ago_shows_nobody_any_more(clock: time_machine.Traveller) -> None:
    done = opened(forgetful())
    stop_request(request=done.request, by=SYSTEM, at=now_of.now())
    clock.shift(timedelta(days=31))
    desk = officers.client_of(officers.officer(Duty.IDENTITY))
    assert desk.get(f"{LIST}{done.request.key}/").status_code == 404
