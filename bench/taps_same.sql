-- The same reads and writes for one tap as the tap road makes for a batch, in a transaction of its own (pgbench).
-- Client c takes every :clients-th tap. One tap in twenty is sent a second time: then only the stored answer is read.
\set again random(1, 20)
\if :again = 1
begin;
select pg_current_xact_id();
select r.id, r.place_id, r.enrolled_at, r.revoked_at, c.worker_id, c.issued_at, c.expires_on, l.lost_from, l.found_at,
       v.revoked_at, g.withdrawn_at, g.returned_at, n.kana
from reader r, card c
left join card_loss l on l.card_id = c.id
left join card_revocation v on v.card_id = c.id
left join withdrawal g on g.worker_id = c.worker_id
left join worker_name n on n.worker_id = c.worker_id and n.superseded_at is null and n.valid_from <= current_date
      and (n.valid_until is null or n.valid_until > current_date)
where r.token_hash = sha256(('bench-' || :place)::bytea) and c.token = lpad(:worker::text, 12, '0') || '2101';
select outcome, reasons, told_name, work_on, days_this_month, counted_as from tap
where reader = :place and id = :id::uuid and at = to_timestamp(:ms / 1000.0);
commit;
\else
\set n :n + 1
\set k :n * :clients + :client_id
\set worker 1 + :k % 100000
\set shift :k / 100000
\set place 1 + :worker % 1000
\set direction :shift % 2
\set ms :day + :shift / 2 * 86400000 + case when :direction = 0 then 25200000 else 61200000 end + :k % 100000 * 30
\set on (:ms + 32400000) / 86400000
begin;
select pg_current_xact_id(), uuidv7() as id \gset
select r.id, r.place_id, r.enrolled_at, r.revoked_at, c.worker_id, c.issued_at, c.expires_on, l.lost_from, l.found_at,
       v.revoked_at, g.withdrawn_at, g.returned_at, n.kana
from reader r, card c
left join card_loss l on l.card_id = c.id
left join card_revocation v on v.card_id = c.id
left join withdrawal g on g.worker_id = c.worker_id
left join worker_name n on n.worker_id = c.worker_id and n.superseded_at is null and n.valid_from <= current_date
      and (n.valid_until is null or n.valid_until > current_date)
where r.token_hash = sha256(('bench-' || :place)::bytea) and c.token = lpad(:worker::text, 12, '0') || '2101';
select outcome, reasons, told_name, work_on, days_this_month, counted_as from tap
where reader = :place and id = :id::uuid and at = to_timestamp(:ms / 1000.0);
insert into presence (worker, place, happened_at, reader, tap, direction)
values (:worker, :place, to_timestamp(:ms / 1000.0), :place, :id::uuid, :direction)
on conflict (worker) do update
set place = excluded.place, happened_at = excluded.happened_at, reader = excluded.reader, tap = excluded.tap,
    direction = excluded.direction, before_at = presence.happened_at
where (excluded.happened_at, excluded.reader, excluded.tap) > (presence.happened_at, presence.reader, presence.tap)
returning worker, before_at;
select work_on, first_in, last_in, last_out, last_tap_at, evidence from work_record
where worker = :worker and place = :place and work_on >= date '1970-01-01' + :on::int - 2;
select worker, place, from_on, until_on from affect where settled_at is null and worker = :worker
union all
select worker, place, from_on, until_on from affect where settled_at is null and worker is null and place = :place;
select valid_from, valid_until, (select max(month) from month_close) from accumulation_period
where superseded_at is null and site_id = :place;
select exists (select from accumulation_period p where p.site_id = :place and k.on_day >= p.valid_from
               and (p.valid_until is null or k.on_day < p.valid_until) and p.superseded_at is null),
       l.id, l.member_id, l.trade_id, l.position_id,
       (select count(*) from unnest(m.path) x(member)
        where not exists (select from structure_acceptance a where a.member_id = x.member and k.on_day >= a.valid_from
                          and (a.valid_until is null or k.on_day < a.valid_until) and a.recorded_at <= now()
                          and a.superseded_at is null)),
       exists (select from affiliation f where f.worker_id = :worker and f.company_id = m.company_id
               and k.on_day >= f.valid_from and (f.valid_until is null or k.on_day < f.valid_until)
               and f.recorded_at <= now() and f.superseded_at is null)
from (select date '1970-01-01' + :on::int as on_day) k
left join roster_line l on l.worker_id = :worker and l.place_id = :place and k.on_day >= l.valid_from
     and (l.valid_until is null or k.on_day < l.valid_until) and l.recorded_at <= now() and l.superseded_at is null
left join structure_member m on m.id = l.member_id;
select count(distinct work_on) from work_record
where worker = :worker and work_on >= date_trunc('month', date '1970-01-01' + :on::int)::date
  and work_on < (date_trunc('month', date '1970-01-01' + :on::int) + interval '1 month')::date and state in (0, 1);
insert into tap (reader, id, at, seq, happened_at, received_at, place, card, worker, direction, offset_ms, shown, outcome,
                 reasons, told_name, work_on, days_this_month, counted_as)
values (:place, :id::uuid, to_timestamp(:ms / 1000.0), :n, to_timestamp(:ms / 1000.0), now(), :place,
        lpad(:worker::text, 12, '0') || '2101', :worker, :direction, 12, 1, 0, '{}', 'ケンセツ タロウ',
        date '1970-01-01' + :on::int, 11, :direction)
on conflict do nothing;
insert into work_record (worker, work_on, place, state, reasons, evidence, first_in, last_in, last_out, last_tap_at,
                         trade, position, line, member)
values (:worker, date '1970-01-01' + :on::int, :place, 0, '{}', 0, to_timestamp(:ms / 1000.0), to_timestamp(:ms / 1000.0),
        null, to_timestamp(:ms / 1000.0), 101, 1, 1, 1)
on conflict (worker, work_on, place) do update
set state = excluded.state, reasons = excluded.reasons, evidence = excluded.evidence, first_in = work_record.first_in,
    last_in = work_record.last_in, last_out = excluded.last_tap_at, last_tap_at = excluded.last_tap_at,
    trade = excluded.trade, position = excluded.position, line = excluded.line, member = excluded.member;
commit;
\endif
