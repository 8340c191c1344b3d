"""だれに知らせるか: of the prime the accounts that reach the site, of others those that keep records (CLAIM-17)."""

from datetime import date, datetime

import pytest

from ccus.domain.companies.models import Company, Seat
from ccus.domain.companies.policies import seated
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Power, Role
from ccus.domain.notices.models import Notice
from ccus.domain.sites.models import Site, SitePost
from ccus.domain.sites.policies import reaches
from ccus.domain.sites.reached import seats_reaching
from ccus.domain.sites.terms import Post
from ccus.domain.work_history.actions.answers import answer_refusal, refuse
from ccus.domain.work_history.claim_terms import Ground
from ccus.foundation.clock import today
from tests.factories import seats, sites
from tests.factories.claims import entered
from tests.factories.personas import Cast, firm, person

MONDAY = date(2026, 11, 16)
pytestmark = pytest.mark.django_db


def posted(seat: SeatMe, site: Site, post: Post = Post.MANAGER) -> SeatMe:
    SitePost.objects.create(
        site=site,
        seat_id=seat.seat,
        post=post,
        valid_from=date(2026, 4, 1),
        recorded_at=datetime.fromisoformat("2026-04-01T09:00:00+09:00"),
        recorded_by="system:0",
    )
    return seat


def told(company: Company) -> set[str]:
    accounts = Notice.objects.filter(title__startswith="承認してください").values_list("account", flat=True)
    return set(Seat.objects.filter(company=company, account__in=accounts).values_list("name", flat=True))


def test_the_manager_of_another_site_reads_nothing_of_a_refusal_that_is_answered(
    cast: Cast, at: datetime
) -> None:
    posted(seats.seat(cast.sato, Role.SITE_MANAGER, name="担当"), cast.site)
    posted(seats.seat(cast.sato, Role.SITE_MANAGER, name="ほかの現場"), sites.site(prime=cast.sato))
    (claim,) = entered(cast.mirai, cast.site, MONDAY)
    refuse(claim=claim, ground=Ground.OTHER, words="いません", by=firm(cast.sato), at=at)
    answer_refusal(claim=claim, plea="けがをして早く帰りました", by=person(cast.mirai), at=at)
    told = Notice.objects.filter(body__contains="けがをして").values_list("account", flat=True)
    assert list(Seat.objects.filter(account__in=told).values_list("name", flat=True)) == ["担当"]


def test_the_manager_of_another_site_is_not_bothered(cast: Cast) -> None:
    posted(seats.seat(cast.sato, Role.SITE_MANAGER, name="担当"), cast.site)
    posted(seats.seat(cast.sato, Role.SITE_MANAGER, name="ほかの現場"), sites.site(prime=cast.sato))
    posted(seats.seat(cast.sato, Role.SITE_VIEWER, name="見る人"), cast.site, Post.VIEWER)
    seats.seat(cast.sato, name="責任者")
    entered(cast.mirai, cast.site, MONDAY)
    assert told(cast.sato) == {"担当", "責任者"}


@pytest.mark.parametrize("power", [Power.APPROVE_RECORDS, Power.OWN_RECORDS, Power.VIEW_STRUCTURE])
def test_many_accounts_reach_a_site_as_each_does_alone(cast: Cast, power: Power) -> None:
    branch = seats.unit(cast.sato)
    office = seats.unit(cast.sato, "港営業所", branch)
    site = sites.site(prime=cast.sato, unit=office)
    everybody = [
        seats.seat(cast.sato),
        seats.seat(cast.sato, Role.TIER, unit=branch),
        seats.seat(cast.sato, Role.TIER, unit=seats.unit(cast.sato, "大阪支店")),
        posted(seats.seat(cast.sato, Role.SITE_MANAGER), site),
        seats.seat(cast.sato, Role.SITE_MANAGER),
        posted(seats.seat(cast.sato, Role.SITE_VIEWER), site, Post.VIEWER),
    ]
    for where in (site, cast.site):
        alone = {
            me.seat
            for me in everybody
            if (sitting := seated(seats.actor_of(me))) is not None and reaches(sitting, where, power)
        }
        assert seats_reaching(cast.sato.pk, where, power, on=today()) == alone
