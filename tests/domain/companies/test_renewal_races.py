"""更新の競争: two at once, one renewal; two changes of one block, one stands (REG-24, REG-18)."""

from datetime import date
from functools import partial

from ccus.domain.applications.actions.drafts import open_application
from ccus.domain.applications.models import Application
from ccus.domain.applications.terms import ApplicationKind
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.companies.actions.facts import change_company_fact
from ccus.domain.companies.actions.registration import extend_registration
from ccus.domain.companies.models import CompanyTerm
from ccus.domain.companies.policies import RenewalTooEarly
from ccus.domain.companies.registered import company_facts
from ccus.foundation.databases import Databases
from ccus.foundation.superseding import AlreadyChanged
from tests.domain.races import contested
from tests.factories.applications import AT
from tests.factories.firms import renewable
from tests.factories.seats import actor_of, seat


def test_of_two_renewals_approved_at_once_one_adds_five_years(fresh_database: Databases) -> None:
    company = renewable()
    renew = partial(extend_registration, company=company, by=SYSTEM, at=AT)
    assert isinstance(contested(renew, renew), RenewalTooEarly)
    assert CompanyTerm.objects.filter(company=company, superseded_at=None).count() == 2


def test_two_who_begin_a_renewal_at_once_write_one_application(fresh_database: Databases) -> None:
    company = renewable()
    by = actor_of(seat(company))
    begin = partial(open_application, kind=ApplicationKind.COMPANY_RENEWAL, company=company.pk, by=by, at=AT)
    assert contested(begin, begin) is None
    assert Application.objects.count() == 1


def test_of_two_changes_of_one_block_at_once_the_second_is_told(fresh_database: Databases) -> None:
    company = renewable()
    row = company_facts(company.pk, on=date(2026, 11, 20))["capital"][0]
    change = partial(
        change_company_fact,
        company=company,
        key="capital",
        base=row.id,
        values={**row.values, "since": None, "capital": 20_000},
        by=SYSTEM,
        at=AT,
    )
    assert isinstance(contested(change, change), AlreadyChanged)
