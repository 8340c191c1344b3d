"""就業履歴を読む: what a person's pages show. Every function is one or two statements, whatever the history's length.

All of them go by the key (worker, work_on, place) of `work_record`, by (worker, month) of `work_month` and by the
index (worker, at) of `tap` with the month's bounds, so nothing here reads more than the days it shows (PORTAL-03).
"""

from ccus.domain.work_history.reading.at_sites import SiteAtWork, sites_of
from ccus.domain.work_history.reading.counters import Totals, totals
from ccus.domain.work_history.reading.days import Day, DayRecord, Month, latest_days, month_after, month_of
from ccus.domain.work_history.reading.stamps import stamp
from ccus.domain.work_history.reading.unrecorded import UnrecordedTap

__all__ = [
    "Day",
    "DayRecord",
    "Month",
    "SiteAtWork",
    "Totals",
    "UnrecordedTap",
    "latest_days",
    "month_after",
    "month_of",
    "sites_of",
    "stamp",
    "totals",
]
