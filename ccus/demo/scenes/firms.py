"""事業者の人びと: who signs in for the firms of the cast, and what waits for them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps

from ccus.demo.plan.roles import PASSWORD
from ccus.demo.scenes.firms_registered import Registered, register
from ccus.demo.scenes.second_steps import give_app
from ccus.domain.accounts.actions import change_password
from ccus.domain.audit.terms import SYSTEM, Actor, ActorKind
from ccus.domain.companies.actions.seats import open_chief, open_seat
from ccus.domain.companies.seats import SeatMe, seat_of
from ccus.domain.companies.terms import Role
from ccus.domain.sites.actions.posts import give_post
from ccus.domain.sites.actions.stand_ins import declare_stand_in
from ccus.domain.sites.actions.structure import invite
from ccus.domain.sites.terms import Post
from ccus.foundation.clock import day_of


@dataclass(frozen=True, slots=True)
class Clerk:
    """利用者: of which firm, in which role, and what a visitor sees signed in as this person."""

    firm: str
    name: str
    role: Role
    shows: str


PRIME = Clerk("佐藤建設株式会社", "佐藤 由美", Role.CHIEF, "元請: 現場、施工体制、見通し、承認を待つ日")
FOREMAN = Clerk("佐藤建設株式会社", "大野 剛", Role.SITE_MANAGER, "現場管理者: 担当する現場だけ")
UPPER = Clerk("鈴木工務店株式会社", "鈴木 誠", Role.CHIEF, "一次下請: 下請への要請、未登録の事業者")
EMPLOYER = Clerk(
    "高橋鉄筋株式会社", "高橋 明子", Role.CHIEF, "二次下請: 所属技能者、作業員名簿、確認を待つ日"
)
INVITED = Clerk("他社工業株式会社", "田中 学", Role.CHIEF, "要請が届いていて、まだ承認していません")
SITE = "未来橋駅前計画"
"""How the name of the demo gate's site begins."""
REGISTERED = {
    PRIME: Registered(
        "2010401000001",
        "サトウケンセツ",
        "佐藤 一郎",
        "サトウ イチロウ",
        "1丁目1番1号",
        50_000,
        ("01", "02"),
        "佐藤 由美",
        "サトウ ユミ",
    ),
    UPPER: Registered(
        "1010401000002",
        "スズキコウムテン",
        "鈴木 正",
        "スズキ タダシ",
        "2丁目4番5号",
        20_000,
        ("02", "03"),
        "鈴木 誠",
        "スズキ マコト",
    ),
    EMPLOYER: Registered(
        "9010401000003",
        "タカハシテッキン",
        "高橋 実",
        "タカハシ ミノル",
        "3丁目7番2号",
        10_000,
        ("12",),
        "高橋 明子",
        "タカハシ アキコ",
    ),
    INVITED: Registered(
        "8010401000004",
        "タシャコウギョウ",
        "田中 豊",
        "タナカ ユタカ",
        "5丁目6番1号",
        5_000,
        ("17",),
        "田中 学",
        "タナカ マナブ",
    ),
}
CLERKS = (PRIME, FOREMAN, UPPER, EMPLOYER, INVITED)


def appear(at: datetime) -> dict[Clerk, Actor]:
    """Everybody gets an account and has chosen PASSWORD; at the demo site one firm is asked, another one stands in."""
    for clerk, said in REGISTERED.items():
        register(_company(clerk), said, at)
    seats = {clerk: _seated(clerk, at) for clerk in CLERKS}
    prime, upper = seats[PRIME].actor, seats[UPPER].actor
    top = spots().get(tier=0, site__name__startswith=SITE)
    login = apps.get_model("companies", "Seat").objects.get(pk=seats[FOREMAN].seat).account.login_id
    give_post(site=top.site, seat=login, post=Post.MANAGER, from_on=day_of(at), by=prime, at=at)
    invite(upper=top, company=_company(INVITED), by=prime, at=at)
    below = spots().get(site=top.site, company=_company(UPPER))
    declare_stand_in(upper=below, name="ひかり足場", contact="090-0000-7890", by=upper, at=at)
    return {clerk: seat.actor for clerk, seat in seats.items()}


def _seated(clerk: Clerk, at: datetime) -> SeatMe:
    company = _company(clerk)
    if clerk.role is Role.CHIEF:
        opened = open_chief(company=company, name=clerk.name, mail="", by=SYSTEM, at=at)
    else:
        by = Actor(ActorKind.COMPANY, company.pk)
        opened = open_seat(company=company, role=clerk.role, name=clerk.name, by=by, at=at)
    seat = seat_of(opened.account.pk) if opened else None
    if opened is None or seat is None:
        raise LookupError(clerk.name)
    change_password(account=opened.account, new=PASSWORD, birth_on=None, by=seat.actor, at=at)
    if clerk.role is Role.CHIEF:
        give_app(opened.account, seat.actor, at)
    return seat


def _company(clerk: Clerk) -> Any:
    return apps.get_model("companies", "Company").objects.filter(name=clerk.firm).earliest("pk")


def spots() -> Any:
    """The spots of all structures."""
    return apps.get_model("sites", "StructureMember").objects
