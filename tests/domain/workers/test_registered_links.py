"""所属の登録 (DATA-08): the office asks for the worker; what the company accepted does not change."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.codes.policies import DaysClosed
from ccus.domain.workers.actions.affiliation import (
    AlreadyAsked,
    MainAffiliationTaken,
    accept_affiliation,
)
from ccus.domain.workers.actions.registered import change_fact, enter_fact, remove_fact
from ccus.domain.workers.models import AffiliationRequest
from ccus.domain.workers.refused import NeverChanges
from ccus.domain.workers.registered import registered
from ccus.foundation.entry.block import Value
from ccus.foundation.kept.rows import FactRow
from ccus.foundation.kept.tables import CodeUnknown
from ccus.foundation.periods import PeriodBackwards
from tests.domain.workers.samples import rows
from tests.factories import workers
from tests.factories.personas import Cast, firm, person

TODAY = date(2026, 11, 20)
pytestmark = pytest.mark.django_db


def link(company: str, **changed: Value) -> dict[str, Value]:
    values: dict[str, Value] = {"company": company, "is_main": False, "employment": "daily"}
    return values | {"since": "2026-11-01", "until": None} | changed


def the_link(cast: Cast) -> FactRow:
    (row,) = rows(cast.mirai, "affiliation")
    return row


def past(cast: Cast) -> list[tuple[Value, Value]]:
    held = registered(cast.mirai.pk, on=TODAY, keys=["past_affiliation"])["past_affiliation"]
    return [(row.values["company_name"], row.values["until"]) for row in held]


def change(cast: Cast, at: datetime, **changed: Value) -> None:
    row = the_link(cast)
    values = {**row.values, "employment": "regular", **changed}
    change_fact(worker=cast.mirai, key="affiliation", base=row.id, values=values, by=SYSTEM, at=at)


def enter(cast: Cast, at: datetime, **changed: Value) -> AffiliationRequest:
    values = link(cast.stranger.number, **changed)
    enter_fact(worker=cast.mirai, key="affiliation", values=values, by=SYSTEM, at=at)
    return AffiliationRequest.objects.get(company=cast.stranger)


def test_a_new_employer_is_asked_in_the_workers_name(cast: Cast, at: datetime) -> None:
    request = enter(cast, at)
    assert (request.asked_by, request.employment) == (str(person(cast.mirai)), "daily")
    with pytest.raises(NotAllowed):
        accept_affiliation(request=request, by=person(cast.mirai), at=at)


def test_an_accepted_employer_stands_with_the_kind_of_employment(cast: Cast, at: datetime) -> None:
    accept_affiliation(request=enter(cast, at), by=firm(cast.stranger), at=at)
    main, other = rows(cast.mirai, "affiliation")
    assert (main.values["company_name"], other.values["company_name"]) == ("高橋鉄筋", "他社")
    assert other.values == link(cast.stranger.number, company_name="他社")


def test_an_employer_of_the_past_is_asked_with_its_last_day(cast: Cast, at: datetime) -> None:
    accept_affiliation(request=enter(cast, at, until="2026-11-10"), by=firm(cast.stranger), at=at)
    assert past(cast) == [("他社", "2026-11-10")]


def test_an_employer_is_not_left_before_it_began(cast: Cast, at: datetime) -> None:
    with pytest.raises(PeriodBackwards) as refused:
        enter(cast, at, until="2026-10-10")
    assert refused.value.field == "until"


def test_the_same_employer_is_asked_once(cast: Cast, at: datetime) -> None:
    enter(cast, at)
    with pytest.raises(AlreadyAsked, match="すでに申請されています"):
        enter(cast, at)


def test_a_company_that_nobody_knows_cannot_be_asked(cast: Cast, at: datetime) -> None:
    values = link("99999999999999")
    with pytest.raises(CodeUnknown, match="事業者ID（99999999999999）"):
        enter_fact(worker=cast.mirai, key="affiliation", values=values, by=SYSTEM, at=at)


def test_the_kind_of_employment_changes_from_today(cast: Cast, at: datetime) -> None:
    change(cast, at, employment="officer")
    assert the_link(cast).values["employment"] == "officer"
    assert past(cast) == [("高橋鉄筋", "2026-11-19")]


def test_the_company_and_first_day_of_a_link_never_change(cast: Cast, at: datetime) -> None:
    for changed in ({"company": cast.stranger.number}, {"since": "2020-01-01"}):
        with pytest.raises(NeverChanges, match="会社が承認したもの"):
            change(cast, at, **changed)


def test_the_last_day_of_a_link_ends_it(cast: Cast, at: datetime) -> None:
    change(cast, at, until="2026-11-18")
    assert rows(cast.mirai, "affiliation") == ()
    assert past(cast) == [("高橋鉄筋", "2026-11-18")]


def test_a_link_does_not_end_on_a_day_that_is_closed(cast: Cast, at: datetime) -> None:
    with pytest.raises(DaysClosed) as refused:
        change(cast, at, until="2026-09-10")
    assert refused.value.field == "until"


def test_a_removed_link_ends_today_and_is_past(cast: Cast, at: datetime) -> None:
    remove_fact(worker=cast.mirai, key="affiliation", base=the_link(cast).id, by=SYSTEM, at=at)
    assert past(cast) == [("高橋鉄筋", "2026-11-19")]


def test_what_was_known_of_a_link_before_its_end_can_be_shown(cast: Cast, at: datetime) -> None:
    old = the_link(cast)
    remove_fact(worker=cast.mirai, key="affiliation", base=old.id, by=SYSTEM, at=at)
    known_at = datetime.fromisoformat("2026-11-01T00:00:00+09:00")
    facts = registered(cast.mirai.pk, on=date(2027, 1, 1), known_at=known_at)
    assert (facts["affiliation"], facts["past_affiliation"]) == ((old,), ())


def test_a_second_main_employer_is_refused_at_the_tick(cast: Cast, at: datetime) -> None:
    side = workers.affiliation(worker=cast.mirai, company=cast.stranger, is_main=False)
    values = link(cast.stranger.number, is_main=True, since="2019-04-01")
    with pytest.raises(MainAffiliationTaken) as refused:
        change_fact(worker=cast.mirai, key="affiliation", base=side.pk, values=values, by=SYSTEM, at=at)
    assert refused.value.field == "is_main"
