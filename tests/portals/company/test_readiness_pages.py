"""見通しのページ: counts by site; line by line why, who mends it, and the way to the screen (READY-05 to READY-09)."""

import re
from datetime import date, datetime

import pytest
from django.urls import resolve, reverse

from ccus.domain.companies.seats import SeatMe
from ccus.domain.companies.terms import Role
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.sites.actions.registration import change_period
from ccus.domain.sites.actions.structure import leave_structure
from ccus.domain.sites.models import SitePost
from ccus.domain.sites.terms import Post
from ccus.domain.workers.actions.affiliation import end_affiliation
from ccus.foundation.identifiers import grouped
from tests.factories import seats
from tests.factories.personas import Cast, firm, person

TOMORROW = date(2026, 11, 21)


def page_of(cast: Cast, company_seat: SeatMe, **asked: str) -> str:
    response = seats.client_of(company_seat).get(
        reverse("company:readiness-site", args=[cast.site.number]), asked
    )
    assert response.status_code == 200
    return response.content.decode()


def test_the_prime_reads_that_everybody_will_count_tomorrow(cast: Cast) -> None:
    text = page_of(cast, seats.seat(cast.sato))
    assert "全員が正式になります" in text
    assert "あした" in text


def test_the_page_names_the_worker_the_reason_and_the_firm_that_mends_it(cast: Cast, at: datetime) -> None:
    leave_structure(member=cast.first_tier, until_on=TOMORROW, by=firm(cast.suzuki), at=at)
    text = page_of(cast, seats.seat(cast.sato))
    assert "建設 未来" in text
    assert "鈴木工務店：施工体制の要請を承認する" in text


def test_whoever_may_not_know_the_name_still_reads_the_number(cast: Cast, at: datetime) -> None:
    end_affiliation(affiliation=cast.affiliation, until_on=date(2026, 11, 20), by=person(cast.mirai), at=at)
    text = page_of(cast, seats.seat(cast.sato))
    assert "建設 未来" not in text
    assert grouped(cast.mirai.number) in text


def test_the_way_to_the_screen_is_for_the_company_that_mends_it(cast: Cast, at: datetime) -> None:
    change_period(site=cast.site, from_on=date(2026, 4, 1), until_on=TOMORROW, by=firm(cast.sato), at=at)
    way = reverse("company:site-period", args=[cast.site.number])
    assert way in page_of(cast, seats.seat(cast.sato))
    assert way not in page_of(cast, seats.seat(cast.takahashi))


def test_a_reason_shows_its_lines_alone(cast: Cast, at: datetime) -> None:
    leave_structure(member=cast.first_tier, until_on=TOMORROW, by=firm(cast.suzuki), at=at)
    chief = seats.seat(cast.sato)
    assert "建設 未来" in page_of(cast, chief, reason="E-12")
    assert "建設 未来" not in page_of(cast, chief, reason="E-13")


def test_the_sites_of_a_day_stand_with_their_counts(cast: Cast, at: datetime) -> None:
    leave_structure(member=cast.first_tier, until_on=TOMORROW, by=firm(cast.suzuki), at=at)
    for company, words in ((cast.suzuki, "chip--pending"), (cast.sato, "ほかの事業者か本人が手続きします")):
        response = seats.client_of(seats.seat(company)).get(reverse("company:readiness"))
        assert cast.site.name in response.content.decode()
        assert words in response.content.decode()


@pytest.mark.parametrize("typed", ["20261121", "2026-13-01", "1900-01-01", "あした"])
def test_a_day_that_cannot_be_read_is_said(cast: Cast, typed: str) -> None:
    client = seats.client_of(seats.seat(cast.sato))
    response = client.get(reverse("company:readiness"), {"day": typed})
    assert response.status_code == (200 if typed == "20261121" else 422)


def test_a_firm_that_has_nothing_to_do_with_the_site_finds_no_page(cast: Cast) -> None:
    client = seats.client_of(seats.seat(cast.stranger))
    assert client.get(reverse("company:readiness-site", args=[cast.site.number])).status_code == 404


def test_a_clerk_for_applications_has_no_way_in(cast: Cast) -> None:
    client = seats.client_of(seats.seat(cast.sato, Role.PROXY_CLERK))
    assert client.get(reverse("company:readiness")).status_code == 403


def ways_in(text: str) -> set[str]:
    """The addresses behind 「画面を開く」."""
    return set(re.findall(r'<a class="btn btn--fill" href="([^"]+)">画面を開く', text))


def test_every_way_leads_to_a_page_that_opens_for_whoever_mends_it(cast: Cast, at: datetime) -> None:
    leave_structure(member=cast.first_tier, until_on=TOMORROW, by=firm(cast.suzuki), at=at)
    end_affiliation(affiliation=cast.affiliation, until_on=TOMORROW, by=person(cast.mirai), at=at)
    withdraw_worker(worker=cast.mirai, by=person(cast.mirai), at=at)
    found = set()
    for company in (cast.sato, cast.suzuki, cast.takahashi):
        chief = seats.seat(company)
        for way in ways_in(page_of(cast, chief)):
            assert seats.client_of(chief).get(way).status_code == 200, way
            found.add(resolve(way).url_name)
    assert found == {"structure-spot", "roster", "employee-requests"}


def test_a_site_viewer_reads_it_all_but_has_no_way_to_mend(cast: Cast, at: datetime) -> None:
    leave_structure(member=cast.first_tier, until_on=TOMORROW, by=firm(cast.suzuki), at=at)
    viewer = seats.seat(cast.suzuki, Role.SITE_VIEWER)
    post = {"post": Post.VIEWER, "valid_from": TOMORROW, "recorded_at": at, "recorded_by": "system:0"}
    SitePost.objects.create(site=cast.site, seat_id=viewer.seat, **post)
    text = page_of(cast, viewer)
    assert "施工体制の要請を承認する" in text
    assert ways_in(text) == set()
