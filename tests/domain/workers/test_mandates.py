"""代行の委任 (DATA-19): given by nobody but the worker, ended by either side, at once."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.workers.actions.mandates import (
    MandateForNothing,
    MandateStands,
    end_mandate,
    give_mandate,
)
from ccus.domain.workers.models import Mandate
from ccus.domain.workers.policies import holds_mandate
from ccus.domain.workers.terms import Mandated
from ccus.foundation.periods import PeriodBackwards
from ccus.foundation.superseding import AlreadyChanged
from tests.factories.personas import OFFICE, Cast, firm, person

TODAY = date(2026, 11, 20)
FILING = Mandated.FILE_APPLICATIONS
pytestmark = pytest.mark.django_db


def given(cast: Cast, at: datetime, from_on: date = TODAY, until_on: date | None = None) -> Mandate:
    return give_mandate(
        worker=cast.mirai,
        company=cast.takahashi,
        acts=[FILING],
        from_on=from_on,
        until_on=until_on,
        by=person(cast.mirai),
        at=at,
    )


def holds(cast: Cast, on: date = TODAY) -> bool:
    return holds_mandate(worker=cast.mirai.pk, company=cast.takahashi.pk, act=FILING, on=on)


def test_a_mandate_holds_from_its_first_to_its_last_day(cast: Cast, at: datetime) -> None:
    given(cast, at, until_on=date(2026, 12, 1))
    days = (date(2026, 11, 19), TODAY, date(2026, 11, 30), date(2026, 12, 1))
    assert [holds(cast, day) for day in days] == [False, True, True, False]


def test_nobody_but_the_worker_gives_a_mandate(cast: Cast, at: datetime) -> None:
    for by in (firm(cast.takahashi), OFFICE):
        with pytest.raises(NotAllowed, match="技能者本人だけ"):
            give_mandate(
                worker=cast.mirai, company=cast.takahashi, acts=[FILING], from_on=TODAY, by=by, at=at
            )


@pytest.mark.parametrize("side", ["worker", "company"])
def test_either_side_ends_a_mandate_and_it_is_over_at_once(side: str, cast: Cast, at: datetime) -> None:
    mandate = given(cast, at, from_on=date(2026, 11, 1))
    by = person(cast.mirai) if side == "worker" else firm(cast.takahashi)
    end_mandate(mandate=mandate, by=by, at=at)
    assert (holds(cast), holds(cast, date(2026, 11, 19))) == (False, True)


def test_a_mandate_of_today_or_of_later_is_ended_without_a_trace_of_days(cast: Cast, at: datetime) -> None:
    for from_on in (TODAY, date(2027, 1, 1)):
        end_mandate(mandate=given(cast, at, from_on=from_on), by=person(cast.mirai), at=at)
    assert not Mandate.objects.filter(superseded_at=None).exists()


def test_a_mandate_is_ended_once(cast: Cast, at: datetime) -> None:
    mandate = given(cast, at, from_on=date(2026, 11, 1))
    end_mandate(mandate=mandate, by=person(cast.mirai), at=at)
    with pytest.raises(AlreadyChanged):
        end_mandate(mandate=mandate, by=firm(cast.takahashi), at=at)


def test_a_stranger_ends_no_mandate(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        end_mandate(mandate=given(cast, at), by=firm(cast.stranger), at=at)


def test_one_mandate_for_one_company_holds_on_any_day(cast: Cast, at: datetime) -> None:
    given(cast, at)
    with pytest.raises(MandateStands, match="高橋鉄筋には"):
        given(cast, at, from_on=date(2027, 1, 1))


def test_a_mandate_is_for_something_and_for_days_that_exist(cast: Cast, at: datetime) -> None:
    with pytest.raises(PeriodBackwards):
        given(cast, at, until_on=TODAY)
    with pytest.raises(MandateForNothing):
        give_mandate(
            worker=cast.mirai,
            company=cast.takahashi,
            acts=[],
            from_on=TODAY,
            by=person(cast.mirai),
            at=at,
        )
