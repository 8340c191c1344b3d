"""退会した技能者 at the sites where they worked (LEAVE-04)."""

from datetime import date, datetime

import pytest
from django.test.utils import override_settings

from ccus.domain.disclosure.people import people_behind
from ccus.domain.disclosure.terms import Purpose
from ccus.domain.leaving.actions.leave import withdraw_worker
from ccus.domain.papers.roster import lines_of
from ccus.domain.sites.reading.roster import roster_of
from ccus.domain.workers.leaving import pseudonym
from tests.factories.personas import Cast, firm, person

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


@pytest.fixture
def left(cast: Cast, at: datetime) -> Cast:
    withdraw_worker(worker=cast.mirai, by=person(cast.mirai), at=at)
    return cast


def test_behind_a_day_stands_a_word_and_no_number_of_the_person(left: Cast, at: datetime) -> None:
    [who] = people_behind(firm(left.sato), [left.mirai.pk], purpose=Purpose.SITE_FEES, at=at).values()
    assert (who.words, who.name, who.number) == ("退会した技能者", "", "")


def test_at_a_site_the_number_is_always_the_same_and_elsewhere_another(left: Cast, at: datetime) -> None:
    [who] = people_behind(firm(left.sato), [left.mirai.pk], purpose=Purpose.SITE_FEES, at=at).values()
    here, elsewhere = who.at_site(left.site.number).number, who.at_site("90000000000001").number
    assert here == who.at_site(left.site.number).number != elsewhere
    assert len(here) == 8


@override_settings(SECRET_KEY="the same in every run")
def test_two_who_left_stay_two_people_at_a_site() -> None:
    assert len({pseudonym("10000000000001", worker) for worker in range(200)}) == 200


def test_the_number_says_nothing_of_the_id(left: Cast) -> None:
    number = pseudonym(left.site.number, left.mirai.pk)
    assert number not in left.mirai.number
    assert number != f"{left.mirai.pk:08d}"


def test_the_roster_goes_on_with_the_line_under_the_pseudonym(left: Cast) -> None:
    [line] = roster_of(left.second_tier.pk)
    assert (line.worker, line.number) == (left.mirai.pk, pseudonym(left.site.number, left.mirai.pk))


def test_a_paper_names_nobody_who_left(left: Cast) -> None:
    [line] = lines_of([left.second_tier.pk], DAY)
    assert (line.number, line.unseen) == (pseudonym(left.site.number, left.mirai.pk), "退会した技能者")


def test_who_stays_keeps_name_and_number(cast: Cast) -> None:
    [line] = lines_of([cast.second_tier.pk], DAY)
    assert (line.number, line.has_left) == (cast.mirai.number, False)
