-- A register of :workers workers with the same career of ten years each: one record every weekday from :first to :last
-- and one tap for each since the register opened. Rows lie in the order of time, as they would have come.
-- Loaded by the owner of the tables; :places sites, half a year at each for everybody.

set synchronous_commit = off;
set maintenance_work_mem = '512MB';
\set opened '''2016-04-01 00:00+09''::timestamptz, ''system:0'''

insert into account (id, password, login_id, opened_at, initial_password, language)
overriding system value
select g, '!', lpad(g::text, 14, '0'), timestamptz '2019-04-01 00:00+09', '', 'ja' from generate_series(1, :workers) g;

insert into worker (id, number, account_id, birth_on, registered_on)
overriding system value
select g, lpad(g::text, 14, '0'), g, date '1980-01-01', date '2016-04-01' from generate_series(1, :workers) g;

insert into worker_name (worker_id, official, official_source, kana, kana_source, roman, roman_source, native, native_source,
                         alias, alias_source, alias_on_card, valid_from, recorded_at, recorded_by)
select id, '建設 太郎', '', 'ケンセツ タロウ', '', '', '', '', '', '', '', false, date '2016-04-01', :opened from worker;

insert into worker_trade (worker_id, trade_id, rank, valid_from, recorded_at, recorded_by)
select id, 1001, 1, date '2016-04-01', :opened from worker;

insert into card (worker_id, serial, token, colour, issued_at, expires_on)
select id, 1, number || '01', 'white', timestamptz '2019-04-01 00:00+09', date '2099-04-01' from worker;

insert into company (id, number, name, name_kana, is_sole_proprietor, registered_at)
overriding system value
select g, lpad(g::text, 14, '0'), '会社' || g, 'カイシャ', false, timestamptz '2016-04-01 00:00+09'
from generate_series(1, 2 * :places) g;

insert into affiliation (worker_id, company_id, is_main, employment, valid_from, recorded_at, recorded_by)
select id, 2 + 2 * (id % :places), true, '', date '2016-04-01', :opened from worker;

insert into place (id, kind) overriding system value select g, 'registered' from generate_series(1, :places) g;

insert into site (place_id, number, name, name_kana, address, prime_id, registered_at)
select id, lpad(id::text, 14, '0'), '現場' || id, 'ゲンバ', '未来県桜川市', 2 * id - 1, timestamptz '2016-04-01 00:00+09'
from place;

insert into accumulation_period (site_id, valid_from, recorded_at, recorded_by)
select id, date '2016-04-01', :opened from place;

insert into structure_member (id, site_id, company_id, parent_id, tier, path, invited_at, invited_by)
overriding system value
select 2 * p.id - 1 + tier, p.id, 2 * p.id - 1 + tier, case tier when 1 then 2 * p.id - 1 end, tier, '{}', :opened
from place p, generate_series(0, 1) tier order by 1;

insert into structure_acceptance (member_id, valid_from, recorded_at, recorded_by)
select id, date '2016-04-01', :opened from structure_member;

insert into reader (id, place_id, name, token_hash, enrolled_at, enrolled_by)
overriding system value
select id, id, '正面', sha256(('growth-' || id)::bytea), :opened from place;

create temporary table half as
select n, :'first'::date + n * 183 as first, least(:'first'::date + (n + 1) * 183, :'last'::date + 30) as last
from generate_series(0, (:'last'::date - :'first'::date) / 183) n;

insert into roster_line (id, worker_id, place_id, member_id, trade_id, position_id, work_content, valid_from, valid_until,
                         recorded_at, recorded_by)
overriding system value
select w.id * 100 + h.n, w.id, 1 + (w.id + h.n) % :places, 2 + 2 * ((w.id + h.n) % :places), 1001, 0, '鉄筋の加工・組立',
       h.first, h.last, :opened
from half h, worker w order by h.n, w.id;

create temporary table day as
select d::date as on_day, (d::date - :'first'::date) / 183 as half,
       extract(epoch from d::date::timestamp at time zone 'Asia/Tokyo')::bigint * 1000 + 27000000 as ms
from generate_series(:'first'::date, :'last'::date, interval '1 day') d where extract(isodow from d) < 6;

alter table work_record drop constraint work_record_pkey;
insert into work_record (worker, work_on, place, state, reasons, evidence, first_in, last_in, last_out, last_tap_at, trade,
                         position, line, member)
select w, on_day, 1 + (w + half) % :places, 0, '{}', 0, to_timestamp(ms / 1000 + w % 1800),
       to_timestamp(ms / 1000 + w % 1800), to_timestamp(ms / 1000 + 34000), to_timestamp(ms / 1000 + 34000), 1001, 0,
       w * 100 + half, 2 + 2 * ((w + half) % :places)
from day, generate_series(1, :workers) w;
alter table work_record add primary key (worker, work_on, place);

insert into tap (reader, id, at, seq, happened_at, received_at, place, card, worker, direction, offset_ms, shown, outcome,
                 reasons, told_name, work_on, days_this_month)
select 1 + (w + half) % :places,
       (lpad(to_hex(t), 12, '0') || '7000' || '8' || lpad(to_hex(w), 15, '0'))::uuid,
       to_timestamp(t / 1000), w, to_timestamp(t / 1000), to_timestamp(t / 1000 + 1), 1 + (w + half) % :places,
       lpad(w::text, 14, '0') || '01', w, 0, 0, 1, 0, '{}', 'ケンセツ タロウ', on_day, 1
from day, generate_series(1, :workers) w, lateral (select ms + w % 1800 * 1000 as t) moment
where on_day >= date '2019-04-01';

insert into presence (worker, place, happened_at, reader, tap, direction)
select distinct on (worker) worker, place, happened_at, reader, id, direction
from tap where at >= :'last'::date - 7 order by worker, happened_at desc;

insert into month_close (month, announced_at, summed_at)
select m::date, now(), now()
from generate_series(date_trunc('month', :'first'::date), date_trunc('month', :'last'::date) - interval '1 month',
                     interval '1 month') m;

insert into work_month (worker, month, days, records, official_days, official_records)
select worker, date_trunc('month', work_on)::date, count(*), count(*), count(*), count(*)
from work_record where work_on < date_trunc('month', :'last'::date) group by 1, 2;

insert into work_month_share (worker, month, trade, position, days)
select worker, month, 1001, 0, days from work_month;

insert into notice (account_id, at, kind, title, body, source)
select w.id, timestamptz '2019-04-01 00:00+09' + n * interval '100 days', 'お知らせ', '通知', '', 'growth:' || n
from worker w, generate_series(1, 20) n;

select format('vacuum (analyze) %I', relname) from pg_class
where relnamespace = 'public'::regnamespace and relkind = 'r' and relname !~ '^procrastinate' \gexec
analyze tap;
