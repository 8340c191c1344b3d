"""The second tier is not registered for a month and then claims its place: nobody loses a day (SITE-19, D-27)."""

from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import expect

from ccus.domain.work_history.terms import Reason
from ccus.foundation import clock
from tests.journeys.company.offline import sends_journal
from tests.journeys.company.people import Labourer, Office, Town
from tests.journeys.whole.conftest import the_jobs_settle

pytestmark = pytest.mark.journey
TOWER, PAINTERS = "未来タワー新築工事", "未来塗装（個人）"


def everybody_but_the_second_tier(prime: Office, first: Office, third: Office, worker: Labourer) -> str:
    """What is done at the screens before the first day; the address of the reader."""
    prime.registers_site(TOWER).opens_own_spot(TOWER).invites(first)
    first.accepts_invitation(TOWER).declares(PAINTERS)
    first.follows(PAINTERS).invites(third)
    third.accepts_invitation(TOWER).asks_for(worker, from_on=clock.today())
    worker.accepts_employer("高橋鉄筋")
    third.writes_roster(TOWER, "建設 未来")
    return prime.puts_up_reader(TOWER, "正門")


@pytest.mark.thorough
def test_with_the_second_tier_missing_for_a_month_nobody_loses_a_day(town: Town) -> None:
    before = clock.now() - timedelta(days=29)
    with time_machine.travel(before):
        prime, first, third = map(town.firm, ("佐藤建設", "鈴木工務店", "高橋鉄筋"))
        worker = town.labourer()
        gate = everybody_but_the_second_tier(prime, first, third, worker)
    days = [clock.day_of(before) + timedelta(days=ahead) for ahead in range(1, 29)]
    outcomes = sends_journal(gate, worker.card, days)
    assert outcomes == ["recorded_with_notice"] * 56
    assert worker.comes_in().counts() == (28, 0)
    for words in ("連結待ち", Reason.CHAIN_HAS_HOLE.text.sentence, "鉄筋工・職長"):
        expect(worker.day_of(days[-1])).to_contain_text(words)
    painters = town.firm("未来塗装").without_mouse()
    painters.opens_link(first.comes_in().makes_claim_link(TOWER, PAINTERS), "引き受ける")
    the_jobs_settle()
    assert worker.counts() == (28, 28)
    for day in (days[0], days[-1]):
        expect(worker.day_of(day)).to_contain_text("正式な就業として数えています")
        expect(worker.day_of(day)).to_contain_text("鉄筋工・職長")
