-- One employer with :workers own workers: name, three trades, card, 所属; and an account with everything. Loaded by the
-- owner of the tables, once.

set synchronous_commit = off;
set client_min_messages = warning;
\set opened '''2026-01-05 00:00+09''::timestamptz, ''system:0'''

insert into company (id, number, name, name_kana, is_sole_proprietor, registered_at)
overriding system value values (1, '00000000000011', '見本工業', 'ミホンコウギョウ', false, timestamptz '2026-01-05 00:00+09');

insert into account (id, password, login_id, opened_at, initial_password, language)
overriding system value values (1, '!', '00000000000017', timestamptz '2026-01-05 00:00+09', '', 'ja');

insert into seat (company_id, account_id, role, name, mail, opened_at, opened_by, live_session)
values (1, 1, 'chief', '事務 和子', '', :opened, '');

create temporary table person as select n as id from generate_series(1, :workers) n;

insert into worker (id, number, birth_on, registered_on)
overriding system value select id, lpad(id::text, 14, '0'), date '1980-01-01', date '2026-01-05' from person;

insert into worker_name (worker_id, official, official_source, kana, kana_source, roman, roman_source, native, native_source,
                         alias, alias_source, alias_on_card, valid_from, recorded_at, recorded_by)
select id, '建設 太郎' || id, '', 'ケンセツ タロウ', '', '', '', '', '', '', '', false, date '2026-01-05', :opened from person;

insert into worker_trade (worker_id, trade_id, rank, valid_from, recorded_at, recorded_by)
select p.id, t.id, t.rank, date '2026-01-05', :opened
from person p, (select id, row_number() over (order by id) as rank from trade order by id limit 3) t;

insert into card (worker_id, serial, token, colour, issued_at, expires_on)
select id, 1, lpad(id::text, 14, '0') || '01', 'white', timestamptz '2026-01-05 00:00+09', date '2035-01-05' from person;

insert into affiliation (worker_id, company_id, is_main, employment, valid_from, recorded_at, recorded_by)
select id, 1, true, '', date '2026-01-05', :opened from person;

analyze company, account, seat, worker, worker_name, worker_trade, card, affiliation;
