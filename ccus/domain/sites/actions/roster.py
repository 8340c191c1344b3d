"""作業員名簿: workers under a firm at a site, one or many in one press (SITE-09 to SITE-12, SITE-26)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from ccus.domain.audit.actions import Touched, record
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.codes.models import Position, Trade
from ccus.domain.codes.policies import require_open_days
from ccus.domain.codes.rules import first_open_day
from ccus.domain.notices.actions import tell_each
from ccus.domain.notices.texts import Text
from ccus.domain.sites.entering import (
    AlreadyOnRoster,
    NotInList,
    NotOwnTrade,
    faults_of,
    known_of,
    named,
    overlapping,
    work_faults,
)
from ccus.domain.sites.models import RosterLine, StructureMember
from ccus.domain.sites.policies import name_at, require_invitation_stands
from ccus.domain.sites.rules import readable
from ccus.domain.sites.work import Entry, Work, columns_of, lists, work_of
from ccus.domain.sites.writers import Writer, writer_of
from ccus.domain.workers.models import Worker
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import each_one_at_a_time, refusing
from ccus.foundation.periods import Period
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import (
    copied,
    period_of,
    require_day_within,
    supersede_all,
)

__all__ = ["AlreadyOnRoster", "NotInList", "NotOwnTrade"]

MOST_AT_ONCE = 3_000


class TooManyAtOnce(Refusal):
    """一度に多すぎる行 (SITE-26)."""


@transaction.atomic
def enter_many(
    *, member: StructureMember, entries: Sequence[Entry], by: Actor, at: datetime
) -> list[RosterLine]:
    """作業員名簿への登録 of several workers, all or nothing; each is told (SITE-09 to SITE-11, SITE-26).

    Neither the firm's acceptance nor the worker's link on those days is asked for: without them the days wait
    (連結待ち). Raises `WorkerOfNobodyHere`, `ConsentMissing`, `NotOwnTrade`, `NotInList`, `AlreadyOnRoster`,
    `InvitationClosed`, `WorkerWithdrawn`, `PeriodBackwards`, `TextUnreadable`, `TooManyAtOnce`.
    """
    writer = writer_of(by, member)
    require_invitation_stands(member)
    _require_few(len(entries))
    if not entries:
        return []
    workers = {entry.worker for entry in entries}
    each_one_at_a_time("worker", workers)
    known = known_of(member, workers, writer=writer, lists=lists(), at=at)
    for entry, faults in zip(entries, faults_of(entries, member, known), strict=True):
        if faults:
            raise named(faults[0], known.numbers.get(entry.worker, ""), of_many=len(entries) > 1)
    rows = [
        RosterLine(
            worker_id=entry.worker,
            place_id=member.site_id,
            member=member,
            valid_from=entry.from_on,
            valid_until=entry.until_on,
            recorded_at=at,
            recorded_by=str(by),
            **columns_of(_tidied(entry.work), known.lists),
        )
        for entry in entries
    ]
    with refusing({"roster_line_one_at_a_time": overlapping(member, min(e.from_on for e in entries))}):
        RosterLine.objects.bulk_create(rows)
    _record(Act.ROSTER_ENTERED, rows, writer, by=by, at=at)
    _tell(Text.ROSTER_ENTERED, rows, at=at)
    return rows


@transaction.atomic
def change_many(
    *,
    lines: Sequence[RosterLine],
    changes: Mapping[str, Any],
    from_on: date | None = None,
    by: Actor,
    at: datetime,
) -> list[RosterLine]:
    """名簿の変更 of several lines of one spot, all or nothing: what was written for the days before stays (SITE-12).

    `changes`: fields of `Work` with their new values, the others stay (fill down). `from_on`: None: from each
    line's own first day, as far as days are open. The workers are told. Raises as `enter_many`, and `DaysClosed`,
    `DayOutsideFact`, `AlreadyChanged`.
    """
    if not lines:
        return []
    member = lines[0].member
    writer = writer_of(by, member)
    _require_few(len(lines))
    workers = {line.worker_id for line in lines}
    each_one_at_a_time("worker", workers)
    known = known_of(member, workers, writer=writer, lists=lists(), at=at)
    works = []
    for line in lines:
        kept = work_of(line)
        works.append(_tidied(replace(kept, **changes)))
        faults = [*_not_here(line, member), *work_faults(works[-1], line.worker_id, known, kept=kept)]
        if faults:
            raise named(faults[0], known.numbers[line.worker_id], of_many=len(lines) > 1)
    first_open = first_open_day(day_of(at))
    days = [from_on or max(line.valid_from, first_open) for line in lines]
    for line, day in zip(lines, days, strict=True):
        require_open_days(day, at=at, label="変更する最初の日", field="from_on")
        require_day_within(line, day, field="from_on")
    changed = [
        copied(
            line,
            Period(day, line.valid_until),
            recorded_at=at,
            recorded_by=str(by),
            **columns_of(work, known.lists),
        )
        for line, day, work in zip(lines, days, works, strict=True)
    ]
    _supersede(lines, days, at=at, also=changed)
    _record(Act.ROSTER_CHANGED, lines, writer, by=by, at=at)
    _tell(Text.ROSTER_CHANGED, changed, at=at)
    return changed


@transaction.atomic
def end_many(
    *, lines: Sequence[RosterLine], until_on: date, by: Actor, at: datetime
) -> list[RosterLine | None]:
    """名簿からの削除 of several lines of one spot, all or nothing: the last day is the one before `until_on` (SITE-12).

    Returns what remains of each. Raises `DaysClosed`, `DayOutsideFact`, `AlreadyChanged`.
    """
    if not lines:
        return []
    writer = writer_of(by, lines[0].member)
    require_open_days(until_on, at=at, label="名簿から外れる日", field="until_on")
    each_one_at_a_time("worker", [line.worker_id for line in lines])
    for line in lines:
        for refusal in _not_here(line, lines[0].member):
            raise refusal
        require_day_within(line, until_on, field="until_on")
    rest = _supersede(lines, [until_on] * len(lines), at=at)
    _record(Act.ROSTER_ENDED, lines, writer, by=by, at=at)
    _tell(Text.ROSTER_ENDED, lines, at=at, until_on=until_on)
    return rest


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
    """作業員名簿への登録 of one worker; raises as `enter_many` (SITE-09)."""
    work = Work(trade.code, position.code, work_content)
    entry = Entry(worker.pk, work, from_on, until_on)
    return enter_many(member=member, entries=[entry], by=by, at=at)[0]


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
    """名簿の変更 of one line from a day on; raises as `change_many` (SITE-12)."""
    changes = {"trade": trade.code, "position": position.code, "work_content": work_content}
    return change_many(lines=[line], changes=changes, from_on=from_on, by=by, at=at)[0]


@transaction.atomic
def end_roster_line(*, line: RosterLine, until_on: date, by: Actor, at: datetime) -> RosterLine | None:
    """名簿からの削除 of one line; raises as `end_many` (SITE-12). Returns what remains."""
    return end_many(lines=[line], until_on=until_on, by=by, at=at)[0]


def _require_few(count: int) -> None:
    if count > MOST_AT_ONCE:
        raise TooManyAtOnce(
            f"一度に{count:,}人は登録できません。{MOST_AT_ONCE:,}人までに分けて登録してください。"
        )


def _tidied(work: Work) -> Work:
    return replace(work, work_content=readable(work.work_content, "work_content", may_be_empty=True))


def _not_here(line: RosterLine, member: StructureMember) -> list[Refusal]:
    """Lines of one press belong to one spot: the right to write was asked there."""
    if line.member_id == member.pk:
        return []
    return [NotInList("ほかの事業者の名簿の行が選ばれています。一覧を開き直して、選んでください。")]


def _supersede(
    lines: Sequence[RosterLine], days: Sequence[date], *, at: datetime, also: Sequence[RosterLine] = ()
) -> list[RosterLine | None]:
    """End each line on its day, and add what remains of it; what remains was said when the line was said (D-26)."""
    supersede_all(lines, at=at)
    rest = [
        copied(line, before, recorded_at=line.recorded_at, recorded_by=line.recorded_by) if before else None
        for line, day in zip(lines, days, strict=True)
        for before in [period_of(line).before(day)]
    ]
    RosterLine.objects.bulk_create([*(row for row in rest if row is not None), *also])
    return rest


def _record(act: Act, lines: Sequence[RosterLine], writer: Writer, *, by: Actor, at: datetime) -> None:
    """All days of a line are touched, also those that stay the same: a record names the row it rests on."""
    touched = [
        Touched(
            worker=line.worker_id, place=line.place_id, from_on=line.valid_from, until_on=line.valid_until
        )
        for line in lines
    ]
    many = {"lines": [line.pk for line in lines]} if len(lines) > 1 else {}
    subject = ("structure_member", lines[0].member_id) if many else ("roster_line", lines[0].pk)
    record(act=act, by=by, at=at, subject=subject, affects=touched, **many, **writer.detail)


def _tell(text: Text, lines: Sequence[RosterLine], *, at: datetime, **values: object) -> None:
    """One member for all lines: the names of firm and site are read once."""
    member = lines[0].member
    said = {"site": member.site.name, "company": name_at(member)}
    with_account = Worker.objects.filter(pk__in=[line.worker_id for line in lines], account__isnull=False)
    accounts: dict[int, int] = dict(with_account.values_list("pk", "account_id"))
    trades = dict(Trade.objects.values_list("pk", "label"))
    positions = dict(Position.objects.values_list("pk", "label"))
    tell_each(
        text=text,
        at=at,
        told=[
            (
                accounts[line.worker_id],
                f"{text}:{line.pk}",
                {
                    **said,
                    "trade": trades[line.trade_id],
                    "position": positions[line.position_id],
                    "from_on": line.valid_from,
                    **values,
                },
            )
            for line in lines
            if line.worker_id in accounts
        ],
    )
