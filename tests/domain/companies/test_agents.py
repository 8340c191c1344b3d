"""登録行政書士 (PROXY-02): marked by the office, ended at once."""

from datetime import date, datetime, timedelta

import pytest

from ccus.domain.accounts.terms import Duty
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.companies.actions.agents import AgentAlready, AgentNumberWrong, end_agent, mark_agent
from ccus.domain.companies.agents import agents, is_agent
from ccus.domain.companies.models import AgentLicence, Company
from ccus.foundation.superseding import AlreadyChanged
from tests.factories.companies import company
from tests.factories.officers import officer
from tests.factories.personas import firm

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def marked(of: Company, at: datetime, number: str = "12345678", from_on: date = TODAY) -> AgentLicence:
    by = officer(Duty.REVIEW).actor
    return mark_agent(company=of, number=number, from_on=from_on, by=by, at=at)


def test_a_marked_company_is_an_agent_from_its_first_day(at: datetime) -> None:
    office = company(name="見本行政書士事務所")
    marked(office, at)
    assert [is_agent(office.pk, on=day) for day in (TODAY - timedelta(days=1), TODAY)] == [False, True]
    assert [each.name for each in agents(on=TODAY)] == ["見本行政書士事務所"]


def test_an_ended_agent_is_none_from_that_moment(at: datetime) -> None:
    office = company()
    licence = marked(office, at, from_on=date(2026, 4, 1))
    end_agent(licence=licence, by=officer(Duty.REVIEW).actor, at=at)
    assert (is_agent(office.pk, on=TODAY), is_agent(office.pk, on=date(2026, 11, 1))) == (False, True)
    with pytest.raises(AlreadyChanged):
        end_agent(licence=licence, by=officer(Duty.REVIEW).actor, at=at)


def test_a_company_is_marked_once_on_any_day(at: datetime) -> None:
    office = company()
    marked(office, at)
    with pytest.raises(AgentAlready):
        marked(office, at)


@pytest.mark.parametrize("number", ["", "1234567", "123456789", "１２３４５６７８", "ABCDEFGH"])
def test_a_number_that_no_agent_has_is_refused(number: str, at: datetime) -> None:
    with pytest.raises(AgentNumberWrong, match="8けた"):
        marked(company(), at, number)


def test_nobody_but_the_review_of_the_office_marks_an_agent(at: datetime) -> None:
    office = company()
    for by in (firm(office), officer(Duty.CONTACT).actor):
        with pytest.raises(NotAllowed):
            mark_agent(company=office, number="12345678", from_on=TODAY, by=by, at=at)
