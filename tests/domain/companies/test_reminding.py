"""更新のお知らせ (REG-26)."""

from datetime import UTC, datetime

import pytest

from ccus.domain.companies.models import Company
from ccus.domain.companies.reminding import remind_of_renewals
from ccus.domain.companies.terms import Role
from ccus.domain.notices.models import Mail, Notice
from tests.factories.firms import renewable
from tests.factories.seats import seat

pytestmark = pytest.mark.django_db


def on(day: str) -> datetime:
    """That morning in Japan."""
    return datetime.fromisoformat(f"{day}T06:10:00+09:00").astimezone(UTC)


@pytest.fixture
def company() -> Company:
    """Its last day is 2027-04-30."""
    held = renewable()
    seat(held)
    seat(held, Role.SITE_MANAGER)
    return held


@pytest.mark.parametrize("day", ["2026-11-01", "2026-11-06", "2027-04-01"])
def test_who_may_file_is_told_six_months_and_one_month_before(company: Company, day: str) -> None:
    assert remind_of_renewals(at=on(day)) == 1
    assert "2027年4月30日" in Notice.objects.get().title
    assert Mail.objects.get().to == "kazuko@example.jp"


@pytest.mark.parametrize("day", ["2026-10-31", "2026-11-20", "2027-03-31", "2027-04-20"])
def test_on_other_days_nobody_is_told(company: Company, day: str) -> None:
    assert remind_of_renewals(at=on(day)) == 0


def test_each_reminder_is_written_once(company: Company) -> None:
    for day in ("2026-11-01", "2026-11-02", "2026-11-03", "2027-04-01", "2027-04-02"):
        remind_of_renewals(at=on(day))
    assert (Notice.objects.count(), Mail.objects.count()) == (2, 2)


def test_a_company_that_is_renewed_is_not_reminded_of_the_old_end(company: Company) -> None:
    company.terms.create(
        valid_from="2027-05-01",
        valid_until="2032-05-01",
        recorded_at=on("2026-11-20"),
        recorded_by="system:0",
    )
    assert remind_of_renewals(at=on("2027-04-01")) == 0
