"""導出が読む事実と書く記録の SQL: each text stands once, whoever runs it (jobs, the seed, the tap road).

Parameters are `%(name)b::type`. Instants travel as whole milliseconds since 1970 (`int8`), days as day numbers
(`int4`), so that no date object is made on the way. A window is one worker at one place from `froms` to `untils`;
windows of one person share a number.
"""

_WINDOWS = """
with windows as (
    select n, worker, place, to_timestamp(from_ms::float8 / 1000) as from_at,
           to_timestamp(until_ms::float8 / 1000) as until_at
    from unnest(%(numbers)b::int4[], %(workers)b::int8[], %(places)b::int8[], %(froms)b::int8[], %(untils)b::int8[])
         as w(n, worker, place, from_ms, until_ms)
), known as (select coalesce(%(known_at)b::timestamptz, 'infinity') as at)
"""

# A tap whose clock needed no correction is found by the raw time, the partition key. The others are found by the
# time they happened at, over all partitions, by an index that holds nothing else. A tap of an unknown card belongs
# to whom the office named later.
_FOUND = (
    _WINDOWS
    + """, shifted as materialized (
    select * from tap
    where tap.worker = any(%(workers)b::int8[]) and tap.happened_at <> tap.at
      and tap.happened_at >= to_timestamp(%(earliest)b::int8::float8 / 1000)
      and tap.happened_at < to_timestamp(%(latest)b::int8::float8 / 1000)
      and tap.received_at <= (select at from known)
), found as (
    select w.n, w.worker, t.happened_at, t.received_at, t.direction, t.card, t.reader, t.id, false as is_owned
    from windows w
    cross join lateral (
        select * from tap
        where tap.worker = w.worker and tap.at >= w.from_at and tap.at < w.until_at
          and tap.at >= to_timestamp(%(earliest)b::int8::float8 / 1000)
          and tap.at < to_timestamp(%(latest)b::int8::float8 / 1000)
          and tap.happened_at = tap.at and tap.place = w.place and tap.received_at <= (select at from known)
    ) t
  union all
    select w.n, w.worker, t.happened_at, t.received_at, t.direction, t.card, t.reader, t.id, false
    from shifted t
    join windows w on w.worker = t.worker and w.place = t.place
                  and t.happened_at >= w.from_at and t.happened_at < w.until_at
  union all
    select w.n, w.worker, t.happened_at, t.received_at, t.direction, t.card, t.reader, t.id, true
    from windows w
    join tap_owner o on o.worker_id = w.worker and o.recorded_at <= (select at from known)
    join tap t on t.reader = o.reader and t.id = o.id and t.at = o.at
    where t.worker is null and t.place = w.place and t.happened_at >= w.from_at and t.happened_at < w.until_at
      and t.received_at <= (select at from known)
)
"""
)

TAPS = (
    _FOUND
    + """
select f.n, (extract(epoch from f.happened_at) * 1000)::int8, f.direction, f.card,
       (extract(epoch from f.received_at) * 1000)::int8, (extract(epoch from r.enrolled_at) * 1000)::int8, f.is_owned,
       f.reader, uuid_send(f.id), f.worker, r.system <> ''
from found f join reader r on r.id = f.reader
order by f.n, f.happened_at, f.reader, f.id
"""
)
"""(window, ms, direction, card, received ms, reader's enrolment ms, is owned, reader, id, worker, is linked), in order
of windows and of the fold.
"""

TAP_DAYS = (
    _FOUND
    + """
select distinct f.n, (f.happened_at at time zone 'Asia/Tokyo')::date - date '1970-01-01' from found f order by 1, 2
"""
)
"""(window, day): the calendar days on which taps lie."""

CARDS = """
select w.id, c.token, c.serial, (extract(epoch from c.issued_at) * 1000)::int8, c.expires_on - date '1970-01-01',
       (extract(epoch from v.revoked_at) * 1000)::int8, x.left_at, x.returned_at,
       l.lost, l.found
from (select distinct id from unnest(%(workers)b::int8[]) as asked(id)) w
left join lateral (
    select array_agg((extract(epoch from withdrawn_at) * 1000)::int8 order by withdrawn_at) as left_at,
           array_agg((extract(epoch from returned_at) * 1000)::int8 order by withdrawn_at) as returned_at
    from withdrawal where withdrawal.worker_id = w.id
) x on true
left join card c on c.worker_id = w.id
left join card_revocation v on v.card_id = c.id
left join lateral (
    select array_agg((extract(epoch from lost_from) * 1000)::int8 order by lost_from) as lost,
           array_agg((extract(epoch from found_at) * 1000)::int8 order by lost_from) as found
    from card_loss where card_loss.card_id = c.id
) l on true
"""
"""(worker, token, serial, issued ms, last good day, revoked ms, left ms[], returned ms[], lost ms[], found ms[])."""

LOCK_ROWS = """
insert into work_record (worker, place, work_on, state, reasons, evidence, last_tap_at)
select worker, place, date '1970-01-01' + day, 1, '{}', 1, 'epoch'
from (
    select * from unnest(%(workers)b::int8[], %(places)b::int8[], %(days)b::int4[]) as asked(worker, place, day)
  union
    select person.id, asked.place, asked.day
    from unnest(%(workers)b::int8[], %(places)b::int8[], %(days)b::int4[]) as asked(worker, place, day)
    left join worker_alias a on a.worker_id = asked.worker and a.superseded_at is null
    join worker_alias b on b.main_id = coalesce(a.main_id, asked.worker) and b.superseded_at is null
    cross join unnest(array[b.main_id, b.worker_id]) as person(id)
) as k(worker, place, day)
order by worker, place, day
on conflict (worker, work_on, place) do update set worker = excluded.worker where false
"""
"""Lock each record or its empty seat, with those of the person's other IDs, in one order; nothing is rewritten."""

LOCK_TABLE = "lock table work_record in share row exclusive mode"
"""For whoever derives very many days while no tap comes in: no seats are needed then."""

_TIMES = "first_in, last_in, last_out, last_tap_at"
_RESTS_ON = "trade, position, line, member, entry, correction"
_HELD = f"state, reasons, evidence, {_TIMES}, {_RESTS_ON}"


def _of(row: str) -> str:
    return ", ".join(f"{row}.{column}" for column in _HELD.split(", "))


WRITE = f"""
with made as (
    select worker, place, date '1970-01-01' + day as work_on, state, reasons::int2[] as reasons, evidence,
           to_timestamp(first_in::float8 / 1000) as first_in, to_timestamp(last_in::float8 / 1000) as last_in,
           to_timestamp(last_out::float8 / 1000) as last_out, to_timestamp(last_tap::float8 / 1000) as last_tap_at,
           {_RESTS_ON}
    from unnest(%(workers)b::int8[], %(places)b::int8[], %(days)b::int4[], %(states)b::int2[], %(reasons)b::text[],
                %(evidence)b::int2[], %(first_ins)b::int8[], %(last_ins)b::int8[], %(last_outs)b::int8[],
                %(last_taps)b::int8[], %(trades)b::int2[], %(positions)b::int2[], %(lines)b::int8[],
                %(members)b::int8[], %(entries)b::int8[], %(corrections)b::int8[])
         as k(worker, place, day, state, reasons, evidence, first_in, last_in, last_out, last_tap, {_RESTS_ON})
), changed as (
    insert into record_change (worker, work_on, place, before, after, told_at)
    select r.worker, r.work_on, r.place, case when r.last_tap_at > 'epoch' then r.state end, made.state,
           case when r.last_tap_at = 'epoch' then now() end
    from made join work_record r on (r.worker, r.work_on, r.place) = (made.worker, made.work_on, made.place)
    where case when r.last_tap_at > 'epoch' then r.state <> made.state
               else made.state = 0
                    and made.work_on < (select (max(month) + interval '1 month')::date from month_close) end
)
insert into work_record as r (worker, place, work_on, {_HELD})
select worker, place, work_on, {_HELD} from made
on conflict (worker, work_on, place) do update
set ({_HELD}) = ({_of("excluded")})
where ({_of("r")}) is distinct from ({_of("excluded")})
returning worker, place, work_on - date '1970-01-01'
"""
"""Write the records that differ, and note whose state did; (worker, place, day) of each (REC-12).

A record that comes into being in an ended month is noted too, as told: its month may be accounted for already.
"""

DELETE = """
with gone as (
    delete from work_record r
    using unnest(%(workers)b::int8[], %(places)b::int8[], %(days)b::int4[]) as k(worker, place, day)
    where r.worker = k.worker and r.place = k.place and r.work_on = date '1970-01-01' + k.day
    returning r.worker, r.place, r.work_on, r.state, r.last_tap_at > 'epoch' as was_record
), changed as (
    insert into record_change (worker, work_on, place, before)
    select worker, work_on, place, state from gone where was_record
)
select worker, place, work_on - date '1970-01-01', was_record from gone
"""
"""Take away records that no fact supports and empty seats; the last column tells a record from a seat."""

CLAIMS = """
select k.worker, k.place, k.day, c.kind, c.id, (extract(epoch from c.recorded_at) * 1000)::int8, c.trade_id,
       c.position_id, s.place_id is null, p.id is not null,
       case when p.answered_at <= k.known then p.answer end,
       (extract(epoch from p.answered_at) * 1000)::int8,
       o.id is not null and o.asked_at <= k.known,
       case when o.answered_at <= k.known then o.answer end
from (select worker, place, date '1970-01-01' + day as on_day, day, known
      from unnest(%(workers)b::int8[], %(places)b::int8[], %(days)b::int4[]) as asked(worker, place, day),
           (select coalesce(%(known_at)b::timestamptz, 'infinity') as known) as moment) as k
join day_claim c on c.worker_id = k.worker and c.work_on = k.on_day and c.place_id = k.place
                and c.recorded_at <= k.known
left join site s on s.place_id = c.place_id
left join day_ask p on p.claim_id = c.id and p.party = 3
left join day_ask o on o.claim_id = c.id and o.party = 4
where (c.kind = 1 or c.superseded_at is null or c.superseded_at > k.known)
  and not exists (select from day_claim a
                  where a.instead_of_id = c.id and a.recorded_at <= k.known
                    and (a.superseded_at is null or a.superseded_at > k.known))
order by c.id
"""
"""What people say of these days: (worker, place, day, kind, claim, recorded ms, trade, position, whether the place is
the worker's own, asked, prime's answer, answered ms, whether the office was asked, its answer).

A correction that a later one replaced still comes: it counts until the later one is approved (CLAIM-08).
"""
