"""The invented country on paper: the same for the same seed, and as irregular as people are."""

from collections import Counter
from functools import cache
from uuid import UUID

import pytest

from ccus.demo.chance import number
from ccus.demo.plan.facts import District
from ccus.demo.plan.roles import LONG_NAME, MIRAI
from ccus.demo.scales import SCALES, months_that_fit
from ccus.demo.tables import TABLES
from ccus.demo.taps import Taps
from ccus.demo.workdays import working_chances
from ccus.domain.work_history.rules import date_of, day_number
from ccus.foundation.identifiers import is_number
from ccus.foundation.japanese import is_katakana
from ccus.foundation.uuid7 import is_uuid7, time_of
from tests.demo.village import TODAY, VILLAGE, planned, tapped

pytestmark = pytest.mark.thorough

SEED = 4


@cache
def village_taps() -> Taps:
    return tapped(SEED)


def village() -> District:
    return planned(SEED)


def columns() -> list[tuple[int, UUID, int, int]]:
    """(reader, id, at as PostgreSQL counts it, seq) out of the packed rows."""
    rows = list(village_taps().packed())
    ints = [(int.from_bytes(row[6:14]), UUID(bytes=row[18:34]), row) for row in rows]
    return [
        (reader, tap, int.from_bytes(row[38:46]), int.from_bytes(row[50:58])) for reader, tap, row in ints
    ]


def test_the_same_seed_makes_the_same_taps_byte_for_byte() -> None:
    assert list(tapped(SEED).packed()) == list(village_taps().packed())


def test_the_same_seed_makes_the_same_rows_in_every_table() -> None:
    first, second = village(), village()
    assert all(list(made(first)) == list(made(second)) for _, _, made in TABLES)


def test_another_seed_makes_another_country() -> None:
    assert {person.number for person in planned(5).people} != {person.number for person in village().people}


def test_a_tap_carries_the_time_of_its_reading_in_its_id() -> None:
    epoch = 946_684_800_000
    assert all(is_uuid7(tap) and time_of(tap) == at // 1000 + epoch for _, tap, at, _ in columns())


def test_each_reader_numbers_its_taps_without_a_gap() -> None:
    numbers: dict[int, list[int]] = {}
    for reader, _, _, seq in columns():
        numbers.setdefault(reader, []).append(seq)
    assert all(given == list(range(1, len(given) + 1)) for given in numbers.values())


def test_a_country_has_as_many_people_firms_and_sites_as_its_scale_says() -> None:
    made = village()
    assert len(made.people) == VILLAGE.workers
    assert (len(made.firms), len(made.sites)) == (VILLAGE.companies, VILLAGE.sites)


def test_the_districts_of_a_prefecture_add_up() -> None:
    scale = SCALES["prefecture"]
    assert sum(scale.share(scale.sites, n) for n in range(scale.districts)) == 3_000


def test_numbers_have_fourteen_digits_and_never_come_twice() -> None:
    drawn = [number(SEED, kind, n) for kind in ("worker", "company", "site") for n in range(1, 5_000)]
    assert len(set(drawn)) == len(drawn)
    assert all(map(is_number, drawn))


def test_every_person_has_a_name_that_can_be_read_out() -> None:
    assert all(is_katakana(person.name.kana) for person in village().people)


def test_the_long_name_has_forty_letters() -> None:
    assert len(LONG_NAME.name.official) == 40


def test_the_sample_card_of_the_guide_is_good_until_1_april_2029() -> None:
    mirai = next(person for person in village().people if person.number == MIRAI.number)
    assert [(card.token, str(date_of(card.expires_day))) for card in mirai.cards] == [
        ("1234567890123401", "2029-04-01")
    ]


def test_structures_go_down_to_the_fourth_tier() -> None:
    tiers = {member.tier for site in village().sites for member in site.members.values()}
    assert {0, 1, 2, 3} <= tiers


def test_a_firm_is_never_invited_before_the_firm_above_it() -> None:
    members = [member for site in village().sites for member in site.members.values()]
    assert all(m.parent is None or m.parent.accepted_day <= m.accepted_day for m in members)


def test_some_work_at_several_sites_in_a_day() -> None:
    a_day = Counter((worker, day) for worker, _, day in village_taps().keys)
    assert max(a_day.values()) >= 4


def test_nobody_builds_at_new_year_and_few_on_a_holiday() -> None:
    year = working_chances(day_number(date_of(TODAY).replace(month=1, day=1)), TODAY)
    assert year[:3] == [0.0, 0.0, 0.0]
    assert year[11] < 0.1  # 成人の日


def test_a_nation_keeps_as_many_months_as_the_disk_holds() -> None:
    nation = SCALES["nation"]
    assert months_that_fit(nation, 60 * 1024**3) < months_that_fit(nation, 200 * 1024**3) < nation.months
    assert months_that_fit(nation, 5 * 1024**3) == 0
