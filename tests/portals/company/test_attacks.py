"""What other firms, former clerks and strange requests try at the companies' portal, and what stops them."""

import io
import logging
from datetime import date, datetime

import pytest

from ccus.config.logs import WithoutValues
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Role
from ccus.domain.sites.actions.links import make_link
from ccus.domain.sites.actions.posts import end_post
from ccus.domain.sites.models import SitePost
from ccus.domain.sites.policies import require_prime
from ccus.domain.sites.terms import Post
from tests.factories import seats
from tests.factories.facts import RECORDED_AT
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def posted(cast: Cast, role: Role, post: Post = Post.MANAGER) -> SeatMe:
    """Somebody of the prime who has had a post at the site since April."""
    someone = seats.seat(cast.sato, role)
    SitePost.objects.create(
        site=cast.site,
        seat_id=someone.seat,
        post=post,
        valid_from=date(2026, 4, 1),
        recorded_at=RECORDED_AT,
        recorded_by="system:0",
    )
    return someone


def relieve(cast: Cast, someone: SeatMe, at: datetime) -> None:
    """The post ends; today is no day of it any more."""
    posted(cast, Role.SITE_MANAGER)
    login_id = SitePost.objects.get(seat=someone.seat).seat.account.login_id
    end_post(site=cast.site, seat=login_id, until_on=TODAY, by=seats.seat(cast.sato).actor, at=at)


def test_a_site_manager_whose_post_is_over_writes_nothing_there_any_more(cast: Cast, at: datetime) -> None:
    former = posted(cast, Role.SITE_MANAGER)
    require_prime(former.actor, cast.site)
    relieve(cast, former, at)
    with pytest.raises(NotAllowed, match="担当ではありません"):
        require_prime(former.actor, cast.site)


@pytest.mark.parametrize("page", ["sites/{site}/", "structure/{site}/", "rosters/{spot}/", "papers/{site}/"])
def test_a_viewer_whose_post_is_over_opens_no_page_of_the_site(page: str, cast: Cast, at: datetime) -> None:
    former = posted(cast, Role.SITE_VIEWER, Post.VIEWER)
    address = "/company/" + page.format(site=cast.site.number, spot=cast.second_tier.key)
    browser = seats.client_of(former)
    assert browser.get(address).status_code == 200
    relieve(cast, former, at)
    assert browser.get(address).status_code == 404
    assert cast.site.name not in browser.get("/company/rosters/").content.decode()


@pytest.mark.parametrize(
    "page",
    [
        "sites/%00/",
        "sites/?q=%00&after=%00",
        "structure/%00/",
        "papers/?after=%00",
        "organisation/people/%00/",
    ],
)
def test_an_address_that_nobody_can_type_names_no_page(page: str, cast: Cast) -> None:
    assert seats.client_of(seats.seat(cast.sato)).get(f"/company/{page}").status_code == 404


def test_the_log_of_a_refused_request_does_not_hold_the_link(cast: Cast, at: datetime) -> None:
    made = make_link(upper=cast.prime, by=seats.seat(cast.sato).actor, at=at)
    viewer = seats.client_of(seats.seat(cast.stranger, Role.SITE_VIEWER))
    kept = io.StringIO()
    handler = logging.StreamHandler(kept)
    handler.setFormatter(WithoutValues())
    logging.getLogger("django.request").addHandler(handler)
    assert viewer.get(f"/company/structure/join/{made.token}/").status_code == 403
    logging.getLogger("django.request").removeHandler(handler)
    assert "/company/structure/join/…/" in kept.getvalue()
