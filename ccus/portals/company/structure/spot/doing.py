"""場所でできること: each act with the form it asks, and the sentence when it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ccus.domain.audit.terms import Actor
from ccus.domain.sites.actions.stand_ins import declare_stand_in, name_stand_in, rename_stand_in
from ccus.domain.sites.actions.structure import (
    accept_invitation,
    invite,
    leave_structure,
    refuse_invitation,
    withdraw_invitation,
)
from ccus.domain.sites.actions.structure_patterns import save_structure_pattern
from ccus.domain.sites.reading.structure_of_firm import SpotRow, registered_firm
from ccus.foundation.entry.block import Block
from ccus.foundation.periods import ONE_DAY
from ccus.portals.company.structure.forms import ACCEPT, INVITE, LEAVE, NAME, NOTHING, SAVE, STAND_IN
from ccus.ui.entry.sheets import Sheet

Run = Callable[[SpotRow, Sheet, Actor, datetime], None]


class Back(StrEnum):
    """どこへ戻るか: the page after the act."""

    SPOT = "spot"
    SITE = "site"
    OVERVIEW = "overview"


@dataclass(frozen=True, slots=True)
class Doing:
    """できること."""

    block: Block
    run: Run
    done: str
    back: Back = Back.SPOT


def _invite(row: SpotRow, sheet: Sheet, by: Actor, at: datetime) -> None:
    invite(upper=row, company=registered_firm(sheet.text("company")), by=by, at=at)


def _declare(row: SpotRow, sheet: Sheet, by: Actor, at: datetime) -> None:
    declare_stand_in(upper=row, name=sheet.text("name"), contact=sheet.text("contact"), by=by, at=at)


def _rename(row: SpotRow, sheet: Sheet, by: Actor, at: datetime) -> None:
    rename_stand_in(member=row, name=sheet.text("name"), contact=sheet.text("contact"), by=by, at=at)


def _name(row: SpotRow, sheet: Sheet, by: Actor, at: datetime) -> None:
    name_stand_in(member=row, company=registered_firm(sheet.text("company")), by=by, at=at)


def _withdraw(row: SpotRow, sheet: Sheet, by: Actor, at: datetime) -> None:
    withdraw_invitation(member=row, by=by, at=at)


def _accept(row: SpotRow, sheet: Sheet, by: Actor, at: datetime) -> None:
    accept_invitation(member=row, from_on=sheet.day("from_on"), by=by, at=at)


def _refuse(row: SpotRow, sheet: Sheet, by: Actor, at: datetime) -> None:
    refuse_invitation(member=row, by=by, at=at)


def _leave(row: SpotRow, sheet: Sheet, by: Actor, at: datetime) -> None:
    last_on = sheet.day("until_on")
    if last_on is not None:
        leave_structure(member=row, until_on=last_on + ONE_DAY, by=by, at=at)


def _save(row: SpotRow, sheet: Sheet, by: Actor, at: datetime) -> None:
    save_structure_pattern(member=row, name=sheet.text("name"), by=by, at=at)


DOING = {
    "invite": Doing(INVITE, _invite, "要請しました。相手の事業者が承認すると、施工体制に入ります。"),
    "stand-in": Doing(STAND_IN, _declare, "未登録の事業者を置きました。この下に、続けて要請できます。"),
    "rename": Doing(STAND_IN, _rename, "名称と連絡先をなおしました。"),
    "name": Doing(
        NAME, _name, "事業者IDを指定しました。相手の事業者が引き受けると、下の日も正式になります。"
    ),
    "withdraw": Doing(NOTHING, _withdraw, "要請を取り下げました。", Back.SITE),
    "accept": Doing(ACCEPT, _accept, "承認しました。次は、作業員名簿に技能者をのせてください。"),
    "refuse": Doing(NOTHING, _refuse, "要請を断りました。", Back.OVERVIEW),
    "leave": Doing(LEAVE, _leave, "施工体制から外れる日を登録しました。"),
    "save": Doing(SAVE, _save, "パターンを保存しました。ほかの現場で使えます。"),
}
