"""登録行政書士, marked by the office (PROXY-02)."""

from django.test import Client

from ccus.domain.companies.agents import is_agent
from ccus.foundation import clock
from tests.factories.companies import company

PAGE = "/office/agents/"


def test_the_office_marks_an_agent_and_ends_it(desk: Client) -> None:
    office = company(name="見本行政書士事務所")
    sent = {"company": office.number, "number": "12345678", "from_on": "2026-11-20"}
    page = desk.post(PAGE, sent, follow=True).content.decode()
    assert "見本行政書士事務所を、登録行政書士にしました" in page
    assert is_agent(office.pk, on=clock.today())
    licence = office.agent_licences.get()
    assert "終えました" in desk.post(f"{PAGE}{licence.pk}/end/", follow=True).content.decode()
    assert not is_agent(office.pk, on=clock.today())


def test_ending_an_agent_says_first_what_ends_with_it(desk: Client) -> None:
    sent = {"company": company().number, "number": "12345678", "from_on": "2026-11-20"}
    page = desk.post(PAGE, sent, follow=True).content.decode()
    assert "すぐにできなくなります" in page.partition("<details")[2].partition("登録を終える")[0]


def test_an_unknown_company_is_refused_at_its_field(desk: Client) -> None:
    sent = {"company": "12345678901222", "number": "12345678", "from_on": "2026-11-20"}
    answer = desk.post(PAGE, sent)
    assert (answer.status_code, "登録されていません" in answer.content.decode()) == (422, True)


def test_what_does_not_stand_is_ended_by_nobody(desk: Client) -> None:
    assert desk.post(f"{PAGE}999/end/").status_code == 404


def test_without_agents_the_list_says_so(desk: Client) -> None:
    assert "登録行政書士はいません" in desk.get(PAGE).content.decode()
