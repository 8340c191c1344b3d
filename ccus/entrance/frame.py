"""枠: the menu around a page, in the two steps of the guide (閲覧 › …), with only what exists (PORTAL-02)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ccus.domain.accounts.officers import officer_of
from ccus.domain.accounts.policies import must_change_password, signed_in
from ccus.domain.accounts.terms import Duty
from ccus.domain.notices.reading import unread_count
from ccus.entrance.menus import MENUS, TABS, Item
from ccus.entrance.ways import OFFICE_IDLE_SECONDS, sign_in_of
from ccus.entrance.who import Side, visitor_of


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
        return reverse(self.page)


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
    still_here: str = ""
    sign_in: str = ""
    idle_seconds: int = OFFICE_IDLE_SECONDS


def frame(side: Side, current: str, unread: int, *, duties: frozenset[Duty] = frozenset()) -> Frame:
    """The frame of a side with the page `current` marked, and for officers what their duties open."""
    page = current if ":" in current else f"{side}:{current}"
    menu = [
        Group(title, [_entry(item, page, unread) for item in items if not item.duty or item.duty in duties])
        for title, items in MENUS[side]
    ]
    return _frame(side, unread, [group for group in menu if group.entries])


def closed_frame(side: Side) -> Frame:
    """The frame without a menu, as long as no page behind it opens (SIGN-05)."""
    return _frame(side, 0, [])


def _frame(side: Side, unread: int, menu: list[Group]) -> Frame:
    ends_itself = bool(menu) and side is Side.OFFICE  # SIGN-11
    entries = {entry.page: entry for group in menu for entry in group.entries}
    return Frame(
        name=side.label,
        home=reverse(f"{side}:home"),
        notices=reverse("worker:notices") if menu and side is Side.WORKER else "",
        sign_out=reverse("worker:sign-out"),
        unread=unread,
        menu=menu,
        tabs=[entries[page] for page in TABS[side] if page in entries],
        still_here=reverse("office:still-here") if ends_itself else "",
        sign_in=sign_in_of(side),
    )


def _entry(item: Item, current: str, unread: int) -> Entry:
    count = unread if item.page == "worker:notices" else 0
    return Entry(item.page, item.label, item.icon, item.short, item.page == current, count)


def framed(
    request: HttpRequest, template: str, context: Mapping[str, object], *, current: str, status: int = 200
) -> HttpResponse:
    """ページを枠に入れて返す: `current` is the name of the page, with its side where several have one."""
    account = signed_in(request.user)
    side = _side(request, account.pk)
    if must_change_password(account):
        shown = closed_frame(side)
    elif side is Side.OFFICE:
        officer = officer_of(account.pk)
        shown = frame(side, current, 0, duties=officer.duties if officer else frozenset())
    else:
        shown = frame(side, current, unread_count(account.pk))
    return render(request, template, {**context, "frame": shown}, status=status)


def _side(request: HttpRequest, account: int) -> Side:
    """The pages of workers and of the office say it by their address; those that both sides use ask who it is."""
    match = request.resolver_match
    if match is not None and match.namespace in {Side.WORKER, Side.OFFICE}:
        return Side(match.namespace)
    visitor = visitor_of(account)
    return visitor.side if visitor else Side.WORKER
