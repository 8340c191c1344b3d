"""The statements of the tap road. Instants and days travel as whole numbers (`foundation.binary_arrays`)."""

from ccus.domain.work_history import standing
from ccus.foundation.pipelined import Statement


def _ms(column: str) -> str:
    return f"(date_part('epoch', {column}) * 1000)::int8"


def _day(column: str) -> str:
    return f"{column} - date '1970-01-01'"


TRANSACTION = Statement("transaction", "select pg_current_xact_id()::text")
"""The transaction takes its number before it reads: then a derivation that missed it runs once more (FACT-07)."""

READERS = Statement(
    "readers",
    f"""select token_hash, id, place_id, {_ms("enrolled_at")}, {_ms("revoked_at")}, system <> ''
    from reader where token_hash = any(%(tokens)b::bytea[])""",
)

_CARD = f"""c.worker_id, {_ms("c.issued_at")}, {_day("c.expires_on")}, {_ms("l.lost_from")}, {_ms("l.found_at")},
       {_ms("v.revoked_at")}, {_ms("g.withdrawn_at")}, {_ms("g.returned_at")}, n.kana, c.id
from card c
left join card_loss l on l.card_id = c.id
left join card_revocation v on v.card_id = c.id
left join withdrawal g on g.worker_id = c.worker_id
left join worker_name n on n.worker_id = c.worker_id and n.superseded_at is null
      and n.valid_from <= current_date and (n.valid_until is null or n.valid_until > current_date)"""

CARDS = Statement("cards", f"select c.token, {_CARD} where c.token = any(%(tokens)b::text[])")
"""Cards as a reader types them (16 digits). A card lost twice comes twice, that of whoever left twice too."""

CARDS_BY_NUMBER = Statement(
    "cards_by_number",
    f"""select w.number, {_CARD} join worker w on w.id = c.worker_id
    where w.number = any(%(numbers)b::text[]) order by c.serial""",
)
"""All cards of a worker whose number alone was typed, oldest first (D-04)."""

STORED = Statement(
    "stored",
    f"""select k.n, t.outcome, t.reasons, t.told_name, {_day("t.work_on")}, t.days_this_month, t.counted_as
    from unnest(%(token)b::int4[], %(id)b::uuid[], %(at)b::timestamptz[]) with ordinality as k(token, id, at, n)
    join reader r on r.token_hash = (%(tokens)b::bytea[])[k.token]
    cross join lateral (
        select * from tap where tap.reader = r.id and tap.id = k.id and tap.at = k.at
        and tap.at between %(first)b::timestamptz and %(last)b::timestamptz limit 1) as t""",
)
"""The answers of taps that are already held; `first` and `last` let PostgreSQL open only the months it needs.

Lateral, here and below, so that each key is looked up by the index even while a young partition has no statistics.
"""

PRESENCE = Statement(
    "presence",
    """insert into presence (worker, place, happened_at, reader, tap, direction)
    select * from unnest(%(worker)b::int8[], %(place)b::int8[], %(happened)b::timestamptz[], %(reader)b::int8[],
                         %(tap)b::uuid[], %(direction)b::int2[])
    on conflict (worker) do update
    set place = excluded.place, happened_at = excluded.happened_at, reader = excluded.reader, tap = excluded.tap,
        direction = excluded.direction, before_at = presence.happened_at
    where (excluded.happened_at, excluded.reader, excluded.tap)
        > (presence.happened_at, presence.reader, presence.tap)
    returning worker, (date_part('epoch', before_at) * 1000)::int8""",
)
"""Also the lock that lets one transaction at a time fold the taps of a worker: taken even where nothing changes."""

RECORDS = Statement(
    "records",
    f"""select r.worker, r.place, {_day("r.work_on")}, {_ms("r.first_in")}, {_ms("r.last_in")}, {_ms("r.last_out")},
           {_ms("r.last_tap_at")}, r.evidence, r.entry is not null or r.correction is not null
    from unnest(%(worker)b::int8[], %(place)b::int8[], %(since)b::date[], %(last)b::date[])
         as k(worker, place, since, last)
    cross join lateral (
        select * from work_record w
        where w.worker = k.worker and w.work_on between k.since and k.last and w.place = k.place offset 0) as r""",
)

PENDING = Statement(
    "pending",
    f"""select worker, place, {_day("from_on")}, {_day("until_on")} from affect
    where settled_at is null and worker = any(%(workers)b::int8[])
    union all
    select worker, place, {_day("from_on")}, {_day("until_on")} from affect
    where settled_at is null and worker is null and place = any(%(places)b::int8[])
    union all
    select unnest(array[worker_id, main_id]), null, 0, null from worker_alias
    where superseded_at is null and (worker_id = any(%(workers)b::int8[]) or main_id = any(%(workers)b::int8[]))""",
)
"""Derivations to come; and all days of whoever has several IDs, whose taps the derivation alone can place (SAME-07)."""

CLOSED = Statement(
    "closed", "select (max(month) + interval '1 month')::date - date '1970-01-01' from month_close"
)
"""The first day after the last closed month."""

PERIODS = Statement(
    "periods",
    f"""select site_id, {_day("valid_from")}, {_day("valid_until")} from accumulation_period
    where superseded_at is null and site_id = any(%(places)b::int8[])""",
)

STANDING = Statement("standing", standing.SQL)

MONTHS = Statement(
    "months",
    f"""select k.worker, {_day("k.since")}, (
        select bit_or(1 << (r.work_on - k.since)) from work_record r
        where r.worker = k.worker and r.work_on >= k.since and r.work_on < k.until and r.state in (0, 1))
    from unnest(%(worker)b::int8[], %(since)b::date[], %(until)b::date[]) as k(worker, since, until)""",
)
"""The days of a worker's month that count (D-25), one bit a day."""

INSERT_TAPS = Statement(
    "insert_taps",
    """insert into tap (reader, id, at, seq, happened_at, received_at, place, card, worker, direction, offset_ms, shown,
                     outcome, reasons, told_name, work_on, days_this_month, counted_as)
    select reader, id, at, seq, happened, received, place, card, worker, direction, offset_ms, shown, outcome,
           reasons::smallint[], name, work_on, days, counted
    from unnest(%(reader)b::int8[], %(id)b::uuid[], %(at)b::timestamptz[], %(seq)b::int8[],
                %(happened)b::timestamptz[], %(received)b::timestamptz[], %(place)b::int8[], %(card)b::text[],
                %(worker)b::int8[], %(direction)b::int2[], %(offset)b::int8[], %(shown)b::int2[], %(outcome)b::int2[],
                %(reasons)b::text[], %(name)b::text[], %(work_on)b::date[], %(days)b::int2[], %(counted)b::int2[])
         as t(reader, id, at, seq, happened, received, place, card, worker, direction, offset_ms, shown, outcome,
              reasons, name, work_on, days, counted)""",
)
"""No ON CONFLICT: what is held was read before. A tap that arrived by another process meanwhile repeats the batch."""

UPSERT_RECORDS = Statement(
    "upsert_records",
    """insert into work_record (worker, work_on, place, state, reasons, evidence, first_in, last_in, last_out,
                             last_tap_at, trade, position, line, member)
    select worker, work_on, place, state, reasons::smallint[], evidence, first_in, last_in, last_out, last_tap,
           trade, position, line, member
    from unnest(%(worker)b::int8[], %(work_on)b::date[], %(place)b::int8[], %(state)b::int2[], %(reasons)b::text[],
                %(evidence)b::int2[], %(first_in)b::timestamptz[], %(last_in)b::timestamptz[],
                %(last_out)b::timestamptz[], %(last_tap)b::timestamptz[], %(trade)b::int2[], %(position)b::int2[],
                %(line)b::int8[], %(member)b::int8[])
         as t(worker, work_on, place, state, reasons, evidence, first_in, last_in, last_out, last_tap, trade, position,
              line, member)
    on conflict (worker, work_on, place) do update
    set state = excluded.state, reasons = excluded.reasons, evidence = excluded.evidence,
        first_in = excluded.first_in, last_in = excluded.last_in, last_out = excluded.last_out,
        last_tap_at = excluded.last_tap_at, trade = excluded.trade, position = excluded.position,
        line = excluded.line, member = excluded.member""",
)

SURPRISES = Statement(
    "surprises",
    """insert into tap_surprise (reader, id, at, worker, place, work_on, reasons)
    select reader, id, at, worker, place, work_on, reasons::smallint[]
    from unnest(%(reader)b::int8[], %(id)b::uuid[], %(at)b::timestamptz[], %(worker)b::int8[], %(place)b::int8[],
                %(work_on)b::date[], %(reasons)b::text[])
         as t(reader, id, at, worker, place, work_on, reasons)""",
)

UNREADABLE = Statement(
    "unreadable",
    """insert into tap_unreadable (reader, received_at, body, body_hash, why)
    select reader, received, body, hash, why
    from unnest(%(reader)b::int8[], %(received)b::timestamptz[], %(body)b::bytea[], %(hash)b::bytea[], %(why)b::text[])
         as t(reader, received, body, hash, why)
    on conflict (reader, body_hash) do nothing""",
)

STATEMENTS = (
    TRANSACTION, READERS, CARDS, CARDS_BY_NUMBER, STORED, PRESENCE, RECORDS, PENDING, CLOSED, PERIODS, STANDING,
    MONTHS, INSERT_TAPS, UPSERT_RECORDS, SURPRISES, UNREADABLE,
)  # fmt: skip
