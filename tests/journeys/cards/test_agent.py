"""代行: a whole filing by a licensed agent, without any login of the client (PROXY-05, PROXY-06)."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from ccus.domain.accounts.models import User
from ccus.domain.companies.terms import Role
from ccus.foundation import clock
from tests.factories import mandates
from tests.factories.seats import client_of, seat
from tests.journeys.cards.people import at_the_portal, holder
from tests.journeys.filing.papers import HOME
from tests.journeys.filing.people import Town

pytestmark = pytest.mark.journey


def test_the_agent_files_and_the_client_reads_who_did(town: Town) -> None:
    worker, agent, today = holder(), mandates.agent(), clock.today()
    since, until = today - timedelta(days=9), today + timedelta(days=99)
    mandates.mandate(worker, agent, valid_from=since, valid_until=until)
    clerk = town.filer().has_signed_in(client_of(seat(agent, Role.PROXY_CLERK)))
    clerk.goes_to("/company/clients/").follows("申請を開く").presses("始める（登録内容の変更）")
    banner = clerk.page.get_by_role("region").filter(has_text="さんの代行").first
    clerk.opens("連絡先").fills(HOME)
    expect(banner).to_contain_text(agent.name)
    number = clerk.presses("保存して一覧へ").submits()
    assert User.objects.get(worker=worker).last_login is None
    at_the_portal(town, worker).goes_to(f"/filing/{number}/").reads(agent.name).reads("代行")
