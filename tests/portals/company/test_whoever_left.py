"""退会した技能者 on the pages of a site's companies (LEAVE-04)."""

from datetime import date, datetime

import pytest

from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.work_history.models import WorkRecord
from ccus.domain.work_history.terms import Evidence, State
from ccus.domain.workers.leaving import pseudonym
from ccus.foundation.identifiers import grouped
from tests.factories.personas import Cast, person
from tests.factories.seats import client_of, seat

pytestmark = pytest.mark.django_db
PERSON = ("ケンセツ", "建設 未来", "12345678901234", "1234 5678 9012 34")


@pytest.fixture
def left(cast: Cast, at: datetime) -> Cast:
    WorkRecord.objects.create(
        worker=cast.mirai.pk,
        place=cast.site.pk,
        work_on=date(2026, 11, 18),
        state=State.OFFICIAL,
        reasons=[],
        evidence=Evidence.CARD,
        last_tap_at=at,
        line=cast.line.pk,
        member=cast.second_tier.pk,
    )
    withdraw_worker(worker=cast.mirai, by=person(cast.mirai), at=at)
    return cast


def pages(cast: Cast) -> dict[str, str]:
    """The pages of the prime and of the employer that show who stands behind lines and days."""
    prime, employer = client_of(seat(cast.sato)), client_of(seat(cast.takahashi))
    number = cast.site.number
    shown = {
        "roster": (employer, f"/company/rosters/{cast.second_tier.key}/"),
        "readiness": (prime, f"/company/readiness/{number}/?day=2026-11-20"),
        "report": (prime, f"/company/reports/2026-11/sites/{number}/"),
    }
    return {name: browser.get(path).content.decode() for name, (browser, path) in shown.items()}


def test_no_page_of_a_site_names_whoever_left(left: Cast) -> None:
    told = {name: [word for word in PERSON if word in page] for name, page in pages(left).items()}
    assert told == {"roster": [], "readiness": [], "report": []}


def test_every_page_of_a_site_shows_the_same_pseudonym(left: Cast) -> None:
    number = grouped(pseudonym(left.site.number, left.mirai.pk))
    shown = pages(left)
    assert [name for name, page in shown.items() if number not in page] == []
    assert [name for name, page in shown.items() if "退会した技能者" not in page] == []


def test_before_leaving_the_same_pages_name_the_person(cast: Cast) -> None:
    assert "1234 5678 9012 34" in pages(cast)["roster"]
