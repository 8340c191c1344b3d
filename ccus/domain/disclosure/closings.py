"""所属の変更で閉じた項目: told to the worker, whose own half stays as it was (DISC-27, D-09)."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from ccus.domain.disclosure.switches import opened_items, workers_half
from ccus.domain.disclosure.terms import WORDS
from ccus.domain.notices.actions import tell_each
from ccus.domain.notices.texts import Text
from ccus.domain.workers.leaving import still_here
from ccus.domain.workers.models import Affiliation, Worker
from ccus.domain.workers.terms import Item
from ccus.foundation.clock import day_of
from ccus.foundation.periods import ONE_DAY

_LATE = timedelta(days=7)
"""For so long a change is made up for where the job did not run."""
_BACK = timedelta(days=62)
"""A 所属 that is ended or accepted afterwards reaches back no further than days that are open (D-14)."""


@transaction.atomic
def tell_closings(*, at: datetime) -> int:
    """閉じた項目を知らせる, once for a worker and day on which a 所属 began or ended. Returns how many had some.

    What others saw the day before and see no more, though the worker still has it open.
    """
    told = 0
    for day, workers in sorted(_changed(at).items()):
        closed = dict(_closed(workers, day))
        accounts = Worker.objects.filter(still_here(), pk__in=closed, account__isnull=False)
        letters = [
            (
                account,
                f"disclosure_closed:{day}",
                {"on": day, "what": [WORDS[item] for item in closed[worker]]},
            )
            for worker, account in accounts.values_list("pk", "account")
        ]
        tell_each(text=Text.DISCLOSURE_CLOSED, at=at, told=letters)
        told += len(letters)
    return told


def _changed(at: datetime) -> dict[date, set[int]]:
    """Day → workers of whom a 所属 began or ended on it: of the last days, or said within the last days."""
    today, since = day_of(at), day_of(at) - _LATE
    recent = Q(valid_from__gt=since, valid_from__lte=today) | Q(valid_until__gt=since, valid_until__lte=today)
    said = Affiliation.objects.filter(Q(recorded_at__gt=at - _LATE) | Q(superseded_at__gt=at - _LATE))
    rows = Affiliation.objects.filter(recent | Q(worker__in=said.values("worker")), superseded_at=None)
    found: defaultdict[date, set[int]] = defaultdict(set)
    for worker, *bounds in rows.values_list("worker", "valid_from", "valid_until"):
        for day in bounds:
            if day is not None and today - _BACK < day <= today:
                found[day].add(worker)
    return found


def _closed(workers: Collection[int], day: date) -> Iterator[tuple[int, tuple[Item, ...]]]:
    before, after = (opened_items(workers, on=on) for on in (day - ONE_DAY, day))
    own = workers_half(workers, on=day)
    for worker, items in before.items():
        gone = items & own.get(worker, frozenset()) - after.get(worker, frozenset())
        if gone:
            yield worker, tuple(item for item in Item if item in gone)
