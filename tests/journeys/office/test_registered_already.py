"""Somebody applies who is registered already: the warning, the comparison, 別人 with words (SAME-11 to SAME-16)."""

from datetime import date

import pytest

from ccus.domain.applications.terms import State
from tests.factories import applications, officers, workers
from tests.journeys.conftest import Arrival

pytestmark = [pytest.mark.journey, pytest.mark.parametrize("has_script", ["without script"], indirect=True)]


def test_nobody_is_registered_twice_before_a_clerk_has_compared_and_said_why_not(arrives: Arrival) -> None:
    case, clerk = applications.submitted(), officers.officer(name="岡田 美咲")
    workers.worker(birth_on=date(1995, 5, 5), name__official="山田 花子", name__kana="ヤマダ ハナコ")
    desk = arrives(officers.client_of(clerk)).goes_to(f"/office/cases/{case.number}/").presses("審査を始める")
    desk.reads("すでに登録した方かもしれません").reads("フリガナが同じ").follows("承認する")
    desk.reads("すでに登録した方かもしれません")
    desk.goes_to(f"/office/cases/{case.number}/").follows("くらべる").reads("はじめに理由を書いてください")
    desk.fills({"見る理由": "新規登録の重複の確認"}).presses("くらべる").reads("片方だけ")
    desk.fills({"判断の理由": "免許証の番号がちがう"}).presses("別人とする").reads("別人としました")
    desk.follows("承認する").presses("承認して登録する").reads("承認し、登録しました")
    assert applications.fresh(case).state == State.APPROVED
