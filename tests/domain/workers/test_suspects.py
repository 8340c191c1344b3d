"""重複の疑い: who is compared with whom (SAME-01, SAME-08)."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccus.domain.workers.actions.same_person import find_different, propose_merge
from ccus.domain.workers.candidates import candidates
from ccus.domain.workers.matching import Described
from ccus.domain.workers.models import Worker
from ccus.domain.workers.suspects import newest_suspects, suspects_of
from ccus.domain.workers.terms import Likeness
from tests.factories import officers, workers

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)


def taro(kana: str = "サトウ タロウ", **values: object) -> Worker:
    return workers.worker(name__official="佐藤 太郎", name__kana=kana, **values)


def pairs() -> list[tuple[str, str]]:
    return [(pair.number, pair.other_number) for pair in newest_suspects(on=TODAY).pairs]


def test_workers_of_one_birth_date_and_like_names_are_suspected_with_why() -> None:
    one, other = taro(), taro("サトー タロー")
    (pair,) = newest_suspects(on=TODAY).pairs
    assert (pair.number, pair.other_number) == (one.number, other.number)
    likenesses = {point.likeness for point in pair.compared.points}
    assert likenesses == {Likeness.KANA_ALIKE, Likeness.OFFICIAL, Likeness.BIRTH}


def test_one_furigana_and_a_birth_date_mistyped_are_found_too() -> None:
    taro(birth_on=date(1975, 6, 15))
    taro(birth_on=date(1975, 6, 25))
    assert len(pairs()) == 1


def test_who_only_shares_a_birthday_is_nobodys_suspect() -> None:
    taro()
    workers.worker(name__official="鈴木 花子", name__kana="スズキ ハナコ")
    assert pairs() == []


def test_pairs_that_were_proposed_or_found_different_are_suspected_no_more() -> None:
    officer = officers.officer()
    one, other, third = taro(), taro(), taro()
    find_different(worker=one, other=other, words="同姓同名", by=officer.actor, at=AT)
    propose_merge(worker=one, main=third, words="同じ人", by=officer.actor, at=AT)
    assert pairs() == [(other.number, third.number)]


def test_whoever_was_erased_is_nobodys_suspect_and_compared_with_nobody() -> None:
    erased = [workers.worker(name=None, birth_on=date(1900, 1, 1)) for _ in range(2)]
    assert pairs() == []
    assert suspects_of(erased[0].number, on=TODAY).pairs == ()
    assert candidates([Described(0, date(1990, 1, 1), kana="ヤマダ ハナコ")]) == []


def test_one_worker_is_looked_at_by_number() -> None:
    one, other = taro(), taro()
    workers.worker(), workers.worker()
    (pair,) = suspects_of(other.number, on=TODAY).pairs
    assert pair.number == one.number


def test_the_register_is_gone_through_page_by_page() -> None:
    for _ in range(3):
        workers.worker()
    first = newest_suspects(on=TODAY, limit=2)
    assert first.older > 0
    assert newest_suspects(before=first.older, on=TODAY, limit=2).older == 0


def test_the_number_of_statements_does_not_grow_with_the_workers() -> None:
    def statements() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            newest_suspects(on=TODAY)
        return len(captured)

    taro(), taro()
    few = statements()
    for _ in range(8):
        taro()
    assert statements() == few == 7  # five readings, between two words of for whom
