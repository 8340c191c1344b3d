"""From nothing to a day that counts: four tiers come in one after the other, each at a screen of its own."""

import pytest
from playwright.sync_api import expect

from ccus.foundation import clock
from tests.journeys.company.people import Town

pytestmark = pytest.mark.journey
TOWER = "未来タワー新築工事"


def test_a_site_of_four_tiers_from_nothing_to_a_day_that_counts(town: Town) -> None:
    prime, first, second, third = map(town.firm, ("佐藤建設", "鈴木工務店", "未来塗装", "高橋鉄筋"))
    worker = town.labourer()
    prime.registers_site(TOWER, manager=town.manager_of(prime, "現場 太郎"))
    prime.opens_own_spot(TOWER).invites(first)
    first.accepts_invitation(TOWER)
    second.opens_link(first.makes_link()).invites(third)
    third.accepts_invitation(TOWER).asks_for(worker, from_on=clock.today())
    worker.accepts_employer("高橋鉄筋")
    third.writes_roster(TOWER, "建設 未来")
    gate = town.gate(prime.puts_up_reader(TOWER, "正門"))
    gate.read(worker.card).says("入場しました").has_unsent(0)
    expect(worker.day_of(clock.today())).to_contain_text("正式な就業として数えています")
    expect(worker.day_of(clock.today())).to_contain_text("高橋鉄筋")
    assert worker.counts() == (1, 1)
