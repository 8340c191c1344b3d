"""A correction of everybody's 所属, previewed by the job's own steps: prints one JSON object.

Everybody moves to the next firm of the site, who was asked by the worker; of one row the firm is a stranger.
"""

import json
import sys
import time

import django

django.setup()

from django.db import connection  # noqa: E402 - models are known only now
from django.test.utils import CaptureQueriesContext  # noqa: E402

from bench._common import say  # noqa: E402
from ccus.domain.audit.terms import SYSTEM  # noqa: E402
from ccus.domain.corrections.actions.previewing import ask_for_preview  # noqa: E402
from ccus.domain.corrections.actions.writing import write_set  # noqa: E402
from ccus.domain.corrections.models import ChangePreview, ChangeSet  # noqa: E402
from ccus.domain.corrections.previewing import finish, left_of, preview_turn  # noqa: E402
from ccus.domain.corrections.terms import Side  # noqa: E402
from ccus.foundation import clock  # noqa: E402
from ccus.jobs.lines import app_line, as_register  # noqa: E402
from ccus.jobs.listener import work  # noqa: E402

_ROWS = """
insert into change_row (change_set_id, ordinal, worker_id, doing, base, seen, typed, values, faults, written_by,
                        written_at, dropped_by)
select %(set)s, row_number() over (order by a.id), a.worker_id, 'change', a.id, was, '{}',
       was || jsonb_build_object('employment', 'regular', 'company', lpad(next::text, 14, '0')), '{}', 'system:0',
       now(), ''
from affiliation a,
     lateral (select 1000 * (a.company_id / 1000) + 3 + (a.company_id %% 1000 - 2) %% (%(firms)s - 2) as next) n,
     lateral (select jsonb_build_object('company', lpad(a.company_id::text, 14, '0'), 'is_main', true,
                                        'employment', null, 'since', a.valid_from, 'until', null) as was) w
order by a.id limit %(rows)s
"""
_ASKED = """
insert into affiliation_request (worker_id, company_id, is_main, employment, valid_from, asked_by, asked_at)
select r.worker_id, c.id, true, 'regular', current_date, 'worker:' || r.worker_id, now()
from change_row r join company c on c.number = r.values ->> 'company'
where r.change_set_id = %(set)s and r.ordinal <> 1
"""
_DAYS = "insert into affect (event_id, place, from_on) select 0, place_id, date '2026-01-05' from site"


def main() -> None:
    """Arguments: rows, firms of each site."""
    rows, firms = map(int, sys.argv[1:])
    with as_register():
        change_set = _written(rows, firms)
        with app_line() as line:
            work(line)
        say("days derived")
        key = ask_for_preview(change_set=change_set, by=SYSTEM, at=clock.now())
        turns, statements, slowest = left_of(key), set(), 0.0
        started = time.perf_counter()
        for turn in turns:
            begun = time.perf_counter()
            with CaptureQueriesContext(connection) as asked:
                preview_turn(key, turn, at=clock.now())
            slowest = max(slowest, time.perf_counter() - begun)
            statements.add(len(asked))
        finish(key, at=clock.now())
        took = time.perf_counter() - started
        said = ChangePreview.objects.get(key=key).counts
    counted = {"seconds": took, "slowest": slowest, "turns": len(turns), "statements": sorted(statements)}
    print(json.dumps(counted | {"lines": said["lines"], "stops": said["stops"]}), flush=True)


def _written(rows: int, firms: int) -> ChangeSet:
    change_set = write_set(
        side=Side.WORKER,
        block="affiliation",
        words="測定",
        basis="測定",
        received_on=clock.today(),
        by=SYSTEM,
        at=clock.now(),
    )
    with connection.cursor() as cursor:
        given = {"set": change_set.pk, "rows": rows, "firms": firms}
        for statement in (_ROWS, _ASKED, _DAYS, "analyze change_row, affiliation_request"):
            cursor.execute(statement, given)
    return change_set


if __name__ == "__main__":
    main()
