"""所属 (REG-11 to REG-14): either side asks, the other accepts; one main employer."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.models import Affect
from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM, Actor
from ccus.domain.codes.policies import DaysClosed
from ccus.domain.companies.models import Company
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.workers.actions.affiliation import (
    AlreadyAffiliated,
    AlreadyAsked,
    MainAffiliationTaken,
    RequestClosed,
    accept_affiliation,
    ask_affiliation,
    end_affiliation,
    refuse_affiliation,
)
from ccus.domain.workers.models import Affiliation, AffiliationRequest
from ccus.domain.workers.policies import WorkerWithdrawn
from ccus.foundation.superseding import AlreadyChanged, DayOutsideFact
from tests.factories.personas import Cast, firm, person

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
pytestmark = pytest.mark.django_db


def asked(
    cast: Cast, company: Company, *, at: datetime, by: Actor | None = None, is_main: bool = False
) -> AffiliationRequest:
    return ask_affiliation(
        worker=cast.mirai,
        company=company,
        is_main=is_main,
        from_on=NOVEMBER,
        by=by or person(cast.mirai),
        at=at,
    )


def test_the_worker_asks_and_the_company_accepts(cast: Cast, at: datetime) -> None:
    link = accept_affiliation(request=asked(cast, cast.stranger, at=at), by=firm(cast.stranger), at=at)
    assert (link.worker, link.company, link.valid_from, link.valid_until) == (
        cast.mirai,
        cast.stranger,
        NOVEMBER,
        None,
    )


def test_the_company_asks_and_the_worker_accepts(cast: Cast, at: datetime) -> None:
    request = asked(cast, cast.stranger, by=firm(cast.stranger), at=at)
    assert accept_affiliation(request=request, by=person(cast.mirai), at=at).company == cast.stranger


def test_an_accepted_link_touches_the_workers_days_from_its_first(cast: Cast, at: datetime) -> None:
    accept_affiliation(request=asked(cast, cast.stranger, at=at), by=firm(cast.stranger), at=at)
    affect = Affect.objects.get()
    assert (affect.worker, affect.place, affect.from_on, affect.until_on) == (
        cast.mirai.pk,
        None,
        NOVEMBER,
        None,
    )


def test_nobody_accepts_a_request_of_his_own(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="申請を受けた側"):
        accept_affiliation(request=asked(cast, cast.stranger, at=at), by=person(cast.mirai), at=at)


def test_a_company_without_a_part_in_it_neither_asks_nor_accepts(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        asked(cast, cast.takahashi, by=firm(cast.stranger), at=at)
    with pytest.raises(NotAllowed):
        accept_affiliation(request=asked(cast, cast.suzuki, at=at), by=firm(cast.stranger), at=at)


def test_one_request_at_a_time_is_open_between_two(cast: Cast, at: datetime) -> None:
    asked(cast, cast.stranger, at=at)
    with pytest.raises(AlreadyAsked, match="他社への所属は、すでに申請されています"):
        asked(cast, cast.stranger, by=firm(cast.stranger), at=at)


def test_a_second_main_employer_is_refused(cast: Cast, at: datetime) -> None:
    request = asked(cast, cast.stranger, is_main=True, at=at)
    with pytest.raises(MainAffiliationTaken, match="別の主たる所属があります") as refused:
        accept_affiliation(request=request, by=firm(cast.stranger), at=at)
    assert refused.value.field == "valid_from"


def test_a_second_employer_beside_the_main_one_is_fine(cast: Cast, at: datetime) -> None:
    accept_affiliation(request=asked(cast, cast.stranger, at=at), by=firm(cast.stranger), at=at)
    assert Affiliation.objects.filter(worker=cast.mirai, superseded_at=None).count() == 2


def test_a_link_to_the_same_company_is_not_made_twice(cast: Cast, at: datetime) -> None:
    with pytest.raises(AlreadyAffiliated, match="高橋鉄筋"):
        accept_affiliation(request=asked(cast, cast.takahashi, at=at), by=firm(cast.takahashi), at=at)


def test_a_request_is_answered_once(cast: Cast, at: datetime) -> None:
    request = asked(cast, cast.stranger, at=at)
    refuse_affiliation(request=request, by=firm(cast.stranger), at=at)
    with pytest.raises(RequestClosed):
        accept_affiliation(request=request, by=firm(cast.stranger), at=at)
    with pytest.raises(RequestClosed):
        refuse_affiliation(request=request, by=person(cast.mirai), at=at)


def test_after_a_refusal_one_may_ask_again(cast: Cast, at: datetime) -> None:
    refuse_affiliation(request=asked(cast, cast.stranger, at=at), by=person(cast.mirai), at=at)
    assert asked(cast, cast.stranger, at=at).closed_at is None


@pytest.mark.parametrize("side", ["worker", "company", "system"])
def test_either_side_ends_a_link(side: str, cast: Cast, at: datetime) -> None:
    by = {"worker": person(cast.mirai), "company": firm(cast.takahashi), "system": SYSTEM}[side]
    remains = end_affiliation(affiliation=cast.affiliation, until_on=DECEMBER, by=by, at=at)
    assert remains is not None
    assert (remains.valid_from, remains.valid_until) == (date(2019, 4, 1), DECEMBER)


def test_what_remains_of_a_link_was_said_when_the_link_was_said(cast: Cast, at: datetime) -> None:
    remains = end_affiliation(affiliation=cast.affiliation, until_on=NOVEMBER, by=person(cast.mirai), at=at)
    assert remains is not None
    assert remains.recorded_at == cast.affiliation.recorded_at
    assert Affiliation.objects.get(pk=cast.affiliation.pk).superseded_at == at


def test_ending_a_link_touches_the_days_after_it(cast: Cast, at: datetime) -> None:
    end_affiliation(affiliation=cast.affiliation, until_on=NOVEMBER, by=person(cast.mirai), at=at)
    affect = Affect.objects.get()
    assert (affect.worker, affect.from_on, affect.until_on) == (cast.mirai.pk, NOVEMBER, None)


def test_after_the_end_another_main_employer_is_accepted(cast: Cast, at: datetime) -> None:
    end_affiliation(affiliation=cast.affiliation, until_on=NOVEMBER, by=person(cast.mirai), at=at)
    request = asked(cast, cast.stranger, is_main=True, at=at)
    assert accept_affiliation(request=request, by=firm(cast.stranger), at=at).is_main


def test_days_after_their_deadline_are_not_taken_back(cast: Cast, at: datetime) -> None:
    with pytest.raises(DaysClosed, match="2026年10月1日以降の日にしてください"):
        end_affiliation(
            affiliation=cast.affiliation, until_on=date(2026, 9, 30), by=person(cast.mirai), at=at
        )


def test_a_link_is_ended_once(cast: Cast, at: datetime) -> None:
    end_affiliation(affiliation=cast.affiliation, until_on=NOVEMBER, by=person(cast.mirai), at=at)
    with pytest.raises(AlreadyChanged, match="先に、ほかの変更"):
        end_affiliation(affiliation=cast.affiliation, until_on=NOVEMBER, by=firm(cast.takahashi), at=at)


def test_a_link_cannot_end_outside_its_days(cast: Cast, at: datetime) -> None:
    remains = end_affiliation(affiliation=cast.affiliation, until_on=NOVEMBER, by=person(cast.mirai), at=at)
    assert remains is not None
    with pytest.raises(DayOutsideFact, match="2019年4月1日から2026年10月31日まで"):
        end_affiliation(affiliation=remains, until_on=DECEMBER, by=person(cast.mirai), at=at)


def test_nobody_asks_for_a_worker_who_left(cast: Cast, at: datetime) -> None:
    withdraw_worker(worker=cast.mirai, by=person(cast.mirai), at=at)
    with pytest.raises(WorkerWithdrawn):
        asked(cast, cast.stranger, by=firm(cast.stranger), at=at)
