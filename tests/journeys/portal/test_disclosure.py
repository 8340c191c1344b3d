"""開示設定 in a browser: looked at before it is saved, by worker and employer (G05, G13; DISC-24 to DISC-27)."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from ccus.domain.companies.models import Company
from ccus.domain.companies.policies import as_actor
from ccus.domain.disclosure.actions import choose_own_half, set_employers_half
from ccus.domain.disclosure.switches import SWITCHABLE
from ccus.domain.workers.policies import as_actor as worker_actor
from ccus.domain.workers.terms import Item
from ccus.foundation import clock
from tests.factories import seats
from tests.journeys.visitor import Visitor
from tests.portals.worker import cast, registered

pytestmark = pytest.mark.journey
FORTY_LETTERS = "Nguyễn Phương Anh Trần Thị Bích Hoàng Lo"


@dataclass(frozen=True)
class Pair:
    """A worker with a long name, and the main one of two employers."""

    person: cast.Person
    employer: Company


def employer_opens(person: cast.Person, company: Company, *items: Item) -> None:
    set_employers_half(
        company=company,
        workers=[person.worker.pk],
        items=items,
        is_open=True,
        by=as_actor(company),
        at=clock.now(),
    )


def two_employers() -> Pair:
    person = cast.settled(FORTY_LETTERS, "グエン フオン アイン")
    employer = cast.company("株式会社ものすごくながいなまえの鉄筋工業東日本支店営業第一部")
    second = cast.company("佐藤建設")
    cast.employ(person, employer)
    cast.employ(person, second, is_main=False, from_on=clock.today())
    registered.qualification(person)
    choose_own_half(
        worker=person.worker,
        items={Item.NAME, Item.TRADES, Item.WORK_HISTORY},
        shown=(),
        by=worker_actor(person.worker),
        at=clock.now(),
    )
    employer_opens(person, employer, Item.NAME, Item.CONTACT)
    employer_opens(person, second, *SWITCHABLE)
    cast.card(person)
    return Pair(person, employer)


def test_a_worker_sees_what_others_would_see_and_only_then_saves_it(visitor: Visitor) -> None:
    person, employer = cast.settled(), cast.company("鈴木工務店")
    cast.employ(person, employer)
    employer_opens(person, employer, Item.NAME)
    page = visitor.is_at_home(person).goes_to("/worker/disclosure/change/").page
    page.get_by_label("氏名・顔写真").check()
    page.get_by_role("button", name="保存する前に、見え方を確かめる").click()
    expect(page.get_by_text("まだ保存していません。")).to_be_visible()
    expect(page.get_by_role("region", name="見える情報", exact=True)).to_contain_text("建設 未来")
    page.get_by_role("button", name="選びなおす").click()
    expect(page.get_by_label("氏名・顔写真")).to_be_checked()
    page.get_by_role("button", name="この内容で保存する").click()
    expect(visitor.panel("本人情報")).to_contain_text("10項目のうち1項目です")
    page.get_by_role("link", name="設定の記録").click()
    expect(page.get_by_role("region", name="設定の記録の一覧")).to_contain_text("あなたが、開示にしました。")


def test_no_page_of_the_settings_has_a_barrier_and_forty_letters_fit(desk: Visitor) -> None:
    pair = two_employers()
    desk.is_at_home(pair.person)
    for path in ("", "change/", "preview/other/", "preview/employer/", "record/"):
        looked_at(desk, f"/worker/disclosure/{path}")
    desk.has_signed_in(seats.client_of(seats.seat(pair.employer)))
    for path in ("", f"{pair.person.number}/", f"{pair.person.number}/preview/"):
        looked_at(desk, f"/company/disclosure/{path}")
    desk.goes_to("/company/disclosure/").page.get_by_role("button", name="全員の設定を変える").click()
    desk.page.get_by_role("group", name="職種・経験").get_by_text("開示にする", exact=True).click()
    fits(desk)
    desk.page.get_by_role("button", name="変わる内容を確かめる").click()
    expect(desk.page.get_by_text("1人の設定が変わります。")).to_be_visible()
    fits(desk)


def looked_at(desk: Visitor, path: str) -> None:
    desk.goes_to(path)
    expect(desk.page).to_have_url(f"{desk.address}{path}")
    fits(desk)


def fits(desk: Visitor) -> None:
    for width in (390, 1280):
        desk.at_width(width).finds_no_barrier()
