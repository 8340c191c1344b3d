"""登録の有効期間: given, renewed, over (REG-19, REG-24, REG-25)."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.actions.registration import extend_registration
from ccus.domain.companies.policies import RegistrationOver, RenewalTooEarly, require_company, valid_until
from ccus.domain.companies.terms import Power
from ccus.domain.sites.policies import require_at_site
from tests.factories import sites
from tests.factories.firms import registered, renewable
from tests.factories.personas import firm
from tests.factories.seats import actor_of, seat

pytestmark = pytest.mark.django_db


def test_the_term_ends_with_the_month_of_registration_five_years_later() -> None:
    company = registered(at=datetime(2019, 4, 15, 3, tzinfo=UTC))
    assert valid_until(company.pk) == date(2024, 5, 1)


def test_a_renewal_more_than_six_months_early_is_refused() -> None:
    company = renewable()
    with pytest.raises(RenewalTooEarly, match="2026年11月1日"):
        extend_registration(company=company, by=SYSTEM, at=datetime(2026, 10, 31, 3, tzinfo=UTC))


def test_a_renewal_adds_five_years_once() -> None:
    company = renewable()
    extend_registration(company=company, by=SYSTEM, at=datetime(2026, 11, 1, 3, tzinfo=UTC))
    assert valid_until(company.pk) == date(2032, 5, 1)
    with pytest.raises(RenewalTooEarly):
        extend_registration(company=company, by=SYSTEM, at=datetime(2026, 11, 2, 3, tzinfo=UTC))


@pytest.mark.parametrize("power", [Power.STRUCTURE, Power.REGISTER_SITE, Power.EMPLOYEES])
def test_accounts_of_a_company_whose_registration_is_over_act_no_more(
    clock: time_machine.Traveller, power: Power
) -> None:
    company = registered(at=datetime(2021, 10, 15, 3, tzinfo=UTC))
    chief = actor_of(seat(company))
    clock.move_to(datetime(2026, 10, 31, 14, tzinfo=UTC))
    require_company(chief, company, power)
    clock.move_to(datetime(2026, 10, 31, 15, tzinfo=UTC))
    with pytest.raises(RegistrationOver, match="2026年10月31日"):
        require_company(chief, company, power)


def test_a_company_whose_registration_is_over_still_renews_and_looks(clock: time_machine.Traveller) -> None:
    company = registered(at=datetime(2021, 10, 15, 3, tzinfo=UTC))
    chief = actor_of(seat(company))
    clock.move_to(datetime(2026, 11, 20, 3, tzinfo=UTC))
    require_company(chief, company, Power.COMPANY_DATA)
    require_company(chief, company, Power.VIEW_STRUCTURE)
    require_company(firm(company), company, Power.STRUCTURE)


def test_at_its_sites_a_company_whose_registration_is_over_looks_only(clock: time_machine.Traveller) -> None:
    company = registered(at=datetime(2021, 10, 15, 3, tzinfo=UTC))
    chief, site = actor_of(seat(company)), sites.site(prime=company)
    clock.move_to(datetime(2026, 11, 20, 3, tzinfo=UTC))
    require_at_site(chief, company, site, Power.VIEW_STRUCTURE)
    with pytest.raises(RegistrationOver):
        require_at_site(chief, company, site, Power.EDIT_SITE)
