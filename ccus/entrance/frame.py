"""枠: the menu around a page, in the two steps of the guide (閲覧 › …), with only what exists (PORTAL-02)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ccus.domain.accounts.officers import officer_of
from ccus.domain.accounts.policies import must_change_password, signed_in
from ccus.domain.accounts.terms import Duty
from ccus.domain.companies.seats import seat_of
from ccus.domain.companies.terms import Power
from ccus.domain.notices.reading import unread_count
from ccus.domain.recovery.reading import OpenReset, open_reset_of
from ccus.entrance.menus import ACROSS, MENUS, TABS, Item
from ccus.entrance.proved import gave_factor, is_chief
from ccus.entrance.ways import IDLE_SECONDS, sign_in_of
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
    """What `ui/portal.html` draws around a page; `across`: to the other portal of a 一人親方 (ORG-02)."""

    name: str
    home: str
    notices: str
    sign_out: str
    unread: int
    menu: list[Group]
    tabs: list[Entry] = field(default_factory=list)
    across: Entry | None = None
    still_here: str = ""
    sign_in: str = ""
    idle_seconds: int = IDLE_SECONDS
    alarm: OpenReset | None = None


def frame(
    side: Side,
    current: str,
    unread: int,
    *,
    opened: frozenset[Duty | Power | None] = frozenset({None}),
    is_both: bool = False,
) -> Frame:
    """The frame of a side with the page `current` marked, and what duties of officers and powers of roles open.

    `is_both`: worker and company in one, with a way across.
    """
    page = current if ":" in current else f"{side}:{current}"
    menu = [
        Group(title, [_entry(item, page, unread) for item in items if item.needs in opened])
        for title, items in MENUS[side]
    ]
    return _frame(side, unread, [group for group in menu if group.entries], ACROSS[side] if is_both else None)


def closed_frame(side: Side) -> Frame:
    """The frame without a menu, as long as no page behind it opens (SIGN-05, SIGN-20)."""
    return _frame(side, 0, [])


def _frame(side: Side, unread: int, menu: list[Group], across: Item | None = None) -> Frame:
    ends_itself = bool(menu) and side.ends_itself and across is None  # SIGN-11, ORG-11
    entries = {entry.page: entry for group in menu for entry in group.entries}
    way = _entry(across, "", 0) if across else None
    return Frame(
        name=side.label,
        home=reverse(f"{side}:home"),
        notices=reverse(f"{side}:notices") if menu and side in {Side.WORKER, Side.COMPANY} else "",
        sign_out=reverse("worker:sign-out"),
        unread=unread,
        menu=[*menu, Group("", [way])] if way else menu,
        across=way,
        tabs=[entries[page] for page in TABS[side] if page in entries],
        still_here=reverse(f"{side}:still-here") if ends_itself else "",
        sign_in=sign_in_of(side),
    )


def _entry(item: Item, current: str, unread: int) -> Entry:
    count = unread if item.page.endswith(":notices") else 0
    return Entry(item.page, item.label, item.icon, item.short, item.page == current, count)


def framed(
    request: HttpRequest, template: str, context: Mapping[str, object], *, current: str, status: int = 200
) -> HttpResponse:
    """ページを枠に入れて返す: `current` is the name of the page, with its side where several have one."""
    account = signed_in(request.user)
    side = _side(request, account.pk)
    current = "company:clients" if "acting" in vars(request) else current  # PROXY-06
    if must_change_password(account):
        shown = closed_frame(side)
    elif side in {Side.OFFICE, Side.COMPANY}:
        shown = _frame_of_duties(request, side, account.pk, current)
    else:
        is_both = side is Side.WORKER and seat_of(account.pk) is not None
        shown = frame(side, current, unread_count(account.pk), is_both=is_both)
    if side is not Side.OFFICE:
        shown = replace(shown, alarm=open_reset_of(account.pk))  # RESET-06
    return render(request, template, {**context, "frame": shown}, status=status)


def _frame_of_duties(request: HttpRequest, side: Side, account: int, current: str) -> Frame:
    """Of an officer or of somebody of a company: what duties and powers open, once the factor was given (SIGN-20)."""
    if side is Side.OFFICE:
        officer = officer_of(account)
        duties = frozenset({None, *(officer.duties if officer else ())})
        return frame(side, current, 0, opened=duties) if gave_factor(request) else closed_frame(side)
    seat = seat_of(account)
    if is_chief(seat) and not gave_factor(request):
        return closed_frame(side)
    powers = frozenset({None, *(power for power in Power if seat and seat.may(power))})
    is_both = seat is not None and seat.is_worker_too
    return frame(side, current, unread_count(account), opened=powers, is_both=is_both)


def _side(request: HttpRequest, account: int) -> Side:
    """Most pages say it by their address; those that workers and applicants share ask who it is."""
    match = request.resolver_match
    if match is not None and match.namespace in {Side.WORKER, Side.COMPANY, Side.OFFICE}:
        return Side(match.namespace)
    visitor = visitor_of(account)
    return visitor.side if visitor else Side.WORKER
