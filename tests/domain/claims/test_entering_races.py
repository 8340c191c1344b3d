"""Two devices, two people at once: one stands, the other is told which day (CLAIM-01, CLAIM-20, CLAIM-22)."""

from datetime import UTC, date, datetime
from functools import partial

import pytest

from ccus.domain.work_history.actions.attachments import attach_site
from ccus.domain.work_history.actions.corrections import correct_day
from ccus.domain.work_history.actions.entries import withdraw
from ccus.domain.work_history.claim_terms import ClaimKind
from ccus.domain.work_history.claims.attaching import NothingToAttach
from ccus.domain.work_history.claims.correcting import CorrectionWaits
from ccus.domain.work_history.claims.day_checks import DayTwice
from ccus.domain.work_history.claims.signboards import OwnSiteKnown
from ccus.domain.work_history.models import DayClaim
from ccus.foundation.databases import Databases
from tests.domain.races import contested
from tests.factories import codes
from tests.factories.claims import entered, entered_there, own_site, settled, tapped
from tests.factories.personas import Cast, person, standing_cast

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


@pytest.fixture
def town(fresh_database: Databases) -> Cast:
    """The cast, where everything commits."""
    return standing_cast()


def test_the_same_day_from_two_devices_is_entered_once(town: Cast) -> None:
    phone = partial(entered, town.mirai, town.site, MONDAY, at=AT)
    tablet = partial(entered, town.mirai, town.site, TUESDAY, MONDAY, at=AT)
    told = contested(phone, tablet)
    assert isinstance(told, DayTwice)
    assert "2026年11月16日は" in told.sentence
    assert DayClaim.objects.count() == 1


def test_the_database_refuses_the_same_day_by_itself(town: Cast) -> None:
    row = partial(
        DayClaim.objects.create,
        kind=ClaimKind.ENTRY,
        worker=town.mirai,
        place=town.site.place,
        work_on=MONDAY,
        recorded_at=AT,
        recorded_by="worker:1",
    )
    told = contested(row, partial(entered, town.mirai, town.site, MONDAY, at=AT))
    assert isinstance(told, DayTwice)
    assert "2026年11月16日" in told.sentence


def test_a_day_that_is_being_withdrawn_is_not_attached(town: Cast) -> None:
    own = own_site(town.mirai, at=AT)
    (claim,) = entered_there(own, MONDAY, at=AT)
    take_back = partial(withdraw, claim=claim, by=person(town.mirai), at=AT)
    attach = partial(attach_site, own_site=own, site=town.site, days=None, by=person(town.mirai), at=AT)
    assert isinstance(contested(take_back, attach), NothingToAttach)


def test_a_day_that_is_entered_while_its_site_is_attached_goes_with_it(town: Cast) -> None:
    own = own_site(town.mirai, at=AT)
    entered_there(own, MONDAY, at=AT)
    attach = partial(attach_site, own_site=own, site=town.site, days=None, by=person(town.mirai), at=AT)
    assert contested(partial(entered_there, own, TUESDAY, at=AT), attach) is None
    assert DayClaim.objects.filter(place=town.site.pk).count() == 2


def test_a_site_is_attached_once_from_two_devices(town: Cast) -> None:
    own = own_site(town.mirai, at=AT)
    entered_there(own, MONDAY, at=AT)
    attach = partial(attach_site, own_site=own, site=town.site, days=None, by=person(town.mirai), at=AT)
    assert isinstance(contested(attach, attach), NothingToAttach)


def test_of_two_corrections_at_once_one_stands(town: Cast) -> None:
    tapped(town, MONDAY)
    settled()
    correct = partial(
        correct_day,
        worker=town.mirai,
        place=town.site.pk,
        on=MONDAY,
        trade=None,
        position=codes.position("team_leader"),
        work_content="揚重作業",
        by=person(town.mirai),
        at=AT,
    )
    assert isinstance(contested(correct, correct), CorrectionWaits)


def test_a_site_is_described_once_from_two_devices(town: Cast) -> None:
    describe = partial(own_site, town.mirai, at=AT)
    assert isinstance(contested(describe, describe), OwnSiteKnown)
