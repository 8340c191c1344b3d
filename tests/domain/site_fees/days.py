"""就業履歴 as rows, as the derivation leaves them, and what the ledger holds."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from ccus.domain.site_fees import rules
from ccus.domain.site_fees.models import SiteFeeLine
from ccus.domain.sites.models import Site
from ccus.domain.work_history.models import MonthClose, RecordChange, WorkRecord
from ccus.domain.work_history.terms import Evidence, State
from ccus.domain.workers.models import Worker

AT = datetime(2026, 12, 5, 3, tzinfo=UTC)
NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


def record(worker: Worker, site: Site, on: date, state: State = State.OFFICIAL) -> None:
    """One record."""
    WorkRecord.objects.create(
        worker=worker.pk,
        place=site.pk,
        work_on=on,
        state=state,
        reasons=[],
        evidence=Evidence.CARD,
        last_tap_at=datetime(on.year, on.month, on.day, 8, tzinfo=UTC),
    )


def month_of_records(worker: Worker, site: Site, days: Sequence[int], month: date = NOVEMBER) -> None:
    """正式 records on these days of a month."""
    for day in days:
        record(worker, site, month.replace(day=day))


def change(worker: Worker, site: Site, on: date, state: State) -> None:
    """The record gets another state, as the derivation notes it (REC-12)."""
    records = WorkRecord.objects.filter(worker=worker.pk, place=site.pk, work_on=on)
    before = records.values_list("state", flat=True).first()
    if before is None:
        record(worker, site, on, state)
    records.update(state=state)
    RecordChange.objects.create(worker=worker.pk, place=site.pk, work_on=on, before=before, after=state)


def sum_months(*months: date) -> None:
    """The sums of these months stand (MONTH-02)."""
    for month in months:
        MonthClose.objects.create(month=month, announced_at=AT, noted_xmax=1, summed_at=AT)


def ledger() -> list[tuple[str, int, int, str]]:
    """What stands: `11-02`, number, yen, month in which it is booked."""
    lines = SiteFeeLine.objects.order_by("work_on", "worker", "n")
    return [(f"{line.work_on:%m-%d}", line.n, line.amount, f"{line.month:%Y-%m}") for line in lines]


def after(month: date) -> datetime:
    """Noon of the day on which a month may be closed."""
    day = rules.closes_on(month)
    return datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
