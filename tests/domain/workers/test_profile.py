"""登録内容の変更 (REG-05, REG-08, REG-10)."""

from datetime import date, datetime

import pytest

from ccus.domain.audit.policies import NotAllowed
from ccus.domain.workers.actions.profile import (
    CertificateMissing,
    change_name,
    choose_trades,
    register_core_worker_qualification,
)
from ccus.domain.workers.models import WorkerName, WorkerTrade
from ccus.domain.workers.rules import PersonName
from ccus.foundation.periods import PeriodBackwards
from ccus.foundation.superseding import DayOutsideFact, standing_on
from tests.factories import codes
from tests.factories.personas import OFFICE, Cast, firm, person

MAY, TODAY = date(2026, 5, 1), date(2026, 11, 20)
pytestmark = pytest.mark.django_db


def name_on(cast: Cast, day: date) -> str:
    return standing_on(WorkerName.objects.filter(worker=cast.mirai), day).get().official


def trades_on(cast: Cast, day: date) -> list[str]:
    standing = standing_on(WorkerTrade.objects.filter(worker=cast.mirai), day)
    return list(standing.order_by("rank").values_list("trade__code", flat=True))


def test_a_new_name_holds_from_its_day_and_the_old_one_before(cast: Cast, at: datetime) -> None:
    change_name(
        worker=cast.mirai,
        name=PersonName("髙田 未来", "タカダ ミライ"),
        from_on=MAY,
        by=person(cast.mirai),
        at=at,
    )
    assert name_on(cast, date(2026, 4, 30)) == "建設 未来"
    assert name_on(cast, MAY) == "髙田 未来"


def test_a_name_does_not_begin_before_the_person_was_registered(cast: Cast, at: datetime) -> None:
    with pytest.raises(DayOutsideFact, match="2019年4月1日以降"):
        change_name(
            worker=cast.mirai,
            name=PersonName("髙田 未来", "タカダ ミライ"),
            from_on=date(2018, 1, 1),
            by=OFFICE,
            at=at,
        )


def test_trades_change_from_today(cast: Cast, at: datetime) -> None:
    new = [codes.trade("34-01"), codes.trade("10-01")]
    choose_trades(worker=cast.mirai, trades=new, by=person(cast.mirai), at=at)
    assert trades_on(cast, date(2026, 11, 19)) == ["10-01"]
    assert trades_on(cast, TODAY) == ["34-01", "10-01"]


def test_a_trade_that_stays_in_its_place_is_not_written_again(cast: Cast, at: datetime) -> None:
    kept = WorkerTrade.objects.get(worker=cast.mirai)
    choose_trades(
        worker=cast.mirai,
        trades=[codes.trade("10-01"), codes.trade("34-01")],
        by=person(cast.mirai),
        at=at,
    )
    assert WorkerTrade.objects.get(worker=cast.mirai, rank=1) == kept


def test_a_trade_can_be_given_up(cast: Cast, at: datetime) -> None:
    for chosen in (["10-01", "34-01"], ["10-01"]):
        choose_trades(
            worker=cast.mirai,
            trades=[codes.trade(code) for code in chosen],
            by=person(cast.mirai),
            at=at,
        )
    assert trades_on(cast, TODAY) == ["10-01"]


def test_an_employer_does_not_choose_a_workers_trades(cast: Cast, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="技能者本人"):
        choose_trades(worker=cast.mirai, trades=[codes.trade()], by=firm(cast.takahashi), at=at)


def test_a_core_worker_qualification_is_kept_with_its_days(cast: Cast, at: datetime) -> None:
    held = register_core_worker_qualification(
        worker=cast.mirai,
        name="登録鉄筋基幹技能者",
        certificate_no="第77号",
        from_on=MAY,
        until_on=date(2031, 5, 1),
        by=OFFICE,
        at=at,
    )
    assert (held.valid_from, held.valid_until, held.certificate_no) == (MAY, date(2031, 5, 1), "第77号")


@pytest.mark.parametrize(("name", "number"), [("", "第77号"), ("登録鉄筋基幹技能者", "　")])
def test_a_qualification_needs_name_and_number(name: str, number: str, cast: Cast, at: datetime) -> None:
    with pytest.raises(CertificateMissing):
        register_core_worker_qualification(
            worker=cast.mirai, name=name, certificate_no=number, from_on=MAY, by=OFFICE, at=at
        )


def test_a_qualification_does_not_end_before_it_begins(cast: Cast, at: datetime) -> None:
    with pytest.raises(PeriodBackwards, match="資格の終了日"):
        register_core_worker_qualification(
            worker=cast.mirai,
            name="登録鉄筋基幹技能者",
            certificate_no="第77号",
            from_on=MAY,
            until_on=MAY,
            by=OFFICE,
            at=at,
        )
