"""代行の委任 (PROXY-01, PROXY-03, PROXY-07): given by nobody but the worker, ended by either side, at once."""

from datetime import date, datetime, timedelta

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.companies.models import Company
from ccus.domain.notices.models import Notice
from ccus.domain.proxies.actions.mandates import (
    MandateForNothing,
    MandateOfThePast,
    MandateStands,
    MandateTooLong,
    end_mandate,
    give_mandate,
)
from ccus.domain.proxies.policies import NotToBeEntrusted, mandate_held
from ccus.domain.workers.models import Mandate
from ccus.domain.workers.terms import Mandated
from ccus.foundation.periods import PeriodBackwards
from ccus.foundation.superseding import AlreadyChanged
from tests.factories import mandates, seats
from tests.factories.personas import Cast, firm, person

TODAY = date(2026, 11, 20)
FILING = Mandated.FILE_APPLICATIONS
pytestmark = pytest.mark.django_db


def given(
    cast: Cast,
    at: datetime,
    from_on: date = TODAY,
    until_on: date | None = None,
    company: Company | None = None,
) -> Mandate:
    return give_mandate(
        worker=cast.mirai,
        company=company or cast.takahashi,
        acts=[FILING],
        from_on=from_on,
        until_on=until_on,
        by=person(cast.mirai),
        at=at,
    )


def holds(cast: Cast, on: date = TODAY) -> bool:
    return mandate_held(worker=cast.mirai.pk, company=cast.takahashi.pk, on=on) is not None


def test_a_mandate_holds_from_its_first_to_its_last_day(cast: Cast, at: datetime) -> None:
    given(cast, at, until_on=date(2026, 12, 1))
    days = (date(2026, 11, 19), TODAY, date(2026, 11, 30), date(2026, 12, 1))
    assert [holds(cast, day) for day in days] == [False, True, True, False]


def test_nobody_but_the_worker_gives_a_mandate(cast: Cast, at: datetime) -> None:
    for by in (firm(cast.takahashi), SYSTEM, Actor(ActorKind.OPERATOR, 1)):
        with pytest.raises(NotAllowed, match="技能者本人だけ"):
            give_mandate(
                worker=cast.mirai, company=cast.takahashi, acts=[FILING], from_on=TODAY, by=by, at=at
            )


def test_employer_prime_upper_firm_and_agent_may_be_entrusted(cast: Cast, at: datetime) -> None:
    for company in (cast.takahashi, cast.suzuki, cast.sato, mandates.agent()):
        given(cast, at, company=company)
    assert Mandate.objects.count() == 4


def test_a_company_without_any_tie_cannot_be_entrusted(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotToBeEntrusted, match="他社には、委任できません"):
        given(cast, at, company=cast.stranger)


def test_an_agent_whose_licence_ended_can_no_longer_act(cast: Cast, at: datetime) -> None:
    licence = mandates.licence(cast.stranger)
    given(cast, at, company=cast.stranger)
    licence.superseded_at = at
    licence.save(update_fields=["superseded_at"])
    assert mandate_held(worker=cast.mirai.pk, company=cast.stranger.pk, on=TODAY) is None


def test_an_employer_of_yesterday_can_no_longer_act(cast: Cast, at: datetime) -> None:
    given(cast, at)
    for fact in (cast.affiliation, cast.line):
        fact.superseded_at = at
        fact.save(update_fields=["superseded_at"])
    assert not holds(cast)


def test_a_mandate_without_a_last_day_ends_after_a_year(cast: Cast, at: datetime) -> None:
    assert given(cast, at).valid_until == date(2027, 11, 20)


def test_a_mandate_of_more_than_a_year_is_refused_with_the_last_possible_day(
    cast: Cast, at: datetime
) -> None:
    with pytest.raises(MandateTooLong, match="2027年11月19日まで"):
        given(cast, at, until_on=date(2027, 11, 21))


def test_a_mandate_cannot_begin_before_today(cast: Cast, at: datetime) -> None:
    with pytest.raises(MandateOfThePast, match="今日"):
        given(cast, at, from_on=date(2026, 11, 19))


@pytest.mark.parametrize("side", ["worker", "company"])
def test_either_side_ends_a_mandate_and_it_is_over_at_once(side: str, cast: Cast, at: datetime) -> None:
    mandate = given(cast, at)
    by = person(cast.mirai) if side == "worker" else firm(cast.takahashi)
    tomorrow = at + timedelta(days=1)
    end_mandate(mandate=mandate, by=by, at=tomorrow)
    assert (holds(cast, date(2026, 11, 21)), holds(cast)) == (False, True)


def test_a_mandate_of_today_or_of_later_is_ended_without_a_trace_of_days(cast: Cast, at: datetime) -> None:
    for from_on in (TODAY, date(2027, 1, 1)):
        end_mandate(mandate=given(cast, at, from_on=from_on), by=person(cast.mirai), at=at)
    assert not Mandate.objects.filter(superseded_at=None).exists()


def test_a_mandate_is_ended_once(cast: Cast, at: datetime) -> None:
    mandate = given(cast, at)
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


def test_each_side_hears_what_the_other_did(cast: Cast, at: datetime) -> None:
    clerk = seats.seat(cast.takahashi)
    end_mandate(mandate=given(cast, at), by=person(cast.mirai), at=at)
    end_mandate(mandate=given(cast, at), by=clerk.actor, at=at)
    told = Notice.objects.order_by("pk").values_list("account", "title")
    assert [account for account, _ in told] == [clerk.account, clerk.account, clerk.account, cast.account.pk]
