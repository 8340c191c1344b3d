"""就業履歴 › 一覧."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from ccus.domain.work_history.reading import Month, month_after, month_of, totals
from ccus.domain.work_history.terms import Reason, State
from ccus.domain.work_history.why.lacks import last_day
from ccus.domain.workers.reading import Me
from ccus.domain.workers.same_person import merged_into
from ccus.entrance.door import worker_page
from ccus.entrance.frame import framed
from ccus.foundation import clock
from ccus.foundation.periods import ONE_DAY
from ccus.portals.worker.history.calendar import WEEKDAYS, weeks_of
from ccus.portals.worker.profile.form import ON


@require_safe
@worker_page
def history(request: HttpRequest, me: Me, month: date | None = None) -> HttpResponse:
    """就業履歴: one month, the present one without an address of its own."""
    today, counted = clock.today(), totals(me.worker)
    shown = month_of(me.worker, month or today)
    context = {
        "month": shown,
        "weeks": weeks_of(shown, today),
        "weekdays": WEEKDAYS,
        "opened": _opened(shown),
        "is_over": last_day(shown.first) < today,
        "month_url": "",
        "today": today,
        "totals": counted,
        "merged_into": merged_into(me.worker),
        "on_field": ON,
        **_neighbours(shown.first, counted.first_on or today, today),
    }
    return framed(request, "worker/history/page.html", context, current="history")


def _opened(month: Month) -> set[date]:
    """はじめから開いている日: the newest day of each thing there is to explain, so that a long month stays short."""
    opened, said = set(), set[tuple[State | None, tuple[Reason, ...]]]()
    for day in reversed(month.days):
        kinds: set[tuple[State | None, tuple[Reason, ...]]]
        kinds = {(each.state, each.reasons) for each in day.records if each.state is not State.OFFICIAL}
        kinds |= {(None, tap.reasons) for tap in day.unrecorded}
        if kinds - said:
            opened.add(day.on)
            said |= kinds
    return opened


def _neighbours(first: date, begun_on: date, today: date) -> dict[str, object]:
    """前の月, 次の月 and the years in which there can be days; empty where there is nothing to go to."""
    oldest, newest = begun_on.replace(day=1), today.replace(day=1)

    def url(month: date) -> str:
        within = min(max(month, oldest), newest)
        return reverse("worker:history-month", args=[within])

    before = (first - ONE_DAY).replace(day=1)
    after = month_after(first)
    return {
        "previous": (before, url(before)) if before >= oldest else None,
        "next": (after, url(after)) if after <= newest else None,
        "years": [
            (year, url(date(year, first.month, 1)), year == first.year)
            for year in range(newest.year, oldest.year - 1, -1)
        ],
    }
