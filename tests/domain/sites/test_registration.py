"""現場登録 and 就業履歴蓄積期間 (SITE-01 to SITE-04)."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.models import Affect
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.codes.policies import DaysClosed
from ccus.domain.companies.models import Company
from ccus.domain.sites.actions.registration import change_period, register_site
from ccus.domain.sites.models import AccumulationPeriod, Site, StructureAcceptance
from ccus.domain.sites.rules import TextUnreadable
from ccus.foundation.periods import PeriodBackwards
from tests.factories import companies
from tests.factories.personas import Cast, firm
from tests.factories.sites import FIRST_DAY, prime_spot
from tests.factories.sites import LAST_DAY_PLUS_ONE as END

pytestmark = pytest.mark.django_db


@pytest.fixture
def prime(db: None) -> Company:
    return companies.company(name="佐藤建設")


def registered(prime: Company, at: datetime, **changes: object) -> Site:
    values = {
        "name": "未来タワー　新築工事",
        "name_kana": "みらいたわー",
        "address": "東京都港区",
        "from_on": date(2026, 12, 1),
        "until_on": date(2027, 12, 1),
    }
    return register_site(prime=prime, by=firm(prime), at=at, **values | changes)  # type: ignore[arg-type]  # one call, many cases


def periods(site: Site) -> list[tuple[date, date | None]]:
    return list(site.periods.filter(superseded_at=None).values_list("valid_from", "valid_until"))


def affected(site: Site) -> set[tuple[date, date | None]]:
    return set(Affect.objects.filter(place=site.pk).values_list("from_on", "until_on"))


def test_a_site_gets_a_number_and_its_period(prime: Company, at: datetime) -> None:
    site = registered(prime, at)
    assert site.number.endswith("23")
    assert (site.name, site.name_kana) == ("未来タワー 新築工事", "ミライタワー")
    assert periods(site) == [(date(2026, 12, 1), date(2027, 12, 1))]


@pytest.mark.parametrize(
    ("from_on", "accepted_from"), [((2026, 12, 1), (2026, 11, 20)), ((2026, 5, 1), (2026, 5, 1))]
)
def test_the_prime_stands_at_the_top_from_the_day_of_registration_or_the_first_day(
    from_on: tuple[int, int, int], accepted_from: tuple[int, int, int], prime: Company, at: datetime
) -> None:
    top = prime_spot(registered(prime, at, from_on=date(*from_on)))
    assert (top.company, top.path) == (prime, [top.pk])
    assert StructureAcceptance.objects.get(member=top).valid_from == date(*accepted_from)


def test_a_period_may_be_open(prime: Company, at: datetime) -> None:
    assert periods(registered(prime, at, until_on=None)) == [(date(2026, 12, 1), None)]


def test_a_period_that_ends_before_it_begins_is_refused(prime: Company, at: datetime) -> None:
    with pytest.raises(PeriodBackwards, match="就業履歴蓄積期間の終了日（2026年11月30日）"):
        registered(prime, at, until_on=date(2026, 12, 1))
    assert not Site.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"), [("name", " "), ("name", "長" * 121), ("name_kana", "未来"), ("address", "")]
)
def test_a_text_that_cannot_be_kept_is_refused_at_its_field(
    field: str, value: str, prime: Company, at: datetime
) -> None:
    with pytest.raises(TextUnreadable) as refused:
        registered(prime, at, **{field: value})
    assert refused.value.field == field


def test_only_the_prime_registers_its_site(prime: Company, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        register_site(
            prime=prime,
            name="未来タワー",
            name_kana="ミライタワー",
            address="東京都港区",
            from_on=FIRST_DAY,
            until_on=None,
            by=firm(companies.company()),
            at=at,
        )


def test_a_period_extended_backwards_touches_the_days_it_gains(cast: Cast, at: datetime) -> None:
    change_period(site=cast.site, from_on=date(2026, 1, 5), until_on=END, by=firm(cast.sato), at=at)
    assert periods(cast.site) == [(date(2026, 1, 5), END)]
    assert affected(cast.site) == {(date(2026, 1, 5), FIRST_DAY)}


def test_a_period_shortened_at_its_end_touches_the_days_it_loses(cast: Cast, at: datetime) -> None:
    change_period(site=cast.site, from_on=FIRST_DAY, until_on=date(2026, 12, 1), by=firm(cast.sato), at=at)
    assert affected(cast.site) == {(date(2026, 12, 1), END)}


def test_the_period_before_the_change_stays_readable(cast: Cast, at: datetime) -> None:
    change_period(site=cast.site, from_on=FIRST_DAY, until_on=None, by=firm(cast.sato), at=at)
    assert AccumulationPeriod.objects.get(superseded_at=at).valid_until == END


def test_a_period_is_not_shortened_over_days_after_their_deadline(cast: Cast, at: datetime) -> None:
    with pytest.raises(DaysClosed, match="2026年10月1日以降"):
        change_period(site=cast.site, from_on=FIRST_DAY, until_on=date(2026, 9, 1), by=firm(cast.sato), at=at)


def test_a_change_that_ends_before_it_begins_is_refused(cast: Cast, at: datetime) -> None:
    with pytest.raises(PeriodBackwards):
        change_period(site=cast.site, from_on=END, until_on=FIRST_DAY, by=firm(cast.sato), at=at)


def test_a_subcontractor_does_not_change_the_period(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="元請事業者（佐藤建設）"):
        change_period(site=cast.site, from_on=FIRST_DAY, until_on=END, by=firm(cast.suzuki), at=at)
