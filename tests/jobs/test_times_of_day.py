"""時刻: what runs once a day does so at a time of day in Japan."""

from datetime import datetime

import pytest
from procrastinate.contrib.django import app

from ccus.foundation.clock import JST, now


def runs_next(name: str) -> datetime:
    """When a task runs next, in Tokyo."""
    (task,) = [
        task for (path, _), task in app.periodic_registry.periodic_tasks.items() if path.endswith(f".{name}")
    ]
    return datetime.fromtimestamp(task.croniter.get_next(ret_type=float, start_time=now().timestamp()), JST)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tell_of_tomorrow", "11-20 17:00"),
        ("keep_partitions", "11-21 03:10"),
        ("tell_expiries", "11-21 06:30"),
        ("remind_of_waiting_days", "11-21 07:30"),
        ("lapse_claims", "11-20 12:05"),
        ("book_site_fees", "11-21 01:20"),
        ("close_site_fees", "11-21 04:20"),
    ],
)
def test_a_daily_task_runs_at_its_time_in_japan(name: str, expected: str) -> None:
    assert f"{runs_next(name):%m-%d %H:%M}" == expected
