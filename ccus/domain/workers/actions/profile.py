"""登録内容の変更: name, trades, the qualification that makes a card gold."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction

from ccus.domain.audit.actions import record
from ccus.domain.audit.policies import require_office, require_one_of
from ccus.domain.audit.terms import Act, Actor
from ccus.domain.codes.models import Trade
from ccus.domain.workers.models import CoreWorkerQualification, Worker, WorkerName, WorkerTrade
from ccus.domain.workers.policies import as_actor, require_not_withdrawn
from ccus.domain.workers.rules import PersonName, readable_name, require_countable_trades
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.japanese import tidy
from ccus.foundation.periods import Period
from ccus.foundation.refusals import Refusal
from ccus.foundation.superseding import change_from, end_on, standing_on


class CertificateMissing(Refusal):
    """資格証の記載もれ: a qualification without its name or number (REG-10)."""


@transaction.atomic
def change_name(*, worker: Worker, name: PersonName, from_on: date, by: Actor, at: datetime) -> WorkerName:
    """氏名の変更 from a day on; what the person was called before stays readable (REG-05).

    Raises `NameUnreadable`, `WorkerWithdrawn`, `DayOutsideFact` for a day before the present name began.
    """
    require_one_of(by, as_actor(worker), who="技能者本人")
    require_not_withdrawn(worker)
    one_at_a_time("worker", worker.pk)
    present = WorkerName.objects.get(worker=worker, superseded_at__isnull=True, valid_until__isnull=True)
    changed = change_from(present, from_on, at=at, by=by, **asdict(readable_name(name)))
    record(act=Act.WORKER_NAMED, by=by, at=at, subject=("worker", worker.pk))
    return changed


@transaction.atomic
def choose_trades(*, worker: Worker, trades: Sequence[Trade], by: Actor, at: datetime) -> None:
    """職種の変更: from today these trades in this order, the first is the main one (REG-08).

    Raises `TradesUncountable`, `WorkerWithdrawn`. Roster lines keep the trade they were written with.
    """
    require_one_of(by, as_actor(worker), who="技能者本人")
    require_not_withdrawn(worker)
    require_countable_trades([trade.pk for trade in trades])
    one_at_a_time("worker", worker.pk)
    today = day_of(at)
    present = {row.rank: row for row in standing_on(WorkerTrade.objects.filter(worker=worker), today)}
    wanted = dict(enumerate(trades, start=1))
    for rank, row in present.items():
        if rank not in wanted or wanted[rank].pk != row.trade_id:
            end_on(row, today, at=at)
    WorkerTrade.objects.bulk_create(
        WorkerTrade(
            worker=worker, trade=trade, rank=rank, valid_from=today, recorded_at=at, recorded_by=str(by)
        )
        for rank, trade in wanted.items()
        if rank not in present or present[rank].trade_id != trade.pk
    )
    record(act=Act.WORKER_TRADES_CHOSEN, by=by, at=at, subject=("worker", worker.pk))


@transaction.atomic
def register_core_worker_qualification(
    *,
    worker: Worker,
    name: str,
    certificate_no: str,
    from_on: date,
    until_on: date | None = None,
    by: Actor,
    at: datetime,
) -> CoreWorkerQualification:
    """登録基幹技能者資格の登録, seen by the office; the next card of the worker is gold (REG-10, CARD-03).

    `until_on` is the day after its last. Raises `CertificateMissing`, `PeriodBackwards`, `WorkerWithdrawn`.
    """
    require_office(by)
    require_not_withdrawn(worker)
    period = Period.checked(from_on, until_on, label="資格", field="until_on")
    name, certificate_no = tidy(name), tidy(certificate_no)
    if not name or not certificate_no:
        raise CertificateMissing("資格種別か資格番号が入力されていません。修了証のとおりに入力してください。")
    qualification = CoreWorkerQualification.objects.create(
        worker=worker,
        name=name,
        certificate_no=certificate_no,
        valid_from=period.from_on,
        valid_until=period.until_on,
        recorded_at=at,
        recorded_by=str(by),
    )
    record(act=Act.WORKER_CORE_QUALIFIED, by=by, at=at, subject=("worker", worker.pk))
    return qualification
