"""枠: the menu of the worker's portal, in the two steps of the guide (閲覧 › …), with only what exists (PORTAL-02)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ccus.domain.accounts.policies import must_change_password, signed_in
from ccus.domain.notices.reading import unread_count


@dataclass(frozen=True, slots=True)
class Entry:
    """メニューの項目; `short` is its word in the bar at the bottom of a telephone."""

    page: str
    label: str
    icon: str
    short: str
    is_current: bool = False
    count: int = 0

    @property
    def counted(self) -> str:
        """The count as a dot has room for it."""
        return str(self.count) if self.count < 100 else "99+"

    @property
    def url(self) -> str:
        """The page's address."""
        return reverse(f"worker:{self.page}")


@dataclass(frozen=True, slots=True)
class Group:
    """メニューの一段目."""

    title: str
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Frame:
    """What `ui/portal.html` draws around a page."""

    name: str
    home: str
    notices: str
    sign_out: str
    unread: int
    menu: list[Group]
    tabs: list[Entry] = field(default_factory=list)


MENU = (
    ("", (("home", "ホーム", "home", "ホーム"),)),
    ("就業履歴", (("history", "一覧", "history", "履歴"),)),
    (
        "閲覧",
        (("sites", "就業している現場一覧", "site", "現場"), ("notices", "本人宛の通知", "bell", "通知")),
    ),
    ("設定", (("password", "パスワード変更", "key", "設定"),)),
)
TABS = ("home", "history", "sites", "notices", "password")


def frame(current: str, unread: int, *, is_open: bool = True) -> Frame:
    """The frame with the page `current` marked; without a menu as long as no page behind it opens (SIGN-05)."""
    menu = [
        Group(
            title,
            [Entry(*entry, entry[0] == current, unread if entry[0] == "notices" else 0) for entry in entries],
        )
        for title, entries in (MENU if is_open else ())
    ]
    entries = {entry.page: entry for group in menu for entry in group.entries}
    return Frame(
        name="技能者ポータル",
        home=reverse("worker:home"),
        notices=reverse("worker:notices") if is_open else "",
        sign_out=reverse("worker:sign-out"),
        unread=unread,
        menu=menu,
        tabs=[entries[page] for page in TABS if page in entries],
    )


def framed(
    request: HttpRequest, template: str, context: Mapping[str, object], *, current: str, status: int = 200
) -> HttpResponse:
    """ページを枠に入れて返す: one statement for the unread count."""
    account = signed_in(request.user)
    shown = frame(current, unread_count(account.pk), is_open=not must_change_password(account))
    return render(request, template, {**context, "frame": shown}, status=status)
