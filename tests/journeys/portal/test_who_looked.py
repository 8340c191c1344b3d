"""閲覧の記録 in a browser: a day of many, asking why, the answer; the office's case (LOOK-01, LOOK-08)."""

import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from django.test import Client
from playwright.sync_api import Browser

from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.disclosure.reading import worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.looks.actions.questions import answer_question
from ccus.domain.looks.models import LookQuestion
from ccus.foundation.clock import now
from tests.browser import COMPUTER, somebody
from tests.domain.looks.asking import employer_looked, office_looked
from tests.domain.looks.poaching import proposed_stop
from tests.factories import companies, officers, seats, sites
from tests.factories.factors import enter
from tests.factories.personas import Cast, firm, standing_cast
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.journey
LONG = "ムトゥタントリゲ・ワルナクラスーリヤ・フェルナンド・アンド・サンズ建設工業株式会社"
WIDTHS = (320, 390, 1280)


@pytest.fixture
def eyes(browser: Browser, portal_server: str) -> Iterator[Visitor]:
    with somebody(browser, COMPUTER) as context:
        yield Visitor(context.new_page(), portal_server)


def as_in(eyes: Visitor, client: Client) -> Visitor:
    session = client.cookies["sessionid"].value
    eyes.page.context.add_cookies([{"name": "sessionid", "value": session, "url": eyes.address}])
    return eyes


def everybody_looked(cast: Cast, at: datetime) -> None:
    """The employer, the prime, its gate, the office and a firm with forty letters."""
    employer_looked(cast, at)
    office_looked(cast, at)
    worker_as_seen_by(firm(cast.sato), cast.mirai.pk, purpose=Purpose.ROSTER, at=at)
    reader = sites.reader(cast.site, token="nintei", system="現場クラウド")
    worker_as_seen_by(Actor(ActorKind.READER, reader.pk), cast.mirai.pk, purpose=Purpose.GATE, at=at)
    worker_as_seen_by(firm(companies.company(name=LONG)), cast.mirai.pk, purpose=Purpose.SEARCH, at=at)


def test_a_worker_reads_who_looked_asks_why_and_reads_the_answer(eyes: Visitor) -> None:
    cast, at = standing_cast(), now()
    everybody_looked(cast, at)
    me, page = as_in(eyes, enter(Client(), cast.account)), eyes.page
    me.goes_to("/worker/viewed/")
    for width in WIDTHS:
        me.at_width(width).finds_no_barrier()
    page.get_by_role("link", name=re.compile("なぜ見たか、聞く.*高橋鉄筋")).click()
    page.get_by_label("聞きたいこと").fill("休みの日でした。")
    me.at_width(390).finds_no_barrier()
    page.get_by_role("button", name="なぜ見たか、聞く").click()
    page.get_by_text("会社の答えを待っています").wait_for()
    answer_question(
        question=LookQuestion.objects.get(), words="名簿の確認です。", by=firm(cast.takahashi), at=now()
    )
    me.goes_to("/worker/viewed/")
    page.get_by_text("名簿の確認です。").wait_for()
    page.get_by_role("link", name=re.compile("質問と答えを開く.*高橋鉄筋")).click()
    page.get_by_role("button", name="まだ分からないので、運営主体に聞く").click()
    page.get_by_text("運営主体が調べています").wait_for()
    assert me.complaints == []


def test_a_case_fits_on_the_screens_of_the_office_and_the_company(eyes: Visitor) -> None:
    cast, at = standing_cast(), now()
    by = officers.officer(name="藤井 健")
    case = proposed_stop(at, by.actor)
    desk = as_in(eyes, officers.client_of(officers.officer()))
    for path in ("/office/looks/", f"/office/looks/cases/{case.key}/"):
        desk.goes_to(path)
        for width in (390, 1280):
            desk.at_width(width).finds_no_barrier()
    as_in(eyes, seats.client_of(seats.seat(cast.takahashi))).goes_to("/company/questions/")
    eyes.at_width(390).finds_no_barrier()
    assert eyes.complaints == []
