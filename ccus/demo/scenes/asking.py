"""お問い合わせ: questions to the contact centre in every state, of workers, a firm and a caller."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.apps import apps

from ccus.demo.plan.roles import ANH, LONG_NAME, MIRAI, Role
from ccus.demo.scenes.firms import EMPLOYER, Clerk
from ccus.demo.scenes.people import worker_of
from ccus.domain.applications.terms import EnquiryReason
from ccus.domain.audit.terms import Actor, ActorKind
from ccus.domain.desk.actions.asking import open_case
from ccus.domain.desk.actions.calls import Caller, open_for_caller
from ccus.domain.desk.actions.handling import answer_case, ask_back, take_case
from ccus.domain.desk.answers import ANSWERS
from ccus.domain.desk.replying import Reply
from ccus.domain.desk.screens import Screen
from ccus.domain.desk.terms import Channel, Subject
from ccus.domain.work_history.terms import State

_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)
_WHY = "カードを読み取ったのに、「正式」になっていません。\nどうしてですか。"


def play(seats: Mapping[Clerk, Actor], office: Actor, at: datetime) -> None:
    """建設 未来 reads an answer about a day, a firm is asked back, two wait, and one telephoned; `at` is a noon."""
    _answered(office, at - 2 * _DAY)
    asked = open_case(
        subject=Subject.APPROVALS,
        words="技能者が入れた日を、まちがえて否認しました。直せますか。",
        by=seats[EMPLOYER],
        at=at - _DAY,
    )
    take_case(case=asked, by=office, at=at - _DAY + _HOUR)
    back = Reply("どの現場の、何日のことですか。", screen=Screen.APPROVALS)
    ask_back(case=asked, reply=back, by=office, at=at - _DAY + 2 * _HOUR)
    open_case(
        subject=Subject.CARD, words="カードが われました。どうしますか。", by=_self(ANH), at=at - 4 * _DAY
    )
    open_case(
        subject=Subject.EMPLOYER,
        words="来月から、ほかの会社ではたらきます。\nなにをすればいいですか。",
        by=_self(LONG_NAME),
        at=at,
    )
    caller = Caller(Channel.PHONE, EnquiryReason.OTHER, "登録の前の質問")
    open_for_caller(
        caller=caller,
        subject=Subject.OTHER,
        words="登録にいくらかかるかと聞かれた。料金の表を案内した。",
        by=office,
        at=at,
    )


def _answered(office: Actor, at: datetime) -> None:
    on = _day_of(MIRAI, at.date())
    case = open_case(subject=Subject.DAYS, words=_WHY, on=on, by=_self(MIRAI), at=at)
    take_case(case=case, by=office, at=at + _HOUR)
    canned = ANSWERS["why_not_official"]
    screen = canned.screen if on is not None else Screen.HISTORY
    answer_case(case=case, reply=Reply(canned.body, canned.key, screen, on), by=office, at=at + 2 * _HOUR)


def _day_of(role: Role, before: date) -> date | None:
    """A day of somebody that is not 正式, the last one before a day; else the last one."""
    days = apps.get_model("work_history", "WorkRecord").objects.filter(
        worker=worker_of(role).pk, work_on__lt=before
    )
    found = (
        days.filter(state=State.UNLINKED).order_by("-work_on").first() or days.order_by("-work_on").first()
    )
    return found.work_on if found else None


def _self(role: Role) -> Actor:
    return Actor(ActorKind.WORKER, worker_of(role).pk)
