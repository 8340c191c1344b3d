-- On top of growth_data.sql: days that wait for their prime, and two workers whose histories differ a hundredfold.
-- At place 1 wait :many days, at place 2 :few; at each of the places 3 to 2 + :rounds wait :bulk, of a thousand workers
-- in a register of any size. Loaded by the owner.

set synchronous_commit = off;
\set opened '''2016-04-01 00:00+09''::timestamptz, ''system:0'''

insert into account (id, password, login_id, opened_at, initial_password, language)
overriding system value
select 50000000 + p, '!', lpad((50000000 + p)::text, 14, '0'), timestamptz '2019-04-01 00:00+09', '', 'ja'
from generate_series(1, 2 + :rounds) p;

insert into seat (company_id, account_id, role, name, mail, opened_at, opened_by, live_session)
select 2 * p - 1, 50000000 + p, 'chief', '事務 和子', '', timestamptz '2019-04-01 00:00+09', 'system:0', ''
from generate_series(1, 2 + :rounds) p;

insert into worker (id, number, birth_on, registered_on)
overriding system value
select 70000000 + g, lpad((70000000 + g)::text, 14, '0'), date '1980-01-01', date '2019-04-01'
from generate_series(1, 1000) g;

insert into worker_name (worker_id, official, official_source, kana, kana_source, roman, roman_source, native, native_source,
                         alias, alias_source, alias_on_card, valid_from, recorded_at, recorded_by)
select 70000000 + g, '建設 太郎', '', 'ケンセツ タロウ', '', '', '', '', '', '', '', false, date '2019-04-01', :opened
from generate_series(1, 1000) g;

create temporary table waiting as
select row_number() over () as n, p as place, 70000001 + k % 1000 as worker, date '2026-11-01' - (k / 1000)::int as work_on
from generate_series(1, 2 + :rounds) p,
     generate_series(0, case p when 1 then :many when 2 then :few else :bulk end - 1) k;

insert into day_claim (id, key, kind, worker_id, place_id, work_on, company_id, trade_id, position_id, work_content, why,
                       remark, due_at, recorded_at, recorded_by)
overriding system value
select n, gen_random_uuid(), 0, worker, place, work_on, 2 * place, 1001, 0, '鉄筋の加工・組立', 1, '',
       timestamptz '2099-01-01 00:00+09', timestamptz '2026-11-01 12:00+09', 'worker:' || worker
from waiting;

insert into day_ask (claim_id, party, company_id, place_id, asked_at, due_at, plea, oddities, is_odd, answered_by, is_own,
                     words)
select n, 3, 2 * place - 1, place, timestamptz '2026-11-01 12:00+09', timestamptz '2099-01-01 00:00+09', '',
       case when n % 100 = 0 and place < 3 then '{3}' else '{}' end::int2[], n % 100 = 0 and place < 3, '', false, ''
from waiting order by n;

insert into account (id, password, login_id, opened_at, initial_password, language)
overriding system value
select 60000000 + g, '!', lpad((60000000 + g)::text, 14, '0'), timestamptz '2019-04-01 00:00+09', '', 'ja' from unnest(array[45, 4500]) g;

insert into worker (id, number, account_id, birth_on, registered_on)
overriding system value
select 60000000 + g, lpad((60000000 + g)::text, 14, '0'), 60000000 + g, date '1980-01-01', date '2008-04-01'
from unnest(array[45, 4500]) g;

insert into worker_name (worker_id, official, official_source, kana, kana_source, roman, roman_source, native, native_source,
                         alias, alias_source, alias_on_card, valid_from, recorded_at, recorded_by)
select 60000000 + g, '建設 太郎', '', 'ケンセツ タロウ', '', '', '', '', '', '', '', false, date '2008-04-01', :opened
from unnest(array[45, 4500]) g;

insert into card (worker_id, serial, token, colour, issued_at, expires_on)
select 60000000 + g, 1, lpad((60000000 + g)::text, 14, '0') || '01', 'white', timestamptz '2019-04-01 00:00+09',
       date '2099-04-01'
from unnest(array[45, 4500]) g;

insert into work_record (worker, work_on, place, state, reasons, evidence, first_in, last_in, last_out, last_tap_at, trade,
                         position)
select 60000000 + g, on_day, 1 + n / 180 % 30, 0, '{}', 0, on_day + time '08:00', on_day + time '08:00',
       on_day + time '17:00', on_day + time '17:00', 1001, 0
from unnest(array[45, 4500]) g, generate_series(0, g - 1) n, lateral (select :'last'::date - n as on_day) d;

insert into work_month (worker, month, days, records, official_days, official_records)
select worker, date_trunc('month', work_on)::date, count(*), count(*), count(*), count(*)
from work_record where worker > 60000000 and work_on < date_trunc('month', :'last'::date) group by 1, 2;

insert into work_month_share (worker, month, trade, position, days)
select worker, month, 1001, 0, days from work_month where worker > 60000000;

vacuum (analyze) day_claim, day_ask, work_record, work_month, work_month_share, account, worker, seat;
