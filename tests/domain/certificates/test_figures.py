"""証明される数字: which states each sum includes (D-25, PROOF-02)."""

import json
from dataclasses import replace
from datetime import date

import pytest

from ccus.domain.certificates.figures import Figures, figures_of
from ccus.domain.work_history.career import CareerDay
from ccus.domain.work_history.terms import Evidence, State
from tests.factories.records import career_day

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)


def of(*days: CareerDay) -> Figures:
    return figures_of(days, with_sites=True)


@pytest.mark.parametrize(
    ("state", "counted", "official", "beside"),
    [
        (State.OFFICIAL, 1, 1, 0),
        (State.UNLINKED, 1, 0, 0),
        (State.AWAITING_APPROVAL, 0, 0, 0),
        (State.UNAPPROVED, 0, 0, 1),
        (State.REFUSED, 0, 0, 0),
    ],
)
def test_each_state_stands_in_its_own_sums(state: State, counted: int, official: int, beside: int) -> None:
    sums = of(career_day(MONDAY, state=state))
    assert (sums.days, sums.records) == (counted, counted)
    assert (sums.official_days, sum(days for _, days in sums.trades)) == (official, official)
    assert sums.unapproved_days == beside


def test_two_sites_on_one_day_are_one_day_and_two_records() -> None:
    sums = of(career_day(MONDAY), career_day(MONDAY, place=2, trade="とび工"), career_day(TUESDAY))
    assert (sums.days, sums.records, sums.official_days) == (2, 3, 2)
    assert sums.trades == (("鉄筋工", 2), ("とび工", 1))


def test_a_site_says_its_days_for_each_kind_of_work() -> None:
    sums = of(career_day(MONDAY), career_day(TUESDAY, work_content="揚重"))
    assert [(site.work_content, site.days) for site in sums.sites] == [("配筋", 1), ("揚重", 1)]


def test_sites_are_left_out_where_nobody_asked_for_them() -> None:
    assert figures_of([career_day(MONDAY)], with_sites=False).sites == ()


def test_years_and_evidence_are_counted_apart() -> None:
    early = career_day(date(2024, 4, 1), evidence=Evidence.APPROVED_ENTRY)
    sums = of(early, career_day(MONDAY), career_day(TUESDAY, state=State.UNAPPROVED))
    assert [(year.year, year.days, year.unapproved_days) for year in sums.years] == [
        (2024, 1, 0),
        (2026, 1, 1),
    ]
    assert sums.grades == (("カード", 1), ("入力・承認あり", 1))


def test_figures_come_back_from_the_register_as_they_were() -> None:
    sums = of(career_day(MONDAY), career_day(TUESDAY, trade="", position=""))
    assert Figures.from_json(json.loads(json.dumps(sums.as_json()))) == sums


def test_a_site_with_another_name_is_the_same_site() -> None:
    day = career_day(MONDAY)
    assert of(day).same_as(of(replace(day, site_name="未来タワー（改称）")))
    assert not of(day).same_as(of(replace(day, site_number="", site_name="ほかの現場")))
    assert not of(day).same_as(of(day, career_day(TUESDAY)))
