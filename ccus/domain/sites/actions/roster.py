"""作業員名簿: workers under a firm at a site, with 職種, 立場 and 作業内容 (SITE-09 to SITE-12)."""

from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.codes.models import Position, Trade
from ccus.domain.codes.policies import require_open_days
from ccus.domain.notices.actions import tell
from ccus.domain.notices.texts import Text
from ccus.domain.sites.models import RosterLine, StructureMember
from ccus.domain.sites.policies import name_at, require_invitation_stands, require_member
from ccus.domain.sites.rules import readable
from ccus.domain.workers.models import Worker, WorkerTrade
from ccus.domain.workers.policies import require_not_withdrawn
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time, refusing
from ccus.foundation.japanese import date_words
from ccus.foundation.periods import Period
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import change_from, end_on, standing_on


class NotOwnTrade(Refusal):
    """本人の職種でない: the roster offers the worker's own trades (SITE-10)."""


class AlreadyOnRoster(Refusal):
    """名簿の重なり: one line for a worker at a site on any day (SITE-11)."""


@transaction.atomic
def enter_on_roster(
    *,
    member: StructureMember,
    worker: Worker,
    trade: Trade,
    position: Position,
    work_content: str = "",
    from_on: date,
    until_on: date | None = None,
    by: Actor,
    at: datetime,
) -> RosterLine:
    """作業員名簿への登録 by the firm; the worker is told (SITE-09 to SITE-11).

    Neither the firm's acceptance nor the worker's link is asked for: without them the days wait (連結待ち).
    Raises `NotOwnTrade`, `AlreadyOnRoster`, `InvitationClosed`, `WorkerWithdrawn`, `PeriodBackwards`.
    """
    require_member(by, member)
    require_invitation_stands(member)
    require_not_withdrawn(worker)
    period = Period.checked(from_on, until_on, label="名簿の期間", field="until_on")
    _require_own_trade(worker, trade, at=at)
    one_at_a_time("worker", worker.pk)
    line = RosterLine(
        worker=worker,
        place_id=member.site_id,
        member=member,
        trade=trade,
        position=position,
        work_content=readable(work_content, "work_content", may_be_empty=True),
        valid_from=period.from_on,
        valid_until=period.until_on,
        recorded_at=at,
        recorded_by=str(by),
    )
    with refusing({"roster_line_one_at_a_time": _overlap(member, from_on)}):
        line.save(force_insert=True)
    _record(Act.ROSTER_ENTERED, line, by=by, at=at)
    _tell(line, Text.ROSTER_ENTERED, at=at)
    return line


@transaction.atomic
def change_roster_line(
    *,
    line: RosterLine,
    trade: Trade,
    position: Position,
    work_content: str,
    from_on: date,
    by: Actor,
    at: datetime,
) -> RosterLine:
    """名簿の変更 from a day on: what was written for the days before stays (SITE-12). The worker is told.

    Raises `NotOwnTrade`, `DaysClosed`, `DayOutsideFact`, `AlreadyChanged`.
    """
    require_member(by, line.member)
    _require_own_trade(line.worker, trade, at=at)
    require_open_days(from_on, at=at, label="変更する最初の日", field="from_on")
    one_at_a_time("worker", line.worker_id)
    changed = change_from(
        line,
        from_on,
        at=at,
        by=by,
        trade_id=trade.pk,
        position_id=position.pk,
        work_content=readable(work_content, "work_content", may_be_empty=True),
    )
    _record(Act.ROSTER_CHANGED, line, by=by, at=at)
    _tell(changed, Text.ROSTER_CHANGED, at=at)
    return changed


@transaction.atomic
def end_roster_line(*, line: RosterLine, until_on: date, by: Actor, at: datetime) -> RosterLine | None:
    """名簿からの削除: the last day is the one before `until_on` (SITE-12). Returns what remains.

    Raises `DaysClosed`, `DayOutsideFact`, `AlreadyChanged`.
    """
    require_member(by, line.member)
    require_open_days(until_on, at=at, label="名簿から外れる日", field="until_on")
    one_at_a_time("worker", line.worker_id)
    remains = end_on(line, until_on, at=at)
    _record(Act.ROSTER_ENDED, line, by=by, at=at)
    return remains


def _require_own_trade(worker: Worker, trade: Trade, *, at: datetime) -> None:
    if not standing_on(WorkerTrade.objects.filter(worker=worker, trade=trade), day_of(at)).exists():
        raise NotOwnTrade(
            f"職種「{trade.label}」は、この技能者の登録にありません。"
            "登録されている職種から選ぶか、本人に職種の追加を頼んでください。",
            "trade",
        )


def _overlap(member: StructureMember, from_on: date) -> AlreadyOnRoster:
    return AlreadyOnRoster(
        f"この技能者は、{date_words(from_on)}以降、{member.site.name}の作業員名簿にすでにのっています。"
        "その行を変更するか、終えてから登録してください。",
        "from_on",
    )


def _record(act: Act, line: RosterLine, *, by: Actor, at: datetime) -> None:
    """All days of the line are touched, also those that stay the same: a record names the row it rests on."""
    touched = Touched(
        worker=line.worker_id, place=line.place_id, from_on=line.valid_from, until_on=line.valid_until
    )
    record(act=act, by=by, at=at, subject=("roster_line", line.pk), affects=[touched])


def _tell(line: RosterLine, text: Text, *, at: datetime) -> None:
    if line.worker.account_id is None:
        return
    tell(
        account=line.worker.account_id,
        text=text,
        source=f"roster_line:{line.pk}",
        at=at,
        site=line.member.site.name,
        company=name_at(line.member),
        trade=line.trade.label,
        position=line.position.label,
        from_on=line.valid_from,
    )
