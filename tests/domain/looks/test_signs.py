"""The table of signs of unusual looking, at its edges (LOOK-05, LOOK-06)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from ccus.domain.looks.signs import SIGNS, Limits, Opening, Refusal, signs_of
from ccus.domain.looks.terms import SignKind
from ccus.foundation.clock import JST

NOON = datetime(2026, 11, 19, 12, 0, tzinfo=JST)
VICTIM, OTHERS = 7, 8
ONE, NIGHT, AFTER = SignKind


def opened(workers: Iterable[int], *, of: int = OTHERS, at: datetime = NOON) -> list[Opening]:
    return [Opening(worker, at, frozenset({of})) for worker in workers]


def at_hour(hour: int, minute: int = 0) -> datetime:
    return NOON.replace(hour=hour, minute=minute)


def kinds(openings: list[Opening], refusals: Iterable[Refusal] = ()) -> list[SignKind]:
    return [sign.kind for sign in signs_of(openings, list(refusals))]


def test_every_sign_of_the_list_stands_in_the_table() -> None:
    assert set(SIGNS) == set(SignKind)


def test_nobody_opened_is_no_sign() -> None:
    assert signs_of([]) == ()


@pytest.mark.parametrize(("of_one", "found"), [(9, []), (10, [ONE]), (11, [ONE])])
def test_ten_workers_of_one_employer_are_a_sign(of_one: int, found: list[SignKind]) -> None:
    assert kinds(opened(range(of_one), of=VICTIM)) == found


@pytest.mark.parametrize(("elsewhere", "found"), [(10, [ONE]), (11, [])])
def test_they_are_at_least_half_of_all_it_opened(elsewhere: int, found: list[SignKind]) -> None:
    spread = [Opening(100 + n, NOON, frozenset({100 + n})) for n in range(elsewhere)]
    assert kinds([*opened(range(10), of=VICTIM), *spread]) == found


@pytest.mark.parametrize(("of_one", "found"), [(49, []), (50, [ONE])])
def test_half_is_counted_in_workers_out_of_a_hundred(of_one: int, found: list[SignKind]) -> None:
    spread = [Opening(100 + n, NOON, frozenset({100 + n})) for n in range(100 - of_one)]
    assert kinds([*opened(range(of_one), of=VICTIM), *spread]) == found


def test_somebody_else_opened_many_times_does_not_hide_them() -> None:
    assert kinds([*opened(range(10), of=VICTIM), *opened([50] * 30)]) == [ONE]


def test_the_same_worker_opened_again_and_again_counts_once() -> None:
    assert kinds(opened([1] * 30, of=VICTIM)) == []


def test_the_sign_names_whose_workers_they_were_and_who() -> None:
    (sign,) = signs_of([*opened(range(10), of=VICTIM), *opened([50])])
    assert (sign.employer, sign.workers) == (VICTIM, frozenset(range(10)))


def test_workers_without_an_employer_are_nobodys() -> None:
    assert kinds([Opening(worker, NOON) for worker in range(30)]) == []


def test_a_worker_of_two_employers_counts_for_each_of_them() -> None:
    both = [Opening(worker, NOON, frozenset({VICTIM, OTHERS})) for worker in range(10)]
    assert {sign.employer for sign in signs_of(both)} == {VICTIM, OTHERS}


@pytest.mark.parametrize(("workers", "found"), [(4, []), (5, [NIGHT])])
def test_five_opened_at_night_are_a_sign(workers: int, found: list[SignKind]) -> None:
    assert kinds(opened(range(workers), at=at_hour(23))) == found


@pytest.mark.parametrize(
    ("when", "found"),
    [
        (at_hour(21, 59), []),
        (at_hour(22), [NIGHT]),
        (at_hour(0), [NIGHT]),
        (at_hour(4, 59), [NIGHT]),
        (at_hour(5), []),
    ],
)
def test_the_night_lasts_from_ten_to_five(when: datetime, found: list[SignKind]) -> None:
    assert kinds(opened(range(5), at=when)) == found


@pytest.mark.parametrize(
    ("later", "found"),
    [
        (timedelta(0), []),
        (timedelta(minutes=1), [AFTER]),
        (timedelta(days=7), [AFTER]),
        (timedelta(days=7, minutes=1), []),
        (timedelta(days=-1), []),
    ],
)
def test_opening_somebody_within_a_week_of_a_refusal_is_a_sign(
    later: timedelta, found: list[SignKind]
) -> None:
    assert kinds(opened([1]), [Refusal(1, NOON - later)]) == found


def test_the_refusal_of_another_worker_is_no_sign() -> None:
    assert kinds(opened([1]), [Refusal(2, NOON - timedelta(days=1))]) == []


@pytest.mark.parametrize(
    ("limits", "found"),
    [
        (Limits(of_one_employer=3), [ONE]),
        (Limits(at_night=3), [NIGHT]),
        (Limits(of_one_employer=3, at_night=3), [ONE, NIGHT]),
    ],
)
def test_the_numbers_are_settings(limits: Limits, found: list[SignKind]) -> None:
    openings = opened(range(3), of=VICTIM, at=at_hour(23))
    assert [sign.kind for sign in signs_of(openings, (), limits)] == found


def test_the_share_is_a_setting_too() -> None:
    openings = [*opened(range(10), of=VICTIM), *(Opening(n, NOON) for n in range(50, 61))]
    assert signs_of(openings) == ()
    assert len(signs_of(openings, (), replace(Limits(), share=40))) == 1
