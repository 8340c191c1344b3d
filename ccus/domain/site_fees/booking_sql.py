"""読む文: the days on which records and ledger differ, and how far the changes of records were heard."""

_DIFFERING = """
select coalesce(o.worker, b.worker), coalesce(o.place, b.place), coalesce(o.work_on, b.work_on), o.worker is not null,
       coalesce(b.lines, 0), coalesce(b.standing, 0)
from official o full join booked b on b.worker = o.worker and b.place = o.place and b.work_on = o.work_on
where (o.worker is not null) <> (coalesce(b.standing, 0) > 0)
order by 3, 2, 1
"""

OPEN_MONTHS = (
    """
with official as (
    select r.worker, r.place, r.work_on
    from work_record r join site s on s.place_id = r.place
    where r.worker > %(after)s and r.worker <= %(until)s and r.work_on >= %(first)s and r.state = %(official)s
), booked as (
    select worker_id as worker, site_id as place, work_on, max(n) as lines, sum(amount) as standing
    from site_fee_line
    where worker_id > %(after)s and worker_id <= %(until)s and work_on >= %(first)s
    group by worker_id, site_id, work_on
)
"""
    + _DIFFERING
)
"""Of the workers with keys over `after` up to `until`, from the day `first` on: the fields of `rules.Day`."""

CHANGED = (
    """
with touched as (
    select distinct worker, place, work_on from record_change where id > %(after)s and id <= %(until)s
), official as (
    select r.worker, r.place, r.work_on
    from touched t
    join work_record r on r.worker = t.worker and r.work_on = t.work_on and r.place = t.place
    join site s on s.place_id = r.place
    where r.state = %(official)s
), booked as (
    select t.worker, t.place, t.work_on, max(l.n) as lines, sum(l.amount) as standing
    from touched t
    join site_fee_line l on l.worker_id = t.worker and l.work_on = t.work_on and l.site_id = t.place
    group by t.worker, t.place, t.work_on
)
"""
    + _DIFFERING
)
"""Of the days whose records changed, by the changes with keys over `after` up to `until`."""

ADD = """
insert into site_fee_line (worker_id, site_id, work_on, n, amount, month, booked_at)
select worker, site, work_on, n, amount, greatest(date_trunc('month', work_on)::date, %(first)s), %(at)s
from unnest(%(workers)s::int8[], %(sites)s::int8[], %(days)s::date[], %(ns)s::int2[], %(amounts)s::int4[])
     as line(worker, site, work_on, n, amount)
"""
"""Lines are booked in the month of their day, or in the first that is open."""

FIRST_RECORD = "select date_trunc('month', min(work_on))::date from work_record"

HIGHEST_WORKER = """
select greatest((select max(worker) from work_record), (select max(worker_id) from site_fee_line), 0)
"""

NOW = """
select (select coalesce(max(id), 0) from record_change), pg_snapshot_xmax(now)::text::int8,
       pg_snapshot_xmin(now)::text::int8
from (select pg_current_snapshot() as now) s
"""
"""(the newest change that is seen, the first transaction not yet begun, the oldest that still runs)."""

RECOUNT = """
select work_on, count(*)
from work_record r join site s on s.place_id = r.place
where r.worker > %(after)s and r.worker <= %(until)s and r.work_on >= %(first)s and r.work_on < %(end)s
  and r.state = %(official)s
group by work_on
"""

CHARGED = """
select coalesce(sum(sign(amount)), 0)
from site_fee_line
where worker_id > %(after)s and worker_id <= %(until)s and work_on >= %(first)s and work_on < %(end)s
"""
