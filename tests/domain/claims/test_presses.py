"""押した回数: entering and withdrawing again and again ends (CLAIM-40)."""

from datetime import date, timedelta

import pytest

from ccus.domain.work_history.actions.entries import withdraw
from ccus.domain.work_history.claims.presses import MOST_PRESSES, TooManyPresses
from ccus.foundation.clock import now
from tests.factories import asked
from tests.factories.claims import entered, own_site
from tests.factories.personas import Cast, person

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 16)


def pressed(cast: Cast, times: int) -> None:
    """So many presses of the last minutes, each withdrawn."""
    for minute in range(times):
        at = now() - timedelta(seconds=minute)
        asked.row(cast, recorded_at=at, superseded_at=at)


def test_entering_and_withdrawing_without_end_is_refused(cast: Cast) -> None:
    pressed(cast, MOST_PRESSES - 1)
    (claim,) = entered(cast.mirai, cast.site, MONDAY, at=now() + timedelta(seconds=1))
    withdraw(claim=claim, by=person(cast.mirai), at=now())
    with pytest.raises(TooManyPresses, match="100回になりました"):
        entered(cast.mirai, cast.site, MONDAY, at=now() + timedelta(seconds=2))


def test_a_day_later_days_are_entered_again(cast: Cast) -> None:
    pressed(cast, MOST_PRESSES)
    entered(cast.mirai, cast.site, MONDAY, at=now() + timedelta(hours=24))


def test_sites_are_not_described_without_end_either(cast: Cast) -> None:
    pressed(cast, MOST_PRESSES)
    with pytest.raises(TooManyPresses):
        own_site(cast.mirai)
