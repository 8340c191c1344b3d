"""Silence and waiting as they stand: sites, readers, firms (FIG-12, FIG-13, FIG-14)."""

from datetime import date, datetime, timedelta

import pytest

from ccus.domain.companies.models import Company
from ccus.domain.figures.reading.firms import firms
from ccus.domain.figures.reading.readers import readers
from ccus.domain.figures.reading.sites import sites as sites_shown
from ccus.domain.figures.terms import FEW
from ccus.domain.sites.models import Site
from tests.factories import asked, claims, companies, sites
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db


def silent_sites(count: int, prime: Company) -> list[Site]:
    """Sites since April, with a reader that never sent anything."""
    made = [sites.site(prime=prime) for _ in range(count)]
    for place in made:
        sites.reader(place, token=place.number)
    return made


def test_a_site_of_this_week_and_silent_ones_lie_in_their_columns(cast: Cast, at: datetime) -> None:
    silent_sites(6, cast.sato)
    claims.tapped(cast, date(2026, 11, 19))
    (table,) = sites_shown(at=at, may_ring_up=False).tables
    assert [row.cells for row in table.rows] == [
        (FEW, 0, FEW), (0, 0, 0), (0, 0, 0), (0, 0, 0), (6, 0, 6),
    ]  # fmt: skip


def test_a_day_that_somebody_entered_is_contact_too(cast: Cast, at: datetime) -> None:
    asked.row(cast, on=date(2026, 11, 18))
    assert sites_shown(at=at, may_ring_up=True).tables[1].rows == ()


def test_whoever_rings_up_reads_which_sites_and_which_have_no_reader(cast: Cast, at: datetime) -> None:
    (silent,) = silent_sites(1, cast.sato)
    bare = sites.site(prime=cast.suzuki)
    claims.tapped(cast, date(2026, 11, 19))
    listed = sites_shown(at=at, may_ring_up=True).tables[1]
    assert {(row.label, row.cells[1], row.cells[3]) for row in listed.rows} == {
        (silent.name, "佐藤建設", "あり"),
        (bare.name, "鈴木工務店", "なし"),
    }


def test_a_site_whose_period_is_over_is_silent_by_right(at: datetime) -> None:
    sites.site(period__valid_until=date(2026, 11, 20))
    assert sites_shown(at=at, may_ring_up=True).tables[0].rows == ()


def test_a_reader_is_as_old_as_what_last_arrived_from_it(cast: Cast, at: datetime) -> None:
    claims.tapped(cast, date(2026, 10, 30))
    (found,) = readers(at=at, may_ring_up=True).tables[1].rows
    assert (found.label, found.cells[0], found.cells[3]) == ("正門", "未来タワー新築工事", 21)


def test_readers_that_never_sent_anything_stand_with_the_oldest(cast: Cast, at: datetime) -> None:
    silent_sites(7, cast.sato)
    table, listed = readers(at=at, may_ring_up=True).tables
    assert table.rows[-1].cells == (8, 0, 8)
    assert {row.cells[3] for row in listed.rows} == {"90以上"}


def test_a_reader_taken_out_of_use_is_missed_by_nobody(cast: Cast, at: datetime) -> None:
    cast.reader.revoked_at = at
    cast.reader.save(update_fields=["revoked_at"])
    assert readers(at=at, may_ring_up=True).tables[0].rows == ()


def test_invitations_wait_by_the_tier_that_is_to_answer(cast: Cast, at: datetime) -> None:
    for _ in range(5):
        sites.spot(cast.site, companies.company(), cast.first_tier)
    sites.spot(cast.site, companies.company(), cast.prime)
    rows = {row.label: row.cells for row in firms(at=at).tables[0].rows}
    assert rows == {
        "施工体制登録の要請（一次下請の事業者）": (0, 0, 0, 0, FEW, FEW),
        "施工体制登録の要請（二次下請の事業者）": (0, 0, 0, 0, 5, 5),
    }


def test_a_claim_waits_for_every_party_that_was_asked(cast: Cast, at: datetime) -> None:
    for day in range(6):
        asked.claim(cast, on=date(2026, 11, 2) + timedelta(days=day), recorded_at=at - timedelta(days=8))
    rows = {row.label: row.cells[1] for row in firms(at=at).tables[0].rows}
    assert rows == {
        "就業日の確認（一次下請の事業者）": 6,
        "就業日の確認（二次下請の事業者）": 6,
        "就業日の承認（元請事業者）": 6,
    }


def test_where_nobody_waits_there_is_no_row(cast: Cast, at: datetime) -> None:
    assert firms(at=at).tables[0].rows == ()
