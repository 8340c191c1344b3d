"""Whoever meets over a day that no card was read on, each in a browser of their own, all on the same screen."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from playwright.sync_api import Page, ViewportSize, expect

from ccus.domain.accounts.models import User
from ccus.domain.companies.models import Company
from ccus.domain.sites.actions.registration import change_period
from ccus.domain.sites.models import Site
from ccus.foundation import clock
from ccus.foundation.japanese import date_words
from tests.browser import COMPUTER, PHONE
from tests.factories import officers, seats, sites
from tests.factories.factors import with_app
from tests.factories.personas import Cast, firm
from tests.journeys.company.people import Handy, Labourer, Office, Town
from tests.portals.worker.cast import Person


@dataclass
class Forgetful(Labourer):
    """技能者 who enters days by hand."""

    def finds_site(self, words: str) -> Self:
        """By searching, from the menu's 入力 on."""
        self.turns_to("入力").page.get_by_label(re.compile("現場をさがす$")).fill(words)
        return self.presses("さがす").follows(words).stands_before("就業日の入力")

    def ticks_days(self, days: Sequence[date]) -> Self:
        """In the calendar, also where they lie in the month before."""
        for on in days:
            box = self.page.locator(f'input[name="on"][value="{on}"]')
            if not box.count():
                self.presses("前の月")
            box.check()
        return self

    def sends(self) -> Self:
        self.presses("確認へ進む").stands_before("入力の確認")
        return self.presses("この内容で入力する").reads("入力しました")

    def turns_to(self, menu: str) -> Self:
        """From the home page on: a telephone has its menu there."""
        self.goes_to("/worker/").page.get_by_role("link", name=menu, exact=True).first.click()
        return self

    def opens_claim(self, on: date) -> Self:
        """申告, from the list of all of them on."""
        return self.turns_to("申告の状況").follows(date_words(on))

    def opens_day(self, on: date) -> Self:
        return self.goes_to(f"/worker/history/day/{on}/")

    def sees(self, state: str) -> Self:
        """The verdict of the day."""
        expect(self.panel("この日の結果")).to_contain_text(state)
        self.scrolls_in_one_direction_only()
        return self


@dataclass
class Asked(Office):
    """A company that is asked about days, on 承認・確認."""

    def answers_ticked(self, act: str) -> Self:
        """Every day that waits, ticked one by one, from the home page on."""
        self.follows(f"{act}する：{act}を待っている日").stands_before("承認・確認")
        for box in self.page.get_by_role("checkbox", name="を選ぶ").all():
            box.check()
        self.scrolls_in_one_direction_only()
        return self.presses(f"選んだ日を{act}する").reads(f"日を{act}しました")

    def opens_day(self, on: date) -> Self:
        self.follows("承認する：承認を待っている日").follows(date_words(on))
        return self.stands_before(date_words(on))

    def refuses(self, ground: str, words: str) -> Self:
        self.page.locator("summary", has_text="否認する").click()
        self.fills({"否認の理由": ground, "説明": words})
        self.page.locator("details").get_by_role("button", name="否認する").click()
        return self


@dataclass
class Judge(Handy):
    """係員 of the duty 申し立ての裁定."""

    def comes_in(self) -> Self:
        return self.has_signed_in(officers.client_of(officers.officer())).goes_to("/office/")

    def decides(self, result: str, words: str) -> Self:
        self.page.get_by_label(result).check()
        return self.fills({"説明": words}).presses("裁定する").reads("裁定しました")


class Around(Town):
    """Everybody around one day: on telephones with scripts, at computers without."""

    def worker(self, cast: Cast) -> Forgetful:
        person = Person(cast.mirai, "")
        return Forgetful(self._tab(PHONE), self.address, has_script=self.has_script, person=person).comes_in()

    def office(self, company: Company) -> Asked:
        chief = with_app(User.objects.get(pk=seats.seat(company).account))
        tab, has_script = self._tab(PHONE), self.has_script
        office = Asked(tab, self.address, has_script=has_script, firm=company, login_id=chief.login_id)
        return office.comes_in()

    def judge(self) -> Judge:
        return Judge(self._tab(PHONE), self.address, has_script=self.has_script).comes_in()

    def _tab(self, screen: ViewportSize) -> Page:
        return super()._tab(PHONE if self.has_script else COMPUTER)


def for_good(site: Site) -> Site:
    """The same site with a period that does not end: these stories happen today, whenever that is."""
    change_period(site=site, from_on=sites.FIRST_DAY, until_on=None, by=firm(site.prime), at=clock.now())
    return site
