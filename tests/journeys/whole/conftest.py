"""建設 未来 with everything but what a test leaves out, a gate at the site, and a portal without scripts."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from ccus.domain.cards.models import Card
from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import as_actor
from ccus.domain.sites.actions.readers import enroll_reader
from ccus.domain.sites.actions.roster import enter_on_roster
from ccus.domain.sites.actions.structure import invite
from ccus.domain.sites.models import Site, StructureMember
from ccus.foundation import clock
from ccus.foundation.databases import Databases
from ccus.jobs.lines import app_line
from ccus.jobs.listener import work
from tests.browser import PHONE, somebody
from tests.factories.codes import position, trade
from tests.journeys.gate.screen import Gate
from tests.journeys.visitor import Visitor
from tests.portals.worker import cast


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A worker with account and card, at a site where nobody has written anything about them yet."""

    person: cast.Person
    card: Card
    site: Site

    @property
    def employer(self) -> Company:
        return self.site.prime


@pytest.fixture
def newcomer(fresh_database: Databases) -> Newcomer:
    """新規入場者."""
    person = cast.settled()
    cast.card(person)
    return Newcomer(person, Card.objects.get(worker=person.worker), cast.site())


@pytest.fixture
def gate(newcomer: Newcomer, page: Page, reader_server: str) -> Gate:
    """The gate of the site, taking cards."""
    by = as_actor(newcomer.site.prime)
    reader = enroll_reader(site=newcomer.site, name="正門", by=by, at=clock.now())
    return Gate(page, reader_server, reader.token).open().begin()


@pytest.fixture
def history(newcomer: Newcomer, browser: Browser, portal_server: str) -> Iterator[Visitor]:
    """就業履歴 of the worker, on a telephone without scripts."""
    with somebody(browser, PHONE, has_script=False) as context:
        yield Visitor(context.new_page(), portal_server).is_at_home(newcomer.person)


def hired_below_the_prime(newcomer: Newcomer) -> StructureMember:
    """Linked to and listed by a firm that the prime has invited and that has not accepted."""
    firm, at = cast.company("高橋鉄筋"), clock.now()
    upper = StructureMember.objects.get(site=newcomer.site, tier=0)
    spot = invite(upper=upper, company=firm, by=as_actor(newcomer.employer), at=at)
    cast.employ(newcomer.person, firm)
    enter_on_roster(
        member=spot,
        worker=newcomer.person.worker,
        trade=trade(),
        position=position("foreman"),
        from_on=clock.today(),
        by=as_actor(firm),
        at=at,
    )
    return spot


def the_jobs_settle() -> None:
    """What the job worker does at once when an act touched days."""
    with app_line() as line:
        work(line)
