"""Who works for a firm and who works at its site, in one word for each thing they do."""

import re
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from django.test import Client
from playwright.sync_api import Browser, FilePayload, Locator, Page, ViewportSize, expect

from ccus.domain.accounts.models import User
from ccus.domain.companies.models import Company
from ccus.domain.companies.terms import Role
from tests.browser import COMPUTER, PHONE, somebody
from tests.factories import companies, seats
from tests.factories.accounts import PASSWORD
from tests.factories.factors import enter, with_app
from tests.journeys.filing.people import Person, called, exactly
from tests.journeys.gate.screen import Gate
from tests.portals.worker import cast

FARTHEST = 400
"""Steps of the tabulator before something is called out of reach."""


@dataclass
class Handy(Person):
    """Somebody whose presses are counted, and who can do without a mouse."""

    pressed: int = 0
    has_mouse: bool = True

    def without_mouse(self) -> Self:
        self.has_mouse = False
        return self

    def presses(self, button: str) -> Self:
        return self.uses(self.page.get_by_role("button", name=called(button)).first)

    def follows(self, link: str) -> Self:
        return self.uses(self.page.get_by_role("link", name=called(link)).first)

    def uses(self, target: Locator, *, leads_on: bool = True) -> Self:
        """A button or a link; `leads_on` to another page, unless it does something on this one."""
        self.pressed += 1
        if self.has_mouse:
            return self.clicks(target)
        self.walks_to(target)
        with self.page.expect_navigation() if leads_on else nullcontext():
            self.page.keyboard.press("Enter")
        return self

    def types(self, line: Locator, text: str) -> None:
        if self.has_mouse:
            line.fill(text)
            return
        self.walks_to(line)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def ticks(self, box: Locator) -> None:
        if self.has_mouse:
            box.check()
            return
        self.walks_to(box)
        self.page.keyboard.press("Space")

    def walks_to(self, target: Locator) -> None:
        """By the tabulator, from wherever the page has put the focus."""
        for _ in range(FARTHEST):
            if target.evaluate("e => e === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{target} cannot be reached by keyboard")

    def _answer(self, label: str, answer: str | bool | FilePayload) -> None:
        line = self.page.get_by_label(exactly(label))
        is_line = isinstance(answer, str) and line.count() == 1
        if is_line and line.evaluate("e => e.matches('input:not([type=radio]), textarea')"):
            self.types(line, str(answer))
        else:
            super()._answer(label, answer)


@dataclass
class Office(Handy):
    """事業者: a firm, and its 事業者責任者 in front of a browser."""

    firm: Company = field(kw_only=True)
    login_id: str = field(kw_only=True)

    def comes_in(self) -> Self:
        """ホーム of the firm, in a story that does not begin at the door."""
        like = enter(Client(), User.objects.get(login_id=self.login_id))
        return self.has_signed_in(like).goes_to("/company/").stands_before("おつかれさまです")

    def signs_in_here(self) -> Self:
        """At the door to which the page has led."""
        account = User.objects.get(login_id=self.login_id)
        self.fills({"事業者IDまたは管理者ID": self.login_id, "パスワード": PASSWORD})
        return self.presses("ログイン").gives_code(account)

    def turns_to(self, menu: str) -> Self:
        links = self.page.get_by_role("navigation", name="メニュー").get_by_role(
            "link", name=menu, exact=True
        )
        return self.uses(links.first)

    def registers_site(self, name: str, manager: str = "") -> Self:
        """現場登録, from the home page on; the page proposes oneself as the 現場管理者."""
        self.comes_in().uses(self.page.get_by_role("link", name="現場を登録する", exact=True))
        self.fills({"現場名": name, "フリガナ": "みらいたわー", "施工場所住所": "東京都港区虎ノ門1-2-3"})
        if manager:
            self.fills({"現場管理者": f"{manager}（現場管理者）"})
        return self.presses("現場を登録する").reads("現場を登録しました").reads(manager)

    def does(self, title: str, button: str, **answers: str) -> Self:
        """One of 「できること」 at a spot, opened where it is folded away."""
        ask = self.page.locator("details", has=self.page.get_by_text(title, exact=True))
        if ask.get_attribute("open") is None:
            self.uses(ask.locator("summary"), leads_on=False)
        for label, text in answers.items():
            self.types(ask.get_by_label(exactly(label)), text)
        return self.uses(ask.get_by_role("button", name=button))

    def opens_own_spot(self, site: str) -> Self:
        """自社の場所, from the menu on: the prime by way of the whole tree."""
        self.turns_to("施工体制").follows(site)
        listed = self.panel("自社の場所").get_by_role("link")
        expect(listed.or_(self.page.get_by_role("heading", level=1, name=self.firm.name))).to_be_visible()
        if listed.count():
            self.uses(listed)
        return self.stands_before(self.firm.name)

    def invites(self, lower: "Office") -> Self:
        self.does("下位の事業者に要請する（事業者ID）", "要請する", 事業者ID=lower.firm.number)
        return self.reads("要請しました")

    def makes_link(self) -> str:
        return self.does("下位の事業者に要請する（リンク・QRコード）", "リンクを作る").address_shown()

    def address_shown(self) -> str:
        """What is shown once, to be handed on."""
        return self.page.locator(".secret").inner_text().strip()

    def declares(self, name: str) -> Self:
        self.does("未登録の事業者を置く", "置く", 事業者の名称=name)
        return self.reads("未登録の事業者を置きました")

    def accepts_invitation(self, site: str) -> Self:
        """From what waits on the home page."""
        self.comes_in().follows("要請を見る").follows(site).presses("承認する")
        return self.reads("承認しました")

    def makes_claim_link(self, site: str, stand_in: str) -> str:
        """For the firm that stands in under another name."""
        self.opens_own_spot(site).follows(stand_in)
        return self.does("引き受けてもらうリンクを作る", "リンクを作る").address_shown()

    def opens_link(self, address: str, button: str = "参加する") -> Self:
        """The address that was handed on, without being signed in yet."""
        self.goes_to(address.removeprefix(self.address)).follows("ログインして参加する")
        self.signs_in_here().presses(button)
        return self.reads("施工体制に参加しました")

    def asks_for(self, worker: "Labourer", from_on: date) -> Self:
        """所属の申請."""
        self.turns_to("所属技能者").follows("所属の申請")
        born = worker.person.worker.birth_on
        self.fills({"技能者ID": worker.person.number, "フリガナ": "けんせつ みらい"})
        self.fills({"生年月日": f"{born:%Y-%m-%d}", "所属した日": f"{from_on:%Y-%m-%d}", "雇用形態": "常用"})
        return self.presses("所属を申請する").reads("所属を申請しました")

    def writes_roster(self, site: str, worker: str, position: str = "職長") -> Self:
        self.turns_to("作業員名簿").follows(site).follows("自社の技能者をのせる")
        self.ticks(self.page.get_by_label(f"{worker}を選ぶ"))
        self.page.get_by_label("立場").select_option(label=position)
        return self.presses("選んだ人を名簿にのせる").reads("1人を名簿にのせました")

    def hands_in(self, label: str, file: FilePayload) -> Self:
        """A file of one's own computer."""
        self.page.get_by_label(label).set_input_files([file])
        return self

    def row(self, title: str) -> Locator:
        """A row of a file that has something to be mended."""
        return self.page.get_by_role("group", name=title, exact=True)

    def puts_up_reader(self, site: str, name: str) -> str:
        """カードリーダー; its address."""
        self.turns_to("現場").follows(site).follows("端末を登録・停止する").fills({"端末名": name})
        return self.presses("登録して、アドレスを出す").address_shown()


@dataclass
class Labourer(Person):
    """技能者 with a telephone."""

    person: cast.Person = field(kw_only=True)

    def comes_in(self) -> Self:
        return self.is_at_home(self.person)

    def accepts_employer(self, company: str) -> Self:
        """From what waits on the home page."""
        self.comes_in().follows(f"{company}が、所属を申請しています")
        return self.presses(f"承認する：{company}").reads(f"{company}の申請を承認しました")

    @property
    def card(self) -> str:
        """What stands on the first card."""
        return f"{self.person.number}01"

    def day_of(self, day: date) -> Locator:
        """A day on 就業履歴, loaded anew."""
        self.goes_to(f"/worker/history/{day:%Y-%m}/")
        listed = self.panel("一日ごとの記録").get_by_role("listitem")
        return listed.filter(has=self.page.locator(f"time[datetime='{day:%Y-%m-%d}']"))

    def counts(self) -> tuple[int, int]:
        """通算の就業日数 and how many of them are 正式, as the portal shows them."""
        self.goes_to("/worker/history/")
        tiles = [self.page.locator(".tile", has_text=name).locator("dd") for name in ("通算", "うち正式")]
        days, official = (int(re.sub(r"\D", "", tile.first.inner_text())) for tile in tiles)
        return days, official


@dataclass
class Town:
    """Everybody of a story; each in a browser that knows nothing of the others."""

    browser: Browser
    address: str
    has_script: bool = True
    open: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *why: object) -> None:
        self.open.close()

    def firm(self, name: str, screen: ViewportSize = COMPUTER) -> Office:
        company = companies.company(name=name)
        chief = with_app(User.objects.get(pk=seats.seat(company).account))
        page = self._tab(screen)
        return Office(page, self.address, has_script=self.has_script, firm=company, login_id=chief.login_id)

    def manager_of(self, office: Office, name: str) -> str:
        seats.seat(office.firm, Role.SITE_MANAGER, name=name)
        return name

    def labourer(self) -> Labourer:
        person = cast.settled()
        cast.card(person)
        return Labourer(self._tab(PHONE), self.address, has_script=self.has_script, person=person)

    def gate(self, address: str) -> Gate:
        """The device at the gate, opened at the address that was shown."""
        server, _, token = address.partition("/gate/#token=")
        return Gate(self._tab(PHONE), server, token).open().begin()

    def _tab(self, screen: ViewportSize) -> Page:
        context = somebody(self.browser, screen, has_script=self.has_script)
        return self.open.enter_context(context).new_page()
