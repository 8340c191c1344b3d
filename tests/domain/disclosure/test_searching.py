"""その他事業者: who searches sees what both halves opened, and nothing else (DISC-02, DISC-03, SEEK-08)."""

from datetime import date, datetime

import pytest

from ccus.domain.companies.models import CompanyTerm
from ccus.domain.companies.terms import Role
from ccus.domain.disclosure.policies import relations
from ccus.domain.disclosure.reading import HIDDEN, worker_as_seen_by
from ccus.domain.disclosure.terms import Purpose, Relation
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of
from tests.factories import seats
from tests.factories.facts import RECORDED_AT
from tests.factories.personas import Cast

pytestmark = pytest.mark.django_db


def stands(cast: Cast, at: datetime, role: Role = Role.CHIEF) -> Relation | None:
    by = seats.seat(cast.stranger, role).actor
    return relations(by, [cast.mirai.pk], purpose=Purpose.SEARCH, on=day_of(at), at=at).get(cast.mirai.pk)


def test_whoever_searches_sees_the_card_alone_as_long_as_nothing_is_opened(cast: Cast, at: datetime) -> None:
    by = seats.seat(cast.stranger).actor
    seen = worker_as_seen_by(by, cast.mirai.pk, purpose=Purpose.SEARCH, at=at)
    assert (seen.kana, seen.birth_year, seen.birth_on) == ("ケンセツ ミライ", HIDDEN, HIDDEN)
    assert (dict(seen.shown), set(seen.items)) == ({}, {Item.CARD})


@pytest.mark.parametrize("role", [Role.SITE_MANAGER, Role.SITE_VIEWER, Role.PROXY_CLERK])
def test_an_account_without_workers_to_manage_searches_nobody(role: Role, cast: Cast, at: datetime) -> None:
    assert stands(cast, at, role) is None


@pytest.mark.parametrize(
    ("until", "found"), [(date(2026, 11, 21), Relation.OTHER), (date(2026, 11, 20), None)]
)
def test_a_company_whose_registration_is_over_finds_nobody(
    until: date, found: Relation | None, cast: Cast, at: datetime
) -> None:
    CompanyTerm.objects.create(
        company=cast.stranger,
        valid_from=date(2021, 11, 20),
        valid_until=until,
        recorded_at=RECORDED_AT,
        recorded_by="system:0",
    )
    assert stands(cast, at) is found


def test_the_employer_who_searches_sees_own_workers_as_their_employer(cast: Cast, at: datetime) -> None:
    by = seats.seat(cast.takahashi).actor
    assert worker_as_seen_by(by, cast.mirai.pk, purpose=Purpose.SEARCH, at=at).relation is Relation.EMPLOYER
