"""No line, a lost answer, no database, a full disk: nothing is lost and nothing is claimed."""

import json

import psycopg
import pytest
from playwright.sync_api import Route, expect

from ccus.domain.cards.actions.loss import report_loss
from ccus.domain.sites.actions.readers import revoke_reader
from ccus.domain.sites.models import Reader
from ccus.domain.work_history.models import Tap, WorkRecord
from ccus.domain.work_history.terms import Outcome
from ccus.foundation.clock import now
from ccus.foundation.databases import Databases
from tests.factories.personas import firm, person
from tests.journeys.gate import screen
from tests.journeys.gate.conftest import OTHER_TOKEN, Site
from tests.journeys.gate.screen import Gate

pytestmark = pytest.mark.journey
UNKNOWN = "9999999999999901"
_IS_BLOCKED = "m.gate.snapshot.site.blocked.length > 0"
FULL_DISK = "() => { IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); }; }"


def test_taps_made_without_a_line_survive_a_reload_and_arrive_once(gate: Gate, site: Site) -> None:
    gate.page.context.set_offline(True)
    gate.read(site.card).says(
        "入場しました", "ケンセツ ミライ さん", heading="カード読み取り成功"
    ).has_unsent(1)
    screen.open_again(gate.page)
    gate.waits().has_unsent(1).read(site.guest_card).says("おあずかりしました").has_unsent(2)
    gate.page.context.set_offline(False)
    gate.has_unsent(0).is_online()
    assert list(Tap.objects.order_by("seq").values_list("card", "seq")) == [
        (site.card, 1),
        (site.guest_card, 2),
    ]


@pytest.mark.thorough
def test_a_second_touch_without_a_line_is_already_recorded(gate: Gate, site: Site) -> None:
    screen.cut(gate.page.context)
    gate.read(site.card).says("入場しました").read(site.card).says("もう記録しています").has_unsent(2)


def test_a_lost_answer_sends_again_and_doubles_nothing(gate: Gate, site: Site) -> None:
    screen.lose_the_next_reply(gate.page.context)
    gate.read(site.card).says("入場しました").has_unsent(0)
    assert Tap.objects.count() == 1


@pytest.mark.thorough
def test_a_card_that_nobody_could_judge_is_kept_and_never_green(gate: Gate) -> None:
    screen.cut(gate.page.context)
    gate.read(UNKNOWN).says("おあずかりしました", heading="カード読み取り成功（あとで確認）").has_unsent(1)
    assert gate.journal()[0]["shown"] == "kept"


def test_a_database_that_takes_no_tap_leaves_it_kept_here_and_never_green(
    gate: Gate, site: Site, fresh_database: Databases
) -> None:
    with psycopg.connect(str(fresh_database.owner), autocommit=True) as owner:
        owner.execute("REVOKE INSERT ON tap FROM ccus_reader")
        gate.read(site.card).says("おあずかりしました", "ケンセツ ミライ さん").has_unsent(1)
        expect(gate.page.locator("#line")).to_contain_text("サーバー停止中")
        owner.execute("GRANT INSERT ON tap TO ccus_reader")
    gate.has_unsent(0)
    assert Tap.objects.get().card == site.card


def test_a_card_reported_lost_is_refused_from_the_next_contact_on_without_a_line_too(
    gate: Gate, site: Site
) -> None:
    with gate.page.expect_response("**/v1/site") as answered:
        report_loss(card=site.cast.card, lost_from=now(), by=person(site.cast.mirai), at=now())
        gate.page.evaluate("dispatchEvent(new Event('online'))")
    assert answered.value.status == 200
    gate.page.wait_for_function(f"(path) => import(path).then((m) => {_IS_BLOCKED})", arg="/gate/js/gate.js")
    screen.cut(gate.page.context)
    gate.read(site.card).says("記録していません", "紛失", "E-22").has_unsent(1)


def test_a_device_that_has_not_heard_of_the_loss_is_put_right_by_the_server(gate: Gate, site: Site) -> None:
    gate.page.context.set_offline(True)
    report_loss(card=site.cast.card, lost_from=now(), by=person(site.cast.mirai), at=now())
    gate.read(site.card).says("入場しました").has_unsent(1)
    gate.page.context.set_offline(False)
    gate.has_unsent(0)
    assert (Tap.objects.get().outcome, WorkRecord.objects.count()) == (Outcome.NOT_RECORDED, 0)


def test_one_tap_the_server_cannot_read_stands_aside_and_the_others_go_on(gate: Gate, site: Site) -> None:
    def refuse(route: Route) -> None:
        cards = [tap["card"] for tap in json.loads(route.request.post_data or "{}")["taps"]]
        route.fulfill(status=400, json={"error": {}}) if UNKNOWN in cards else route.continue_()

    # What is under way when the first route is laid goes past it; of two routes the later one goes first.
    screen.cut(gate.page.context)
    for number in (site.card, UNKNOWN, site.guest_card):
        gate.read(number)
    gate.has_unsent(3).page.context.route(screen.TAPS, refuse)
    gate.page.context.unroute(screen.SERVER)
    gate.page.evaluate("dispatchEvent(new Event('online'))")
    gate.has_unsent(1)
    assert set(Tap.objects.values_list("card", flat=True)) == {site.card, site.guest_card}
    assert [(tap["card"], tap["fault"]["status"]) for tap in gate.journal()] == [(UNKNOWN, 400)]


def test_a_reader_whose_registration_ended_keeps_its_taps_and_says_what_to_do(gate: Gate, site: Site) -> None:
    revoke_reader(reader=Reader.objects.get(name="正門"), by=firm(site.cast.sato), at=now())
    gate.read(site.card).says("おあずかりしました").has_unsent(1).waits()
    expect(gate.page.locator("#line")).to_have_text("端末の登録が 切れています")
    gate.says("新しい登録用アドレス")


def test_taps_of_one_reader_never_go_out_as_those_of_another(gate: Gate, site: Site) -> None:
    screen.cut(gate.page.context)
    gate.read(site.card).says("入場しました").has_unsent(1)
    gate.token = OTHER_TOKEN
    gate.open()
    expect(gate.page).to_have_url(f"{gate.address}/gate/")
    screen.mend(gate.page.context)
    screen.open_again(gate.page)
    gate.has_unsent(0)
    assert Tap.objects.get().reader == Reader.objects.get(name="正門").pk


def test_a_full_disk_is_said_and_nothing_is_claimed(gate: Gate, site: Site) -> None:
    gate.page.evaluate(FULL_DISK)
    gate.read(site.card).says(
        "記録していません", "この端末に保存できません", heading="カード読み取り：保存なし"
    )
    assert gate.journal() == []
    assert Tap.objects.count() == 0


def test_a_clock_that_is_wrong_is_said_and_the_offset_travels_with_the_tap(
    opened_gate: Gate, site: Site
) -> None:
    page = opened_gate.page
    page.add_init_script("{ const real = Date.now; Date.now = () => real() + 12 * 60_000; }")
    screen.open_again(page)
    opened_gate.begin()
    expect(page.locator("#clock-off")).to_have_text("時計が 12分 ずれています")
    opened_gate.read(site.card).says("入場しました").has_unsent(0)
    tap = Tap.objects.get()
    assert round((tap.at - tap.happened_at).total_seconds() / 60) == 12


def test_a_second_tab_says_so_writes_nothing_and_takes_over_when_the_first_is_gone(
    gate: Gate, site: Site
) -> None:
    other = Gate(gate.page.context.new_page(), gate.address, OTHER_TOKEN).open()
    other.says("別の画面で 受付中です").read(site.card)
    expect(other.page).to_have_url(f"{gate.address}/gate/")
    assert gate.journal() == []
    gate.page.close()
    other.waits().is_online().read(site.card).says("入場しました")


def test_unsent_taps_can_be_carried_away_as_a_file(gate: Gate, site: Site) -> None:
    screen.cut(gate.page.context)
    gate.read(site.card).says("入場しました").waits()
    gate.page.get_by_role("button", name="メニュー").click()
    with gate.page.expect_download() as download:
        gate.page.get_by_role("button", name="未送信を ファイルに 保存").click()
    assert [tap["card"] for tap in json.loads(download.value.path().read_text())["taps"]] == [site.card]
