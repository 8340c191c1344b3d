-- :sites sites behind number :after, each of :firms firms in four tiers and :lines roster lines, everything in order; for
-- each line a tap in and one out on every day from :first to before :until. Loaded by the owner of the tables, as often as
-- wanted. A site's spots, firms and workers are numbered from a thousand or ten thousand times its own number.

set synchronous_commit = off;
set client_min_messages = warning;
\set opened '''2026-01-05 00:00+09''::timestamptz, ''system:0'''

create temporary table wanted as select p as place from generate_series(:after + 1, :after + :sites) p;
create temporary table firm as
select place, n, 1000 * place + n as id,
       case when n = 1 then 0 when n = 2 then 1 when n <= 102 then 2 else 3 end as tier
from wanted, generate_series(1, :firms) n;
alter table firm add column upper bigint;
update firm set upper = 1000 * place + case tier when 1 then 1 when 2 then 2 when 3 then 3 + (n - 3) % 100 end;
create temporary table person as
select place, n, 10000 * place + n as id, 1000 * place + 3 + n % (:firms - 2) as firm
from wanted, generate_series(1, :lines) n;

insert into company (id, number, name, name_kana, is_sole_proprietor, registered_at)
overriding system value
select id, lpad(id::text, 14, '0'), '見本工業' || id, 'ミホンコウギョウ', false, timestamptz '2026-01-05 00:00+09' from firm;

insert into account (id, password, login_id, opened_at, initial_password, language)
overriding system value
select id, '!', lpad(id::text, 13, '0') || '7', timestamptz '2026-01-05 00:00+09', '', 'ja' from firm;

insert into seat (company_id, account_id, role, name, mail, opened_at, opened_by, live_session)
select id, id, 'chief', '事務 和子', '', :opened, '' from firm;

insert into worker (id, number, birth_on, registered_on)
overriding system value
select id, lpad(id::text, 14, '0'), date '1980-01-01', date '2026-01-05' from person;

insert into worker_name (worker_id, official, official_source, kana, kana_source, roman, roman_source, native, native_source,
                         alias, alias_source, alias_on_card, valid_from, recorded_at, recorded_by)
select id, '建設 太郎', '', 'ケンセツ タロウ', '', '', '', '', '', '', '', false, date '2026-01-05', :opened from person;

insert into worker_trade (worker_id, trade_id, rank, valid_from, recorded_at, recorded_by)
select id, 1001, 1, date '2026-01-05', :opened from person;

insert into card (worker_id, serial, token, colour, issued_at, expires_on)
select id, 1, lpad(id::text, 14, '0') || '01', 'white', timestamptz '2026-01-05 00:00+09',
       case when :flawed = 1 and n % 20 = 7 then :'until'::date else date '2035-01-05' end
from person where :flawed = 0 or n % 40 <> 9;

insert into affiliation (worker_id, company_id, is_main, employment, valid_from, recorded_at, recorded_by)
select id, firm, true, '', date '2026-01-05', :opened from person;

insert into place (id, kind) overriding system value select place, 'registered' from wanted;

insert into site (place_id, number, name, name_kana, address, prime_id, registered_at)
select place, lpad(place::text, 13, '0') || '9', '見本ビル' || place || '新築工事', 'ミホンビル', '未来県桜川市',
       1000 * place + 1, timestamptz '2026-01-05 00:00+09'
from wanted;

insert into accumulation_period (site_id, valid_from, recorded_at, recorded_by)
select place, date '2026-01-05', :opened from wanted;

insert into structure_member (id, site_id, company_id, parent_id, tier, path, invited_at, invited_by)
overriding system value
select f.id, f.place, f.id, f.upper, f.tier,
       array_remove(array[1000 * f.place + 1, case when f.tier > 1 then 1000 * f.place + 2 end,
                          case when f.tier > 2 then f.upper end, case when f.tier > 0 then f.id end], null), :opened
from firm f order by f.tier, f.id;

insert into structure_acceptance (member_id, valid_from, recorded_at, recorded_by)
select id, date '2026-01-05', :opened from firm;

insert into roster_line (worker_id, place_id, member_id, trade_id, position_id, work_content, valid_from, recorded_at,
                         recorded_by)
select id, place, firm, 1001, 0, '鉄筋の加工・組立', date '2026-01-05', :opened from person order by n;

insert into reader (id, place_id, name, token_hash, enrolled_at, enrolled_by)
overriding system value
select place, place, '正面', sha256(('gate-' || place)::bytea), :opened from wanted;

insert into tap (reader, id, at, seq, happened_at, received_at, place, card, worker, direction, offset_ms, shown, outcome,
                 reasons, told_name, work_on, days_this_month)
select place, (lpad(to_hex(t), 12, '0') || '7000' || '8' || lpad(to_hex(p.id), 15, '0'))::uuid, to_timestamp(t / 1000.0), p.id,
       to_timestamp(t / 1000.0), to_timestamp(t / 1000 + 1), place, lpad(p.id::text, 14, '0') || '01', p.id, direction,
       0, 1, 0, '{}', 'ケンセツ タロウ', d::date, 1
from generate_series(:'first'::date, :'until'::date - 1, interval '1 day') d, (values (0, 8), (1, 17)) as gate(direction, hour),
     person p, lateral (select extract(epoch from d::date::timestamp at time zone 'Asia/Tokyo')::bigint * 1000
                               + hour * 3600000 + p.n % 1800 * 1000 as t) moment;

select setval(pg_get_serial_sequence('structure_member', 'id'), 100000000), setval(pg_get_serial_sequence('account', 'id'), 100000000),
       setval(pg_get_serial_sequence('company', 'id'), 100000000), setval(pg_get_serial_sequence('worker', 'id'), 100000000),
       setval(pg_get_serial_sequence('place', 'id'), 100000000), setval(pg_get_serial_sequence('reader', 'id'), 100000000);

drop table wanted, firm, person;
select format('analyze %I', relname) from pg_class
where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and relname !~ '^procrastinate' \gexec
