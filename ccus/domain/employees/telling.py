"""期限の知らせ: every morning, 30, 14 and 3 days ahead, once each, to the worker and to the employers (EMP-05)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import transaction

from ccus.domain.companies.letters import tell_company
from ccus.domain.companies.terms import Power
from ccus.domain.employees.expiries import booked, expiries, touched, words_of
from ccus.domain.employees.models import ExpiryTold
from ccus.domain.employees.rules import AHEAD, Booked, Expiring, expiring, spoilt, threshold
from ccus.domain.notices.actions import tell
from ccus.domain.notices.texts import Text
from ccus.domain.workers.leaving import still_here
from ccus.domain.workers.models import Affiliation, Worker
from ccus.foundation.clock import day_of
from ccus.foundation.constraints import one_at_a_time
from ccus.foundation.japanese import date_words
from ccus.foundation.superseding import standing_on


@transaction.atomic
def tell_expiries(*, at: datetime) -> int:
    """期限を知らせる: whatever has come near and was not told yet. Returns how many things were told."""
    one_at_a_time("expiries", "told")
    today = day_of(at)
    workers = Worker.objects.filter(still_here(), pk__in=touched(today=today, within=AHEAD[-1]))
    accounts = dict(workers.values_list("pk", "account"))
    near = expiring(expiries(accounts, today=today), today=today)
    fresh = _noted(near, today=today, at=at)
    by_worker: defaultdict[int, list[Expiring]] = defaultdict(list)
    for expiry in fresh:
        by_worker[expiry.worker].append(expiry)
    days = booked(by_worker, today=today)
    for worker, what in by_worker.items():
        account = accounts[worker]
        if account is not None:
            source = f"expiry:{today}:{what[0].kind}:{what[0].last_on}"
            lines = [_line(expiry, days) for expiry in what]
            tell(account=account, text=Text.EXPIRY_NEARS, source=source, at=at, what=lines)
    _tell_employers(by_worker, today=today, at=at)
    return len(fresh)


def _noted(near: Iterable[Expiring], *, today: date, at: datetime) -> list[Expiring]:
    """Those whose threshold was not told before; from now on they were."""
    due = {(e, days): e for e in near if (days := threshold(e.last_on, today=today)) is not None}
    keys = {(e.worker, e.kind.value, e.what, e.last_on, days) for e, days in due}
    columns = ("worker", "kind", "what", "last_on", "days_before")
    told = ExpiryTold.objects.filter(worker__in={key[0] for key in keys}, last_on__gte=today)
    known = set(told.values_list(*columns))
    fresh = [(e, days) for e, days in due if (e.worker, e.kind.value, e.what, e.last_on, days) not in known]
    ExpiryTold.objects.bulk_create(
        ExpiryTold(
            worker_id=e.worker, kind=e.kind, what=e.what, last_on=e.last_on, days_before=days, told_at=at
        )
        for e, days in fresh
    )
    return [e for e, _ in fresh]


def _line(expiry: Expiring, days: Sequence[Booked]) -> str:
    """What runs out, and the first of the booked days that it would spoil, in words."""
    said = f"{words_of(expiry)}：{date_words(expiry.last_on)}まで"
    hit = spoilt(expiry, days)
    return f"{said}（{hit[0].site}の{date_words(hit[0].first_on)}からの予定にかかわります）" if hit else said


def _tell_employers(by_worker: dict[int, list[Expiring]], *, today: date, at: datetime) -> None:
    """Each employer of today hears how many of what, and of nobody by name: the page shows it, and leaves a trace."""
    linked = standing_on(Affiliation.objects.filter(worker__in=by_worker), today)
    counts: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for company, worker in linked.values_list("company", "worker"):
        counts[company].update(expiry.kind.label for expiry in by_worker[worker])
    for company, counted in counts.items():
        lines = [f"{label} {number}件" for label, number in counted.items()]
        source = f"expiries:{today}:{sum(counted.values())}"
        tell_company(
            company,
            text=Text.EXPIRY_OF_EMPLOYEES,
            source=source,
            at=at,
            power=Power.EMPLOYEES,
            what=lines,
        )
