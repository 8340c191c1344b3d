"""所属を申請する相手をさがす: three things together, and misses are counted (EMP-01)."""

from datetime import date, datetime

import pytest

from ccus.domain.accounts.tries import TooManyTries
from ccus.domain.workers.asking import NobodyFits, worker_to_ask
from ccus.domain.workers.models import Withdrawal, Worker
from tests.factories.personas import MIRAI_NUMBER, Cast

pytestmark = pytest.mark.django_db
BORN = date(1989, 4, 1)


def sought(
    at: datetime,
    *,
    number: str = MIRAI_NUMBER,
    kana: str = "ケンセツ ミライ",
    born: date = BORN,
    company: int = 7,
) -> Worker:
    return worker_to_ask(company=company, number=number, kana=kana, birth_on=born, at=at)


@pytest.mark.parametrize("kana", ["ケンセツ ミライ", "けんせつ　みらい", "ｹﾝｾﾂﾐﾗｲ"])
def test_a_worker_is_found_however_the_kana_is_typed(kana: str, cast: Cast, at: datetime) -> None:
    assert sought(at, kana=kana) == cast.mirai


@pytest.mark.parametrize("kana", ["ケンセツ ミク", ""])
def test_a_wrong_kana_a_wrong_birth_and_a_wrong_number_have_one_answer(
    kana: str, cast: Cast, at: datetime
) -> None:
    answers = set()
    for wrong in ({"kana": kana}, {"born": date(1989, 4, 2)}, {"number": "12345678901235"}):
        with pytest.raises(NobodyFits) as refused:
            sought(at, **wrong)
        answers.add(refused.value.sentence)
    assert len(answers) == 1


def test_who_left_the_register_is_found_no_more(cast: Cast, at: datetime) -> None:
    Withdrawal.objects.create(worker=cast.mirai, withdrawn_at=at, recorded_by="system:0")
    with pytest.raises(NobodyFits):
        sought(at)


def test_after_twenty_misses_on_a_day_a_company_asks_no_more(cast: Cast, at: datetime) -> None:
    for _ in range(20):
        with pytest.raises(NobodyFits):
            sought(at, kana="チガウ")
    with pytest.raises(TooManyTries, match="上限"):
        sought(at)
    assert sought(at, company=8) == cast.mirai


def test_whoever_names_workers_rightly_asks_as_often_as_needed(cast: Cast, at: datetime) -> None:
    assert {sought(at).pk for _ in range(30)} == {cast.mirai.pk}
