"""頁の大きさ: a list of many is read in as many statements as a list of few (DISC-02, DISC-06)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ccus.domain.accounts.terms import Duty
from tests.factories import officers, seats, workers
from tests.factories.personas import Cast
from tests.portals.crews import grow
from tests.sealed import get_file

pytestmark = [pytest.mark.django_db, pytest.mark.thorough]
FEW, MANY = 2, 38
Desk = tuple[Client, tuple[str, ...]]


def employer(cast: Cast) -> Desk:
    """高橋鉄筋: own workers, their days, the roster of the own spot."""
    spot = f"/company/rosters/{cast.second_tier.key}/"
    own = "/company/reports/2026-11/own/"
    return seats.client_of(seats.seat(cast.takahashi)), (
        "/company/",
        "/company/employees/",
        "/company/employees/list.csv",
        "/company/employees/requests/",
        "/company/employees/expiring/",
        "/company/employees/statistics/",
        "/company/disclosure/",
        "/company/own-records/",
        "/company/own-records/claims/",
        "/company/approvals/",
        "/company/approvals/rest/",
        "/company/approvals/answered/",
        "/company/rosters/",
        spot,
        f"{spot}add/",
        f"{spot}compare/",
        f"{spot}patterns/",
        f"{spot}roster.csv",
        "/company/placements/",
        own,
        f"{own}xlsx/",
        "/company/reports/2026-11/retirement-aid/xlsx/",
        "/company/search/companies/?q=建設",
    )


def prime(cast: Cast) -> Desk:
    """佐藤建設: the site with everybody below."""
    site = cast.site.number
    return seats.client_of(seats.seat(cast.sato)), (
        "/company/",
        "/company/approvals/",
        "/company/approvals/rest/",
        "/company/approvals/answered/",
        "/company/readiness/",
        f"/company/readiness/{site}/",
        "/company/rosters/",
        f"/company/rosters/{cast.second_tier.key}/",
        f"/company/structure/{site}/",
        f"/company/structure/{site}/undeclared/",
        f"/company/sites/{site}/",
        f"/company/papers/{site}/",
        f"/company/reports/2026-11/sites/{site}/",
        f"/company/reports/2026-11/sites/{site}/xlsx/",
        "/company/site-fees/",
        "/company/site-fees/2026-11/",
        f"/company/site-fees/2026-11/sites/{site}/",
        "/company/site-fees/2026-11/days/csv/",
    )


def office(_: Cast) -> Desk:
    """運営主体, with every duty."""
    return officers.client_of(officers.officer(*Duty)), (
        "/office/",
        "/office/queue/",
        "/office/cards/",
        "/office/disputes/",
        "/office/enquiries/",
        "/office/same-person/",
        "/office/returning/",
        "/office/identity/",
        "/office/fees/",
        "/office/site-fees/",
        "/office/agents/",
        "/office/second-factors/",
        "/office/second/",
    )


def statements(desks: Sequence[Desk]) -> Mapping[str, int]:
    """Whose page → its statements."""
    found = {}
    for n, (client, addresses) in enumerate(desks):
        for address in addresses:
            with CaptureQueriesContext(connection) as asked:
                assert get_file(client, address).status_code == 200, address
            found[f"{n} {address}"] = len(asked)
    return found


def test_a_page_of_forty_takes_as_many_statements_as_a_page_of_two(cast: Cast, at: datetime) -> None:
    desks = [employer(cast), prime(cast), office(cast)]
    grow(cast, FEW, at)
    statements(desks)  # what is read once a process or session is read before
    few = statements(desks)
    grow(cast, MANY, at)
    assert statements(desks) == few


def test_a_full_page_of_found_workers_takes_as_many_statements_as_any(cast: Cast) -> None:
    desk = (seats.client_of(seats.seat(cast.stranger)), ("/company/search/workers/?kana=タカハシ",))
    counts = []
    for _ in range(2):
        for _ in range(21):
            workers.worker()
        statements([desk])
        counts.append(statements([desk]))
    assert counts[0] == counts[1]
