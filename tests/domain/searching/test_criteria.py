"""Who is found: by what everybody may see, narrowed by what is opened alone (SEEK-01 to SEEK-04)."""

from datetime import date
from typing import Any

import pytest

from ccus.domain.cards.terms import CardColour
from ccus.domain.searching.criteria import Criteria, sentences
from ccus.domain.searching.finding import counts
from ccus.domain.searching.policies import NotEnough
from ccus.domain.searching.rules import counted
from ccus.domain.workers.actions.affiliation import end_affiliation
from ccus.domain.workers.models import Affiliation, Withdrawal, Worker, WorkerTrade
from ccus.domain.workers.terms import Item
from tests.domain.searching.world import (
    AT,
    FACT,
    TRADE,
    hand,
    has_worked,
    holds,
    keys,
    lives_in,
    open_both,
    search,
)
from tests.factories import cards, codes
from tests.factories.companies import company
from tests.factories.personas import person
from tests.factories.workers import core_qualification

pytestmark = pytest.mark.django_db
TODAY = AT.date()


@pytest.mark.parametrize(
    "criteria", [{"trade": TRADE}, {"colour": "white"}, {"kana": "タカ"}, {"kana": "タカハシ イ"}]
)
def test_what_everybody_may_see_finds_a_worker_who_opened_nothing(criteria: dict[str, Any]) -> None:
    one = hand()
    assert keys(search(company(), **criteria)) == [one.pk]


@pytest.mark.parametrize("criteria", [{"trade": "34-01"}, {"colour": "gold"}, {"kana": "ハシ"}])
def test_whoever_does_not_answer_to_it_is_not_found(criteria: dict[str, Any]) -> None:
    hand()
    assert keys(search(company(), **criteria)) == []


def test_the_full_id_finds_one_and_a_part_of_it_nobody() -> None:
    one = hand()
    hand()
    assert keys(search(company(), number=one.number)) == [one.pk]
    assert keys(search(company(), number=one.number[:13])) == []


def test_of_several_trades_the_main_one_finds() -> None:
    one = hand()
    WorkerTrade.objects.create(worker=one, trade=codes.trade("34-01"), rank=2, **FACT)
    assert keys(search(company(), trade="34-01")) == []


def test_the_newest_card_that_is_not_revoked_says_the_colour() -> None:
    one = hand()
    cards.card(worker=one, serial=2, colour=CardColour.GOLD)
    assert keys(search(company(), colour="white")) == []
    assert keys(search(company(), colour="gold")) == [one.pk]


def test_whoever_left_is_not_found() -> None:
    one = hand()
    Withdrawal.objects.create(worker=one, withdrawn_at=AT, recorded_by="system:0")
    assert keys(search(company())) == keys(search(company(), number=one.number)) == []


@pytest.mark.parametrize("wild", ["%", "_", "タ%", "\\"])
def test_signs_of_the_database_find_nobody_in_a_reading(wild: str) -> None:
    hand(kana="スズキ ジロウ")
    assert keys(search(company(), kana=f"{wild}{wild}タカ")) == []


def test_what_is_opened_cannot_be_searched_for_alone() -> None:
    with pytest.raises(NotEnough, match="主な職種"):
        search(company(), prefecture="13")


def test_whoever_opened_and_lives_elsewhere_is_left_out_and_whoever_closed_it_stays_behind() -> None:
    hidden, elsewhere, here = hand(), hand(Item.CONTACT), hand(Item.CONTACT)
    for one, prefecture in ((hidden, "27"), (elsewhere, "27"), (here, "13")):
        lives_in(one, prefecture)
    found = search(company(), trade=TRADE, prefecture="13")
    assert [(hit.worker, hit.fits) for hit in found.hits] == [(here.pk, True), (hidden.pk, False)]


def test_a_closed_item_neither_brings_a_worker_in_nor_keeps_one_out() -> None:
    right, wrong = hand(), hand()
    lives_in(right, "13")
    lives_in(wrong, "27")
    found = search(company(), trade=TRADE, prefecture="13")
    assert {(hit.worker, hit.fits) for hit in found.hits} == {(right.pk, False), (wrong.pk, False)}


def test_what_only_one_of_the_two_opened_narrows_nothing() -> None:
    one = hand()
    lives_in(one, "27")
    half = Affiliation.objects.get(worker=one)
    open_both(one, half.company, Item.CONTACT)
    end_affiliation(affiliation=half, until_on=TODAY, by=person(one), at=AT)
    assert keys(search(company(), trade=TRADE, prefecture="13")) == [one.pk]


def fits(one: Worker, **criteria: Any) -> bool:
    """Whether an open worker answers to it; otherwise the worker is not found at all."""
    found = search(company(), trade=TRADE, **criteria)
    assert all(hit.fits for hit in found.hits)
    return one.pk in keys(found)


def test_a_qualification_that_is_opened_narrows_core_workers_among_them() -> None:
    one = hand(Item.QUALIFICATIONS)
    holds(one, "S0001")
    core_qualification(worker=one)
    assert [fits(one, qualification=code) for code in ("S0001", "C0011", "S0002")] == [True, True, False]


def test_any_opened_trade_and_the_years_in_it_narrow() -> None:
    one = hand(Item.TRADES)
    WorkerTrade.objects.create(worker=one, trade=codes.trade("34-01"), rank=2, **FACT)
    has_worked(one, 12)
    assert [fits(one, skill=code) for code in ("34-01", "09-00")] == [True, False]
    assert [fits(one, years=years) for years in (12, 13)] == [True, False]


def test_the_opened_year_of_birth_narrows_on_both_ends() -> None:
    one = hand(Item.BIRTH_YEAR, birth_on=date(1975, 12, 31))
    spans = [(1975, 1975), (1976, 0), (0, 1974), (1970, 1980)]
    assert [fits(one, born_from=first, born_until=last) for first, last in spans] == [
        True,
        False,
        False,
        True,
    ]


def test_numbers_count_only_what_is_open() -> None:
    for _ in range(5):
        lives_in(hand(Item.CONTACT), "13")
        lives_in(hand(), "27")
    assert [(one.criterion, one.choices) for one in counts(Criteria(trade=TRADE), on=TODAY)] == [
        ("prefecture", (("13", 5),))
    ]


def test_a_number_below_five_is_never_counted_nor_written() -> None:
    for _ in range(4):
        lives_in(hand(Item.CONTACT), "13")
    assert counts(Criteria(trade=TRADE), on=TODAY) == ()
    assert [counted(number) for number in (0, 4, 5, 1234)] == ["5人未満", "5人未満", "5人", "1,234人"]


def test_each_criterion_is_told_in_a_sentence_of_its_own() -> None:
    told = list(sentences(Criteria(trade=TRADE, prefecture="13", years=10)))
    assert told[0] == "主な職種が「鉄筋工」の人。"
    assert told[1] == "東京都に住んでいる人（開示している人だけを、しぼりました）。"
    assert "10年以上" in told[2]
    assert told[3] == "開示していない人は、しぼらずに、後ろに出します。"
