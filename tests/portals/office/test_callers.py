"""電話の相手のカード: CARD-20, CARD-22, CARD-24, guide G20-5."""

import pytest
from django.test import Client

from ccus.domain.accounts.terms import Duty
from ccus.domain.applications.models import Application, Enquiry
from ccus.domain.applications.terms import State
from ccus.domain.cards.models import CardLoss
from ccus.domain.workers.models import Worker
from tests.factories import applications as made
from tests.factories import officers
from tests.portals.filing import desk as filing
from tests.portals.worker.cast import words

pytestmark = pytest.mark.django_db
ASKED = {"confirmed": "called_back", "reason": "damaged", "place": "contact"}


@pytest.fixture
def worker(db: None) -> Worker:
    return made.worker_with_card()


@pytest.fixture
def page(desk: Client, worker: Worker) -> str:
    """The card of the caller, as the search leads to it."""
    sent = {"reason": "card", "note": "", "number": worker.number, "to": "card"}
    address: str = desk.post("/office/enquiries/opening/", sent).headers["Location"]
    return address


def test_the_search_leads_to_the_card_of_the_caller(desk: Client, page: str) -> None:
    assert page == f"/office/enquiries/{Enquiry.objects.get().pk}/card/"
    assert "紛失を受け付けて止める" in words(desk.get(page))


def test_one_press_stops_the_card_of_a_caller(desk: Client, page: str) -> None:
    assert "カードを止めました" in words(desk.post(f"{page}1/loss/", follow=True))
    assert CardLoss.objects.count() == 1


def test_a_finding_is_taken_only_once_it_is_known_who_calls(desk: Client, page: str) -> None:
    desk.post(f"{page}1/loss/")
    answer = desk.post(f"{page}1/finding/")
    assert (answer.status_code, "本人の確かめ方が選ばれていません" in words(answer)) == (422, True)
    desk.post(f"{page}1/finding/", {"f-confirmed": "called_back"})
    assert CardLoss.objects.get().found_at is not None


def test_the_reissue_for_a_caller_gives_a_number_to_say_on_the_telephone(desk: Client, page: str) -> None:
    told = words(desk.post(f"{page}reissue/", ASKED, follow=True))
    case = Application.objects.get()
    assert (case.state, case.number in told) == (State.FEE_DUE, True)


def test_a_reissue_under_way_stands_on_the_page_in_place_of_the_form(desk: Client, page: str) -> None:
    desk.post(f"{page}reissue/", ASKED)
    read, case = words(desk.get(page)), Application.objects.get()
    assert "再発行の申請が進んでいます" in read
    assert (case.number in read, "1,000円" in read, "くわしい事情" in read) == (True, True, False)


def test_the_worker_reads_in_the_application_who_filed_it_and_how_he_was_known(
    desk: Client, page: str, worker: Worker
) -> None:
    desk.post(f"{page}reissue/", ASKED)
    case = Application.objects.get()
    read = filing.of_filer(case).get(filing.filed_at(case))
    assert "電話で受け付けました（登録された電話番号にかけ直した）" in read
    assert "（運営主体）" in read


@pytest.mark.parametrize("missing", ["confirmed", "reason", "place"])
def test_what_is_missing_is_said_and_nothing_is_filed(desk: Client, page: str, missing: str) -> None:
    answer = desk.post(f"{page}reissue/", ASKED | {missing: ""})
    assert (answer.status_code, "選ばれていません" in words(answer)) == (422, True)
    assert not Application.objects.exists()


def test_a_defect_that_is_claimed_too_late_keeps_what_was_typed(desk: Client, page: str) -> None:
    answer = desk.post(f"{page}reissue/", ASKED | {"is_defect": "1", "note": "磁気が弱い"})
    assert (answer.status_code, "60日が過ぎた" in words(answer)) == (422, True)
    assert "磁気が弱い" in words(answer)


def test_a_postcode_fills_in_its_town(desk: Client, page: str) -> None:
    sent = ASKED | {"place": "other", "postcode": "100-0001", "act": "address:postcode"}
    assert "千代田区千代田" in words(desk.post(f"{page}reissue/", sent))
    assert not Application.objects.exists()


def test_the_page_of_a_colleague_or_of_another_duty_is_closed(page: str) -> None:
    assert officers.client_of(officers.officer(Duty.CONTACT)).get(page).status_code == 404
    assert officers.client_of(officers.officer(Duty.REVIEW)).get(page).status_code == 403
    assert officers.client_of(officers.officer(Duty.CONTACT)).post(f"{page}1/loss/").status_code == 404
