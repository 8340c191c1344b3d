"""技能者登録 (REG-04 to REG-07)."""

from datetime import date, datetime

import pytest
from django.contrib.auth.hashers import check_password

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.audit.terms import SYSTEM
from ccus.domain.workers.actions.registration import AlreadyRegistered, RegisteredWorker, register_worker
from ccus.domain.workers.models import Worker, WorkerName
from ccus.domain.workers.reading import grade_of
from ccus.domain.workers.rules import (
    BirthDateImpossible,
    NameUnreadable,
    PersonName,
    TradesUncountable,
    person_name,
)
from ccus.domain.workers.terms import Grade
from tests.factories import codes
from tests.factories.personas import Cast, person

MIRAI = PersonName("建設　未来", "けんせつ　みらい")
BORN = date(1989, 4, 1)
pytestmark = pytest.mark.django_db


def registered(
    at: datetime, name: PersonName = MIRAI, *, is_another_person: bool = False
) -> RegisteredWorker:
    return register_worker(
        name=name,
        birth_on=BORN,
        trades=[codes.trade()],
        is_another_person=is_another_person,
        by=SYSTEM,
        at=at,
    )


def test_a_worker_gets_a_number_an_account_and_an_initial_password(at: datetime) -> None:
    opened = registered(at)
    account = opened.worker.account
    assert account is not None
    assert account.login_id == opened.worker.number
    assert opened.worker.number.endswith("21")
    assert check_password(opened.initial_password, account.password)


def test_the_name_is_kept_as_written_with_kana_in_katakana(at: datetime) -> None:
    name = WorkerName.objects.get(worker=registered(at).worker)
    assert (name.official, name.kana) == ("建設 未来", "ケンセツ ミライ")


def test_the_first_trade_is_the_main_one(at: datetime) -> None:
    trades = [codes.trade("34-01"), codes.trade("10-01")]
    worker = register_worker(name=MIRAI, birth_on=BORN, trades=trades, by=SYSTEM, at=at).worker
    assert list(worker.trades.order_by("rank").values_list("trade__code", flat=True)) == ["34-01", "10-01"]


def test_the_same_person_is_not_registered_twice(at: datetime) -> None:
    registered(at)
    with pytest.raises(AlreadyRegistered, match="入力された情報は既に登録されています"):
        registered(at)


def test_somebody_else_of_the_same_name_and_birth_date_is_registered_by_the_office(at: datetime) -> None:
    assert registered(at).worker.number != registered(at, is_another_person=True).worker.number


def test_a_number_that_is_taken_is_drawn_again(at: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter([1, 1, 1, 2])
    monkeypatch.setattr("secrets.randbelow", lambda _: next(drawn))
    first = registered(at, PersonName("一", "イチ")).worker
    second = registered(at, PersonName("二", "ニ")).worker
    assert first.number.startswith("00000000001")
    assert second.number.startswith("00000000002")


def test_numbers_that_are_always_taken_are_an_error_and_leave_nothing(
    at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secrets.randbelow", lambda _: 1)
    registered(at, PersonName("一", "イチ"))
    with pytest.raises(Exception, match="account_login_id_key"):
        registered(at, PersonName("二", "ニ"))
    assert Worker.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "field"),
    [
        (PersonName("", "ケンセツ"), "official"),
        (PersonName("建設 未来", ""), "kana"),
        (PersonName("建設 未来", "建設 未来"), "kana"),
        (PersonName("未" * 121, "ミライ"), "official"),
        (PersonName("未来", "ミライ", alias="未" * 121), "alias"),
    ],
)
def test_a_name_that_cannot_be_read_is_refused_at_its_field(
    name: PersonName, field: str, at: datetime
) -> None:
    with pytest.raises(NameUnreadable) as refused:
        registered(at, name)
    assert refused.value.field == field


@pytest.mark.parametrize("birth_on", [date(2026, 11, 20), date(2030, 1, 1), date(1899, 12, 31)])
def test_a_birth_date_that_cannot_be_is_refused(birth_on: date, at: datetime) -> None:
    with pytest.raises(BirthDateImpossible, match="生年月日"):
        register_worker(name=MIRAI, birth_on=birth_on, trades=[codes.trade()], by=SYSTEM, at=at)


@pytest.mark.parametrize("chosen", [[], ["10-01", "10-01"], ["10-01", "34-01", "34-02", "34-03", "34-04"]])
def test_one_to_four_different_trades_are_chosen(chosen: list[str], at: datetime) -> None:
    with pytest.raises(TradesUncountable, match="職種"):
        register_worker(name=MIRAI, birth_on=BORN, trades=[codes.trade(c) for c in chosen], by=SYSTEM, at=at)


def test_only_the_office_registers(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="運営主体"):
        register_worker(name=MIRAI, birth_on=BORN, trades=[codes.trade()], by=person(cast.mirai), at=at)


def test_the_grade_of_a_registration_holds_from_its_day(at: datetime) -> None:
    done = register_worker(
        name=MIRAI, birth_on=BORN, trades=[codes.trade()], grade=Grade.SIMPLE, by=SYSTEM, at=at
    )
    assert grade_of(done.worker.pk, on=date(2026, 11, 20)) is Grade.SIMPLE


def test_each_form_of_a_name_is_kept_with_its_document(at: datetime) -> None:
    given = person_name(
        {
            "official": "阮 文英",
            "kana": "グエン",
            "roman": "NGUYEN",
            "roman_source": "passport",
            "native": None,
        }
    )
    name = WorkerName.objects.get(worker=registered(at, given).worker)
    assert (name.official, name.roman, name.roman_source, name.native) == (
        "阮 文英",
        "NGUYEN",
        "passport",
        "",
    )


def test_a_name_of_one_letter_or_of_120_is_kept(at: datetime) -> None:
    for official in ("李", "𠮷" * 120):
        assert (
            WorkerName.objects.get(worker=registered(at, PersonName(official, "リ")).worker).official
            == official
        )
