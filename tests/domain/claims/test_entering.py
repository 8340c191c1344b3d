"""就業日の入力 at a registered site: which days, who is asked, and what becomes of the day (CLAIM-12 to CLAIM-17)."""

from datetime import date, datetime

import pytest

from ccus.domain.work_history.claim_terms import Party
from ccus.domain.work_history.models import DayAsk
from ccus.domain.work_history.terms import State
from tests.factories.claims import approved, entered, state_of_days
from tests.factories.personas import Cast

MONDAY = date(2026, 11, 16)
pytestmark = pytest.mark.django_db


def test_an_entered_day_waits_and_three_companies_are_asked(cast: Cast) -> None:
    (claim,) = entered(cast.mirai, cast.site, MONDAY)
    asked = DayAsk.objects.filter(claim=claim).values_list("party", "company")
    assert set(asked) == {
        (Party.EMPLOYER, cast.takahashi.pk),
        (Party.FIRST_TIER, cast.suzuki.pk),
        (Party.PRIME, cast.sato.pk),
    }
    assert state_of_days(cast.mirai) == [(MONDAY, State.AWAITING_APPROVAL)]


def test_an_approved_entry_makes_the_day_official(cast: Cast) -> None:
    approved(*entered(cast.mirai, cast.site, MONDAY))
    assert state_of_days(cast.mirai) == [(MONDAY, State.OFFICIAL)]
