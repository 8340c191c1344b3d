"""Who files and who checks, in one word for each thing they do."""

import re
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Self

from playwright.sync_api import Browser, FilePayload, Locator, Page, ViewportSize, expect

from ccus.domain.accounts.models import User
from tests.browser import COMPUTER, PHONE, somebody
from tests.factories.factors import recovery_code
from tests.factories.officers import client_of, officer
from tests.journeys.visitor import Visitor
from tests.portals.worker import cast

Answers = dict[str, str | bool | FilePayload]
"""Label of a field → what is typed or chosen, True for a tick, or an image."""
NEW = "ashiba to aoi sora"


def exactly(label: str) -> re.Pattern[str]:
    """The label alone, or with 必須 or 任意 behind it."""
    return re.compile(rf"^\s*{re.escape(label)}\s*(必須|任意)?\s*$")


def called(name: str) -> re.Pattern[str]:
    """What is said to the eye, then what is said to the ear only: browsers put a space between them."""
    return re.compile(r"\s*".join(re.escape(part) for part in re.split(r"(?=[（：])", name)))


@dataclass
class Person(Visitor):
    """Somebody with a browser of their own."""

    has_script: bool = True

    def enters(self, door: str, label: str, number: str, password: str) -> Self:
        self.goes_to(door)
        self.page.get_by_label(label).fill(number)
        return self.gives(password)

    def gives(self, password: str) -> Self:
        self.page.get_by_label("パスワード", exact=True).fill(password)
        return self.presses("ログイン")

    def gives_code(self, account: User) -> Self:
        """二段階の確認, with a recovery code."""
        self.page.get_by_label("確認コード").fill(recovery_code(account))
        return self.presses("確認する")

    def chooses_password(self, new: str = NEW) -> Self:
        self.page.get_by_label("新しいパスワード", exact=True).fill(new)
        self.page.get_by_label("新しいパスワード（確認）").fill(new)
        return self.presses("パスワード変更").reads("パスワードの変更に成功しました。")

    def presses(self, button: str) -> Self:
        return self.clicks(self.page.get_by_role("button", name=called(button)).first)

    def at_once_presses(self, button: str, times: int = 2) -> Self:
        """The same button again before the answer is there."""
        self.page.get_by_role("button", name=called(button)).first.click(
            click_count=times, no_wait_after=True
        )
        return self

    def follows(self, link: str) -> Self:
        return self.clicks(self.page.get_by_role("link", name=called(link)).first)

    def reads(self, words: str) -> Self:
        expect(self.page.get_by_role("main")).to_contain_text(words)
        return self.has_arrived()

    def misses(self, words: str) -> Self:
        expect(self.has_arrived().page.get_by_role("main")).not_to_contain_text(words)
        return self

    def stands_before(self, heading: str) -> Self:
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(heading)
        return self.has_arrived()

    def answers(self, **answers: str) -> Self:
        return self.fills(dict(answers))

    def fills(self, answers: Answers) -> Self:
        """Every control by its label: lines, lists, choices, ticks, images."""
        for label, answer in answers.items():
            self._answer(label, answer)
        return self

    def _answer(self, label: str, answer: str | bool | FilePayload) -> None:
        group = self.page.get_by_role("group", name=exactly(label))
        if isinstance(answer, bool):
            self.page.get_by_label(exactly(label)).set_checked(answer)
        elif not isinstance(answer, str):
            self._attach(group, answer)
        elif group.count():
            group.get_by_label(answer, exact=True).check()
        elif (line := self.page.get_by_label(exactly(label))).evaluate("e => e.tagName") == "SELECT":
            line.select_option(label=answer)
        else:
            line.fill(answer)

    def _attach(self, group: Locator, image: FilePayload) -> None:
        """A chosen image goes up at once; without script by its button."""
        with self.page.expect_navigation():
            group.locator("input[type=file]").set_input_files([image])
            if not self.has_script:
                group.get_by_role("button", name="この画像を付ける").click()
        expect(group.get_by_role("img", name="付けた画像")).to_be_visible()


@dataclass
class Filer(Person):
    """An applicant, or a worker who wants something changed."""

    def signs_in_as_applicant(self, number: str, password: str) -> Self:
        return self.enters("/filing/sign-in/", "申請用ログインID", number, password)

    def signs_in_as_worker(self, number: str, password: str = cast.PASSWORD) -> Self:
        return self.enters("/worker/", "技能者ID", number, password)

    def signs_in_here(self, number: str, password: str = cast.PASSWORD) -> Self:
        """At the door to which the page has led."""
        self.page.get_by_role("textbox", name=re.compile("ID$")).fill(number)
        return self.gives(password)

    def starts(self, offer: str) -> Self:
        self.goes_to("/filing/")
        return self.presses(f"始める（{offer}）")

    def task(self, title: str) -> Locator:
        """A line of the list of sections, or of the rows of a section."""
        named = re.compile(rf"^\s*{re.escape(title)}")
        return self.page.get_by_role("main").get_by_role("listitem").filter(has_text=named).first

    def opens(self, section: str) -> Self:
        link = self.page.get_by_role("main").get_by_role("link", name=re.compile(rf"^{section}"))
        return self.clicks(link.first).stands_before(section)

    def writes(self, section: str, answers: Answers) -> Self:
        """One section, from the list and back to it."""
        self.opens(section).fills(answers).presses("保存して一覧へ")
        return self

    def goes_on_to(self, heading: str, **answers: str) -> Self:
        """This section, and on to what comes behind it."""
        return self.answers(**answers).presses("保存して次へ").stands_before(heading)

    def adds(self, section: str, answers: Answers) -> Self:
        """A row of a list."""
        self.opens(section).follows(f"{section}を追加").fills(answers).presses("保存する")
        return self.stands_before(section).follows("一覧へ戻る")

    def in_another_tab(self) -> Self:
        """The same person, signed in already, at the same address."""
        tab = type(self)(self.page.context.new_page(), self.address, has_script=self.has_script)
        return tab.goes_to(self.page.url.removeprefix(self.address))

    def submits(self, button: str = "提出する") -> str:
        """From the list of sections on; the 申請番号 that is shown."""
        return self.follows("確認画面へ").hands_in(button)

    def hands_in(self, button: str = "提出する") -> str:
        """From 確認画面 on."""
        self.stands_before("確認画面").presses(button)
        self.stands_before("申請番号確認")
        return str(self.panel("申請番号").inner_text()).split("申請番号")[-1].split()[0]

    def looks_at(self, day: str) -> Self:
        """技能者情報 as it was on a day."""
        self.goes_to("/worker/profile/").answers(見たい日=day).presses("この日の登録内容を見る")
        return self.reads("に登録されていた内容です")


@dataclass
class Clerk(Person):
    """An officer of the operator."""

    def comes_in(self) -> Self:
        """With every duty; the door has stories of its own."""
        return self.has_signed_in(client_of(officer())).goes_to("/office/")

    def books_the_payment(self, number: str) -> Self:
        self.goes_to("/office/fees/").follows(f"入金・免除：{number}").presses("入金を記録する")
        return self.reads(f"申請 {number} は、審査待ちになりました。")

    def takes(self, number: str) -> Self:
        self.goes_to("/office/queue/").follows(number).presses("審査を始める")
        return self.stands_before(number).reads("まで担当しています")

    def points_at(self, field: str) -> Self:
        """The forms of a field: below it, or without script on a page of their own."""
        self.page.get_by_role("link", name=re.compile(rf"不備.*：{field}$")).first.click()
        expect(self.page.get_by_role("heading", name="不備を付ける")).to_be_visible()
        return self

    def finds_fault(self, field: str, code: str, sentence: str = "") -> Self:
        self.points_at(field)
        self.page.get_by_label("不備の種類").select_option(label=code)
        if sentence:
            self.page.get_by_label("申請した方への説明").fill(sentence)
        return self.presses("不備を付ける").reads(code)

    def mends(self, field: str, value: str, comment: str) -> Self:
        self.points_at(field)
        self.fills({f"新しい値（{field}）": value, "補記コメント": comment})
        return self.presses("補記して直す").reads(comment)

    def returns(self) -> Self:
        return self.presses("差し戻す").reads("差し戻しました")

    def approves(self) -> Self:
        return self.considers().confirms()

    def considers(self) -> Self:
        return self.follows("承認する").stands_before("承認の確認")

    def confirms(self) -> Self:
        return self.presses("承認して登録する").reads("承認し、登録しました")


@dataclass
class Town:
    """Everybody of a story; each in a browser that knows nothing of the others."""

    browser: Browser
    address: str
    has_script: bool
    open: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *why: object) -> None:
        self.open.close()

    def filer(self) -> Filer:
        return Filer(self._tab(PHONE), self.address, has_script=self.has_script)

    def clerk(self) -> Clerk:
        return Clerk(self._tab(COMPUTER), self.address, has_script=self.has_script)

    def _tab(self, screen: ViewportSize) -> Page:
        context = somebody(self.browser, screen, has_script=self.has_script)
        return self.open.enter_context(context).new_page()
