"""承認の期限の知らせ: seven and two days before, one message to each prime, never twice (CLAIM-35)."""

from datetime import datetime, timedelta

import pytest

from ccus.domain.companies.terms import Role
from ccus.domain.notices.models import Notice
from ccus.domain.work_history.actions.answers import approve
from ccus.domain.work_history.claims.due_letters import remind_of_waiting
from tests.factories import asked, seats
from tests.factories.personas import Cast, firm

pytestmark = pytest.mark.django_db
MORNING = timedelta(hours=7, minutes=30)


def days_before(days: int) -> datetime:
    """The morning of the day so many days before the last one."""
    return asked.DUE - timedelta(days=days + 1) + MORNING


def test_a_prime_hears_seven_and_two_days_before_how_many_days_wait(cast: Cast) -> None:
    approver = seats.seat(cast.sato)
    for ago in range(3):
        asked.claim(cast, asked.DAY - timedelta(days=ago), due_at=asked.DUE)
    for before in range(10, -1, -1):
        remind_of_waiting(at=days_before(before))
    told = [notice.title for notice in Notice.objects.filter(account=approver.account).order_by("at")]
    assert told == ["承認を待っている日が3日あります（2026年12月31日まで）"] * 2


def test_a_job_that_runs_again_or_late_says_nothing_twice(cast: Cast) -> None:
    approver = seats.seat(cast.sato)
    asked.claim(cast)
    for before in (5, 5, 4):
        remind_of_waiting(at=days_before(before))
    notice = Notice.objects.get(account=approver.account)
    assert "あと5日です" in notice.body


def test_nobody_hears_of_days_that_were_answered(cast: Cast, at: datetime) -> None:
    seats.seat(cast.sato)
    approve(claim=asked.claim(cast), by=firm(cast.sato), at=at)
    assert remind_of_waiting(at=days_before(2)) == 0


def test_those_who_only_confirm_or_look_are_not_reminded(cast: Cast) -> None:
    viewer, employer = seats.seat(cast.sato, Role.SITE_VIEWER), seats.seat(cast.takahashi)
    asked.claim(cast)
    assert remind_of_waiting(at=days_before(2)) == 1
    assert not Notice.objects.filter(account__in=[viewer.account, employer.account]).exists()
