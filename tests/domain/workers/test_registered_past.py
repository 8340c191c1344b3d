"""過去の登録情報 (DATA-02): every past day can be shown, as it is known today and as it was known on any day."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from ccus.domain.audit.terms import SYSTEM
from ccus.domain.workers.actions.registered import change_fact, enter_fact, remove_fact
from ccus.domain.workers.models import Worker
from ccus.domain.workers.registered import registered
from ccus.foundation.clock import day_of
from ccus.foundation.entry.block import Value
from tests.domain.workers.samples import blank_worker

DAYS = [date(2026, 1, 1) + timedelta(days=n) for n in range(60)]
FIRST = datetime(2026, 1, 10, 3, tzinfo=UTC)
Timeline = dict[date, Value]
pytestmark = pytest.mark.django_db


def shown(worker: Worker, on: date, known_at: datetime | None = None) -> Value:
    found = registered(worker.pk, on=on, known_at=known_at, keys=["blood"])["blood"]
    return found[0].values["group"] if found else None


def lived(worker: Worker, rng: Random) -> list[tuple[datetime, Timeline]]:
    """A blood group that is entered, changed and removed again and again: what was known after each time."""
    known: Timeline = dict.fromkeys(DAYS)
    story, since, at = [], DAYS[0], FIRST
    for group in rng.choices(["a", "b", "o", "ab"], k=8):
        today = day_of(at)
        rows = registered(worker.pk, on=today, keys=["blood"])["blood"]
        if rows and rng.random() < 0.3:
            remove_fact(worker=worker, key="blood", base=rows[0].id, by=SYSTEM, at=at)
            since, said = today, None
        else:
            since = since + timedelta(days=rng.randint(0, (today - since).days))
            _say(worker, {"group": group, "since": since.isoformat()}, rows[0].id if rows else None, at)
            said = group
        known = {day: said if day >= since else before for day, before in known.items()}
        story.append((at, known))
        at += timedelta(days=rng.randint(0, 5), minutes=1)
    return story


def _say(worker: Worker, values: dict[str, Value], base: int | None, at: datetime) -> None:
    if base is None:
        enter_fact(worker=worker, key="blood", values=values, by=SYSTEM, at=at)
    else:
        change_fact(worker=worker, key="blood", base=base, values=values, by=SYSTEM, at=at)


@pytest.mark.parametrize("seed", range(6))
def test_every_day_is_shown_as_it_is_known_and_as_it_was_known(seed: int) -> None:
    worker = blank_worker()
    story = lived(worker, Random(seed))
    sampled = DAYS[::6]
    for at, known in story:
        assert {day: shown(worker, day, at) for day in sampled} == {day: known[day] for day in sampled}
    assert [shown(worker, day) for day in sampled] == [story[-1][1][day] for day in sampled]
